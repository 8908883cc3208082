"""Draws entries to scale: where in time each stands, how exact its date is, and which periods it lies in.

Across, everything is told in hundredths of the whole, so that one drawing fits every screen while its letters keep
their size. Down, marks are stacked: each stands on the lowest row on which it touches no other, so that height shows
how much happened.

Marks are smaller than the 24 pixels that WCAG 2.2 (2.5.8) asks of a target, for where they stand, and how near to one
another, is what they tell: like the pins of a map they are essential as they are. Whatever a year leads to, and on the
page of a topic a mark, has a larger link on the same page; what a mark of the front page leads to has one on the page
of its year. Periods stand 28 pixels apart.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.arranged import Side, YearGroup
from generator.model import Entry
from generator.moment import Precision
from generator.render.cards import card, when
from generator.render.drawings import Band, Mark, Overview, YearLabel, YearMark
from generator.render.edition import Edition
from generator.render.scale import Scale
from generator.render.words import year_in_words

_MARK = 2.4
"""The width that a mark needs on the narrowest screen: 8 of 340 pixels."""
_MOST = 300
"""More marks than these weigh too much for a page; columns then show how much happened in each year."""


def whole_overview(edition: Edition) -> Overview | None:
    """The drawing of all entries, with years and periods that lead to their pages; None where there are too few."""
    entries = [placed.entry for placed in edition.chronology.placed]
    drawing = overview(entries, edition.chronology.years, edition)
    if drawing is None or edition.scale is None:
        return None
    years = tuple(_years(edition.chronology.years, edition.scale, edition))
    return replace(drawing, years=years, bands=tuple(_bands(edition.scale, edition)))


def overview(entries: Sequence[Entry], years: Iterable[YearGroup], edition: Edition) -> Overview | None:
    """The drawing of some entries, in order, on the scale of the whole chronology, so that all drawings compare.

    None where there are too few to draw. `years` are theirs.
    """
    scale = edition.scale
    if scale is None or len(entries) <= 1:
        return None
    marks = tuple(_marks(entries, scale, edition)) if len(entries) <= _MOST else ()
    return Overview(
        marks=marks,
        rows=max((mark.row for mark in marks), default=0) + 1,
        years=() if marks else tuple(_years(years, scale, edition)),
        labels=year_labels(scale, edition),
    )


def year_labels(scale: Scale, edition: Edition) -> tuple[YearLabel, ...]:
    """The years that a drawing names."""
    return tuple(YearLabel(scale.year(year)[0], edition.language.year(year)) for year in scale.labels())


def _marks(entries: Iterable[Entry], scale: Scale, edition: Edition) -> Iterator[Mark]:
    """Each entry on the lowest row that is free where it stands."""
    ends: list[float] = []
    for entry in entries:
        left, right = scale.span(edition.chronology.moment(entry))
        middle = (left + right) / 2
        first, last = min(left, middle - _MARK / 2), max(right, middle + _MARK / 2)
        row = next((row for row, end in enumerate(ends) if end <= first), len(ends))
        ends[row:] = [last, *ends[row + 1 :]]
        is_bar = right - left > _MARK
        yield Mark(
            left=left if is_bar else round(middle, 2),
            width=round(right - left, 2) if is_bar else None,
            row=row,
            card=card(entry, edition),
        )


def _years(groups: Iterable[YearGroup], scale: Scale, edition: Edition) -> Iterator[YearMark]:
    """The years that entries of their own stand in."""
    full = [group for group in groups if group.precision is Precision.YEAR and group.placed]
    most = max((len(group.placed) for group in full), default=0)
    for group in full:
        left, right = scale.year(group.year)
        address = edition.addresses.year(group.year, group.precision)
        yield YearMark(
            left=left,
            width=round(right - left, 2),
            share=-(-100 * len(group.placed) // most),
            count=len(group.placed),
            label=year_in_words(group.year, group.precision, edition.language),
            address=address if (group.year, group.precision) in edition.years_with_pages else None,
        )


def _bands(scale: Scale, edition: Edition) -> Iterator[Band]:
    """The periods that have entries, in the order of time."""
    for id_ in edition.chronology.topics.by_side[Side.PERIODS]:
        span = edition.gazetteer.periods[id_].span
        left, right = scale.span(span)
        yield Band(
            left=left,
            width=round(right - left, 2),
            is_open=span.latest is None,
            name=edition.label(Side.PERIODS, id_),
            when=when(span, edition.language),
        )
