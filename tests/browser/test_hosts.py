"""The script that a page of others loads: it makes frames of links to the site, and fits them to what they show.

The host and the site are two addresses that nothing answers but this test. Frames are stood in for by one that tells
its height as those of the site do; what they show themselves has tests of its own.
"""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

HOST = "https://paper.example/article"
SITE = "https://timeline.example/pont/"
POLICY = f"default-src 'none'; script-src {SITE}embed.js; frame-src {SITE}; style-src 'self'"
SCRIPT = f'<script async src="{SITE}embed.js"></script>'
LINK = f'<a class="timeline-embed" href="{SITE}entries/ancient-bridge/">The bridge</a>'
QUOTATION = f'<blockquote class="timeline-embed"><a href="{SITE}en/2021/">2021</a> – The site</blockquote>'
FRAME = """<!doctype html><style>body { margin: 0 }</style><body><script>
const box = document.body.appendChild(document.createElement("div"));
box.style.height = (new URLSearchParams(location.search).get("height") ?? 700) + "px";
const tell = () => parent.postMessage({ sentinel: "amp", type: "embed-size", height: box.offsetHeight }, "*");
new ResizeObserver(tell).observe(box);
tell(); // an observer waits until the frame is seen
</script>"""
PAUSE = "new Promise(done => setTimeout(done, 50))"
STYLE = (
    "*, ::before { box-sizing: border-box } iframe { height: auto; max-width: 100%; border: 2px solid; padding: 3px }"
)

pytestmark = pytest.mark.parametrize("page", [{"java_script_enabled": True}], indirect=True)
Open = Callable[..., Page]


@pytest.fixture
def open_host(page: Page, rich_site: Path) -> Open:
    """Opens a page of a host with the markup given, under its policy, and keeps what the console says."""

    def site(route: Route) -> None:
        path = rich_site / unquote(urlsplit(route.request.url.removeprefix(SITE)).path)
        route.fulfill(path=path) if path.is_file() else route.fulfill(body=FRAME, content_type="text/html")

    def open_(body: str, policy: str = POLICY) -> Page:
        headers = {"Content-Security-Policy": policy, "Content-Type": "text/html; charset=utf-8"}
        page.route(HOST, lambda route: route.fulfill(body=f"<!doctype html>{body}", headers=headers))
        page.goto(HOST)
        return page

    page.route("**", lambda route: route.abort())
    page.route(f"{SITE}**", site)
    return open_


def expect_heights(page: Page, *expected: int) -> None:
    """As soon as the frames have told them."""
    script = "all => JSON.stringify([...document.querySelectorAll('iframe')].map(e => e.clientHeight)) === all"
    page.wait_for_function(script, arg=str([*expected]).replace(" ", ""), timeout=20_000)


def test_links_and_quotations_become_frames_that_fit_under_a_strict_policy(open_host: Open) -> None:
    """Several on a page, with a name, fetched when near, as wide as their column; nothing is said in the console."""
    said, asked = list[str](), list[str]()
    link = LINK.replace("-bridge/", "-bridge/?theme=dark&amp;height=321")

    def listen(page: Page) -> None:
        page.on("console", lambda message: said.append(message.text))
        page.on("request", lambda request: asked.append(request.url))

    page = open_host("")
    listen(page)
    page = open_host(f"<div id=column>{link}<p>Text.</p>{QUOTATION}</div>{SCRIPT}")
    expect_heights(page, 321, 700)
    first, second = page.locator("iframe").all()
    assert first.get_attribute("src") == f"{SITE}embed/entries/ancient-bridge/?theme=dark&height=321"
    assert second.get_attribute("src") == f"{SITE}en/embed/years/2021/"
    assert [frame.get_attribute("title") for frame in (first, second)] == ["The bridge", "2021"]
    assert [frame.get_attribute("loading") for frame in (first, second)] == ["lazy", "lazy"]
    expect(page.get_by_role("link")).to_have_count(0)
    assert page.evaluate("[...document.querySelectorAll('iframe')].every(e => e.offsetWidth === column.offsetWidth)")
    assert said == []
    assert all(url.startswith((HOST, SITE)) for url in asked)


def test_a_frame_grows_and_shrinks_with_what_it_shows(open_host: Open) -> None:
    page = open_host(LINK + SCRIPT)
    expect_heights(page, 700)
    for height in (2345, 120):
        page.frames[1].evaluate("height => { document.querySelector('div').style.height = height + 'px' }", height)
        expect_heights(page, height)


def test_the_styles_of_the_host_do_not_undo_the_height(open_host: Open) -> None:
    page = open_host(f"<style>{STYLE}</style>{LINK}{SCRIPT}", POLICY.replace("'self'", "'unsafe-inline'"))
    expect_heights(page, 700)


HINDRANCES = [
    "iframe { height: 200px !important }",
    "iframe { max-height: 50vh }",
    "iframe { min-height: 1500px }",
    "body { display: flex; flex-direction: column; height: 100vh }",
    "* { box-sizing: border-box } iframe { padding: 20px }",
]


@pytest.mark.parametrize("style", HINDRANCES)
def test_a_frame_has_the_room_that_it_asks_for_whatever_the_host_says_of_frames(style: str, open_host: Open) -> None:
    page = open_host(f"<style>{style}</style>{LINK}{SCRIPT}", POLICY.replace("'self'", "'unsafe-inline'"))
    expect_heights(page, 700)
    assert page.frames[1].evaluate("innerHeight") == 700


def test_a_link_that_comes_back_without_its_frame_becomes_one_again(open_host: Open) -> None:
    """And one that comes back with it does not become a second."""
    page = open_host(f"<main>{LINK}</main>{SCRIPT}")
    expect_heights(page, 700)
    page.evaluate("main = document.querySelector('main'); main.remove()")
    page.evaluate("document.body.append(main)")
    expect_heights(page, 700)
    page.evaluate("link = main.firstElementChild; main.replaceChildren()")
    page.evaluate("main.append(link)")
    expect_heights(page, 700)


@pytest.mark.parametrize("hidden", ["<details><summary>More</summary>{}</details>", "<div hidden>{}</div>"])
def test_a_frame_that_is_hidden_at_first_fits_once_it_is_shown(hidden: str, open_host: Open) -> None:
    page = open_host(hidden.format(LINK + QUOTATION) + SCRIPT)
    page.locator("iframe").nth(1).wait_for(state="attached")
    page.evaluate("for (const e of document.querySelectorAll('details, div')) { e.open = true; e.hidden = false }")
    expect_heights(page, 700, 700)


def test_what_is_added_later_becomes_a_frame_too(open_host: Open) -> None:
    """Also a quotation whose link comes after it, and what takes the place of what was there."""
    page = open_host(f"<main></main>{SCRIPT}")
    page.wait_for_function("document.readyState === 'complete'")
    for markup in (LINK, f"<div>{QUOTATION}{LINK}</div>"):
        page.evaluate("markup => { document.querySelector('main').innerHTML = markup }", markup)
        expect_heights(page, *[700] * markup.count("timeline-embed"))
    page.evaluate("document.querySelector('main').innerHTML = '<blockquote class=timeline-embed></blockquote>'")
    page.evaluate(
        "href => document.querySelector('blockquote').append(Object.assign(document.createElement('a'), { href }))",
        f"{SITE}timeline/",
    )
    expect_heights(page, 700)


def test_the_script_may_be_there_five_times(open_host: Open) -> None:
    """As it is where an article holds five pieces of code."""
    page = open_host((LINK.replace('/"', '/?height=90"') + SCRIPT) * 5)
    expect_heights(page, *[90] * 5)


def test_where_the_script_is_held_back_the_page_reads_well(open_host: Open) -> None:
    page = open_host(LINK + QUOTATION + SCRIPT, "default-src 'none'")
    assert page.locator("iframe").count() == 0
    assert page.locator("body").inner_text().split("\n")[0] == "The bridge"
    expect(page.get_by_role("link")).to_have_count(2)


def test_where_frames_are_held_back_the_link_stays(open_host: Open) -> None:
    page = open_host(LINK + SCRIPT, POLICY.replace("frame-src", "child-src") + "; frame-src 'none'")
    page.locator("iframe").wait_for(state="attached")
    page.wait_for_function("document.readyState === 'complete'")
    expect(page.get_by_role("link", name="The bridge")).to_be_visible()


ADDRESSES = {
    "": "embed/timeline/",
    "index.html": "embed/timeline/",
    "en": "en/embed/timeline/",
    "en/index.html": "en/embed/timeline/",
    "timeline/": "embed/timeline/",
    "2021": "embed/years/2021/",
    "-0044/": "embed/years/-0044/",
    "en/181x/index.html": "en/embed/years/181x/",
    "entries/київ": "embed/entries/київ/",
    "sequences/talks/?theme=dark&limit=3#step": "embed/sequences/talks/?theme=dark&limit=3#step",
    "en/actors/amont/": "en/embed/actors/amont/",
    "embed/entries/talks/": "embed/entries/talks/",
    "en/embed/years/2021/": "en/embed/years/2021/",
}


def test_the_address_of_a_page_leads_to_its_frame(open_host: Open) -> None:
    """In every language, with or without what servers add, and with its options."""
    links = "".join(f'<a class="timeline-embed" href="{SITE}{name}">x</a>' for name in ADDRESSES)
    page = open_host(links.replace("&", "&amp;") + SCRIPT)
    page.locator("iframe").nth(len(ADDRESSES) - 1).wait_for(state="attached")
    found = [unquote(str(frame.get_attribute("src"))) for frame in page.locator("iframe").all()]
    assert found == [SITE + address for address in ADDRESSES.values()]


OTHERS = [
    "https://elsewhere.example/pont/entries/x/",
    "https://timeline.example/entries/x/",
    "https://timeline.example.elsewhere.example/pont/entries/x/",
    "https://timeline.example:8443/pont/entries/x/",
    f"https://elsewhere.example/?{SITE}entries/x/",
    f"{SITE}method/",
    f"{SITE}actors/",
    f"{SITE}search/",
    f"{SITE}data/entries.json",
    f"{SITE}entries/../../x/",
    "javascript:alert(1)",
    "https://",
    "mailto:a@b.example",
]


def test_no_other_address_becomes_a_frame(open_host: Open) -> None:
    """Of another site, of a page that nothing shows in a frame, of none at all; what comes after it does."""
    links = "".join(f'<a class="timeline-embed" href="{href}">x</a>' for href in OTHERS)
    page = open_host(f"{links}<a class=timeline-embed>x</a><a href='{SITE}'>x</a>{LINK}{SCRIPT}")
    expect_heights(page, 700)


def test_no_text_of_a_host_tells_the_script_where_the_site_is(open_host: Open) -> None:
    """A host that lets its readers write may take out their scripts, and leave images with names."""
    other = "https://evil.example/"
    image = f"<img name=currentScript src={other}embed.js>"
    page = open_host(f"{image}<a class=timeline-embed href={other}2021/>x</a>{LINK}{SCRIPT}", "")
    expect_heights(page, 700)


def test_a_copy_that_a_host_keeps_works_for_the_site_it_was_made_for(
    open_host: Open, page: Page, rich_site: Path
) -> None:
    page.route("https://paper.example/js/timeline.js", lambda route: route.fulfill(path=rich_site / "embed.js"))
    page = open_host(LINK + '<script async src="/js/timeline.js"></script>', POLICY.replace("embed.js", "* 'self'"))
    expect_heights(page, 700)


def test_a_code_may_say_how_wide_its_frame_is_at_most(open_host: Open) -> None:
    page = open_host(LINK.replace("<a ", '<a data-width="300" ') + LINK + SCRIPT)
    expect_heights(page, 700, 700)
    widths = page.evaluate("[...document.querySelectorAll('iframe')].map(e => e.offsetWidth)")
    assert widths[0] == 300 < widths[1]


MESSAGES = {
    "{ sentinel: 'amp', type: 'embed-size', height: 333.2 }": 334,
    "{ sentinel: 'amp', type: 'embed-size', height: 1e9 }": 100_000,
    "{ sentinel: 'amp', type: 'embed-size', height: 3 }": 50,
    "{ sentinel: 'amp', type: 'embed-size', height: 500 }": 500,
    "{ sentinel: 'amp', type: 'embed-size', height: -3 }": 500,
    "{ sentinel: 'amp', type: 'embed-size', height: '9em' }": 500,
    "{ sentinel: 'amp', type: 'embed-ready', height: 5 }": 500,
    "{ type: 'embed-size', height: 5 }": 500,
    "null": 500,
    "'pymxPYMxxPYMxheightxPYMx5'": 500,
}


def test_a_message_gives_a_height_within_reason_or_none(open_host: Open) -> None:
    page = open_host(LINK + SCRIPT)
    expect_heights(page, 700)
    for message, height in MESSAGES.items():
        page.frames[1].evaluate(f"parent.postMessage({message}, '*')")
        page.frames[1].evaluate(PAUSE)
        expect_heights(page, height)


def test_nobody_else_sets_the_height_of_a_frame(open_host: Open) -> None:
    """Neither another frame, nor the host itself: each message counts for the frame that sends it."""
    other = f'<iframe src="{SITE}other/" height="200"></iframe>'
    page = open_host(other + LINK + SCRIPT)
    expect_heights(page, 200, 700)
    message = "postMessage({ sentinel: 'amp', type: 'embed-size', height: 5 }, '*')"
    page.frames[1].evaluate(f"parent.{message}")
    page.evaluate(message)
    page.evaluate(PAUSE)
    expect_heights(page, 200, 700)
