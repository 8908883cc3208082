"""Keeps what was read of a project for its next build, in a folder that git is told to ignore.

It is believed where a note beside it tells that this very program wrote it, here: no copy of it, such as one that comes
with a repository, is even opened. Of a file it is believed while the system tells that the file is as it was.
"""

import hashlib
import io
import json
import pickle
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator import errors, links, model, moment
from generator.config import Project
from generator.errors import OutputError
from generator.files import write_aside
from generator.load import file, memory, schema
from generator.load.memory import Known, Memory, Stamp
from generator.program_digest import program_digest
from generator.sources import TICK

KEPT, NOTE = "content", "content.json"
"""What the two files are called, in the folder that is the tool's own."""

_MODULES = {module.__name__: module for module in (errors, file, links, memory, model, moment, schema)}
_SHARE = 0.05
"""Of the files: to keep all anew takes longer than to read so few once more."""


@contextmanager
def kept_memory(project: Project, *, anew: bool = False) -> Iterator[Memory]:
    """What was read of a project before, or nothing if all is to be read `anew`. What is read meanwhile is kept, if it
    is much, and also where a build fails. Where it cannot be kept, it is read again."""
    known = Memory() if anew else _recall(project.notes)
    try:
        yield known
    finally:
        if known.count_read > _SHARE * len(known.files):
            with suppress(OSError, OutputError):
                _keep(known, project.notes)


def _keep(known: Memory, folder: Path) -> None:
    data = pickle.dumps((known.setting, known.files), pickle.HIGHEST_PROTOCOL)
    write_aside(folder / KEPT, data)
    write_aside(folder / NOTE, json.dumps(_note(folder / KEPT, data)).encode())


def _recall(folder: Path) -> Memory:
    """What was kept, but for files that were so young then that they may have changed since by the same stamp."""
    path = folder / KEPT
    try:
        note, data = json.loads((folder / NOTE).read_bytes()), path.read_bytes()
        if note != _note(path, data):
            return Memory()
        setting, files = _PlainUnpickler(io.BytesIO(data)).load()
        written = path.stat().st_mtime_ns
    except (OSError, ValueError, RecursionError, pickle.UnpicklingError):
        return Memory()
    return Memory(setting, {name: known for name, known in files.items() if _is_old(known, written)})


def _note(path: Path, data: bytes) -> dict[str, object]:
    """What tells that a file with this data is whole, of this program, and where and when it was written: nobody can
    know the last beforehand."""
    stamp, digest = Stamp.of(path.stat()), hashlib.sha256(data).hexdigest()
    return {"program": program_digest(), "stamp": list(stamp), "sha256": digest}


def _is_old(known: Known, written: int) -> bool:
    return max(known.stamp.modified, known.stamp.changed) + TICK < written


class _PlainUnpickler(pickle.Unpickler):
    """A pickle can name any function. Nothing is looked up but the plain types that a file is made of."""

    def find_class(self, module: str, name: str) -> type:
        """A type of one of our modules that hold nothing but data."""
        kind = getattr(_MODULES.get(module), name, None)
        if not isinstance(kind, type) or kind.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no type of a file")
        return kind
