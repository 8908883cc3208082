"""A date as exact as its source and no more. Never a datetime, never a time zone. `dates.py` reads and checks them."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; the year is astronomical (0 is 1 BC)."""

    year: int
    month: int
    day: int


class Precision(StrEnum):
    """How exact a date is, from coarse to fine."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    MONTH = "month"
    DAY = "day"


SCALE = {precision: rank for rank, precision in enumerate(Precision)}
"""How exact each precision is, from 0 for the vaguest."""


class Bound(StrEnum):
    """An end of a range that names no date (EDTF level 1, extended interval)."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One date, no finer than written. `month` and `day` are None where the precision is coarser;
    a season is its EDTF number, 21 to 24, in `month`."""

    precision: Precision
    year: int
    month: int | None
    day: int | None
    earliest: Day
    latest: Day
    approximate: bool = False
    uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened: one `Point`, or a range between two ends of which one may be a `Bound`.

    `written` is the EDTF string as its author wrote it. `start` and `end` are equal for a single date.
    """

    written: str
    start: Point | Bound
    end: Point | Bound
    is_range: bool

    def __str__(self) -> str:
        return self.written

    @property
    def earliest(self) -> Day | None:
        """The first day it can be; None where a range has no known beginning."""
        return self.start.earliest if isinstance(self.start, Point) else None

    @property
    def latest(self) -> Day | None:
        """The last day it can be; None where a range has no known end."""
        return self.end.latest if isinstance(self.end, Point) else None

    @property
    def points(self) -> tuple[Point, ...]:
        """The dates it is written with: one, or the two ends of a range that are dates."""
        if isinstance(self.start, Point) and not self.is_range:
            return (self.start,)
        return tuple(end for end in (self.start, self.end) if isinstance(end, Point))

    @property
    def precision(self) -> Precision:
        """The precision of its coarsest date."""
        return min((point.precision for point in self.points), key=SCALE.__getitem__)

    @property
    def approximate(self) -> bool:
        """Whether any of its dates is marked `~` or `%`."""
        return any(point.approximate for point in self.points)

    @property
    def uncertain(self) -> bool:
        """Whether any of its dates is marked `?` or `%`."""
        return any(point.uncertain for point in self.points)

    def meets(self, other: "Moment") -> bool:
        """Whether the two can share a day. An end that is open, or not known, reaches as far as it has to."""
        begins_in_time = other.latest is None or self.earliest is None or self.earliest <= other.latest
        return begins_in_time and (self.latest is None or other.earliest is None or other.earliest <= self.latest)

    def surely_meets(self, other: "Moment") -> bool:
        """Whether the two share a day, whichever of its days each of their dates is. Of what is doubtful nothing is
        sure."""
        if any(each.approximate or each.uncertain for each in (self, other)):
            return False
        return self._surely_begins_before_the_end_of(other) and other._surely_begins_before_the_end_of(self)  # noqa: SLF001 - its own kind

    def _surely_begins_before_the_end_of(self, other: "Moment") -> bool:
        """An open end lies beyond every day, one that is not known may be as far as the other end."""
        begins = self.points[0].latest if self.start is not Bound.OPEN else None
        ends = other.points[-1].earliest if other.end is not Bound.OPEN else None
        return begins is None or ends is None or begins <= ends


def span(start: Moment | None, end: Moment | None) -> Moment:
    """From the beginning of one moment to the end of another; an end that is not given is open."""
    first = start.points[0] if start else Bound.OPEN
    last = end.points[-1] if end else Bound.OPEN
    return Moment(f"{start or Bound.OPEN}/{end or Bound.OPEN}", first, last, is_range=True)
