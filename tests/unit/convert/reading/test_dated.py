"""`dated`: the span of a calendar date, its likely year, and dates that no calendar has."""

from datetime import date

import pytest

from generator.convert.grammars.when import Calendar, Span, Turn
from generator.convert.reading.dated import ImpossibleDateError, between, dated
from generator.convert.reading.own_day import own_day
from generator.dates import parse

PAST, FUTURE, OPEN = Turn.PAST, Turn.FUTURE, Turn.OPEN
MONDAY, WEDNESDAY = 0, 2

WITH_A_YEAR = [
    (Calendar(2022), "2022-01-01", "2022-12-31"),
    (Calendar(2024, 2), "2024-02-01", "2024-02-29"),
    (Calendar(2024, 2, 29), "2024-02-29", "2024-02-29"),
    (Calendar(2022, 1, 12, WEDNESDAY), "2022-01-12", "2022-01-12"),
    (Calendar(2022, 21), "2022-03-01", "2022-05-31"),
    (Calendar(2022, 24), "2022-12-01", "2023-02-28"),
]

WITHOUT_A_YEAR = [
    # date, what the verb says, header, the span
    (Calendar(month=1, day=3), PAST, "2022-01-12", "2022-01-03", "2022-01-03"),
    (Calendar(month=1, day=12), FUTURE, "2022-01-12", "2022-01-12", "2022-01-12"),
    (Calendar(month=12, day=30), PAST, "2022-01-12", "2021-12-30", "2021-12-30"),
    (Calendar(month=2, day=3), FUTURE, "2022-01-12", "2022-02-03", "2022-02-03"),
    (Calendar(month=12, day=30), OPEN, "2022-01-12", "2021-12-30", "2021-12-30"),
    (Calendar(month=2, day=3), OPEN, "2022-01-12", "2022-02-03", "2022-02-03"),
    # the verb and the calendar disagree, or nothing tells the side: open between two years
    (Calendar(month=1, day=3), FUTURE, "2022-01-12", "2022-01-03", "2023-01-03"),
    (Calendar(month=1, day=20), PAST, "2022-01-12", "2021-01-20", "2022-01-20"),
    (Calendar(month=7, day=12), OPEN, "2022-01-12", "2021-07-12", "2022-07-12"),
    # what the words say counts more than the verb
    (Calendar(month=6, turn=PAST), FUTURE, "2022-01-12", "2021-06-01", "2021-06-30"),
    (Calendar(month=1), PAST, "2022-01-12", "2022-01-01", "2022-01-31"),
    (Calendar(month=1, day=20), PAST, "2022-01", "2022-01-20", "2022-01-20"),
    (Calendar(month=3), PAST, "2022", "2021-03-01", "2022-03-31"),
    (Calendar(month=3), FUTURE, "2022", "2022-03-01", "2023-03-31"),
    (Calendar(month=2, day=29), PAST, "2022-01-12", "2020-02-29", "2020-02-29"),
    (Calendar(month=1, day=10, weekday=MONDAY), PAST, "2022-01-12", "2022-01-10", "2022-01-10"),
]

IMPOSSIBLE = [
    (Calendar(2022, 2, 31), "2022-02-01", "2022-02-28"),
    (Calendar(2022, 2, 29), "2022-02-01", "2022-02-28"),
    (Calendar(2022, 1, 0), "2022-01-01", "2022-01-31"),
    (Calendar(2022, 1, 12, MONDAY), "2022-01-01", "2022-01-31"),
    (Calendar(None, 1, 12, MONDAY), "2022-01-01", "2022-01-31"),
]


@pytest.mark.parametrize(("when", "first", "last"), WITH_A_YEAR)
def test_a_date_with_its_year_needs_no_header(when: Calendar, first: str, last: str) -> None:
    assert dated(when, OPEN, own_day(None)) == _span(first, last)


@pytest.mark.parametrize(("when", "turn", "header", "first", "last"), WITHOUT_A_YEAR)
def test_the_year_is_the_nearest_on_the_side_of_the_verb_or_stays_open(
    when: Calendar, turn: Turn, header: str, first: str, last: str
) -> None:
    assert dated(when, turn, own_day(parse(header))) == _span(first, last)


def test_without_header_and_year_nothing_is_said() -> None:
    assert dated(Calendar(month=1, day=12), PAST, own_day(None)) is None


@pytest.mark.parametrize(("when", "first", "last"), IMPOSSIBLE)
def test_of_an_impossible_date_the_month_remains(when: Calendar, first: str, last: str) -> None:
    with pytest.raises(ImpossibleDateError) as caught:
        dated(when, PAST, own_day(parse("2022-01-12")))
    assert caught.value.span == _span(first, last)


def test_a_day_that_no_year_has_leaves_nothing() -> None:
    with pytest.raises(ImpossibleDateError) as caught:
        dated(Calendar(month=2, day=31), PAST, own_day(parse("2022-01-12")))
    assert caught.value.span is None


def test_a_span_lasts_from_its_first_date_to_a_later_one() -> None:
    own = own_day(parse("2022-01-12"))
    assert between(Span(Calendar(None, 1, 10), Calendar(None, 1, 13)), PAST, own) == _span("2022-01-10", "2022-01-13")
    assert between(Span(Calendar(None, 1, 10), Calendar(None, 1, 13)), PAST, own_day(None)) is None
    with pytest.raises(ImpossibleDateError, match="ends before it begins"):
        between(Span(Calendar(2022, 1, 13), Calendar(2022, 1, 10)), PAST, own)


def test_a_span_over_new_year_takes_each_end_in_its_own_year() -> None:
    own = own_day(parse("2022-01-12"))
    new_year = Span(Calendar(None, 12, 28), Calendar(None, 1, 3))
    assert between(new_year, PAST, own) == _span("2021-12-28", "2022-01-03")
    with_year = Span(Calendar(2022, 12, 28), Calendar(2022, 1, 3))
    with pytest.raises(ImpossibleDateError):
        between(with_year, PAST, own)


def _span(first: str, last: str) -> tuple[int, int]:
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()
