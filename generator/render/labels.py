"""Finds room for the names on a map: beside, above or below the discs they belong to."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.render.projection import Box, Point

NARROW, WIDE = 28, 15
"""Units of a map to the size of its letters, on a narrow screen and on a wide one; `map.css` sets the same."""
DISC, PITCH = 1.8, 1.3
"""In em: how wide a disc is, and how far apart are the middles of those that share a spot."""

_LINE = 1.2
_CAPITALS = 0.7
_GAP = 0.3
_BOLD, _REGULAR, _EAST_ASIAN = 0.62, 0.56, 1.0
"""Widths in em: what letters of a wide sans serif, such as DejaVu Sans, need on average in a name and in a date, and
those that are square."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Discs that stand side by side at one spot, and what is to be written beside them: a name, then dates."""

    x: float
    y: float
    discs: int
    lines: tuple[str, ...]

    @property
    def half(self) -> float:
        """Half the width of the discs, in em."""
        return (DISC + (self.discs - 1) * PITCH) / 2

    def box(self, em: int, sides: tuple[float, float], top: float, bottom: float) -> Box:
        """A part of the map, of what is measured in em from the spot."""
        return Box(self.x + sides[0] * em, self.y + top * em, self.x + sides[1] * em, self.y + bottom * em)

    def room(self, em: int) -> Box:
        """What the discs take."""
        return self.box(em, (-self.half, self.half), -DISC / 2, DISC / 2)


@dataclass(frozen=True, slots=True)
class Label:
    """Where the lines of a sign stand, in em from its spot: `anchor` is the end they are aligned at, `baselines` one a
    line. `narrow` and `wide` are the room they take on a screen of either kind; a minor one is shown
    on a wide one only. The lower its `cost`, the better it is."""

    anchor: str
    x: float
    baselines: tuple[float, ...]
    narrow: Box
    wide: Box
    is_minor: bool
    cost: int


def labels(signs: Sequence[Sign], route: Sequence[Point], frame: Box) -> list[Label | None]:
    """A label for each sign: within the frame, on no disc and no other label, and on little of the route.

    None where there is no such room. Whichever sign chooses first, the best of the outcomes is taken.
    """
    candidates = [[*_candidates(sign, route)] for sign in signs]
    orders = [[*range(first, len(signs)), *range(first)] for first in range(len(signs))]
    outcomes = [_in_order(order, signs, candidates, frame) for order in orders]
    best = min(outcomes, key=lambda outcome: _total(outcome.values()), default={})
    return [best[index] for index in range(len(signs))]


def _in_order(
    order: Sequence[int], signs: Sequence[Sign], candidates: Sequence[Sequence[Label]], frame: Box
) -> dict[int, Label | None]:
    """The labels that signs find when one after the other takes the best that is left."""
    narrow, wide = ([sign.room(em) for sign in signs] for em in (NARROW, WIDE))
    found: dict[int, Label | None] = {}
    for index in order:
        free = (each for each in candidates[index] if _fits(each.wide, wide, frame))
        shown = [each for each in free if each.is_minor or _fits(each.narrow, narrow, frame)]
        found[index] = best = min(shown, key=lambda each: each.cost, default=None)
        wide += [best.wide] if best else []
        narrow += [best.narrow] if best and not best.is_minor else []
    return found


def _total(outcome: Iterable[Label | None]) -> tuple[int, int]:
    """How many signs have no label, and what the labels of the others cost."""
    costs = [each.cost if each else None for each in outcome]
    return costs.count(None), sum(cost for cost in costs if cost)


def _candidates(sign: Sign, route: Sequence[Point]) -> Iterator[Label]:
    """To the right, to the left, above and below. A minor one costs more than any that crosses the route."""
    name, *dates = sign.lines
    width = max(_width(name, _BOLD), *(_width(date, _REGULAR) for date in dates), 0)
    height = len(sign.lines) * _LINE
    aside, apart = sign.half + _GAP, DISC / 2 + _GAP
    for anchor, x, left, top in (
        ("start", aside, aside, -height / 2),
        ("end", -aside, -aside - width, -height / 2),
        ("middle", 0, -width / 2, -apart - height),
        ("middle", 0, -width / 2, apart),
    ):
        baselines = tuple(top + (_LINE + _CAPITALS) / 2 + line * _LINE for line in range(len(sign.lines)))
        narrow, wide = (sign.box(em, (left, left + width), top, top + height) for em in (NARROW, WIDE))
        crossings = [sum(box.holds(point) for point in route) for box in (narrow, wide)]
        yield Label(anchor, x, baselines, narrow, wide, is_minor=False, cost=crossings[0])
        yield Label(anchor, x, baselines, narrow, wide, is_minor=True, cost=crossings[1] + len(route) + 1)


def _fits(box: Box, taken: Sequence[Box], frame: Box) -> bool:
    is_inside = frame.holds((box.left, box.low)) and frame.holds((box.right, box.high))
    return is_inside and not any(box.meets(other) for other in taken)


def _width(line: str, usual: float) -> float:
    return sum(_EAST_ASIAN if unicodedata.east_asian_width(letter) in "WF" else usual for letter in line)
