"""What a check of the outside links tells, apart from what it takes to make one."""

from dataclasses import dataclass
from enum import StrEnum

from generator.errors import Problem


class Stop(StrEnum):
    """Why not every address was asked."""

    UNSOUND = "unsound"
    OFFLINE = "offline"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class LinkReport:
    """What became of the outside addresses: what is wrong with them; of how many it is known and of how many not;
    how many are gone and have a copy that the content names. `unsaved` says why the answers are not remembered."""

    problems: tuple[Problem, ...] = ()
    known: int = 0
    unknown: int = 0
    kept: int = 0
    stop: Stop | None = None
    unsaved: str = ""
