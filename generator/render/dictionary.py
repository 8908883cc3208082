"""What the fields of a record mean: as a JSON Schema (draft 2020-12), and as lines of a dictionary.

Both are read off the types of `records.py`, so that neither can contradict the data.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from generator.languages import Language
from generator.render.data_views import FieldLine
from generator.render.records import COLUMNS, Dataset, EntryRecord

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_NAMES = {bool: "boolean", int: "integer", float: "number"}

Type = Any
"""A type as Python writes it."""
Schema = Mapping[str, Any]


def schema_text(address: str, language: Language) -> str:
    """The JSON Schema of a data set, published at `address`, with its descriptions in a language."""
    schema = {"$schema": _DRAFT, "$id": address, **_schema(Dataset, language)}
    return json.dumps(schema, ensure_ascii=False, indent=1)


def lists() -> Mapping[str, Type]:
    """The lists of a data set, and the record that each is made of."""
    found = {name: _item(_parts(hint)[0]) for name, hint in _hints(Dataset).items()}
    return {name: record for name, record in found.items() if _is_record(record)}


def lines_of(record: Type, language: Language) -> Iterator[FieldLine]:
    """Each field of a record by its path, followed by those in it; what the lists of a data set hold is left out."""
    return _lines(record, language, COLUMNS if record is EntryRecord else (), "")


def _lines(record: Type, language: Language, columns: Collection[str], path: str) -> Iterator[FieldLine]:
    for name, hint in _hints(record).items():
        kind, about, _ = _parts(hint)
        inner, here = _item(kind), f"{path}{name}"
        values = tuple(inner) if _is_choice(inner) else ()
        yield FieldLine(here, _type_in_words(kind), values, language.word(about), here in columns)
        if _is_record(inner) and record is not Dataset:
            yield from _lines(inner, language, columns, f"{here}.")


def _hints(record: type) -> Mapping[str, Type]:
    return get_type_hints(record, include_extras=True)


def _parts(hint: Type) -> tuple[Type, str, Schema]:
    """The type of a field, what it means, and what else its schema says."""
    kind, about, *more = get_args(hint)
    return kind, about, more[0] if more else {}


def _is_record(kind: Type) -> bool:
    return is_dataclass(kind)


def _is_list(kind: Type) -> bool:
    origin: Type = get_origin(kind)
    return origin in {tuple, Sequence}


def _is_choice(kind: Type) -> bool:
    return isinstance(kind, type) and issubclass(kind, StrEnum)


def _may_be_null(kind: Type) -> bool:
    return NoneType in get_args(kind)


def _item(kind: Type) -> Type:
    """The type of what a list holds, or of what is there where it is not null."""
    return get_args(kind)[0] if _is_list(kind) or _may_be_null(kind) else kind


def _name(kind: Type) -> str:
    """What JSON calls a type."""
    return "object" if _is_record(kind) else _NAMES.get(kind, "string")


def _type_in_words(kind: Type) -> str:
    """A type in the signs of programmers, the same in every language."""
    return f"{_name(_item(kind))}{'[]' if _is_list(kind) else ' | null' if _may_be_null(kind) else ''}"


def _schema(kind: Type, language: Language) -> Schema:
    if _is_list(kind):
        return {"type": "array", "items": _schema(_item(kind), language)}
    if _may_be_null(kind):
        plain = _schema(_item(kind), language)
        return {**plain, "type": [plain["type"], "null"]}
    if _is_choice(kind):
        return {"type": "string", "enum": list(kind)}
    return _object(kind, language) if _is_record(kind) else {"type": _name(kind)}


def _object(record: Type, language: Language) -> Schema:
    """Every field is there, and no other."""
    parts = {name: _parts(hint) for name, hint in _hints(record).items()}
    described = {
        name: {"description": language.word(about), **_schema(kind, language), **more}
        for name, (kind, about, more) in parts.items()
    }
    return {"type": "object", "properties": described, "required": list(parts), "additionalProperties": False}
