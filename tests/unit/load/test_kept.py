"""What a build read is known to the next one, unless it may be wrong."""

import json
import os
import pickle
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from time import sleep
from types import SimpleNamespace

import pytest

from generator.build import build
from generator.config import BuildOptions, Project
from generator.errors import ContentError, told
from generator.frontmatter import Document
from generator.links import scheme_of
from generator.load.content import Content, load
from generator.load.kept import KEPT, NOTE, _note, kept_memory
from generator.load.reading import read_document
from generator.load.records import Record
from generator.progress import unwatched
from generator.report import Report
from generator.sources import TICK

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

RICH = Path(__file__).resolve().parents[2] / "golden" / "site" / "project"
ENTRY = "---\ntitle: A\ndate: 2022\n---\n\nText.\n"
FUTURE = 4e9
"""Seconds since 1970."""
AGES_AGO = -(10**19)
"""Nanoseconds."""


class Builds:
    """Reads a project as one build after another does, each long after the one before."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.project, self.read, self.kept = Project(root), list[str](), Project(root).notes / KEPT

        def noted(path: Path, report: Report) -> Document | None:
            self.read.append(path.stem)
            return read_document(path, report)

        monkeypatch.setattr("generator.load.entries.read_document", noted)
        monkeypatch.setattr("generator.load.kept.TICK", AGES_AGO)

    def load(self, *, anew: bool = False) -> Content:
        """What is loaded, which is as without anything kept; `read` names the files that were read for it."""
        self.read.clear()
        with kept_memory(self.project, anew=anew) as memory:
            content = load(self.project, memory)
        read = list(self.read)
        assert content == load(self.project)
        self.read = read
        return content


@pytest.fixture
def builds(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> Builds:
    return Builds(write_site({f"content/entries/{name}.md": ENTRY for name in "abc"}), monkeypatch)


def test_a_later_build_does_not_read_what_an_earlier_one_has_read(builds: Builds) -> None:
    builds.load()
    assert builds.read == ["a", "b", "c"]
    builds.load()
    assert builds.read == []
    (builds.project.entries / "b.md").write_text(ENTRY + "More.\n")
    builds.load()
    assert builds.read == ["b"]


def test_every_kind_of_field_comes_back(monkeypatch: pytest.MonkeyPatch, write_site: WriteSite) -> None:
    """`load` looks that it is equal; that nothing is read tells that nothing was refused."""
    files = {path.relative_to(RICH).as_posix(): path.read_bytes() for path in RICH.rglob("*.*")}
    linking = "---\ntitle: A\ndate: 2022\nlang: fr\n---\n\nVoir [l’ouverture](2022-12-31-opening.md).\n"
    builds = Builds(write_site({**files, "content/entries/linking.md": linking}), monkeypatch)
    builds.load()
    whole = len(builds.read)
    content = builds.load()
    assert len(builds.read) < whole / 5, "those with a warning alone"
    texts = [text for entry in content.entries for text in entry.texts.values()]
    for name in ("sources", "corrections", "media", "published", "updated", "inferred", "references"):
        assert any(getattr(text, name) for text in texts), name
    for name in ("steps", "seed", "events", "quotes", "aliases"):
        assert any(getattr(entry, name) for entry in content.entries), name


def test_a_file_that_was_young_when_it_was_read_is_read_again(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    """Within two seconds it may be saved again with the same size and time."""
    builds.load()
    monkeypatch.undo()
    again = Builds(builds.project.root, monkeypatch)
    (again.project.entries / "a.md").write_text(ENTRY + "More.\n")
    os.utime(again.project.entries / "b.md", (FUTURE, FUTURE))
    monkeypatch.setattr("generator.load.kept.TICK", TICK)
    for _ in range(2):
        again.load(anew=True)
        again.load()
        assert again.read[:2] == ["a", "b"]
    sleep(TICK / 1e9)
    again.load()
    again.load()
    assert again.read == ["b"], "which the system says will be saved in years to come"


def test_all_is_read_again_where_it_would_be_read_otherwise(builds: Builds) -> None:
    builds.load()
    (builds.project.content / "actors.yaml").write_text("anna: {kind: person, name: Anna}\n")
    builds.load()
    assert builds.read == ["a", "b", "c"]


def test_all_is_read_again_if_it_is_to_be_read_anew(builds: Builds) -> None:
    builds.load()
    builds.load(anew=True)
    assert builds.read == ["a", "b", "c"]


def test_a_build_without_cache_reads_all_anew(builds: Builds) -> None:
    for cache, read in ((True, 3), (True, 0), (False, 3)):
        builds.read.clear()
        options = BuildOptions(builds.project.root / "site", "2023-01-01", search=False, cache=cache)
        build(builds.project, options, unwatched)
        assert len(builds.read) == read


def test_what_another_program_has_kept_is_not_believed(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    builds.load()
    monkeypatch.setattr("generator.load.kept.program_digest", lambda: "other")
    builds.load()
    assert builds.read == ["a", "b", "c"]


def test_a_copy_is_not_even_opened(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that came with a repository, say: of another folder, or back in its place."""
    builds.load()
    elsewhere = Path(shutil.copytree(builds.project.root, builds.project.root.with_name("elsewhere")))
    shutil.copy2(builds.kept, copy := builds.kept.with_name("copy"))
    copy.replace(builds.kept)
    opened = list[object]()
    monkeypatch.setattr("generator.load.kept._PlainUnpickler", opened.append)
    for root in (elsewhere, builds.project.root):
        again = Builds(root, monkeypatch)
        again.load()
        assert again.read == ["a", "b", "c"]
    assert not opened


def test_what_is_damaged_is_not_believed(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut short anywhere, or with any byte of it another, whatever the system tells; and it is made whole again."""
    builds.load()
    whole = builds.kept.read_bytes()
    monkeypatch.setattr("generator.load.kept.Stamp", SimpleNamespace(of=lambda *_: ()))
    builds.load(anew=True)
    cut = [whole[:end] for end in range(0, len(whole), 29)]
    other = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), 31)]
    for damaged in [*cut, *other, whole + b"\0"]:
        builds.kept.write_bytes(damaged)
        builds.load()
        assert builds.read == ["a", "b", "c"]
    builds.load()
    assert builds.read == []


@pytest.mark.parametrize("noted", [b"", b"{", b"[]", b"{}", b"null", b"\xff", 100_000 * b"["])
def test_what_has_no_sound_note_is_not_believed(builds: Builds, noted: bytes) -> None:
    builds.load()
    builds.kept.with_name(NOTE).write_bytes(noted)
    builds.load()
    assert builds.read == ["a", "b", "c"]
    builds.kept.with_name(NOTE).unlink()
    builds.load()
    assert builds.read == ["a", "b", "c"]
    builds.load()
    assert builds.read == []


@pytest.mark.parametrize("what", [os.system, print, pickle.loads, Path, load, scheme_of, told, Record, KeyError])
def test_nothing_is_called_that_a_file_is_not_made_of(
    builds: Builds, what: Callable[..., object], capfd: pytest.CaptureFixture[str]
) -> None:
    """Whoever can write there must not run anything, also if its note tells what it must."""

    class Call:
        def __reduce__(self) -> tuple[Callable[..., object], tuple[str]]:
            return what, ("echo called",)

    builds.load()
    data = pickle.dumps(("", {"a": Call()}))
    builds.kept.write_bytes(data)
    builds.kept.with_name(NOTE).write_text(json.dumps(_note(builds.kept, data)))
    builds.load()
    assert builds.read == ["a", "b", "c"]
    assert "called" not in capfd.readouterr().out


def test_a_build_that_fails_has_not_read_in_vain(builds: Builds) -> None:
    bad = builds.project.entries / "bad.md"
    bad.write_text("---\ndate: 2022\n---\n")
    with pytest.raises(ContentError):
        builds.load()
    bad.unlink()
    builds.load()
    assert builds.read == []


def test_a_build_that_is_interrupted_keeps_what_was_known(builds: Builds, monkeypatch: pytest.MonkeyPatch) -> None:
    builds.load()
    before = builds.kept.read_bytes()
    for name in "abc":
        (builds.project.entries / f"{name}.md").write_text(ENTRY + "More.\n")

    def interrupted(path: Path, report: Report) -> Document | None:
        if path.stem == "c":
            raise KeyboardInterrupt
        return read_document(path, report)

    with monkeypatch.context() as patched:
        patched.setattr("generator.load.entries.read_document", interrupted)
        with pytest.raises(KeyboardInterrupt):
            builds.load()
    assert builds.kept.read_bytes() == before


def test_it_is_not_kept_anew_for_a_few_files(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """To keep all takes longer than to read them once more."""
    builds = Builds(write_site({f"content/entries/{n}.md": ENTRY for n in range(100)}), monkeypatch)
    builds.load()
    before = builds.kept.read_bytes()
    for count in (5, 5):
        for number in range(count):
            (builds.project.entries / f"{number}.md").write_text(f"{ENTRY}Another.\n")
        builds.load()
        assert len(builds.read) == count
        assert builds.kept.read_bytes() == before
    (builds.project.entries / "9.md").write_text(ENTRY + "Another.\n")
    builds.load()
    assert len(builds.read) == 6
    builds.load()
    assert builds.read == []


def test_git_is_told_to_ignore_what_is_kept(builds: Builds) -> None:
    builds.load()
    assert builds.kept.with_name(".gitignore").read_text() == "*\n"


def test_where_nothing_can_be_kept_all_is_read_each_time(builds: Builds) -> None:
    builds.project.notes.write_text("A file of somebody’s.")
    for _ in range(2):
        builds.load()
        assert builds.read == ["a", "b", "c"]
    assert builds.project.notes.read_text() == "A file of somebody’s."
