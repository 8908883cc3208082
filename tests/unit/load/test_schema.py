"""The front matter of an entry: every field of the contract, and what each asks for."""

from dataclasses import fields
from typing import Any

import pytest

from generator.dates import parse as moment
from generator.errors import Code, Position, Problem
from generator.frontmatter import parse
from generator.load.records import Record
from generator.load.schema import PROSE_FIELDS, RENAMED, Inferred, KnownIds, entry_fields
from generator.model import (
    Correction,
    Entry,
    EntryType,
    Event,
    EventStatus,
    Media,
    Quote,
    SeedReference,
    Source,
    SourceKind,
    Step,
    Text,
)
from generator.report import Report

FIELDS = entry_fields(KnownIds({"nato", "jens"}, {"geneva"}, {"arms"}, {"talks"}), ("fr", "en"))
ENTRY: Record[dict[str, object]] = Record("an entry", FIELDS, dict, renamed=RENAMED)

# A field as it is written, and its value.
TAKEN: dict[str, tuple[str, object]] = {
    "title": ("Quatre heures", "Quatre heures"),
    "date": ("2022-01-10/2022-01-13", moment("2022-01-10/2022-01-13")),
    "lang": ("en", "en"),
    "type": ("meeting", EntryType.MEETING),
    "summary": ("En bref.", "En bref."),
    "actors": ("[jens, nato]", ("jens", "nato")),
    "places": ("[geneva]", ("geneva",)),
    "themes": ("[arms]", ("arms",)),
    "sequence": ("[{id: talks, step: 2}, {id: talks, step: 4}]", (Step("talks", 2), Step("talks", 4))),
    "order": ("-1", -1),
    "sources": (
        "[{title: T, publisher: P, url: 'https://a.b', date: 2022, archived: 'https://c.d', kind: press}, {title: A}]",
        (Source(SourceKind.PRESS, "T", "P", "https://a.b", moment("2022"), "https://c.d"), Source(title="A")),
    ),
    "disputed": ("Qui dit quoi.", "Qui dit quoi."),
    "corrections": ("[{date: 2022-02-01, text: Faux.}]", (Correction(moment("2022-02-01"), "Faux."),)),
    "media": (
        "[{src: images/a.jpg, alt: A, caption: B, credit: C}, {src: b.jpg, alt: B}]",
        (Media("images/a.jpg", "A", "B", "C"), Media("b.jpg", "B")),
    ),
    "aliases": ("[old-slug]", ("old-slug",)),
    "published": ("2022-01-12", moment("2022-01-12")),
    "updated": ("2022-02-01", moment("2022-02-01")),
    "draft": ("false", False),
    "seed": ("{file: a.txt, sha256: b, draft: c}", SeedReference("a.txt", "b", "c")),
    "events": (
        "[{said: lundi, what: ' A ', place: geneva, day: -2, date: 2022-01, status: planned}, {said: jeudi, what: B}]",
        (Event("lundi", " A ", "geneva", -2, moment("2022-01"), EventStatus.PLANNED), Event("jeudi", "B")),
    ),
    "quotes": (
        "[{text: ' Non ', speaker: jens}, {text: Si, speaker: Un passant}, {text: Ah, speaker: null}]",
        (Quote(" Non ", "jens"), Quote("Si", "Un passant"), Quote("Ah")),
    ),
    "inferred": ("[title, quotes]", (Inferred.TITLE, Inferred.QUOTES)),
}

# By rule: one field with a mark where the only report points to, and its code.
REFUSED = {
    "a title is a text": ("title: ▸[a]", Code.WRONG_TYPE),
    "a date is one": ("date: ▸soon", Code.INVALID_DATE),
    "a language is of the site": ("lang: ▸de", Code.UNKNOWN_LANGUAGE),
    "a type is one of the list": ("type: ▸party", Code.INVALID_VALUE),
    "an actor is known": ("actors: [nato, ▸rusia]", Code.UNKNOWN_ID),
    "a place is known": ("places: [▸vienna]", Code.UNKNOWN_ID),
    "a theme is known": ("themes: [▸nato]", Code.UNKNOWN_ID),
    "a sequence is known": ("sequence: {id: ▸nato, step: 1}", Code.UNKNOWN_ID),
    "a sequence has a step": ("sequence: ▸{id: talks}", Code.MISSING_FIELD),
    "a step is 1 or more": ("sequence: {id: talks, step: ▸0}", Code.INVALID_VALUE),
    "an order is whole": ("order: ▸1.5", Code.INVALID_VALUE),
    "a source says something": ("sources: [▸{kind: press}]", Code.MISSING_FIELD),
    "a source is of a known kind": ("sources: [{title: A, kind: ▸blog}]", Code.INVALID_VALUE),
    "the address of a source is whole": ("sources: [{url: ▸example.org}]", Code.INVALID_VALUE),
    "the address of a copy is whole": ("sources: [{title: A, archived: ▸example.org}]", Code.INVALID_VALUE),
    "a correction has a day": ("corrections: [{date: ▸2022-02, text: A}]", Code.INVALID_DATE),
    "a correction says what": ("corrections: [▸{date: 2022-02-01}]", Code.MISSING_FIELD),
    "a picture says what it shows": ("media: [▸{src: a.jpg}]", Code.MISSING_FIELD),
    "a picture has a file": ("media: [▸{alt: A}]", Code.MISSING_FIELD),
    "an entry appears on a day": ("published: ▸2022", Code.INVALID_DATE),
    "an entry changes on a day": ("updated: ▸2022-02/..", Code.INVALID_DATE),
    "a draft is one or not": ("draft: ▸yes", Code.INVALID_VALUE),
    "a seed has a digest": ("seed: ▸{file: a.txt}", Code.MISSING_FIELD),
    "an event has the words of the text": ("events: [▸{what: A}]", Code.MISSING_FIELD),
    "an event says what": ("events: [▸{said: A}]", Code.MISSING_FIELD),
    "an event is at a known place": ("events: [{said: A, what: B, place: ▸nato}]", Code.UNKNOWN_ID),
    "an event is a whole number of days away": ("events: [{said: A, what: B, day: ▸x}]", Code.INVALID_VALUE),
    "an event took place or not": ("events: [{said: A, what: B, status: ▸true}]", Code.INVALID_VALUE),
    "a quotation has words": ("quotes: [▸{speaker: jens}]", Code.MISSING_FIELD),
    "a machine fills fields of its own": ("inferred: [▸draft]", Code.INVALID_VALUE),
    "a sequence may be empty": ("sequence:", None),
    "a seed may be empty": ("seed:", None),
}


def read(text: str) -> tuple[dict[str, Any], list[Problem]]:
    """The values of an entry’s fields, and what is reported of them."""
    problems: list[Problem] = []
    return ENTRY.values(parse(text), Report("file.md", problems)), problems


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_read_as_what_it_means(name: str) -> None:
    written, value = TAKEN[name]
    assert read(f"{name}: {written}") == ({name: value}, [])


def test_every_field_is_one_of_the_entry_or_of_its_text_in_each_language() -> None:
    """By its own name, but for two; a draft is no entry."""
    known = {field.name for each in (Entry, Text) for field in fields(each)}
    assert FIELDS.keys() - known == {"date", "sequence", "draft"}


def test_a_page_has_fields_of_an_entry_and_no_date() -> None:
    assert set(PROSE_FIELDS) <= FIELDS.keys() - {"date"}


@pytest.mark.parametrize(
    ("marked", "code"),
    [pytest.param(*row, id=rule) for rule, row in REFUSED.items()],
)
def test_a_fault_is_reported_once_where_it_stands(marked: str, code: Code | None) -> None:
    problems = read(marked.replace("▸", ""))[1]
    expected = [] if code is None else [(code, Position(1, marked.index("▸") + 1))]
    assert [(problem.code, problem.position) for problem in problems] == expected


@pytest.mark.parametrize("name", ["tags", "categories"])
def test_the_names_that_other_tools_have_for_themes_are_read(name: str) -> None:
    values, (problem,) = read(f"{name}: [arms]")
    assert (values, problem.code) == ({"themes": ("arms",)}, Code.RENAMED_KEY)


def test_ids_are_not_checked_where_their_file_could_not_be_read() -> None:
    fields = entry_fields(KnownIds(None, None, None, None), ("fr",))
    problems: list[Problem] = []
    text = "actors: [a]\nplaces: [b]\nthemes: [c]\nsequence: {id: d, step: 1}\nevents: [{said: e, what: f, place: g}]"
    record: Record[dict[str, object]] = Record("an entry", fields, dict)
    assert len(record.values(parse(text), Report("file.md", problems))) == 5
    assert not problems
