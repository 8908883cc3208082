"""Groups entries by year, month and day, and finds ranges again on what they last through."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby
from typing import NamedTuple

from generator.arranged import DayGroup, MonthGroup, Placed, YearGroup
from generator.dates import ordinal, unit
from generator.model import Entry
from generator.moment import SCALE, Bound, Day, Moment, Point, Precision

_NO_YEAR = {Precision.DECADE, Precision.CENTURY}
_LENGTHS = ((Precision.DAY, 31), (Precision.MONTH, 366))
_DECEMBER = 12


def group_by_year(placed: Iterable[Placed], moment_of: Callable[[Entry], Moment]) -> tuple[YearGroup, ...]:
    """Entries in order, by year, month and day.

    A range stands where it begins. It is found again where it ends, and where else something stands while it lasts: one
    of up to a month on days, one of up to a year in months, a longer or open one in years.
    """
    moments = [(one, moment_of(one.entry)) for one in placed]
    standing = [_Stand(moment.points[0], one) for one, moment in moments]
    ranges = [(one, moment) for one, moment in moments if moment.is_range]
    begun = _beginnings(standing) if ranges else {}
    again = [_Stand(point, one, is_again=True) for one, moment in ranges for point in _later(moment, begun)]
    everything = merge(sorted(again, key=_Stand.key), standing, key=_Stand.key) if again else standing
    return tuple(YearGroup(*key, _months(group)) for key, group in groupby(everything, _Stand.year))


class _Stand(NamedTuple):
    """An entry under the year, month or day of a point."""

    point: Point
    placed: Placed
    is_again: bool = False

    def key(self) -> tuple[Day, int]:
        return self.point.earliest, SCALE[self.point.precision]

    def year(self) -> tuple[int, Precision]:
        return self.point.year, self.point.precision if self.point.precision in _NO_YEAR else Precision.YEAR

    def month(self) -> int | None:
        return self.point.month

    def day(self) -> Day | None:
        return self.point.earliest if self.point.precision is Precision.DAY else None


def _months(stands: Iterable[_Stand]) -> tuple[MonthGroup, ...]:
    return tuple(MonthGroup(month, _days(group)) for month, group in groupby(stands, _Stand.month))


def _days(stands: Iterable[_Stand]) -> tuple[DayGroup, ...]:
    return tuple(_day(day, tuple(group)) for day, group in groupby(stands, _Stand.day))


def _day(day: Day | None, stands: Sequence[_Stand]) -> DayGroup:
    standing = tuple(stand.placed for stand in stands if not stand.is_again)
    return DayGroup(day, standing, tuple(stand.placed for stand in stands if stand.is_again))


def _beginnings(stands: Iterable[_Stand]) -> Mapping[Precision, Sequence[Day]]:
    """The first day of each year and month, and each day, on which something stands, in order."""
    days: dict[Precision, set[Day]] = {Precision.YEAR: set(), Precision.MONTH: set(), Precision.DAY: set()}
    for point in (stand.point for stand in stands):
        if point.precision not in _NO_YEAR:
            days[Precision.YEAR].add(Day(point.year, 1, 1))
        if point.month is not None and point.month <= _DECEMBER:
            days[Precision.MONTH].add(Day(point.year, point.month, 1))
        if point.precision is Precision.DAY:
            days[Precision.DAY].add(point.earliest)
    return {precision: sorted(found) for precision, found in days.items()}


def _later(moment: Moment, begun: Mapping[Precision, Sequence[Day]]) -> Iterator[Point]:
    """Where a range is found again: years, months or days after the one it begins in."""
    grain = _grain(moment)
    if grain is None:
        return
    start = unit(moment.points[0].earliest, grain)
    known = begun[grain]
    later = set(known[bisect_right(known, start.earliest) :])
    if moment.latest:
        last = unit(moment.latest, grain)
        later = {day for day in later if day < last.earliest} | {last.earliest} - {start.earliest}
    yield from (unit(day, grain) for day in sorted(later))


def _grain(moment: Moment) -> Precision | None:
    """By what a range is found again; None for a single date, and for one that nothing is known of later."""
    if not moment.is_range or isinstance(moment.start, Bound) or moment.end is Bound.UNKNOWN:
        return None
    if isinstance(moment.end, Bound):
        return Precision.YEAR
    length = ordinal(moment.end.latest) - ordinal(moment.start.earliest) + 1
    fits = (grain for grain, most in _LENGTHS if length <= most and SCALE[moment.precision] >= SCALE[grain])
    return next(fits, Precision.YEAR)
