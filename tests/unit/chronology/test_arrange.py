"""The chronology for any set of entries: one chain, and groups that hold each entry once."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chronology.arrange import arrange
from generator.chronology.order import anchor, sort_key
from generator.dates import parse
from generator.model import Chronology, Entry, EntryType
from generator.moment import Day

BEGUN = (
    "20XX 202X 2021 2022 2022~ 2022-01 2022-12 2022-24 2022-21 2022-03 2022-01-01 2022-03-01 2022-03-31 2021/2022-03-01"
    " 2022-03/.. 2022-03-01/ 2022-03-01/2022-03-31 -0043 -0043-03-15 0000 Y12000"
).split()
UNTIL = "../2022-03-01 /2022-03-31 ../2022-12-31".split()
UNTIL_VAGUE = "../2022 ../2022-03 /2022-24".split()


def entry(date: str, slug: str = "a", order: int = 0) -> Entry:
    return Entry(slug, "fr", parse(date), EntryType.OTHER, texts={}, order=order)


def entries_of(dates: list[str]) -> st.SearchStrategy[list[Entry]]:
    """Entries on these dates, each with a slug of its own."""
    one = st.builds(entry, st.sampled_from(dates), st.text("abc", min_size=1), st.integers(-1, 1))
    return st.lists(one, unique_by=lambda made: made.slug)


ENTRIES = entries_of([*BEGUN, *UNTIL, *UNTIL_VAGUE])


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
    """Years, months and days ascend; what is not known so exactly stands before them."""
    years = arrange(entries).years
    assert [year.year for year in years] == sorted({year.year for year in years})
    for year in years:
        months = [month.month or 0 for month in year.months]
        assert months == sorted(set(months))
        for month in year.months:
            days = [day.day or Day(0, 0, 0) for day in month.days]
            assert days[1:] == sorted(set(days[1:]))
            assert None not in [day.day for day in month.days[1:]]
            assert all(day.placed for day in month.days)


@given(ENTRIES)
def test_an_entry_stands_in_the_year_month_and_day_it_begins(entries: list[Entry]) -> None:
    """A group says nothing of an entry that its date does not say."""
    for year in arrange(entries).years:
        for month in year.months:
            for day in month.days:
                for placed in day.placed:
                    first = anchor(placed.entry.moment)
                    assert year.year == first.year
                    assert month.month in {None, first.month}
                    assert day.day in {None, first}


@pytest.mark.parametrize(
    ("date", "month", "day"),
    [
        ("20XX", None, None),
        ("202X", None, None),
        ("2022", None, None),
        ("2022-21", 3, None),
        ("2022-24", 12, None),
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
    """What is known to the year stands in no month, what is known to the month on no day; a season in its first."""
    (year,) = arrange([entry(date)]).years
    (only_month,) = year.months
    (only_day,) = only_month.days
    assert (only_month.month, only_day.day) == (month, day)


@given(entries_of([*BEGUN, *UNTIL]))
def test_groups_read_from_the_top_are_the_chain(entries: list[Entry]) -> None:
    """A list and the links to neighbours tell the same order."""
    chronology = arrange(entries)
    assert in_groups(chronology) == [placed.entry for placed in chronology.placed]


@pytest.mark.parametrize("until", UNTIL_VAGUE)
def test_groups_and_chain_agree_on_what_ends_in_a_year_month_or_season(until: str) -> None:
    """So they do where only the end is known, and not to the day."""
    chronology = arrange(entry(date, slug=date) for date in (until, "2022-03-15", "2022-12-15", "2023-02-15"))
    assert in_groups(chronology) == [placed.entry for placed in chronology.placed]


def test_no_entries_make_an_empty_chronology() -> None:
    """A new project has none."""
    assert arrange([]) == Chronology((), ())
