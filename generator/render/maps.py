"""The maps of the site as data: the route of a sequence from stop to stop, and the places of an entry."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import dist

from generator.arranged import Side
from generator.model import Location
from generator.render.edition import Edition
from generator.render.labels import DISC, NARROW, PITCH, Label, Sign, labels
from generator.render.map_parts import BarView, LabelView, LegView, LineView, PlacesMap, RouteMap, Spot, StopView
from generator.render.projection import Box, Format, Point, frame_around

_ROUTE = Format(width=768, height=432, margin=0.2, least=24)
"""No borders are drawn, so that coasts alone must tell where this is."""
_PLACES = Format(width=256, height=160, margin=0.2, least=45)

_EDGE = 8
"""Units that labels keep from the edge of a map."""
_NEAR = DISC * NARROW
"""Units; places nearer than a disc is wide share one spot."""
_TOWN = 0.2
"""Degrees; a place no farther than this from the one it lies in is a house in a town, and the town is on the map."""
_MOST_DATES = 2


@dataclass(frozen=True, slots=True)
class Stop:
    """A step before it is on a map: its places by id, and what is said of it there."""

    places: tuple[str, ...]
    view: StopView


@dataclass(frozen=True, slots=True)
class _Visit:
    """A stop at one of its places, and where that is on the map."""

    stop: StopView
    place: Location
    spot: Spot


@dataclass(frozen=True, slots=True)
class _Way:
    """From one spot to another, bent to its left, so that a way back does not hide the way there."""

    start: Spot
    end: Spot
    is_announced: bool

    @property
    def bend(self) -> Point:
        """The point that draws the curve towards it."""
        across, down = self.end.x - self.start.x, self.end.y - self.start.y
        return (self.start.x + self.end.x) / 2 + down / 5, (self.start.y + self.end.y) / 2 - across / 5

    def points(self) -> Iterator[Point]:
        """Some points of the curve."""
        for share in (step / 40 for step in range(1, 40)):
            weights = (1 - share) ** 2, 2 * share * (1 - share), share**2
            corners = (self.start.x, self.start.y), self.bend, (self.end.x, self.end.y)
            x, y = (sum(w * corner[axis] for w, corner in zip(weights, corners, strict=True)) for axis in (0, 1))
            yield x, y

    def view(self) -> LegView:
        """The curve as an SVG path."""
        x, y = map(round, self.bend)
        return LegView(f"M{self.start.x} {self.start.y}Q{x} {y} {self.end.x} {self.end.y}", self.is_announced)


def places_map(places: Sequence[str], edition: Edition) -> PlacesMap | None:
    """The places of an entry on a small map; None where none has a point."""
    points = [point for _, point in _located(places, edition.gazetteer.places)]
    if not points:
        return None
    frame = frame_around(points, _PLACES)
    return PlacesMap(frame, tuple(dict.fromkeys(map(_spot, frame.place(points)))))


def route_map(stops: Sequence[Stop], edition: Edition) -> RouteMap | None:
    """The stops of a sequence in their order, each at all of its places; None where no place has a point."""
    located = [(stop, *found) for stop in stops for found in _located(stop.places, edition.gazetteer.places)]
    if not located:
        return None
    points = [point for *_, point in located]
    frame = frame_around(points, _ROUTE)
    spots = _gathered(frame.place(points))
    visits = [_Visit(stop.view, place, spot) for (stop, place, _), spot in zip(located, spots, strict=True)]
    ways = [_Way(a.spot, b.spot, b.stop.is_announced) for a, b in pairwise(visits) if a.spot != b.spot]
    shown = {visit.stop.anchor for visit in visits}
    return RouteMap(
        frame=frame,
        legs=tuple(way.view() for way in ways),
        labels=tuple(_labels(visits, [point for way in ways for point in way.points()], edition)),
        bars=tuple(_bars(visits)),
        stops=tuple(_stops(visits, edition)),
        elsewhere=tuple(stop.view for stop in stops if stop.view.anchor not in shown),
    )


def _located(ids: Sequence[str], places: Mapping[str, Location]) -> Iterator[tuple[Location, Point]]:
    """The places that have a point of their own, or that of a place they lie in."""
    for id_ in ids:
        point = _point(places[id_], places)
        if point:
            yield places[id_], point


def _point(place: Location, places: Mapping[str, Location]) -> Point | None:
    if place.lat is not None and place.lon is not None:
        return place.lon, place.lat
    return _point(places[place.within], places) if place.within else None


def _spot(point: Point) -> Spot:
    return Spot(round(point[0]), round(point[1]))


def _gathered(points: Sequence[Point]) -> Iterator[Spot]:
    """Where each point is drawn: at itself, or at an earlier one that is near."""
    apart: list[Point] = []
    for point in points:
        near = next((other for other in apart if dist(point, other) < _NEAR), None)
        apart += [] if near else [point]
        yield _spot(near or point)


def _stops(visits: Sequence[_Visit], edition: Edition) -> Iterator[StopView]:
    """The discs in the order of the route; those of one spot side by side."""
    discs, drawn = _discs(visits), set[tuple[Spot, StopView]]()
    for visit in visits:
        if (visit.spot, visit.stop) not in drawn:
            beside = discs[visit.spot]
            aside = (beside.index(visit.stop) - (len(beside) - 1) / 2) * PITCH
            yield replace(visit.stop, place=_name(visit.place, edition), spot=visit.spot, aside=round(aside, 2))
            drawn.add((visit.spot, visit.stop))


def _bars(visits: Sequence[_Visit]) -> Iterator[BarView]:
    for spot, beside in _discs(visits).items():
        if len(beside) > 1:
            width = DISC + (len(beside) - 1) * PITCH
            yield BarView(spot, round(-width / 2, 2), round(width, 2))


def _discs(visits: Sequence[_Visit]) -> Mapping[Spot, list[StopView]]:
    """The stops of each spot, each once."""
    discs: dict[Spot, list[StopView]] = {}
    for visit in visits:
        beside = discs.setdefault(visit.spot, [])
        beside += [] if visit.stop in beside else [visit.stop]
    return discs


def _labels(visits: Sequence[_Visit], route: Sequence[Point], edition: Edition) -> Iterator[LabelView]:
    discs = _discs(visits)
    signs = [Sign(spot.x, spot.y, len(beside), _lines(spot, visits, edition)) for spot, beside in discs.items()]
    room = Box(_EDGE, _EDGE, _ROUTE.width - _EDGE, _ROUTE.height - _EDGE)
    for spot, sign, found in zip(discs, signs, labels(signs, route, room), strict=True):
        if found:
            yield _label(spot, sign, found)


def _label(spot: Spot, sign: Sign, found: Label) -> LabelView:
    name, *dates = (
        LineView(text, round(baseline, 2)) for text, baseline in zip(sign.lines, found.baselines, strict=True)
    )
    return LabelView(spot, found.anchor, found.x, name, tuple(dates), found.is_minor)


def _lines(spot: Spot, visits: Sequence[_Visit], edition: Edition) -> tuple[str, ...]:
    """The name of a spot, the shortest where several places share it; and its dates, if they are few."""
    here = [visit for visit in visits if visit.spot == spot]
    names = [_name(_town(visit.place, edition.gazetteer.places), edition) for visit in here]
    dates = [*dict.fromkeys(visit.stop.when for visit in here if visit.stop.when)]
    return (min(names, key=len), *(dates if len(dates) <= _MOST_DATES else ()))


def _town(place: Location, places: Mapping[str, Location]) -> Location:
    """The outermost place around it that is no farther away than a town is wide."""
    here, outer = _point(place, places), places.get(place.within or "")
    there = _point(outer, places) if outer else None
    return _town(outer, places) if outer and here and there and dist(here, there) < _TOWN else place


def _name(place: Location, edition: Edition) -> str:
    return edition.label(Side.PLACES, place.id).words
