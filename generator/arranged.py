"""The chronology: entries in their order, by year, month and day, and what follows from one for another."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.model import Entry, Event, Media
from generator.moment import Day, Moment, Precision


class Side(StrEnum):
    """A side that the chronology is seen from. Its value stands in addresses."""

    ACTORS = "actors"
    PLACES = "places"
    THEMES = "themes"
    PERIODS = "periods"
    TYPES = "types"


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

    @property
    def articles(self) -> tuple["Placed", ...]:
        """It, and each other report of its event, as seen from that one."""
        return (self, *(replace(self, entry=one.entry, reports=self._others(one)) for one in self.reports))

    def _others(self, report: Report) -> tuple[Report, ...]:
        return (Report(self.entry, report.likeness), *(one for one in self.reports if one is not report))


@dataclass(frozen=True, slots=True)
class Evidence:
    """An event that an article reports, and the entries that tell of such an event: same place, and on that day."""

    event: Event
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The one day that an article’s own must be, and what this follows from, in the order of the text."""

    moment: Moment
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Days that an article’s own would be, each by evidence that the others do not have."""

    entry: Entry
    days: tuple[Resolution, ...]


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """An event that an article reports. `moment` is its date, from a resolved day if `is_inferred`; `entry` tells it,
    None where no entry does or several may."""

    event: Event
    moment: Moment | None
    is_inferred: bool
    entry: Entry | None


@dataclass(frozen=True, slots=True)
class SequenceStep:
    """A step of a sequence: an entry with its number; or an event, with the article that alone tells of it.

    `days` is how many days it is after the step before it, None where one of the two days is not known.
    """

    entry: Entry
    number: int | None
    event: ReportedEvent | None
    days: int | None


@dataclass(frozen=True, slots=True)
class DayGroup:
    """What happened on one day; None where the month or season is all that is known. `again` are ranges that began
    before and last into it."""

    day: Day | None
    placed: tuple[Placed, ...]
    again: tuple[Placed, ...] = ()


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
class Topic:
    """The entries of an actor, place, theme or period, in order; there is one at least. It appears with the first and
    was last met in the last.

    Other reports of an event stand among them at their own dates. `inner` are the places with entries that lie in a
    place, `overlapping` the periods with entries that share a day with a period. `group` gives the same entries by
    year, month and day: only who draws the topic asks.
    """

    id: str
    placed: tuple[Placed, ...]
    group: Callable[[], tuple[YearGroup, ...]] = field(compare=False, repr=False)
    inner: tuple[str, ...] = ()
    overlapping: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topics:
    """The chronology from its sides: by id what has entries. Periods are in the order of time.

    What no entry names has no topic, hence no page and no link: a gazetteer also serves to recognise names in articles,
    and most of it a chronology may never come to. The same holds for themes and periods, so that there is one rule.
    """

    by_side: Mapping[Side, Mapping[str, Topic]] = field(default_factory=lambda: {side: {} for side in Side})
    periods_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the slug of each entry the periods it can fall into."""


@dataclass(frozen=True, slots=True)
class Chronology:
    """All entries in order, the same by year, month and day, and from its sides.

    By slug: the days that follow from other entries, the events that articles report, and the articles that report on
    an entry but stand in the chronology themselves. By id: the steps of each sequence that has any.
    """

    placed: tuple[Placed, ...]
    years: tuple[YearGroup, ...]
    resolutions: Mapping[str, Resolution] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
    reported: Mapping[str, tuple[ReportedEvent, ...]] = field(default_factory=dict)
    articles: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    sequences: Mapping[str, tuple[SequenceStep, ...]] = field(default_factory=dict)
    topics: Topics = field(default_factory=Topics)

    def moment(self, entry: Entry) -> Moment:
        """When an entry stands in the chronology: its date as written, or the day that follows from others."""
        resolution = self.resolutions.get(entry.slug)
        return resolution.moment if resolution else entry.moment

    def is_inferred(self, entry: Entry) -> bool:
        """Whether that day follows from others."""
        return entry.slug in self.resolutions

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries: those that stand in the chronology, each before the other reports of its event."""
        return tuple(one.entry for placed in self.placed for one in placed.articles)

    @property
    def pictures(self) -> tuple[Media, ...]:
        """The pictures of all entries, those of translations too."""
        return tuple(picture for entry in self.entries for text in entry.texts.values() for picture in text.media)
