"""The builder of embeds, as journalists use it: on the web, from a disk, by keyboard, and where scripts are off."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

BASE = "https://timeline.example/pont/"
COPY = "https://copy.example/below/"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "frame-src 'self'; base-uri 'none'"
)
FRAME_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src 'self' data:"
CODES = "[data-code]"
HEIGHT = re.compile(r' height="\d+"')
CAN_SCRIPT = pytest.mark.parametrize("page", [{"java_script_enabled": True}], indirect=True)
Visit = Callable[..., Page]


@pytest.fixture
def visit(page: Page, rich_site: Path) -> Visit:
    """Opens the builder of a copy of the site, which asks nobody but itself, under a strict policy."""

    def answer(route: Route) -> None:
        address = unquote(urlsplit(route.request.url.removeprefix(COPY)).path)
        path = rich_site / (f"{address}index.html" if address.endswith("/") else address)
        is_frame = address.removeprefix("en/").startswith("embed/") and address.count("/") > 1
        headers = {"Content-Security-Policy": FRAME_POLICY if is_frame else POLICY}
        route.fulfill(path=path, headers=headers) if path.is_file() else route.fulfill(status=404, body="<p>None.")

    def open_(name: str = "embed/index.html") -> Page:
        page.goto(COPY + name)
        return page

    page.route("**", lambda route: route.abort())
    page.route(f"{COPY}**", answer)
    return open_


def codes(page: Page) -> list[str]:
    """Those of the script, of the frame, of pym.js and of oEmbed."""
    return [text.replace("\u00a0", " ") for text in page.locator(CODES).all_inner_texts()]


def expect_code(page: Page, *parts: str) -> None:
    for part in parts:
        expect(page.locator(CODES).nth(1)).to_contain_text(part)


def expect_preview(page: Page, path: str) -> None:
    expect(page.locator("[data-preview] iframe")).to_have_attribute("src", COPY + path)


@CAN_SCRIPT
def test_it_begins_with_the_whole_chronology_as_high_as_that_is(page: Page, visit: Visit) -> None:
    said = list[str]()
    page.on("console", lambda message: said.append(message.text))
    visit()
    expect_preview(page, "embed/timeline/")
    expect(page.locator("[data-preview] iframe")).not_to_have_css("height", "480px")
    expect_code(page, f'src="{BASE}embed/timeline/"', 'height="800"', "Chronologie – Le traité des deux rives")
    script, _, pym, oembed = codes(page)
    assert script == (
        f'<blockquote class="timeline-embed"><a href="{BASE}timeline/">Chronologie</a> – Le traité des deux rives'
        f'</blockquote>\n<script async src="{BASE}embed.js"></script>'
    )
    assert f'data-pym-src="{BASE}embed/timeline/"' in pym
    assert oembed == f"{BASE}timeline/"
    assert said == []


@CAN_SCRIPT
def test_every_choice_is_in_the_preview_and_in_the_codes(page: Page, visit: Visit) -> None:
    visit()
    page.get_by_label("Que voulez-vous intégrer").select_option("2021")
    for label, choice in {"Couleurs": "Sombres", "Ordre": "Les plus récentes d’abord", "Titre": "Omis"}.items():
        page.get_by_label(label, exact=True).select_option(choice)
    page.get_by_label("Largeur en pixels").select_option("300")
    for label, value in {"Nombre maximal": "2", "De (": "2021-03", "À (": "2021-12-31", "Hauteur sans": "432"}.items():
        page.get_by_label(label).fill(value)
    page.get_by_label("Langue", exact=True).select_option("English")
    query = "?theme=dark&heading=0&order=newest&limit=2&from=2021-03&to=2021-12-31"
    expect_preview(page, f"en/embed/years/2021/{query}")
    escaped = query.replace("&", "&amp;")
    expect_code(page, f'src="{BASE}en/embed/years/2021/{escaped}"', 'width="300"', 'height="432"', "The treaty")
    assert page.evaluate("document.querySelector('iframe').offsetWidth") == 300
    script, _, pym, oembed = codes(page)
    assert script.startswith('<blockquote class="timeline-embed" data-width="300">')
    assert f'<a href="{BASE}en/2021/{escaped}">2021</a> – The treaty of the two banks' in script
    assert f'data-pym-src="{BASE}en/embed/years/2021/{escaped}"' in pym
    assert "max-width: 300px" in pym
    assert oembed == f"{BASE}en/2021/"


@CAN_SCRIPT
def test_an_entry_is_chosen_by_the_address_of_its_page_in_its_language(page: Page, visit: Visit) -> None:
    """Wherever it was taken from. What lists alone can do is then no choice; a choice from the list takes its place."""
    visit()
    for home in (COPY, BASE):
        page.get_by_label("Ou l’adresse").fill(f"{home}en/entries/2021-03-15-talks/")
        page.get_by_label("Ou l’adresse").blur()
        expect_preview(page, "en/embed/entries/2021-03-15-talks/")
        expect(page.get_by_label("Langue", exact=True)).to_have_value(f"{BASE}en/")
        expect(page.get_by_label("Ordre", exact=True)).to_be_disabled()
        expect_code(page, f'src="{BASE}en/embed/entries/2021-03-15-talks/"')
        page.get_by_label("Que voulez-vous intégrer").select_option("2019")
        expect_preview(page, "en/embed/years/2019/")
        expect(page.get_by_label("Ou l’adresse")).to_have_value("")
        expect(page.get_by_label("Ordre", exact=True)).to_be_enabled()


@CAN_SCRIPT
@pytest.mark.parametrize("address", ["https://elsewhere.example/2021/", f"{BASE}entries/nothing/", f"{BASE}method/"])
def test_an_address_that_cannot_be_embedded_is_said(page: Page, visit: Visit, address: str) -> None:
    visit()
    page.get_by_label("Ou l’adresse").fill(address)
    page.get_by_label("Ou l’adresse").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Ce n’est pas l’adresse")
    expect(page.locator("[data-preview] iframe")).to_have_count(0)


@CAN_SCRIPT
@pytest.mark.parametrize("name", ["entries/2021-03-15-talks", "2021", "sequences/talks", "themes/bridge", "timeline"])
def test_every_page_leads_to_its_own_choice_and_holds_the_same_codes(page: Page, visit: Visit, name: str) -> None:
    """In the words of a program; no script is needed to read them."""
    visit(f"{name}/index.html")
    script, frame = (code.text_content() for code in page.locator("details.onward pre").all())
    page.locator("details.onward summary").click()
    page.locator("details.onward a").click()
    assert page.url.startswith(f"{COPY}embed/index.html?of={quote(BASE, safe='/')}{name}/")
    expect(page.locator(CODES).nth(0)).to_have_text(str(script))
    assert HEIGHT.sub("", codes(page)[1]) == HEIGHT.sub("", str(frame))


@pytest.mark.parametrize(
    "page", [{"java_script_enabled": True, "permissions": ["clipboard-read", "clipboard-write"]}], indirect=True
)
def test_a_code_is_copied_by_keyboard_and_it_is_said(page: Page, visit: Visit) -> None:
    visit()
    expect(page.locator("[data-preview]")).to_have_attribute("style", "min-height: 0px;")  # its height is known
    page.get_by_role("button", name="Copier Un cadre simple").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Le code est copié.")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(CODES).nth(1).text_content()


@pytest.mark.parametrize(
    "page", [{"java_script_enabled": True, "permissions": ["clipboard-read", "clipboard-write"]}], indirect=True
)
def test_who_has_typed_can_press_a_button_at_once(page: Page, visit: Visit) -> None:
    """What stands below the preview stays where it is, so that the mouse finds what it was pressed on."""
    visit()
    expect_preview(page, "embed/timeline/")
    page.get_by_label("Nombre maximal").press_sequentially("3")
    expect_code(page, "limit=3")
    button = page.get_by_role("button", name="Copier Un cadre simple")
    button.scroll_into_view_if_needed()
    page.get_by_label("De (").evaluate("field => field.focus({ preventScroll: true })")
    page.keyboard.type("2021")
    button.click(delay=150)
    expect(page.get_by_role("status")).to_contain_text("Le code est copié.")
    expect_code(page, "limit=3&amp;from=2021")


@CAN_SCRIPT
def test_where_the_browser_forbids_to_copy_the_code_is_selected(page: Page, visit: Visit) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject()")
    visit()
    page.get_by_role("button", name="Copier oEmbed").press("Space")
    expect(page.get_by_role("status")).to_contain_text("Le code est sélectionné")
    assert page.evaluate("String(getSelection()).trim()") == f"{BASE}timeline/"


@CAN_SCRIPT
def test_all_fields_are_reached_by_keyboard_in_their_order(page: Page, visit: Visit) -> None:
    visit()
    page.locator("#what").focus()
    reached = ["what"]
    for _ in range(10):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    assert reached == "what page language theme heading width height order limit from to".split()


@CAN_SCRIPT
def test_from_a_disk_the_preview_is_there_and_the_codes_lead_to_the_web(page: Page, rich_site: Path) -> None:
    said = list[str]()
    page.on("console", lambda message: said.append(message.text))
    page.goto((rich_site / "embed" / "index.html").as_uri())
    page.get_by_label("Que voulez-vous intégrer").select_option("2021")
    expect(page.locator("[data-preview] iframe")).not_to_have_css("height", "480px")
    assert page.frames[1].url == (rich_site / "embed" / "years" / "2021" / "index.html").as_uri()
    expect_code(page, f'src="{BASE}embed/years/2021/" title="2021')
    assert said == []


def test_without_scripts_the_codes_of_the_chronology_are_there_and_nothing_that_needs_one(
    page: Page, visit: Visit
) -> None:
    visit()
    assert "demande JavaScript, qui est désactivé" in page.locator("main").inner_text()
    assert page.locator("form, button, iframe").filter(visible=True).count() == 0
    script, frame, pym, oembed = codes(page)
    assert f'<a href="{BASE}timeline/">' in script
    assert all(f'src="{BASE}embed/timeline/"' in code for code in (frame, pym))
    assert oembed == f"{BASE}timeline/"
