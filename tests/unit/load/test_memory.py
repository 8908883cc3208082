"""What was read is not read again, unless something that decides it has changed."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.config import Project
from generator.errors import ContentError
from generator.frontmatter import Document
from generator.load.content import load
from generator.load.memory import Memory, Stamp
from generator.load.reading import read_document
from generator.report import Report

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

ENTRY = "---\ntitle: A\ndate: 2022\nactors: [anna]\n---\n\nText.\n"
FILES: Mapping[str, str | bytes] = {
    "content/actors.yaml": "anna: {kind: person, name: {fr: Anna}}\n",
    **{f"content/entries/{name}.md": ENTRY for name in "abc"},
}


class Reader:
    """Loads a project again and again, and tells which files were read."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.project, self.memory, self.read = Project(root), Memory(), list[str]()

        def noted(path: Path, report: Report) -> Document | None:
            self.read.append(path.stem)
            return read_document(path, report)

        monkeypatch.setattr("generator.load.entries.read_document", noted)

    def load(self) -> list[str]:
        """The files that are read once more; what is loaded is as without a memory."""
        self.read.clear()
        content = load(self.project, self.memory)
        found = list(self.read)
        assert content == load(self.project)
        return found


@pytest.fixture
def reader(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> Reader:
    return Reader(write_site(FILES), monkeypatch)


def test_what_has_not_changed_is_not_read_again(reader: Reader) -> None:
    assert reader.load() == ["a", "b", "c"]
    assert reader.load() == []


def test_what_has_changed_is_read_again(reader: Reader) -> None:
    """In size, in time, or because another file stands in its place; a new file too."""
    reader.load()
    folder = reader.project.entries
    (folder / "a.md").write_text(ENTRY + "More.\n")
    os.utime(folder / "b.md", (1, 1))
    (folder / "d.md").write_text(ENTRY)
    assert reader.load() == ["a", "b", "d"]
    (folder / "d.md").replace(folder / "c.md")
    assert reader.load() == ["c"]


def test_a_file_of_the_same_size_and_time_is_read_again(reader: Reader) -> None:
    """Each thing that the system tells counts alone, such as when it was changed last, which nobody can set."""
    path = reader.project.entries / "a.md"
    reader.load()
    before = path.stat()
    path.write_text(ENTRY.replace("Text", "Else"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert reader.load() == ["a"]
    known = reader.memory.files["content/entries/a.md"]
    for other in (known.stamp._replace(**{name: 0}) for name in Stamp._fields):
        reader.memory.files = {**reader.memory.files, "content/entries/a.md": known._replace(stamp=other)}
        assert reader.load() == ["a"]


def test_a_file_that_is_saved_while_it_is_read_is_read_again(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told by what it was before."""

    def late(path: Path, report: Report) -> Document | None:
        found = read_document(path, report)
        if path.stem == "b":
            path.write_text(ENTRY + "More.\n")
        return found

    with monkeypatch.context() as patched:
        patched.setattr("generator.load.entries.read_document", late)
        load(reader.project, reader.memory)
    assert reader.load() == ["b"]


def test_all_is_read_again_where_it_would_be_read_otherwise(reader: Reader) -> None:
    """By other ids or in other languages; not where a name alone has changed."""
    reader.load()
    actors = reader.project.content / "actors.yaml"
    actors.write_text("anna: {kind: person, name: {fr: Anne}}\n")
    assert reader.load() == []
    actors.write_text("anna: {kind: person, name: {fr: Anne}}\nbob: {kind: person, name: {fr: Bob}}\n")
    assert reader.load() == ["a", "b", "c"]
    site = reader.project.content / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("[fr, en]", "[fr, en, uk]"), "utf-8")
    assert reader.load() == ["a", "b", "c"]
    actors.write_text("bob: {kind: person, name: {fr: Bob}}\n")
    with pytest.raises(ContentError):
        reader.load()


def test_what_is_wrong_is_told_each_time(reader: Reader) -> None:
    """A file with a warning or an error is read again as long as it has one."""
    (reader.project.entries / "b.md").write_text(ENTRY.replace("title", "titel"))
    for _ in range(2):
        with pytest.raises(ContentError) as found:
            reader.load()
        assert [problem.path for problem in found.value.problems] == ["content/entries/b.md"] * 2
        assert reader.read[:1] == ["a"] or reader.read == ["b"]


def test_a_file_that_goes_is_forgotten(reader: Reader) -> None:
    reader.load()
    (reader.project.entries / "b.md").unlink()
    assert reader.load() == []
