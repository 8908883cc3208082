"""`timeline serve` in a browser: a page that follows its sources, and shows what is wrong with them."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped] # it has no types
from playwright.sync_api import Page, expect

CAN_SCRIPT = pytest.mark.parametrize("page", [{"java_script_enabled": True}], indirect=True)
SITE = "{title: T, description: D, base_url: https://timeline.example/below/, languages: [en]}\n"
ENTRY = "---\ntitle: The bridge opens\ndate: 2022-01\npublished: 2022-02-01\n---\n\n" + "At midnight.\n\n" * 200
FAULTY = ENTRY.replace("2022-01\n", "soon <b>\n")

Start = Callable[[int], tuple[str, subprocess.Popen[str]]]


@pytest.fixture
def entry(tmp_path: Path) -> Path:
    """The one entry of a project."""
    path = tmp_path / "project" / "content" / "entries" / "bridge.md"
    path.parent.mkdir(parents=True)
    (path.parents[1] / "site.yaml").write_text(SITE)
    path.write_text(ENTRY)
    return path


@pytest.fixture
def start(entry: Path) -> Iterator[Start]:
    """Starts the command on a port, and gives the address."""
    with ExitStack() as processes:

        def serve(port: int) -> tuple[str, subprocess.Popen[str]]:
            command = [sys.executable, "-m", "generator", "serve", "--no-search", "--port", str(port)]
            process = subprocess.Popen(
                command, cwd=entry.parents[2], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
            )
            processes.enter_context(process)
            processes.callback(process.kill)
            assert process.stdout
            said = next(line for line in process.stdout if line.startswith("Serving "))
            return said.split()[1], process

        yield serve


@CAN_SCRIPT
def test_a_page_follows_its_entry_and_stays_where_it_was_scrolled_to(page: Page, entry: Path, start: Start) -> None:
    address, _ = start(0)
    page.goto(f"{address}entries/bridge/")
    page.evaluate("scrollTo(0, 1500)")
    entry.write_text(ENTRY.replace("opens", "closes"))
    expect(page.get_by_role("heading", level=1)).to_have_text("The bridge closes")
    expect(page.locator("html")).to_have_js_property("scrollTop", 1500)
    entry.write_text(FAULTY)
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.locator("html")).not_to_have_js_property("scrollTop", 1500)  # the panel stands above
    entry.write_text(ENTRY.replace("opens", "falls"))
    expect(page.get_by_role("heading", level=1)).to_have_text("The bridge falls")
    expect(page.locator("html")).to_have_js_property("scrollTop", 1500)


@CAN_SCRIPT
@pytest.mark.parametrize("width", [390, 1280])
def test_a_fault_is_shown_on_the_last_good_page_and_goes_when_it_is_mended(
    page: Page, entry: Path, start: Start, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    address, _ = start(0)
    page.goto(f"{address}entries/bridge/")
    entry.write_text(FAULTY)
    panel = page.get_by_role("alert")
    expect(panel).to_be_visible()
    for words in ("content/entries/bridge.md:3:7", "error", "invalid-date", "date: soon <b>", "no date"):
        expect(panel).to_contain_text(words)
    expect(panel.locator("mark")).to_have_text("s")
    assert page.get_by_role("heading", level=1).inner_text() == "The bridge opens"
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    assert not Axe().run(page).response["violations"]
    panel.locator("summary").press("Enter")
    expect(panel.locator("li")).to_be_hidden()
    page.reload()
    expect(panel.locator("li")).to_be_visible()
    page.emulate_media(media="print")
    expect(panel).to_be_hidden()
    page.emulate_media(media="screen")
    entry.write_text(ENTRY)
    expect(panel).to_be_hidden()


@CAN_SCRIPT
def test_a_project_that_is_faulty_from_the_start_is_shown_once_it_is_mended(
    page: Page, entry: Path, start: Start
) -> None:
    entry.write_text(FAULTY)
    address, _ = start(0)
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no site yet")
    expect(page.get_by_role("alert")).to_contain_text("content/entries/bridge.md:3:7")
    entry.write_text(ENTRY)
    page.wait_for_url("**/below/")
    expect(page.get_by_text("The bridge opens").first).to_be_visible()


@CAN_SCRIPT
def test_a_page_outlives_the_server_and_loads_anew_when_there_is_another(page: Page, entry: Path, start: Start) -> None:
    address, process = start(0)
    page.goto(f"{address}entries/bridge/")
    process.kill()
    process.wait()
    entry.write_text(ENTRY.replace("opens", "closes"))
    start(int(re.findall(r":(\d+)/", address)[0]))
    expect(page.get_by_role("heading", level=1)).to_have_text("The bridge closes")


def test_without_scripts_a_page_is_read_as_ever(page: Page, start: Start) -> None:
    address, _ = start(0)
    page.goto(f"{address}entries/bridge/")
    assert page.get_by_role("heading", level=1).inner_text() == "The bridge opens"
