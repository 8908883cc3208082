"""The pictures that are shown with links to the site: its own, and one of each sequence and each period.

Each shows all entries to scale, and among them those it is of.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial
from operator import attrgetter
from pathlib import Path

from generator.arranged import Side
from generator.dates import unit
from generator.errors import Code, Position, Problem, Severity
from generator.model import Entry, in_language
from generator.moment import SCALE, Moment, Point, Precision
from generator.render.cards import when
from generator.render.drawings import Poster, Stroke
from generator.render.edition import Edition
from generator.render.faces import Faces
from generator.render.overview import year_labels
from generator.render.parts import Name
from generator.render.sequences import moments_of, span_of
from generator.render.views import Page, of_view
from generator.render.words import moment_in_words
from generator.urls import Address

_FILES = {"site": "content/site.yaml", "sequence": "content/sequences.yaml", "period": "content/periods.yaml"}
"""Where the title of each kind of subject is written."""


@dataclass(frozen=True, slots=True)
class _Subject:
    """What a poster is of."""

    kind: str
    title: Name
    dates: tuple[str, ...]
    span: tuple[float, float]
    entries: tuple[Entry, ...]


def poster_pages(edition: Edition) -> Iterator[Page]:
    """All posters of an edition."""
    every = cache(partial(_strokes, [placed.entry for placed in edition.chronology.placed], edition))
    for address, subject in _subjects(edition):
        yield of_view(address, edition.lang, Poster, partial(_poster, subject, every, edition))


def undrawn(in_languages: Iterable[Edition], layouts: Iterable[Path]) -> Iterator[Problem]:
    """The titles that posters cannot show whole, for want of a face with their letters."""
    faces, subjects = Faces(layouts), (one for edition in in_languages for _, one in _subjects(edition))
    for file, title in sorted({(_FILES[subject.kind], subject.title.words) for subject in subjects}):
        if lacking := faces.lacking(title):
            message = f"the picture of “{title}” shows boxes in place of: {' '.join(lacking)}"
            hint = "put a font that has these letters into layouts/fonts/"
            yield Problem(Code.UNDRAWN_LETTERS, file, Position(), message, hint, Severity.WARNING)


def _subjects(edition: Edition) -> Iterator[tuple[Address, _Subject]]:
    yield edition.addresses.poster, _site(edition)
    for id_ in edition.chronology.sequences:
        yield edition.addresses.sequence_poster(id_), _sequence(id_, edition)
    for id_ in edition.chronology.topics.by_side[Side.PERIODS]:
        yield edition.addresses.period_poster(id_), _period(id_, edition)


def _site(edition: Edition) -> _Subject:
    """From its first year to its last, or from a decade or century where a source says no more."""
    title = Name(*in_language(edition.site.title, edition.lang))
    entries = tuple(placed.entry for placed in edition.chronology.placed)
    points = [point for entry in entries for point in entry.moment.points]
    ends = (min(points, key=attrgetter("earliest")), max(points, key=attrgetter("latest"))) if points else ()
    dates = dict.fromkeys(moment_in_words(_year_of(point), edition.language) for point in ends)
    return _Subject("site", title, tuple(dates), (0, 100), entries)


def _year_of(point: Point) -> Moment:
    """The year of a date, as doubtful as that is; a decade or century as it is."""
    is_finer = SCALE[point.precision] > SCALE[Precision.YEAR]
    year = unit(point.earliest, Precision.YEAR) if is_finer else point
    whole = replace(year, approximate=point.approximate, uncertain=point.uncertain)
    return Moment("", whole, whole, is_range=False)


def _sequence(id_: str, edition: Edition) -> _Subject:
    """From its first step to its last, announced ones too; its own are those that entries tell."""
    title = Name(*in_language(edition.gazetteer.sequences[id_].title, edition.lang))
    steps = edition.chronology.sequences[id_]
    dates = (span_of(steps, edition).told,)
    spans = [_span(moment, edition) for moment in moments_of(steps, edition)]
    span = min(left for left, _ in spans), max(right for _, right in spans)
    entries = tuple(step.entry for step in steps if step.event is None)
    return _Subject("sequence", title, dates, span, entries)


def _period(id_: str, edition: Edition) -> _Subject:
    topic, moment = edition.chronology.topics.by_side[Side.PERIODS][id_], edition.gazetteer.periods[id_].span
    dates = (when(moment, edition.language).words,)
    entries = tuple(placed.entry for placed in topic.placed)
    return _Subject("period", edition.label(Side.PERIODS, id_), dates, _span(moment, edition), entries)


def _poster(subject: _Subject, every: Callable[[], tuple[Stroke, ...]], edition: Edition) -> Poster:
    left, right = subject.span
    return Poster(
        subject=subject.kind,
        lang=edition.lang,
        title=subject.title,
        site_title=Name(*in_language(edition.site.title, edition.lang)),
        dates=subject.dates,
        left=left,
        right=right,
        entries=every(),
        own=_strokes(subject.entries, edition),
        labels=year_labels(edition.scale, edition) if edition.scale else (),
    )


def _strokes(entries: Iterable[Entry], edition: Edition) -> tuple[Stroke, ...]:
    """Where the entries stand, to a thousandth of the drawing, which is a pixel: many of them share a stroke."""
    spans = (_span(edition.chronology.moment(entry), edition) for entry in entries)
    return tuple(dict.fromkeys(Stroke(round(left, 1), round(right - left, 1)) for left, right in spans))


def _span(moment: Moment, edition: Edition) -> tuple[float, float]:
    return edition.scale.span(moment) if edition.scale else (0.0, 0.0)
