"""Draws entries to scale: where in time each stands, how exact its date is, and which periods it lies in.

Across, everything is told in hundredths of the whole, so that one drawing fits every screen while its letters keep
their size. Down, marks are stacked: each stands on the lowest row on which it touches no other, so that height shows
how much happened.
"""

from collections.abc import Iterable, Iterator, Sequence

from generator.groups import YearGroup
from generator.model import Entry
from generator.moment import Precision
from generator.render.cards import card
from generator.render.edition import Edition
from generator.render.parts import Mark, Overview, YearLabel, YearMark
from generator.render.scale import Scale, scale_of
from generator.render.words import year_in_words

_MARK = 2.4
"""The width that a mark needs on the narrowest screen: 8 of 340 pixels."""
_MOST = 300
"""More marks than these weigh too much for a page; columns then show how much happened in each year."""


def overview(entries: Sequence[Entry], years: Iterable[YearGroup], edition: Edition) -> Overview | None:
    """The drawing of some entries, in order; None where there are too few to compare. `years` are those to lead to."""
    scale = scale_of(edition.chronology.moment(entry) for entry in entries)
    if scale is None or len(entries) == 1:
        return None
    marks = tuple(_marks(entries, scale, edition)) if len(entries) <= _MOST else ()
    groups = [group for group in years if group.precision is Precision.YEAR]
    most = max((len(group.placed) for group in groups), default=0)
    return Overview(
        marks=marks,
        rows=max((mark.row for mark in marks), default=0) + 1,
        years=tuple(_year(group, most, scale, edition) for group in groups),
        labels=tuple(YearLabel(scale.year(year)[0], edition.language.year(year)) for year in scale.labels()),
    )


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


def _year(group: YearGroup, most: int, scale: Scale, edition: Edition) -> YearMark:
    left, right = scale.year(group.year)
    count = len(group.placed)
    return YearMark(
        left=left,
        width=round(right - left, 2),
        share=-(-100 * count // most),
        count=count,
        label=year_in_words(group.year, group.precision, edition.language),
        address=edition.addresses.year(group.year, group.precision),
    )
