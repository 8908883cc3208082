"""Sequences step by step: their order, the days between steps, and steps that only an article tells of."""

import pytest

from generator.arranged import SequenceStep
from generator.chronology.arrange import arrange
from generator.dates import parse
from generator.model import Entry, EntryType, Event, EventStatus, Gazetteer, Location, Step

PLACES = {id_: Location(id_, {"fr": id_}) for id_ in ("brussels", "geneva", "vienna", "madrid")}
WEEK = (("lundi", "geneva", -2, "happened"), ("mercredi", "brussels", 0, "happened"), ("jeudi", "vienna", 1, "planned"))


def entry(slug: str, place: str, *numbers: int) -> Entry:
    """An entry whose slug begins with its date, as steps of the sequences “talks”, “other” and so on."""
    steps = tuple(Step(id_, number) for id_, number in zip(("talks", "other"), numbers, strict=False) if number)
    return Entry(slug, "fr", parse(slug.partition("_")[0]), EntryType.MEETING, texts={}, places=(place,), steps=steps)


def article(*told: tuple[str, str | None, int, str], date: str = "2022-01", step: int | None = None) -> Entry:
    """An article that reports events, each with its words, place, day and status."""
    events = tuple(Event(said, "…", place, day, None, EventStatus(status)) for said, place, day, status in told)
    steps = (Step("talks", step),) if step else ()
    return Entry("article", "fr", parse(date), EntryType.ARTICLE, texts={}, events=events, steps=steps)


def steps_of(*entries: Entry, id_: str = "talks") -> tuple[SequenceStep, ...]:
    return arrange(entries, Gazetteer({}, PLACES, {}, {}, {})).sequences.get(id_, ())


def told(*entries: Entry) -> list[tuple[str, int | None, int | None]]:
    """Each step as its entry, or the place of the event that an article tells; its number; days since the last one."""
    return [
        (str(step.event.event.place) if step.event else step.entry.slug, step.number, step.days)
        for step in steps_of(*entries)
    ]


GENEVA, BRUSSELS, VIENNA = (
    entry("2022-01-10", "geneva", 1),
    entry("2022-01-12", "brussels", 2),
    entry("2022-01-13", "vienna", 3),
)


def test_steps_stand_by_their_numbers_with_the_days_between_them() -> None:
    assert told(VIENNA, GENEVA, BRUSSELS) == [("2022-01-10", 1, None), ("2022-01-12", 2, 2), ("2022-01-13", 3, 1)]


def test_steps_of_one_number_stand_in_the_order_of_the_chronology() -> None:
    """Two letters may be one step."""
    one, other = entry("2022-01-26_nato", "brussels", 2), entry("2022-01-26_usa", "geneva", 2)
    assert told(other, GENEVA, one) == [("2022-01-10", 1, None), ("2022-01-26_nato", 2, 16), ("2022-01-26_usa", 2, 0)]


@pytest.mark.parametrize("date", ["2022-01", "2022-01-12?", "2022-01-12/2022-01-13"])
def test_no_days_are_counted_from_or_to_a_date_that_is_no_exact_day(date: str) -> None:
    assert [days for _, _, days in told(GENEVA, entry(date, "brussels", 2), VIENNA)] == [None, None, None]


def test_an_entry_may_be_a_step_of_several_sequences() -> None:
    shared = entry("2022-01-12", "brussels", 2, 7)
    assert [step.number for step in steps_of(GENEVA, shared, id_="other")] == [7]


def test_a_step_that_only_an_article_announces_stands_on_its_day() -> None:
    """The article reports a step of the sequence, and so the other days that it counts from there belong to it."""
    steps = steps_of(article(*WEEK), GENEVA, BRUSSELS)
    assert told(article(*WEEK), GENEVA, BRUSSELS) == [
        ("2022-01-10", 1, None),
        ("2022-01-12", 2, 2),
        ("vienna", None, 1),
    ]
    assert steps[-1].event is not None
    assert (str(steps[-1].event.moment), steps[-1].event.is_inferred) == ("2022-01-13", True)
    assert steps[-1].entry.slug == "article"


def test_it_stands_between_entries_where_its_day_does() -> None:
    assert told(article(*WEEK), BRUSSELS, VIENNA) == [
        ("geneva", None, None),
        ("2022-01-12", 2, 2),
        ("2022-01-13", 3, 1),
    ]


def test_it_is_gone_once_an_entry_tells_it() -> None:
    """Also one that is no step."""
    assert told(article(*WEEK), GENEVA, BRUSSELS, entry("2022-01-13", "vienna")) == told(GENEVA, BRUSSELS)


def test_an_article_that_is_a_step_itself_tells_of_the_others_without_a_day() -> None:
    """Days are counted within the article where none is known."""
    assert told(article(*WEEK, step=1)) == [("geneva", None, None), ("article", 1, 2), ("vienna", None, 1)]


@pytest.mark.parametrize(
    "event",
    [
        ("jeudi", "vienna", 1, "negated"),
        ("jeudi", "vienna", 1, "conditional"),
        ("jeudi", "vienna", 1, "background"),
        ("jeudi", None, 1, "planned"),
        ("mercredi", "vienna", 0, "planned"),
    ],
)
def test_what_is_not_sure_to_be_a_step_is_none(event: tuple[str, str | None, int, str]) -> None:
    """Another day, a place, and something that happened or is announced."""
    assert told(article(WEEK[1], event), BRUSSELS) == told(BRUSSELS)


def test_an_article_whose_own_event_is_no_step_says_nothing_of_the_sequence() -> None:
    madrid = ("mercredi", "madrid", 0, "happened")
    assert told(article(madrid, WEEK[2], date="2022-01-12"), BRUSSELS, entry("2022-01-12_m", "madrid")) == told(
        BRUSSELS
    )


def test_two_articles_announce_one_step_once() -> None:
    one = article(*WEEK)
    other = Entry("second", "fr", one.moment, one.type, texts={}, events=one.events)
    assert told(one, other, GENEVA, BRUSSELS) == told(one, GENEVA, BRUSSELS)
