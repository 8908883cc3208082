"""The chronology from its sides: what belongs to an actor, place, theme or period, and in which order."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.arranged import Side, Topics
from generator.chronology.arrange import arrange
from generator.chronology.order import sort_key
from generator.dates import parse
from generator.model import Actor, ActorKind, Entry, EntryType, Event, Gazetteer, Location, Period
from generator.moment import Day, Moment

WITHIN = {"belgium": None, "brussels": "belgium", "nato-hq": "brussels", "hall": "nato-hq", "geneva": None}
PLACES = {id_: Location(id_, {"fr": id_}, within=within) for id_, within in WITHIN.items()}
ACTORS = {id_: Actor(id_, ActorKind.PERSON, {"fr": id_}) for id_ in "ada bo cy".split()}
SPANS = {"after": "2022-02-24/..", "crisis": "2021-03/2022-02-23", "before": "2007/2014-03", "long": "2007/2022"}

DATES = (
    "2006 2007-01-01 200X 2014-21 2014-03-31 2014-04 2015/2020 2021 2021-03 2022-01~ 2022-02-23 2022-02-24 2022 202X"
    " 2022-02/2022-03 2022-01/.. 2013/ ../2021 /2006-12 ../2007-01-01 2030 -0043 20XX"
).split()


def period(id_: str, dates: str) -> Period:
    start, _, end = dates.partition("/")
    return Period(id_, {"fr": id_}, parse(start), None if end == ".." else parse(end))


PERIODS = {id_: period(id_, dates) for id_, dates in SPANS.items()}
GAZETTEER = Gazetteer(ACTORS, PLACES, {}, PERIODS, {})


def entry(slug: str, date: str = "2022", **fields: tuple[str, ...]) -> Entry:
    return Entry(slug, "fr", parse(date), EntryType.OTHER, texts={}, **fields)  # type: ignore[arg-type]


def topics(*entries: Entry) -> Topics:
    return arrange(entries, GAZETTEER).topics


def slugs(found: Topics, side: Side) -> dict[str, list[str]]:
    """By id the entries of a side."""
    return {id_: [placed.entry.slug for placed in topic.placed] for id_, topic in found.by_side[side].items()}


def test_a_topic_holds_the_entries_that_name_it_in_the_order_of_the_chronology() -> None:
    """Whatever order they come in; an id that comes twice in an entry counts once."""
    late, early = entry("a", "2022", actors=("ada", "bo", "ada")), entry("b", "2021", actors=("bo",), themes=("war",))
    found = topics(late, early)
    assert slugs(found, Side.ACTORS) == {"bo": ["b", "a"], "ada": ["a"]}
    assert slugs(found, Side.THEMES) == {"war": ["b"]}


def test_what_no_entry_names_has_no_topic() -> None:
    """Nor has a place with nothing in it, nor a period that nothing falls into."""
    assert topics().by_side == {side: {} for side in Side}
    found = topics(entry("a", "1990", actors=("ada",), places=("geneva",)))
    assert {side: [*slugs(found, side)] for side in Side} == {
        Side.ACTORS: ["ada"],
        Side.PLACES: ["geneva"],
        Side.THEMES: [],
        Side.PERIODS: [],
        Side.TYPES: ["other"],
    }
    assert found.periods_of == {"a": ()}


def test_a_place_has_what_happened_in_places_within_it() -> None:
    """However deep, and once where an entry names both."""
    found = topics(entry("a", "2020", places=("hall",)), entry("b", "2021", places=("brussels", "nato-hq")))
    assert slugs(found, Side.PLACES) == {
        "hall": ["a"],
        "nato-hq": ["a", "b"],
        "brussels": ["a", "b"],
        "belgium": ["a", "b"],
    }


def test_a_place_names_those_directly_within_it_that_have_entries() -> None:
    """What a place lies in always has a page of its own, so that a way leads out of every place."""
    places = topics(entry("a", places=("nato-hq", "geneva"))).by_side[Side.PLACES]
    assert {id_: topic.inner for id_, topic in places.items()} == {
        "nato-hq": (),
        "brussels": ("nato-hq",),
        "belgium": ("brussels",),
        "geneva": (),
    }


@pytest.mark.parametrize(
    ("date", "periods"),
    [
        ("2006", ""),
        ("200X", "long before"),
        ("2007-01-01", "long before"),
        ("2014-03-31", "long before"),
        ("2014-04-01", "long"),
        ("2014", "long before"),
        ("2010/2021", "long before crisis"),
        ("2021-03-01", "long crisis"),
        ("2022-02-23", "long crisis"),
        ("2022-02-24", "long after"),
        ("2022-02", "long crisis after"),
        ("2022-02~", "long crisis after"),
        ("2022-12-31", "long after"),
        ("2023", "after"),
        ("2030-01-01", "after"),
        ("2015/..", "long crisis after"),
        ("2015/", "long crisis after"),
        ("../2006", ""),
        ("../2007-01-01", "long before"),
        ("/2021-03-01", "long before crisis"),
    ],
)
def test_an_entry_is_in_each_period_that_it_can_share_a_day_with(date: str, periods: str) -> None:
    """An open end, of either, has no limit; periods come in the order of time, of one beginning the longer first."""
    found = topics(entry("a", date))
    assert found.periods_of == {"a": tuple(periods.split())}
    assert slugs(found, Side.PERIODS) == {id_: ["a"] for id_ in periods.split()}
    assert [*found.by_side[Side.PERIODS]] == periods.split()


def test_a_period_names_those_with_entries_that_overlap_it() -> None:
    """In the order of time, and not itself."""
    found = topics(entry("a", "2010"), entry("b", "2021-05"), entry("c", "2023"))
    overlapping = {id_: topic.overlapping for id_, topic in found.by_side[Side.PERIODS].items()}
    assert overlapping == {
        "long": ("before", "crisis", "after"),
        "before": ("long",),
        "crisis": ("long",),
        "after": ("long",),
    }
    only = topics(entry("a", "2010")).by_side[Side.PERIODS]
    assert {id_: topic.overlapping for id_, topic in only.items()} == {"long": ("before",), "before": ("long",)}


def test_each_report_of_an_event_counts_and_stands_at_its_own_date() -> None:
    """The one that stands for all in the chronology is one of them, and each knows the others."""

    def article(slug: str, date: str, who: tuple[str, ...]) -> Entry:
        told = Event("mercredi", "Une rencontre.", None, 0, parse("2022-01-12"))
        return Entry(slug, "fr", parse(date), EntryType.ARTICLE, texts={}, actors=who, events=(told,))

    entries = article("a", "2022-01-12", ("ada", "bo")), article("b", "2023", ("ada", "bo", "cy"))
    chronology = arrange(entries, GAZETTEER)
    assert len(chronology.placed) == 1
    assert slugs(chronology.topics, Side.ACTORS) == {"ada": ["a", "b"], "bo": ["a", "b"], "cy": ["b"]}
    topic = chronology.topics.by_side[Side.ACTORS]["ada"]
    assert [year.year for year in topic.group()] == [2022, 2023]
    assert [[one.entry.slug for one in placed.reports] for placed in topic.placed] == [["b"], ["a"]]


ENTRIES = st.lists(
    st.builds(
        entry,
        st.text("abc", min_size=1),
        st.sampled_from(DATES),
        actors=st.lists(st.sampled_from([*ACTORS])).map(tuple),
        places=st.lists(st.sampled_from([*PLACES])).map(tuple),
        themes=st.lists(st.sampled_from("war peace".split())).map(tuple),
    ),
    unique_by=lambda made: made.slug,
)


def days(moment: Moment) -> tuple[Day, Day]:
    """From the first to the last day, where an end is open of all time."""
    return moment.earliest or Day(-9999, 1, 1), moment.latest or Day(9999, 1, 1)


def expected(side: Side, id_: str, made: Entry) -> bool:
    """Whether an entry belongs to a topic, told in another way."""
    if side is Side.PERIODS:
        (first, last), (begin, end) = days(made.moment), days(PERIODS[id_].span)
        return max(first, begin) <= min(last, end)
    if side is Side.PLACES:
        return id_ in made.places or any(expected(side, inner, made) for inner in WITHIN if WITHIN[inner] == id_)
    return id_ in {Side.ACTORS: made.actors, Side.THEMES: made.themes}[side]


def belonging(side: Side, ids: Iterable[str], entries: list[Entry]) -> dict[str, list[str]]:
    """By id what belongs to it, in order."""
    ordered = sorted(entries, key=sort_key)
    found = {id_: [made.slug for made in ordered if expected(side, id_, made)] for id_ in ids}
    return {id_: entries for id_, entries in found.items() if entries}


@given(ENTRIES)
def test_nothing_is_missing_from_a_topic_and_nothing_is_foreign_to_it(entries: list[Entry]) -> None:
    """For any entries, from all sides."""
    found = topics(*entries)
    everything: dict[Side, Iterable[str]] = {
        Side.ACTORS: ACTORS,
        Side.PLACES: PLACES,
        Side.THEMES: ("war", "peace"),
        Side.PERIODS: PERIODS,
    }
    for side, ids in everything.items():
        assert slugs(found, side) == belonging(side, ids, entries)
    periods = slugs(found, Side.PERIODS)
    assert found.periods_of == {
        made.slug: tuple(id_ for id_ in "long before crisis after".split() if made.slug in periods.get(id_, ()))
        for made in entries
    }


def test_an_article_stands_at_the_day_that_follows_from_others_and_in_the_periods_of_that_day() -> None:
    """Its month alone would leave both periods open."""
    told = Event("mercredi", "Une rencontre à Genève.", "geneva", 0, parse("2022-02"))
    article = Entry("b", "fr", parse("2022-02"), EntryType.ARTICLE, texts={}, places=("geneva",), events=(told,))
    assert topics(article).periods_of["b"] == ("long", "crisis", "after")
    found = topics(article, entry("a", "2022-02-09", places=("geneva",)))
    assert found.periods_of["b"] == ("long", "crisis")
    (year,) = found.by_side[Side.PLACES]["geneva"].group()
    assert [day.day for day in year.months[0].days] == [Day(2022, 2, 9)]
