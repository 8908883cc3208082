"""The front door to fontTools: the faces that pictures are set in, and text broken into lines that fit."""

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError  # type: ignore[import-untyped]  # it ships no types

from generator.errors import SettingsError

_BREAK = re.compile(r"(?<!\b\w)(?<!\b\w\w)(?<!«) +(?![ :;!?»–—])")
"""Not after a short word, which belongs to the next, and not before a sign."""
_SUFFIXES = {".otf", ".ttf"}
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16


@dataclass(frozen=True, slots=True)
class Lines:
    """A text in lines, and the size they are set in."""

    size: int
    texts: tuple[str, ...]


class Face:
    """A face by the file it stands in: its family and weight as SVG names them, and how wide its letters are."""

    def __init__(self, path: Path) -> None:
        try:
            font = TTFont(path)
            names = font["name"]
            self.family = str(names.getDebugName(_TYPOGRAPHIC_FAMILY) or names.getDebugName(_FAMILY))
            self.weight = int(font["OS/2"].usWeightClass)
            self._em = int(font["head"].unitsPerEm)
            self._advances = {letter: int(font["hmtx"][glyph][0]) for letter, glyph in font.getBestCmap().items()}
        except (TTLibError, AttributeError, LookupError) as error:
            raise SettingsError(f"layouts/fonts/{path.name} is no font that can be read: {error}") from error

    def width(self, text: str, size: float) -> float:
        """How wide a text is at most: pairs of letters may be set closer. A letter that is not there is a square."""
        return sum(self._each(text)) * size / self._em

    def has(self, letter: str) -> bool:
        """Whether there is a drawing of it."""
        return ord(letter) in self._advances

    def fitted(self, text: str, width: int, sizes: Sequence[tuple[int, int]]) -> Lines:
        """A text in the first of these sizes in which it takes no more than so many lines, all about as long.

        Where even the last is too large, what does not fit gives way to an ellipsis.
        """
        words = _BREAK.split(text.strip(" "))
        for size, most in sizes:
            lines = self._broken(words, size, width)
            if len(lines) <= most and all(self.width(line, size) <= width for line in lines):
                return Lines(size, tuple(self._even(words, size, width)))
        lines = self._broken(text.split(), size, width)
        kept = [*lines[: most - 1], " ".join(lines[most - 1 :])][: len(lines)]
        return Lines(size, tuple(self._cut(line, size, width) for line in kept))

    def _each(self, text: str) -> list[int]:
        return [self._advances.get(ord(letter), self._em) for letter in text]

    def _broken(self, words: Iterable[str], size: int, width: int) -> list[str]:
        """Lines that are as full as can be; a word that is too long has one of its own."""
        lines: list[str] = []
        for word in words:
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.width(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def _even(self, words: Sequence[str], size: int, width: int) -> list[str]:
        """As many lines as in this width, in the least width that allows for it."""
        most = len(self._broken(words, size, width))
        least = bisect_left(range(width), True, key=lambda each: len(self._broken(words, size, each)) <= most)  # noqa: FBT003 # it is looked for
        return self._broken(words, size, least)

    def _cut(self, line: str, size: int, width: int) -> str:
        """A line that fits, cut after a word, or within its first where that is too long."""
        if self.width(line, size) <= width:
            return line
        room = width * self._em / size - sum(self._each("…"))
        end = bisect_right(list(accumulate(self._each(line))), room)
        kept = line[:end] if line[end] == " " else line[:end].rpartition(" ")[0]
        return (kept or line[:end]).rstrip(" ,.:;–—") + "…"


class Faces:
    """All faces of the layouts by the names of their files; a project's own stands before the shipped one."""

    def __init__(self, layouts: Iterable[Path]) -> None:
        found = (path for folder in reversed([*layouts]) for path in (folder / "fonts").glob("*"))
        paths = {path.name: path for path in found if path.suffix in _SUFFIXES}
        self.paths = dict(sorted(paths.items()))  # the first that has a letter draws it
        self._opened: dict[str, Face] = {}

    def __getitem__(self, name: str) -> Face:
        """The face in a file. Raises `KeyError`, and `SettingsError` where the file is no font."""
        if name not in self._opened:
            self._opened[name] = Face(self.paths[name])
        return self._opened[name]

    def lacking(self, text: str) -> str:
        """The letters of a text, each once, that none of the faces has, so that a picture shows boxes for them."""
        letters = (letter for letter in dict.fromkeys(text) if not letter.isspace())
        return "".join(letter for letter in letters if not any(self[name].has(letter) for name in self.paths))

    @cached_property
    def digest(self) -> str:
        """It changes with any of the files."""
        digests = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in self.paths.items()}
        return repr([*digests.items()])
