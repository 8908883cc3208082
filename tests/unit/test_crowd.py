"""What is too much to be gone through is told before anything of it is read."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import crowd
from generator.cli.main import main
from generator.crowd import DEEPEST, check_folder, fault_of
from generator.errors import Code, ContentError
from generator.sources import look

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

BROKEN = {f"content/entries/{number}.md": "no front matter" for number in range(9)}
SEEDS = {f"seeds/{number}.txt": "Le pont ouvre." for number in range(9)}
POSTS = {f"blog/_posts/2020-01-02-{number}.md": "A." for number in range(9)}
CROWDED: dict[str, tuple[dict[str, str], list[str], str]] = {
    "entries": (BROKEN, ["check"], "content"),
    "entries of a build": (BROKEN, ["build"], "content"),
    "entries beside seeds": ({**BROKEN, "seeds/a.txt": "Le pont ouvre."}, ["convert"], "content/entries"),
    "seeds": (SEEDS, ["check"], "seeds"),
    "seeds of a build": (SEEDS, ["build"], "seeds"),
    "seeds to convert": (SEEDS, ["convert"], "seeds"),
    "pictures": ({f"content/{number}.png": "" for number in range(9)}, ["check"], "content"),
    "posts": (POSTS, ["import", "blog"], "blog"),
}


@pytest.mark.parametrize("case", CROWDED)
def test_more_files_than_are_read_are_all_that_is_told(
    case: str, write_site: WriteSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """None of them is read, and nothing is written but what the tool keeps for itself."""
    files, command, name = CROWDED[case]
    root = write_site(files)
    monkeypatch.chdir(root)
    monkeypatch.setattr(crowd, "MOST", 8)
    monkeypatch.setattr(sys, "argv", ["timeline", *command])
    with pytest.raises(SystemExit) as done:
        main()
    told = capsys.readouterr().err.splitlines()
    assert done.value.code == 1
    assert told[0].startswith(f"{name}:1:1: error: more than 8 files and folders lie here; ")
    assert told[1].startswith("error: 1 error")
    left = {path for path in root.rglob("*") if path.is_file() and ".timeline" not in path.parts}
    assert left == {root / name for name in ("content/site.yaml", *files)}


def test_so_many_files_and_folders_are_still_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is not there holds nothing."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").touch()
    monkeypatch.setattr(crowd, "MOST", 2)
    assert fault_of(tmp_path, "a") is None
    assert fault_of(tmp_path / "none", "none") is None
    (tmp_path / "c").touch()
    assert look([tmp_path]) is None
    with pytest.raises(ContentError):
        check_folder(tmp_path, "a")


def test_folders_deep_within_one_another_are_told(tmp_path: Path) -> None:
    """Deeper ones ended in a traceback. A link that leads back is not followed."""
    deepest = tmp_path.joinpath(*["a"] * DEEPEST)
    deepest.mkdir(parents=True)
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (deepest / "b.md").touch()
    assert fault_of(tmp_path, "content") is None
    (deepest / "a").mkdir()
    (deepest / "a" / "b.md").touch()
    fault = fault_of(tmp_path, "content")
    assert fault
    assert (fault.code, fault.message) == (Code.TOO_MANY, "more than 100 folders lie within one another here")


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What lies in it would be missing in silence."""
    (tmp_path / "a" / "b").mkdir(parents=True)
    list_of = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("b"):
            raise PermissionError(13, "Permission denied", path)
        return list_of(path)

    monkeypatch.setattr(os, "scandir", refuse)
    fault = fault_of(tmp_path, "content")
    assert fault
    assert (fault.code, fault.path, fault.message) == (
        Code.UNREADABLE,
        "content/a/b",
        "the folder cannot be read: Permission denied",
    )
