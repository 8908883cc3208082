"""Where ranges are found again: on what they last through, besides where they begin."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.arranged import Chronology
from generator.chronology.arrange import arrange
from generator.dates import parse
from generator.model import Entry, EntryType, Gazetteer
from generator.moment import Precision


def arranged(dates: Iterable[str]) -> Chronology:
    """A chronology of entries that are called by their dates."""
    entries = [Entry(date, "fr", parse(date), EntryType.OTHER, texts={}) for date in dates]
    return arrange(entries, Gazetteer({}, {}, {}, {}, {}))


def found_again(chronology: Chronology, slug: str) -> list[str]:
    """The headings under which an entry is found again."""
    return [
        "-".join(
            str(part).zfill(2)
            for part in (year.year, month.month, day.day.day if day.day else None)
            if part is not None
        )
        for year in chronology.years
        for month in year.months
        for day in month.days
        for placed in day.again
        if placed.entry.slug == slug
    ]


@pytest.mark.parametrize(
    ("date", "others", "headings"),
    [
        ("2022-01-10/2022-01-13", "2022-01-12", "2022-01-12 2022-01-13"),
        ("2022-01-10/2022-01-13", "2022-01-09 2022-01-14 2022-01 2022", "2022-01-13"),
        ("2021-12-30/2022-01-02", "2022", "2022-01-02"),
        ("2021-12/2022-02", "2022-01-12 2022-03", "2022-01 2022-02"),
        ("2022-01/2022-01-20", "2022-01-12", ""),
        ("2022-01-10/2022-02-09", "2022-02-01", "2022-02-01 2022-02-09"),
        ("2022-01-10/2022-02-10", "2022-02-01", "2022-02"),
        ("2021-06-01/2022-06-01", "2022-02", "2022-02 2022-06"),
        ("2021-06-01/2022-06-02", "2022-02", "2022"),
        ("1999/2004", "1998 2001-05 2003", "2001 2003 2004"),
        ("1999-03-24/2000-06-10", "2000-01", "2000"),
        ("2022-02-24/..", "2021 2022-03 2024-05-01", "2024"),
        ("2022-02-24/", "2024-05-01", ""),
        ("../2022", "2021", ""),
        ("/2022", "2021", ""),
        ("2022-21/2023-22", "2022-12", "2023"),
        ("2020/2029", "202X 20XX", "2029"),
        ("2022-01-12", "2022-01-12", ""),
        ("2022-01-12/2022-01-12", "2022-01-13", ""),
    ],
)
def test_a_range_is_found_again_by_the_grain_of_its_length(date: str, others: str, headings: str) -> None:
    """Up to a month on days, up to a year in months, longer or open in years; where it ends, and where others stand."""
    assert found_again(arranged([date, *others.split()]), date) == headings.split()


DAYS = st.dates().map(str)
RANGES = st.tuples(DAYS, DAYS).map(lambda ends: "/".join(sorted(ends)))


@given(
    st.lists(st.one_of(DAYS, RANGES, st.sampled_from(["2000", "2000-02", "200X", "2000-21", "2001/.."])), unique=True)
)
def test_headings_ascend_and_a_range_is_found_under_each_once(dates: list[str]) -> None:
    """Finding a range again breaks no group in two, and never doubles the entry where it stands."""
    years = arranged(dates).years
    assert len({(year.year, year.precision) for year in years}) == len(years)
    for year in years:
        assert len({month.month for month in year.months}) == len(year.months)
        for day in (day for month in year.months for day in month.days):
            found = [placed.entry.slug for placed in (*day.placed, *day.again)]
            assert len(set(found)) == len(found)
            assert day.placed or day.again
            assert not day.again or year.precision is Precision.YEAR


@given(st.lists(st.one_of(DAYS, RANGES), unique=True))
def test_a_range_is_found_nowhere_outside_of_it(dates: list[str]) -> None:
    """Each heading shares a day with what is found again under it."""
    for year in arranged(dates).years:
        for month in year.months:
            for day in month.days:
                for placed in day.again:
                    first, last = placed.entry.moment.earliest, placed.entry.moment.latest
                    assert first is not None
                    assert last is not None
                    heading = (year.year, month.month or 0, day.day.day if day.day else 0)
                    depth = 3 if day.day else 2 if month.month else 1
                    assert first[:depth] <= heading[:depth] <= last[:depth]
