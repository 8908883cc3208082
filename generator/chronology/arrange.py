"""The room's one door: puts entries in order and groups them by year, month and day."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from generator.chronology.order import anchor, sort_key
from generator.model import Chronology, DayGroup, Entry, MonthGroup, Placed, YearGroup
from generator.moment import Day, Precision

K = TypeVar("K", int, int | None, Day | None)


def arrange(entries: Iterable[Entry]) -> Chronology:
    """The chronology of the entries. Their order as given does not matter."""
    ordered = sorted(entries, key=sort_key)
    before = [None, *ordered[:-1]]
    after = [*ordered[1:], None]
    placed = tuple(map(Placed, ordered, before, after))
    years = tuple(YearGroup(year, _months(group)) for year, group in _grouped(placed, _year))
    return Chronology(placed, years)


def _months(placed: Iterable[Placed]) -> tuple[MonthGroup, ...]:
    return tuple(MonthGroup(month, _days(group)) for month, group in _grouped(placed, _month))


def _days(placed: Iterable[Placed]) -> tuple[DayGroup, ...]:
    return tuple(DayGroup(day, tuple(group)) for day, group in _grouped(placed, _day))


def _grouped(placed: Iterable[Placed], key: Callable[[Placed], K]) -> Iterable[tuple[K, list[Placed]]]:
    """Entries by key in their order; what has none, since it is not known so exactly, stands first."""
    groups: dict[K, list[Placed]] = {}
    for one in placed:
        groups.setdefault(key(one), []).append(one)
    return sorted(groups.items(), key=lambda group: group[0] is not None)


def _year(placed: Placed) -> int:
    return anchor(placed.entry.moment).year


def _month(placed: Placed) -> int | None:
    """The month an entry stands in; a season stands in its first."""
    coarse = {Precision.YEAR, Precision.DECADE, Precision.CENTURY}
    moment = placed.entry.moment
    return None if moment.points[0].precision in coarse else anchor(moment).month


def _day(placed: Placed) -> Day | None:
    moment = placed.entry.moment
    return anchor(moment) if moment.points[0].precision is Precision.DAY else None
