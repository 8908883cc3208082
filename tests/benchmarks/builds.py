"""Times whole builds, beside those of other generators: `python tests/benchmarks/builds.py --help`.

Every round does everything once, in turn, so that what else a machine does falls on all alike. Times are medians.
"""

import argparse
import os
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from corpus import write

BUILD = (sys.executable, "-m", "generator", "build")
NO_SEARCH = (*BUILD, "--no-search")


@dataclass(frozen=True, slots=True)
class Task:
    """A command that is timed in a folder, after something was made ready for it."""

    name: str
    folder: str
    command: Sequence[str]
    ready: Callable[[Path], None] = lambda _folder: None
    seconds: list[float] = field(default_factory=list)
    peaks: list[int] = field(default_factory=list)
    """Most memory that one of its processes took, in MiB."""


def peers(eleventy: Path | None) -> Iterator[Task]:
    """The generators that are there to be compared with, each built from nothing."""
    hugo, pelican = shutil.which("hugo"), shutil.which("pelican")
    if hugo:
        yield Task("Hugo", "hugo", [hugo, "--quiet", "--cleanDestinationDir"])
    if eleventy:
        yield Task("Eleventy", "eleventy", [str(eleventy), "--quiet"], ready=_remove("_site"))
    if pelican:
        yield Task("Pelican", "pelican", [pelican, "--quiet", "--delete-output-directory"])


def ours() -> Iterator[Task]:
    """What this generator is timed at, each from where the one before has left it."""
    yield Task("from nothing", "timeline", [*NO_SEARCH, "--no-cache"], ready=_remove("site"))
    yield Task("nothing changed", "timeline", NO_SEARCH, ready=_rest)
    yield Task("a text changed", "timeline", NO_SEARCH, ready=_edit("\nMore.\n", "\nYet more.\n"))
    yield Task("a title changed", "timeline", NO_SEARCH, ready=_edit("title: ", "title: New "))
    yield Task("an entry removed", "timeline", NO_SEARCH, ready=_hide)
    yield Task("an entry added", "timeline", NO_SEARCH, ready=_show)
    yield Task("an actor renamed", "timeline", NO_SEARCH, ready=_rename)
    yield Task("the search index made", "timeline", BUILD)


def _remove(name: str) -> Callable[[Path], None]:
    return lambda folder: shutil.rmtree(folder / name, ignore_errors=True)


def _entry(folder: Path) -> Path:
    """The one in the middle."""
    found = sorted((folder / "content" / "entries").iterdir())
    return found[len(found) // 2]


def _edit(old: str, new: str) -> Callable[[Path], None]:
    def edit(folder: Path) -> None:
        path = _entry(folder)
        text = path.read_text("utf-8")
        path.write_text(text.replace(old, new, 1) if old in text else text + old, "utf-8")

    return edit


def _rest(_folder: Path) -> None:
    """A build takes for granted only what has not been saved within the last two seconds."""
    time.sleep(2)


def _hide(folder: Path) -> None:
    _entry(folder).rename(folder / "hidden.md")


def _show(folder: Path) -> None:
    (folder / "hidden.md").rename(folder / "content" / "entries" / "shown.md")


def _rename(folder: Path) -> None:
    path = folder / "content" / "actors.yaml"
    path.write_text(path.read_text("utf-8").replace("{en: actor-07", "{en: Another actor-07", 1), "utf-8")


def measure(task: Task, root: Path) -> None:
    """Run a task once. Raises `RuntimeError` where it fails."""
    folder = root / task.folder
    task.ready(folder)
    begun = time.perf_counter()
    process = os.posix_spawn(
        "/bin/sh", ["sh", "-c", 'cd "$0" && exec "$@" >"$0.log" 2>&1', str(folder), *task.command], os.environ
    )
    _, status, used = os.wait4(process, 0)
    task.seconds.append(time.perf_counter() - begun)
    task.peaks.append(used.ru_maxrss // 1024)
    if status:
        raise RuntimeError(f"{task.name} failed: see {folder}.log")


def table(tasks: Sequence[Task], first: Task) -> Iterator[str]:
    """The figures, as Markdown; the share is of the first task’s time."""
    yield f"| what | seconds | of {first.name} | MiB |"
    yield "|---|---|---|---|"
    whole = statistics.median(first.seconds)
    for task in tasks:
        seconds = statistics.median(task.seconds)
        yield f"| {task.name} | {seconds:.2f} | {seconds / whole:.3f} | {statistics.median(task.peaks):.0f} |"


def main() -> None:
    """Make the entries, time everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=10_000, help="how many entries")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is done")
    parser.add_argument("--folder", type=Path, help="where, by default in memory if the system has /dev/shm")
    parser.add_argument("--eleventy", type=Path, help="its program, say node_modules/.bin/eleventy")
    given = parser.parse_args()
    memory = Path("/dev/shm")  # noqa: S108 # it is named so that a disk does not decide
    with tempfile.TemporaryDirectory(dir=given.folder or (memory if memory.is_dir() else None)) as name:
        tasks = [*peers(given.eleventy and given.eleventy.absolute()), *ours()]
        for _ in range(given.rounds):
            write(given.count, Path(name))
            for task in tasks:
                measure(task, Path(name))
        print(*table(tasks, tasks[0]), sep="\n")  # noqa: T201 # the figures are what it is for


if __name__ == "__main__":
    main()
