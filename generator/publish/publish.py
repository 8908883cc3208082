"""The room's one door: draws what is stale beside the site, then brings the site up to date, file by file.

lock ▶ draw into a scratch folder ▶ note what is about to be ▶ put it in place ▶ remove what is gone ▶ note what is

Until all is drawn nothing of the site is touched. From then on a file is the old one or the new one, and the manifest
knows the digest of both, so that the build after a killed one can tell its own files from those of somebody else.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from generator.errors import OutputError
from generator.files import Deed, Group, Output, write_whole, writing
from generator.publish.clash import clashing, folded, obstacle
from generator.publish.cores import Work, on_all_cores
from generator.publish.lock import locked
from generator.publish.manifest import (
    FOLDER,
    MANIFEST,
    Manifest,
    Record,
    digest_found,
    is_as_left,
    is_inside,
    manifest_bytes,
    read_manifest,
    record_of,
)
from generator.timings import Drawing, Stage, Timings


class _Drawn(NamedTuple):
    """A file that waits in the scratch folder, under its number, for its place."""

    number: int
    digest: str
    is_new: bool
    """Whether no file stands in its place."""


def publish(  # noqa: PLR0913 # all that a run may be told
    outputs: Sequence[Output],
    out: Path,
    *,
    groups: Sequence[Group] = (),
    cache: bool = True,
    start: Callable[[int], Callable[[], None]] = lambda _length: lambda: None,
    timings: Timings | None = None,
) -> dict[str, Deed]:
    """Bring `out` up to date and tell what was done: new files first, then those that change, each in the order given,
    which must be that of what is linked to before what links to it; what is no longer made last. So no page that a
    reader may have come to leads to one that is not there yet.

    A file whose fingerprint stands in the manifest and that is as it was left is not drawn again, unless `cache` is
    false. A file that this tool did not write is never touched: one that stands where a page must go raises
    `OutputError` before anything is written, one that was edited after it was written and is no longer made is kept.
    What else raises `OutputError`, or stops the run otherwise, leaves each file old or new; the next run goes on.
    The files of `groups` come before all outputs. A group is drawn again only where its fingerprint is new, or one of
    its files is not as it was left: the manifest tells by the fingerprint which files these are. `start` is told the
    number of files once it is known, and gives what to call after each that is drawn or need not be. `timings` learn
    how long each stage took, and each drawing.
    """
    own = out / FOLDER
    with writing(own):
        own.mkdir(parents=True, exist_ok=True)
    with locked(own / "lock", out) as lock, _scratch_folder(own / "new") as scratch:
        before = read_manifest(out) or Manifest({}, {})
        known = before if cache else Manifest({}, {})
        files = [*(file for group in groups for file in _files_of(group, known, out)), *outputs]
        publisher = _Publisher(files, out, scratch, before, lock, timings=timings or Timings(), use_cache=cache)
        return publisher.run(start(len(files)))


def _files_of(group: Group, known: Manifest, out: Path) -> Iterator[Output]:
    """The files of a group, which is drawn unless all that were made from its fingerprint stand as they were left."""
    made = {name: record for name, record in known.records.items() if record.fingerprint == group.fingerprint}
    is_fresh = made and all(is_as_left(out, name, record.size, record.modified) for name, record in made.items())
    drawn = lru_cache(group.draw)
    for name in made if is_fresh else drawn():
        yield Output(name, group.fingerprint, partial(lambda name: drawn()[name], name))


@contextmanager
def _scratch_folder(path: Path) -> Iterator[Path]:
    """An empty folder that is gone afterwards. What a killed build left goes first; what a process of that build may
    still write has another folder."""
    folder = path / str(os.getpid())
    with writing(path):
        shutil.rmtree(path, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)
    try:
        yield folder
    finally:
        shutil.rmtree(path, ignore_errors=True)


class _Publisher:
    def __init__(  # noqa: PLR0913 # all that a run is about
        self,
        outputs: Sequence[Output],
        out: Path,
        scratch: Path,
        before: Manifest,
        lock: BinaryIO,
        *,
        timings: Timings,
        use_cache: bool,
    ) -> None:
        self._outputs, self._out, self._scratch, self._use_cache = outputs, out, scratch, use_cache
        self._before, self._lock, self._timings = before, lock, timings
        self._after: dict[str, Record] = {}
        self._drawn: list[tuple[Output, _Drawn]] = []
        paths = {output.path for output in outputs}
        self._gone = sorted(self._before.names - paths, reverse=True)
        self._clashing = clashing(self._gone, paths)

    def run(self, advance: Callable[[], None]) -> dict[str, Deed]:
        self._timings.begin(Stage.COMPARING)
        stale = []
        for output in self._outputs:
            if self._stands(output):
                advance()
            else:
                stale.append(output)
        self._timings.begin(Stage.DRAWING)
        self._draw(stale, advance)
        self._timings.begin(Stage.WRITING)
        self._refuse_obstacles()
        deeds = dict.fromkeys((output.path for output in self._outputs), Deed.UNCHANGED) | dict(self._bring())
        if Manifest(self._after, {}) != self._before:
            self._note(Manifest(self._after, {}))
        return deeds

    def _stands(self, output: Output) -> bool:
        """Whether a file stands as it would be drawn."""
        record = self._before.records.get(output.path)
        if record is None or not self._is_fresh(output, record) or self._comes_anew(output):
            return False
        self._after[output.path] = record
        return True

    def _draw(self, stale: Sequence[Output], advance: Callable[[], None]) -> None:
        """Draw files beside the site."""
        clock = self._timings.clock

        def draw(number: int) -> tuple[_Drawn | Record | None, float]:
            begun = clock()
            return self._drawn_beside(stale[number], number), clock() - begun

        # The lock goes with this process: a copy of it that outlives it must hold nobody back.
        drawn = on_all_cores(Work(draw, len(stale), self._lock.close), advance)
        for output, (one, seconds) in zip(stale, drawn, strict=True):
            self._timings.drawings.append(Drawing(output.path, output.template, seconds))
            if isinstance(one, _Drawn):
                self._drawn.append((output, one))
            elif one:
                self._after[output.path] = one

    def _drawn_beside(self, output: Output, number: int) -> _Drawn | Record | None:
        if not is_inside(output.path):
            raise OutputError(f"{output.path} is no path below {self._out}")
        data = output.draw()
        with writing(self._out / output.path):
            return self._compare(output, data, number)

    def _is_fresh(self, output: Output, record: Record) -> bool:
        is_same = self._use_cache and record.fingerprint == output.fingerprint
        return is_same and is_as_left(self._out, output.path, record.size, record.modified)

    def _comes_anew(self, output: Output) -> bool:
        """Whether a file of almost the same name goes first, which may be the same file to the system."""
        return folded(output.path) in self._clashing

    def _compare(self, output: Output, data: bytes, number: int) -> _Drawn | Record | None:
        """Let what was drawn wait for its place. Where the file that stands there has the same bytes, nothing waits;
        what is to be remembered of it is given if it is this tool's."""
        path, digest = self._out / output.path, hashlib.sha256(data).hexdigest()
        found = digest_found(path)
        is_ours = output.path in self._before.records or self._is_ours(output.path, found)
        if found == digest and not self._comes_anew(output):
            return record_of(path, output.fingerprint, digest) if is_ours else None
        if found is None or is_ours:
            self._waiting(number).write_bytes(data)
            return _Drawn(number, digest, is_new=found is None)
        raise OutputError(f"{path} was not written by this tool: {_CURE}")

    def _waiting(self, number: int) -> Path:
        return self._scratch / str(number)

    def _is_ours(self, name: str, digest: str | None) -> bool:
        """Whether a file was written by this tool, also where its name had another case."""
        return any(self._before.knows(each, digest) for each in (name, self._clashing.get(folded(name), name)))

    def _refuse_obstacles(self) -> None:
        """A folder of somebody else's where a page must go, or a file where its folder must, stops the build."""
        going = [name for name in self._clashing.values() if self._is_ours(name, digest_found(self._out / name))]
        found = obstacle(self._out, (output.path for output, _ in self._drawn), going)
        if found:
            raise OutputError(f"{found} stands where a page must go, and was not written by this tool: {_CURE}")

    def _bring(self) -> Iterator[tuple[str, Deed]]:
        """Put in place what was drawn, after the removals that must be first and before those that may be last."""
        if self._drawn:
            self._note(self._before.intending({output.path: drawn.digest for output, drawn in self._drawn}))
        first = {*self._clashing.values()}
        yield from self._remove(name for name in self._gone if name in first)
        for output, drawn in sorted(self._drawn, key=lambda pair: not pair[1].is_new):
            self._place(output, drawn)
            yield output.path, Deed.WRITTEN
        yield from self._remove(name for name in self._gone if name not in first)

    def _place(self, output: Output, drawn: _Drawn) -> None:
        path = self._out / output.path
        with writing(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._waiting(drawn.number).replace(path)
            self._after[output.path] = record_of(path, output.fingerprint, drawn.digest)

    def _remove(self, names: Iterable[str]) -> Iterator[tuple[str, Deed]]:
        """Remove files that are no longer made and that nobody has edited, with the folders this leaves empty."""
        for name in names:
            path = self._out / name
            with writing(path):
                found = digest_found(path)
                is_ours = self._before.knows(name, found)
                if is_ours:
                    path.unlink()
            if found is not None:
                yield name, Deed.REMOVED if is_ours else Deed.KEPT
            folder = path.parent
            while folder != self._out and _remove_if_empty(folder):
                folder = folder.parent

    def _note(self, manifest: Manifest) -> None:
        write_whole(self._out / FOLDER / MANIFEST, manifest_bytes(manifest), self._scratch / MANIFEST)


_CURE = "move or delete it, or build into another folder"


def _remove_if_empty(folder: Path) -> bool:
    """Whether a folder is gone: it was empty, or was not there."""
    try:
        folder.rmdir()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
