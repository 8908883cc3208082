"""A new project is laid whole or not at all."""

from pathlib import Path

import pytest

from generator.begin import begin
from generator.errors import OutputError


def test_where_the_program_came_from_stands_in_the_project(tmp_path: Path) -> None:
    """Where it is known; else the line of the starter waits for it."""
    begin(tmp_path / "a", "dateline-timeline==1.0")
    begin(tmp_path / "b")
    known, unknown = ((tmp_path / name / "requirements.txt").read_text("utf-8").splitlines() for name in "ab")
    assert (known[:-1], known[-1]) == (unknown[:-1], "dateline-timeline==1.0")
    assert ".invalid/" in unknown[-1]


def test_a_disk_that_is_full_leaves_the_folder_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of what was written already."""
    written, write_bytes = list[Path](), Path.write_bytes

    def write(path: Path, data: bytes) -> int:
        if len(written) == 5:
            raise OSError(28, "No space left on device")
        written.append(path)
        return write_bytes(path, data)

    (tmp_path / ".git").mkdir()
    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(OutputError, match="could not be written: No space left"):
        begin(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".git"]
