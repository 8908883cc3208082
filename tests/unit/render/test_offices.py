"""The office that somebody held at the date of an entry: only where that is sure."""

from dataclasses import replace

import pytest

from generator.arranged import Resolution
from generator.chronology.arrange import arrange
from generator.dates import parse
from generator.languages import open_languages
from generator.model import Actor, ActorKind, Entry, EntryType, Gazetteer, Role, Site, Text
from generator.render.edition import Edition
from generator.render.offices import participants


def offices(date: str, start: str | None, end: str | None, inferred: str | None = None) -> list[str]:
    """The offices shown beside somebody who held one between two dates."""
    role = Role({"fr": "maire"}, None, parse(start) if start else None, parse(end) if end else None)
    gazetteer = Gazetteer({"ada": Actor("ada", ActorKind.PERSON, {"fr": "Ada"}, roles=(role,))}, {}, {}, {}, {})
    text = Text("fr", "a.md", "Titre", None, "", 1, "", "")
    entry = Entry("a", "fr", parse(date), EntryType.OTHER, {"fr": text}, actors=("ada",))
    site = Site({"fr": "Site"}, {"fr": "…"}, "https://timeline.example/", ("fr",))
    languages = open_languages(["fr"], [])
    resolutions = {"a": Resolution(parse(inferred), ())} if inferred else {}
    chronology = replace(arrange([entry], gazetteer), resolutions=resolutions)
    edition = Edition(site, gazetteer, chronology, (), languages["fr"], languages)
    return [office.words for office in participants(entry, edition)[0].offices]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2022-01-12", "2014-10", "2024-10"),
        ("2022-01-12", "2014", None),
        ("2022-01-12", None, "2024"),
        ("2014-10-31", "2014-10-31", None),
        ("2022-01", "2021", "2023"),
        ("2022-01-10/2022-01-13", "2021", "2022-02"),
    ],
)
def test_an_office_held_on_every_day_the_entry_can_be_of_is_shown(date: str, start: str, end: str) -> None:
    assert offices(date, start, end) == ["maire"]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2014-10-15", "2014-10", None),
        ("2024-10-15", None, "2024-10"),
        ("2022", "2022-02", None),
        ("2013-01-01", "2014", None),
        ("2022-01-12", None, None),
        ("2022-01-12~", "2014", None),
        ("2022-01-12", "2014?", None),
        ("2022-01-12/..", "2014", "2024"),
        ("../2022", "2014", None),
    ],
)
def test_an_office_that_may_not_have_been_held_is_not(date: str, start: str | None, end: str | None) -> None:
    assert offices(date, start, end) == []


def test_no_office_follows_from_an_inferred_day() -> None:
    """It would read like one that is known."""
    assert offices("2022-01", "2022-01-11", None, inferred="2022-01-12") == []
    assert offices("2022-01-12", "2022-01-11", None) == ["maire"]
