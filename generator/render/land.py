"""The land of the world as outlines: reads `map/land.json` of the layouts, and draws what a frame shows of it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, dist
from pathlib import Path
from typing import Any

from generator.errors import SettingsError
from generator.render.projection import Box, Frame, Point, box_of

Ring = Sequence[Point]

_FILE = "map/land.json"
_LONGEST_EDGE = 5.0
"""Degrees; a longer edge is divided, since it is straight on the globe's grid and bent on the map."""
_NEAREST = 2.5
"""Units of a frame between two points of an outline; finer detail is not seen."""
_SMALLEST = 10
"""Square units of a frame; a smaller island is a speck."""
_BLEED = 4
"""Units that outlines go on beyond the frame, so that its edge is not drawn as a coast."""


class Land:
    """All land, each coast as a ring of longitudes and latitudes that does not jump where the world is cut open."""

    def __init__(self, rings: Iterable[Ring], digest: str = "") -> None:
        self.digest = digest
        self._rings = [(box_of(ring), ring) for ring in rings]
        self._outlines: dict[Frame, str] = {}

    def outline(self, frame: Frame) -> str:
        """The land in a frame, as the data of an SVG path in whole units (SVG 2, section 9.3)."""
        if frame not in self._outlines:
            self._outlines[frame] = "".join(_path(ring) for ring in self._within(frame))
        return self._outlines[frame]

    def _within(self, frame: Frame) -> Iterator[Ring]:
        window = frame.window
        edge = Box(-_BLEED, -_BLEED, frame.width + _BLEED, frame.height + _BLEED)
        for box, ring in self._rings:
            for turn in (-360, 0, 360):
                if window.meets(Box(box.left + turn, box.low, box.right + turn, box.high)):
                    turned = _clipped([(lon + turn, lat) for lon, lat in ring], window)
                    yield _thinned(_clipped(frame.trace(list(_divided(turned))), edge))


def read_land(layouts: Iterable[Path]) -> Land:
    """The land of the first layouts folder that has a map. Raises `SettingsError` where it cannot be read."""
    path = next((found for folder in layouts if (found := folder / _FILE).is_file()), None)
    if path is None:
        raise SettingsError(f"layouts/{_FILE} is missing")
    try:
        data = path.read_bytes()
        return Land(_rings(json.loads(data)), hashlib.sha256(data).hexdigest())
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        what = "this is no TopoJSON with a quantised object “land” (layouts/map/README.md)"
        raise SettingsError(f"layouts/{_FILE}: {what}") from error


def _rings(topology: Mapping[str, Any]) -> Iterator[Ring]:
    """The rings of the object `land` of a quantised topology (The TopoJSON Format Specification, section 2)."""
    (x_scale, y_scale), (x_start, y_start) = topology["transform"]["scale"], topology["transform"]["translate"]

    def arc(index: int) -> list[Point]:
        x = y = 0
        points: list[Point] = []
        for x_step, y_step in topology["arcs"][index if index >= 0 else ~index]:
            x, y = x + x_step, y + y_step
            points.append((x * x_scale + x_start, y * y_scale + y_start))
        return points if index >= 0 else points[::-1]

    for indices in _indices(topology["objects"]["land"]):
        yield _unrolled([point for index in indices for point in arc(index)])


def _indices(geometry: Mapping[str, Any]) -> Iterator[list[int]]:
    """The arcs of each ring."""
    match geometry["type"]:
        case "GeometryCollection":
            for inner in geometry["geometries"]:
                yield from _indices(inner)
        case "MultiPolygon":
            for polygon in geometry["arcs"]:
                yield from polygon
        case "Polygon":
            yield from geometry["arcs"]
        case other:
            raise ValueError(other)


def _unrolled(ring: Ring) -> Ring:
    """A closed ring that goes on beyond 180 degrees instead of jumping; around a pole, it takes the pole in."""
    unrolled, turn = [ring[0]], 0
    for (before, _), (lon, lat) in pairwise(ring):
        turn += 360 * ((lon < before - 180) - (lon > before + 180))
        unrolled.append((lon + turn, lat))
    (first, start), (last, _) = unrolled[0], unrolled[-1]
    pole = 90 if start > 0 else -90
    return [*unrolled, (last, pole), (first, pole)] if turn else unrolled[:-1]


def _clipped(ring: Ring, box: Box) -> Ring:
    """What lies of a ring within a box (Sutherland and Hodgman, 1974: one edge after the other)."""
    if not ring or box.holds_all(ring):
        return ring
    for axis, sign, limit in ((0, 1, box.left), (0, -1, box.right), (1, 1, box.low), (1, -1, box.high)):
        depths = [(point[axis] - limit) * sign for point in ring]
        if min(depths, default=0) < 0:
            ring = list(_kept(ring, depths))
    return ring


def _kept(ring: Ring, depths: Sequence[float]) -> Iterator[Point]:
    """The points that are not on the wrong side of an edge, and those where the ring crosses it."""
    for index, (point, here) in enumerate(zip(ring, depths, strict=True)):
        before = depths[index - 1]
        if (before < 0) != (here < 0):
            yield _between(ring[index - 1], point, before / (before - here))
        if here >= 0:
            yield point


def _divided(ring: Ring) -> Iterator[Point]:
    """A ring with points along its long edges."""
    for start, end in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        yield start
        length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
        if length > _LONGEST_EDGE:
            pieces = ceil(length / _LONGEST_EDGE)
            yield from (_between(start, end, piece / pieces) for piece in range(1, pieces))


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _thinned(ring: Ring) -> Ring:
    """A ring in whole units without what is too small to see; nothing of a ring that is."""
    kept: list[Point] = []
    for x, y in ring:
        point = round(x), round(y)
        if not kept or dist(point, kept[-1]) > _NEAREST:
            kept.append(point)
    return kept if abs(_area(kept)) >= _SMALLEST else ()


def _area(ring: Ring) -> float:
    return sum(x * later_y - later_x * y for (x, y), (later_x, later_y) in pairwise([*ring, *ring[:1]])) / 2


def _path(ring: Ring) -> str:
    if not ring:
        return ""
    (x, y), *_ = ring
    steps = ((later[0] - here[0], later[1] - here[1]) for here, later in pairwise(ring))
    return f"M{x} {y}l" + " ".join(f"{x_step} {y_step}" for x_step, y_step in steps).replace(" -", "-") + "z"
