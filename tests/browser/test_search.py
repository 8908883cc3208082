"""The search, as readers use it: below a folder of a strict server, by keyboard, and where it cannot work."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, Route, expect

CAN_SCRIPT = pytest.mark.parametrize("page", [{"java_script_enabled": True}], indirect=True)
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
FOUND = "[data-said=found] strong"
WATCH = """window.shifts = [];
new PerformanceObserver(list => shifts.push(...list.getEntries().map(entry => entry.value)))
  .observe({type: "layout-shift", buffered: true});"""


class _Server(SimpleHTTPRequestHandler):
    """Serves a folder under a policy that allows nothing from elsewhere."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


@pytest.fixture(scope="module")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Path], str]]:
    """Puts a copy of a site below a folder of a server, and gives its address."""
    root = tmp_path_factory.mktemp("web")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Server, directory=str(root)))
    Thread(target=server.serve_forever, daemon=True).start()

    def put(site: Path) -> str:
        name = f"sub/{site.parent.name}"
        shutil.copytree(site, root / name, dirs_exist_ok=True)
        return f"http://127.0.0.1:{server.server_port}/{name}"

    yield put
    server.shutdown()
    server.server_close()


@pytest.fixture
def web(serve: Callable[[Path], str], site: Path) -> str:
    return serve(site)


@CAN_SCRIPT
def test_a_word_finds_its_entry_with_date_kind_and_excerpt(page: Page, web: str) -> None:
    """And the way to the entry, below any folder, under a strict policy and with nothing from elsewhere."""
    asked, complaints = list[str](), list[str]()
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{web}/search/index.html")
    page.get_by_label("Mots à chercher").fill("effritement des relations")
    page.goto(f"{web}/search/index.html?q=Riabkov&year=2022")
    first = page.locator(".search-results > li").first
    expect(first.locator(".card-when")).to_contain_text("2022")
    expect(first.locator("mark").first).to_be_visible()
    title = first.locator("a").inner_text()
    first.locator("a").click()
    assert page.get_by_role("heading", level=1).inner_text() == title
    assert not complaints
    assert all(url.startswith(web) for url in asked)


@CAN_SCRIPT
@pytest.mark.parametrize(
    ("edition", "words", "title"),
    [
        ("", "l’OTAN bureaux", "La Russie suspend sa mission auprès de l’OTAN et ferme les bureaux de l’OTAN à Moscou"),
        ("", "geneve sherman", "Genève : pourparlers américano-russes menés par Sherman et Riabkov"),
        ("en/", "impasse quatre heures", "Quatre heures de discussion et une impasse"),
    ],
    ids=["an apostrophe", "no accent", "not translated"],
)
def test_words_are_found_as_readers_write_them(page: Page, web: str, edition: str, words: str, title: str) -> None:
    page.goto(f"{web}/{edition}search/index.html?q={words}")
    titles = page.locator(".search-results a")
    expect(titles.first).to_be_visible()
    assert title in [each.replace("\u00a0", " ") for each in titles.all_inner_texts()]


@CAN_SCRIPT
def test_ukrainian_and_russian_are_searched(page: Page, web: str) -> None:
    for code, word in (("uk", "Женева"), ("ru", "Женева")):
        page.goto(f"{web}/{code}/search/index.html?q={word}")
        expect(page.locator(".search-results > li").first).to_be_visible()


@CAN_SCRIPT
def test_choices_narrow_what_is_found_and_the_address_keeps_them(page: Page, web: str) -> None:
    """Each with its number; Back undoes the last; the address gives the same again."""
    page.goto(f"{web}/search/index.html?q=Genève")
    expect(page.locator(FOUND)).to_be_visible()
    all_found = page.locator(FOUND).inner_text()
    choice = page.locator("#type option[value=summit]")
    number = choice.inner_text().rpartition("(")[2].rstrip(")")
    page.get_by_label("Type").select_option("summit")
    expect(page.locator(FOUND)).to_have_text(number)
    assert number != all_found
    assert page.url.endswith("search/index.html?q=Gen%C3%A8ve&type=summit")
    page.reload()
    expect(page.locator(FOUND)).to_have_text(number)
    page.go_back()
    expect(page.locator(FOUND)).to_have_text(all_found)
    expect(page.get_by_label("Type")).to_have_value("")


@CAN_SCRIPT
def test_choices_alone_find_entries_in_their_order(page: Page, web: str) -> None:
    page.goto(f"{web}/search/index.html?type=summit")
    dates = page.locator(".search-results .card-when")
    expect(dates.first).to_be_visible()
    years = [int(words.split()[-1]) for words in dates.all_inner_texts()]
    assert years == sorted(years)
    page.get_by_label("Ordre").select_option("desc")
    expect(dates.first).not_to_contain_text(str(years[0]))
    years = [int(words.split()[-1]) for words in dates.all_inner_texts()]
    assert years == sorted(years, reverse=True)


@CAN_SCRIPT
def test_the_key_leads_to_the_field_from_every_page_but_is_a_letter_in_a_field(page: Page, web: str) -> None:
    """All by keyboard: the key, the words, more results, the first of these."""
    page.goto(f"{web}/index.html")
    page.keyboard.press("/")
    field = page.get_by_label("Mots à chercher")
    expect(field).to_be_focused()
    page.keyboard.type("OTAN/Russie")
    expect(field).to_have_value("OTAN/Russie")
    field.fill("OTAN")
    expect(page.locator(".search-results > li")).to_have_count(10)
    more = page.get_by_role("button", name="Plus de résultats")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".search-results > li").nth(10).locator("a")).to_be_focused()
    page.get_by_role("link", name="Toute la chronologie").focus()
    page.keyboard.press("/")
    expect(field).to_be_focused()


@CAN_SCRIPT
def test_the_key_can_be_switched_off_and_on_again(page: Page, web: str) -> None:
    """One letter that does something must be a choice (WCAG 2.2, 2.1.4); it is kept from page to page."""
    page.goto(f"{web}/search/index.html")
    choice = page.get_by_label("La touche / mène ici depuis chaque page.")
    expect(choice).to_be_checked()
    choice.uncheck()
    page.goto(f"{web}/index.html")
    page.keyboard.press("/")
    page.wait_for_timeout(300)
    assert page.url == f"{web}/index.html"
    page.goto(f"{web}/search/index.html")
    expect(choice).not_to_be_checked()
    choice.check()
    page.goto(f"{web}/index.html")
    page.keyboard.press("/")
    expect(page.get_by_label("Mots à chercher")).to_be_focused()


@CAN_SCRIPT
@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_when_the_form_and_what_was_found_come(page: Page, web: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.add_init_script(WATCH)

    def answer_late(route: Route) -> None:
        page.wait_for_timeout(500)
        route.continue_()

    page.route("**/pagefind.js", answer_late)
    page.goto(f"{web}/search/index.html?q=OTAN")
    expect(page.locator(".search-results > li").first).to_be_visible()
    assert page.evaluate("shifts") == []


@CAN_SCRIPT
def test_what_finds_nothing_is_said(page: Page, web: str) -> None:
    page.goto(f"{web}/search/index.html?q=Genève&type=nothing")
    expect(page.get_by_label("Type")).to_have_value("")
    page.goto(f"{web}/search/index.html?q=qqqzzz")
    expect(page.get_by_role("status")).to_contain_text("Rien n’a été trouvé.")


@CAN_SCRIPT
def test_where_the_index_is_missing_the_page_says_so(page: Page, site: Path, serve: Callable[[Path], str]) -> None:
    """A file that did not come, or a site that is still being put in place."""
    page.route("**/pagefind/pagefind.*.pf_meta", lambda route: route.abort())
    page.goto(f"{serve(site)}/search/index.html?q=Genève")
    expect(page.get_by_role("status")).to_contain_text("n’a pas pu être chargé")


@CAN_SCRIPT
def test_from_a_disk_the_page_says_that_it_cannot_search(page: Page, site: Path) -> None:
    page.goto((site / "search" / "index.html").as_uri())
    expect(page.get_by_role("status")).to_contain_text("La recherche ne marche que sur le web")
    expect(page.locator("form.search")).to_be_hidden()


def test_without_scripts_the_page_says_so_and_leads_to_the_chronology(page: Page, web: str) -> None:
    page.goto(f"{web}/search/index.html")
    assert "demande JavaScript, qui est désactivé" in page.locator("main").inner_text()
    expect(page.locator("form.search")).to_be_hidden()
    page.get_by_role("link", name="Toute la chronologie").click()
    assert page.url == f"{web}/timeline/index.html"


@CAN_SCRIPT
@pytest.mark.parametrize("width", [320, 390, 1280])
def test_what_was_found_never_scrolls_sideways(page: Page, web: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{web}/search/index.html?q=OTAN")
    expect(page.locator(".search-results > li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
