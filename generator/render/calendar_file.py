"""The entries whose days are exact as a calendar (iCalendar, RFC 5545). A vaguer date has no place in a calendar."""

import re
from collections.abc import Iterator
from datetime import MAXYEAR
from functools import partial
from urllib.parse import urlsplit

from generator import urls
from generator.arranged import Side
from generator.dates import day_of, iso, ordinal
from generator.model import Entry, in_language
from generator.moment import Day, Moment, Precision
from generator.render.cards import described
from generator.render.edition import Edition
from generator.render.machine_views import CalendarFile
from generator.render.views import Page
from generator.render.words import entry_type

_LINE = 75
"""The most octets of a line, without its end (section 3.1)."""
_NEVER = Day(1970, 1, 1)
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


def calendar_page(edition: Edition) -> Page:
    """The calendar of an edition. A resolved day is not in it, since a calendar could not say that it is inferred."""
    make = partial(_calendar, edition)
    return Page(edition.addresses.calendar, edition.lang, CalendarFile, lambda: edition.origins.of_lists, make)


def _calendar(edition: Edition) -> CalendarFile:
    lines = (line for entry in exact(edition) for line in event_lines(entry, edition))
    title = in_language(edition.site.title, edition.lang)[0]
    start = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//timeline//EN", f"X-WR-CALNAME:{_text(title)}")
    folded = (piece for line in (*start, *lines, "END:VCALENDAR") for piece in fold(line))
    shell = edition.shell(title, edition.addresses.calendar)
    return CalendarFile(shell, tuple(f"{line}\r" for line in folded))


def exact(edition: Edition) -> tuple[Entry, ...]:
    """The entries whose days are exact."""
    return tuple(entry for entry in edition.chronology.entries if _days(entry.moment))


def fold(line: str) -> Iterator[str]:
    """A line in pieces of 75 octets at most, no letter cut; each but the first begins with a space (section 3.1)."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece


def event_lines(entry: Entry, edition: Edition) -> Iterator[str]:
    """The lines of an entry, not yet folded; none where its days are not exact."""
    span = _days(entry.moment)
    if span is None:
        return
    first, end = span
    text = entry.text(edition.lang)
    url = urls.absolute(edition.site.base_url, edition.addresses.entry(entry.slug))
    changed = text.updated or text.published
    places = ", ".join(edition.name(Side.PLACES, id_).words for id_ in entry.places)
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.slug}@{urlsplit(edition.site.base_url).hostname}"
    yield f"DTSTAMP:{_digits((changed and changed.latest) or _NEVER)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_digits(first)}"
    yield f"DTEND;VALUE=DATE:{_digits(end)}"
    yield f"SUMMARY;LANGUAGE={text.lang}:{_text(text.title)}"
    if description := described(text, edition.language):
        yield f"DESCRIPTION;LANGUAGE={entry.lang_of('summary', edition.lang)}:{_text(description)}"
    if places:
        yield f"LOCATION:{_text(places)}"
    yield f"CATEGORIES:{_text(entry_type(entry.type, edition.language))}"
    yield f"URL:{url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _days(moment: Moment) -> tuple[Day, Day] | None:
    """The first day of a date that is exact at both ends, and the day after its last; years have four digits."""
    is_exact = all(point.precision is Precision.DAY and iso(point) for point in moment.points)
    if moment.earliest is None or moment.latest is None or not is_exact or moment.approximate or moment.uncertain:
        return None
    end = day_of(ordinal(moment.latest) + 1)
    return (moment.earliest, end) if end.year <= MAXYEAR else None


def _digits(day: Day) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(words: str) -> str:
    """A value of type TEXT (section 3.3.11)."""
    escaped = re.sub(r"([\\;,])", r"\\\1", _CONTROLS.sub("", words))
    return escaped.replace("\n", r"\n")
