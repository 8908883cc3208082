"""The front door to watchfiles: what changes in the sources of a project."""

import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from watchfiles import Change, watch

from generator.config import Project

_PASSED_BY = re.compile(r"[.#].*|.*~|.*\.(sw[a-z]|tmp|part|crdownload)|4913")
"""Names of hidden files, and of those that editors and browsers put beside the one they write."""

_QUIET = 25
"""So many milliseconds without a change end a group of changes, such as those of a saved file, or of a branch."""
_PAUSE = 100
"""So many milliseconds pass before the folders are looked for again."""


def changes(project: Project) -> Iterator[tuple[str, ...]]:
    """The names of what has changed in `content/`, `layouts/` and `seeds/`, each time that something has.

    The first comes at once and names nothing: from then on no change is missed, whatever the caller does in between.
    Nothing is named either after one of the folders has come or gone, since anything may then be new.
    """
    while True:
        folders, is_begun = _folders(project), False
        with suppress(FileNotFoundError):  # a folder that went before it could be watched
            for found in watch(
                *folders, watch_filter=_Filter(project), step=_QUIET, rust_timeout=_PAUSE, yield_on_timeout=True
            ):
                if not is_begun:
                    is_begun = True
                    yield ()
                elif found:
                    yield tuple(sorted({project.name(Path(path)) for _, path in found}))
                if _folders(project) != folders:
                    break


def _folders(project: Project) -> Mapping[Path, int]:
    """The folders that there are; one that was made anew has another number."""
    wanted = (project.content, project.root / "layouts", project.seeds)
    return {folder: folder.stat().st_ino for folder in wanted if folder.is_dir()}


class _Filter:
    """Whether a path is that of a source, and not of something that an editor leaves behind."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def __call__(self, _change: Change, path: str) -> bool:
        return is_source(self._project.name(Path(path)))


def is_source(name: str) -> bool:
    """Whether a file of this name below the project may decide what the site says."""
    return not any(_PASSED_BY.fullmatch(part) for part in name.split("/"))
