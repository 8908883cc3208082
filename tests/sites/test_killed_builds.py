"""A build that is killed at any moment leaves whole files, and the next one ends as if nothing had happened."""

import itertools
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib  # type: ignore[import-untyped]
import pytest

from generator.build import editions_of
from generator.config import Project
from generator.errors import BusyError
from generator.files import Output
from generator.load.content import load
from generator.publish.manifest import FOLDER
from generator.publish.publish import publish
from generator.render.planned import Planned

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither fork nor SIGKILL")

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
Killed = Callable[[Callable[[], object], int], bool]
Site = dict[str, bytes]

ENTRY = "---\ntitle: {title}\ndate: {date}\n---\n\nTexte.\n"
STEP_OF = "---\ntitle: {title}\ndate: {date}\nsequence: {{id: pont, step: {step}}}\n---\n\nTexte.\n"
BASE = "https://t.example/"
BEFORE: dict[str, str | bytes] = {
    "content/site.yaml": f"{{title: T, description: D, base_url: {BASE}, languages: [fr, en]}}\n",
    "content/sequences.yaml": "pont:\n  title: {fr: Pont, en: Bridge}\n",
    **{
        f"content/entries/{n}.md": STEP_OF.format(title=f"Titre {n}", date=f"2022-01-{n}", step=n)
        for n in range(10, 13)
    },
    "content/images/a.png": b"one" * 10_000,
    "content/entries/a.md": ENTRY.format(title="A", date="2022\nmedia: [{src: images/a.png, alt: A}]"),
}
AFTER: dict[str, str | bytes] = {
    **{
        f"content/entries/{n}.md": STEP_OF.format(title=f"Autre {n}", date=f"2023-01-{n}", step=n)
        for n in range(12, 15)
    },
    "content/images/a.png": b"two" * 10_000,
    "layouts/assets/css/own.css": "p { margin: 0 }\n",
}
GONE = ("content/entries/10.md",)
STEP, LEAST = 9, 30
"""One moment of nine is looked at, so that the test is short, and 30 at the least: how many there are depends on how
much of the work another process takes over."""
COMMAND = (sys.executable, "-m", "generator", "build")
KILLS = 4
"""Of the command itself, at any time: each costs two builds."""


def drawn_outputs(root: Path) -> list[Output]:
    """The files of a site but its search, drawn: what is tried here is how they land."""
    outputs = Planned(Project(root), editions_of(Project(root), load(Project(root)))).outputs()
    return [replace(each, draw=partial(bytes, each.draw())) for each in outputs]


def publish_next(outputs: list[Output], out: Path) -> None:
    """Build, once processes that a killed build has left are gone too: they notice by themselves, and soon."""
    for _ in range(100):
        with suppress(BusyError):
            publish(outputs, out)
            return
        time.sleep(0.05)
    raise AssertionError("the lock is still held")


def site(out: Path) -> Site:
    paths = (path.relative_to(out) for path in out.rglob("*") if path.is_file())
    return {path.as_posix(): (out / path).read_bytes() for path in paths if path.parts[0] != FOLDER}


@cache
def links(name: str, page: bytes) -> frozenset[str]:
    """The files of the site that a page leads to or needs."""
    elements = html5lib.parse(page, namespaceHTMLElements=False).iter()
    values = (element.get(key) for element in elements for key in ("href", "src") if element.get(key))
    whole = (urljoin(BASE + name, value) for value in values)
    paths = (unquote(urlsplit(each).path)[1:] for each in whole if each.startswith(BASE))
    return frozenset(path if path and not path.endswith("/") else f"{path}index.html" for path in paths)


def dead_links(left: Site) -> Iterator[tuple[str, str]]:
    """What is missing for those who come in by the address of the site, or by one that leads nowhere: the page that
    leads there, and where. From there they reach the home pages of the other languages."""
    waiting: list[str] = [name for name in ("index.html", "404.html") if name in left]
    seen = {*waiting}
    while waiting:
        name = waiting.pop()
        for other in links(name, left[name]) - seen:
            seen.add(other)
            if other not in left:
                yield name, other
            elif other.endswith(".html"):
                waiting.append(other)


def change(root: Path, write_site: WriteSite) -> None:
    write_site(AFTER)
    for name in GONE:
        (root / name).unlink()


def run(root: Path, *options: str) -> None:
    subprocess.run([*COMMAND, *options], cwd=root, check=True, capture_output=True)


@pytest.mark.parametrize("is_first", [True, False], ids=["the first build", "a later one"])
def test_after_a_kill_every_file_is_old_or_new_no_link_is_dead_and_the_next_build_is_a_clean_one(
    write_site: WriteSite, killed: Killed, tmp_path: Path, *, is_first: bool
) -> None:
    """At moment after moment: right before a change of the disk, from the first to the last."""
    root = write_site(BEFORE)
    old, new, out = tmp_path / "old", tmp_path / "new", tmp_path / "out"
    publish([] if is_first else drawn_outputs(root), old)
    change(root, write_site)
    outputs = drawn_outputs(root)
    publish(outputs, new)
    before, after = site(old), site(new)
    assert not [*dead_links(before), *dead_links(after)]
    for moment in itertools.count(step=STEP):
        shutil.copytree(old, out)
        if not killed(partial(publish, outputs, out), moment):
            break
        left = site(out)
        assert before.keys() & after.keys() <= left.keys(), moment
        assert not [name for name, data in left.items() if data not in {before.get(name), after.get(name)}], moment
        assert not [*dead_links(left)], moment
        publish_next(outputs, out)
        assert site(out) == after, moment
        assert {path.name for path in (out / FOLDER).iterdir()} == {"lock", "manifest.json"}, moment
        shutil.rmtree(out)
    assert moment > LEAST * STEP


def test_a_command_that_is_killed_at_any_time_is_made_good_by_the_next(write_site: WriteSite, tmp_path: Path) -> None:
    """With all its processes, and also while it only reads."""
    root = write_site(BEFORE)
    begun = time.monotonic()
    run(root)
    longest = time.monotonic() - begun
    before = site(root / "site")
    change(root, write_site)
    run(root, "--out", str(tmp_path / "new"))
    after = site(tmp_path / "new")
    for _ in range(KILLS):
        seconds = random.uniform(0.2, longest)  # noqa: S311 # no secret
        with subprocess.Popen(COMMAND, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            time.sleep(seconds)
            process.kill()
        left = site(root / "site")
        assert before.keys() & after.keys() <= left.keys(), seconds
        assert not [name for name, data in left.items() if data not in {before.get(name), after.get(name)}], seconds
        assert not [*dead_links(left)], seconds
    run(root)
    assert site(root / "site") == after
