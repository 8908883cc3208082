"""What was read of files that have not changed since, for whoever reads a project again."""

import os
from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.errors import Problem
from generator.load.file import File


class Stamp(NamedTuple):
    """By what the system tells that a file is as it was; times in nanoseconds."""

    file: int
    size: int
    modified: int
    changed: int

    @staticmethod
    def of(stat: os.stat_result, file: int | None = None) -> "Stamp":
        """That of a file with its number, where Windows tells that elsewhere."""
        return Stamp(stat.st_ino if file is None else file, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


class Known(NamedTuple):
    """A file in which nothing was found wrong."""

    stamp: Stamp
    file: File


class Memory:
    """The files that are known, by their names in the project, and the `setting` that they were read in: all that
    decides it beside themselves. `count_read` is how many of them were read since."""

    def __init__(self, setting: str = "", files: Mapping[str, Known] | None = None) -> None:
        self.setting = setting
        self.files = dict(files or {})
        self.count_read = 0
        self._before: dict[str, Known] = {}

    def begin(self, setting: str) -> None:
        """Begin to read a project: what is not recalled from now on will be forgotten. In another setting nothing is
        known."""
        self._before = self.files if setting == self.setting else {}
        self.setting, self.files = setting, {}

    def recall(
        self, name: str, found: os.DirEntry[str], problems: list[Problem], read: Callable[[], File | None]
    ) -> File | None:
        """A file as it was read before, or as `read` gives it now, which adds to `problems` what is wrong with it."""
        stamp, known = _stamp(found), self._before.get(name)
        if known is None or known.stamp != stamp:
            faults = len(problems)
            file = read()
            if file is None or stamp is None or len(problems) > faults:
                return file
            known = Known(stamp, file)
            self.count_read += 1
        self.files[name] = known
        return known.file


def _stamp(found: os.DirEntry[str]) -> Stamp | None:
    try:
        return Stamp.of(found.stat(follow_symlinks=False), found.inode())
    except OSError:
        return None
