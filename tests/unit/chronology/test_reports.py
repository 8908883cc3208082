"""Which articles report the same event, and stand once in the chronology."""

from dataclasses import replace

import pytest

from generator.arranged import Chronology, Likeness
from generator.chronology.arrange import arrange
from generator.chronology.reports import group_reports
from generator.dates import parse
from generator.model import Actor, ActorKind, Entry, EntryType, Event, EventStatus, Gazetteer, Location

ACTORS = {
    id_: Actor(id_, kind, {"fr": id_})
    for kind, ids in ((ActorKind.PERSON, "ada bo cy di"), (ActorKind.COUNTRY, "russia ukraine"))
    for id_ in ids.split()
}
PLACES = {
    "brussels": Location("brussels", {"fr": "Bruxelles"}),
    "nato-hq": Location("nato-hq", {"fr": "siège de l’OTAN"}, within="brussels"),
    "geneva": Location("geneva", {"fr": "Genève"}),
}
GAZETTEER = Gazetteer(ACTORS, PLACES, {}, {}, {})


def article(slug: str, who: str, event: str, kind: EntryType = EntryType.ARTICLE) -> Entry:
    """An article of January 2022. Its event is written `date place status`; a dash stands for no place."""
    date, place, status = event.split()
    told = Event("jeudi", "Une rencontre.", None if place == "-" else place, 0, parse(date), EventStatus(status))
    return Entry(slug, "fr", parse("2022-01"), kind, texts={}, actors=tuple(who.split()), events=(told,))


def standing(chronology: Chronology) -> dict[str, list[tuple[str, Likeness]]]:
    """By each entry that stands in the chronology the other reports of its event."""
    return {
        placed.entry.slug: [(report.entry.slug, report.likeness) for report in placed.reports]
        for placed in chronology.placed
    }


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (("ada bo", "2022-01 - happened"), ("ada bo", "2022-01-12 - planned"), Likeness.PARTICIPANTS),
        (("ada bo", "2022-01-12 - happened"), ("bo ada cy", "2022-01-12 - happened"), Likeness.PARTICIPANTS),
        (("ada", "2022-01-12 brussels happened"), ("ada bo", "2022-01 brussels happened"), Likeness.PLACE),
        (("ada", "2022-01-12 nato-hq happened"), ("ada", "2022-01-12 brussels happened"), Likeness.PLACE),
    ],
)
def test_two_articles_on_one_event_stand_once_with_the_reason(
    one: tuple[str, str], other: tuple[str, str], likeness: Likeness
) -> None:
    entries = [article("one", *one), article("other", *other)]
    assert standing(arrange(entries, GAZETTEER)) == {"one": [("other", likeness)]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("ada bo", "2022-01-12 - happened"), ("ada bo", "2022-01-13 - happened")),
        (("ada bo", "2022-01-12 brussels happened"), ("ada bo", "2022-01-12 geneva happened")),
        (("ada", "2022-01-12 - happened"), ("ada", "2022-01-12 - happened")),
        (("ada", "2022-01-12 brussels happened"), ("bo", "2022-01-12 brussels happened")),
        (("russia ukraine", "2022-01-12 - happened"), ("russia ukraine", "2022-01-12 - happened")),
        (("ada bo cy", "2022-01-12 - happened"), ("ada bo di", "2022-01-12 - happened")),
        (("ada bo", "2022-01-12 - negated"), ("ada bo", "2022-01-12 - happened")),
    ],
)
def test_what_may_be_two_events_stays_apart(one: tuple[str, str], other: tuple[str, str]) -> None:
    entries = [article("one", *one), article("other", *other)]
    assert standing(arrange(entries, GAZETTEER)) == {"one": [], "other": []}


def opening_of(slug: str, *events: Event) -> Entry:
    """An article of January 2022 on two people, and what it reports."""
    actors = ("ada", "bo")
    return Entry(slug, "fr", parse("2022-01"), EntryType.ARTICLE, texts={}, actors=actors, events=events)


@pytest.mark.parametrize(("day", "others"), [("2022-01-12", ["other"]), ("2022-01-13", None)])
def test_an_article_is_compared_by_the_day_that_it_was_resolved_to(day: str, others: list[str] | None) -> None:
    """Its own event is of that day, whatever its month leaves open."""
    one = opening_of("one", Event("mercredi", "Une rencontre.", day=0))
    other = opening_of("other", Event("le 12 janvier", "Une rencontre.", date=parse("2022-01-12")))
    found = group_reports([one, other], {"one": parse(day)}, GAZETTEER)
    assert [report.entry.slug for report in found.get("one", ())] == (others or [])


def test_an_article_without_an_event_of_its_own_day_opens_with_the_first_that_it_dates() -> None:
    """The day that it was resolved to is not that of the event."""
    dated = Event("le 12 janvier", "Une rencontre.", day=-1, date=parse("2022-01-12"))
    one = opening_of("one", Event("bientôt", "Une autre."), dated)
    other = opening_of("other", replace(dated, day=0))
    found = group_reports([one, other], {"one": parse("2022-01-13")}, GAZETTEER)
    assert [report.entry.slug for report in found["one"]] == ["other"]


def test_only_articles_are_reports() -> None:
    entries = [article(slug, "ada bo", "2022-01-12 - happened", EntryType.MEETING) for slug in ("one", "other")]
    assert standing(arrange(entries, GAZETTEER)) == {"one": [], "other": []}


def test_the_most_exact_report_stands_and_none_is_lost() -> None:
    dates = ("2022-01", "2022-01-12", "2022", "2022-01-12")
    entries = [article(f"a{number}", "ada bo", f"{date} - happened") for number, date in enumerate(dates)]
    chronology = arrange(entries, GAZETTEER)
    assert list(standing(chronology)) == ["a1"]
    assert {entry.slug for entry in chronology.entries} == {"a0", "a1", "a2", "a3"}


def test_an_article_that_fits_two_events_is_left_by_itself() -> None:
    dates = {"one": "2022-01-12", "other": "2022-01-13", "vague": "2022-01"}
    entries = [article(slug, "ada bo", f"{date} - happened") for slug, date in dates.items()]
    assert standing(arrange(entries, GAZETTEER)) == {"one": [], "other": [], "vague": []}
