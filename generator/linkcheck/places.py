"""Where the content names addresses outside of the site."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator.config import Project
from generator.errors import Position
from generator.frontmatter import Items, Node, Scalar, Table, parse_node, split
from generator.links import links
from generator.urls import is_on_the_web, wikidata_page

_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]*[^\s<>\"“”«».,;:!?'’)\]]")
_DAY = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)
_OF_AN_ARTICLE = frozenset({"seed", "events", "quotes"})
"""Fields that hold words of an article. No page links from them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an address stands: in which field, in the text where there is none.

    `archived` is the archive’s copy that stands beside it, `day` the digits of the date of what it leads to, or of the
    day that it was named here.
    """

    path: str
    position: Position
    written: str
    field: str = ""
    archived: str = ""
    day: str = ""

    @property
    def address(self) -> str:
        """What is asked: a server never learns of which part of a page is meant."""
        return self.written.partition("#")[0]


def places(project: Project, base_url: str) -> Iterator[Place]:
    """All outside addresses of sound content, drafts too, file by file. What lies on the site itself is not outside."""
    for path in sorted(project.content.rglob("*")):
        inner = path.relative_to(project.content)
        if any(part.startswith(".") for part in inner.parts):
            continue
        is_text = path.suffix == ".md" and inner.parts[0] in {project.entries.name, project.pages.name}
        if is_text or (path.suffix == ".yaml" and path.parent == project.content):
            for place in places_in(project.name(path), _text(path), is_text=is_text):
                if not f"{place.address}/".startswith(base_url):
                    yield place


def places_in(path: str, text: str, *, is_text: bool) -> Iterator[Place]:
    """The outside addresses of one file: Markdown with front matter, or YAML."""
    if not is_text:
        yield from _Fields(path, text).of(parse_node(text))
        return
    document = split(text)
    fields = _Fields(path, text, _day(document.head.values, "published", "date"))
    yield from fields.of(document.head)
    for link in links(document.body, document.body_line):
        if link.scheme in {"http", "https"}:
            yield Place(path, link.position, link.target, day=fields.day)


@dataclass(frozen=True, slots=True)
class _Fields:
    """Looks for addresses in the fields of a file: those that are one, and those within a text such as a credit."""

    path: str
    text: str
    day: str = ""

    def of(self, node: Node, field: str = "", beside: Mapping[str, Node] = MappingProxyType({})) -> Iterator[Place]:
        """The addresses of a field, and of all within it; `beside` are the fields of its group."""
        if isinstance(node, Table):
            for name, value in node.values.items():
                if name not in _OF_AN_ARTICLE:
                    yield from self.of(value, name, node.values)
        elif isinstance(node, Items):
            for item in node.items:
                yield from self.of(item, field, beside)
        elif node.text:
            text = wikidata_page(node.text) if field == "wikidata" else node.text
            copy = _words(beside, "archived") if field == "url" else ""
            day = (_day(beside, "date") if field == "url" else "") or self.day
            for address in [text] if is_on_the_web(text) else _ADDRESS.findall(text):
                yield Place(self.path, self._position(address, node.position), address, field, copy, day)

    def _position(self, address: str, start: Position) -> Position:
        """Where an address stands in a value that begins at `start`, which may run over several lines."""
        for number, line in enumerate(self.text.split("\n")[start.line - 1 :], start.line):
            column = line.find(address, start.column - 1 if number == start.line else 0)
            if column >= 0:
                return Position(number, column + 1)
        return start


def _day(fields: Mapping[str, Node], *names: str) -> str:
    """The digits of the first of some dates that has any: a year, a month or a day."""
    found = (_DAY.match(_words(fields, name)) for name in names)
    return next((match[0].replace("-", "") for match in found if match), "")


def _words(fields: Mapping[str, Node], name: str) -> str:
    node = fields.get(name)
    return (isinstance(node, Scalar) and node.text) or ""


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
