"""One build at a time into one folder."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from generator.errors import BusyError, OutputError, reason
from generator.files import writing

if sys.platform == "win32":
    import msvcrt

    def _take(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path, whole: Path) -> Iterator[BinaryIO]:
    """Hold `path` as the lock of the folder `whole`, and give the open file.

    Raises `BusyError` while another build holds it.

    The system lets go of a lock when its process ends, however it ends. The file stays, since a lock on a file that
    somebody removes holds nobody back.
    """
    with writing(path):
        file = path.open("ab")
    with file:
        try:
            _take(file)
        except (BlockingIOError, PermissionError) as error:
            raise BusyError(f"another build is writing into {whole}: wait for its end and build again") from error
        except OSError as error:
            raise OutputError(f"{path} cannot be locked: {reason(error)}") from error
        yield file
