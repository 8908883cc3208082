"""The rules for editors: what each finds, and what only looks like it."""

from collections.abc import Mapping
from typing import Any

import pytest

from generator.arranged import Chronology, Placed
from generator.dates import parse
from generator.errors import CHECKS, Code, Position, Severity, Switch
from generator.model import (
    Actor,
    ActorKind,
    Entry,
    EntryType,
    Event,
    Gazetteer,
    Location,
    Period,
    Role,
    SeedReference,
    Source,
    Text,
)
from generator.review.review import review
from generator.review.rules import RULES

NOTHING = Gazetteer({}, {}, {}, {}, {})
LINES = {"date": 3, "actors": 4, "sources": 5, "disputed": 6, "published": 7, "updated": 8}
ALL_OFF: Mapping[Code, Switch] = dict.fromkeys(RULES, Switch.OFF)


def text(lang: str = "fr", **fields: Any) -> Text:  # noqa: ANN401 - any field of a text
    """A text with these fields."""
    path = "a.md" if lang == "fr" else f"a.{lang}.md"
    return Text(lang, path, "Titre", None, "", 1, "", "", **{"lines": LINES, **fields})


def entry(date: str, *texts: Text, slug: str = "a", **fields: Any) -> Entry:  # noqa: ANN401 - any field of an entry
    """An entry told by these texts, the original first."""
    told = {each.lang: each for each in texts or (text(),)}
    return Entry(slug, "fr", parse(date), EntryType.OTHER, told, **fields)


def chronology(*entries: Entry) -> Chronology:
    """A chronology of these entries."""
    return Chronology(tuple(Placed(one, None, None) for one in entries), ())


def found(code: Code, one: Entry, gazetteer: Gazetteer = NOTHING) -> list[tuple[str, int]]:
    """Where a rule finds something: file and line."""
    problems = review(chronology(one), gazetteer, {**ALL_OFF, code: Switch.WARNING})
    assert {problem.code for problem in problems} <= {code}
    return [(problem.path, problem.position.line) for problem in problems]


def test_every_rule_has_a_setting_and_every_setting_a_rule() -> None:
    assert RULES.keys() == CHECKS.keys()


@pytest.mark.parametrize(
    ("switch", "severities"),
    [(Switch.OFF, []), (Switch.WARNING, [Severity.WARNING]), (Switch.ERROR, [Severity.ERROR])],
)
def test_a_rule_is_set_by_its_own_switch(switch: Switch, severities: list[Severity]) -> None:
    problems = review(chronology(entry("2022", slug="2021-a")), NOTHING, {**ALL_OFF, Code.NO_SOURCE: switch})
    assert [problem.severity for problem in problems] == severities


def test_remarks_are_told_in_the_order_of_the_files() -> None:
    texts = text(updated=parse("2022-02-01")), text("en", published=parse("2022-01-12"))
    problems = review(chronology(entry("2022-01-12", *texts, slug="2021-a")), NOTHING, CHECKS)
    assert [(problem.path, problem.position, problem.code) for problem in problems] == [
        ("a.en.md", Position(7), Code.STALE_TRANSLATION),
        ("a.md", Position(3), Code.SLUG_DATE),
        ("a.md", Position(5), Code.NO_SOURCE),
    ]


def test_an_entry_names_a_source_or_the_article_it_was_made_from() -> None:
    named = (Source(title="Une page"),)
    assert found(Code.NO_SOURCE, entry("2022")) == [("a.md", 5)]
    assert found(Code.NO_SOURCE, entry("2022", text(), text("en", sources=named))) == [("a.md", 5)]
    assert not found(Code.NO_SOURCE, entry("2022", text(sources=named)))
    assert not found(Code.NO_SOURCE, entry("2022", seed=SeedReference("a.txt", "a")))


def test_what_stands_on_no_line_is_told_at_the_beginning_of_the_file() -> None:
    assert found(Code.NO_SOURCE, entry("2022", text(lines={}))) == [("a.md", 1)]


@pytest.mark.parametrize(
    ("original", "translation", "line"),
    [
        ({"updated": "2022-02-02"}, {"updated": "2022-02-01"}, 8),
        ({"updated": "2022-02-02"}, {"published": "2022-01-12"}, 7),
        ({"updated": "2022-02-02"}, {"published": "2022-01-12", "updated": "2022-02-01"}, 8),
        ({"updated": "2022-02-02"}, {"updated": "2022-02-02"}, None),
        ({"updated": "2022-02-02"}, {"published": "2022-02-03"}, None),
        ({"updated": "2022-02-02"}, {"published": "2022-01-12", "updated": "2022-02-03"}, None),
        ({"updated": "2022-02-02", "published": "2022-01-12"}, {}, None),
        ({"published": "2022-02-02"}, {"published": "2022-01-12"}, None),
    ],
)
def test_a_translation_is_as_new_as_the_last_change(
    original: dict[str, str], translation: dict[str, str], line: int | None
) -> None:
    texts = (
        text(lang, **{name: parse(day) for name, day in days.items()})
        for lang, days in (("fr", original), ("en", translation))
    )
    assert found(Code.STALE_TRANSLATION, entry("2022", *texts)) == ([("a.en.md", line)] if line else [])


def vaguer_sources(date: str, own_days: str, sources: str) -> list[tuple[str, int]]:
    """What is found where an article gives its own day as these dates, and sources have these; a dash is no date."""
    events = [Event("jeudi", "Une réunion.", day=0, date=parse(day)) for day in own_days.split()]
    dates = [Source(title="Une page", date=None if day == "-" else parse(day)) for day in sources.split()]
    return found(Code.FINER_THAN_SOURCE, entry(date, text(sources=tuple(dates)), events=tuple(events)))


@pytest.mark.parametrize(
    ("date", "own_days", "sources"),
    [
        ("2022-01-12", "2022-01", ""),
        ("2022-01-12", "2022-01", "-"),
        ("2022-01-12", "2022 2022-01", "- 2022-01"),
        ("2022-01", "2022", "-"),
        ("2022-01-10/2022-01-13", "2022-01", "-"),
        ("2022-01-12", "", "2022-01"),
        ("2022-01-12", "", "2022 2022-01 2021-24"),
        ("2022-01", "", "2022"),
        ("2022", "", "202X"),
    ],
)
def test_a_date_is_no_finer_than_its_sources(date: str, own_days: str, sources: str) -> None:
    assert vaguer_sources(date, own_days, sources) == [("a.md", 3)]


@pytest.mark.parametrize(
    ("date", "own_days", "sources"),
    [
        ("2022-01", "2022-01", "-"),
        ("2022-01", "2022-01-12", "-"),
        ("2022", "2022-01", ""),
        ("2022-01-12", "2022-01 2022-01-12", "-"),
        ("2022-01-12", "2022-01", "- 2022-01-12"),
        ("2022-01-12", "2022-01", "- 2023"),
        ("2022-01-12", "", ""),
        ("2022-01-12", "", "-"),
        ("2022-01-12", "", "2022-01 -"),
        ("2022-01-12", "", "2022-01 2022-01-12"),
        ("1990-02-09", "", "2017"),
        ("1990-02-09", "", "1990-02 2017-12"),
        ("2022-01", "", "2022-01"),
    ],
)
def test_an_exact_source_or_one_of_another_time_may_give_the_date(date: str, own_days: str, sources: str) -> None:
    assert not vaguer_sources(date, own_days, sources)


def test_only_the_article_s_own_day_counts() -> None:
    events = (Event("lundi", "Un entretien.", day=-2, date=parse("2022-01")), Event("jeudi", "Une réunion.", day=0))
    assert not found(Code.FINER_THAN_SOURCE, entry("2022-01-12", events=events))


def in_office(date: str, *terms: str, kind: ActorKind = ActorKind.PERSON) -> list[tuple[str, int]]:
    """What is found of an actor who held an office for these terms, each `from..to`."""
    roles = [Role({"fr": "maire"}, None, *(parse(end) if end else None for end in term.split(".."))) for term in terms]
    gazetteer = Gazetteer({"ada": Actor("ada", kind, {"fr": "Ada"}, roles=tuple(roles))}, {}, {}, {}, {})
    return found(Code.OUT_OF_OFFICE, entry(date, actors=("ada",)), gazetteer)


@pytest.mark.parametrize(
    ("date", "terms"),
    [
        ("2013-12-31", ["2014..2020"]),
        ("2021-01-01", ["2014..2020"]),
        ("2021-01", ["2014..2020-12-31"]),
        ("2010", ["2000..2008", "2012.."]),
        ("1999", ["2000..2008", "2012.."]),
        ("2009-01/2009-06", ["..2008"]),
        ("2021-06/..", ["..2021-05"]),
    ],
)
def test_a_person_holds_an_office_at_the_time(date: str, terms: list[str]) -> None:
    assert in_office(date, *terms) == [("a.md", 4)]


@pytest.mark.parametrize(
    ("date", "terms"),
    [
        ("2014-01-01", ["2014..2020"]),
        ("2020-12-31", ["2014..2020"]),
        ("2020", ["2020-12-31.."]),
        ("2005", ["2000..2008", "2012.."]),
        ("2030", ["2000..2008", "2012.."]),
        ("2022-01/..", ["2025.."]),
        ("../2022", ["1990..1991"]),
        ("2013~", ["2014..2020"]),
        ("2013-12-31?", ["2014..2020"]),
        ("2013", ["2014~..2020"]),
        ("2021", ["2014..2020~"]),
        ("2021", ["2014..2020/2021"]),
        ("2013", ["2013/2014..2020"]),
        ("2021", ["2014..2020", ".."]),
        ("2021", []),
    ],
)
def test_a_person_who_may_hold_an_office_or_has_none_with_a_date_is_let_pass(date: str, terms: list[str]) -> None:
    assert not in_office(date, *terms)


def test_only_people_hold_offices() -> None:
    assert not in_office("2021", "2014..2020", kind=ActorKind.ORGANISATION)


@pytest.mark.parametrize(
    ("date", "spans", "lies_in_none"),
    [
        ("2022-01-12", ["2021-03..2022-01-11", "2022-01-13.."], True),
        ("2020", ["2021-03..2022"], True),
        ("2022-03/2022-05", ["2021..2022-02", "2022-06.."], True),
        ("2022-01-12", ["2021-03..2022-01", "2022-02.."], False),
        ("2022", ["2022-12-31.."], False),
        ("2030", ["2022-02-24.."], False),
        ("2021/..", ["2024..2025"], False),
        ("../2021", ["1990..1991"], False),
        ("2020~", ["2021..2022"], False),
        ("2020", ["2021~..2022"], False),
        ("2020", [], False),
    ],
)
def test_an_entry_lies_in_a_period_where_there_are_periods(date: str, spans: list[str], lies_in_none: bool) -> None:
    ends = ((parse(start), parse(end) if end else None) for start, end in (span.split("..") for span in spans))
    periods = {str(number): Period(str(number), {"fr": "P"}, *span) for number, span in enumerate(ends)}
    gazetteer = Gazetteer({}, {}, {}, periods, {})
    assert found(Code.NO_PERIOD, entry(date), gazetteer) == ([("a.md", 3)] if lies_in_none else [])


@pytest.mark.parametrize(
    ("slug", "date"),
    [
        ("2022-01-12-pont", "2022-01-13"),
        ("2022-01-12", "2022-01"),
        ("2022-01-pont", "2022-02-01"),
        ("2022-01-pont", "2022"),
        ("2022-01-pont", "2022-22"),
        ("2022-pont", "2021-12-31"),
        ("2021-99-ballons", "2022-05"),
        ("2020-pont", "202X"),
        ("2022", "2021"),
        ("2022-01-12-pont", "2022-01-10/2022-01-13"),
        ("2022-01-12-pont", "2022-02-24/.."),
        ("2022-01-12-pont", "2022-01-13~"),
    ],
)
def test_a_file_name_says_no_other_date_and_no_finer_one(slug: str, date: str) -> None:
    assert found(Code.SLUG_DATE, entry(date, slug=slug)) == [("a.md", 3)]


@pytest.mark.parametrize(
    ("slug", "date"),
    [
        ("2022-01-12-pont", "2022-01-12"),
        ("2022-01-12", "2022-01-12~"),
        ("2022-01-pont", "2022-01-12"),
        ("2022-01-pont", "2022-01"),
        ("2022-pont", "2022-01-12"),
        ("2021-pont", "2021-24"),
        ("2022-01-10-pont", "2022-01-10/2022-01-13"),
        ("2022-01-13-pont", "2022-01-10/2022-01-13"),
        ("2022-01-pont", "2022-01-30/2022-02-02"),
        ("2022-02-24-guerre", "2022-02-24/.."),
        ("2021-pont", "../2021-05"),
        ("2022-02-30-jours", "2022-02-01"),
        ("2022-24-heures", "2022-05"),
        ("2022-99-ballons", "2022-05"),
        ("pont-2021", "2022"),
        ("20210112-pont", "2022"),
        ("2021e-pont", "2022"),
        ("12-2021", "2022"),
    ],
)
def test_a_file_name_may_say_less_or_nothing(slug: str, date: str) -> None:
    assert not found(Code.SLUG_DATE, entry(date, slug=slug))


def test_the_place_of_an_entry_claims_nothing_and_another_does() -> None:
    places = {"moscow": Location("moscow", {"fr": "Moscou"}), "kyiv": Location("kyiv", {"fr": "Kyiv"})}
    gazetteer = Gazetteer({}, places, {}, {}, {})
    disputed = text(disputed="Ce qui a été dit à Moscou est contesté.")
    assert found(Code.UNATTRIBUTED_DISPUTE, entry("2022", disputed, places=("moscow",)), gazetteer) == [("a.md", 6)]
    assert not found(Code.UNATTRIBUTED_DISPUTE, entry("2022", disputed, places=("kyiv",)), gazetteer)


def test_each_text_says_itself_who_claims_something() -> None:
    gazetteer = Gazetteer({"nato": Actor("nato", ActorKind.ORGANISATION, {"fr": "Otan"})}, {}, {}, {}, {})
    original, own = text(disputed="Contesté."), text("en", disputed="Contested by Otan.")
    inherited = text("en", disputed="Contesté.", inherited=("disputed",))
    assert found(Code.UNATTRIBUTED_DISPUTE, entry("2022", original, own), gazetteer) == [("a.md", 6)]
    assert found(Code.UNATTRIBUTED_DISPUTE, entry("2022", original, inherited), gazetteer) == [("a.md", 6)]
    assert not found(Code.UNATTRIBUTED_DISPUTE, entry("2022", text(), text("en")), gazetteer)
