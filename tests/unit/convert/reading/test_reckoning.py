"""`reckon`: whatever the words, a day and a date are no more exact than header and words together."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator.convert.grammars.when import Calendar, Days, Decade, Span, Turn, Unit, Units, Weekday, Weekdays, When
from generator.convert.reading.dated import ImpossibleDateError
from generator.convert.reading.own_day import own_day
from generator.convert.reading.reckoning import NOTHING, Reckoned, reckon
from generator.convert.reading.relative import relative
from generator.dates import parse
from generator.moment import Moment, Precision

MONDAY, WEDNESDAY = 0, 2
DAY, MONTH, YEAR, NONE = "2022-01-12", "2022-01", "2022", None

RECKONED = [
    # words, and day and date below a day, a month, a year, and no header
    (Days(-1), (-1, "2022-01-11"), (-1, "2021-12/2022-01"), (-1, "2021/2022"), (-1, None)),
    (Weekday(MONDAY), (-2, "2022-01-10"), (None, "2021-12/2022-01"), (None, "2021/2022"), (None, None)),
    (
        Weekdays(MONDAY, 1),
        (None, "2022-01-10/2022-01-11"),
        (None, "2021-12/2022-02"),
        (None, "2021/2022"),
        (None, None),
    ),
    (Units(Unit.MONTH, -1), (None, "2021-12"), (None, "2021-12"), (None, "2021/2022"), (None, None)),
    (Units(Unit.YEAR, 0), (None, "2022"), (None, "2022"), (None, "2022"), (None, None)),
    (Calendar(None, 1, 10), (-2, "2022-01-10"), (None, "2022-01-10"), (None, "2021/2022"), (None, None)),
    (Calendar(2022, 1, 10), (-2, "2022-01-10"), *[(None, "2022-01-10")] * 3),
    (Calendar(2022, 21), *[(None, "2022-21")] * 4),
    (Calendar(2014), *[(None, "2014")] * 4),
    (Decade(1990), *[(None, "199X")] * 4),
    (Span(Calendar(2022, 1, 3), Calendar(2022, 1, 5)), *[(None, "2022-01-03/2022-01-05")] * 4),
    (Calendar(day=12, weekday=WEDNESDAY), (0, "2022-01-12"), (None, "2022-01-12"), (None, None), (None, None)),
]

HEADERS = st.dates(date(1900, 1, 1), date(2100, 12, 31)).flatmap(
    lambda day: st.sampled_from([f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}"])
)
TURNS = st.sampled_from(Turn)
WEEKDAYS = st.integers(0, 6)
MONTHS, DAYS_OF_MONTH = st.integers(1, 12), st.integers(1, 31)
HANGS_ON_TODAY = st.one_of(
    st.builds(Days, st.integers(-40, 40)),
    st.builds(Weekday, WEEKDAYS),
    st.builds(Weekday, WEEKDAYS, st.sampled_from([Turn.PAST, Turn.FUTURE]), skips_today=st.just(value=True)),
    st.builds(Weekdays, WEEKDAYS, WEEKDAYS),
    st.builds(Units, st.sampled_from(Unit), st.integers(-30, 30), TURNS, st.integers(0, 1)),
)
CALENDAR = st.one_of(
    st.builds(Calendar, st.none() | st.integers(1900, 2100), MONTHS | st.integers(21, 24), st.none(), turn=TURNS),
    st.builds(Calendar, st.none() | st.integers(1900, 2100), MONTHS, DAYS_OF_MONTH, st.none() | WEEKDAYS, TURNS),
    st.builds(Calendar, st.integers(1900, 2100)),
)


@pytest.mark.parametrize("number", range(4), ids=["day", "month", "year", "none"])
@pytest.mark.parametrize("row", RECKONED, ids=lambda row: repr(row[0]))
def test_a_day_and_a_date_are_as_exact_as_header_and_words(
    row: tuple[When, *tuple[tuple[int | None, str | None], ...]], number: int
) -> None:
    header = (DAY, MONTH, YEAR, NONE)[number]
    reckoned = reckon(row[0], Turn.PAST, own_day(parse(header) if header else None))
    assert (reckoned.day, reckoned.written) == row[number + 1]


@given(when=HANGS_ON_TODAY, turn=TURNS, header=HEADERS)
def test_words_that_hang_on_today_are_never_finer_than_the_header(when: When, turn: Turn, header: str) -> None:
    written = _moment(reckon(when, turn, own_day(parse(header))))
    scale = list(Precision)
    assert scale.index(written.precision) <= scale.index(parse(header).precision)


@given(when=HANGS_ON_TODAY, turn=TURNS, header=HEADERS)
def test_a_date_takes_in_the_words_of_each_day_that_the_header_allows(when: When, turn: Turn, header: str) -> None:
    own = own_day(parse(header))
    first, last = _bounds(reckon(when, turn, own))
    for day in own.days:
        span = relative(when, turn, day, is_sure=True)
        assert span
        assert first <= span[0] <= span[1] <= last


@given(when=HANGS_ON_TODAY, turn=TURNS, header=HEADERS)
def test_a_day_is_counted_where_it_is_the_same_from_each_day_of_the_header(when: When, turn: Turn, header: str) -> None:
    own = own_day(parse(header))
    counted = reckon(when, turn, own).day
    spans = [(day, relative(when, turn, day, is_sure=True)) for day in own.days]
    offsets = {(span[0] - day, span[1] - day) for day, span in spans if span}
    assert offsets == {(counted, counted)} if counted is not None else len(offsets) > 1 or _is_wide(offsets)


@given(when=CALENDAR, turn=TURNS, header=HEADERS)
def test_a_calendar_date_is_never_finer_than_its_words_nor_narrower_than_its_span(
    when: Calendar, turn: Turn, header: str
) -> None:
    try:
        reckoned = reckon(when, turn, own_day(parse(header)))
    except ImpossibleDateError:
        assume(when.day is not None)
        return
    if reckoned == NOTHING:
        return
    assert reckoned.span
    written = _moment(reckoned)
    words = Precision.DAY if when.day else Precision.MONTH if when.month else Precision.YEAR
    assert list(Precision).index(written.precision) <= list(Precision).index(words)
    first, last = _bounds(reckoned)
    assert first <= reckoned.span[0] <= reckoned.span[1] <= last
    assert reckoned.day is None or (first, last) == reckoned.span


def _moment(reckoned: Reckoned) -> Moment:
    assert reckoned.written
    return parse(reckoned.written)


def _bounds(reckoned: Reckoned) -> tuple[int, int]:
    moment = _moment(reckoned)
    assert moment.earliest
    assert moment.latest
    return date(*moment.earliest).toordinal(), date(*moment.latest).toordinal()


def _is_wide(offsets: set[tuple[int, int]]) -> bool:
    return all(first < last for first, last in offsets)
