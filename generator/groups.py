"""The chronology: entries in their order, and by year, month and day."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model import Entry
from generator.moment import Day, Precision


class Likeness(StrEnum):
    """By what two articles are told to report the same event."""

    PLACE = "place"
    PARTICIPANTS = "participants"


@dataclass(frozen=True, slots=True)
class Report:
    """An article on the event that another entry stands for."""

    entry: Entry
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry where it stands in the chronology, with its neighbours and the other reports of its event."""

    entry: Entry
    before: Entry | None
    after: Entry | None
    reports: tuple[Report, ...] = ()


@dataclass(frozen=True, slots=True)
class DayGroup:
    """What happened on one day; None where the month or season is all that is known."""

    day: Day | None
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class MonthGroup:
    """What happened in one month or season; None where the year, or less, is all that is known.

    As in a `Point`, a season is its EDTF number, 21 to 24. It stands before the month it begins with.
    """

    month: int | None
    days: tuple[DayGroup, ...]

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All entries of the month, in order."""
        return tuple(placed for day in self.days for placed in day.placed)


@dataclass(frozen=True, slots=True)
class YearGroup:
    """What happened in one year; or in a decade or century, where no year is known. `year` is the first of it."""

    year: int
    precision: Precision
    months: tuple[MonthGroup, ...]

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All entries of the year, in order."""
        return tuple(placed for month in self.months for placed in month.placed)


@dataclass(frozen=True, slots=True)
class Chronology:
    """All entries in order, and the same by year, month and day."""

    placed: tuple[Placed, ...]
    years: tuple[YearGroup, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries: those that stand in the chronology, each before the other reports of its event."""
        return tuple(
            entry for placed in self.placed for entry in (placed.entry, *(report.entry for report in placed.reports))
        )
