"""A body without its marks: the words that a reader of its page sees."""

from html.parser import HTMLParser

from generator.render.markdown import to_html
from generator.text import squeeze

_WITHIN_A_LINE = frozenset("a abbr b cite code del em i ins kbd mark q s small span strong sub sup time u".split())
_UNSEEN = frozenset({"script", "style"})
_OF_FOOTNOTES = frozenset({"footnote-ref", "footnote-backref"})


def to_text(body: str) -> str:
    """The text of a body in Markdown, on one line; without the numbers of footnotes and the arrows back from them."""
    reader = _Reader()
    reader.feed(to_html(body))
    reader.close()
    return squeeze("".join(reader.pieces)).strip()


class _Reader(HTMLParser):
    """Collects text, with a space where a browser begins a line."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._unseen: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN or dict(attrs).get("class") in _OF_FOOTNOTES:
            self._unseen = tag
        if tag not in _WITHIN_A_LINE:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._unseen:
            self._unseen = None
        if tag not in _WITHIN_A_LINE:
            self.pieces.append(" ")

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002 - the signature is Python's
        """A section of SGML is a comment to browsers. Python gives up on what only begins like one."""
        return self.parse_bogus_comment(i, report)

    def handle_data(self, data: str) -> None:
        if self._unseen is None:
            self.pieces.append(data)
