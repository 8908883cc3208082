"""The room's one door: writes the files of the site, each whole, in the order given, then removes what is gone."""

import hashlib
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from uuid import uuid4

from generator.errors import OutputError
from generator.files import Output, write_whole
from generator.publish.manifest import FOLDER, Record, manifest_bytes, read_manifest


class Deed(StrEnum):
    """What was done about a file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    KEPT = "kept"


def publish(outputs: Sequence[Output], out: Path, *, cache: bool = True) -> Iterator[tuple[str, Deed]]:
    """Bring `out` up to date and tell, file by file, what was done.

    A file whose fingerprint stands in the manifest and that is as it was left is not drawn again, unless `cache` is
    false. A file that this tool did not write is never touched: one that stands where a page must go raises
    `OutputError` before anything is written, one that was edited after it was written is kept.
    """
    publisher = _Publisher(out, use_cache=cache)
    try:
        yield from publisher.run(outputs)
    except OSError as error:
        raise OutputError(f"{out}: {error.strerror or error}") from error
    finally:
        publisher.clean_up()


class _Publisher:
    def __init__(self, out: Path, *, use_cache: bool) -> None:
        self._out = out
        self._before = read_manifest(out)
        self._use_cache = use_cache
        self._after: dict[str, Record] = {}
        # A name of its own, so that two builds at once never write through one file.
        self._scratch = out / FOLDER / f"scratch-{uuid4().hex}" / "file"

    def run(self, outputs: Sequence[Output]) -> Iterator[tuple[str, Deed]]:
        self._refuse_strangers(outputs)
        stale = {output.path: _INTENDED for output in outputs if not self._is_fresh(output)}
        if stale:
            self._write_manifest(self._before | stale)
        for output in outputs:
            yield output.path, self._bring(output)
        for path in sorted(self._before.keys() - self._after.keys(), reverse=True):
            yield path, self._remove(path)
        if stale or self._after != self._before:
            self._write_manifest(self._after)

    def clean_up(self) -> None:
        """Remove what only this run needed."""
        shutil.rmtree(self._scratch.parent, ignore_errors=True)

    def _refuse_strangers(self, outputs: Iterable[Output]) -> None:
        """A file of somebody else's, where a page must go, stops the build."""
        for output in outputs:
            path = self._out / output.path
            if output.path not in self._before and path.exists() and not _is_same(path, output):
                raise OutputError(f"{path} was not written by this tool: move it away, or build into another folder")

    def _is_fresh(self, output: Output) -> bool:
        """Whether the file stands as it would be drawn."""
        record = self._before.get(output.path)
        is_known = self._use_cache and record is not None and record.fingerprint == output.fingerprint
        return is_known and record is not None and _is_as_left(self._out / output.path, record)

    def _bring(self, output: Output) -> Deed:
        if self._is_fresh(output):
            self._after[output.path] = self._before[output.path]
            return Deed.UNCHANGED
        path = self._out / output.path
        data = output.draw()
        is_same = path.is_file() and path.read_bytes() == data
        if not is_same:
            write_whole(path, data, self._scratch)
        stat = path.stat()
        self._after[output.path] = Record(output.fingerprint, _digest(data), stat.st_size, stat.st_mtime_ns)
        return Deed.UNCHANGED if is_same else Deed.WRITTEN

    def _remove(self, name: str) -> Deed:
        """Remove a file that is no longer made, and the folders this leaves empty."""
        path = self._out / name
        record = self._before[name]
        is_edited = path.is_file() and record != _INTENDED and _digest(path.read_bytes()) != record.digest
        if path.is_dir() or is_edited:
            return Deed.KEPT
        with suppress(FileNotFoundError, NotADirectoryError):
            path.unlink()
        for folder in path.parents:
            if folder == self._out or not _remove_if_empty(folder):
                break
        return Deed.REMOVED

    def _write_manifest(self, records: dict[str, Record]) -> None:
        write_whole(self._out / FOLDER / "manifest.json", manifest_bytes(records), self._scratch)


_INTENDED = Record("", "", 0, 0)
"""Stands in the manifest for a file that is about to be written, so that a killed build leaves nothing unknown."""


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _remove_if_empty(folder: Path) -> bool:
    """Whether a folder is gone: it was empty, or was not there."""
    try:
        folder.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _is_as_left(path: Path, record: Record) -> bool:
    try:
        stat = path.stat()
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == (record.size, record.modified)


def _is_same(path: Path, output: Output) -> bool:
    return path.is_file() and path.read_bytes() == output.draw()
