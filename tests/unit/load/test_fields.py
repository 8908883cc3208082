"""Kinds of fields: what each takes and makes of it, what it refuses and where.

The mark ▸ stands before each place that a report must point to, and is taken out before the text is read.
"""

from collections.abc import Collection
from typing import Any

import pytest

from generator.dates import parse as moment
from generator.errors import Code, Position, Problem, Severity
from generator.frontmatter import parse_node
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
from generator.load.records import InLanguages, ListOf
from generator.model import EntryType
from generator.report import Report


def actor(ids: Collection[str] | None) -> Identifier:
    """The id of an actor."""
    return Identifier("an actor", "actors.yaml", ids)


KINDS: list[Field[Any]] = [
    PlainText(),
    Verbatim(),
    Date(),
    CalendarDay(),
    Whole(),
    Degrees(90),
    Flag(),
    Choice("type of entry", EntryType),
    Url(),
    LanguageCode(),
    actor({"nato"}),
]

# A field, YAML, and the value it is read as.
TAKEN: list[tuple[Field[Any], str, object]] = [
    (PlainText(), "'  two   words '", "two words"),
    (PlainText(), r'"a\n\t b"', "a b"),
    (PlainText(), "|\n  a\n  b\n", "a b"),
    (PlainText(), r'"10\u00a0000  \u202f!"', "10\u00a0000 \u202f!"),
    (PlainText(), "'  '", None),
    (PlainText(), "''", None),
    (Verbatim(), r'" a  b\n"', " a  b\n"),
    (Date(), "2022-01~", moment("2022-01~")),
    (Date(), "2022-02-24/..", moment("2022-02-24/..")),
    (Date(), "' 2022-01-12 '", moment("2022-01-12")),
    (Date(), "2022-01-12 23:30 -1100", moment("2022-01-12")),
    (CalendarDay(), "2022-01-12", moment("2022-01-12")),
    (CalendarDay(), "2022-01-12 23:30", moment("2022-01-12")),
    (Whole(), "12", 12),
    (Whole(), "-2", -2),
    (Whole(), "+2", 2),
    (Whole(), "007", 7),
    (Whole(least=1), "1", 1),
    (Degrees(90), "50.879", 50.879),
    (Degrees(90), "-90", -90.0),
    (Degrees(180), "+180.0", 180.0),
    (Flag(), "true", True),
    (Flag(), "False", False),
    (Flag(), "TRUE", True),
    (Choice("type of entry", EntryType), "summit", EntryType.SUMMIT),
    (Url(), "https://example.org/été?a=b#c", "https://example.org/été?a=b#c"),
    (Url(), "HTTP://example.org", "HTTP://example.org"),
    (LanguageCode(), "pt-BR", "pt-BR"),
    (LanguageCode({"fr", "en"}), "en", "en"),
    (actor({"nato", "russia"}), "nato", "nato"),
    (actor(None), "anyone", "anyone"),
    (InLanguages("fr"), "Otan", {"fr": "Otan"}),
    (InLanguages("fr"), "{fr: ' Otan ', ru: НАТО, uk: }", {"fr": "Otan", "ru": "НАТО"}),
    (InLanguages("fr"), "", None),
    (ListOf(Whole()), "[1, 2]", (1, 2)),
    (ListOf(Whole()), "- 1\n- 2", (1, 2)),
    (ListOf(Whole()), "[]", ()),
    (ListOf(Whole()), "", None),
    (ListOf(PlainText()), "[a, '', ~, b]", ("a", "b")),
]

# A field, the code of the fault, and faulty YAML with a mark where the report points to.
REFUSED: list[tuple[Field[Any], Code, list[str]]] = [
    (Date(), Code.INVALID_DATE, ["▸soon", "▸2022-13", "▸12/01/2022", "▸''"]),
    (CalendarDay(), Code.INVALID_DATE, ["▸soon", "▸2022-01", "▸2022-21", "▸2022-01-12/2022-01-13", "▸2022-01-12/.."]),
    (CalendarDay(), Code.INVALID_DATE, ["▸-0043-01-12", "▸0000-01-12", "▸2022-01-12?", "▸2022-01-12~"]),
    (Whole(), Code.INVALID_VALUE, ["▸1.5", "▸two", "▸1_000", "▸''", "▸' 1'", "▸٣", "▸1e3", "▸1234567890"]),
    (Whole(least=1), Code.INVALID_VALUE, ["▸0", "▸-1"]),
    (Degrees(90), Code.INVALID_VALUE, ["▸90.1", "▸-91", "▸50,879", "▸50.", "▸1e1", "▸nan", "▸50° 52′"]),
    (Flag(), Code.INVALID_VALUE, ["▸yes", "▸no", "▸1", "▸''"]),
    (Choice("type of entry", EntryType), Code.INVALID_VALUE, ["▸Summit", "▸party", "▸''"]),
    (Url(), Code.INVALID_VALUE, ["▸example.org", "▸//example.org", "▸https:example.org", "▸https://", "▸https://["]),
    (Url(), Code.INVALID_VALUE, ["▸ftp://example.org", "▸mailto:a@example.org", "▸javascript:alert(1)"]),
    (Url(), Code.INVALID_VALUE, ["▸https://example.org/a b", "▸' https://example.org'"]),
    (LanguageCode(), Code.UNKNOWN_LANGUAGE, ["▸french", "▸fr_FR", "▸qqq", "▸''", "▸FR", "▸root"]),
    (LanguageCode({"fr", "en"}), Code.UNKNOWN_LANGUAGE, ["▸de", "▸FR", "▸french"]),
    (actor({"nato"}), Code.UNKNOWN_ID, ["▸Nato", "▸''"]),
    (actor(()), Code.UNKNOWN_ID, ["▸nato"]),
    (InLanguages("fr"), Code.WRONG_TYPE, ["▸[a]", "{fr: ▸[a]}"]),
    (InLanguages("fr"), Code.UNKNOWN_LANGUAGE, ["{▸french: a}"]),
    (ListOf(PlainText()), Code.WRONG_TYPE, ["▸nato", "▸''", "▸{a: b}", "[▸{a: b}]", "[▸[a]]"]),
]

# A field, a faulty value, and words of the advice on it.
ADVICE: list[tuple[Field[Any], str, str]] = [
    (Choice("type of entry", EntryType), "Summit", "did you mean “summit”?"),
    (actor({"russia"}), "rusia", "did you mean “russia”?"),
    (actor(()), "russia", "none is defined yet"),
    (LanguageCode({"fr", "en"}), "FR", "did you mean “fr”?"),
    (LanguageCode(), "french", "a code such as fr"),
    (LanguageCode(), "pt-br", "write pt-BR"),
    (ListOf(PlainText()), "nato", "[nato]"),
    (ListOf(PlainText()), "{a: b}", "begin each item with -"),
    (Url(), "example.org", "https://"),
    (CalendarDay(), "2022-01", "2022-01-12"),
    (Date(), "2022-02-30", "01 to 28"),
    (Flag(), "yes", "true or false"),
]


def read(kind: Field[Any], marked: str) -> tuple[Any, list[Problem]]:
    """The value of YAML that may be marked, and what is reported of it."""
    problems: list[Problem] = []
    return kind.read(parse_node(marked.replace("▸", "")), Report("file.yaml", problems)), problems


def name(kind: Field[Any]) -> str:
    """What a kind of field is called in the name of a test."""
    return type(kind).__name__


@pytest.mark.parametrize(
    ("kind", "written", "value"), [pytest.param(*row, id=f"{name(row[0])}: {row[1]!r}") for row in TAKEN]
)
def test_a_sound_value_is_taken(kind: Field[Any], written: str, value: object) -> None:
    assert read(kind, written) == (value, [])


@pytest.mark.parametrize("kind", [*KINDS, InLanguages("fr"), ListOf(PlainText())], ids=name)
def test_nothing_written_is_nothing_and_no_fault(kind: Field[Any]) -> None:
    assert read(kind, "~") == (None, [])


@pytest.mark.parametrize(
    ("kind", "code", "marked"),
    [
        pytest.param(kind, code, marked, id=f"{name(kind)}: {marked!r}")
        for kind, code, texts in REFUSED
        for marked in texts
    ],
)
def test_a_faulty_value_is_reported_where_it_stands_and_left_out(kind: Field[Any], code: Code, marked: str) -> None:
    value, problems = read(kind, marked)
    assert [(p.code, p.path, p.position, p.severity) for p in problems] == [
        (code, "file.yaml", Position(1, marked.index("▸") + 1), Severity.ERROR)
    ]
    assert not value


@pytest.mark.parametrize("kind", KINDS, ids=name)
@pytest.mark.parametrize(("written", "found"), [("[a]", "not a list"), ("{a: b}", "not a group of fields")])
def test_a_single_value_is_neither_a_list_nor_a_group(kind: Field[Any], written: str, found: str) -> None:
    value, (problem,) = read(kind, written)
    assert (value, problem.code) == (None, Code.WRONG_TYPE)
    assert found in problem.message


def test_the_sound_items_of_a_list_are_kept_and_each_faulty_one_is_reported() -> None:
    value, problems = read(ListOf(Whole()), "[1, x, 3,\n y]")
    assert value == (1, 3)
    assert [p.position for p in problems] == [Position(1, 5), Position(2, 2)]


def test_the_words_of_known_languages_are_kept_beside_those_of_an_unknown_one() -> None:
    value, problems = read(InLanguages("fr"), "{fr: Otan, french: Otan}")
    assert (value, len(problems)) == ({"fr": "Otan"}, 1)


@pytest.mark.parametrize("written", ["{}", "{fr: }", "{fr: ' '}"])
def test_words_in_no_language_are_reported(written: str) -> None:
    assert read(InLanguages("fr"), written)[1]


@pytest.mark.parametrize(("kind", "written", "advice"), ADVICE)
def test_a_report_gives_the_advice_that_fits(kind: Field[Any], written: str, advice: str) -> None:
    assert advice in read(kind, written)[1][0].hint


@pytest.mark.parametrize("written", [r'"a\nb"', r'"a\u2028b"'])
def test_a_report_is_one_line_of_plain_text_whatever_it_quotes(written: str) -> None:
    assert read(Choice("type of entry", EntryType), written)[1][0].message.isprintable()
