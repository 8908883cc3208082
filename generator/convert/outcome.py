"""What becomes of seeds."""

from dataclasses import dataclass
from enum import StrEnum

from generator.errors import Problem


class Fate(StrEnum):
    """What became of a seed."""

    WRITTEN = "written"
    RENEWED = "renewed"
    RENAMED = "renamed"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One seed's fate. `difference` is a unified diff from an edited entry to what the converter would write now."""

    seed: str
    fate: Fate
    entry: str | None = None
    difference: str = ""
    is_held_back: bool = False
    problems: tuple[Problem, ...] = ()
