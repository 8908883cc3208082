"""The day that an article speaks from, as far as its header or its text tells it.

Days are counted by `date.toordinal`.
"""

from dataclasses import dataclass
from datetime import date

from generator.convert.grammars.when import Turn
from generator.moment import Moment, Precision

Ordinals = tuple[int, int]
"""A span: the first and the last day that something may have been."""

WEEK = 7
_LONGEST_HEADER = 1100
_FIRST_YEAR, _LAST_YEAR = 1000, 9000
"""Years that words such as “99 years ago” may be counted from without leaving the calendar."""


@dataclass(frozen=True, slots=True)
class OwnDay:
    """What is known of the article's own day: each day it may be. `is_given` tells whether the header names any.

    `is_anchored` says that only its weekday was concluded, from the news that the article opens with.
    """

    days: tuple[int, ...]
    precision: Precision
    is_given: bool
    is_anchored: bool = False

    def on_weekday(self, weekday: int) -> "OwnDay":
        """The same, on one weekday only."""
        days = tuple(day for day in self.days if date.fromordinal(day).weekday() == weekday)
        return OwnDay(days or self.days, self.precision, self.is_given, is_anchored=bool(days) and len(self.days) > 1)

    def within(self, span: Ordinals) -> "OwnDay":
        """The same, as far as it lies within a span; as it is where it does not, or where nothing is known of it."""
        days = tuple(day for day in self.days if span[0] <= day <= span[1])
        if not self.is_given or not days:
            return self
        return OwnDay(days, Precision.DAY if len(days) == 1 else self.precision, is_given=True)

    def is_before(self, year: int) -> bool:
        """Whether a year ended before the header's."""
        return self.is_given and year < date.fromordinal(self.days[0]).year

    def side_of(self, span: Ordinals | None) -> Turn:
        """On which side of the header's days a span lies, open where it touches them or one of the two is not told."""
        if span is None or not self.is_given:
            return Turn.OPEN
        if span[0] > self.days[-1]:
            return Turn.FUTURE
        return Turn.PAST if span[1] < self.days[0] else Turn.OPEN


def own_day(header: Moment | None) -> OwnDay:
    """Each day that a header allows. Without one, or with a very vague or remote one, any weekday of any week."""
    bounds = (header.earliest, header.latest) if header else (None, None)
    if header and bounds[0] and bounds[1] and _FIRST_YEAR <= bounds[0].year <= bounds[1].year <= _LAST_YEAR:
        first, last = (date(*day).toordinal() for day in bounds if day)
        if last - first <= _LONGEST_HEADER:
            precision = Precision.DAY if first == last else header.precision
            return OwnDay(tuple(range(first, last + 1)), precision, is_given=True)
    monday = date(2000, 1, 3).toordinal()
    return OwnDay(tuple(range(monday, monday + WEEK)), Precision.YEAR, is_given=False)
