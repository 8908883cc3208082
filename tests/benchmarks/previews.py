"""From saving to seeing: `python tests/benchmarks/previews.py [--counts 100 1000 10000]`, in a development environment.

Has `timeline serve` show so many entries to Chromium, changes the text of one of them again and again, or its text and
its date, and waits each time until the page that is open shows it, then until the terminal says that the site is
written. The figures are medians.
"""

import argparse
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from corpus import write
from playwright.sync_api import Browser, sync_playwright
from readers import FLAGS

TIMES = 5
DAY = re.compile(r"^(date: \d{4}-\d{2}-)(\d{2})$", re.MULTILINE)
READ = """word => {
  const read = performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd;
  return read > 0 && document.body.textContent.includes(word) && performance.timeOrigin + read;
}"""
"""When the page that is open had been read, in milliseconds of the clock, once it says a word."""


@contextmanager
def served(project: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    """The preview of a project; what it says is in its standard output."""
    command = [sys.executable, "-m", "generator", "serve", "--port", "0", "--root", str(project), *options]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            yield process
        finally:
            process.terminate()


def line(process: subprocess.Popen[str], start: str) -> str:
    """The next line that begins so."""
    return next(line for line in process.stdout or () if line.startswith(start))


def with_word(text: str, word: str, *, has_new_date: bool) -> str:
    """An entry that says one more word; on another day of its month if it `has_new_date`."""
    day = DAY.search(text)
    if has_new_date and day:
        text = DAY.sub(rf"\g<1>{1 + int(day[2]) % 28:02}", text, count=1)
    return f"{text}\n{word}\n"


def figures(project: Path, browser: Browser, *options: str, has_new_date: bool) -> tuple[float, float]:
    """Seconds until a change is seen, and until it is written."""
    path = max((project / "content" / "entries").rglob("*.md"))
    seen, written = list[float](), list[float]()
    with served(project, *options) as process:
        address = line(process, "Serving ").split()[1]
        page = browser.new_page()
        page.goto(f"{address}entries/{path.stem}/")
        for _ in range(TIMES):
            word = f"Saved at {time.time_ns()}."
            begun = time.time()
            path.write_text(with_word(path.read_text("utf-8"), word, has_new_date=has_new_date), "utf-8")
            read = page.wait_for_function(READ, arg=word).json_value()
            seen.append(read / 1000 - begun)
            line(process, path.relative_to(project).as_posix())
            written.append(time.time() - begun)
        page.close()
    return statistics.median(seen), statistics.median(written)


def rows(counts: list[int], folder: Path, browser: Browser) -> Iterator[str]:
    """The table, as Markdown, line by line."""
    yield "| entries | search | other | seconds until seen | until written |\n|---|---|---|---|---|"
    for count in counts:
        with tempfile.TemporaryDirectory(dir=folder) as root:
            write(count, Path(root))
            for other in ("text", "date"):
                for search, options in (("without", ["--no-search"]), ("with", [])):
                    seen, written = figures(Path(root) / "timeline", browser, *options, has_new_date=other == "date")
                    yield f"| {count:,} | {search} | {other} | {seen:.2f} | {written:.2f} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--counts", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--folder", type=Path, help="where, by default in memory if the system has /dev/shm")
    given = parser.parse_args()
    memory = Path("/dev/shm")  # noqa: S108 # it is named so that a disk does not decide
    folder = given.folder or (memory if memory.is_dir() else Path(tempfile.gettempdir()))
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        for row in rows(given.counts, folder, browser):
            print(row, flush=True)  # noqa: T201 # the figures are what it is for
        browser.close()


if __name__ == "__main__":
    main()
