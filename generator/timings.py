"""How long a build took: each of its stages, and each file that it drew."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What a build does, one after the other."""

    LOADING = "loading"
    ARRANGING = "arranging"
    PLANNING = "planning"
    INDEXING = "indexing"
    COMPARING = "comparing"
    DRAWING = "drawing"
    WRITING = "writing"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A file that was drawn, by which template if by one, and in how many seconds."""

    path: str
    template: str
    seconds: float


class Timings:
    """The seconds of one build, counted by `clock`; a clock that stands still costs nothing."""

    def __init__(self, clock: Callable[[], float] = lambda: 0.0) -> None:
        self.clock = clock
        self.stages: dict[Stage, float] = {}
        self.drawings: list[Drawing] = []
        self._now: tuple[Stage, float] | None = None

    def begin(self, stage: Stage | None) -> None:
        """From now on this stage runs, or none; the one before has ended."""
        moment = self.clock()
        if self._now:
            before, begun = self._now
            self.stages[before] = self.stages.get(before, 0.0) + moment - begun
        self._now = (stage, moment) if stage else None

    def slowest(self, most: int) -> list[Drawing]:
        """The files that took longest to draw."""
        return sorted(self.drawings, key=lambda drawing: -drawing.seconds)[:most]

    def by_template(self) -> list[tuple[str, list[float]]]:
        """Templates with the seconds of each file that they drew, the longest in all first."""
        found: dict[str, list[float]] = defaultdict(list)
        for drawing in self.drawings:
            if drawing.template:
                found[drawing.template].append(drawing.seconds)
        return sorted(found.items(), key=lambda item: -sum(item[1]))
