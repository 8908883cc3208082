"""What may go wrong while a site is written, and what then stands: whole files, which the next run completes."""

import errno
import hashlib
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

import pytest

from generator.errors import OutputError
from generator.files import Deed, Output
from generator.publish.publish import publish

OLD = {"a.css": "old style", "entries/x/index.html": "old x", "entries/y/index.html": "old y", "index.html": "old home"}
NEW = {"a.css": "new style", "entries/x/index.html": "new x", "entries/z/index.html": "new z", "index.html": "new home"}

DAMAGED_MANIFESTS = {
    "empty": b"",
    "cut off": b'{"format": 2, "files": {"index.html": ["a", "b", 1',
    "not UTF-8": b"\xff\xfe\x00",
    "no object": b"[1]",
    "no format": b'{"files": {}, "intended": {}}',
    "no files": b'{"format": 2, "intended": {}}',
    "nothing intended": b'{"format": 2, "files": {}}',
    "files in a list": b'{"format": 2, "files": ["index.html"], "intended": {}}',
    "a short record": b'{"format": 2, "files": {"index.html": ["a"]}, "intended": {}}',
    "no record": b'{"format": 2, "files": {"index.html": null}, "intended": {}}',
    "no digests": b'{"format": 2, "files": {}, "intended": {"index.html": null}}',
    "an older format": b'{"format": 1, "files": {"index.html": ["a", "b", 1, 2]}, "intended": {}}',
    "a newer format": b'{"format": 99, "files": {"index.html": ["a", "b", 1, 2]}, "intended": {}}',
}


class StoppedError(Exception):
    """Stands for whatever may stop a run."""


def stop() -> NoReturn:
    raise StoppedError


def outputs(site: Mapping[str, str]) -> list[Output]:
    return [Output(name, text, text.encode) for name, text in site.items()]


def bring(site: Mapping[str, str], out: Path) -> dict[str, Deed]:
    return publish(outputs(site), out)


def files(out: Path) -> dict[str, str]:
    """All files of the folder but the tool's own."""
    paths = (path for path in out.rglob("*") if path.is_file() and ".timeline" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_text() for path in paths}


def write(out: Path, text: str, *names: str) -> None:
    for name in names:
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text(text)


StopAt = Callable[[int, Mapping[str, str], Path], None]


@pytest.fixture
def stopped_at(monkeypatch: pytest.MonkeyPatch) -> StopAt:
    """A run that is stopped as it puts the file of this number in its place, and so cannot say what it has done."""

    def run(number: int, site: Mapping[str, str], out: Path) -> None:
        left = [*range(number), None]
        replace = Path.replace

        def replace_or_stop(path: Path, target: Path) -> Path:
            return stop() if path.name.isdigit() and left.pop(0) is None else replace(path, target)

        with monkeypatch.context() as patch:
            patch.setattr(Path, "replace", replace_or_stop)
            with pytest.raises(StoppedError):
                bring(site, out)

    return run


@pytest.mark.parametrize("damage", DAMAGED_MANIFESTS.values(), ids=DAMAGED_MANIFESTS)
def test_a_damaged_manifest_remembers_nothing_and_harms_nothing(damage: bytes, tmp_path: Path) -> None:
    """No file is taken for ours: what says the same stands, what is no longer made stays."""
    bring(OLD, tmp_path)
    (tmp_path / ".timeline/manifest.json").write_bytes(damage)
    assert bring(OLD, tmp_path) == dict.fromkeys(OLD, Deed.UNCHANGED)
    assert bring({}, tmp_path) == {}
    assert files(tmp_path) == OLD
    with pytest.raises(OutputError, match=r"was not written by this tool: move or delete it"):
        bring(NEW, tmp_path)
    assert files(tmp_path) == OLD


@pytest.mark.parametrize("damage", DAMAGED_MANIFESTS.values(), ids=DAMAGED_MANIFESTS)
def test_once_the_folder_is_empty_a_damaged_manifest_is_written_anew(damage: bytes, tmp_path: Path) -> None:
    """The cure that is told works, also where hidden files stay."""
    write(tmp_path, "", ".timeline/manifest.json")
    (tmp_path / ".timeline/manifest.json").write_bytes(damage)
    bring(OLD, tmp_path)
    bring(NEW, tmp_path)
    assert files(tmp_path) == NEW


def test_a_manifest_of_another_format_is_not_believed(tmp_path: Path) -> None:
    """What its records mean is not known, so everything is drawn anew."""
    bring(OLD, tmp_path)
    manifest = json.loads((tmp_path / ".timeline/manifest.json").read_bytes())
    (tmp_path / ".timeline/manifest.json").write_text(json.dumps(manifest | {"format": 0}))
    with pytest.raises(StoppedError):
        publish([Output("index.html", OLD["index.html"], stop)], tmp_path)


@pytest.mark.parametrize("group", ["files", "intended"])
def test_a_manifest_does_not_lead_out_of_the_site(group: str, tmp_path: Path) -> None:
    """A file elsewhere is not removed, whatever the manifest says of it."""
    (tmp_path / "precious.txt").write_text("mine")
    digest = hashlib.sha256(b"mine").hexdigest()
    out = tmp_path / "site"
    bring(OLD, out)
    manifest = json.loads((out / ".timeline/manifest.json").read_bytes())
    manifest[group]["../precious.txt"] = ["", digest, 0, 0]
    (out / ".timeline/manifest.json").write_text(json.dumps(manifest))
    bring({}, out)
    assert (tmp_path / "precious.txt").read_text() == "mine"


@pytest.mark.parametrize("number", range(len(NEW)))
def test_a_page_that_cannot_be_drawn_leaves_the_site_as_it_was(number: int, tmp_path: Path) -> None:
    """Also where other pages have been drawn before it; and nothing is left of these."""
    bring(OLD, tmp_path)
    made = outputs(NEW)
    made[number] = Output(made[number].path, made[number].fingerprint, stop)
    with pytest.raises(StoppedError):
        publish(made, tmp_path)
    assert files(tmp_path) == OLD
    assert {path.name for path in (tmp_path / ".timeline").iterdir()} == {"lock", "manifest.json"}
    assert bring(OLD, tmp_path) == dict.fromkeys(OLD, Deed.UNCHANGED)


@pytest.mark.parametrize("number", range(len(NEW)))
def test_a_run_that_is_stopped_leaves_whole_files_old_or_new(number: int, stopped_at: StopAt, tmp_path: Path) -> None:
    """What is new comes first, then what changes, each in the order given; nothing is gone, and nothing is half."""
    bring(OLD, tmp_path)
    stopped_at(number, NEW, tmp_path)
    written = dict(sorted(NEW.items(), key=lambda file: file[0] in OLD)[:number])
    assert files(tmp_path) == OLD | written


@pytest.mark.parametrize("number", range(len(NEW)))
@pytest.mark.parametrize("before", [{}, OLD], ids=["into an empty folder", "over an older site"])
def test_the_run_after_a_stopped_one_finishes_its_work(
    before: Mapping[str, str], number: int, stopped_at: StopAt, tmp_path: Path
) -> None:
    """As if there had been one clean run; the run after that has nothing left to do."""
    bring(before, tmp_path)
    stopped_at(number, NEW, tmp_path)
    bring(NEW, tmp_path)
    assert files(tmp_path) == NEW
    assert bring(NEW, tmp_path) == dict.fromkeys(NEW, Deed.UNCHANGED)
    assert bring({}, tmp_path) == dict.fromkeys(NEW, Deed.REMOVED)
    assert {path.name for path in (tmp_path / ".timeline").iterdir()} == {"lock", "manifest.json"}


@pytest.mark.parametrize("number", range(len(NEW)))
def test_pages_that_stopped_runs_made_may_be_gone_by_the_next(number: int, stopped_at: StopAt, tmp_path: Path) -> None:
    """What they wrote and is no longer made is removed, also after two; what they did not come to is not missed."""
    bring(OLD, tmp_path)
    stopped_at(number, NEW, tmp_path)
    stopped_at(0, {"entries/z/index.html": "other z", "index.html": "other"}, tmp_path)
    bring({"index.html": "alone"}, tmp_path)
    assert files(tmp_path) == {"index.html": "alone"}


@pytest.mark.parametrize("name", ["entries/x/index.html", "entries/z/index.html"])
def test_what_somebody_wrote_after_a_stopped_run_is_not_removed(name: str, stopped_at: StopAt, tmp_path: Path) -> None:
    """Whether in the place of a page that stood there or of one that was to come."""
    bring(OLD, tmp_path)
    stopped_at(0, NEW, tmp_path)
    write(tmp_path, "mine", name)
    assert bring({"index.html": "alone"}, tmp_path)[name] is Deed.KEPT
    assert files(tmp_path) == {"index.html": "alone", name: "mine"}


def test_what_somebody_wrote_after_a_stopped_run_is_not_overwritten(stopped_at: StopAt, tmp_path: Path) -> None:
    """The page was to stand there and never did."""
    bring(OLD, tmp_path)
    stopped_at(0, NEW, tmp_path)
    write(tmp_path, "mine", "entries/z/index.html")
    with pytest.raises(OutputError, match="was not written by this tool"):
        bring(NEW, tmp_path)
    assert files(tmp_path) == OLD | {"entries/z/index.html": "mine"}


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
    write(tmp_path, "mine", theirs)
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


@pytest.mark.parametrize(
    "prepare",
    [
        a_file_for_a_folder,
        a_folder_for_a_file,
        a_file_for_the_site,
        a_folder_for_the_manifest,
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


FAILURES = {
    "no rights": PermissionError(errno.EACCES, "Permission denied"),
    "a disk that may only be read": OSError(errno.EROFS, "Read-only file system"),
    "a disk that is full": OSError(errno.ENOSPC, "No space left on device"),
    "a failure without a name": OSError("the disk is gone"),
    "a failure without a word": OSError(),
}
# What writing is made of, and the files at which each may fail.
STEPS = [
    ("mkdir", ".timeline"),
    ("open", "lock"),
    ("mkdir", "new"),
    ("write_bytes", "0"),
    ("write_bytes", "manifest.json"),
    ("replace", "manifest.json"),
    ("mkdir", "z"),
    ("replace", "2"),
    ("unlink", "index.html"),
]


@pytest.mark.parametrize("failure", FAILURES.values(), ids=FAILURES)
@pytest.mark.parametrize(("step", "name"), STEPS)
def test_whatever_the_system_refuses_is_told_and_made_up_for_by_the_next_run(
    step: str, name: str, failure: OSError, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is named, each file is whole, old or new, and nothing of somebody else's is needed to mend it."""
    bring(OLD, tmp_path)
    do = getattr(Path, step)

    def fail(path: Path, *arguments: object, **options: object) -> object:
        if path.name == name:
            raise failure
        return do(path, *arguments, **options)

    with monkeypatch.context() as patch:
        patch.setattr(Path, step, fail)
        with pytest.raises(OutputError, match=str(tmp_path)) as fault:
            bring(NEW, tmp_path)
    assert str(fault.value).rsplit(": ", 1)[1] in {failure.strerror, "the disk is gone", "OSError"}
    assert all(text in {OLD.get(name), NEW.get(name)} for name, text in files(tmp_path).items())
    bring(NEW, tmp_path)
    assert files(tmp_path) == NEW


def test_a_source_that_cannot_be_read_is_not_told_as_a_fault_of_the_site(tmp_path: Path) -> None:
    """It is the source that is named, and the site stands."""
    bring(OLD, tmp_path)
    with pytest.raises(FileNotFoundError, match="picture"):
        publish([Output("index.html", "new", (tmp_path / "picture").read_bytes)], tmp_path)
    assert files(tmp_path) == OLD
