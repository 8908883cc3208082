"""A new project: the files of `starter/`, laid into a folder that is new or empty."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.errors import SettingsError
from generator.files import writing

_STARTER = Path(__file__).with_name("starter")

_REQUIREMENTS = "requirements.txt"
"""Its last line waits for the address of this program."""


def starter() -> Mapping[str, bytes]:
    """The files of a new project by their paths in it."""
    paths = (path for path in sorted(_STARTER.rglob("*")) if path.is_file())
    return {path.relative_to(_STARTER).as_posix(): path.read_bytes() for path in paths}


def begin(folder: Path, requirement: str | None = None) -> None:
    """Lay a new project into a folder, whole or not at all. `requirement` is the line by which pip gets this program.

    Raises `SettingsError` where something stands there already, and `OutputError`.
    """
    files = dict(starter())
    if requirement:
        words = files[_REQUIREMENTS].decode().splitlines()[:-1]
        files[_REQUIREMENTS] = "\n".join([*words, requirement, ""]).encode()
    with writing(folder):
        _check_empty(folder, {name.split("/")[0] for name in files})
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=folder, prefix=".timeline-") as scratch:
            for name, data in files.items():
                path = Path(scratch, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
            for path in Path(scratch).iterdir():
                path.replace(folder / path.name)


def _check_empty(folder: Path, names: set[str]) -> None:
    """Hidden files, such as those of git, may be there, unless the new project has a file of that name."""
    found = sorted(path.name for path in folder.iterdir()) if folder.exists() else []
    stranger = next((name for name in found if not name.startswith(".") or name in names), None)
    if stranger:
        raise SettingsError(f"{folder} holds {stranger}: name a folder that is new or empty")
