"""The spaces of French typography, set as a page is drawn: what an author wrote stays as it is in the files.

A space that would let a line break at the wrong place gives way to one that does not. No space is added where there
was none, since `12:30` and `?a=1` have none.
"""

import re
from collections.abc import Iterator

_NO_BREAK, _NARROW = "\u00a0", "\u202f"
# A run of spaces is looked at from its beginning alone: from each of its spaces, a long one would take for ever.
_RULES = (
    (re.compile(r"«[ \n]+"), f"«{_NO_BREAK}"),
    (
        re.compile(r"[ \n](?<![ \n]{2})[ \n]*(?=([»:])|[;!?])"),
        lambda found: _NARROW if found[1] is None else _NO_BREAK,
    ),
    (
        re.compile(r"\d(?<![\d,.]\d)\d{0,2}(?: \d{3})+(?!\d)"),
        lambda found: found[0].replace(" ", _NARROW),
    ),
)
# Each begins with a certain character, which makes it several times as fast as one pattern for all of them.
_SIGNS = tuple(map(re.compile, (r"«[ \n]", r" (?:[»:;!?]|(?<=\d )\d{3})", r"\n[»:;!?]")))
"""Where none of these is, no rule changes anything."""
_NAMES_FRENCH = re.compile("lang=[\"']?[Ff][Rr]")
_WHOLE = r"<!--.*?-->|<script\b.*?<[/]script>|<style\b.*?<[/]style>"
"""What is of one piece: a script may hold what looks like a tag."""
_NAME = "[A-Za-z][A-Za-z0-9]*"
_REST = r"""[^<>"']*+(?:(?:"[^"]*+"|'[^']*+')[^<>"']*+)*+>"""
_MARKUP = re.compile(rf"({_WHOLE}|<(?:/({_NAME})|({_NAME})|![A-Za-z]){_REST})", re.DOTALL)
_LANG = re.compile(r"""\slang=["']?([A-Za-z-]*)""")
_WITHOUT_END = frozenset("area base br col embed hr img input link meta script source style track wbr".split())
_VERBATIM = frozenset({"code", "kbd", "pre"})


def french(text: str) -> str:
    """The text with no-break spaces: within « », before the tall signs, in 100 000."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def typeset(html: str) -> str:
    """A page whose French text has the spaces of French. Other languages, code, and tags stay as they are."""
    if not _NAMES_FRENCH.search(html):
        return html
    pieces, done = [], 0
    for start, end in _french_texts(html, sorted(match.start() for sign in _SIGNS for match in sign.finditer(html))):
        pieces += [html[done:start], french(html[start:end])]
        done = end
    return "".join([*pieces, html[done:]])


def _french_texts(html: str, places: list[int]) -> Iterator[tuple[int, int]]:
    """From where to where a French text goes in which one of the places lies."""
    if not places:
        return
    following = iter([*places, len(html)])
    place = next(following)
    end, elements = 0, _Elements()
    pieces = iter([*_MARKUP.split(html), "", "", ""])
    for text, tag, closed, opened in zip(pieces, pieces, pieces, pieces, strict=True):
        start, end = end, end + len(text)
        if place < end:
            if elements.is_french and not elements.is_verbatim:
                yield start, end
            while place < end:
                place = next(following)
            if place == len(html):
                return
        end += len(tag)
        if opened:
            elements.enter(opened.lower(), tag)
        elif closed:
            elements.leave(closed.lower())


class _Elements:
    """Keeps track of the elements that are open, and of whether text in the innermost one is French and no code."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._outside: list[tuple[bool, bool]] = []
        self.is_french = self.is_verbatim = False

    def enter(self, name: str, tag: str) -> None:
        if name in _WITHOUT_END or tag[-2] == "/":
            return
        self._names.append(name)
        self._outside.append((self.is_french, self.is_verbatim))
        if "lang=" in tag and (lang := _LANG.search(tag)):
            self.is_french = lang[1].lower().split("-")[0] == "fr"
        if name in _VERBATIM:
            self.is_verbatim = True

    def leave(self, name: str) -> None:
        """The innermost element of this name, with all within it."""
        if name in self._names:
            while self._names.pop() != name:
                self._outside.pop()
            self.is_french, self.is_verbatim = self._outside.pop()
