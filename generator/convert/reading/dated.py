"""Spans of calendar dates; where a date gives no year, the one that the article's own day makes likely."""

import calendar
from dataclasses import replace
from datetime import date

from generator.convert.grammars.when import Calendar, Span, Turn
from generator.convert.reading.own_day import Ordinals, OwnDay
from generator.moment import Precision

FIRST_SEASON = 21
_YEARS_NEAR = 8
_NEAR, _CLEARLY = 60, 3


class ImpossibleDateError(ValueError):
    """A date that no calendar has, or a weekday that is not that of its date. `span` is what can still be said."""

    def __init__(self, message: str, span: Ordinals | None = None) -> None:
        self.span = span
        super().__init__(message)


def between(when: Span, turn: Turn, own: OwnDay) -> Ordinals | None:
    """From the first of two dates to the last. Raises `ImpossibleDateError`."""
    first, last = dated(when.first, turn, own), dated(when.last, turn, own)
    if first is None or last is None:
        return None
    if first[0] > last[1]:
        raise ImpossibleDateError("it ends before it begins")
    return first[0], last[1]


def dated(when: Calendar, turn: Turn, own: OwnDay) -> Ordinals | None:
    """The span of a date, None where nothing tells its year. Raises `ImpossibleDateError`."""
    if when.year:
        return span_of(when, when.year)
    if not own.is_given:
        return None
    first, last = (date.fromordinal(day).year for day in (own.days[0], own.days[-1]))
    years = range(first - _YEARS_NEAR, last + _YEARS_NEAR + 1)
    on_any_weekday = replace(when, weekday=None)
    spans = [span for year in years if (span := _span_if_possible(on_any_weekday, year))]
    if not spans:
        raise ImpossibleDateError("no year near has this day")
    span = _likely(spans, when.turn.or_else(turn), own)
    if span and when.weekday is not None and span[0] == span[1]:
        return span_of(when, date.fromordinal(span[0]).year)
    return span


def span_of(when: Calendar, year: int) -> Ordinals:
    """The span of a date in a year. Raises `ImpossibleDateError`."""
    if when.month is None:
        return _months(year, 1, 12)
    if when.month >= FIRST_SEASON:  # as dates.py reads it: spring is March to May
        return _months(year, 3 * (when.month - FIRST_SEASON + 1), 3)
    whole = _months(year, when.month, 1)
    if when.day is None:
        return whole
    last = calendar.monthrange(year, when.month)[1]
    if not 1 <= when.day <= last:
        raise ImpossibleDateError(f"the month has days 1 to {last}", whole)
    day = date(year, when.month, when.day)
    if when.weekday is not None and day.weekday() != when.weekday:
        raise ImpossibleDateError(f"{day.isoformat()} is not that day of the week", whole)
    return day.toordinal(), day.toordinal()


def _months(year: int, month: int, count: int) -> Ordinals:
    """So many whole months; they may run into the next year."""
    years, before = divmod(month + count - 2, 12)
    last_year, last = year + years, before + 1
    end = date(last_year, last, calendar.monthrange(last_year, last)[1])
    return date(year, month, 1).toordinal(), end.toordinal()


def _span_if_possible(when: Calendar, year: int) -> Ordinals | None:
    try:
        return span_of(when, year)
    except ImpossibleDateError:
        return None


def _likely(spans: list[Ordinals], turn: Turn, own: OwnDay) -> Ordinals | None:
    """Of a date's spans in several years, the one at the article's own day, else the nearest on the side of the verb.

    Left open within the only year that the header gives.
    """
    inside = [span for span in spans if own.side_of(span) is Turn.OPEN]
    before = max((span for span in spans if own.side_of(span) is Turn.PAST), default=None)
    after = min((span for span in spans if own.side_of(span) is Turn.FUTURE), default=None)
    if before is None or after is None or len(inside) > 1:
        return None
    if not inside:
        return _nearest(before, after, turn, own)
    is_open = own.precision not in {Precision.DAY, Precision.MONTH}
    first = before if is_open and turn is not Turn.FUTURE else inside[0]
    last = after if is_open and turn is not Turn.PAST else inside[0]
    return first[0], last[1]


def _nearest(before: Ordinals, after: Ordinals, turn: Turn, own: OwnDay) -> Ordinals:
    """The span on the side of the verb, or the clearly nearer one where the verb says nothing.

    Left open between the two where neither is, or the verb points a year away while the other one is close.
    """
    back, ahead = own.days[0] - before[1], after[0] - own.days[-1]
    if (turn is Turn.PAST and ahead >= _NEAR) or (turn is Turn.OPEN and back * _CLEARLY < ahead):
        return before
    if (turn is Turn.FUTURE and back >= _NEAR) or (turn is Turn.OPEN and ahead * _CLEARLY < back):
        return after
    return before[0], after[1]
