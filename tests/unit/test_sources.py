"""What is read while somebody saves is read again."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import Code, ContentError, OutputError, Position, Problem
from generator.sources import at_rest, look

FAULT = ContentError([Problem(Code.INVALID_DATE, "a.md", Position(1, 1), "no date", "write one")])


def write(folder: Path, *texts: str) -> None:
    for name, text in zip("ab", texts, strict=True):
        (folder / f"{name}.md").write_text(text)


def reader(folder: Path, saving: Callable[[int], None]) -> Callable[[], str]:
    """Reads two files; between them somebody may save, who is told how often it is by then."""
    times = 0

    def read() -> str:
        nonlocal times
        first = (folder / "a.md").read_text()
        times += 1
        saving(times)
        return first + (folder / "b.md").read_text()

    return read


def test_files_that_are_saved_together_are_read_together(tmp_path: Path) -> None:
    write(tmp_path, "old", "old")
    read = reader(tmp_path, lambda time: write(tmp_path, "newer", "newer") if time == 1 else None)
    assert at_rest(tmp_path, read) == "newernewer"


def test_a_fault_in_what_was_half_saved_is_none(tmp_path: Path) -> None:
    """One that stays is told."""
    write(tmp_path, "", "")

    def save(time: int) -> None:
        if time == 1:
            write(tmp_path, "whole", "whole")
            raise FAULT

    assert at_rest(tmp_path, reader(tmp_path, save)) == "wholewhole"

    def fail(_time: int) -> None:
        raise FAULT

    with pytest.raises(ContentError):
        at_rest(tmp_path, reader(tmp_path, fail))


def test_a_folder_that_never_rests_is_told(tmp_path: Path) -> None:
    write(tmp_path, "", "")
    read = reader(tmp_path, lambda time: write(tmp_path, "x" * time, "x" * (time + 1)))
    with pytest.raises(OutputError, match="changes again and again while it is read: build again once it is at rest"):
        at_rest(tmp_path, read)


def test_what_cannot_be_looked_through_is_read_once(tmp_path: Path) -> None:
    """Behind a link to a folder there may be anything."""
    write(tmp_path, "a", "b")
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    assert look([tmp_path]) is None
    assert at_rest(tmp_path, reader(tmp_path, lambda _time: None)) == "ab"
