"""Where a point of the globe stands on a map: the equidistant conic projection, laid around what the map shows.

The parallel through the middle of the map and every meridian are true to scale, so that Europe looks as it does in an
atlas (J. P. Snyder, Map Projections: A Working Manual, 1987, section 16, with one standard parallel). One formula
serves everywhere: towards the equator the cone becomes a cylinder, towards a pole a plane.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import asin, copysign, cos, degrees, hypot, inf, radians, sin, tan

Point = tuple[float, float]
"""Longitude and latitude in degrees, or x and y on a map."""

_LEAST_LATITUDE = 1
"""A cone this slender is a cylinder to the eye; one of no slope at all has its tip nowhere."""


@dataclass(frozen=True, slots=True)
class Box:
    """What lies between two values of each of the two coordinates."""

    left: float
    low: float
    right: float
    high: float

    def meets(self, other: "Box") -> bool:
        """Whether two boxes share more than an edge."""
        return self.left < other.right and other.left < self.right and self.low < other.high and other.low < self.high

    def holds_all(self, points: Sequence[Point]) -> bool:
        """Whether all points lie within, or on the edge; there is one at least."""
        around = box_of(points)
        return self.holds((around.left, around.low)) and self.holds((around.right, around.high))

    def holds(self, point: Point) -> bool:
        """Whether a point lies within, or on the edge."""
        return self.left <= point[0] <= self.right and self.low <= point[1] <= self.high


def box_of(points: Sequence[Point]) -> Box:
    """The smallest box that holds all points."""
    xs, ys = zip(*points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class Projection:
    """A cone that touches the globe along the parallel `lat`, cut open opposite the meridian `lon`."""

    lon: float
    lat: float

    @property
    def slope(self) -> float:
        """How many degrees of the opened cone a degree of longitude takes; negative south of the equator."""
        return sin(radians(self.lat))

    @property
    def radius(self) -> float:
        """From the tip of the cone to where it touches the globe, in degrees of latitude."""
        return degrees(1 / tan(radians(self.lat)))

    def turned(self, points: Sequence[Point]) -> list[Point]:
        """The same points of the globe with longitudes no farther than 180 degrees from the middle."""
        return [((lon - self.lon + 180) % 360 - 180 + self.lon, lat) for lon, lat in points]

    def flat(self, points: Sequence[Point]) -> list[Point]:
        """Points of the globe on the plane, in degrees of latitude, x to the east and y to the north."""
        slope, radius, top = self.slope, self.radius, self.radius + self.lat
        turns = [(radians((lon - self.lon) * slope), top - lat) for lon, lat in points]
        return [(away * sin(turn), radius - away * cos(turn)) for turn, away in turns]

    def window(self, reach: float) -> Box:
        """Longitudes and latitudes outside of which nothing is as near as `reach` to the middle of the plane."""
        share = reach / abs(self.radius) if self.radius else inf
        aside = degrees(asin(share)) / abs(self.slope) if share < 1 else inf
        east = min(aside, 180)
        return Box(self.lon - east, max(self.lat - reach, -90), self.lon + east, min(self.lat + reach, 90))


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle cut out of the plane. Its units count from the upper left corner; `scale` is units a degree."""

    projection: Projection
    left: float
    top: float
    scale: float
    width: int
    height: int

    def place(self, points: Sequence[Point]) -> list[Point]:
        """Where points of the globe stand in the frame, or around it."""
        return self.trace(self.projection.turned(points))

    def trace(self, ring: Sequence[Point]) -> list[Point]:
        """The same of a ring that has been turned so that no edge jumps."""
        flat = self.projection.flat(ring)
        return [((x - self.left) * self.scale, (self.top - y) * self.scale) for x, y in flat]

    @property
    def window(self) -> Box:
        """Longitudes and latitudes outside of which nothing is in the frame."""
        right, bottom = self.left + self.width / self.scale, self.top - self.height / self.scale
        return self.projection.window(
            max(hypot(x, y) for x in (self.left, right) for y in (self.top, bottom)),
        )


@dataclass(frozen=True, slots=True)
class Format:
    """How large a map is, in its own units; `margin` is the share left free on each side, `least` the fewest degrees
    of latitude that fit into its width."""

    width: int
    height: int
    margin: float
    least: float


def frame_around(points: Sequence[Point], format_: Format) -> Frame:
    """The frame that shows all of some points, which are in the middle of it."""
    projection = _around(points)
    box = box_of(projection.flat(projection.turned(points)))
    room = 1 - 2 * format_.margin
    degrees_wide = max(
        format_.least,
        (box.right - box.left) / room,
        (box.high - box.low) / room * format_.width / format_.height,
    )
    scale = format_.width / degrees_wide
    left = (box.left + box.right - degrees_wide) / 2
    top = (box.low + box.high + format_.height / scale) / 2
    return Frame(projection, left, top, scale, format_.width, format_.height)


def _around(points: Sequence[Point]) -> Projection:
    lats = [lat for _, lat in points]
    middle = (min(lats) + max(lats)) / 2
    lat = copysign(max(abs(middle), _LEAST_LATITUDE), middle)
    return Projection(_middle_meridian([lon for lon, _ in points]), lat)


def _middle_meridian(lons: Sequence[float]) -> float:
    """The middle of the shortest way around the globe that passes all meridians."""
    around = sorted({lon % 360 for lon in lons})
    gaps = pairwise([*around, around[0] + 360])
    last, first = max(gaps, key=lambda gap: gap[1] - gap[0])
    return (first + (last - first) % 360 / 2 + 180) % 360 - 180
