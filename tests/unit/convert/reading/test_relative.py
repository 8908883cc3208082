"""`relative`: spans that hang on the article's own day, here Wednesday 12 January 2022 unless told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.convert.grammars.when import Beside, Calendar, Days, Turn, Unit, Units, Weekday, Weekdays, When
from generator.convert.reading.relative import relative

PAST, FUTURE, OPEN = Turn.PAST, Turn.FUTURE, Turn.OPEN
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, SATURDAY, SUNDAY = 0, 1, 2, 3, 5, 6
OWN = date(2022, 1, 12)

SPANS = [
    # words, what the verb says, first day, last day
    (Days(0), OPEN, "01-12", "01-12"),
    (Days(-2), FUTURE, "01-10", "01-10"),
    (Weekday(MONDAY), PAST, "01-10", "01-10"),
    (Weekday(WEDNESDAY), PAST, "01-12", "01-12"),
    (Weekday(THURSDAY), PAST, "01-06", "01-06"),
    (Weekday(THURSDAY), FUTURE, "01-13", "01-13"),
    (Weekday(TUESDAY), FUTURE, "01-18", "01-18"),
    (Weekday(WEDNESDAY), FUTURE, "01-12", "01-19"),
    (Weekday(MONDAY), OPEN, "01-10", "01-17"),
    (Weekday(WEDNESDAY), OPEN, "01-12", "01-19"),
    (Weekday(MONDAY, PAST, skips_today=True), OPEN, "01-03", "01-10"),
    (Weekday(THURSDAY, PAST, skips_today=True), FUTURE, "01-06", "01-06"),
    (Weekday(WEDNESDAY, PAST, skips_today=True), OPEN, "01-05", "01-05"),
    (Weekday(MONDAY, FUTURE, skips_today=True), OPEN, "01-17", "01-17"),
    (Weekday(THURSDAY, FUTURE, skips_today=True), PAST, "01-13", "01-20"),
    (Weekdays(MONDAY, TUESDAY), PAST, "01-10", "01-11"),
    (Weekdays(SATURDAY, MONDAY), PAST, "01-08", "01-10"),
    (Weekdays(THURSDAY, SATURDAY), FUTURE, "01-13", "01-15"),
    (Units(Unit.WEEK, 0), OPEN, "01-09", "01-16"),
    (Units(Unit.WEEK, -1), OPEN, "01-02", "01-09"),
    (Units(Unit.WEEK, 1), OPEN, "01-16", "01-23"),
    (Units(Unit.WEEKEND, 0), PAST, "01-08", "01-09"),
    (Units(Unit.WEEKEND, 0), FUTURE, "01-15", "01-16"),
    (Units(Unit.WEEKEND, 0), OPEN, "01-08", "01-16"),
    (Units(Unit.WEEKEND, -1), OPEN, "01-08", "01-09"),
    (Units(Unit.MONTH, 0), PAST, "01-01", "01-31"),
    (Units(Unit.MONTH, 1), OPEN, "02-01", "02-28"),
    (Units(Unit.YEAR, 0), OPEN, "01-01", "12-31"),
    (Units(Unit.WEEK, 2, slack=1), OPEN, "01-16", "02-06"),
    (Calendar(day=12, weekday=WEDNESDAY), OPEN, "01-12", "01-12"),
    (Calendar(day=18, weekday=TUESDAY), FUTURE, "01-18", "01-18"),
    (Calendar(day=10, weekday=MONDAY), FUTURE, "01-10", "01-10"),
]

NOTHING = [Calendar(day=13, weekday=WEDNESDAY), Calendar(day=12), Beside(1)]

HEADERS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.toordinal)
TURNS = st.sampled_from(Turn)
WEEKDAYS = st.integers(MONDAY, SUNDAY)


@pytest.mark.parametrize(("when", "turn", "first", "last"), SPANS)
def test_words_are_counted_from_the_articles_own_day(when: When, turn: Turn, first: str, last: str) -> None:
    span = relative(when, turn, OWN.toordinal(), is_sure=True)
    assert span
    assert [date.fromordinal(day).isoformat() for day in span] == [f"2022-{first}", f"2022-{last}"]


@pytest.mark.parametrize("when", NOTHING)
def test_words_that_fit_no_day_near_name_none(when: When) -> None:
    assert relative(when, OPEN, OWN.toordinal(), is_sure=True) is None


def test_on_a_sunday_this_week_is_the_one_that_ends_and_the_one_that_begins() -> None:
    sunday = date(2022, 1, 16).toordinal()
    assert relative(Units(Unit.WEEK, 0), OPEN, sunday, is_sure=True) == (sunday - 7, sunday + 7)


def test_last_month_of_january_is_december() -> None:
    span = relative(Units(Unit.MONTH, -1), OPEN, OWN.toordinal(), is_sure=True)
    assert span == (date(2021, 12, 1).toordinal(), date(2021, 12, 31).toordinal())


@pytest.mark.parametrize(
    ("weekday", "turn", "first", "last"),
    [(MONDAY, PAST, -2, -2), (THURSDAY, PAST, -6, 0), (THURSDAY, FUTURE, 1, 1), (TUESDAY, FUTURE, 0, 6)],
)
def test_where_the_article_may_be_late_only_a_weekday_well_within_the_week_is_sure(
    weekday: int, turn: Turn, first: int, last: int
) -> None:
    own = OWN.toordinal()
    assert relative(Weekday(weekday), turn, own, is_sure=False) == (own + first, own + last)


@given(weekday=WEEKDAYS, own=HEADERS, turn=TURNS, said=TURNS)
def test_a_weekday_begins_and_ends_on_that_weekday_on_its_side_of_today(
    weekday: int, own: int, turn: Turn, said: Turn
) -> None:
    when = Weekday(weekday, said, skips_today=said is not OPEN)
    span = relative(when, turn, own, is_sure=True)
    assert span is not None
    assert {date.fromordinal(day).weekday() for day in span} == {weekday}
    assert own - 14 <= span[0] <= span[1] <= own + 14
    side = said.or_else(turn)
    assert span[1] <= own or side is not PAST
    assert span[0] >= own or side is not FUTURE


@given(first=WEEKDAYS, last=WEEKDAYS, own=HEADERS, turn=st.sampled_from([PAST, FUTURE]))
def test_from_one_weekday_to_another_is_never_more_than_two_weeks(first: int, last: int, own: int, turn: Turn) -> None:
    span = relative(Weekdays(first, last), turn, own, is_sure=True)
    assert span is not None
    assert date.fromordinal(span[0]).weekday() == first
    assert date.fromordinal(span[1]).weekday() == last
    assert span[0] <= span[1] < span[0] + 14


@given(unit=st.sampled_from(Unit), count=st.integers(-50, 50), own=HEADERS, turn=TURNS)
def test_units_lie_on_their_side_of_today_and_this_one_holds_it(unit: Unit, count: int, own: int, turn: Turn) -> None:
    span = relative(Units(unit, count), turn, own, is_sure=True)
    assert span is not None
    if count < 0:
        assert span[0] <= span[1] < own
    elif count > 0:
        assert own < span[0] <= span[1]
    elif unit is not Unit.WEEKEND:
        assert span[0] <= own <= span[1]
