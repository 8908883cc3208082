"""The line of a file that a problem stands in, as an author is shown it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.errors import Problem

_WIDTH = 100
_BEFORE = 60
"""How much of a long line is shown, and how much of that before the place."""
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line, or a part of it as long as fits a terminal. `place` counts from 0, in characters of `text`."""

    text: str
    place: int


class Excerpts:
    """Looks up the lines that problems name, in the files below a folder."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines = cache(self._read)

    def of(self, problem: Problem) -> Excerpt | None:
        """The line of a problem; None where its file has no such line, or one without a word."""
        lines = self._lines(problem.path)
        number, column = problem.position.line - 1, problem.position.column - 1
        if number >= len(lines) or not lines[number].strip():
            return None
        return excerpt(lines[number], column)

    def _read(self, path: str) -> tuple[str, ...]:
        """The lines of a file as editors count them, without what a terminal would not show as one column. Of a link,
        which could lead to any file of the machine, nothing is shown."""
        if (self._root / path).is_symlink():
            return ()
        try:
            text = (self._root / path).read_bytes().decode(errors="replace").removeprefix("\ufeff")
        except OSError:
            return ()
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return tuple("".join(sign if sign.isprintable() else " " for sign in line) for line in lines)


def excerpt(line: str, place: int) -> Excerpt:
    """A line around a place in it, which may lie one beyond its end."""
    place = min(place, len(line.rstrip()))
    start = max(0, place - _BEFORE) if len(line) > _WIDTH else 0
    shown = line[start : start + _WIDTH].rstrip()
    before, after = _CUT if start else "", _CUT if start + _WIDTH < len(line.rstrip()) else ""
    return Excerpt(before + shown + after, place - start + len(before))
