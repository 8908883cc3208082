"""Writes a span in EDTF, no finer than its source."""

import calendar
from datetime import date

from generator.convert.reading.own_day import Ordinals
from generator.moment import Precision

_YEAR = 300


def written_span(span: Ordinals, precision: Precision) -> str:
    """A day, a month or a year where the span is one, else a range; no finer than `precision`, but for a day."""
    first, last = (date.fromordinal(day) for day in span)
    if first == last:
        return first.isoformat()
    if precision is Precision.DAY and not _is_whole_months(first, last):
        return f"{first.isoformat()}/{last.isoformat()}"
    is_by_year = precision not in {Precision.DAY, Precision.MONTH} or _is_whole_years(first, last)
    start, end = (f"{day.year:04}" if is_by_year else f"{day.year:04}-{day.month:02}" for day in (first, last))
    return start if start == end else f"{start}/{end}"


def written_date(span: Ordinals) -> str:
    """The span of a calendar date; one that takes in several years is no finer than these."""
    is_long = span[1] - span[0] > _YEAR
    return written_span(span, Precision.YEAR if is_long else Precision.DAY)


def _is_whole_months(first: date, last: date) -> bool:
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def _is_whole_years(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
