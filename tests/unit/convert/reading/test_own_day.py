"""`own_day`: which days a header allows an article to speak from."""

from datetime import date

import pytest

from generator.convert.grammars.when import Turn
from generator.convert.reading.own_day import own_day
from generator.dates import parse
from generator.moment import Precision

JANUARY = own_day(parse("2022-01"))


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


def test_a_weekday_leaves_the_days_of_the_header_that_fall_on_it() -> None:
    mondays = JANUARY.on_weekday(0)
    assert [date.fromordinal(day).day for day in mondays.days] == [3, 10, 17, 24, 31]
    assert mondays.is_anchored


def test_a_weekday_that_contradicts_the_header_changes_nothing() -> None:
    wednesday = own_day(parse("2022-01-12"))
    assert wednesday.on_weekday(0) == wednesday


def test_a_dateline_fixes_the_day_within_the_header_only() -> None:
    twelfth, april = (date(2022, month, 12).toordinal() for month in (1, 4))
    assert JANUARY.within((twelfth, twelfth)).days == (twelfth,)
    assert JANUARY.within((twelfth, twelfth)).precision is Precision.DAY
    assert JANUARY.within((april, april)) == JANUARY
    nothing = own_day(None)
    assert nothing.within((twelfth, twelfth)) == nothing


@pytest.mark.parametrize(
    ("first", "last", "side"),
    [
        ("2021-12-30", "2021-12-31", Turn.PAST),
        ("2021-12-30", "2022-01-01", Turn.OPEN),
        ("2022-01-31", "2022-02-01", Turn.OPEN),
        ("2022-02-01", "2022-02-01", Turn.FUTURE),
    ],
)
def test_a_span_lies_on_a_side_only_where_it_touches_no_day_of_the_header(first: str, last: str, side: Turn) -> None:
    span = date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
    assert JANUARY.side_of(span) is side
    assert own_day(None).side_of(span) is Turn.OPEN


def test_a_year_is_before_the_headers_only_where_there_is_one() -> None:
    assert JANUARY.is_before(2021)
    assert not JANUARY.is_before(2022)
    assert not own_day(None).is_before(1900)
