"""The front door to watchfiles: what changes in the sources of a project."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Condition, Event, Thread
from typing import NamedTuple

from watchfiles import Change, watch

from generator.cancellation import Cancellation
from generator.config import Project

_PASSED_BY = re.compile(r"[.#].*|.*~|.*\.(sw[a-z]|tmp|part|crdownload)|4913")
"""Names of hidden files, and of those that editors and browsers put beside the one they write."""

_QUIET = 25
"""So many milliseconds without a change end a group of changes, such as those of a saved file, or of a branch."""
_PAUSE = 100
"""So many milliseconds pass before the folders are looked for again."""

_TURN = 0.5
"""Seconds at most until who waits for a change hears Ctrl-C, where the system does not wake him for that."""

Names = tuple[str, ...]


class Changed(NamedTuple):
    """The names of what has changed, none where anything may have; and what is called off by the next change."""

    names: Names
    cancellation: Cancellation


class Watch:
    """What changes in a project, noticed by another thread while there is something else to do."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._found, self._fault = list[Names](), list[BaseException]()
        self._cancellation = Cancellation()
        self._news, self._end = Condition(), Event()

    @contextmanager
    def running(self) -> Iterator[None]:
        """Notice changes until the end of the context."""
        Thread(target=self._follow, daemon=True).start()
        try:
            yield
        finally:
            self._end.set()

    def take(self) -> Changed:
        """All that has changed since it was taken last, as soon as something has. Raises what `changes` raises."""
        with self._news:
            while not (self._found or self._fault):
                self._news.wait(_TURN)
            if not self._found:
                raise self._fault[0]
            found, self._found = self._found, []
            self._cancellation = Cancellation()
            return Changed(_all(found), self._cancellation)

    def put_back(self, names: Names) -> None:
        """Let these changes be taken once more, with what comes after them."""
        with self._news:
            self._found.append(names)

    def _follow(self) -> None:
        try:
            for names in changes(self._project, self._end):
                with self._news:
                    self._found.append(names)
                    self._cancellation.cancel()
                    self._news.notify_all()
        except BaseException as error:  # noqa: BLE001 - whatever ends it is for the thread that waits
            with self._news:
                self._fault.append(error)
                self._news.notify_all()


def _all(found: Iterable[Names]) -> Names:
    """All these names; none where anything may have changed at a time."""
    together = [*found]
    return tuple(sorted({name for names in together for name in names})) if all(together) else ()


def changes(project: Project, end: Event) -> Iterator[Names]:
    """The names of what has changed in `content/`, `layouts/` and `seeds/`, each time that something has, until the
    end.

    The first comes at once and names nothing: from then on no change is missed, whatever the caller does in between.
    Nothing is named either after one of the folders has come or gone, since anything may then be new.
    """
    while not end.is_set():
        folders, is_begun = _folders(project), False
        with suppress(FileNotFoundError):  # a folder that went before it could be watched
            for found in watch(
                *folders,
                watch_filter=_Filter(project),
                step=_QUIET,
                stop_event=end,
                rust_timeout=_PAUSE,
                yield_on_timeout=True,
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
