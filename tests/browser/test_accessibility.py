"""Every page can be seen, reached and used, as WCAG 2.2 AA asks: axe-core finds nothing, and what it cannot see holds.

The rules are those of WCAG 2.0 to 2.2, levels A and AA, and the best practices of axe. What axe only asks a person to
look at is left out: whether text that lies on a drawing stands out.
"""

import importlib.resources
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

AXE = importlib.resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
FINDINGS = """async rules => (await axe.run(rules)).violations.flatMap(
  found => found.nodes.map(node => [found.id, String(node.target), node.failureSummary].join(" | ")))"""
OPEN_ALL = "for (const part of document.querySelectorAll('details')) part.open = true"
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
MOVES = """[...document.querySelectorAll("*")].flatMap(element => {
  const style = getComputedStyle(element);
  const isAnimated = style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
  return isAnimated || style.scrollBehavior !== "auto" ? [element.localName] : [];
})"""
UNMARKED = """[...document.querySelectorAll("a[href], summary, input, select, textarea, button, [tabindex]")].filter(
  stop => {
    stop.focus();
    const style = getComputedStyle(stop);
    const isMarked = style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2;
    return stop.checkVisibility({ visibilityProperty: true }) && !(document.activeElement === stop && isMarked);
  }).map(stop => stop.outerHTML)"""
SMALL = """() => {
  const links = [...document.querySelectorAll("main a[href]")].filter(link => !link.closest("svg"));
  const large = new Set(links.filter(link => link.getBoundingClientRect().height >= 24).map(link => link.href));
  const drawn = [...document.querySelectorAll(".overview a[href]:not(.band)")];
  return drawn.filter(link => !large.has(new URL(link.href.baseVal, location).href)).map(link => link.classList[0]);
}"""
BANDS = """[...document.querySelectorAll(".band")].map(band => band.getBoundingClientRect()).map(
  box => box.y + box.height / 2)"""

SCRIPTED = {"java_script_enabled": True}
ADDRESS = "https://timeline.example/pont/"
SLUG = "2022-01-quatre-heures-de-discussion-et-une-impasse"
REAL_PAGES = [
    "index.html",
    "uk/index.html",
    "timeline/index.html",
    "2022/index.html",
    f"entries/{SLUG}/index.html",
    "actors/index.html",
    "actors/jens-stoltenberg/index.html",
    "places/index.html",
    "sequences/geneva-brussels-vienna-2022-01/index.html",
    "method/index.html",
    "data/index.html",
]
pytestmark = pytest.mark.parametrize("page", [SCRIPTED], indirect=True)

Visit = Callable[[str], Page]
"""Opens a page of the site by its path, and what is folded in it."""


def every_kind(site: Path) -> list[str]:
    """All entries and all pages that stand alone; of each other kind the page that says most and that which says least.

    In the first language, without pages that lead on at once. A new kind of page is among them.
    """
    sizes: dict[tuple[str, ...], dict[str, int]] = {}
    for path in site.rglob("*.html"):
        name, data = path.relative_to(site), path.read_bytes()
        if name.parts[0] != "en" and b'http-equiv="refresh"' not in data:
            sizes.setdefault(name.parts[:-2], {})[name.as_posix()] = len(data)
    whole = {**sizes.pop(("entries",)), **sizes.pop(())}
    most_and_least = (
        name for of in sizes.values() for name in (max(of, key=of.__getitem__), min(of, key=of.__getitem__))
    )
    return sorted({*whole, *most_and_least})


def visitor(page: Page, site: Path) -> Visit:
    """Pages come from the address of their site, since the links of `404.html` begin at its root."""

    def answer(route: Route) -> None:
        path = site / urlsplit(route.request.url.removeprefix(ADDRESS)).path
        route.fulfill(path=path) if path.is_file() else route.fulfill(status=404)

    page.route(f"{ADDRESS}**", answer)

    def visit(name: str) -> Page:
        page.goto(ADDRESS + name)
        page.evaluate(OPEN_ALL)
        return page

    return visit


def findings(page: Page) -> list[str]:
    page.evaluate(AXE)
    return list(page.evaluate(FINDINGS, RULES))


@pytest.mark.parametrize(
    ("which", "width", "scheme"),
    [
        *(("rich_site", width, scheme) for width in (390, 1280) for scheme in ("light", "dark")),
        ("site", 1280, "dark"),
    ],
)
def test_axe_finds_nothing_on_any_kind_of_page(
    page: Page, request: pytest.FixtureRequest, which: str, width: int, scheme: str
) -> None:
    """Roles, names, languages, contrast, landmarks, headings, and targets of 24 pixels."""
    site: Path = request.getfixturevalue(which)
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    visit = visitor(page, site)
    names = REAL_PAGES if which == "site" else every_kind(site)
    assert {name: found for name in names if (found := findings(visit(name)))} == {}


@pytest.mark.parametrize("width", [390, 1280])
def test_what_is_smaller_than_24_pixels_in_a_drawing_has_a_larger_link(page: Page, rich_site: Path, width: int) -> None:
    """Axe looks at no link in a drawing (WCAG 2.2, 2.5.8). On the front page marks stand for all entries."""
    page.set_viewport_size({"width": width, "height": 900})
    visit = visitor(page, rich_site)
    names = every_kind(rich_site)
    small = {name: found for name in names if (found := set(visit(name).evaluate(SMALL)))}
    assert small == {"index.html": {"mark"}}
    middles = visit("index.html").evaluate(BANDS)
    assert all(second - first >= 24 for first, second in pairwise(middles))


def test_no_page_scrolls_sideways_on_any_screen(page: Page, rich_site: Path) -> None:
    """Down to 320 pixels, which is also 1280 pixels at a zoom of 400 % (WCAG 2.2, 1.4.10)."""
    visit = visitor(page, rich_site)
    too_wide = []
    for name in every_kind(rich_site):
        visit(name)
        for width in (320, 390, 1280):
            page.set_viewport_size({"width": width, "height": 800})
            too_wide += [(name, width)] * (page.evaluate(OVERFLOW) > 0)
    assert too_wide == []


def test_nothing_moves_for_a_reader_who_wants_less_motion(page: Page, rich_site: Path) -> None:
    visit = visitor(page, rich_site)
    page.emulate_media(reduced_motion="reduce")
    assert {name: moves for name in every_kind(rich_site) if (moves := visit(name).evaluate(MOVES))} == {}


def test_whatever_has_the_focus_has_an_outline(page: Page, rich_site: Path) -> None:
    """A link in a drawing and the fields of a form as well as any other (WCAG 2.2, 2.4.7)."""
    visit = visitor(page, rich_site)
    unmarked = {}
    for name in every_kind(rich_site):
        visit(name).keyboard.press("Tab")
        unmarked[name] = page.evaluate(UNMARKED)
    assert {name: stops for name, stops in unmarked.items() if stops} == {}
