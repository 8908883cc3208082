"""What an import is made for, and what becomes of all that it is given."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.errors import Problem
from generator.intake.additions import Addition
from generator.model import Gazetteer, Site


class Fate(StrEnum):
    """What becomes of an entry to be."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "left alone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was taken: its entry, and whether it has to be written. The text of one that is there is its own."""

    path: Path
    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What entries are made for. `addresses` leads from every slug and alias in use, in small letters, to its file;
    `today` stamps new entries."""

    site: Site
    gazetteer: Gazetteer
    addresses: Mapping[str, Path]
    lang: str
    today: str


@dataclass(frozen=True, slots=True)
class Intake:
    """All that becomes of a file or folder. `settings` is what its title would be in `site.yaml`, as YAML, empty where
    it has none or says the same; `unused` counts, by name, what has no place here."""

    outcomes: tuple[Outcome, ...]
    additions: tuple[Addition, ...]
    settings: str
    unused: Mapping[str, int]
    problems: tuple[Problem, ...]
