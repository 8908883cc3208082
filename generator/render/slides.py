"""The chronology as the slides of TimelineJS 3 (https://timeline.knightlab.com/docs/json-format.html).

Its dates have a year, a month and a day, and what is missing was not known: a year stays a year. What these parts
cannot say, `display_date` does. A year before our era is counted from 1: -44 is 44 BC, in EDTF -0043.
"""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from generator.arranged import Side
from generator.dates import day_of, ordinal
from generator.model import Entry
from generator.moment import Bound, Day, Moment, Precision
from generator.render.cards import body, card
from generator.render.data_views import Era, Slide
from generator.render.edition import Edition
from generator.render.one_by_one import OneByOne
from generator.render.singles import correction_views, picture_view, source_view

COLUMNS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline"),
    *("Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background"),
)
"""The columns of its spreadsheet (https://timeline.knightlab.com/docs/using-spreadsheets.html)."""
_PARTS = ("year", "month", "day")
_TIME = re.compile(r"T(?P<hour>\d\d):(?P<minute>\d\d):(?P<second>\d\d)")
"""The time of a day, which a single date alone can have."""
_HOW_MANY = {Precision.DAY: 3, Precision.MONTH: 2, Precision.SEASON: 2}

Parts = Mapping[str, int]


def slides(edition: Edition) -> Sequence[Slide]:
    """All entries, each before the other reports of its event."""
    return OneByOne(partial(_slide, edition), edition.chronology.entries)


def eras(edition: Edition) -> tuple[Era, ...]:
    """The periods that entries fall into. One that goes on is drawn up to the end of the year of the last entry."""
    moments = [edition.chronology.moment(entry) for entry in edition.chronology.entries]
    days = [day for moment in moments for day in (moment.earliest, moment.latest) if day]
    periods = edition.chronology.topics.by_side[Side.PERIODS]
    return tuple(_era(id_, Day(max(days).year, 12, 31), edition) for id_ in periods)


def parts(moment: Moment) -> tuple[Parts, Parts | None]:
    """The beginning of a date, and its end where that is another: as exact as it is, and no more.

    A season is its first and its last month, a decade its first and its last year. TimelineJS wants a beginning: where
    a range has none, its end stands for it. The time of a single day is kept as it was written, in no zone.
    """
    start, end = moment.points[0], moment.points[-1]
    first, last = _digits(start.earliest, start.precision), _digits(end.latest, end.precision)
    if not moment.is_range and (time := _TIME.search(moment.written)):
        return {**first, **{name: int(digits) for name, digits in time.groupdict().items()}}, None
    if isinstance(moment.start, Bound):
        return last, None
    return first, None if isinstance(moment.end, Bound) or first == last else last


def _slide(edition: Edition, entry: Entry) -> Slide:
    text = entry.text(edition.lang)
    start, end = parts(edition.chronology.moment(entry))
    return Slide(
        id=entry.slug,
        start=start,
        end=end,
        card=card(entry, edition),
        body=None if text.summary else body(text, edition),
        disputed=text.disputed,
        disputed_lang=entry.lang_of("disputed", edition.lang),
        sources=tuple(source_view(source, edition) for source in text.sources),
        sources_lang=entry.lang_of("sources", edition.lang),
        corrections=correction_views(text, edition),
        corrections_lang=entry.lang_of("corrections", edition.lang),
        picture=picture_view(text.media[0]) if text.media else None,
    )


def _era(id_: str, last: Day, edition: Edition) -> Era:
    """A period between two dates. TimelineJS drops an end of the same parts as the beginning, and shows nothing at all
    then: such a period is told in days, with the day after it for its end."""
    span = edition.gazetteer.periods[id_].span
    start, end = parts(span)
    first, final = span.points[0].earliest, span.latest or last
    end = end or _digits(max(first, final), Precision.YEAR)
    if all(start[name] == end[name] for name in start.keys() & end.keys()):
        start, end = _digits(first, Precision.DAY), _digits(day_of(ordinal(final) + 1), Precision.DAY)
    return Era(edition.name(Side.PERIODS, id_).words, start, end)


def _digits(day: Day, precision: Precision) -> Parts:
    """As many parts of a day as are known. There is no year 0 in TimelineJS."""
    year = day.year if day.year > 0 else day.year - 1
    return dict(zip(_PARTS[: _HOW_MANY.get(precision, 1)], (year, day.month, day.day), strict=False))
