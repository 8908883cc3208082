"""What a schema takes of each kind of field, and what it tells of ids and languages."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from generator.config import Project
from generator.errors import ContentError, Switch
from generator.load import fields as kinds
from generator.load import records
from generator.load.json_schema import Shapes, schemas

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
SHAPES = Shapes({"actors.yaml": {"nato": "Otan"}, "themes.yaml": {}}, {"fr": "French"})
PERSON: records.Record[Any] = records.Record(
    "a person",
    {"name": kinds.PlainText(), "age": kinds.Whole(), "mail": kinds.PlainText(), "post": kinds.PlainText()},
    dict,
    required=("name",),
    any_of=("mail", "post"),
    renamed={"years": "age"},
)

# By kind: what a schema takes, and what it does not.
KINDS: dict[str, tuple[kinds.Field[Any], list[Any], list[Any]]] = {
    "a text": (kinds.PlainText(), ["a", 2022, 1.5, None], [True, [], {}]),
    "a quotation": (kinds.Verbatim(), ["a", 2022, None], [[], {}]),
    "a date": (kinds.Date(), ["2022-01-12", 2022, -43, "../2022"], ["soon", "2022-13", 12000, 1.5, None]),
    "a day": (kinds.CalendarDay(), ["2022-01-12"], ["2022-01", 2022, "2022-01-10/2022-01-13"]),
    "a whole number": (kinds.Whole(), [0, -1], [1.5, "1", None]),
    "a number from 1": (kinds.Whole(least=1), [1], [0, -1]),
    "a latitude": (kinds.Degrees(90), [90, -89.5, 0], [91, "50 N"]),
    "true or false": (kinds.Flag(), [True, False], ["yes", 1]),
    "one of a few words": (kinds.Choice("setting", Switch), ["off"], ["on", False]),
    "an address": (kinds.Url(), ["https://a.b/c?d#e", "http://a"], ["a.b", "ftp://a", "https://a b", "https://"]),
    "a base": (kinds.Url(is_base=True), ["https://a.b/c/"], ["https://a.b/?c", "https://a.b/#c", "a.b"]),
    "a language": (kinds.LanguageCode(("fr",)), ["fr"], ["de", "FR"]),
    "languages": (records.Languages(), [["fr", "pt-BR"]], [[], "fr", ["fr", "fr"], ["French"]]),
    "an id": (kinds.Identifier("an actor", "actors.yaml", ()), ["nato"], ["otan", None]),
    "an id of which there is none": (kinds.Identifier("a theme", "themes.yaml", ()), [], ["arms"]),
    "an id of a file that cannot be read": (kinds.Identifier("a place", "places.yaml", None), ["geneva"], [[]]),
    "a list": (records.ListOf(kinds.Whole()), [[], [1, 2]], [1, ["a"], None]),
    "one or a list": (records.OneOrMore(kinds.Whole()), [1, [1, 2]], ["a", ["a"]]),
    "words": (records.InLanguages("fr"), ["a", {"fr": "a"}, {"de": "a"}], [{}, {"fr": None}, {"French": "a"}, ["a"]]),
    "fields": (
        PERSON,
        [{"name": "A", "mail": "b"}, {"name": "A", "post": "b", "age": 1}, {"name": "A", "post": "b", "years": 1}],
        [{"mail": "b"}, {"name": None, "mail": "b"}, {"name": "A"}, {"name": "A", "mail": "b", "size": 1}, "A"],
    ),
    "a field of which something is said": (records.Described("its age", kinds.Whole()), [1], ["a"]),
}


@pytest.mark.parametrize(("field", "taken", "refused"), KINDS.values(), ids=KINDS)
def test_a_schema_takes_what_its_kind_of_field_takes(
    field: kinds.Field[Any], taken: list[Any], refused: list[Any]
) -> None:
    schema = SHAPES.of(field)
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    assert [validator.is_valid(value) for value in [*taken, *refused]] == [True] * len(taken) + [False] * len(refused)


def test_what_a_record_asks_of_a_field_holds_for_that_record_alone() -> None:
    """A text that it cannot be without may still be empty elsewhere."""
    assert SHAPES.of(PERSON)["properties"]["name"] == {"type": ["string", "number"]}
    assert SHAPES.of(kinds.PlainText()) == {"type": ["string", "number", "null"]}


def test_an_editor_is_told_what_a_field_holds_and_what_ids_and_codes_stand_for() -> None:
    actor = records.Described("who", kinds.Identifier("an actor", "actors.yaml", ()))
    assert SHAPES.of(actor) == {"description": "who", "oneOf": [{"const": "nato", "description": "Otan"}]}
    assert SHAPES.of(kinds.LanguageCode(("fr",))) == {"oneOf": [{"const": "fr", "description": "French"}]}


def test_an_id_has_the_name_of_its_thing_in_the_default_language_or_its_own_where_that_is_faulty(
    write_site: WriteSite,
) -> None:
    actors = "nato: {kind: organisation, name: {en: NATO, fr: Otan}}\nbob: {kind: persn, name: Bob}\n"
    root = write_site({"content/actors.yaml": actors, "content/sequences.yaml": "talks: {title: Pourparlers}\n"})
    entry = schemas(Project(root))["entry.json"]["properties"]
    assert entry["actors"]["items"]["oneOf"] == [
        {"const": "nato", "description": "Otan"},
        {"const": "bob", "description": "bob"},
    ]
    one_step = entry["sequence"]["anyOf"][0]["properties"]["id"]
    assert one_step["oneOf"] == [{"const": "talks", "description": "Pourparlers"}]


def test_without_settings_there_is_no_schema(tmp_path: Path) -> None:
    with pytest.raises(ContentError):
        schemas(Project(tmp_path))
