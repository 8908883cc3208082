"""What was read of files that have not changed since, for a program that reads a project again and again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from generator.load.file import File
from generator.report import Report


@dataclass(frozen=True, slots=True)
class _Stamp:
    """By what the system tells that a file is as it was."""

    file: int
    size: int
    modified: int
    changed: int


class _Known(NamedTuple):
    """A file in which nothing was found wrong, and by which setting it was read."""

    stamp: _Stamp
    setting: object
    file: File


class Memory:
    """The files that are known."""

    def __init__(self) -> None:
        self._settings: list[object] = []
        self._files: dict[Path, _Known] = {}

    def setting(self, given: object) -> object:
        """All that decides how a file is read beside itself, as the same object whenever it is equal."""
        if given not in self._settings:
            self._settings.append(given)
        return self._settings[self._settings.index(given)]

    def recall(self, path: Path, setting: object, report: Report, read: Callable[[], File | None]) -> File | None:
        """A file as it was read before by the same setting, or as `read` gives it now."""
        stamp, known = _stamp(path), self._files.pop(path, None)
        if known and known.stamp == stamp and known.setting is setting:
            file: File | None = replace(known.file, report=report)
        else:
            before = report.count
            file = read()
            if report.count > before:
                return file
        if file and stamp:
            self._files[path] = _Known(stamp, setting, file)
        return file


def _stamp(path: Path) -> _Stamp | None:
    try:
        stat = path.stat()
    except OSError:
        return None
    return _Stamp(stat.st_ino, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)
