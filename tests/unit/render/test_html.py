"""Every page is well-formed HTML, whatever an author writes: `html5lib` reads it without a single complaint."""

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import html5lib  # type: ignore[import-untyped]
import pytest

from generator.build import editions_of
from generator.config import Project, shipped_layouts
from generator.load.content import load
from generator.render.inline import Inline
from generator.render.planned import Planned

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
Pages = Mapping[str, Any]
Element = Any

HOSTILE = """</title></p>--><script>alert("1")</script> & &amp; {{ 1 }} 'a' <b>"""
"""What an author could write anywhere; it must come out as it is, and do nothing."""


def words(field: str) -> str:
    """A text of its own for a field."""
    return f"{field} {HOSTILE}"


ENTRY = {
    "title": words("title"),
    "date": "2022-01-10",
    "summary": words("summary"),
    "actors": ["anna"],
    "places": ["hall"],
    "themes": ["bridges"],
    "sequence": {"id": "talks", "step": 1},
    "sources": [
        {
            "title": words("source"),
            "publisher": words("publisher"),
            "url": "https://t.example/?a=1&b='\"<>",
            "date": "2022",
        },
        {"publisher": words("agency")},
    ],
    "disputed": words("disputed"),
    "corrections": [{"date": "2022-02-01", "text": words("correction")}],
    "media": [
        {"src": "images/l’été & 1.png", "alt": words("alt"), "caption": words("caption"), "credit": words("credit")}
    ],
    "aliases": ["old"],
    "seed": {"file": words("seed"), "sha256": "0"},
    "inferred": ["title", "summary"],
}
SHOWN = {
    "entries/київ/index.html": "title summary source publisher agency disputed correction alt caption credit seed actor"
    " place theme sequence period",
    "actors/anna/index.html": "actor office title summary",
    "places/geneva/index.html": "site outer place title",
    "en/themes/bridges/index.html": "theme title",
    "en/periods/talks/index.html": "period span title",
    "actors/index.html": "site actor",
    "places/index.html": "place outer",
    "en/themes/index.html": "theme",
    "periods/index.html": "period",
    "en/entries/київ/index.html": "title summary source disputed correction alt actor",
    "entries/later/index.html": "title prose",
    "entries/old/index.html": "title site",
    "index.html": "site description house licence title actor",
    "en/timeline/index.html": "site title summary actor",
    "2022/index.html": "site title summary actor",
    "method/index.html": "prose lead",
    "404.html": "site prose",
}
"""Fields, by the pages that show them."""


def markdown(head: Mapping[str, object], body: str) -> str:
    """A Markdown file; JSON is YAML too."""
    return f"---\n{json.dumps(head)}\n---\n\n{body}\n"


def project(body: str = "Text.") -> dict[str, str | bytes]:
    def yaml(id_: str, **fields: object) -> str:
        return json.dumps({id_: fields})

    settings = {
        "title": words("site"),
        "description": words("description"),
        "base_url": "https://timeline.example/sub/",
        "languages": ["fr", "en"],
        "publisher": words("house"),
        "licence": words("licence"),
    }
    return {
        "content/site.yaml": json.dumps(settings),
        "content/actors.yaml": yaml("anna", kind="person", name=words("actor"), roles=[{"office": words("office")}]),
        "content/places.yaml": json.dumps(
            {"geneva": {"name": words("outer")}, "hall": {"name": words("place"), "within": "geneva"}}
        ),
        "content/periods.yaml": json.dumps(
            [{"id": "talks", "title": words("period"), "from": "2021", "to": "2022-01", "summary": words("span")}]
        ),
        "content/themes.yaml": yaml("bridges", name=words("theme")),
        "content/sequences.yaml": yaml("talks", title=words("sequence")),
        "content/images/l’été & 1.png": b"picture",
        "content/entries/київ.md": markdown(ENTRY, body),
        "content/entries/later.md": markdown({"title": "Later", "date": "2022"}, body),
        "content/entries/until.md": markdown({"title": "Until", "date": "../2021-06"}, body),
        "content/pages/method.md": markdown({"title": words("prose"), "summary": words("lead")}, body),
    }


def drawn(root: Path) -> dict[str, bytes]:
    sources = Project(root)
    return {output.path: output.draw() for output in Planned(sources, editions_of(sources, load(sources))).outputs()}


def parsed(files: Mapping[str, bytes]) -> dict[str, Element]:
    """The pages as a browser reads them. A parser that is strict stops at the first thing that is not HTML."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    return {name: parser.parse(data.decode()) for name, data in files.items() if name.endswith(".html")}


@pytest.fixture
def files(write_site: WriteSite) -> dict[str, bytes]:
    return drawn(write_site(project()))


@pytest.fixture
def pages(files: Mapping[str, bytes]) -> Pages:
    return parsed(files)


def strings(page: Element) -> Iterator[str]:
    """Every text and every value of an attribute of a page."""
    yield from page.itertext()
    for element in page.iter():
        yield from element.attrib.values()


def levels(page: Element) -> list[int]:
    return [int(element.tag[1]) for element in page.iter() if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]


def repeated_ids(page: Element) -> list[str]:
    ids = Counter(element.get("id") for element in page.iter() if element.get("id"))
    return [id_ for id_, count in ids.items() if count > 1]


def test_nothing_an_author_writes_becomes_part_of_a_page(pages: Pages) -> None:
    """No element of theirs is made, on any page. Scripts are files, data, or stand within a frame."""
    inline = Inline([shipped_layouts()])
    of_frames = {inline["options.js"], inline["frame.js"], inline["list.js"] + inline["frame.js"]}
    for name, page in pages.items():
        scripts = [each for each in page.iter("script") if each.text not in of_frames]
        assert all(each.get("src") or each.get("type") == "application/ld+json" for each in scripts), name
        assert not [*page.iter("b")], name
        assert not [attribute for element in page.iter() for attribute in element.attrib if attribute.startswith("on")]


def test_what_an_author_writes_is_on_the_page_to_the_letter(pages: Pages) -> None:
    """Not escaped twice, and nothing of it lost: on its own page, in lists, in the frame, at old addresses.

    Alone its first letter may change, to a capital.
    """
    for name, fields in SHOWN.items():
        found = [*strings(pages[name])]
        assert not [field for field in fields.split() if not any(words(field)[1:] in string for string in found)], name


def test_every_link_leads_to_a_file_of_the_site(files: Mapping[str, bytes], pages: Pages) -> None:
    """Pages, style sheets, icons and pictures; those elsewhere are the ones an author gave."""
    base = "https://timeline.example/sub/"
    for name, page in pages.items():
        for value in (element.get(key) for element in page.iter() for key in ("href", "src") if element.get(key)):
            address = urljoin(base + name, value).partition("#")[0]
            file = unquote(address.removeprefix(base).partition("?")[0])
            assert file in files or f"{file}index.html" in files or address.startswith("https://t.example/"), value


def test_no_page_needs_another_host(pages: Pages) -> None:
    """Nothing is loaded from elsewhere."""
    for page in pages.values():
        loaded = [element.get("src") for element in page.iter() if element.get("src")]
        loaded += [link.get("href") for link in page.iter("link") if link.get("rel") in {"stylesheet", "icon"}]
        assert not [address for address in loaded if address.startswith(("http", "//"))]


def test_no_id_comes_twice_on_a_page(pages: Pages) -> None:
    """A link to a part of a page leads to one place; what names another part names one that is there."""
    for name, page in pages.items():
        assert not repeated_ids(page), name
        ids = {element.get("id") for element in page.iter()}
        assert {id_ for element in page.iter() for id_ in element.get("aria-labelledby", "").split()} <= ids


def test_headings_begin_at_1_and_skip_no_level(pages: Pages) -> None:
    """A page is a document with one title."""
    for name, page in pages.items():
        found = levels(page)
        assert (found[0], found.count(1)) == (1, 1), name
        assert all(deeper <= level + 1 for level, deeper in pairwise(found)), (name, found)


@pytest.mark.parametrize("body", ["# One\n\n## Two\n\n# Three", "Text.\n\n# One", "Text[^1].\n\n[^1]: Note."])
def test_a_body_fits_into_its_page(body: str, write_site: WriteSite) -> None:
    """Its headings stand below the page's title, its ids beside the page's own."""
    page = parsed(drawn(write_site(project(body))))["entries/київ/index.html"]
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels(page)))
    assert not repeated_ids(page)


@pytest.mark.parametrize("body", ["# Sources", "# Main", "# Corrections", "# Review", "## One", "# One\n\n### Two"])
def test_a_body_with_any_headings_fits_into_its_page(body: str, write_site: WriteSite) -> None:
    """Also one whose headings begin with `##`, as most do, or are called like a part of the page."""
    page = parsed(drawn(write_site(project(body))))["entries/київ/index.html"]
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels(page)))
    assert not repeated_ids(page)
