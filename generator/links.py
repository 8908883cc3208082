"""The links and pictures of a Markdown text, as the converter would make them, and where they stand."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Position
from generator.markup import blank, html_links, position_in, without_code

_TARGET = r"(?:\\.|[^()\\\n]|\n(?![ \t]*\n)|\([^()\n]*\))*"
_INLINE = re.compile(
    r"\]\((?<!\\\]\()"  # it looks back from here, since from each letter it would take several times as long
    rf"\s*(?:<(?P<pointed>[^<>]*)>(?:\s+(?:'[^']*'|\"[^\"]*\")\s*)?|(?P<bare>{_TARGET}))\)"
)
_TITLE = re.compile(r"(?<!\s)\s+(?=(?P<quote>[\"']))")
_DEFINITION = re.compile(
    r"^(?:[ \t>]|[-*+:][ \t]|\d+[.)][ \t])*\[(?!\^)(?P<label>[^\[\]]+)\]:"
    r"[ \t]*+(?:\n[ \t]*+)?<?(?P<target>[^\s<]\S*?)>?[ \t]*+"
    r"(?:\n?[ \t]*+(?:\".*\"|'.*'|\(.*\))[ \t]*)?$",
    re.MULTILINE,
)
_AUTOMATIC = re.compile(r"<(?P<target>[A-Za-z][A-Za-z0-9+.-]*://[^<>]*)>")
_PICTURE = re.compile(
    r"(?<!\\)!\[(?P<alt>(?:\\.|[^\[\]\\\n]|\n(?![ \t]*\n)|\[[^\[\]\n]*\])*)\](?P<target>\(|\s?\[[^\[\]]*\])?"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)")
_PASSED_OVER = re.compile(r"\A[\0- ]+|[\t\n\r]")
"""What browsers take out of an address before they read it (URL Standard, section 4.4)."""


@dataclass(frozen=True, slots=True)
class Link:
    """Where a text links to, as a browser would be told."""

    target: str
    position: Position

    @property
    def scheme(self) -> str | None:
        """Its scheme, None of a relative link."""
        return scheme_of(self.target)


def scheme_of(target: str) -> str | None:
    """What comes before the first colon of an address as browsers read it, in small letters."""
    match = _SCHEME.match(_PASSED_OVER.sub("", target))
    return match[0].lower() if match else None


def without_title(target: str) -> str:
    """What a link leads to, without the words between quotation marks that follow it."""
    end = target.rstrip()
    for match in _TITLE.finditer(end, 0, len(end) - 1):
        if match["quote"] == end[-1]:
            return target[: match.start()]
    return target


def links(body: str, first_line: int) -> Iterator[Link]:
    """All links of a text: in brackets, by reference, between pointed brackets, and in HTML. Code has none."""
    text = without_code(body)
    if "![" in text:
        text = _PICTURE.sub(lambda match: blank(match) if match["target"] == "(" else match[0], text)
    for target, offset in sorted([*_markdown_links(text), *html_links(body)], key=lambda found: found[1]):
        yield Link(target.strip(), position_in(body, offset, first_line))


def pictures(body: str, first_line: int) -> Iterator[Position]:
    """Where a text has pictures. Its page does not show them; those under `media` have their place."""
    text = without_code(body)
    if "![" not in text:
        return
    defined = {_label(match["label"]) for match in _DEFINITION.finditer(text)}
    for match in _PICTURE.finditer(text):
        if _is_picture(match, defined):
            yield position_in(body, match.start(), first_line)


def _is_picture(match: re.Match[str], defined: set[str]) -> bool:
    """Whether words in brackets after an exclamation mark have a target of their own, or one by their name."""
    return match["target"] is not None or _label(match["alt"]) in defined


def _label(text: str) -> str:
    return " ".join(text.lower().split())


def _markdown_links(text: str) -> Iterator[tuple[str, int]]:
    """Targets with their places."""
    for match in _INLINE.finditer(text):
        group = "bare" if match["pointed"] is None else "pointed"
        yield _plain(without_title(match[group])), match.start(group)
    for pattern in (_DEFINITION, _AUTOMATIC) if "]:" in text else (_AUTOMATIC,):
        for match in pattern.finditer(text):
            yield _plain(match["target"]), match.start("target")


def _plain(target: str) -> str:
    """A target without Markdown's escapes and HTML's entities."""
    return html.unescape(_ESCAPE.sub(r"\1", target))
