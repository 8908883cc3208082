"""What a word of time says before anybody knows the article's own day."""

from dataclasses import dataclass
from enum import Enum


class Turn(Enum):
    """On which side of the article's day something lies."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"

    def or_else(self, other: "Turn") -> "Turn":
        """The side itself, or the other one where it is open."""
        return other if self is Turn.OPEN else self


class Unit(Enum):
    """A stretch of the calendar that words count in."""

    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date as far as the words give it: “12 janvier”, “January 2022”, “2014”. `month` 21 to 24 is a season.

    `weekday` counts from Monday, 0. `turn` is what the words themselves say (“in June last”).
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    turn: Turn = Turn.OPEN


@dataclass(frozen=True, slots=True)
class Span:
    """From one date to another: “du 10 au 13 janvier”. Both have a month and a day."""

    first: Calendar
    last: Calendar


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from `year` on: “the 1990s”."""

    year: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 0 for Monday. With `turn` the words say on which side: “next Monday”.

    `skips_today` where they can never mean the article's own day.
    """

    weekday: int
    turn: Turn = Turn.OPEN
    skips_today: bool = False


@dataclass(frozen=True, slots=True)
class Weekdays:
    """From one day of the week to another after it: “Thursday and Friday”."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days from the article's own day: “yesterday” is -1."""

    days: int


@dataclass(frozen=True, slots=True)
class Units:
    """Calendar units from the article's own: “last week” is -1 weeks. `turn` is what words add: “earlier this week”.

    `slack` is how many units the words may be off: “two weeks ago” is not a whole number of weeks.
    """

    unit: Unit
    count: int
    turn: Turn = Turn.OPEN
    slack: int = 0


@dataclass(frozen=True, slots=True)
class Beside:
    """Whole days from what the text told just before: “la veille” is -1. None where the words leave it open."""

    days: int | None


When = Calendar | Span | Decade | Weekday | Weekdays | Days | Units | Beside
