"""The events that articles report: their days, and the entries that tell them."""

import pytest

from generator.arranged import Chronology
from generator.chronology.arrange import arrange
from generator.dates import parse
from generator.model import Entry, EntryType, Event, EventStatus, Gazetteer, Location

PLACES = {
    "brussels": Location("brussels", {"fr": "Bruxelles"}),
    "nato-hq": Location("nato-hq", {"fr": "siège de l’OTAN"}, within="brussels"),
    "geneva": Location("geneva", {"fr": "Genève"}),
}


def article(date: str, *events: Event) -> Entry:
    return Entry("article", "fr", parse(date), EntryType.ARTICLE, texts={}, events=events)


def event(place: str | None, day: int | None, date: str | None = None, status: str = "happened") -> Event:
    return Event("lundi", "…", place, day, parse(date) if date else None, EventStatus(status))


def meeting(slug: str, place: str) -> Entry:
    return Entry(slug, "fr", parse(slug[:10]), EntryType.MEETING, texts={}, places=(place,))


def chronology(*entries: Entry) -> Chronology:
    return arrange(entries, Gazetteer({}, PLACES, {}, {}, {}))


@pytest.mark.parametrize(
    ("date", "told", "moment", "entry"),
    [
        ("2022-01-12", event("geneva", -2), "2022-01-10", "2022-01-10-talks"),
        ("2022-01-12", event("geneva", -2, status="planned"), "2022-01-10", "2022-01-10-talks"),
        ("2022-01", event("geneva", None, "2022-01-10"), "2022-01-10", "2022-01-10-talks"),
        ("2022-01-12", event("geneva", -2, status="negated"), "2022-01-10", None),
        ("2022-01-12", event("geneva", -2, status="conditional"), "2022-01-10", None),
        ("2022-01-12", event("geneva", -1), "2022-01-11", None),
        ("2022-01-12", event("brussels", -2), "2022-01-10", None),
        ("2022-01-12", event(None, -2), "2022-01-10", None),
        ("2022-01-12", event("geneva", None, "2022-01"), "2022-01", None),
        ("2022-01-12", event("geneva", None), None, None),
        ("2022", event("geneva", None, "2022-01"), "2022-01", None),
    ],
)
def test_an_event_is_told_by_the_entry_in_its_place_on_its_day(
    date: str, told: Event, moment: str | None, entry: str | None
) -> None:
    (found,) = chronology(article(date, told), meeting("2022-01-10-talks", "geneva")).reported["article"]
    assert (str(found.moment) if found.moment else None) == moment
    assert (found.entry.slug if found.entry else None) == entry
    assert not found.is_inferred


def test_an_event_is_told_by_an_entry_in_a_place_within_its_own_or_around_it() -> None:
    """What the article puts in Brussels may be told at NATO headquarters, and the other way round."""
    for one, other in (("nato-hq", "brussels"), ("brussels", "nato-hq")):
        (found,) = chronology(article("2022-01-12", event(one, 0)), meeting("2022-01-12-nrc", other)).reported[
            "article"
        ]
        assert found.entry is not None


def test_where_two_entries_may_tell_an_event_none_is_said_to() -> None:
    entries = [meeting("2022-01-12-nrc", "brussels"), meeting("2022-01-12-eu", "brussels")]
    (found,) = chronology(article("2022-01-12", event("brussels", 0)), *entries).reported["article"]
    assert found.entry is None


def test_events_of_an_article_with_a_resolved_day_have_days_that_are_marked_as_inferred() -> None:
    told = [event("brussels", 0), event("geneva", -2), event("brussels", None, "2022-02-01")]
    told[0] = Event("mercredi", "…", "brussels", 0)
    found = chronology(article("2022-01", *told), meeting("2022-01-12-nrc", "nato-hq")).reported["article"]
    assert [(str(each.moment), each.is_inferred) for each in found] == [
        ("2022-01-12", True),
        ("2022-01-10", True),
        ("2022-02-01", False),
    ]


def test_an_entry_knows_the_articles_on_it_each_once() -> None:
    one = article("2022-01-12", event("brussels", 0), event("nato-hq", 0))
    found = chronology(one, meeting("2022-01-12-nrc", "nato-hq"), meeting("2022-01-10-talks", "geneva"))
    assert {slug: [entry.slug for entry in articles] for slug, articles in found.articles.items()} == {
        "2022-01-12-nrc": ["article"]
    }
