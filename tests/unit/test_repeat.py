"""A build that would change nothing is told so, and any other is done."""

import json
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator import repeat
from generator.config import BuildOptions, Project
from generator.errors import Code, Position, Problem, Severity
from generator.files import Output
from generator.publish.publish import publish
from generator.repeat import NOTE, unless_repeated
from generator.sources import TICK
from generator.summary import Summary

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
WARNING = Problem(Code.UNUSED_FILE, "content/a.txt", Position(1, 2), "nothing reads « it »", "go", Severity.WARNING)
AGES_AGO = -(10**19)
"""Nanoseconds."""
NOTHING: Mapping[str, Any] = {}


class Site:
    """A project that is built as often as it must be."""

    def __init__(self, root: Path) -> None:
        self.project, self.out, self.times = Project(root), root / "site", 0
        self.options = BuildOptions(self.out, "2023-01-01")

    def bring(self) -> Summary:
        self.times += 1
        deeds = publish([Output("index.html", "x", lambda: b"Home"), Output("a/b.txt", "y", lambda: b"B")], self.out)
        return Summary("https://t.example/", 1, ("content/a.md",), 2, (WARNING,), deeds, 3)

    def built(self, options: Mapping[str, Any] = NOTHING) -> Summary:
        return unless_repeated(self.project, replace(self.options, **options), self.bring)

    @property
    def note(self) -> Path:
        return self.out / ".timeline" / NOTE


@pytest.fixture
def site(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> Site:
    """One whose files are not that young."""
    monkeypatch.setattr(repeat, "TICK", AGES_AGO)
    site = Site(write_site({"content/entries/a.md": "---\ntitle: A\ndate: 2022\n---\n"}))
    site.built()
    return site


def test_what_the_last_build_told_is_told_again(site: Site) -> None:
    """But for its files, all of which stand as they stood."""
    told = site.built()
    assert site.times == 1
    assert (told.written, told.unchanged, told.removed) == ([], 2, [])
    assert (told.warnings, told.drafts) == ((WARNING,), ("content/a.md",))
    assert (told.base_url, told.entries, told.without_published, told.texts_indexed) == ("https://t.example/", 1, 2, 3)


def put(path: Path) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text("p {}")
    return path


CHANGES: Mapping[str, Callable[[Site], object]] = {
    "a file that was edited": lambda site: os.utime(site.project.entries / "a.md", ns=(1, 1)),
    "a new file": lambda site: put(site.project.entries / "b.md"),
    "a new seed": lambda site: put(site.project.seeds / "a.txt"),
    "a file that goes": lambda site: (site.project.entries / "a.md").unlink(),
    "a file in place of another": lambda site: put(site.project.content / "b").replace(site.project.entries / "a.md"),
    "layouts of its own": lambda site: put(site.project.root / "layouts" / "a.css"),
    "a folder that is a link": lambda site: (site.project.content / "c").symlink_to(site.out),
    "a page that was edited": lambda site: (site.out / "index.html").write_text("Mine"),
    "a page that is gone": lambda site: (site.out / "a/b.txt").unlink(),
    "another build of the folder": lambda site: publish([Output("index.html", "x", lambda: b"Home")], site.out),
    "no note": lambda site: site.note.unlink(),
    "half a note": lambda site: site.note.write_bytes(site.note.read_bytes()[:50]),
    "a note of another shape": lambda site: site.note.write_text("[]"),
    "a note that lacks what is told": lambda site: site.note.write_text(
        json.dumps(json.loads(site.note.read_text()) | {"told": {}})
    ),
    "no manifest": lambda site: (site.out / ".timeline/manifest.json").unlink(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_has_changed_is_built(change: Callable[[Site], object], site: Site) -> None:
    """Or what may have."""
    change(site)
    site.built()
    assert site.times == 2


@pytest.mark.parametrize(
    "options", [{"base_url": "https://b.example/"}, {"search": False}, {"cache": False}, {"strict": True}], ids=str
)
def test_another_way_to_build_is_built(options: Mapping[str, Any], site: Site) -> None:
    """A strict one is not content with what was told."""
    site.built(options)
    assert site.times == 2


def test_a_build_that_writes_into_the_content_is_done_again(site: Site) -> None:
    """An entry that it made of a seed comes back when it is removed."""
    new = site.project.entries / "b.md"

    def bring() -> Summary:
        if not new.exists():
            put(new)
        return site.bring()

    put(site.project.seeds / "b.txt")
    for times in (2, 3):
        unless_repeated(site.project, site.options, bring)
        new.unlink()
        assert site.times == times
    unless_repeated(site.project, site.options, bring)
    assert new.exists()


def test_another_program_builds(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(repeat, "program_digest", lambda: "another")
    site.built()
    assert site.times == 2


def test_what_was_saved_just_before_is_built_again(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may have been saved again, within what a file system can tell, after it was read. How long that build took
    does not count."""
    monkeypatch.setattr(repeat, "TICK", TICK)
    site.note.unlink()
    for times in (2, 3):
        site.built()
        os.utime(site.out / ".timeline" / "manifest.json")
        assert site.times == times
    assert not site.note.exists()


def test_where_the_time_cannot_be_told_all_is_built_again(site: Site) -> None:
    shutil.rmtree(site.project.notes)
    site.project.notes.write_text("A file of somebody’s.")
    site.note.unlink()
    site.built()
    site.built()
    assert site.times == 3


def test_a_build_that_was_killed_is_done_again(site: Site) -> None:
    """Until it has ended, its manifest names what it is about to write."""
    path = site.out / ".timeline/manifest.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"intended": {"index.html": ["0"]}}))
    site.built()
    assert site.times == 2
