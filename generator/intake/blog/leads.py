"""The links of a post: to the entries of other posts, and to the web. Of a link that leads nowhere the words stay."""

import re
from collections.abc import Callable, Iterator

from generator.errors import Code
from generator.intake.blog.addresses import REFERENCE
from generator.intake.blog.manuscript import Change, Manuscript
from generator.links import links

_INLINE = re.compile(r"\]\(\s*<?$")
_DEFINITION = re.compile(r"^[ \t>]*\[(?P<label>[^\[\]]+)\]:[ \t]*\n?[ \t]*<?$", re.MULTILINE)
_ATTRIBUTE = re.compile(r"(?:\s|(?<=['\"/]))href\s*=+\s*(?P<quote>[\"']?)\s*$", re.IGNORECASE)
_TITLE = re.compile(r"(?<!\s)\s+(?:\"[^\"]*\"|'[^']*')\s*$")
_NEAR = 400
"""How far before a target its link may begin."""
_PASSES = 2
"""A link may stand in the words of another, which alone is changed first."""
_ADVICE = "write the whole address, or the file of an entry"


class Leads:
    """Where the links of one post lead. What this class made of a link is not looked at again."""

    def __init__(self, lead: Callable[[str], str | None]) -> None:
        self._lead = lead
        self._made: set[str] = set()

    def lead(self, target: str) -> str | None:
        """Where a target leads from the entry."""
        if target in self._made:
            return target
        found = self._lead(target)
        if found:
            found = found.replace(" ", "%20")
            self._made.add(found)
        return found

    def followed(self, text: Manuscript) -> Manuscript:
        """The text, each of its links leading somewhere."""
        for _ in range(_PASSES):
            text = text.changed(self._changes(text))
        return text

    def _changes(self, text: Manuscript) -> Iterator[Change]:
        for link in links(text.text, 1):
            offset = text.starts[link.position.line - 1] + link.position.column - 1
            found = self.lead(link.target)
            if found != link.target:
                if found is None:
                    message = (
                        f"the link to “{link.target.removeprefix(REFERENCE)}” leads nowhere here, and its words stay"
                    )
                    text.warn(offset, Code.DEAD_LINK, message, _ADVICE)
                yield from _change(text.text, offset, found)


def _change(text: str, offset: int, lead: str | None) -> Iterator[Change]:
    """What is written in place of a link, or of its target alone."""
    before = text[max(0, offset - _NEAR) : offset]
    if _INLINE.search(before):
        end = _end_of_target(text, offset)
        close = text.index(")", end) + 1 if ")" in text[end:] else end
        opening = _opening(text, text.rindex("](", 0, offset))
        words = text[opening + 1 : text.rindex("](", 0, offset)]
        yield Change(opening, close, words) if lead is None else Change(offset, end, lead)
    elif definition := _DEFINITION.search(before):
        end = offset + len(re.match(r"[^\s>]*", text[offset:])[0])  # type: ignore[index] # it matches nothing too
        if lead is None:
            yield from _without_label(text, definition["label"], (offset - len(before) + definition.start(), end))
        else:
            yield Change(offset, end, lead)
    elif attribute := _ATTRIBUTE.search(before):
        quote = attribute["quote"] or r"[\s>]"
        end = offset + re.search(rf"{quote}|$", text[offset:]).start()  # type: ignore[union-attr] # the end is found
        start = offset - len(before) + attribute.start()
        yield Change(start, end + len(attribute["quote"]), "") if lead is None else Change(offset, end, lead)


def _end_of_target(text: str, offset: int) -> int:
    """Where the target of a link ends, before its title and its bracket."""
    if text[offset - 1] == "<":
        return text.index(">", offset)
    depth, end = 0, offset
    while end < len(text) and (depth or text[end] != ")"):
        depth += {"(": 1, ")": -1}.get(text[end], 0)
        end += 2 if text[end] == "\\" else 1
    return offset + len(_TITLE.sub("", text[offset:end]).rstrip())


def _opening(text: str, close: int) -> int:
    """The bracket that the words of a link begin with, by the one that they end with."""
    depth = 0
    for place in range(close, -1, -1):
        if text[place] in "[]" and text[place - 1 : place] != "\\":
            depth += 1 if text[place] == "]" else -1
        if not depth:
            return place
    return close


def _without_label(text: str, label: str, span: tuple[int, int]) -> Iterator[Change]:
    """A definition is left out, and of what refers to it the words stay."""
    end_of_line = (text + "\n").find("\n", span[1])
    yield Change(span[0], end_of_line, "")
    name = r"\s+".join(map(re.escape, label.split()))
    for match in re.finditer(
        rf"\[(?P<words>[^\[\]]*)\] ?\[{name}\]|\[(?P<label>{name})\](?:\[\]|(?![:(\[]))", text, re.IGNORECASE
    ):
        yield Change(*match.span(), match["words"] or match["label"] or label)
