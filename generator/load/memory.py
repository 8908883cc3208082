"""What was read of files that have not changed since, for whoever reads a project again."""

import os
from collections.abc import Callable, Mapping
from typing import NamedTuple

from generator.errors import Problem
from generator.load.file import File


class Stamp(NamedTuple):
    """By what the system tells that a file is as it was; times in nanoseconds."""

    inode: int
    size: int
    modified: int
    changed: int

    @staticmethod
    def of(stat: os.stat_result, inode: int) -> "Stamp":
        """That of a file. Windows tells the inode elsewhere than in what a listing gives."""
        return Stamp(inode, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns)


class Known(NamedTuple):
    """A file in which nothing was found wrong."""

    stamp: Stamp
    file: File


class Memory:
    """The files that are known, by their names in the project, and the `setting` that they were read in: all that
    decides it beside themselves."""

    def __init__(self, setting: str = "", files: Mapping[str, Known] | None = None) -> None:
        self.setting = setting
        self.files: Mapping[str, Known] = files or {}
        self._now: dict[str, Known] = {}

    def begin(self, setting: str) -> None:
        """Begin to read a project. In another setting than before nothing is known."""
        if setting != self.setting:
            self.setting, self.files = setting, {}
        self._now = {}

    def recall(
        self, name: str, found: os.DirEntry[str], problems: list[Problem], read: Callable[[], File | None]
    ) -> File | None:
        """A file as it was read before, or as `read` gives it now, which adds to `problems` what is wrong with it."""
        stamp, known = _stamp(found), self.files.get(name)
        if known is None or known.stamp != stamp:
            faults = len(problems)
            file = read()
            if file is None or stamp is None or len(problems) > faults:
                return file
            known = Known(stamp, file)
        self._now[name] = known
        return known.file

    def end(self) -> None:
        """All has been read: what was not come by is forgotten."""
        self.files = self._now


def _stamp(found: os.DirEntry[str]) -> Stamp | None:
    try:
        return Stamp.of(found.stat(follow_symlinks=False), found.inode())
    except OSError:
        return None
