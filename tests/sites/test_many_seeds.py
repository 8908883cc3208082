"""Many seeds are drafted in several processes, and nobody can tell by what comes of it."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from itertools import islice
from pathlib import Path

import pytest

from generator.config import Project
from generator.convert.batch import Converter, Setting
from generator.convert.collection import Collection, seed_files
from generator.convert.drafting import Drafted, Drafter, Job, Result
from generator.convert.faults import Fault
from generator.convert.outcome import Fate
from generator.convert.seal import is_untouched
from generator.convert.workers import draft_all
from generator.model import Gazetteer

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

COUNT = 400
SITE = "{title: T, description: D, base_url: https://t.example/, languages: [fr]}\n"
TEXT = "date 2022-01-12 Le pont est ouvert.\n\nIls se sont vus mardi à Lille et il pleuvait, selon la mairie. {}\n"
NOBODY = Gazetteer({}, {}, {}, {}, {})
posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")


@pytest.fixture
def root(write_site: WriteSite) -> Path:
    """A project with many seeds, of which each tenth cannot be converted."""
    seeds = {f"seeds/{n:03}.txt": TEXT.format(n) if n % 10 else b"\x00" for n in range(COUNT)}
    return write_site({"content/site.yaml": SITE, **seeds})


@pytest.fixture
def jobs(root: Path) -> list[Job | None]:
    return [Job(path.name, path, "2024-03-01") for path in sorted((root / "seeds").iterdir())]


@pytest.fixture(autouse=True)
def cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)


def alone(jobs: list[Job | None]) -> list[Result]:
    return [Drafter(["fr"], NOBODY).draft(job) for job in jobs]


def test_the_results_are_those_of_one_process_in_the_same_order(jobs: list[Job | None]) -> None:
    jobs[5:8] = [None, None, None]
    together = list(draft_all(iter(jobs), Drafter(["fr"], NOBODY)))
    assert together == alone(jobs)
    assert {type(result) for result in together} == {Drafted, Fault, type(None)}


def test_all_seeds_are_converted_or_named_and_slugs_are_chosen_in_their_order(root: Path) -> None:
    project = Project(root)
    setting = Setting(["fr"], NOBODY, "2024-03-01")
    outcomes = list(Converter(project, Collection(project), setting).convert(seed_files(project)))
    names = [outcome.entry for outcome in outcomes if outcome.fate is Fate.WRITTEN]
    slug = "content/entries/2022-01-12-le-pont-est-ouvert"
    assert names == [f"{slug}.md", *(f"{slug}-{number}.md" for number in range(2, COUNT - COUNT // 10 + 1))]
    assert [outcome.seed for outcome in outcomes] == [f"seeds/{number:03}.txt" for number in range(COUNT)]


def test_no_more_seeds_are_taken_up_than_the_processes_have_use_for(jobs: list[Job | None]) -> None:
    taken = iter(jobs)
    results = draft_all(taken, Drafter(["fr"], NOBODY))
    next(results)
    assert len(list(taken)) == COUNT - 200
    results.close()  # type: ignore[attr-defined]


def test_a_process_that_dies_takes_no_seed_with_it(jobs: list[Job | None]) -> None:
    results = draft_all(iter(jobs), Drafter(["fr"], NOBODY))
    first = list(islice(results, 20))
    for process in multiprocessing.active_children():
        process.kill()
    assert first + list(results) == alone(jobs)


def test_a_bug_of_ours_names_the_seed_that_it_came_with(jobs: list[Job | None]) -> None:
    with pytest.raises(IndexError) as caught:
        list(draft_all(iter(jobs), Drafter([], NOBODY)))
    assert "001.txt" in "".join(caught.value.__notes__)


def begin(root: Path) -> subprocess.Popen[str]:
    """Start a conversion in a group of processes of its own, and wait until entries are written."""
    command = [sys.executable, "-m", "generator", "convert", "--root", str(root)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, process_group=0)
    while not any((root / "content").glob("entries/*.md")) and process.poll() is None:
        time.sleep(0.001)
    return process


def is_gone(group: int) -> bool:
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


@posix
def test_ctrl_c_ends_all_processes_at_once_and_leaves_whole_entries(root: Path) -> None:
    process = begin(root)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert (process.returncode, said.strip()) == (130, "error: interrupted")
    entries = list((root / "content" / "entries").iterdir())
    assert 0 < len(entries) < COUNT
    assert all(is_untouched(path.read_bytes().decode()) for path in entries)


@posix
def test_processes_end_with_the_one_that_began_them(root: Path) -> None:
    process = begin(root)
    process.kill()
    process.communicate(timeout=60)
    for _ in range(600):
        if is_gone(process.pid):
            break
        time.sleep(0.05)
    assert is_gone(process.pid)
