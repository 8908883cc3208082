"""The day of an article that gives only its month, from entries whose day is known."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.arranged import Chronology
from generator.chronology.arrange import arrange
from generator.dates import exact_day, ordinal, parse, weekday
from generator.languages import Language
from generator.model import Entry, EntryType, Event, EventStatus, Gazetteer, Location
from generator.moment import Day

PLACES = {
    "brussels": Location("brussels", {"fr": "Bruxelles"}),
    "nato-hq": Location("nato-hq", {"fr": "siège de l’OTAN"}, within="brussels"),
    "geneva": Location("geneva", {"fr": "Genève"}),
    "vienna": Location("vienna", {"fr": "Vienne"}),
    "moscow": Location("moscow", {"fr": "Moscou"}),
}
TALKS = "mercredi@brussels=0 lundi@geneva=-2 jeudi@vienna=1+planned"
"""What the article tells: `words@place=day`, and the status where it did not happen."""

GENEVA, BRUSSELS, VIENNA = "2022-01-10@geneva", "2022-01-12@nato-hq", "2022-01-13@vienna"


def article(date: str = "2022-01", told: str = TALKS, lang: str = "fr") -> Entry:
    """An article that reports events."""
    return Entry("article", lang, parse(date), EntryType.ARTICLE, texts={}, events=tuple(map(event, told.split())))


def event(written: str) -> Event:
    """An event written `words@place=day+status`; a dash stands for no place."""
    words, _, rest = written.partition("@")
    place, _, offset = rest.partition("=")
    day, _, status = offset.partition("+")
    named = None if place == "-" else place
    return Event(words, "…", named, int(day), status=EventStatus(status or "happened"))


def meeting(written: str, kind: EntryType = EntryType.MEETING) -> Entry:
    """An entry written `date@place`, or `date@place+place`."""
    date, _, places = written.partition("@")
    return Entry(written.replace("@", "-"), "fr", parse(date), kind, texts={}, places=tuple(places.split("+")))


def chronology(one: Entry, *others: str, places: Mapping[str, Location] = PLACES) -> Chronology:
    return arrange([one, *map(meeting, others)], Gazetteer({}, places, {}, {}, {}))


def resolved(one: Entry, *others: str) -> str | None:
    """The day an article is resolved to."""
    resolution = chronology(one, *others).resolutions.get(one.slug)
    return str(resolution.moment) if resolution else None


def test_the_article_stands_on_the_day_that_geneva_brussels_and_vienna_leave() -> None:
    found = chronology(article(), GENEVA, BRUSSELS, VIENNA)
    resolution = found.resolutions["article"]
    assert str(resolution.moment) == "2022-01-12"
    evidence = [(each.event.said, [entry.slug for entry in each.entries]) for each in resolution.evidence]
    assert evidence == [
        ("mercredi", ["2022-01-12-nato-hq"]),
        ("lundi", ["2022-01-10-geneva"]),
        ("jeudi", ["2022-01-13-vienna"]),
    ]
    slugs = ["2022-01-10-geneva", "2022-01-12-nato-hq", "article", "2022-01-13-vienna"]
    assert [placed.entry.slug for placed in found.placed] == slugs
    assert found.years[0].months[0].days[1].day == Day(2022, 1, 12)


def test_the_entry_keeps_what_its_author_wrote() -> None:
    """A resolved day is said beside the date, never in its place."""
    (entry,) = [placed.entry for placed in chronology(article(), BRUSSELS).placed if placed.entry.slug == "article"]
    assert str(entry.moment) == "2022-01"


@pytest.mark.parametrize(
    "others",
    [
        (GENEVA,),
        (BRUSSELS,),
        (VIENNA,),
        (GENEVA, VIENNA),
        ("2022-01-12@brussels",),
        ("2022-01-12@brussels+nato-hq",),
        (GENEVA, "2022-01-26@moscow+brussels"),
    ],
)
def test_any_one_of_them_is_enough_where_one_day_is_left(others: tuple[str, ...]) -> None:
    assert resolved(article(), *others) == "2022-01-12"


@pytest.mark.parametrize(
    "others",
    [
        (),
        (BRUSSELS, "2022-01-26@brussels"),
        (GENEVA, "2022-01-24@geneva"),
        ("2022-01-11@brussels",),
        ("2022-01@brussels",),
        ("2022-01-12?@brussels",),
        ("2022-01-12~@brussels",),
        ("2022-01-12/2022-01-13@brussels",),
        ("2021-01-13@brussels",),
        ("2022-01-12@moscow",),
        ("2022-01-12@moscow+brussels",),
        ("2022-01-12@unknown",),
    ],
)
def test_the_month_stays_where_none_or_several_days_are_left(others: tuple[str, ...]) -> None:
    found = chronology(article(), *others)
    assert (found.resolutions, found.contradictions) == ({}, ())


def test_a_day_that_has_all_that_another_has_and_more_wins() -> None:
    """A second meeting in Brussels on another Wednesday says nothing against the three."""
    assert resolved(article(), GENEVA, BRUSSELS, VIENNA, "2022-01-26@brussels") == "2022-01-12"


@pytest.mark.parametrize(
    "others", [(GENEVA, "2022-01-19@brussels"), (GENEVA, BRUSSELS, "2022-01-20@vienna"), (VIENNA, "2022-01-24@geneva")]
)
def test_days_that_each_have_evidence_of_their_own_contradict_each_other(others: tuple[str, ...]) -> None:
    """Nothing is resolved, and the entries that disagree are named."""
    found = chronology(article(), *others)
    (contradiction,) = found.contradictions
    assert found.resolutions == {}
    assert contradiction.entry.slug == "article"
    named = {entry.slug for day in contradiction.days for each in day.evidence for entry in each.entries}
    assert named == {other.replace("@", "-") for other in others}


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2022-01-11", TALKS),
        ("2022-01/2022-02", TALKS),
        ("2022-01~", TALKS),
        ("2022-01?", TALKS),
        ("202X", TALKS),
        ("2022-02", TALKS),
        ("2022-01", "mardi@brussels=0"),
        ("2022-01", "mercredi@brussels=0 mardi@geneva=-2"),
        ("2022-01", "mercredi@brussels=0+negated"),
        ("2022-01", "mercredi@brussels=0+conditional"),
        ("2022-01", "mercredi@-=0"),
    ],
)
def test_nothing_is_resolved_against_what_the_article_says(date: str, told: str) -> None:
    assert resolved(article(date, told), GENEVA, BRUSSELS, VIENNA) is None


@pytest.mark.parametrize(
    ("date", "day"), [("2022", "2022-01-12"), ("2021-24", "2022-01-12"), ("2022-XX", "2022-01-12")]
)
def test_a_season_or_year_is_resolved_as_well(date: str, day: str) -> None:
    assert resolved(article(date), GENEVA, BRUSSELS, VIENNA) == day


@pytest.mark.parametrize(
    ("lang", "words", "day"),
    [
        ("en", "Wednesday", "2022-01-12"),
        ("en", "Tuesday", None),
        ("ru", "среда", "2022-01-12"),
        ("en", "Earlier", "2022-01-12"),
    ],
)
def test_weekdays_are_read_in_the_language_of_the_article(lang: str, words: str, day: str | None) -> None:
    """Words that name no day of the week forbid none."""
    assert resolved(article(told=f"{words}@brussels=0", lang=lang), BRUSSELS) == day


def test_the_date_of_an_event_bounds_its_day() -> None:
    """Monday of the same month: the first Wednesday may have it in the month before, and is then no candidate."""
    monday = Event("lundi", "…", "geneva", -3, parse("2022-02"))
    one = Entry("article", "fr", parse("2022-02"), EntryType.ARTICLE, texts={}, events=(monday,))
    assert resolved(one, "2022-01-31@geneva") is None
    assert resolved(one, "2022-02-07@geneva") == "2022-02-10"


def test_an_article_is_no_evidence_for_another() -> None:
    """What reports events tells none itself, so that no day rests on one that rests on it."""
    other = Entry(
        "other", "fr", parse("2022-01-12"), EntryType.ARTICLE, {}, places=("brussels",), events=(event("a@-=0"),)
    )
    assert arrange([article(), other], Gazetteer({}, PLACES, {}, {}, {})).resolutions == {}


MEETINGS = st.builds(
    "2022-{:02}-{:02}@{}".format, st.integers(1, 2), st.integers(1, 28), st.sampled_from(sorted(PLACES))
)
WEEK = st.permutations([*zip(Language("fr").weekday_names("wide"), range(7), strict=True)])


@st.composite
def articles(draw: st.DrawFn) -> Entry:
    """Articles with events at some days of the week, around a day of their own that nobody is told."""
    own = draw(st.integers(0, 6))
    days = draw(WEEK)[: draw(st.integers(1, 3))]
    places = st.sampled_from(sorted(PLACES))
    return article(
        draw(st.sampled_from(["2022", "2022-01", "2022-24"])),
        " ".join(f"{name}@{draw(places)}={number - own}" for name, number in days),
    )


@given(articles(), st.lists(MEETINGS, unique=True))
def test_a_resolved_day_lies_within_the_written_date_and_agrees_with_the_weekdays(
    one: Entry, others: list[str]
) -> None:
    resolution = chronology(one, *others).resolutions.get("article")
    if resolution:
        day = exact_day(resolution.moment)
        assert day is not None
        assert one.moment.earliest is not None
        assert one.moment.latest is not None
        assert one.moment.earliest <= day <= one.moment.latest
        names = Language("fr").weekday_names("wide")
        for told in one.events:
            assert names[weekday(ordinal(day) + (told.day or 0))] == told.said


@given(
    articles(),
    st.lists(MEETINGS, unique=True),
    st.sampled_from(["2022-01-12@paris", "2020-01-12@brussels", "2022-01@geneva"]),
)
def test_an_unrelated_entry_never_changes_a_resolved_day(one: Entry, others: list[str], unrelated: str) -> None:
    """Another place, another year, or no day of its own."""
    places = {**PLACES, "paris": Location("paris", {"fr": "Paris"})}
    before = chronology(one, *others, places=places)
    after = chronology(one, *others, unrelated, places=places)
    assert after.resolutions == before.resolutions
    assert after.contradictions == before.contradictions
