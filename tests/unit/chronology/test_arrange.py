"""The chronology for any set of entries: one chain, and groups that hold each entry once."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.arranged import Chronology
from generator.chronology.arrange import arrange as arranged
from generator.chronology.order import sort_key
from generator.dates import parse
from generator.model import Entry, EntryType, Gazetteer
from generator.moment import Day, Precision

BEGUN = (
    "20XX 200X 2000 202X 2021 2022 2022~ 2022-01 2022-12 2022-24 2022-21 2022-03 2022-01-01 2022-03-01 2022-03-31"
    " 2021/2022-03-01 2022-21/.. 2022-03/.. 2022-03-01/ 2022-03-01/2022-03-31 -0043 -0043-03-15 000X 0000 Y12000"
).split()
UNTIL = "../2022-03-01 /2022-03-31 ../2022-12-31 ../2022 ../2022-03 /2022-24".split()


def arrange(entries: Iterable[Entry]) -> Chronology:
    return arranged(entries, Gazetteer({}, {}, {}, {}, {}))


def entry(date: str, slug: str = "a", order: int = 0) -> Entry:
    return Entry(slug, "fr", parse(date), EntryType.OTHER, texts={}, order=order)


def entries_of(dates: list[str]) -> st.SearchStrategy[list[Entry]]:
    """Entries on these dates, each with a slug of its own."""
    one = st.builds(entry, st.sampled_from(dates), st.text("abc", min_size=1), st.integers(-1, 1))
    return st.lists(one, unique_by=lambda made: made.slug)


ENTRIES = entries_of([*BEGUN, *UNTIL])


FIRST_MONTH = {21: 2.5, 22: 5.5, 23: 8.5, 24: 11.5}
"""Where a season stands among the months."""


def in_groups(chronology: Chronology) -> list[Entry]:
    """The entries as a page of the whole chronology lists them."""
    return [placed.entry for year in chronology.years for placed in year.placed]


@given(ENTRIES.flatmap(lambda entries: st.tuples(st.just(entries), st.permutations(entries))))
def test_the_order_given_does_not_matter(twice: tuple[list[Entry], list[Entry]]) -> None:
    """The same entries make the same chronology."""
    entries, shuffled = twice
    assert arrange(shuffled) == arrange(entries)


@given(ENTRIES)
def test_neighbours_form_one_chain(entries: list[Entry]) -> None:
    """From the first entry one meets all others, in order, and back again."""
    placed = arrange(entries).placed
    assert [one.entry for one in placed] == sorted(entries, key=sort_key)
    assert all((left.after, right.before) == (right.entry, left.entry) for left, right in pairwise(placed))
    assert not placed or (placed[0].before, placed[-1].after) == (None, None)


@given(ENTRIES)
def test_groups_hold_every_entry_exactly_once(entries: list[Entry]) -> None:
    """No entry is lost or shown twice, and each stands among its neighbours as in the chain."""
    chronology = arrange(entries)
    grouped = [placed for year in chronology.years for placed in year.placed]
    assert sorted(map(repr, grouped)) == sorted(map(repr, chronology.placed))


@given(ENTRIES)
def test_no_group_is_empty_or_comes_twice(entries: list[Entry]) -> None:
    """Spans, years, months and days ascend; what is not known so exactly stands before what begins with it."""
    scale = list(Precision)
    years = arrange(entries).years
    spans = [(year.year, scale.index(year.precision)) for year in years]
    assert spans == sorted(set(spans))
    for year in years:
        months = [FIRST_MONTH.get(month.month or 0, month.month or 0) for month in year.months]
        assert months == sorted(set(months))
        for month in year.months:
            days = [day.day or Day(0, 0, 0) for day in month.days]
            assert days[1:] == sorted(set(days[1:]))
            assert None not in [day.day for day in month.days[1:]]
            assert all(day.placed or day.again for day in month.days)


@given(ENTRIES)
def test_a_group_says_nothing_that_the_date_does_not_say(entries: list[Entry]) -> None:
    """Its year, month and day are those written, and it has none of them that is not written."""
    for year in arrange(entries).years:
        for month in year.months:
            for day in month.days:
                for placed in day.placed:
                    point = placed.entry.moment.points[0]
                    has_year = point.precision not in {Precision.DECADE, Precision.CENTURY}
                    assert year.year == point.year
                    assert year.precision is (Precision.YEAR if has_year else point.precision)
                    assert month.month == point.month
                    assert day.day == (point.earliest if point.precision is Precision.DAY else None)


@pytest.mark.parametrize(
    ("date", "month", "day"),
    [
        ("20XX", None, None),
        ("202X", None, None),
        ("2022", None, None),
        ("2022-21", 21, None),
        ("2022-24", 24, None),
        ("2022-24/2023", 24, None),
        ("../2022-22", 22, None),
        ("2022-03", 3, None),
        ("2022-03/2022-05-12", 3, None),
        ("2022-03-01", 3, Day(2022, 3, 1)),
        ("2022-03-01?", 3, Day(2022, 3, 1)),
        ("2022-03-01/2022-05", 3, Day(2022, 3, 1)),
        ("../2022-03-31", 3, Day(2022, 3, 31)),
        ("../2022-03", 3, None),
        ("../2022", None, None),
    ],
)
def test_a_date_has_no_finer_group_than_its_precision(date: str, month: int | None, day: Day | None) -> None:
    """What is known to the year stands in no month, what is known to the season in that, to the month on no day."""
    first_month = arrange([entry(date)]).years[0].months[0]
    assert (first_month.month, first_month.days[0].day) == (month, day)


@pytest.mark.parametrize(
    ("date", "span"),
    [
        ("20XX", (2000, Precision.CENTURY)),
        ("202X~", (2020, Precision.DECADE)),
        ("2020", (2020, Precision.YEAR)),
        ("2020-24", (2020, Precision.YEAR)),
        ("2020/2029", (2020, Precision.YEAR)),
    ],
)
def test_a_decade_or_century_stands_in_no_year(date: str, span: tuple[int, Precision]) -> None:
    """It is a group of its own; a range stands in the year it begins in, a season in the year it is written with."""
    group = arrange([entry(date)]).years[0]
    assert (group.year, group.precision) == span


def test_seasons_stand_between_months_and_decades_between_years() -> None:
    """Each before the month or year it begins with, after all that is earlier."""
    dates = "20XX 200X 2000 2019 202X 2020 2021-01 2021-02-28 2021-21 2021-03 2021-24 2021-12-31 2022".split()
    chronology = arrange(entry(date, slug=date) for date in reversed(dates))
    assert [one.entry.slug for one in chronology.placed] == dates
    assert [(year.year, year.precision.value) for year in chronology.years] == [
        (2000, "century"),
        (2000, "decade"),
        (2000, "year"),
        (2019, "year"),
        (2020, "decade"),
        (2020, "year"),
        (2021, "year"),
        (2022, "year"),
    ]
    assert [month.month for month in chronology.years[6].months] == [1, 2, 21, 3, 24, 12]


@given(ENTRIES)
def test_groups_read_from_the_top_are_the_chain(entries: list[Entry]) -> None:
    """A list and the links to neighbours tell the same order."""
    chronology = arrange(entries)
    assert in_groups(chronology) == [placed.entry for placed in chronology.placed]


def test_no_entries_make_an_empty_chronology() -> None:
    """A new project has none."""
    assert arrange([]) == Chronology((), ())
