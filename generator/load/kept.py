"""Keeps what was read of a project for its next build, in a folder that git is told to ignore.

It is believed where a note beside it tells that this very program wrote it, here: no copy of it, such as one that comes
with a repository, is even opened. Of a file it is believed while the system tells that the file is as it was.
"""

import hashlib
import io
import json
import pickle
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from generator import errors, links, model, moment
from generator.config import Project
from generator.errors import OutputError
from generator.files import time_in, write_aside
from generator.load import file, memory, schema
from generator.load.memory import Known, Memory, Stamp
from generator.program_digest import program_digest
from generator.sources import TICK

KEPT, NOTE = "read.pickle", "read.json"
"""What the two files are called, in the folder that is the tool's own."""

_MODULES = {module.__name__: module for module in (errors, file, links, memory, model, moment, schema)}
"""Those that have the types which a file that was read is made of."""
_SHARE = 0.05
"""Of the files: to keep all anew takes longer than to read so few once more."""


@contextmanager
def kept_memory(project: Project, *, anew: bool = False) -> Iterator[Memory]:
    """What was read of a project before, or nothing if all is to be read `anew`. What is read meanwhile is kept, if it
    is much, though the content be faulty. Where it cannot be kept, it is read again."""
    begun = time_in(project.notes)
    known = Memory() if anew else _recall(project.notes)
    before = known.files
    try:
        yield known
    finally:
        settled = {name: one for name, one in known.files.items() if begun and _was_at_rest(one, begun)}
        if sum(before.get(name) is not one for name, one in settled.items()) > _SHARE * len(settled):
            with suppress(OSError, OutputError):
                _keep(known.setting, settled, project.notes)


def _was_at_rest(known: Known, begun: int) -> bool:
    """Whether a file was so old before it was read that it cannot have been saved again since by the same stamp."""
    return max(known.stamp.modified, known.stamp.changed) + TICK < begun


def _keep(setting: str, files: Mapping[str, Known], folder: Path) -> None:
    data = pickle.dumps((setting, files), pickle.HIGHEST_PROTOCOL)
    write_aside(folder / KEPT, data)
    write_aside(folder / NOTE, json.dumps(_note(folder / KEPT, data)).encode())


def _recall(folder: Path) -> Memory:
    try:
        note, data = json.loads((folder / NOTE).read_bytes()), (folder / KEPT).read_bytes()
        if note != _note(folder / KEPT, data):
            return Memory()
        return Memory(*_PlainUnpickler(io.BytesIO(data)).load())
    except (OSError, ValueError, RecursionError, pickle.UnpicklingError):
        return Memory()


def _note(path: Path, data: bytes) -> dict[str, object]:
    """What tells that a file with this data is whole, of this program, and where and when it was written: nobody can
    know the last beforehand."""
    stat = path.stat()
    stamp, digest = Stamp.of(stat, stat.st_ino), hashlib.sha256(data).hexdigest()
    return {"program": program_digest(), "stamp": list(stamp), "sha256": digest}


class _PlainUnpickler(pickle.Unpickler):
    """A pickle can name any function. Nothing is looked up but types that some modules of ours define."""

    def find_class(self, module: str, name: str) -> type:
        """One of them."""
        kind = getattr(_MODULES.get(module), name, None)
        if not isinstance(kind, type) or kind.__module__ != module:
            raise pickle.UnpicklingError(f"{module}.{name} is no type of a file")
        return kind
