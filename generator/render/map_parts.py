"""What the views of maps are made of. Points are in the units of the map, `em` in those of its letters."""

from dataclasses import dataclass

from generator.render.projection import Frame


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map, in whole units."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class PlacesMap:
    """Where an entry took place."""

    frame: Frame
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class StopView:
    """A step on a map, or one that is not there. `anchor` is its id in the list; `status` says where it is more, or
    less, than something that happened; `aside` is how far its disc stands beside the place, in em, since several may
    share one."""

    anchor: str
    number: int | None
    place: str | None
    when: str | None
    is_announced: bool
    status: str | None = None
    spot: Spot | None = None
    aside: float = 0


@dataclass(frozen=True, slots=True)
class BarView:
    """What joins the discs of one spot, from its left end on; both measures in em."""

    spot: Spot
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class LegView:
    """The way from one stop to the next, as the data of an SVG path."""

    path: str
    is_announced: bool


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of a label, with its baseline in em."""

    text: str
    baseline: float


@dataclass(frozen=True, slots=True)
class LabelView:
    """The name of a place and its dates: `anchor` is the end they are aligned at, `x` how far they are aside in em.
    `is_minor` where a narrow screen has no room for it."""

    spot: Spot
    anchor: str
    x: float
    name: LineView
    dates: tuple[LineView, ...]
    is_minor: bool


@dataclass(frozen=True, slots=True)
class RouteMap:
    """The steps of a sequence on a map; `elsewhere` are those that have no point there."""

    frame: Frame
    legs: tuple[LegView, ...]
    labels: tuple[LabelView, ...]
    bars: tuple[BarView, ...]
    stops: tuple[StopView, ...]
    elsewhere: tuple[StopView, ...]
