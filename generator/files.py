"""Files that are to be, and how they land: whole or not at all."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.errors import OutputError, reason

_IGNORED = ".gitignore"


Draw = Callable[[], bytes]
"""Gives the bytes of a file."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be: its path below the output folder, what decides its bytes, and how to draw them; by which template,
    if by one."""

    path: str
    fingerprint: str
    draw: Draw
    template: str = ""


Show = Callable[[Mapping[str, Draw]], None]
"""Told how each file of a site is drawn, by its path, before any is written."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files that are made together, so that their paths are known only once they are drawn: what decides the bytes of
    all, and how to draw them, by path below the output folder."""

    fingerprint: str
    draw: Callable[[], Mapping[str, bytes]]


class Deed(StrEnum):
    """What was done about a file."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    REMOVED = "removed"
    KEPT = "kept"


def read_at_most(path: Path, size: int) -> bytes:
    """The first `size` bytes of a file, so that a huge one costs no memory."""
    with path.open("rb") as file:
        return file.read(size)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn a failure of the system into an `OutputError` that names what could not be written."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path} could not be written: {reason(error)}") from error


def write_aside(path: Path, data: bytes) -> None:
    """Write `data` to `path` as `write_whole` does, in a folder that git is told to ignore. Raises `OutputError`."""
    write_whole(path.with_name(_IGNORED), b"*\n")
    write_whole(path, data)


def time_in(folder: Path) -> int | None:
    """The time as the file system tells it that has this folder, which git is told to ignore, in nanoseconds; None
    where nothing can be written there."""
    with suppress(OSError, OutputError):
        write_whole(folder / _IGNORED, b"*\n")
        return (folder / _IGNORED).stat().st_mtime_ns
    return None


def write_whole(path: Path, data: bytes, scratch: Path | None = None) -> None:
    """Write `data` to `path` by way of the file `scratch` on the same file system, so that no reader sees half of it.

    Where none is named, it is a hidden one beside the file. A process that is killed leaves the old file, or the new
    one. Raises `OutputError`.
    """
    scratch = scratch or path.with_name(f".{path.name}.part")
    with writing(path):
        scratch.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            scratch.write_bytes(data)
            scratch.replace(path)
        except BaseException:  # Ctrl-C too
            scratch.unlink(missing_ok=True)
            raise
