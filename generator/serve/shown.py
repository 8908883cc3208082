"""The site as it is shown: the files that are planned, even before they are in place; else those that stand there."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

from generator.files import Draw

_HOME = "index.html"


class Plan(NamedTuple):
    """How each file is drawn that is to stand in the folder, by its name, and the names of those that are to go."""

    coming: Mapping[str, Draw]
    going: AbstractSet[str]


IN_PLACE = Plan({}, frozenset())
"""Where all files stand in the folder."""


class ShownSite:
    """The site in a folder, while builds bring it up to date. Nothing that is hidden or leads elsewhere is shown.

    Threads that answer read it, and draw for themselves what is not there yet.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.plan = IN_PLACE
        """What is shown where it is not what stands in the folder."""
        self._names: AbstractSet[str] = frozenset()

    def expect(self, drawings: Mapping[str, Draw]) -> bool:
        """Show these files from now on. Tells whether others were expected before."""
        before, self._names = self._names, frozenset(drawings)
        self.plan = Plan(drawings, (before | self.plan.going) - self._names)
        return bool(before)

    @property
    def is_there(self) -> bool:
        """Whether there is anything to show."""
        return _HOME in self.plan.coming or (self._folder / _HOME).is_file()

    def is_folder(self, names: Sequence[str]) -> bool:
        """Whether a folder is called so. Raises `OSError` where it cannot be told."""
        path = self._below(names)
        return path is not None and ("/".join([*names, _HOME]) in self.plan.coming or path.is_dir())

    def read(self, names: Sequence[str]) -> bytes:
        """The bytes of a file. Raises `OSError` where there is none."""
        path, plan, name = self._below(names), self.plan, "/".join(names)
        if path is None or name in plan.going:
            raise FileNotFoundError(name)
        drawn = _drawn(plan.coming[name]) if name in plan.coming else None
        return path.read_bytes() if drawn is None else drawn

    def _below(self, names: Sequence[str]) -> Path | None:
        """The path of these names; None where one is hidden, leads elsewhere, or is none."""
        path = self._folder
        for name in names:
            step = path / name
            if name.startswith(".") or "\0" in name or step.parent != path or step.is_symlink():
                return None
            path = step
        return path


def _drawn(draw: Draw) -> bytes | None:
    """The bytes of a file; None where it cannot be drawn."""
    try:
        return draw()
    except Exception:  # noqa: BLE001 - whatever it is, the build that is under way comes to it and tells it
        return None
