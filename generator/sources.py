"""What a site is made from, as the file system tells it: enough to notice that somebody has saved something."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from generator.crowd import fault_of
from generator.errors import ContentError, OutputError

T = TypeVar("T")

TICK = 2_000_000_000
"""Nanoseconds: some file systems tell the time of a file no finer. What is so young may have changed since."""

_TRIES = 5


class _LinkedFolderError(Exception):
    """A folder is a link: what lies behind it is not looked through."""


@dataclass(frozen=True, slots=True)
class Look:
    """How some folders look, and when the youngest file in them changed, in nanoseconds."""

    digest: str
    changed: int


def look(folders: Iterable[Path]) -> Look | None:
    """How all that lies in these folders looks; None where it cannot be told."""
    lines, changed = list[str](), 0
    try:
        for folder in folders:
            if fault_of(folder, folder.name):
                return None
            for path, stat in _files(folder) if folder.is_dir() else ():
                lines.append(f"{path} {stat.st_size} {stat.st_mtime_ns} {stat.st_ino}")
                changed = max(changed, stat.st_mtime_ns, stat.st_ctime_ns)
    except (OSError, _LinkedFolderError):
        return None
    return Look(hashlib.sha256("\0".join(lines).encode(errors="surrogateescape")).hexdigest(), changed)


def at_rest(folder: Path, read: Callable[[], T]) -> T:
    """What `read` makes of a folder in which nothing is saved meanwhile: else it reads again.

    Raises what `read` raises, and `OutputError` where there is no end to it.
    """
    for _ in range(_TRIES):
        before = look([folder])
        found: T | ContentError
        try:
            found = read()
        except ContentError as error:
            found = error
        if look([folder]) == before:
            return _given(found)
    raise OutputError(f"{folder} changes again and again while it is read: build again once it is at rest")


def _given(found: T | ContentError) -> T:
    if isinstance(found, ContentError):
        raise found
    return found


def _files(folder: Path | str) -> Iterator[tuple[str, os.stat_result]]:
    """All that lies in a folder, in the order of its names, with what the system knows of it."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if not entry.is_dir():
            yield entry.path, entry.stat()
        elif entry.is_symlink():
            raise _LinkedFolderError(entry.path)
        else:
            yield from _files(entry.path)
