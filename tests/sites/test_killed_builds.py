"""A build that is killed at any moment leaves whole files, and the next one ends as if nothing had happened."""

import itertools
import os
import shutil
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FrameType

import pytest

from generator.build import site_outputs
from generator.config import Project
from generator.files import Output
from generator.load.content import load
from generator.publish.manifest import FOLDER
from generator.publish.publish import publish

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither fork nor SIGKILL")

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

ENTRY = "---\ntitle: {title}\ndate: {date}\n---\n\nTexte.\n"
BEFORE: dict[str, str | bytes] = {
    "content/site.yaml": "{title: T, description: D, base_url: https://t.example/, languages: [fr]}\n",
    **{f"content/entries/{n}.md": ENTRY.format(title=f"Titre {n}", date=f"2022-01-{n}") for n in range(10, 13)},
    "content/entries/OTAN.md": ENTRY.format(title="Otan", date="2021"),
    "content/images/a.png": b"one" * 10_000,
    "content/entries/a.md": ENTRY.format(title="A", date="2022\nmedia: [{src: images/a.png, alt: A}]"),
}
AFTER: dict[str, str | bytes] = {
    **{f"content/entries/{n}.md": ENTRY.format(title=f"Autre {n}", date=f"2023-01-{n}") for n in range(12, 14)},
    "content/images/a.png": b"two" * 10_000,
    "layouts/assets/css/own.css": "p { margin: 0 }\n",
    "content/entries/Otan.md": ENTRY.format(title="Otan", date="2021"),
}
GONE = ("content/entries/10.md", "content/entries/OTAN.md")
CHANGES_OF_THE_DISK = {"BufferedWriter.write", "mkdir", "open", "replace", "rmdir", "unlink"}
STEP, LEAST = 23, 10
"""One moment of twenty-three is looked at, so that the test is short, and ten at the least."""


def outputs_of(root: Path) -> list[Output]:
    """The files of a site. Its templates stay compiled, which makes many builds short."""
    return list(site_outputs(Project(root), load(Project(root)), None))


def killed(outputs: list[Output], out: Path, moment: int) -> bool:
    """Build in a process that is killed right before its change of this number. Whether it came to that."""
    process = os.fork()
    if process == 0:
        left = iter(range(moment))

        def count(_frame: FrameType, event: str, function: object) -> None:
            is_change = event == "c_call" and getattr(function, "__qualname__", "") in CHANGES_OF_THE_DISK
            if is_change and next(left, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.setprofile(count)
        try:
            publish(outputs, out)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(process, 0)[1])


def site(out: Path) -> dict[str, bytes]:
    paths = (path.relative_to(out) for path in out.rglob("*") if path.is_file())
    return {path.as_posix(): (out / path).read_bytes() for path in paths if path.parts[0] != FOLDER}


def test_after_a_kill_every_file_is_old_or_new_and_the_next_build_is_a_clean_one(
    write_site: WriteSite, tmp_path: Path
) -> None:
    """At moment after moment: right before a change of the disk, from the first to the last."""
    root = write_site(BEFORE)
    old, new, out = tmp_path / "old", tmp_path / "new", tmp_path / "out"
    publish(outputs_of(root), old)
    write_site(AFTER)
    for name in GONE:
        (root / name).unlink()
    outputs = outputs_of(root)
    publish(outputs, new)
    before, after = site(old), site(new)
    for moment in itertools.count(step=STEP):
        shutil.copytree(old, out)
        if not killed(outputs, out, moment):
            break
        left = site(out)
        assert before.keys() & after.keys() <= left.keys(), moment
        assert not [name for name, data in left.items() if data not in {before.get(name), after.get(name)}], moment
        publish(outputs, out)
        assert site(out) == after, moment
        assert {path.name for path in (out / FOLDER).iterdir()} == {"lock", "manifest.json"}, moment
        shutil.rmtree(out)
    assert moment > LEAST * STEP
