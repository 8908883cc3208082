"""The room's one door: puts entries in order and groups them by year, month and day."""

from collections.abc import Iterable
from itertools import groupby

from generator.chronology.order import sort_key
from generator.chronology.reports import group_reports
from generator.groups import Chronology, DayGroup, MonthGroup, Placed, YearGroup
from generator.model import Entry, Gazetteer
from generator.moment import Day, Point, Precision

_NO_YEAR = {Precision.DECADE, Precision.CENTURY}


def arrange(entries: Iterable[Entry], gazetteer: Gazetteer) -> Chronology:
    """The chronology of the entries. Their order as given does not matter.

    Articles that report the same event stand once, with each other.

    Groups are parts of the one chain: read from the top, they tell the same order. None is finer than the date of what
    stands in it, so a season is a group beside the months, and a decade or century one beside the years.
    """
    everything = sorted(entries, key=sort_key)
    reports = group_reports(everything, gazetteer)
    elsewhere = {report.entry.slug for found in reports.values() for report in found}
    ordered = [entry for entry in everything if entry.slug not in elsewhere]
    before = [None, *ordered[:-1]]
    after = [*ordered[1:], None]
    placed = tuple(map(Placed, ordered, before, after, (reports.get(entry.slug, ()) for entry in ordered)))
    return Chronology(placed, tuple(YearGroup(*key, _months(group)) for key, group in groupby(placed, _year)))


def _months(placed: Iterable[Placed]) -> tuple[MonthGroup, ...]:
    return tuple(MonthGroup(month, _days(group)) for month, group in groupby(placed, _month))


def _days(placed: Iterable[Placed]) -> tuple[DayGroup, ...]:
    return tuple(DayGroup(day, tuple(group)) for day, group in groupby(placed, _day))


def _year(placed: Placed) -> tuple[int, Precision]:
    point = _beginning(placed)
    return point.year, point.precision if point.precision in _NO_YEAR else Precision.YEAR


def _month(placed: Placed) -> int | None:
    return _beginning(placed).month


def _day(placed: Placed) -> Day | None:
    point = _beginning(placed)
    return point.earliest if point.precision is Precision.DAY else None


def _beginning(placed: Placed) -> Point:
    """The date an entry stands at: that of its beginning, or of its end where the beginning is not known."""
    return placed.entry.moment.points[0]
