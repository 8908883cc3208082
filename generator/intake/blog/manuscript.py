"""The text of a post while it is made into that of an entry: each of its lines knows which line of the post it was."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.errors import Code, Position
from generator.escape import before_a_link
from generator.intake.row import Row
from generator.markup import line_starts, without_code
from generator.report import Report


@dataclass(frozen=True, slots=True)
class Change:
    """Something to be written in place of a part of the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Manuscript:
    """A text, and the lines of the post that its lines were."""

    text: str
    lines: tuple[int, ...]
    report: Report

    @classmethod
    def of(cls, text: str, first_line: int, report: Report) -> "Manuscript":
        """A text whose first line is that line of its post."""
        return cls(text, tuple(range(first_line, first_line + text.count("\n") + 1)), report)

    @cached_property
    def words(self) -> str:
        """The text with its code and its comments blanked out, every other character where it was."""
        return without_code(self.text)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return line_starts(self.text)

    def found(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """All matches outside of code."""
        return pattern.finditer(self.words)

    def row(self, offset: int) -> Row:
        """By what something is reported that begins at that place."""
        line = bisect_right(self.starts, offset) - 1
        return Row(self.report, Position(self.lines[line], offset - self.starts[line] + 1), "")

    def warn(self, offset: int, code: Code, message: str, hint: str) -> None:
        """Tell what becomes of something that begins at that place."""
        self.row(offset).warning(code, message, hint)

    def changed(self, changes: Iterable[Change]) -> "Manuscript":
        """The text after all changes; of those that overlap, after the first alone."""
        edges = [Change(0, 0, ""), *_apart(changes), Change(len(self.text), len(self.text), "")]
        pieces, lines = [], [self.lines[0]]
        for before, change in pairwise(edges):
            first, last = (bisect_right(self.starts, offset) for offset in (before.end, change.start))
            lines += [*self.lines[first:last], *[self.lines[last - 1]] * change.text.count("\n")]
            if self._takes_out_lines(change):
                lines[-1] = self.lines[bisect_right(self.starts, change.end) - 1]
            kept = self.text[before.end : change.start]
            is_link = (change.text or self.text[change.end : change.end + 1]).startswith("[")
            pieces += [before_a_link(kept) if is_link else kept, change.text]
        return Manuscript("".join(pieces), tuple(lines), self.report)

    def _takes_out_lines(self, change: Change) -> bool:
        """Whether whole lines go, and nothing comes in their place."""
        before, last = self.text[change.start - 1 : change.start], self.text[change.end - 1 : change.end]
        return not change.text and before in ("", "\n") and last == "\n"


def _apart(changes: Iterable[Change]) -> Iterator[Change]:
    """Changes in the order of the text that do not touch one another."""
    done = 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if change.start >= done:
            done = change.end
            yield change
