"""What counts as a change, and that none is missed."""

from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from threading import Event, Thread

import pytest

from generator.cancellation import CancelledError
from generator.config import Project
from generator.serve.watching import Watch, changes, is_source


@pytest.mark.parametrize(
    "name",
    ["content/entries/a.md", "content/images/a.png", "layouts/assets/css/tokens.css", "seeds/2022/a.txt", "content"],
)
def test_what_authors_write_is_a_source(name: str) -> None:
    assert is_source(name)


@pytest.mark.parametrize(
    "name",
    [
        "content/entries/.a.md.swp",
        "content/entries/a.md~",
        "content/.schema/entry.json",
        "content/.schema/.entry.json.part",
        "content/entries/4913",
        "content/entries/#a.md#",
        "content/entries/.#a.md",
        "content/.git/index",
        "content/a.md.tmp",
        "seeds/a.txt.crdownload",
    ],
)
def test_what_editors_leave_behind_is_none(name: str) -> None:
    assert not is_source(name)


def write(root: Path, name: str, text: str = "x") -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text)


class Lookout:
    """Watches a project in a thread of its own, so that a change that is missed fails the test and does not stop it."""

    def __init__(self, root: Path) -> None:
        self._found = Queue[tuple[str, ...]]()
        Thread(target=self._run, args=(root,), daemon=True).start()

    def _run(self, root: Path) -> None:
        for names in changes(Project(root), Event()):
            self._found.put(names)

    def expect(self, *names: str) -> None:
        """Wait for changes of all these, and of nothing else; they may come in several groups."""
        missing = set(names)
        while missing or not names:
            found = self._found.get(timeout=20)
            assert set(found) <= set(names)
            missing -= set(found)
            if not found:
                return

    def expect_anything(self) -> None:
        """Wait until all may be new."""
        while self._found.get(timeout=20):
            pass


def test_a_change_is_named_and_none_is_missed(tmp_path: Path) -> None:
    """Also a file that is renamed or removed, in a project that lies in a hidden folder."""
    root = tmp_path / ".hidden"
    write(root, "content/entries/a.md")
    watch = Lookout(root)
    watch.expect_anything()
    write(root, "content/entries/.a.md.swp")
    write(root, "site/index.html")
    write(root, "content/entries/b.md")
    watch.expect("content/entries/b.md")
    (root / "content/entries/b.md").rename(root / "content/entries/c.md")
    watch.expect("content/entries/b.md", "content/entries/c.md")
    (root / "content/entries/c.md").unlink()
    watch.expect("content/entries/c.md")


def test_a_change_is_named_that_was_made_while_nobody_looked(tmp_path: Path) -> None:
    write(tmp_path, "content/entries/a.md")
    found = changes(Project(tmp_path), Event())
    assert next(found) == ()
    write(tmp_path, "content/entries/b.md")
    assert next(found) == ("content/entries/b.md",)


def test_a_folder_that_comes_or_goes_may_change_anything_and_is_watched_from_then_on(tmp_path: Path) -> None:
    watch = Lookout(tmp_path)
    watch.expect_anything()
    for name in ("content/site.yaml", "layouts/assets/css/tokens.css", "seeds/a.txt"):
        write(tmp_path, name)
        watch.expect_anything()
        write(tmp_path, name, "another")
        watch.expect(name)
    (tmp_path / "seeds").rename(tmp_path / "old")
    watch.expect_anything()


Follow = tuple[Watch, Queue[tuple[str, ...] | Exception]]
"""A watch, and what is to be noticed by it."""


@pytest.fixture
def follow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Follow]:
    coming = Queue[tuple[str, ...] | Exception]()

    def noticed(_project: Project, end: Event) -> Iterator[tuple[str, ...]]:
        while not end.is_set():
            found = coming.get(timeout=20)
            if isinstance(found, Exception):
                raise found
            yield found

    monkeypatch.setattr("generator.serve.watching.changes", noticed)
    watch = Watch(Project(tmp_path))
    with watch.running():
        yield watch, coming
        coming.put(())


def test_a_change_calls_off_what_was_begun_after_the_one_before(follow: Follow) -> None:
    watch, coming = follow
    coming.put(("a.md",))
    names, cancellation = watch.take()
    cancellation.check()
    coming.put(("b.md",))
    again, next_one = watch.take()
    assert (names, again) == (("a.md",), ("b.md",))
    next_one.check()
    with pytest.raises(CancelledError):
        cancellation.check()


@pytest.mark.parametrize(
    ("found", "taken"),
    [([("b.md",), ("a.md", "b.md")], ("a.md", "b.md")), ([("b.md",), ()], ()), ([(), ("b.md",)], ())],
)
def test_what_is_put_back_is_taken_with_what_has_changed_since(
    tmp_path: Path, found: list[tuple[str, ...]], taken: tuple[str, ...]
) -> None:
    """Where one of them may be any change, any file may be new."""
    watch = Watch(Project(tmp_path))
    for names in found:
        watch.put_back(names)
    assert watch.take().names == taken


def test_what_ends_the_watch_is_told_to_who_waits_for_changes(follow: Follow) -> None:
    """Once what was noticed before has been taken."""
    watch, coming = follow
    coming.put(("a.md",))
    coming.put(OSError(28, "too many files are watched"))
    assert watch.take().names == ("a.md",)
    with pytest.raises(OSError, match="too many files are watched"):
        watch.take()
