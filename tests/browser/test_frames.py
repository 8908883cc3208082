"""Frames in the pages of others: as high as what they show, whatever script the host has, and no trouble to it.

The host and the site are two addresses that nothing answers but this test. The scripts of hosts are those of npm, or
written from their formats, in `hosts/`.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Frame, Page, Route

HERE = Path(__file__).resolve().parent
PACKAGES = HERE.parents[1] / ".ci" / "node_modules"
HOST = "https://paper.example/"
SITE = "https://timeline.example/pont/"
STRICT = (
    f"default-src 'none'; script-src 'self' {SITE}embed.js; style-src 'self'; frame-src {SITE}; form-action 'none'; "
    "base-uri 'none'; object-src 'none'"
)
IFRAME = '<iframe src="{src}" title="Frame"></iframe>'
SANDBOXED = '<iframe sandbox="allow-scripts" scrolling="no" src="{src}" title="Frame"></iframe>'


@dataclass(frozen=True)
class Host:
    """How a host makes frames: what stands in its page, and the scripts that it loads."""

    markup: str
    scripts: tuple[str, ...] = ()
    policy: str = STRICT


HOSTS = {
    "pym.js": Host('<div id="{id}" data-pym-src="{src}"></div>', ("pym.js/dist/pym.v1.min.js",)),
    "pym.js in a sandbox": Host(
        '<div id="{id}" data-pym-src="{src}" data-pym-sandbox="allow-scripts" data-pym-trackscroll></div>',
        ("pym.js/dist/pym.v1.min.js",),
    ),
    "sidechain": Host(  # it has a style element of its own
        '<side-chain id="{id}" src="{src}"></side-chain>',
        ("@nprapps/sidechain/dist/sidechain.js",),
        STRICT.replace("style-src", "style-src 'unsafe-inline'"),
    ),
    "@newswire/frames": Host(
        '<div data-frame-src="{src}" data-frame-attribute-sandbox="allow-scripts"></div>',
        ("@newswire/frames/dist/frames.umd.js", "newswire.js"),
    ),
    "AMP": Host(SANDBOXED, ("amp.js",)),
    "Datawrapper": Host(IFRAME, ("datawrapper.js",)),
    "Medium": Host(IFRAME, ("medium.js",)),
    "WordPress": Host(
        '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="{src}#?secret={id}" '
        'data-secret="{id}" title="Frame"></iframe>',
        ("wordpress.js",),
    ),
    "iframe-resizer": Host(IFRAME, ("iframe-resizer/js/iframeResizer.min.js", "resizer.js")),
    "the site’s own": Host('<a class="timeline-embed" href="{src}">Frame</a>', (f"{SITE}embed.js",)),
}
SHOWN = ["embed/entries/2021-03-15-talks/", "embed/sequences/talks/", "embed/years/2022/"]
WIDTHS = ("narrow", "middle", "wide")
MEASURE = """() => {
  const { scrollHeight, scrollWidth } = document.documentElement;
  const box = document.querySelector(".frame").getBoundingClientRect();
  return { content: box.height, isScrolled: scrollHeight > innerHeight || scrollWidth > innerWidth };
}"""
GROW = "height => { document.querySelector('h1').style.height = height }"


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Skips with a reason where the packages are missing, but fails in CI."""
    if not (PACKAGES / "pym.js").is_dir():
        if os.environ.get("CI"):
            pytest.fail("CI has no scripts of hosts: .ci/run installs .ci/package-lock.json")
        pytest.skip("the scripts of hosts need: npm ci --prefix .ci --ignore-scripts")
    context = browser.new_context(viewport={"width": 1100, "height": 4000})
    context.set_default_timeout(10_000)
    yield context
    context.close()


class Visit:
    """A page of a host, with all that was asked for and said in the console."""

    def __init__(self, context: BrowserContext, site: Path) -> None:
        self.page = context.new_page()
        self.asked: list[str] = []
        self.faults: list[str] = []
        self._site, self._bodies = site, dict[str, tuple[str, str]]()
        self.page.on("console", lambda each: self.faults.append(each.text) if each.type == "error" else None)
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        context.route("**", self._answer)

    def _answer(self, route: Route) -> None:
        url = route.request.url
        path = urlsplit(url).path
        if url.startswith(SITE):
            file = self._site / path.removeprefix("/pont/")
            file = file / "index.html" if file.is_dir() else file
            route.fulfill(path=file) if file.is_file() else route.fulfill(status=404)
        elif path in self._bodies:
            body, policy = self._bodies[path]
            route.fulfill(body=body, content_type="text/html", headers={"Content-Security-Policy": policy})
        else:
            files = [folder / path[1:] for folder in (HERE / "hosts", PACKAGES)]
            route.fulfill(path=next(file for file in files if file.is_file()))

    def open(self, body: str, policy: str = "script-src 'self' 'unsafe-inline'", scripts: tuple[str, ...] = ()) -> Page:
        tags = "".join(f'<script src="{name}"></script>' for name in scripts)
        head = '<!doctype html><html lang="en"><link rel="stylesheet" href="/host.css">'
        self._bodies["/"] = (f"{head}{body}{tags}", policy)
        self.page.goto(HOST)
        return self.page

    def frames(self) -> list[Frame]:
        return [frame for frame in self.page.frames if frame.url.startswith(SITE)]


@pytest.fixture
def visit(context: BrowserContext, rich_site: Path) -> Iterator[Visit]:
    visit = Visit(context, rich_site)
    yield visit
    visit.page.close()
    context.unroute("**")


def sizes(frame: Frame) -> tuple[int, float, bool]:
    """The height that the host gives, the height of what is shown, and whether that has to be scrolled."""
    given = frame.frame_element().evaluate("element => element.clientHeight")
    found = frame.evaluate(MEASURE)
    return given, found["content"], found["isScrolled"]


def wait_until(page: Page, expression: str) -> None:
    """What holds comes to hold; playwright’s own way would need a policy that lets texts be scripts."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    pytest.fail(expression)


def expect_fit(visit: Visit, count: int) -> None:
    """All frames that are shown come to be as high as what they show, within 2 pixels, and nothing is scrolled."""
    found: list[tuple[int, float, bool]] = []
    for _ in range(200):
        found = [sizes(frame) for frame in visit.frames()]
        if len(found) == count and all(abs(given - shown) <= 2 and not bars for given, shown, bars in found):
            return
        visit.page.wait_for_timeout(50)
    pytest.fail(f"{found} of {count}")


@pytest.mark.parametrize("name", HOSTS)
def test_frames_fit_in_every_host(visit: Visit, name: str) -> None:
    """Several, at three widths, one in a panel that is closed at first; growing, shrinking; under a strict policy."""
    host = HOSTS[name]
    markup = [host.markup.format(id=width, src=SITE + src) for width, src in zip(WIDTHS, SHOWN, strict=True)]
    boxes = "".join(f'<div class="{width}">{each}</div>' for width, each in zip(WIDTHS, markup, strict=True))
    panel = host.markup.format(id="closed", src=f"{SITE}{SHOWN[0]}")
    page = visit.open(f'{boxes}<div class="middle" hidden>{panel}</div>', host.policy, host.scripts)
    wait_until(page, "document.querySelectorAll('iframe, side-chain').length === 4")
    page.wait_for_load_state("load")
    page.evaluate("document.querySelector('[hidden]').hidden = false")
    expect_fit(visit, 4)
    for width in ("wide", "narrow"):
        page.evaluate(
            "width => { for (const box of document.querySelectorAll('div.middle')) box.className = width }", width
        )
        expect_fit(visit, 4)
    for height in ("6rem", "auto"):
        for frame in visit.frames():
            frame.evaluate(GROW, height)
        expect_fit(visit, 4)
    assert visit.faults == []
    assert all(url.startswith((HOST, SITE)) for url in visit.asked)


def expect_said(visit: Visit, expression: str) -> None:
    """The host comes to hear it."""
    wait_until(visit.page, f"said.some(each => {expression})")


def expect_silence(visit: Visit) -> None:
    """Nothing more is said for as long as a frame may wait."""
    visit.page.wait_for_timeout(300)
    count = visit.page.evaluate("said.length")
    visit.page.wait_for_timeout(1200)
    assert visit.page.evaluate("said.length") == count


LISTEN = "<script>said = []; addEventListener('message', event => said.push(event.data))</script>"
FOLLOW = """<script>addEventListener('message', ({ data, source }) => {
  const frame = [...document.querySelectorAll('iframe')].find(each => each.contentWindow === source);
  if (data.type === 'embed-size') frame.height = data.height;
})</script>"""


def test_a_host_that_listens_late_is_told_again(visit: Visit) -> None:
    """And one that has followed is told no more."""
    page = visit.open(IFRAME.format(src=SITE + SHOWN[0]))
    page.wait_for_timeout(1000)
    page.add_script_tag(content=(LISTEN + FOLLOW).replace("<script>", "").replace("</script>", ";"))
    expect_fit(visit, 1)
    expect_silence(visit)


def test_a_host_that_gives_another_height_drives_no_frame_in_circles(visit: Visit) -> None:
    """It is told the same height, ever more rarely."""
    page = visit.open(
        LISTEN + FOLLOW.replace("= data.height", "= data.height + 50") + IFRAME.format(src=SITE + SHOWN[0])
    )
    page.wait_for_timeout(3000)
    told = page.evaluate("said.filter(each => each.type === 'embed-size').map(each => each.height)")
    assert 2 <= len(told) <= 9
    assert len(set(told)) <= 2, "with the default height, and with another"


def test_a_border_of_the_host_leaves_nothing_to_scroll(visit: Visit) -> None:
    """It takes a few pixels of the empty edge."""
    style = "<style>iframe { border: 2px inset !important; box-sizing: border-box }</style>"
    page = visit.open(style + LISTEN + FOLLOW + IFRAME.format(src=SITE + SHOWN[0]))
    expect_said(visit, "each.type === 'embed-size'")
    page.wait_for_timeout(200)
    (frame,) = visit.frames()
    assert frame.evaluate("getComputedStyle(document.documentElement).overflowY") == "hidden"


def test_a_secret_that_comes_late_is_told(visit: Visit) -> None:
    """The script of WordPress adds it where its server did not."""
    page = visit.open(LISTEN + SANDBOXED.format(src=SITE + SHOWN[0]))
    page.wait_for_load_state("load")
    page.evaluate("document.querySelector('iframe').src += '#?secret=abc123'")
    expect_said(visit, "each.message === 'height' && each.secret === 'abc123' && each.value > 200")


QUESTIONS = {
    "pym.js, of the width": "pymxPYMxoursxPYMxwidthxPYMx300",
    "pym.js, of the position": "pymxPYMxoursxPYMxviewport-iframe-positionxPYMx800 600 10 0 0 300",
    "@newswire/frames": {"sentinel": "amp", "type": "frames-init"},
    "WordPress": {"message": "ready", "secret": "abc123"},
    "iframe-resizer": "[iFrameSizer]frame:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll",
}
NO_QUESTIONS: dict[str, object] = {
    "nothing": None,
    "a number": 7,
    "a list": ["pym"],
    "pym.js, of another frame": "pymxPYMxotherxPYMxwidthxPYMx300",
    "AMP, an answer": {"sentinel": "amp", "type": "embed-size-changed"},
    "another secret": {"message": "ready", "secret": "xyz"},
    "markup": "<img src=x onerror=alert(1)>",
    "a long text": "pymxPYMx" * 10_000,
}
ASK = "data => document.querySelector('iframe').contentWindow.postMessage(data, '*')"


@pytest.fixture
def asked(visit: Visit) -> Visit:
    """A host that has heard all that a frame says by itself."""
    src = f"{SITE}{SHOWN[0]}?childId=ours#?secret=abc123"
    visit.open(LISTEN + FOLLOW + IFRAME.format(src=src) + "<object></object>")
    expect_fit(visit, 1)
    expect_silence(visit)
    visit.page.evaluate("said.length = 0")
    return visit


def test_a_frame_answers_what_its_host_asks_in_every_format(asked: Visit) -> None:
    for question in QUESTIONS.values():
        asked.page.evaluate(ASK, question)
        height = asked.page.evaluate("document.querySelector('iframe').clientHeight")
        expect_said(asked, f"each === 'pymxPYMxoursxPYMxheightxPYMx{height}'")
        expect_said(asked, f"each.message === 'height' && each.value === {height} && each.secret === 'abc123'")
        expect_said(asked, f"each['datawrapper-height']?.ours === {height}")
        expect_said(asked, f"typeof each === 'string' && each.startsWith('{{') && JSON.parse(each).height === {height}")
        asked.page.evaluate("said.length = 0")
    asked.page.evaluate(ASK, QUESTIONS["iframe-resizer"])
    expect_said(asked, "String(each).startsWith('[iFrameSizer]frame:')")


def test_a_frame_heeds_nobody_but_its_host_and_nothing_but_questions(asked: Visit) -> None:
    """Not a frame beside it either, whatever that says; the console stays empty."""
    for message in NO_QUESTIONS.values():
        asked.page.evaluate(ASK, message)
    ask = "".join(f"parent.frames[0].postMessage({question!r}, '*');" for question in QUESTIONS.values())
    beside = "srcdoc => document.body.append(Object.assign(document.createElement('iframe'), { srcdoc }))"
    asked.page.evaluate(beside, f"<script>{ask}</script>")
    asked.page.wait_for_timeout(500)
    assert asked.page.evaluate("said") == []
    assert asked.faults == []


PAGE = f"{SITE}entries/2021-03-15-talks/index.html"
TITLE = "h1 a"
SANDBOXES = {
    "no sandbox": (None, "top"),
    "one that lets leave by the top": ("allow-scripts allow-top-navigation-by-user-activation", "top"),
    "one that lets open a window": ("allow-scripts allow-popups", "window"),
    "one of the same origin": ("allow-scripts allow-same-origin", "frame"),
    "one that forbids all": ("allow-scripts", "frame"),
}


@pytest.mark.parametrize(("sandbox", "way"), SANDBOXES.values(), ids=SANDBOXES)
def test_a_link_leads_to_the_page_as_the_sandbox_allows(visit: Visit, sandbox: str | None, way: str) -> None:
    attribute = f'sandbox="{sandbox}" ' if sandbox else ""
    page = visit.open(IFRAME.format(src=SITE + SHOWN[0]).replace("<iframe ", f"<iframe {attribute}"))
    link = page.frame_locator("iframe").locator(TITLE)
    if way == "window":
        with page.expect_popup() as opened:
            link.click()
        opened.value.wait_for_url(PAGE, wait_until="commit")
        opened.value.close()
    else:
        link.click()
        where = page if way == "top" else page.frames[1]
        where.wait_for_url(PAGE, wait_until="commit")


@pytest.mark.parametrize("name", ["pym.js", "WordPress"])
def test_a_host_that_can_lead_to_the_page_is_asked_to(visit: Visit, name: str) -> None:
    """Out of a sandbox that forbids everything else."""
    host = HOSTS[name]
    markup = host.markup.format(id="ours", src=SITE + SHOWN[0]).replace("<div", '<div data-pym-sandbox="allow-scripts"')
    page = visit.open(markup, host.policy, host.scripts)
    page.frame_locator("iframe").locator(TITLE).click()
    page.wait_for_url(PAGE, wait_until="commit")
    assert visit.faults == []


def frame_of(page: Page, site: Path, name: str) -> Page:
    page.route("**", lambda route: route.abort())
    page.route(
        f"{SITE}**", lambda route: route.fulfill(path=site / urlsplit(route.request.url).path[6:] / "index.html")
    )
    page.goto(SITE + name)
    return page


def titles(page: Page) -> list[str]:
    return [each.inner_text() for each in page.locator("li h2, li h3").all() if each.is_visible()]


ALL = "embed/actors/anne-morel/"
TALKS, SIGNATURE, PRESS, OPENING = (
    "Pourparlers : « accord de principe » & <em>réserves</em>",
    "Les deux villes signent",
    "Un traité, enfin",
    "Le pont ouvre",
)
OPTIONS = {
    "": [TALKS, SIGNATURE, PRESS, OPENING],
    "?order=newest": [OPENING, PRESS, SIGNATURE, TALKS],
    "?limit=2": [TALKS, SIGNATURE],
    "?order=newest&limit=1": [OPENING],
    "?from=2021-04": [SIGNATURE, PRESS, OPENING],
    "?from=2021-03-17&to=2021": [TALKS, SIGNATURE, PRESS],
    "?from=2021-03-18&to=2021-11-09": [SIGNATURE, PRESS],
    "?to=2021-03-14": [],
    "?from=-0044&to=99999": [TALKS, SIGNATURE, PRESS, OPENING],
    "?from=tomorrow&limit=many&order=random&initialWidth=300&x=%E0&fbclid=1": [TALKS, SIGNATURE, PRESS, OPENING],
}


@pytest.mark.parametrize("page", [{"java_script_enabled": True}], indirect=True)
@pytest.mark.parametrize("query", OPTIONS)
def test_an_address_narrows_turns_and_shortens_a_list(page: Page, rich_site: Path, query: str) -> None:
    """And the frame says how much of all that is; what it does not know it leaves alone."""
    shown = titles(frame_of(page, rich_site, ALL + query))
    assert [title.replace("\u00a0", " ") for title in shown] == OPTIONS[query]
    note = page.locator("[data-more]")
    assert note.is_visible() == (len(shown) < 4)
    if shown and len(shown) < 4:
        assert f": {len(shown)} sur 4" in note.inner_text().replace("\u00a0", " ")
    if not shown:
        assert note.inner_text().startswith("Rien ici ne se situe entre ces dates.")


@pytest.mark.parametrize("page", [{"java_script_enabled": True, "color_scheme": "light"}], indirect=True)
def test_an_address_forces_a_scheme_and_hides_the_heading(page: Page, rich_site: Path) -> None:
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    light, dark = "rgb(251, 249, 244)", "rgb(22, 21, 19)"
    for scheme, query, expected in [
        ("light", "", light),
        ("dark", "", dark),
        ("light", "?theme=dark", dark),
        ("dark", "?theme=light", light),
        ("dark", "?theme=pink", dark),
    ]:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert frame_of(page, rich_site, ALL + query).evaluate(colour) == expected
    heading = frame_of(page, rich_site, f"{ALL}?heading=0").locator("h1")
    assert heading.evaluate("element => getComputedStyle(element).clipPath") == "inset(50%)"


def test_without_scripts_a_frame_shows_all_it_has_at_280_pixels(page: Page, rich_site: Path) -> None:
    """Nothing is hidden but what is said of less, nothing is cut, and nobody is asked for anything."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_viewport_size({"width": 280, "height": 600})
    for path in sorted((rich_site / "embed").rglob("*/index.html")):
        name = f"{path.parent.relative_to(rich_site).as_posix()}/"
        frame_of(page, rich_site, f"{name}?limit=1&from=2050")
        assert page.evaluate("document.documentElement.scrollWidth") == 280, name
        assert all(each.is_visible() for each in page.locator("li[data-precision]").all())
    assert page.locator("meta[name=robots]").get_attribute("content") == "noindex"
    assert len(asked) == len([*(rich_site / "embed").rglob("*/index.html")])
