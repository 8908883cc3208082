"""The site from a host that does what `_headers` says, from one that does not, and from a disk: no page is held back by
its policy, and what is not of the site is."""

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

pytestmark = pytest.mark.parametrize("page", [{"java_script_enabled": True}], indirect=True)
BREACHES = "addEventListener('securitypolicyviolation', breach => console.error(breach.violatedDirective))"
TYPES = {"/embed.js": "text/javascript", "/feed.json": "application/feed+json"}


def headers_for(path: str, rules: str) -> dict[str, str]:
    """What a host sends with a file: the headers of all rules that fit. Of one name it would join the values."""
    found: dict[str, str] = {}
    for block in re.split(r"\n(?=/)", re.sub(r"^#.*\n", "", rules, flags=re.MULTILINE).strip()):
        pattern, *lines = block.strip().splitlines()
        for name, value in (line.strip().split(": ", 1) for line in lines if fnmatchcase(path, pattern)):
            assert name not in found
            found[name] = value
    return found


class _Bare(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


class _Host(_Bare):
    def end_headers(self) -> None:
        rules = Path(self.directory, "_headers").read_text("utf-8")
        for name, value in headers_for(unquote(urlsplit(self.path).path), rules).items():
            self.send_header(name, value)
        super().end_headers()


@pytest.fixture(scope="module", params=[_Host, _Bare], ids=["headers", "meta"])
def host(rich_site: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """One that sends the headers, and one on which each page has its own policy alone."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(request.param, directory=str(rich_site)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture
def said(page: Page) -> list[str]:
    """What the console says, and each breach of a policy."""
    lines = list[str]()
    page.add_init_script(BREACHES)
    page.on("console", lambda message: lines.append(f"{page.url}: {message.text}"))
    page.route("**/favicon.ico", lambda route: route.fulfill(status=204))  # a frame has no icon
    page.on("pageerror", lambda error: lines.append(f"{page.url}: {error}"))
    return lines


def pages_of_each_kind(site: Path) -> set[str]:
    """Every page at the top, and one of those beside one another below it. None that leads to another at once, nor that
    which is shown in place of any: it asks for its files where `base_url` says."""
    stay = (path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    paths = sorted(path.relative_to(site) for path in stay)
    pages = {path.parts[: max(1, len(path.parts) - 2)]: path.as_posix() for path in paths}
    return {*pages.values()} - {"404.html"}


def test_no_page_breaks_the_policy(page: Page, host: str, rich_site: Path, said: list[str]) -> None:
    pages = pages_of_each_kind(rich_site)
    assert {"index.html", "timeline/index.html", "search/index.html"} < pages
    for path in sorted(pages):
        page.goto(host + path)
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    assert said == []


def test_no_page_that_is_opened_from_a_disk_breaks_the_policy(page: Page, rich_site: Path, said: list[str]) -> None:
    """A browser says there of the search that its index cannot be read, and so does the page."""
    for path in sorted(path for path in pages_of_each_kind(rich_site) if not path.startswith("en/")):
        page.goto((rich_site / path).as_uri())
        assert page.evaluate("getComputedStyle(document.body).margin") == "0px"  # or it has no styles
    assert [line for line in said if "/search/" not in line] == []
    assert not [line for line in said if "Policy" in line and "CORS" not in line]


def test_the_policy_holds_back_what_is_not_of_the_site(page: Page, host: str, said: list[str]) -> None:
    """Or the other tests would find nothing either."""
    page.goto(f"{host}index.html")
    page.evaluate("document.head.append(Object.assign(document.createElement('script'), { text: 'document.x = 1' }))")
    page.evaluate("document.head.append(Object.assign(document.createElement('style'), { textContent: 'a {}' }))")
    page.evaluate("new Promise(done => { const i = new Image(); i.onerror = done; i.src = 'https://e.example/i.png' })")
    assert page.evaluate("document.x") is None
    assert {"script-src-elem", "style-src-elem", "img-src"} <= {line.rpartition(" ")[2] for line in said}


def test_the_timeline_can_be_narrowed(page: Page, host: str, said: list[str]) -> None:
    page.goto(f"{host}timeline/index.html")
    page.locator("[data-filters] summary").first.click()
    page.locator("[data-filters] input[type=checkbox]").first.check()
    expect(page.locator("[data-timeline].is-narrowed")).to_be_visible()
    assert said == []


def test_the_search_finds(page: Page, host: str, said: list[str]) -> None:
    page.goto(f"{host}en/search/index.html?q=bridge")
    expect(page.locator(".search-results > li").first).to_be_visible()
    assert said == []


def test_the_builder_shows_what_it_builds(page: Page, host: str, said: list[str]) -> None:
    page.goto(f"{host}embed/index.html")
    inner = page.frame_locator("[data-preview] iframe")
    expect(inner.locator(".frame")).to_be_visible()
    assert said == []


@pytest.mark.parametrize("sandbox", ["", "sandbox='allow-scripts'"])
@pytest.mark.parametrize("frame", ["entries/2021-03-15-talks", "years/2021", "sequences/talks"])
def test_a_frame_works_on_a_page_of_others(frame: str, sandbox: str, page: Page, host: str, said: list[str]) -> None:
    """Also where it is shut off from its own site, as WordPress does: its scripts and styles stand within it."""
    page.set_content(f"<iframe {sandbox} src='{host}embed/{frame}/index.html?theme=dark&heading=0'></iframe>")
    inner = page.frame_locator("iframe")
    expect(inner.locator("html")).to_have_attribute("data-heading", "0")
    expect(inner.locator("h1")).to_have_css("position", "absolute")
    expect(inner.locator(".frame")).to_have_css("display", "flow-root")
    assert said == []


def test_others_may_load_the_script_and_the_feed(page: Page, rich_site: Path, said: list[str]) -> None:
    """Also a page that wants to be asked for all that it loads (Cross-Origin-Embedder-Policy)."""
    rules, site = (rich_site / "_headers").read_text("utf-8"), "https://timeline.example"

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(site)
        route.fulfill(path=rich_site / path[1:], headers={**headers_for(path, rules), "Content-Type": TYPES[path]})

    strict = {"Cross-Origin-Embedder-Policy": "require-corp", "Content-Type": "text/html"}
    page.route(f"{site}/**", answer)
    page.route("https://paper.example/", lambda route: route.fulfill(body="<!doctype html>", headers=strict))
    page.goto("https://paper.example/")
    page.add_script_tag(url=f"{site}/embed.js")
    assert page.evaluate(
        "url => fetch(url).then(answer => answer.json()).then(feed => feed.items)", f"{site}/feed.json"
    )
    assert said == []


def test_an_old_address_leads_on(page: Page, host: str, said: list[str]) -> None:
    page.goto(f"{host}entries/pourparlers-2021/index.html", wait_until="commit")
    page.wait_for_url("**/entries/2021-03-15-talks/index.html")
    assert said == []
