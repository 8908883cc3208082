"""Keeps what was read of a project for its next build, in a folder that git is told to ignore.

It is believed where this very program wrote it, whole, and of a file only while the system tells that it is as it was
(see `Memory`). A pickle can name any function: none is looked up but the plain types that a file is made of.
"""

import hashlib
import io
import pickle
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator import errors, links, model, moment
from generator.config import Project
from generator.errors import OutputError
from generator.files import write_aside
from generator.load import file, memory, schema
from generator.load.memory import Known, Memory
from generator.program_digest import program_digest
from generator.sources import TICK

_MODULES = {module.__name__: module for module in (errors, file, links, memory, model, moment, schema)}
NOTE = "content"
"""What it is called, in the folder that is the tool's own."""

_SEAL = hashlib.sha256().digest_size
_SHARE = 0.05
"""Of the files: to keep all anew takes longer than to read so few once more."""


@contextmanager
def kept_memory(project: Project, *, anew: bool = False) -> Iterator[Memory]:
    """What was read of a project before, or nothing if all is to be read `anew`. What is read meanwhile is kept, if it
    is much, and also where a build fails. Where it cannot be kept, it is read again."""
    path = project.notes / NOTE
    known = Memory() if anew else _recall(path)
    try:
        yield known
    finally:
        if known.count_read > _SHARE * len(known.files):
            data = pickle.dumps((known.setting, known.files), pickle.HIGHEST_PROTOCOL)
            with suppress(OutputError):
                write_aside(path, _seal(data) + data)


def _recall(path: Path) -> Memory:
    """What was kept, but for files that were so young then that they may have changed since by the same stamp."""
    try:
        data, written = path.read_bytes(), path.stat().st_mtime_ns
        if data[:_SEAL] != _seal(data[_SEAL:]):
            return Memory()
        setting, files = _PlainUnpickler(io.BytesIO(data[_SEAL:])).load()
    except (OSError, pickle.UnpicklingError):
        return Memory()
    return Memory(setting, {name: known for name, known in files.items() if _is_old(known, written)})


def _is_old(known: Known, written: int) -> bool:
    return max(known.stamp.modified, known.stamp.changed) + TICK < written


def _seal(data: bytes) -> bytes:
    """What tells that data is whole, and from this program."""
    return hashlib.sha256(program_digest().encode() + data).digest()


class _PlainUnpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        """A type of one of our modules that hold nothing but data."""
        kind = getattr(_MODULES.get(module), name, None)
        if not isinstance(kind, type) or kind.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no type of a file")
        return kind
