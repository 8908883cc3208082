"""Time to scale: from days to hundredths of a drawing that begins and ends with a year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.dates import ordinal
from generator.moment import Bound, Day, Moment

_MOST_LABELS = 7
_STEPS = (1, 2, 5)
_EXPONENTS = range(12)


@dataclass(frozen=True)
class Scale:
    """From the beginning of the year `first` to the end of the year `last`."""

    first: int
    last: int

    @cached_property
    def _ends(self) -> tuple[int, int]:
        return ordinal(Day(self.first, 1, 1)), ordinal(Day(self.last + 1, 1, 1))

    def at(self, number: int) -> float:
        """Where the day with this ordinal begins, 0 to 100; one outside of the drawing stands at its edge."""
        start, end = self._ends
        return round(min(max(100 * (number - start) / (end - start), 0), 100), 2)

    def span(self, moment: Moment) -> tuple[float, float]:
        """Where a date begins and ends. An open end is at the edge, an unknown one where the other is."""
        begins, ends = moment.points[0].earliest, moment.points[-1].latest
        left = 0.0 if moment.start is Bound.OPEN else self.at(ordinal(begins))
        right = 100.0 if moment.end is Bound.OPEN else self.at(ordinal(ends) + 1)
        return left, right

    def year(self, year: int) -> tuple[float, float]:
        """Where a year begins and ends."""
        return self.at(ordinal(Day(year, 1, 1))), self.at(ordinal(Day(year + 1, 1, 1)))

    def labels(self) -> Iterator[int]:
        """Years to label, at most seven: each, or each second, fifth, tenth and so on."""
        sizes = (size * 10**exponent for exponent in _EXPONENTS for size in _STEPS)
        step = next(size for size in sizes if self.last // size - (self.first - 1) // size <= _MOST_LABELS)
        yield from range(-(-self.first // step) * step, self.last + 1, step)


def scale_of(moments: Iterable[Moment]) -> Scale | None:
    """A scale on which all of these dates lie; None without any."""
    days = [day for moment in moments for point in moment.points for day in (point.earliest, point.latest)]
    return Scale(min(days).year, max(days).year) if days else None
