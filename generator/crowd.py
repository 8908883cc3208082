"""How much may lie in a folder: it is counted before anything in it is read."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.errors import Code, ContentError, Position, Problem, reason

MOST = 200_000
"""The most files and folders below one: a build of so many entries takes some 6 GB of memory."""

DEEPEST = 100
"""The most folders within one another: each is gone into from within the last."""


def check_folder(folder: Path, name: str) -> None:
    """Raises `ContentError` where a folder cannot be gone through. `name` is what people call it."""
    if fault := fault_of(folder, name):
        raise ContentError([fault])


def fault_of(folder: Path, name: str) -> Problem | None:
    """More than is read, folders deeper within one another, or one that cannot be listed. No more is looked at than is
    needed to tell."""
    hint = "move what does not belong here elsewhere, or make several timelines of it"
    try:
        for count, depth in enumerate(_depths(folder), 1):
            if count > MOST:
                return Problem(Code.TOO_MANY, name, Position(), f"more than {MOST:,} files and folders lie here", hint)
            if depth > DEEPEST:
                message = f"more than {DEEPEST} folders lie within one another here"
                return Problem(Code.TOO_MANY, name, Position(), message, hint)
    except OSError as error:
        path = (Path(name) / Path(error.filename).relative_to(folder)).as_posix()
        message = f"the folder cannot be read: {reason(error)}"
        return Problem(Code.UNREADABLE, path, Position(), message, "check its permissions")
    return None


def _depths(folder: Path) -> Iterator[int]:
    """How deep each file and folder lies. Links are not followed; a folder may be missing, or go meanwhile."""
    waiting = [(str(folder), 0)]
    while waiting:
        path, depth = waiting.pop()
        with suppress(FileNotFoundError), os.scandir(path) as found:
            for entry in found:
                yield depth
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, depth + 1))
