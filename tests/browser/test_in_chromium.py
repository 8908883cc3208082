"""What a reader does, in Chromium: read without scripts, on any screen, by keyboard, on paper."""

import re
from itertools import combinations, pairwise, product
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Locator, Page

from generator.render.projection import Box

SLUG = "2022-01-quatre-heures-de-discussion-et-une-impasse"
REAL_PAGES = [
    "index.html",
    "timeline/index.html",
    "2022/index.html",
    f"entries/{SLUG}/index.html",
    "actors/index.html",
    "actors/jens-stoltenberg/index.html",
]
RICH_PAGES = [
    "index.html",
    "timeline/index.html",
    "2021/index.html",
    "181x/index.html",
    "entries/2021-03-15-talks/index.html",
    "en/timeline/index.html",
    "en/entries/2021-03-15-talks/index.html",
    "sequences/index.html",
    "sequences/talks/index.html",
    "entries/2021-11-presse/index.html",
    "actors/index.html",
    "actors/anne-morel/index.html",
    "en/places/index.html",
    "places/town-hall/index.html",
    "themes/bridge/index.html",
    "periods/index.html",
    "en/periods/talks-years/index.html",
    "method/index.html",
    "404.html",
]
WALK = [
    ("en", "English", "This entry is in French and has not been translated yet."),
    ("uk", "українська", "Мова цього запису — французька; перекладу українською ще немає."),
    ("ru", "русский", "Язык этой записи — французский; перевода на русский ещё нет."),
    ("fr", "français", "Date déduite."),
]
STOPS = {"a", "summary", "input", "select", "button"}
SCRIPTED = {"java_script_enabled": True}
MARK = """element => {
  const mark = getComputedStyle(element, "::before");
  return [element.getBoundingClientRect().left + element.clientLeft + parseFloat(mark.left), mark.printColorAdjust];
}"""
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def open_file(page: Page, site: Path, name: str) -> None:
    page.goto((site / name).as_uri())


def box_of(element: Locator) -> Box:
    """Where an element is on the screen, but its edge: what only touches another does not overlap it."""
    found = element.bounding_box()
    assert found
    return Box(found["x"] + 1, found["y"] + 1, found["x"] + found["width"] - 1, found["y"] + found["height"] - 1)


def test_the_article_is_read_from_disk_without_javascript(page: Page, site: Path) -> None:
    """From the home page by the chronology to the article, in French, dated as exactly as its source and no more."""
    open_file(page, site, "index.html")
    assert page.locator("html").get_attribute("lang") == "fr"
    page.get_by_role("link", name="Toute la chronologie").click()
    page.get_by_role("link", name="Quatre heures de discussion et une impasse").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Quatre heures de discussion et une impasse"
    date = page.locator(".entry-date")
    assert (date.inner_text(), date.get_attribute("datetime")) == ("12 janvier 2022", None)
    assert "Date déduite. L’article lui-même donne\u00a0: janvier 2022." in page.locator("main").inner_text()
    assert "«\u00a0Le risque d’un nouveau conflit armé est bien réel\u00a0»" in page.locator(".body").inner_text()
    assert "Agence France-Presse" in page.locator(".sources").inner_text()


@pytest.mark.parametrize(
    ("home", "following"), [("index.html", "Étape suivante"), ("en/index.html", "Next step")], ids=["fr", "en"]
)
def test_geneva_brussels_and_vienna_are_three_clicks_from_the_home_page(
    page: Page, site: Path, home: str, following: str
) -> None:
    """The first step is on the home page, each next one on the page of the step before."""
    open_file(page, site, home)
    page.locator(".sequence-list > li", has_text="2022").first.locator(".sequence-first a").click()
    assert "/2022-01-10-geneva-ssd/" in page.url
    for slug in ("2022-01-12-nato-russia-council", "2022-01-13-osce-vienna"):
        page.get_by_role("link", name=following).first.click()
        assert f"/{slug}/" in page.url


def test_the_same_page_is_one_click_away_in_every_language(page: Page, site: Path) -> None:
    """From one to the next and back to the first; what has not been translated says so."""
    open_file(page, site, f"entries/{SLUG}/index.html")
    for code, name, note in WALK:
        page.locator(".masthead-languages").get_by_role("link", name=name).click()
        assert page.url.endswith(f"{site.name}/{code + '/' if code != 'fr' else ''}entries/{SLUG}/index.html")
        assert page.locator("html").get_attribute("lang") == code
        assert page.get_by_role("heading", level=1).get_attribute("lang") == (None if code == "fr" else "fr")
        assert note in page.locator("main").inner_text()


@pytest.mark.parametrize("lang", ["", "en/", "uk/", "ru/"])
def test_the_name_of_a_period_is_cut_on_no_screen_without_a_sign(page: Page, site: Path, lang: str) -> None:
    """One that is too long for a phone ends in dots inside the drawing."""
    page.set_viewport_size({"width": 320, "height": 640})
    open_file(page, site, f"{lang}index.html")
    names = page.locator(".overview .band-name-narrow div")
    assert names.count() > 0
    for name in names.all():
        assert name.evaluate("name => getComputedStyle(name).textOverflow") == "ellipsis"
        assert name.evaluate(
            "name => name.getBoundingClientRect().right <= name.closest('svg').getBoundingClientRect().right"
        )


@pytest.mark.parametrize("name", REAL_PAGES)
def test_a_page_asks_nobody_else_for_anything(page: Page, site: Path, name: str) -> None:
    """Every request is for a file of the site, and every one is answered."""
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    open_file(page, site, name)
    assert all(url.startswith(site.as_uri()) for url in asked)
    assert any(re.search(r"/assets/site\.[0-9a-f]{10}\.css$", url) for url in asked)
    assert not failed


@pytest.mark.parametrize("page", [{"color_scheme": "dark"}, {"color_scheme": "light"}], indirect=True)
def test_paper_and_ink_follow_the_readers_scheme(page: Page, site: Path, request: pytest.FixtureRequest) -> None:
    open_file(page, site, "index.html")
    scheme = request.node.callspec.params["page"]["color_scheme"]
    paper = page.locator("html").evaluate("element => getComputedStyle(element).backgroundColor")
    brightness = sum(map(int, re.findall(r"\d+", paper)))
    assert (brightness < 300) == (scheme == "dark")


def test_a_person_is_found_by_the_list_of_actors_and_from_there_the_entries(page: Page, site: Path) -> None:
    """The list says how often and when; the page has the offices, and leads back to the list."""
    open_file(page, site, "index.html")
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Acteurs").click()
    page.get_by_role("link", name="Jens Stoltenberg").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Jens Stoltenberg"
    assert "Secrétaire général de l’OTAN" in page.locator(".topic-facts").inner_text()
    assert page.get_by_role("link", name="Acteurs", exact=True).get_attribute("aria-current") == "true"
    page.get_by_role("link", name="Quatre heures de discussion et une impasse").first.click()
    page.locator(".entry-facts").get_by_role("link", name="Jens Stoltenberg").click()
    page.get_by_role("link", name="Tous les acteurs").click()
    assert page.url.endswith("/actors/index.html")


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
@pytest.mark.parametrize("name", ["timeline/index.html", "actors/index.html", "places/town-hall/index.html"])
def test_the_keyboard_goes_to_the_content_first_and_then_through_every_link(
    page: Page, rich_site: Path, name: str
) -> None:
    """Each stop can be used and has a visible outline; the first one skips the masthead. A drawing has stops too."""
    open_file(page, rich_site, name)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.hash") == "#main"
    stops = page.locator("a[href]").count()
    for _ in range(stops - 1):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert page.evaluate("document.activeElement.tagName.toLowerCase()") in STOPS
        assert outline == "solid"


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_the_keyboard_can_pass_by_a_drawing_of_many_entries(page: Page, site: Path) -> None:
    """Its link is seen once it has the focus, and the next stop stands below the drawing."""
    open_file(page, site, "index.html")
    link = page.locator(".skip-drawing")
    assert page.locator(".overview a").count() > 90
    assert link.evaluate("link => getComputedStyle(link).clipPath") != "none"
    link.focus()
    assert link.evaluate("link => getComputedStyle(link).clipPath") == "none"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('section').getAttribute('aria-labelledby')") == "years"


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
@pytest.mark.parametrize("name", RICH_PAGES)
def test_headings_are_an_outline(page: Page, rich_site: Path, name: str) -> None:
    """One heading of the first level, and none that skips a level."""
    open_file(page, rich_site, name)
    levels = [int(tag[1]) for tag in page.eval_on_selector_all("h1,h2,h3,h4,h5,h6", "all => all.map(h => h.tagName)")]
    assert levels.count(1) == 1
    assert levels[0] == 1 or name == "404.html"
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
@pytest.mark.parametrize("name", RICH_PAGES)
def test_every_link_inside_the_site_leads_to_a_file(page: Page, rich_site: Path, name: str) -> None:
    open_file(page, rich_site, name)
    for href in page.eval_on_selector_all("a[href]", "all => all.map(a => a.getAttribute('href'))"):
        path = href.partition("#")[0].partition("?")[0].removeprefix("/pont/" if name == "404.html" else "")
        if "://" not in path and path:
            target = (rich_site / name).parent / path
            assert target.is_file() or (target / "index.html").is_file(), href


def test_a_page_prints_with_the_addresses_of_its_sources(page: Page, rich_site: Path) -> None:
    """On paper the frame is gone and a source's address stands in the text."""
    open_file(page, rich_site, "entries/2021-03-15-talks/index.html")
    page.emulate_media(media="print")
    assert not page.locator(".masthead-languages").is_visible()
    link = page.locator(".sources a").first
    printed = link.evaluate("element => getComputedStyle(element, '::after').content")
    assert "https://amont.example/compte-rendu?a=1&b=2" in printed
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("name", ["timeline/index.html", "entries/2021-03-15-talks/index.html"])
def test_marks_print_whole_and_as_they_are_on_the_screen(page: Page, rich_site: Path, name: str) -> None:
    """Within the page's edge, and filled where they are filled."""
    open_file(page, rich_site, name)
    page.emulate_media(media="print")
    for mark in page.locator(".axis .card, .entry-when").all():
        left, adjust = mark.evaluate(MARK)
        assert left >= 0
        assert adjust == "exact"


def test_the_home_page_prints_no_frame_around_nothing(page: Page, rich_site: Path) -> None:
    """Its masthead holds only ways to other pages, which paper has no use for."""
    page.goto((rich_site / "index.html").as_uri())
    page.emulate_media(media="print")
    assert not page.locator(".masthead").is_visible()


def test_the_heading_of_a_month_prints_with_its_first_entry(page: Page, rich_site: Path) -> None:
    """Chromium strands it at the foot of a page where a grid follows."""
    open_file(page, rich_site, "2021/index.html")
    page.emulate_media(media="print")
    for axis in page.locator(".axis").all():
        assert axis.evaluate("element => getComputedStyle(element).display") == "block"
    for heading in page.locator(".month-name").all():
        assert heading.evaluate("element => getComputedStyle(element).breakAfter") == "avoid"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("page", [{"reduced_motion": "reduce"}], indirect=True)
def test_a_month_that_is_linked_to_is_not_hidden_by_its_year(page: Page, rich_site: Path, width: int) -> None:
    """The year stays at the top while its months pass."""
    page.set_viewport_size({"width": width, "height": 500})
    page.goto(f"{(rich_site / 'timeline/index.html').as_uri()}#m2021-06")
    month, year = page.locator("#m2021-06 .month-name"), page.locator("[aria-label='2021'] .year-name")
    top, covered = month.bounding_box(), year.bounding_box()
    assert top
    assert covered
    assert top["y"] >= covered["y"] + covered["height"] or top["x"] >= covered["x"] + covered["width"]
    assert top["y"] >= 0


@pytest.mark.parametrize("width", [320, 390])
@pytest.mark.parametrize("name", ["index.html", "uk/timeline/index.html", f"ru/entries/{SLUG}/index.html"])
def test_pages_and_languages_never_share_a_line_on_a_phone(page: Page, site: Path, name: str, width: int) -> None:
    """Side by side they would read as one list. Four languages have room, and take two lines at most."""
    page.set_viewport_size({"width": width, "height": 700})
    open_file(page, site, name)
    assert page.evaluate(OVERFLOW) <= 0
    pages, languages = (page.locator(f".masthead-{part}").bounding_box() for part in ("pages", "languages"))
    assert pages
    assert languages
    assert pages["y"] >= languages["y"] + languages["height"]
    tops = {link.evaluate("element => element.offsetTop") for link in page.locator(".masthead-languages a").all()}
    assert len(tops) <= 2


def test_a_sign_before_a_note_is_not_read_aloud(page: Page, rich_site: Path) -> None:
    """Its words say all there is to say."""
    open_file(page, rich_site, "2021/index.html")
    for note in page.locator(".note-disputed, .note-unreviewed").all():
        assert note.evaluate("element => getComputedStyle(element, '::before').content").endswith('/ ""')


def test_an_old_address_leads_to_the_entry(page: Page, rich_site: Path) -> None:
    open_file(page, rich_site, "entries/pourparlers-2021/index.html")
    page.wait_for_url("**/entries/2021-03-15-talks/index.html")


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_nothing_that_an_author_writes_can_run(page: Page, rich_site: Path) -> None:
    """The body of this entry holds a script and a javascript: link."""
    ran: list[str] = []

    def note(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    open_file(page, rich_site, "entries/2021-03-15-talks/index.html")
    assert page.locator("main script, main [onclick], a[href^='javascript']").count() == 0
    page.get_by_text("ceci").click()
    assert not ran


@pytest.mark.parametrize("page", [SCRIPTED], indirect=True)
def test_the_stops_of_a_map_are_reached_by_keyboard_in_their_order(page: Page, site: Path) -> None:
    """Each is a link that says number, place and date, and leads to its step in the list."""
    open_file(page, site, "en/sequences/geneva-brussels-vienna-2022-01/index.html")
    page.get_by_role("group", name="The steps on a map").locator("a").first.focus()
    for number, name in enumerate(("Geneva, 10 January", "NATO headquarters, 12 January", "Vienna, 13 January"), 1):
        stop = page.evaluate("[document.activeElement.ariaLabel, document.activeElement.getAttribute('href')]")
        assert stop == [f"{number} {name} 2022", f"#step-{number}"]
        page.keyboard.press("Tab")
    page.get_by_role("link", name="3 Vienna, 13 January 2022").click()
    assert page.locator("#step-3").evaluate("element => element.matches(':target')")


@pytest.mark.parametrize("width", [390, 700, 1280])
@pytest.mark.parametrize("name", ["geneva-brussels-vienna-2022-01", "nato-russia-council", "enlargement-rounds"])
def test_the_names_on_a_map_are_legible_and_do_not_overlap(page: Page, site: Path, name: str, width: int) -> None:
    """11 pixels at least; no name lies on another, on a disc, or beyond the edge."""
    page.set_viewport_size({"width": width, "height": 900})
    open_file(page, site, f"en/sequences/{name}/index.html")
    frame = box_of(page.locator(".map"))
    names = [box_of(label) for label in page.locator(".map-label").all() if label.is_visible()]
    discs = [box_of(disc) for disc in page.locator(".map-stop circle").all()]
    size = page.locator(".map").evaluate("element => parseFloat(getComputedStyle(element).fontSize)")
    assert size * (frame.right - frame.left) / 768 >= 11
    assert names
    assert all(frame.holds((box.left, box.low)) and frame.holds((box.right, box.high)) for box in names)
    assert not any(one.meets(other) for one, other in [*combinations(names, 2), *product(names, discs)])


def test_a_map_prints_in_greys_with_all_it_shows(page: Page, site: Path) -> None:
    open_file(page, site, "en/sequences/enlargement-rounds/index.html")
    page.emulate_media(media="print")
    assert page.locator(".map-label").count() == 3
    for part in (".map-land", ".map-label >> nth=0", ".map-label >> nth=1", ".map-stop circle >> nth=0"):
        colour = page.locator(part).evaluate("element => getComputedStyle(element).fill")
        assert len(set(re.findall(r"\d+", colour))) == 1, colour
    assert all(label.is_visible() for label in page.locator(".map-label").all())
    assert page.locator(".map").evaluate("element => getComputedStyle(element).printColorAdjust") == "exact"
