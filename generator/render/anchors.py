"""Links in bodies to a part of a text, held against the parts that it has on its page."""

from collections.abc import Iterable, Iterator
from functools import partial
from html.parser import HTMLParser
from urllib.parse import unquote

from generator.errors import Code, Problem
from generator.links import links
from generator.markup import ID_PREFIX
from generator.model import Entry, Prose, Text
from generator.render.edition import Edition
from generator.render.markdown import to_html
from generator.render.sanitise import sanitise
from generator.report import Report, suggestion


def dead_parts(in_languages: Iterable[Edition]) -> Iterator[Problem]:
    """The links that lead to a page, but to no part of it. Each edition has texts of its own, and so parts."""
    found: dict[Problem, None] = {}
    for edition in in_languages:
        entries = {(entry.slug, False): entry for entry in edition.chronology.entries}
        homes: dict[tuple[str, bool], Entry | Prose] = entries | {(page.slug, True): page for page in edition.prose}
        texts = {key: home.text(edition.lang) for key, home in homes.items()}
        for text in texts.values():
            found |= dict.fromkeys(_dead_in(text, texts))
    yield from found


def _dead_in(text: Text, texts: dict[tuple[str, bool], Text]) -> tuple[Problem, ...]:
    """Those of one text; `texts` are those of its edition, by slug and whether they are pages without a date."""
    if "#" not in text.body:
        return ()
    report = Report(text.path, [])
    led = {one.written: texts[one.slug, one.is_prose] for one in text.references if one.part}
    parts_of: dict[str, set[str]] = {}
    for link in links(text.body, text.body_line):
        target = text if link.target.startswith("#") else led.get(link.target)
        part = unquote(link.target.partition("#")[2])
        if target is None:
            continue
        if target.path not in parts_of:
            parts_of[target.path] = _parts(target)
        if part not in (known := parts_of[target.path]):
            message = f"the link “{link.target}” names no part of {target.path}"
            report.warning(Code.DEAD_LINK, link.position, message, partial(_nearest, part, known))
    return report.problems


def _nearest(part: str, known: set[str]) -> str:
    return suggestion(part, known) if known else "leave out the # and what comes after it"


def _parts(text: Text) -> set[str]:
    """The names of the parts of a text, as an author writes them."""
    finder = _Ids()
    finder.feed(sanitise(to_html(text.body), {}))
    return finder.found


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the signature is the library's
        self.found |= {value.removeprefix(ID_PREFIX) for name, value in attrs if name == "id" and value}
