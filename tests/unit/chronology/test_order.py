"""The order of entries, as lists: whoever stands further left happened first."""

from itertools import pairwise

import pytest

from generator.chronology.order import anchor, sort_key
from generator.dates import parse
from generator.model import Entry, EntryType
from generator.moment import Day

# By rule: dates in their order.
IN_ORDER = {
    "what begins earlier stands first": """
        Y-12000  -0044  -0043-12-31  0000  0001  1999-12-31  2022-01-02  2022-01-03  2022-02-01  2023  Y12000
    """,
    "of what begins on one day the vaguer stands first": """
        20XX  200X  2000  2000-01  2000-01-01
    """,
    "a season stands before the month it begins with": """
        2021-02-28  2021-21  2021-03  2021-03-01  2021-22  2021-06
    """,
    "a winter stands in the December it begins with": """
        2021-23  2021-11-30  2021-24  2021-12  2021-12-01  2022
    """,
    "of what begins on one day the longer stands first": """
        2022-01-01/..  2022-01-01/2022-02-01  2022-01-01/2022-01-02  2022-01-01
    """,
    "an end that is open or unknown is later than any other": """
        2022-02-24/..  2022-02-24/Y12000  2022-02-24/2022-12-31  2022-02-24/2022-03
    """,
    "a range stands where it begins however exact its end": """
        2022  2022-01/2022-03-12  2022-01  2022-01-01/2023
    """,
    "what has no known beginning stands where it ends": """
        2022-02-23  ../2022-02-24  2022-02-25  /2022-02-26  2022-02-27
    """,
}


def entry(date: str, slug: str = "a", order: int = 0) -> Entry:
    return Entry(slug, "fr", parse(date), EntryType.OTHER, texts={}, order=order)


@pytest.mark.parametrize("table", IN_ORDER.values(), ids=IN_ORDER)
def test_dates_stand_as_their_rule_says(table: str) -> None:
    """Dates stand as their rule says, whatever their slugs."""
    dates = table.split()
    keys = [sort_key(entry(date, slug=f"{99 - number}")) for number, date in enumerate(dates)]
    assert all(first < second for first, second in pairwise(keys))


def test_order_comes_before_slug_and_only_among_equal_dates() -> None:
    """`order` breaks ties on one day, a slug breaks the ties that are left."""
    expected = [
        entry("2022-01-11", "z", order=9),
        entry("2022-01-12", "z", order=-1),
        entry("2022-01-12", "y"),
        entry("2022-01-12", "z"),
        entry("2022-01-12", "a", order=1),
        entry("2022-01-12", "b", order=1),
    ]
    assert all(first < second for first, second in pairwise(map(sort_key, expected)))


def test_a_mark_moves_nothing() -> None:
    """An uncertain date stands where a certain one would."""
    assert len({sort_key(entry(date)) for date in ("2022-01", "2022-01?", "2022-01~", "2022-01%")}) == 1


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("2022", Day(2022, 1, 1)),
        ("2022-02-24/..", Day(2022, 2, 24)),
        ("../2022-02", Day(2022, 2, 1)),
        ("/2022-02-24", Day(2022, 2, 24)),
    ],
)
def test_a_moment_stands_at_its_first_day_or_else_that_of_its_end(date: str, day: Day) -> None:
    """Where no beginning is known, the end is all there is."""
    assert anchor(parse(date)) == day
