"""Dates the events that articles report, and finds the entries that tell them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from generator.arranged import ReportedEvent, Resolution
from generator.chronology.calendar import Calendar
from generator.dates import day_of, exact_day, on_day, ordinal
from generator.model import Entry, Event

Reported = Mapping[str, tuple[ReportedEvent, ...]]
"""The events that articles report, by slug of the article, in the order of the text."""


def reported_events(entries: Iterable[Entry], resolutions: Mapping[str, Resolution], calendar: Calendar) -> Reported:
    """What each article reports, dated as exactly as its own day allows."""
    return {
        entry.slug: tuple(_reported(event, entry, resolutions.get(entry.slug), calendar) for event in entry.events)
        for entry in entries
        if entry.events
    }


def articles_on(entries: Iterable[Entry], reported: Reported) -> Mapping[str, tuple[Entry, ...]]:
    """By slug of an entry the articles that report an event which it tells, in the order given."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for article in entries:
        for slug in {event.entry.slug for event in reported.get(article.slug, ()) if event.entry}:
            found[slug].append(article)
    return {slug: tuple(articles) for slug, articles in found.items()}


def _reported(event: Event, article: Entry, resolution: Resolution | None, calendar: Calendar) -> ReportedEvent:
    """An event is told by an entry if that is the only one in its place on its day, which is known."""
    own_day = exact_day(resolution.moment if resolution else article.moment)
    written = exact_day(event.date) if event.date else None
    if written:
        number = ordinal(written)
    elif own_day and event.day is not None:
        number = ordinal(own_day) + event.day
    else:
        return ReportedEvent(event, event.date, is_inferred=False, entry=None)
    telling = calendar.telling(event, number) if event.is_told else ()
    return ReportedEvent(
        event, on_day(day_of(number)), is_inferred=not written and resolution is not None, entry=_only(telling)
    )


def _only(entries: tuple[Entry, ...]) -> Entry | None:
    return entries[0] if len(entries) == 1 else None
