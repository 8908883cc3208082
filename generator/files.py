"""Files that land whole or not at all."""

from pathlib import Path

from generator.errors import OutputError


def write_whole(path: Path, data: bytes, scratch: Path) -> None:
    """Write `data` to `path` by way of the file `scratch` on the same file system, so that no reader sees half of it.

    A process that is killed leaves the old file, or the new one. Raises `OutputError`.
    """
    try:
        scratch.parent.mkdir(parents=True, exist_ok=True)
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_bytes(data)
        scratch.replace(path)
    except OSError as error:
        raise OutputError(f"{path} could not be written: {error.strerror or error}") from error
