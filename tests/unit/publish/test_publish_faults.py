"""What may go wrong while a site is written, and what then stands: whole files, which the next run completes."""

import errno
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

import pytest

from generator.errors import OutputError
from generator.files import Output
from generator.publish.publish import Deed, publish

OLD = {"a.css": "old style", "entries/x/index.html": "old x", "entries/y/index.html": "old y", "index.html": "old home"}
NEW = {"a.css": "new style", "entries/x/index.html": "new x", "entries/z/index.html": "new z", "index.html": "new home"}

DAMAGED_MANIFESTS = {
    "empty": b"",
    "cut off": b'{"format": 1, "files": {"index.html": ["a", "b", 1',
    "not UTF-8": b"\xff\xfe\x00",
    "no object": b"[1]",
    "no format": b'{"files": {}}',
    "no files": b'{"format": 1}',
    "files in a list": b'{"format": 1, "files": ["index.html"]}',
    "a short record": b'{"format": 1, "files": {"index.html": ["a"]}}',
    "no record": b'{"format": 1, "files": {"index.html": null}}',
    "an older format": b'{"format": 0, "files": {"index.html": ["a", "b", 1, 2]}}',
    "a newer format": b'{"format": 99, "files": {"index.html": ["a", "b", 1, 2]}}',
}


class StoppedError(Exception):
    """Stands for whatever may stop a run."""


def stop() -> NoReturn:
    raise StoppedError


def outputs(site: Mapping[str, str]) -> list[Output]:
    return [Output(name, text, text.encode) for name, text in site.items()]


def bring(site: Mapping[str, str], out: Path) -> dict[str, Deed]:
    return dict(publish(outputs(site), out))


def files(out: Path) -> dict[str, str]:
    """All files of the folder but the tool's own."""
    paths = (path for path in out.rglob("*") if path.is_file() and ".timeline" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_text() for path in paths}


def stopped_at(number: int, site: Mapping[str, str], out: Path) -> None:
    """A run that is stopped as it draws the page of this number."""
    made = outputs(site)
    made[number] = Output(made[number].path, made[number].fingerprint, stop)
    with pytest.raises(StoppedError):
        list(publish(made, out))


@pytest.mark.parametrize("damage", DAMAGED_MANIFESTS.values(), ids=DAMAGED_MANIFESTS)
def test_a_damaged_manifest_remembers_nothing_and_harms_nothing(damage: bytes, tmp_path: Path) -> None:
    """The site is taken over as it stands, and the next manifest is sound."""
    bring(OLD, tmp_path)
    (tmp_path / ".timeline/manifest.json").write_bytes(damage)
    assert bring(OLD, tmp_path) == dict.fromkeys(OLD, Deed.UNCHANGED)
    assert files(tmp_path) == OLD
    bring({}, tmp_path)
    assert files(tmp_path) == {}


def test_a_manifest_of_another_format_is_not_believed(tmp_path: Path) -> None:
    """What its records mean is not known, so everything is drawn anew."""
    bring(OLD, tmp_path)
    manifest = json.loads((tmp_path / ".timeline/manifest.json").read_bytes())
    (tmp_path / ".timeline/manifest.json").write_text(json.dumps(manifest | {"format": 0}))
    with pytest.raises(StoppedError):
        list(publish([Output("index.html", OLD["index.html"], stop)], tmp_path))


def test_without_a_manifest_no_file_is_taken_for_ours(tmp_path: Path) -> None:
    """What is no longer made stays, and what differs stops the build."""
    bring(OLD, tmp_path)
    (tmp_path / ".timeline/manifest.json").unlink()
    bring({"a.css": OLD["a.css"]}, tmp_path)
    assert files(tmp_path) == OLD
    with pytest.raises(OutputError, match=r"index\.html"):
        bring(NEW, tmp_path)
    assert files(tmp_path) == OLD


def test_a_manifest_does_not_lead_out_of_the_site(tmp_path: Path) -> None:
    """A file elsewhere is not removed, whatever the manifest says of it."""
    (tmp_path / "precious.txt").write_text("mine")
    out = tmp_path / "site"
    bring(OLD, out)
    manifest = json.loads((out / ".timeline/manifest.json").read_bytes())
    manifest["files"]["../precious.txt"] = ["", "", 0, 0]
    (out / ".timeline/manifest.json").write_text(json.dumps(manifest))
    bring({}, out)
    assert (tmp_path / "precious.txt").read_text() == "mine"


@pytest.mark.parametrize("number", range(len(NEW)))
def test_a_run_that_is_stopped_leaves_whole_files_old_or_new(number: int, tmp_path: Path) -> None:
    """Nothing is gone, and nothing is half."""
    bring(OLD, tmp_path)
    stopped_at(number, NEW, tmp_path)
    written = dict([*NEW.items()][:number])
    assert files(tmp_path) == OLD | written


@pytest.mark.parametrize("number", range(len(NEW)))
@pytest.mark.parametrize("before", [{}, OLD], ids=["into an empty folder", "over an older site"])
def test_the_run_after_a_stopped_one_finishes_its_work(before: Mapping[str, str], number: int, tmp_path: Path) -> None:
    """As if there had been one clean run; the run after that has nothing left to do."""
    bring(before, tmp_path)
    stopped_at(number, NEW, tmp_path)
    bring(NEW, tmp_path)
    assert files(tmp_path) == NEW
    assert bring(NEW, tmp_path) == dict.fromkeys(NEW, Deed.UNCHANGED)
    assert [path.name for path in (tmp_path / ".timeline").iterdir()] == ["manifest.json"]


@pytest.mark.parametrize("number", range(3))
def test_pages_that_a_stopped_run_never_made_may_be_gone_by_the_next(number: int, tmp_path: Path) -> None:
    """What it wrote and is no longer made is removed; what it did not come to write is not missed."""
    bring(OLD, tmp_path)
    stopped_at(number, NEW, tmp_path)
    bring({"index.html": "alone"}, tmp_path)
    assert files(tmp_path) == {"index.html": "alone"}


def test_a_page_that_somebody_deleted_with_its_folder_may_be_no_longer_made(tmp_path: Path) -> None:
    """What should be removed is gone already."""
    bring(OLD, tmp_path)
    (tmp_path / "entries/y/index.html").unlink()
    (tmp_path / "entries/y").rmdir()
    bring(NEW, tmp_path)
    assert files(tmp_path) == NEW


@pytest.mark.parametrize("theirs", ["entries/y/index.html/notes.txt", "entries/y"])
def test_what_somebody_put_in_the_place_of_a_page_that_goes_is_kept(theirs: str, tmp_path: Path) -> None:
    """A folder where the page was, or a file where its folder was."""
    bring(OLD, tmp_path)
    (tmp_path / "entries/y/index.html").unlink()
    (tmp_path / "entries/y").rmdir()
    (tmp_path / theirs).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / theirs).write_text("mine")
    bring(NEW, tmp_path)
    assert files(tmp_path) == NEW | {theirs: "mine"}


def a_file_for_a_folder(out: Path) -> None:
    (out / "entries").write_text("mine")


def a_folder_for_a_file(out: Path) -> None:
    (out / "index.html").mkdir()


def a_file_for_the_site(out: Path) -> None:
    out.rmdir()
    out.write_text("mine")


def a_folder_for_the_manifest(out: Path) -> None:
    (out / ".timeline/manifest.json").mkdir(parents=True)


def a_folder_without_rights(out: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write anywhere")
    out.chmod(0o555)


@pytest.mark.parametrize(
    "prepare",
    [
        a_file_for_a_folder,
        a_folder_for_a_file,
        a_file_for_the_site,
        a_folder_for_the_manifest,
        a_folder_without_rights,
    ],
)
def test_what_cannot_be_written_is_an_output_error_that_names_it(
    prepare: Callable[[Path], None], tmp_path: Path
) -> None:
    """Never a traceback."""
    out = tmp_path / "site"
    out.mkdir()
    prepare(out)
    with pytest.raises(OutputError, match=str(out)):
        bring(NEW, out)


def test_a_disk_that_is_full_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file lands whole or not at all, and the next run makes up for it."""
    bring(OLD, tmp_path)
    write = Path.write_bytes

    def write_half(path: Path, data: bytes) -> int:
        if b"new home" not in data:
            return write(path, data)
        write(path, data[: len(data) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", write_half)
    with pytest.raises(OutputError, match=r"index\.html.*No space"):
        bring(NEW, tmp_path)
    assert files(tmp_path)["index.html"] == "old home"
    monkeypatch.undo()
    bring(NEW, tmp_path)
    assert files(tmp_path) == NEW


def test_two_runs_at_once_never_write_through_one_file(tmp_path: Path) -> None:
    """One page's bytes must not land under another page's address, however the runs take turns."""
    first, second = publish(outputs(OLD), tmp_path), publish(outputs(OLD), tmp_path)
    for _ in zip(first, second, strict=False):
        pass
    assert files(tmp_path) == OLD
