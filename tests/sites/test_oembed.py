"""What oEmbed says of a page, read by the programs that look for it: through links in the page, from static files."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, quote, urlsplit
from xml.etree import ElementTree as ET

import html5lib  # type: ignore[import-untyped]
import nh3
import pytest
from micawber import Provider, ProviderRegistry  # type: ignore[import-untyped]

from generator.build import build
from generator.config import BuildOptions, Project

ROOT = Path(__file__).resolve().parents[2]
TITLE = """A "quote", a 'b' & <i>c</i> &amp; ]]></html>"""
SITE = """The "house" & <sons>"""
NAMES = ["entries/київ", "2022", "sequences/talks", "themes/bridges", "timeline", ""]
"""Pages of every kind; the last is the front page, which leads to the same as the timeline."""

FILES = {
    "site.yaml": json.dumps(
        {"title": SITE, "description": "D", "base_url": "https://timeline.example/", "languages": ["en", "fr"]}
    ),
    "themes.yaml": json.dumps({"bridges": {"name": TITLE}}),
    "sequences.yaml": json.dumps({"talks": {"title": TITLE}}),
    "entries/київ.md": "---\n"
    + json.dumps({"title": TITLE, "date": "2022-01-10", "themes": ["bridges"], "sequence": {"id": "talks", "step": 1}})
    + "\n---\n\nText.\n",
}
REQUIRED = {"type": "rich", "version": "1.0"}
PROVIDED = {"provider_name": SITE, "author_name": SITE, "thumbnail_width": 1200, "thumbnail_height": 630, "width": 600}
FIND = """import { extract } from "@extractus/oembed-extractor";
console.log(JSON.stringify(await extract(process.argv[1], { maxwidth: 500 })));"""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of titles that break what is not escaped, below a folder of a server that knows nothing but files."""
    root = tmp_path_factory.mktemp("oembed")
    for name, text in FILES.items():
        path = root / "project" / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root / "web"))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        base = f"http://127.0.0.1:{server.server_port}/sub/"
        options = BuildOptions(root / "web" / "sub", "2022-01-12", base_url=base, search=False)
        (root / "web").mkdir()
        build(Project(root / "project"), options, lambda *_: lambda: None)
        yield base
        server.shutdown()


def address(web: str, name: str) -> str:
    return web + quote(f"{name}/" if name else "")


def fetched(url: str) -> bytes:
    return bytes(Provider("").fetch(url).encode())


def links(web: str, name: str) -> dict[str, str]:
    """The links of a page to what oEmbed says of it, by their types."""
    page = html5lib.parse(fetched(address(web, name)), namespaceHTMLElements=False)
    return {link.get("type"): link.get("href") for link in page.iter("link") if "oembed" in link.get("type", "")}


def said(web: str, name: str) -> dict[str, Any]:
    return dict(json.loads(fetched(links(web, name)["application/json+oembed"])))


@pytest.mark.parametrize("name", NAMES)
def test_a_page_leads_to_json_and_xml_that_say_the_same(web: str, name: str) -> None:
    found = links(web, name)
    assert set(found) == {"application/json+oembed", "text/xml+oembed"}
    xml = {field.tag: field.text for field in ET.fromstring(fetched(found["text/xml+oembed"]))}  # noqa: S314 - our own
    assert xml == {key: str(value) for key, value in said(web, name).items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_link_names_its_page_and_form_as_the_specification_asks(web: str, name: str) -> None:
    """A static server does not look at them."""
    for kind, href in links(web, name).items():
        query = parse_qs(urlsplit(href).query)
        assert query == {"url": [address(web, name)], "format": ["json" if "json" in kind else "xml"]}


@pytest.mark.parametrize("name", NAMES)
def test_every_field_is_there_to_the_letter(web: str, name: str) -> None:
    data = said(web, name)
    title = {"2022": "2022", "timeline": "Chronology", "": "Chronology"}.get(name, TITLE)
    assert data.items() >= {**REQUIRED, **PROVIDED, "title": title, "provider_url": web, "author_url": web}.items()
    assert isinstance(data["height"], int)
    assert data["thumbnail_url"].endswith(".png")


@pytest.mark.parametrize("name", NAMES)
def test_the_code_is_a_frame_with_a_quotation_that_is_hidden_beside_it(web: str, name: str) -> None:
    """Both with whole addresses that lead somewhere, and with the title to the letter."""
    data = said(web, name)
    quotation, frame = html5lib.parseFragment(data["html"], namespaceHTMLElements=False)
    link = quotation.find("a")
    assert (quotation.tag, "hidden" in quotation.attrib, link.text) == ("blockquote", True, data["title"])
    assert (frame.tag, frame.get("height")) == ("iframe", str(data["height"]))
    assert frame.get("title") == f"{data['title']} – {SITE}"
    assert "".join(quotation.itertext()).endswith(f" – {SITE}")
    assert b"<html" in fetched(link.get("href"))
    assert b"noindex" in fetched(frame.get("src"))


def test_the_quotation_of_an_entry_has_its_date(web: str) -> None:
    assert "10 January 2022" in said(web, "entries/київ")["html"]


def test_wordpress_keeps_the_quotation_and_the_frame(web: str) -> None:
    """Of a host that it does not know it keeps these elements and attributes alone (wp_filter_oembed_result)."""
    frame = set("src width height frameborder marginwidth marginheight scrolling title".split())
    kept = nh3.clean(
        said(web, "entries/київ")["html"],
        tags={"a", "blockquote", "iframe"},
        attributes={"a": {"href"}, "iframe": frame},
        link_rel=None,
    )
    found = re.search(r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", kept, re.DOTALL)
    assert found
    assert all(found.groups())


@pytest.mark.parametrize("name", NAMES)
def test_micawber_reads_it(web: str, name: str) -> None:
    """It is told where to ask, by the link of the page; what it adds to the address changes nothing."""
    registry = ProviderRegistry()
    registry.register(re.escape(address(web, name)), Provider(links(web, name)["application/json+oembed"]))
    found = registry.request(address(web, name), maxwidth=500)
    assert {**found, "url": None} == {**said(web, name), "url": None}
    assert registry.parse_text(address(web, name)) == said(web, name)["html"]


@pytest.fixture(scope="module")
def node() -> str:
    """Skips with a reason where a part is missing, but fails in CI."""
    program = shutil.which("node")
    if program and (ROOT / ".ci/node_modules/@extractus/oembed-extractor").is_dir():
        return program
    if os.environ.get("CI"):
        pytest.fail("CI has no extractor of oEmbed: .ci/run installs npm and .ci/package-lock.json")
    pytest.skip("the extractor of oEmbed needs node, and: npm ci --prefix .ci --ignore-scripts")


@pytest.mark.parametrize("name", NAMES)
def test_oembed_extractor_discovers_it(node: str, web: str, name: str) -> None:
    command = [node, "--input-type=module", "-e", FIND, address(web, name)]
    done = subprocess.run(command, cwd=ROOT / ".ci", capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {**said(web, name), "method": "auto-discovery"}
