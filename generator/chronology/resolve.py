"""Finds the day of an article that gives only its month, from entries whose day is known.

The article says “on Monday in Geneva … today … on Thursday in Vienna”, its header January 2022. Each Wednesday of that
month is tried: which events would then meet an entry on their day, in their place? A day is resolved if all that any
other day has for it, it has too, and more. Two days with evidence of their own contradict each other, and nothing is
resolved. An entry that was elsewhere too proves no day in one place. Only dates as written are evidence, never resolved
ones, so that no order of the entries matters.
"""

from collections.abc import Iterator
from functools import cache

from generator.arranged import Contradiction, Evidence, Resolution
from generator.chronology.calendar import Calendar
from generator.dates import day_of, on_day, ordinal, weekday
from generator.languages import Language
from generator.model import Entry, Event
from generator.moment import Moment, Precision

_RESOLVED = {Precision.MONTH, Precision.SEASON, Precision.YEAR}
_language = cache(Language)


def resolve(entry: Entry, calendar: Calendar) -> Resolution | Contradiction | None:
    """The day of an entry, or those that contradict each other, or nothing where none or several are left."""
    found = [
        Resolution(on_day(day_of(number)), evidence)
        for number in _days_left(entry)
        if (evidence := tuple(_evidence(entry, number, calendar)))
    ]
    best = [one for one in found if all(_says(one) >= _says(other) for other in found)]
    if len(best) == 1:
        return best[0]
    rivals = [one for one in found if not any(_says(one) < _says(other) for other in found)]
    return Contradiction(entry, tuple(rivals)) if rivals and not best else None


def _days_left(entry: Entry) -> Iterator[int]:
    """The days, by ordinal, that the date of an article and all that it says of its events allow."""
    moment, fixed = entry.moment, [event for event in entry.events if event.day is not None]
    is_open = not (moment.is_range or moment.approximate or moment.uncertain) and moment.precision in _RESOLVED
    if not is_open or not any(event.place for event in fixed):
        return
    first, last = (ordinal(point) for point in (moment.points[0].earliest, moment.points[0].latest))
    weekdays = [_language(entry.lang).weekday_in(event.said) for event in fixed]
    for number in range(first, last + 1):
        if all(_fits(event, named, number) for event, named in zip(fixed, weekdays, strict=True)):
            yield number


def _fits(event: Event, named: int | None, own_day: int) -> bool:
    """Whether an event can have been on its day if this is the article’s own."""
    number = own_day + (event.day or 0)
    return (named is None or weekday(number) == named) and (event.date is None or _can_hold(event.date, number))


def _can_hold(moment: Moment, number: int) -> bool:
    """Whether a date can be this day. One in doubt excludes none."""
    return moment.approximate or moment.uncertain or moment.meets(on_day(day_of(number)))


def _evidence(entry: Entry, own_day: int, calendar: Calendar) -> Iterator[Evidence]:
    for event in entry.events:
        if event.day is not None and event.is_told:
            entries = calendar.proving(event, own_day + event.day)
            if entries:
                yield Evidence(event, entries)


def _says(resolution: Resolution) -> frozenset[tuple[str | None, int | None]]:
    """What a day has for it: the places and days of events that meet an entry."""
    return frozenset((evidence.event.place, evidence.event.day) for evidence in resolution.evidence)
