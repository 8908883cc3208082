"""Whole sites as they are published, followed from file to file by a crawler: the one of this repository, in its four
languages, and one that has every kind of entry.

It reads each file as its readers do, pages, style sheets, feeds, data and what a search finds, and follows each address
in it. An address is whole here: that of the site, and a path.
"""

import csv
import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree, html  # type: ignore[import-untyped]

KNOWN_BY_OTHERS = {"_headers", "404.html", "embed.js", "robots.txt"}
"""Files that no page need lead to: hosts and search engines look for them, and pages of others hold their address."""

OF_PAGEFIND = "search/pagefind/"
"""Its script finds the other files of its folder by itself."""

LOADED = {"script", "img", "iframe", "source", "video", "audio", "track", "object", "embed", "use", "image", "input"}
LOADED_BY_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "modulepreload",
    "prefetch",
    "preconnect",
    "dns-prefetch",
    "manifest",
}
ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "cite", "data-root", "data-engine"}
IN_STYLES = re.compile(r"url\(\s*[\"']?([^\"')]+)|@import\s+[\"']([^\"']+)")
IN_SCRIPTS = re.compile(r"""(?:\bfetch|\bimport|\bWorker|\bsendBeacon)\(\s*["'`](https?:[^"'`]+)""")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML_LINK = "{http://www.w3.org/1999/xhtml}link"


@dataclass(frozen=True)
class Link:
    """An address, the element or kind of file that it stands in, and what it leads to: `rel`, or empty."""

    address: str
    element: str
    rel: str = ""

    @property
    def is_loaded(self) -> bool:
        """Whether a browser asks for it by itself."""
        return self.element in LOADED or bool(LOADED_BY_LINKS & {*self.rel.split()})


@dataclass(frozen=True)
class File:
    """What a file holds: links, parts that can be linked to, and of a page what it says of itself."""

    links: tuple[Link, ...]
    ids: frozenset[str] = frozenset()
    canonical: str = ""
    others: tuple[tuple[str, str], ...] = ()
    is_indexed: bool = False
    leads_on: str = ""


class Site:
    """All files of a built site, read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.base = re.findall(r"Sitemap: (.*)sitemap.xml", (folder / "robots.txt").read_text("utf-8"))[0]
        self._written = re.compile(re.escape(self.base) + r"[^\s\"'<>\\^`{|}…]*")
        paths = sorted(path for path in folder.rglob("*") if path.is_file() and ".timeline" not in path.parts)
        names = [path.relative_to(folder).as_posix() for path in paths]
        self.files = {name: self._read(name, path) for name, path in zip(names, paths, strict=True)}

    def file_at(self, address: str) -> str | None:
        """The file that answers for an address of the site, if there is one."""
        name = unquote(urlsplit(address)._replace(query="", fragment="").geturl().removeprefix(self.base))
        name += "index.html" if name.endswith("/") or not name else ""
        return name if name in self.files else None

    def fault_of(self, link: Link) -> str | None:
        """Where a link of the site leads to nothing."""
        name, part = self.file_at(link.address), unquote(urlsplit(link.address).fragment)
        if name is None:
            return link.address
        is_there = not part or not name.endswith(".html") or part in self.files[name].ids
        return None if is_there else link.address

    def reached(self, start: Iterable[str], elements: set[str] | None = None) -> set[str]:
        """The files that links lead to, from those given on; only links in these elements, if any are named."""
        found, waiting = {*start}, [*start]
        while waiting:
            links = (link for link in self.files[waiting.pop()].links if elements is None or link.element in elements)
            new = {name for link in links if self.is_ours(link) and (name := self.file_at(link.address))} - found
            found |= new
            waiting += new
        return found

    def is_ours(self, link: Link) -> bool:
        return link.address.startswith(self.base)

    def _read(self, name: str, path: Path) -> File:
        address, data = self.base + name.removesuffix("index.html"), path.read_bytes()
        if path.suffix == ".html":
            return self._page(address, data)
        if path.suffix == ".css":
            return File(tuple(Link(urljoin(address, to), "link", "stylesheet") for to in styled(data.decode())))
        if path.suffix == ".pf_fragment":
            found = json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd"))
            return File((Link(urljoin(self.base, found["url"]), "found"),))
        strings = [*STRINGS[path.suffix](data)] if path.suffix in STRINGS else []
        loaded = [Link(to, "script") for text in strings if path.suffix == ".js" for to in IN_SCRIPTS.findall(text)]
        return File((*self._whole(path.suffix, strings), *loaded))

    def _whole(self, kind: str, strings: Iterable[str]) -> list[Link]:
        """Whole addresses of the site, wherever they stand."""
        found = {to.rstrip(".,;:)") for text in strings for to in self._written.findall(text)}
        return [Link(to, kind) for to in sorted(found)]

    def _page(self, address: str, data: bytes) -> File:
        """Links of a page; and whole addresses in its texts and other attributes, such as codes for embedding."""
        page = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))
        (head,) = page.iter("head")
        named = {link.get("rel"): link.get("href") for link in head.iter("link")}
        robots = [meta.get("content") for meta in head.iter("meta") if meta.get("name") == "robots"]
        refresh = [meta.get("content") for meta in head.iter("meta") if meta.get("http-equiv") == "refresh"]
        leads_on = urljoin(address, refresh[0].partition("url=")[2]) if refresh else ""
        linked = [link for element in page.iter(etree.Element) for link in links_of(element, address)]
        refreshed = [Link(leads_on, "meta")] if leads_on else []
        return File(
            (*linked, *refreshed, *self._whole("text", strings_of_xml(page))),
            frozenset(page.xpath("//@id")),
            named.get("canonical", ""),
            tuple((link.get("hreflang"), link.get("href")) for link in head.iter("link") if link.get("hreflang")),
            "noindex" not in "".join(robots),
            leads_on,
        )


def links_of(element: Any, here: str) -> Iterator[Link]:  # noqa: ANN401 - lxml has no types
    """What an element leads to, in its attributes and in its styles."""
    rel = element.get("rel", "") if element.tag == "link" else ""
    for name, value in element.items():
        if name.rpartition(":")[2] in ADDRESSES:
            yield Link(urljoin(here, value), element.tag, rel)
        elif name == "srcset":
            yield from (Link(urljoin(here, one.split()[0]), element.tag) for one in value.split(","))
        elif name == "style":
            yield from (Link(urljoin(here, to), "link", "stylesheet") for to in styled(value))
    if element.tag == "style":
        yield from (Link(urljoin(here, to), "link", "stylesheet") for to in styled(element.text or ""))
    if element.tag == "script" and not element.get("type"):
        yield from (Link(to, "script") for to in IN_SCRIPTS.findall(element.text or ""))


def styled(text: str) -> Iterator[str]:
    return ("".join(found) for found in IN_STYLES.findall(text))


def strings_of_xml(tree: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    for element in tree.iter(etree.Element):
        yield from element.attrib.values()
        yield element.text or ""
        yield element.tail or ""


def strings_of_json(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings_of_json(inner)


STRINGS: Mapping[str, Callable[[bytes], Iterable[str]]] = {
    ".xml": lambda data: strings_of_xml(etree.fromstring(data)),
    ".svg": lambda data: strings_of_xml(etree.fromstring(data)),
    ".json": lambda data: strings_of_json(json.loads(data)),
    ".csv": lambda data: (cell for row in csv.reader(StringIO(data.decode(), newline="")) for cell in row),
    ".ics": lambda data: [data.decode().replace("\r\n ", "")],
    **dict.fromkeys((".bib", ".js", ".txt"), lambda data: [data.decode()]),
}
"""The texts of a file of data, as those who read it get them."""


@pytest.fixture(scope="module")
def real(site: Path) -> Site:
    return Site(site)


@pytest.fixture(scope="module")
def rich(rich_site: Path) -> Site:
    return Site(rich_site)


@pytest.fixture(params=["real", "rich"])
def crawled(request: pytest.FixtureRequest) -> Site:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Site)
    return found


def test_every_link_of_the_site_leads_to_a_file_and_to_a_part_of_it_that_is_there(crawled: Site) -> None:
    """Also addresses in feeds, data, the calendar, what a search finds, oEmbed and codes for embedding."""
    links = [(name, link) for name, file in crawled.files.items() for link in file.links if crawled.is_ours(link)]
    assert not [(name, fault) for name, link in links if (fault := crawled.fault_of(link))]
    kinds = {link.element for _, link in links}
    assert kinds >= {"a", "link", "script", "text", "found", *(STRINGS.keys() - {".svg"})}


def test_every_file_is_reached_from_the_front_page_or_known_to_others(crawled: Site) -> None:
    """Old addresses alone are not: nothing of the site leads to them. What was embedded by one stays."""
    found = crawled.reached(["index.html", *KNOWN_BY_OTHERS])
    old = {name for name, file in crawled.files.items() if file.leads_on}
    kept = {name.replace("entries/", "embed/entries/") for name in old}
    assert not {name for name in crawled.files.keys() - found - old - kept if not name.startswith(OF_PAGEFIND)}


def test_readers_reach_every_page_by_clicking(crawled: Site) -> None:
    """No page that search engines may show is an orphan."""
    found = crawled.reached(["index.html"], {"a"})
    assert not {name for name, file in crawled.files.items() if file.is_indexed} - found


def test_nothing_is_loaded_from_another_host(crawled: Site) -> None:
    """Neither by pages and frames nor by style sheets and scripts. Readers may be led elsewhere."""
    links = [link for file in crawled.files.values() for link in file.links]
    assert not {link for link in links if link.is_loaded and not crawled.is_ours(link)}
    assert [link for link in links if not crawled.is_ours(link)]


def test_every_page_names_itself_and_its_languages_which_name_it(crawled: Site) -> None:
    """Its address is that of its file; the versions in other languages say the same of one another."""
    pages = {name: file for name, file in crawled.files.items() if file.is_indexed}
    for name, page in pages.items():
        assert page.canonical == crawled.base + name.removesuffix("index.html")
        assert page.canonical in dict(page.others).values()
        assert all(pages[crawled.file_at(other) or ""].others == page.others for _, other in page.others)


def test_the_sitemap_names_each_page_for_search_engines_once(crawled: Site) -> None:
    """With its languages, and no other page."""
    folder = crawled.folder
    urls = etree.fromstring((folder / "sitemap.xml").read_bytes()).findall(f"{SITEMAP}url")
    listed = [(url.findtext(f"{SITEMAP}loc"), [*languages(url)]) for url in urls]
    pages = [(page.canonical, [*page.others]) for page in crawled.files.values() if page.is_indexed]
    assert sorted(listed) == sorted(pages)


def languages(url: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 - as above
    return ((link.get("hreflang"), link.get("href")) for link in url.iter(XHTML_LINK))


def test_an_old_address_leads_to_the_page_that_has_a_new_one(rich: Site) -> None:
    """At once, in each language, and in a frame; search engines learn the new one alone."""
    for edition in ("", "en/"):
        old = rich.files[f"{edition}entries/pourparlers-2021/index.html"]
        new = f"{rich.base}{edition}entries/2021-03-15-talks/"
        assert rich.file_at(old.leads_on) == rich.file_at(new)
        assert (old.canonical, old.is_indexed) == (new, False)
        frame = f"{edition}embed/entries/pourparlers-2021/index.html"
        assert Link(f"{new}index.html", "a") in rich.files[frame].links


def test_the_crawler_finds_what_is_wrong(tmp_path: Path) -> None:
    """A dead link, a dead part, an orphan, and what comes from elsewhere by each way that a page has."""
    page = """<!doctype html><head><style>p { background: url(//e.example/1) }</style></head><body id="here">
        <a href="gone.html">a</a><a href="#gone">b</a><a href="#here">c</a><img srcset="//e.example/2 2x" src="a.png">
        <p style="background: url('//e.example/3')"><link rel="stylesheet" href="//e.example/4">
        <script>fetch("https://e.example/5")</script><code>https://t.example/not-there/</code>"""
    files = {
        "robots.txt": "Sitemap: https://t.example/sitemap.xml",
        "sitemap.xml": "<a/>",
        "index.html": page,
        "orphan.html": "<head><title>a</title></head>",
        "a.png": "",
        "a.css": "@import '//e.example/6';",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    found = Site(tmp_path)
    links = [link for file in found.files.values() for link in file.links]
    faults = {fault for link in links if found.is_ours(link) and (fault := found.fault_of(link))}
    assert faults == {f"https://t.example/{end}" for end in ("gone.html", "#gone", "not-there/")}
    assert found.files.keys() - found.reached(["index.html", "robots.txt"]) == {"orphan.html", "a.css"}
    assert sorted(link.address[-1] for link in links if link.is_loaded and not found.is_ours(link)) == [*"123456"]
