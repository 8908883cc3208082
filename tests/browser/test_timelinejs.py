"""TimelineJS 3, as npm has it, shows the exported chronology: every event, with the words of its date."""

import json
import os
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

ROOT = Path(__file__).resolve().parents[2]
LIBRARY = ROOT / ".ci/node_modules/@knight-lab/timelinejs/dist"
HOST = "https://timeline.example/"
SITES = {"site": HOST, "rich_site": f"{HOST}pont/"}
READER = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reader</title>
<link rel="stylesheet" href="/library/css/timeline.css"><script src="/library/js/timeline.js"></script></head>
<body><div id="timeline" style="height: 600px"></div></body></html>"""
SHOW = """([data, script_path, language]) => {
  window.timeline = new TL.Timeline("timeline", data, {script_path, language, font: null});
}"""
IS_READY = "() => window.timeline && window.timeline.ready"
SHOWN = """id => {
  window.timeline.goToId(id);
  const slide = document.getElementById(id);
  const text = part => slide.querySelector(part)?.innerText.trim() ?? "";
  const marks = document.querySelectorAll(`[id="${id}-marker"]`).length;
  return [text(".tl-headline"), text(".tl-headline-date"), marks];
}"""


@pytest.fixture
def library() -> Path:
    """TimelineJS itself. Skips with a reason where it is missing, but fails in CI."""
    if LIBRARY.is_dir():
        return LIBRARY
    if os.environ.get("CI"):
        pytest.fail("CI has no TimelineJS: .ci/run installs .ci/package-lock.json")
    pytest.skip("TimelineJS is missing: npm ci --prefix .ci --ignore-scripts")


def plain(html: str) -> str:
    """The words of a headline."""
    return unescape(re.sub(r"<[^>]+>", "", html))


@pytest.mark.parametrize("page", [{"java_script_enabled": True}], indirect=True)
@pytest.mark.parametrize(("which", "edition"), [("site", ""), ("site", "uk/"), ("rich_site", ""), ("rich_site", "en/")])
def test_timelinejs_shows_every_event_with_the_words_of_its_date(
    page: Page, library: Path, which: str, edition: str, request: pytest.FixtureRequest
) -> None:
    """With nothing from another host, no error, and each event under its own id."""
    site: Path = request.getfixturevalue(which)
    strange: list[str] = []

    def answer(route: Route) -> None:
        url = route.request.url
        name = urlsplit(url).path
        path = library / name.removeprefix("/library/") if name.startswith("/library/") else None
        path = path or site / url.removeprefix(SITES[which]).partition("?")[0]
        if url == f"{HOST}reader":
            route.fulfill(body=READER, content_type="text/html")
        elif url.startswith(HOST) and path.is_file():
            route.fulfill(path=path)
        else:
            strange.append(url)
            route.abort()

    page.route("**", answer)
    page.on("pageerror", lambda error: strange.append(str(error)))
    page.goto(f"{HOST}reader")
    language = edition.strip("/") or "fr"
    page.evaluate(SHOW, [f"{SITES[which]}{edition}data/timeline.json", f"{HOST}library/js/", language])
    page.wait_for_function(IS_READY)
    timeline = json.loads((site / edition / "data/timeline.json").read_text("utf-8"))
    assert page.evaluate("window.timeline.config.messages.errors") == []
    assert page.evaluate("window.timeline.config.events.length") == len(timeline["events"]) > 5
    assert page.evaluate("window.timeline.config.eras.length") == len(timeline["eras"])
    shown = [page.evaluate(SHOWN, event["unique_id"]) for event in timeline["events"]]
    assert shown == [[plain(event["text"]["headline"]), event["display_date"], 1] for event in timeline["events"]]
    for event in timeline["events"]:
        if "media" in event:
            page.evaluate(SHOWN, event["unique_id"])
            page.get_by_alt_text(event["media"]["alt"]).first.wait_for()
    assert strange == []
