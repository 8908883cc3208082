"""The HTML that an author may use inside Markdown, and what of a body goes beyond it. `links.py` finds the links.

`load` reports what it finds here; the sanitiser in `render` removes the same. Both read these tables.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
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
ID_PREFIX = "text-"
"""Begins every id of a body, and every link to one, so that none is an id of the page around it."""

_FENCE = re.compile(
    r"^(?P<fence>```+|~~~+) *+(?:\{[^\n]*\}|\.?[\w#.+-]*) *(?:hl_lines=[^\n]*)?\n(?:.*\n)*?(?P=fence)[ \t]*$",
    re.MULTILINE,
)
_ATTRIBUTE = re.compile(
    r"(?<=['\"\s/])(?P<name>[^\s/>][^\s/=>]*)(?:\s*=+\s*(?P<value>'[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*))?"
)
"""An attribute in a tag, as the parser of Python reads it."""
_TO_VALUE = re.compile(r"[\"']?\s*")
_MARKER = re.compile(r"(?:[-*+:]|\d+[.)]|\[\^[^\]\s]+\]:)[ \t]")
"""Begins an item of a list, a definition or a footnote: what follows it may be indented once and is no code yet."""

_COMMENT = re.compile(r"^ {0,3}<!--.*?--!?>|<!--(?:(?!\n[ \t]*\n).)*?--!?>", re.DOTALL | re.MULTILINE)
_POINTED = re.compile(
    r"<(?:[a-z][a-z0-9+.-]*://|mailto:|[^\s<>@/]+@)[^\s<>]*>"
    r"|(?<=\]\()\s*<[^<>\n]*>(?=\)|\s+[\"'])|(?<=\]:)[ \t]*<[^<>\s]*>",
    re.IGNORECASE,
)
"""Addresses between pointed brackets, which are no tags."""

_RULE = re.compile(r" {0,3}([-*])[ \t]*(?:\1[ \t]*){2,}$")
_LEAD = re.compile(r"(?:[ \t>]|[-*+:][ \t]|\d+[.)][ \t])*")
_TAB = 4
_DEEPEST = 50
"""How many lists and quotations may stand within one another; Python would give up a little above a hundred."""
_LONG_LEAD = re.compile(rf"[ \t>*+:\d.)-]{{{_DEEPEST + 1}}}")
"""Begins each line that may stand as deep: no character stands for more than one level."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a body that a rule asks about, as it is shown to its author."""

    name: str
    position: Position


def disallowed_html(body: str, first_line: int) -> Iterator[Finding]:
    """Tags, attributes and declarations that the page will not have; code and comments are left alone."""
    for name, offset in _tags_of(body).found:
        yield Finding(name, position_in(body, offset, first_line))


def html_links(body: str) -> Iterator[tuple[str, int]]:
    """Where the HTML of a body links to, each with its place in the text."""
    yield from _tags_of(body).links


def too_deep(body: str, first_line: int) -> Position | None:
    """The first line on which more lists and quotations stand within one another than can be drawn."""
    lines = without_code(body).split("\n")
    for number, line in enumerate(lines):
        if not _LONG_LEAD.match(line) or _RULE.match(line) or not line.strip():
            continue
        lead = found[0] if (found := _LEAD.match(line)) else ""
        if _levels(lead.expandtabs(_TAB)) > _DEEPEST:
            return Position(first_line + number, 1)
    nested = _nested_definition(lines)
    return None if nested is None else Position(first_line + nested, 1)


def _nested_definition(lines: list[str]) -> int | None:
    """The first line with a definition too many in its paragraph, where each stands within the one before it."""
    depth, before = 0, ":"
    for number, line in enumerate(lines):
        bare = line.lstrip(" \t>")
        depth = depth + (bare[:1] == ":" != before[:1]) if bare else 0
        if depth > _DEEPEST:
            return number
        before = bare or ":"
    return None


def _levels(lead: str) -> int:
    """The levels that the beginning of a line stands for: its marks, and four columns of white space for each."""
    marks = len(re.findall(r"[-*+:>]|\d+", lead))
    return marks + len(re.sub(r"[-*+:>][ \t]?|\d+[.)][ \t]", "", lead)) // _TAB


class _TagFinder(HTMLParser):
    """Notes where a text links to, and what of its HTML is beyond the list, each with its place."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, int]] = []
        self.links: list[tuple[str, int]] = []
        if "<" in text:
            self._line_starts = line_starts(text)
            self.feed(text + "\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        here = self._here()
        if tag in ALLOWED_TAGS:
            allowed = ALLOWED_ATTRIBUTES["*"] | ALLOWED_ATTRIBUTES.get(tag, frozenset())
            self.found += [(f"{name} of <{tag}>", here) for name, _ in attrs if name not in allowed]
        else:
            self.found.append((f"<{tag}>", here))
        if tag == "a":
            self.links += self._targets(self.get_starttag_text() or "", attrs, here)

    def _targets(self, source: str, attrs: list[tuple[str, str | None]], here: int) -> Iterator[tuple[str, int]]:
        """Where the attributes of a tag lead to, each with its own place; only the first counts on a page."""
        targets = (target or "" for name, target in attrs if name == "href")
        written = (match for match in _ATTRIBUTE.finditer(source) if match["name"].lower() == "href")
        for target, match in zip(targets, written, strict=False):
            if match["value"] is not None:
                yield target, here + _TO_VALUE.match(source, match.start("value")).end()  # type: ignore[union-attr] # it matches nothing too

    def handle_decl(self, decl: str) -> None:
        self.found.append((f"<!{' '.join(decl.split()[:1]).lower()}>", self._here()))

    def unknown_decl(self, data: str) -> None:
        self.found.append((f"<![{data.partition('[')[0]}[…]]>", self._here()))

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 - the signature is Python's
        """A section of SGML; what only begins like one is text, on which Python gives up."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return i + len("<![")

    def handle_pi(self, data: str) -> None:
        self.found.append((f"<?{' '.join(data.split()[:1])}>", self._here()))

    def _here(self) -> int:
        line, column = self.getpos()
        return self._line_starts[line - 1] + column


@lru_cache(maxsize=1)
def _tags_of(body: str) -> _TagFinder:
    text = without_code(body)
    return _TagFinder(_POINTED.sub(blank, text) if "<" in text else text)


@lru_cache(maxsize=1)  # whatever is looked for in a body, this comes first
def without_code(body: str) -> str:
    """The text with code and comments blanked out, every other character where it was."""
    text = _FENCE.sub(blank, body) if "```" in body or "~~~" in body else body
    if "    " in text or "\t" in text:
        text = _without_indented(text)
    if "`" in text:
        text = "\n\n".join(map(_without_spans, text.split("\n\n")))
    if "<!--" in text:
        text = _COMMENT.sub(blank, text).replace("<!--", "    ")  # a comment that never ends is none
    return text


def _without_indented(text: str) -> str:
    """Blank indented code: what is indented once more than the list around it, after an empty line."""
    lines = text.split("\n")
    level, may_begin, is_code = 0, True, False
    for number, line in enumerate(lines):
        bare = line.lstrip(" \t")
        if not bare:
            may_begin = True
            continue
        indented = len(line[: -len(bare)].expandtabs(_TAB)) // _TAB
        if may_begin:
            level = min(level, indented)
        is_code = indented > level and (may_begin or is_code)
        may_begin = False
        if is_code:
            lines[number] = " " * len(line)
        elif _MARKER.match(bare):
            level = indented + 1
    return "\n".join(lines)


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


def blank(match: re.Match[str]) -> str:
    """White space in place of a match, its lines kept."""
    return re.sub(r"[^\n]", " ", match[0])


def position_in(body: str, offset: int, first_line: int) -> Position:
    """Where a character of a body stands in its file."""
    starts = line_starts(body)
    above = bisect_right(starts, offset) - 1
    return Position(first_line + above, offset - starts[above] + 1)


@lru_cache(maxsize=1)  # of a text with thousands of links, each place is asked for
def line_starts(text: str) -> list[int]:
    """Where each line begins."""
    return [0, *(match.end() for match in re.finditer("\n", text))]
