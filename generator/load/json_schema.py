"""The tables of `schema.py` as JSON Schemas, by which editors check a file while it is written, and complete ids.

They are of draft 7, which every language server reads, and say what one file can show by itself. They take a value in
its plain form: a number without quotation marks, a text that YAML does not read as true or false, and some word where
one of several is expected. `load` takes more.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from generator import dates
from generator.config import Project
from generator.languages import Language
from generator.load import schema
from generator.load.content import languages_of
from generator.load.fields import (
    CalendarDay,
    Choice,
    Date,
    Degrees,
    Field,
    Flag,
    Identifier,
    LanguageCode,
    PlainText,
    Url,
    Verbatim,
    Whole,
)
from generator.load.gazetteer import GazetteerReader
from generator.load.records import Described, InLanguages, Languages, ListOf, OneOrMore, Record
from generator.model import Gazetteer, in_language

Schema = dict[str, Any]

_OF_EVERY_FILE = ("title",)
"""What an entry or page needs also as a draft or a translation."""

_CODE = {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"}
_BASE, _ADDRESS = r"^https?://[^?#\s]+$", r"^https?://\S+$"
_LINE = {"type": ["string", "number"]}
_TEXT = {"type": ["string", "number", "null"]}
_SIMPLE: Mapping[type, Schema] = {
    PlainText: _TEXT,
    Verbatim: _TEXT,
    Date: {"type": ["string", "integer"], "pattern": f"^{dates.FORM}$", "minimum": -9999, "maximum": 9999},
    CalendarDay: {"type": "string", "pattern": f"^{dates.FORM_OF_DAY}$"},
    Flag: {"type": "boolean"},
    Languages: {"type": "array", "items": _CODE, "minItems": 1, "uniqueItems": True},
}


def schemas(project: Project) -> dict[str, Schema]:
    """The schemas of a project, by the names of their files, with the ids that its files have now.

    Raises `ContentError` where there are no settings. Where a file cannot be read, every id of its kind is taken.
    """
    languages = languages_of(project)
    default = languages[0]
    gazetteer, known = GazetteerReader(project, default, []).read()
    shapes = Shapes(_names(gazetteer, known, default), {code: Language("en").name_of(code) for code in languages})
    found = {
        "entry": shapes.of(replace(schema.entry_record(known, languages), required=_OF_EVERY_FILE)),
        "page": shapes.of(replace(schema.page_record(languages), required=_OF_EVERY_FILE)),
        "site": shapes.of(schema.site_record(default)),
        "actors": _by_id(shapes.of(schema.actor_record(default, known.actors))),
        "places": _by_id(shapes.of(schema.place_record(default, known.places))),
        "themes": _by_id(shapes.of(schema.theme_record(default))),
        "sequences": _by_id(shapes.of(schema.sequence_record(default))),
        "periods": {"type": "array", "items": shapes.of(schema.period_record(default))},
    }
    return {f"{name}.json": {"$schema": "http://json-schema.org/draft-07/schema#"} | found[name] for name in found}


def _by_id(record: Schema) -> Schema:
    return {"type": "object", "additionalProperties": record}


def _names(gazetteer: Gazetteer, known: schema.KnownIds, lang: str) -> dict[str, dict[str, str]]:
    """What each id stands for, by the file it is of; an id of something faulty stands for itself."""
    names: dict[str, dict[str, str]] = {}
    for kind in (field.name for field in fields(known)):
        ids = getattr(known, kind)
        things = getattr(gazetteer, kind)
        words = {id_: getattr(thing, "title" if kind == "sequences" else "name") for id_, thing in things.items()}
        if ids is not None:
            names[f"{kind}.yaml"] = {id_: in_language(words.get(id_, {lang: id_}), lang)[0] for id_ in ids}
    return names


@dataclass(frozen=True, slots=True)
class Shapes:
    """Makes a schema of each kind of field. `names` tells what ids stand for, by their files, `languages` the names of
    the site's languages by their codes."""

    names: Mapping[str, Mapping[str, str]]
    languages: Mapping[str, str]

    def of(self, field: Field[Any]) -> Schema:
        """The schema of a field."""
        match field:
            case Described():
                return {"description": field.says} | self.of(field.field)
            case ListOf():
                return {"type": "array", "items": self.of(field.item)}
            case OneOrMore():
                one = self.of(field.item)
                return {"anyOf": [one, {"type": "array", "items": one}]}
            case Record():
                return self._record(field)
            case _:
                return self._words(field)

    def _record(self, record: Record[Any]) -> Schema:
        properties = {name: self.of(field) for name, field in record.fields.items()}
        for name in record.required:
            if properties[name].get("type") == _TEXT["type"]:
                properties[name] = properties[name] | _LINE  # not in place: it may be that of all texts
        for name, meant in record.renamed.items():
            properties[name] = properties[meant] | {"description": f"write {meant}"}
        shape: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        if record.required:
            shape["required"] = list(record.required)
        if record.any_of:
            shape["anyOf"] = [{"required": [name]} for name in record.any_of]
        return shape

    def _in_languages(self) -> Schema:
        """Words in the default language, or by language; those in languages that the site may have later are kept."""
        words = {code: _LINE | {"description": name} for code, name in self.languages.items()}
        by_language = {"type": "object", "properties": words, "propertyNames": _CODE, "minProperties": 1}
        return {"anyOf": [by_language | {"additionalProperties": _TEXT}, _LINE]}

    def _words(self, field: Field[Any]) -> Schema:
        """Words that differ from project to project, or stand in a list; of ids and codes an editor tells the names."""
        match field:
            case Choice():
                return {"enum": [option.value for option in field.options]}
            case LanguageCode():
                return _one_of(self.languages)
            case Identifier():
                return _one_of(self.names[field.file]) if field.file in self.names else _LINE
            case InLanguages():
                return self._in_languages()
            case _:
                return _single(field)


def _one_of(words: Mapping[str, str]) -> Schema:
    """One of the words given, each with its meaning; draft 7 has no `oneOf` without any."""
    meanings = [{"const": word, "description": meaning} for word, meaning in words.items()]
    return {"oneOf": meanings} if meanings else {"enum": []}


def _single(field: Field[Any]) -> Schema:
    """A value of a kind that is the same in every project."""
    match field:
        case Whole():
            return {"type": "integer"} | ({} if field.least is None else {"minimum": field.least})
        case Degrees():
            return {"type": "number", "minimum": -field.limit, "maximum": field.limit}
        case Url():
            return {"type": "string", "pattern": _BASE if field.is_base else _ADDRESS}
        case _:
            return _SIMPLE[type(field)]
