"""The HTML that an author may use inside Markdown, and what of a body goes beyond it.

`load` reports what it finds here; the sanitiser in `render` removes the same. Both read these tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from generator.errors import Position

ALLOWED_TAGS = frozenset(
    "a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i ins"
    " kbd li mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead time tr u ul".split()
)
ALLOWED_ATTRIBUTES = {
    "*": frozenset({"id", "lang", "dir", "title"}),
    "a": frozenset({"href", "hreflang"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})

_FENCE = re.compile(r"^(?P<fence>```+|~~~+)[^`\n]*\n(?:.*\n)*?(?P=fence)[ \t]*$", re.MULTILINE)
_INDENTED = re.compile(r"(?<=\n\n)(?:(?: {4}|\t).*(?:\n|$))+")
_POINTED = re.compile(
    r"<(?:https?://|mailto:|[^\s<>@/]+@)[^\s<>]*>|(?<=\]\()\s*<[^<>\n]*>|(?<=\]:)[ \t]*<[^<>\n]*>", re.IGNORECASE
)
"""Addresses between pointed brackets, which are no tags."""

_PICTURE = re.compile(r"!\[[^\]\n]*\](?=[(\[])")
_LINK = re.compile(
    r"\]\(\s*<?(?P<inline>[A-Za-z][A-Za-z0-9+.-]*):"
    r"|^ {0,3}\[[^\]\n]+\]:[ \t]*<?(?P<reference>[A-Za-z][A-Za-z0-9+.-]*):(?=\S)"
    r"|\b(?:href|src)\s*=\s*[\"']?\s*(?P<attribute>[A-Za-z][A-Za-z0-9+.-]*):",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A tag, or the scheme of a link, that will not be on the page."""

    name: str
    position: Position


def disallowed_tags(body: str, first_line: int) -> Iterator[Finding]:
    """HTML tags of a Markdown text that the page will not have; code and comments are left alone."""
    parser = _TagFinder()
    parser.feed(_POINTED.sub(_blank, _without_code(body)) + "\n")
    for name, (line, column) in parser.found:
        yield Finding(name, Position(first_line + line - 1, column + 1))


def pictures(body: str, first_line: int) -> Iterator[Position]:
    """Where a Markdown text has pictures. Its page does not show them; those under `media` have their place."""
    for match in _PICTURE.finditer(_without_code(body)):
        yield position_in(body, match.start(), first_line)


def disallowed_links(body: str, first_line: int) -> Iterator[Finding]:
    """Schemes of links that the page will not have."""
    for match in _LINK.finditer(_without_code(body)):
        scheme = match[match.lastgroup or 0].lower()
        if scheme not in ALLOWED_SCHEMES:
            yield Finding(scheme, position_in(body, match.start(match.lastgroup or 0), first_line))


class _TagFinder(HTMLParser):
    """Notes tags beyond the list, each with its line from 1 and column from 0."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[int, int]]] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - the signature is the parser's
        if tag not in ALLOWED_TAGS:
            self.found.append((tag, self.getpos()))
        self.clear_cdata_mode()


def _without_code(body: str) -> str:
    """The text with code blanked out, every other character where it was."""
    text = _INDENTED.sub(_blank, _FENCE.sub(_blank, body))
    return "\n\n".join(map(_without_spans, text.split("\n\n")))


def _without_spans(paragraph: str) -> str:
    """Blank code between two runs of as many backticks. Each run is looked at once, however many there are."""
    runs = [(match.start(), match.end()) for match in re.finditer("`+", paragraph)]
    last_of_length = {end - start: start for start, end in runs}
    pieces, done = [], 0
    for number, (start, end) in enumerate(runs):
        if start < done or last_of_length[end - start] == start:
            continue
        close = next(later for later in runs[number + 1 :] if later[1] - later[0] == end - start)
        pieces += [paragraph[done:start], re.sub(r"[^\n]", " ", paragraph[start : close[1]])]
        done = close[1]
    return "".join([*pieces, paragraph[done:]])


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def position_in(body: str, offset: int, first_line: int) -> Position:
    """Where a character of a body stands in its file."""
    line_start = body.rfind("\n", 0, offset) + 1
    return Position(first_line + body.count("\n", 0, offset), offset - line_start + 1)
