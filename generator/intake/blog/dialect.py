"""From the Markdown of kramdown and CommonMark to that of this site, which wants lists indented by four columns, code
between fences at the margin, and an empty line above a list. No word is changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.intake.blog.manuscript import Manuscript

_FENCE = re.compile(r"(?P<sign>`{3,}(?=[^`]*$)|~{3,})[ \t]*(?P<info>.*)")
_LANGUAGE = re.compile(r"[\w#.+-]*")
_MARK = re.compile(r"(?P<mark>[-*+]|\d{1,9}[.)])(?P<space>[ \t]+|$)(?P<rest>.*)")
_RULE = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}$")
_VERBATIM = re.compile(r"<(pre|script|style|textarea)\b", re.IGNORECASE)
_STEP = 4


@dataclass(slots=True)
class _Fence:
    """A block of code that is open: how it ends, where it began, and the level of the list that it stands in."""

    sign: str
    indent: int
    level: int


def in_our_dialect(text: Manuscript) -> Manuscript:
    """The text as this site reads it."""
    lines = _Lines()
    numbered = [
        (line, number)
        for source, number in zip(text.text.split("\n"), text.lines, strict=True)
        for line in lines.read(source)
    ]
    numbered += [(line, text.lines[-1]) for line in lines.end()]
    return Manuscript("\n".join(line for line, _ in numbered), tuple(number for _, number in numbered), text.report)


class _Lines:
    """Reads a text line by line. `_offsets` are the columns at which the items begin that a line may go on."""

    def __init__(self) -> None:
        self._offsets: list[int] = []
        self._fence: _Fence | None = None
        self._verbatim = ""
        self._above = ""
        self._is_paragraph = False

    def read(self, source: str) -> Iterator[str]:
        """The lines that one becomes."""
        bare = source.lstrip(" \t")
        indent = len(source[: len(source) - len(bare)].expandtabs(_STEP))
        for line in self._line(source, bare, indent):
            self._above = line
            yield line

    def end(self) -> Iterator[str]:
        """What closes a block of code that its author left open."""
        if self._fence and not self._fence.level:
            yield self._fence.sign

    def _line(self, source: str, bare: str, indent: int) -> Iterator[str]:
        if self._fence:
            return self._in_code(bare, indent, self._fence)
        if self._verbatim or _VERBATIM.match(bare):
            return self._as_it_is(source, bare)
        if not bare:
            self._is_paragraph = False
            return iter([""])
        return self._block(bare, indent)

    def _block(self, bare: str, indent: int) -> Iterator[str]:
        """A line of a block that Markdown reads."""
        is_listed = bool(self._offsets)
        self._leave(indent)
        if self._is_indented_code(indent):
            return iter([" " * (indent - self._offset + self._level * _STEP) + bare])
        if fence := _FENCE.match(bare):
            return self._open(fence, indent)
        mark = None if _RULE.match(bare) else _MARK.match(bare)
        if mark and self._may_begin(mark["mark"]):
            return self._item(mark, indent, is_listed=is_listed)
        return self._words(bare, indent)

    def _may_begin(self, mark: str) -> bool:
        """Whether a list may begin here: a number in the midst of a paragraph, other than 1, is one of its words."""
        return not mark[0].isdigit() or not self._is_paragraph or bool(self._offsets) or int(mark[:-1]) == 1

    @property
    def _level(self) -> int:
        return len(self._offsets)

    @property
    def _offset(self) -> int:
        return self._offsets[-1] if self._offsets else 0

    def _leave(self, indent: int) -> None:
        """End the items that a line at this column does not go on; a paragraph goes on at any."""
        while self._offsets and indent < self._offsets[-1]:
            self._offsets.pop()

    def _is_indented_code(self, indent: int) -> bool:
        return not self._is_paragraph and indent - self._offset >= _STEP

    def _as_it_is(self, source: str, bare: str) -> Iterator[str]:
        """HTML in which white space counts."""
        opening = _VERBATIM.match(bare)
        self._verbatim = self._verbatim or (opening[1] if opening else "")
        if re.search(rf"<[/]{self._verbatim}\s*>", bare, re.IGNORECASE):
            self._verbatim = ""
        self._is_paragraph = False
        yield source

    def _open(self, fence: re.Match[str], indent: int) -> Iterator[str]:
        self._fence = _Fence(fence["sign"], indent, self._level)
        self._is_paragraph = False
        language = _LANGUAGE.match(fence["info"].lstrip("{."))
        if self._level:
            return iter([""] if self._above.strip() else [])
        return iter([f"{fence['sign']}{language[0] if language else ''}"])

    def _in_code(self, bare: str, indent: int, fence: _Fence) -> Iterator[str]:
        """A line of code. In a list, where this site knows no fences, code is indented instead."""
        sign = bare.rstrip()
        if indent < fence.indent + _STEP and sign.startswith(fence.sign) and not sign.strip(fence.sign[0]):
            self._fence = None
            return iter(["" if fence.level else fence.sign])
        line = " " * max(0, indent - fence.indent) + bare
        return iter([" " * (fence.level + 1) * _STEP + line if fence.level and bare else line])

    def _item(self, mark: re.Match[str], indent: int, *, is_listed: bool) -> Iterator[str]:
        """An item, below an empty line where a paragraph stands above its list."""
        level = self._level
        if self._is_paragraph and not is_listed:
            yield ""
        width = len(mark["space"].expandtabs(_STEP))
        inner = indent + len(mark["mark"]) + (width if 0 < width <= _STEP else 1)
        self._offsets.append(inner)
        self._is_paragraph = bool(mark["rest"])
        sign = mark["mark"].replace(")", ".")
        yield f"{' ' * _STEP * level}{sign}{mark['space'] or ' '}{mark['rest']}".rstrip()

    def _words(self, bare: str, indent: int) -> Iterator[str]:
        """A line of a paragraph, a heading or a table."""
        self._is_paragraph = not bare.startswith("#")
        yield " " * (max(0, indent - self._offset) + self._level * _STEP) + bare
