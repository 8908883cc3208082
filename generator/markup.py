"""The HTML that an author may use inside Markdown, and what of a body goes beyond it.

`load` reports what it finds here; the sanitiser in `render` removes the same. Both read these tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.errors import Position

ALLOWED_TAGS = frozenset(
    "a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins"
    " kbd li mark ol p pre q s small span strong sub summary sup table tbody td tfoot th thead time tr u ul".split()
)
ALLOWED_ATTRIBUTES = {
    "*": frozenset({"id", "lang", "dir", "title"}),
    "a": frozenset({"href", "hreflang"}),
    "blockquote": frozenset({"cite"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan"}),
    "th": frozenset({"colspan", "rowspan", "scope"}),
    "time": frozenset({"datetime"}),
}
ALLOWED_SCHEMES = frozenset({"http", "https", "mailto"})

_CODE = re.compile(
    r"^(?P<fence>```+|~~~+).*?^(?P=fence)[ \t]*$|(?P<ticks>`+)[^`].*?(?P=ticks)", re.DOTALL | re.MULTILINE
)
_TAG = re.compile(r"<(?P<name>[A-Za-z][\w-]*)(?=[\s/>])")
_LINK = re.compile(r"\]\(\s*<?(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):|\]:\s*<?(?P<reference>[A-Za-z][A-Za-z0-9+.-]*):")


@dataclass(frozen=True, slots=True)
class Finding:
    """A tag or the scheme of a link that will not be on the page."""

    name: str
    position: Position


def disallowed_tags(body: str, first_line: int) -> Iterator[Finding]:
    """HTML tags of a Markdown text that the page will not have; code is left alone."""
    for match in _TAG.finditer(_without_code(body)):
        if match["name"].lower() not in ALLOWED_TAGS:
            yield Finding(match["name"].lower(), _position(body, match.start(), first_line))


def disallowed_links(body: str, first_line: int) -> Iterator[Finding]:
    """Schemes of links that the page will not have."""
    for match in _LINK.finditer(_without_code(body)):
        scheme = (match["scheme"] or match["reference"]).lower()
        if scheme not in ALLOWED_SCHEMES:
            yield Finding(scheme, _position(body, match.start(match.lastgroup or 0), first_line))


def _without_code(body: str) -> str:
    """The text with code blanked out, every other character where it was."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), body)


def _position(body: str, offset: int, first_line: int) -> Position:
    line_start = body.rfind("\n", 0, offset) + 1
    return Position(first_line + body.count("\n", 0, offset), offset - line_start + 1)
