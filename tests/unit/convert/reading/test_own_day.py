"""`own_day`: which days a header allows an article to speak from."""

import pytest

from generator.convert.reading.own_day import own_day
from generator.dates import parse


@pytest.mark.parametrize(
    ("header", "days"),
    [("2022-01-12", 1), ("2022-02", 28), ("2024", 366), ("2022-01-01/2022-01-07", 7)],
)
def test_a_header_allows_each_of_its_days(header: str, days: int) -> None:
    own = own_day(parse(header))
    assert own.is_given
    assert len(own.days) == days


@pytest.mark.parametrize("header", [None, "19XX", "0005", "9998"])
def test_without_a_usable_header_any_weekday_is_possible(header: str | None) -> None:
    """A century is too vague; beside the ends of the calendar “99 years ago” would fall out of it."""
    own = own_day(parse(header) if header else None)
    assert not own.is_given
    assert len(own.days) == 7
