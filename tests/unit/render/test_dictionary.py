"""The dictionary of the data: read off the types of the records, in the words of a reader's language."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.config import shipped_layouts
from generator.languages import Language, open_languages
from generator.render.data_views import FieldLine
from generator.render.dictionary import lines_of, lists, schema_text
from generator.render.records import COLUMNS, Dataset

LANGUAGES = open_languages(["en", "fr", "ru", "uk"], [shipped_layouts()])
ADDRESS = "https://t.example/data/entries.schema.json"


def schema(language: Language) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(schema_text(ADDRESS, language))
    return found


def described(part: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    """Every field of a schema by its path, and its description."""
    for name, field in part.get("properties", {}).items():
        yield f"{path}{name}", field["description"]
        yield from described(field.get("items", field), f"{path}{name}.")


def dictionary(language: Language) -> Iterator[tuple[str, FieldLine]]:
    """Every line of the dictionary by the path of its field in the whole file."""
    yield from ((line.path, line) for line in lines_of(Dataset, language))
    for name, record in lists().items():
        yield from ((f"{name}.{line.path}", line) for line in lines_of(record, language))


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_dictionary_and_schema_say_the_same_of_the_same_fields(language: Language) -> None:
    lines = {path: line.about for path, line in dictionary(language)}
    assert lines == dict(described(schema(language)))
    assert all(lines.values())


def test_the_schema_keeps_the_rules_of_schemas() -> None:
    """By its own rules (JSON Schema, draft 2020-12); it says where it stands and lets no unknown field pass."""
    found = schema(LANGUAGES["en"])
    Draft202012Validator.check_schema(found)
    assert (found["$schema"], found["$id"]) == ("https://json-schema.org/draft/2020-12/schema", ADDRESS)
    assert not Draft202012Validator(found["properties"]["themes"]["items"]).is_valid({"id": "a", "else": 1})


def test_a_field_says_what_may_stand_in_it() -> None:
    lines = dict(dictionary(LANGUAGES["en"]))
    kinds = {path: lines[path].kind for path in ("entries", "entries.disputed", "entries.actors", "places.lat")}
    assert kinds == {
        "entries": "object[]",
        "entries.disputed": "string | null",
        "entries.actors": "string[]",
        "places.lat": "number | null",
    }
    assert lines["actors.kind"].values == ("person", "organisation", "country")
    assert lines["entries.date.approximate"].kind == "boolean"


def test_the_dictionary_marks_every_column_of_the_table_and_nothing_else() -> None:
    """What a column of the same name would mean elsewhere is not meant."""
    marked = [path for path, line in dictionary(LANGUAGES["en"]) if line.is_column]
    assert sorted(marked) == sorted(f"entries.{path}" for path in COLUMNS)


def test_words_are_in_the_language_of_the_reader() -> None:
    titles = {code: dict(dictionary(language))["entries.title"].about for code, language in LANGUAGES.items()}
    assert titles == {"en": "Its title.", "fr": "Son titre.", "ru": "Заголовок.", "uk": "Заголовок."}
