"""What a timeline costs a reader: `python tests/benchmarks/readers.py [--libraries node_modules]`.

Shows the same entries by the timeline page of this generator and, where npm has installed them in the folder named, by
`@knight-lab/timelinejs` and `vis-timeline`, in Chromium, from a server on this machine. Each is opened five times; the
figures are medians. What is asked of other hosts is counted, and answered by nobody.
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from corpus import write
from playwright.sync_api import Browser, Page, Route, sync_playwright

COUNTS = (20, 200, 1000, 2000)
TIMES = 5
REST = 3000
"""Milliseconds in which a page does what it still wants to do once it is loaded."""
FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
TIMELINEJS = """<!doctype html><html lang="en"><meta charset="utf-8"><title>TimelineJS</title>
<link rel="stylesheet" href="library/@knight-lab/timelinejs/dist/css/timeline.css">
<script src="library/@knight-lab/timelinejs/dist/js/timeline.js"></script>
<div id="timeline" style="height: 600px"></div>
<script>
const address = (name) => new URL(name, location).href;
const script_path = address("library/@knight-lab/timelinejs/dist/js/");
new TL.Timeline("timeline", address("data/timeline.json"), { script_path, font: null });
</script>
"""
VIS = """<!doctype html><html lang="en"><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="library/vis-timeline/styles/vis-timeline-graph2d.min.css">
<script src="library/vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"></script>
<div id="timeline"></div>
<script>new vis.Timeline(document.getElementById("timeline"), ITEMS, {maxHeight: 600});</script>
"""
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"
COLUMNS = ("requests", "other hosts", "kB", "ms to first paint", "ms of work", "elements")


class Silent(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_words: object) -> None:
        """Nobody looks."""


def site_of(count: int, folder: Path, libraries: Path | None) -> dict[str, str]:
    """Build a site of so many entries, with a page for each library; gives what to open, by its name."""
    write(count, folder)
    project = folder / "timeline"
    command = [sys.executable, "-m", "generator", "build", "--no-search", "--root", str(project)]
    subprocess.run(command, check=True, capture_output=True)
    site, shown = project / "site", {"this timeline": "timeline/"}
    if libraries:
        (site / "library").symlink_to(libraries.resolve(), target_is_directory=True)
        (site / "timelinejs.html").write_text(TIMELINEJS, "utf-8")
        (site / "vis.html").write_text(VIS.replace("ITEMS", _items(site)), "utf-8")
        shown |= {"TimelineJS": "timelinejs.html", "vis-timeline": "vis.html"}
    return shown


def _items(site: Path) -> str:
    """The events as vis-timeline takes them."""
    events = json.loads((site / "data" / "entries.json").read_text("utf-8"))["entries"]
    items = [{"id": n, "content": event["title"], "start": event["date"]["edtf"]} for n, event in enumerate(events)]
    return json.dumps(items).replace("<", "\\u003c")


def cost(browser: Browser, base: str, path: str) -> list[float]:
    """What one visit costs, in the order of `COLUMNS`."""
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    sizes, strange = list[int](), list[str]()

    def answer(route: Route) -> None:
        if route.request.url.startswith(base):
            response = route.fetch()
            sizes.append(len(response.body()))
            route.fulfill(response=response)
        else:
            strange.append(route.request.url)
            route.abort()

    page.route("**", answer)
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    page.goto(base + path)
    page.wait_for_timeout(REST)
    work = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}["TaskDuration"]
    figures = [len(sizes), len(strange), sum(sizes) / 1000, page.evaluate(PAINTED), work * 1000, _elements(page)]
    page.close()
    return figures


def _elements(page: Page) -> int:
    return page.locator("*").count()


def rows(counts: tuple[int, ...], libraries: Path | None, browser: Browser) -> Iterator[str]:
    """The table, as Markdown, line by line."""
    yield f"| entries | shown by | {' | '.join(COLUMNS)} |"
    yield "|---" * (2 + len(COLUMNS)) + "|"
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            shown = site_of(count, Path(folder), libraries)
            handler = partial(Silent, directory=str(Path(folder) / "timeline" / "site"))
            with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
                threading.Thread(target=server.serve_forever, daemon=True).start()
                for name, path in shown.items():
                    base = f"http://127.0.0.1:{server.server_port}/"
                    visits = [cost(browser, base, path) for _ in range(TIMES)]
                    figures = (statistics.median(column) for column in zip(*visits, strict=True))
                    yield f"| {count:,} | {name} | {' | '.join(f'{figure:,.0f}' for figure in figures)} |"
                server.shutdown()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--libraries", type=Path, help="a folder node_modules that has them")
    parser.add_argument("--counts", type=int, nargs="+", default=COUNTS)
    given = parser.parse_args()
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for row in rows(tuple(given.counts), given.libraries, browser):
            print(row, flush=True)  # noqa: T201 # the figures are what it is for
        browser.close()


if __name__ == "__main__":
    main()
