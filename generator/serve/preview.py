"""The room's one door: builds the site, shows it, and builds it again whenever its sources change.

What a build has planned is shown at once, and drawn for who asks for it, while the build writes the files. What is
saved before that is done calls it off: the next build writes them.
"""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from time import sleep
from typing import Generic, Protocol, TypeVar
from urllib.parse import urlsplit

from generator.cancellation import Cancellation, CancelledError
from generator.config import Project
from generator.errors import BusyError, ContentError, TimelineError, told
from generator.excerpts import Excerpts
from generator.files import Draw, Show
from generator.serve.board import Board, State, faults_of
from generator.serve.server import Server, open_server
from generator.serve.shown import IN_PLACE, ShownSite
from generator.serve.watching import Changed, Watch

_PATIENCE = 1.0
"""Seconds at least before a build is tried again that another one held up."""


class Built(Protocol):
    """What a build tells of itself."""

    @property
    def base_url(self) -> str:
        """The address of the site on the web."""

    @property
    def written(self) -> Sequence[str]:
        """Files that are new, or say something else than before."""

    @property
    def removed(self) -> Sequence[str]:
        """Files that are no longer made."""


B = TypeVar("B", bound=Built)


@dataclass(frozen=True, slots=True)
class Round(Generic[B]):
    """One build: the names of what had changed before it, its result or what it failed of, and how long it took."""

    changed: tuple[str, ...]
    result: B | Exception
    seconds: float


class Preview(Generic[B]):
    """A site that is shown while it is written. `build` brings it up to date after files of some names have changed,
    and tells what is to be shown meanwhile; it may be called off. `clock` counts seconds."""

    def __init__(
        self,
        project: Project,
        site: Path,
        port: int | None,
        build: Callable[[tuple[str, ...], Show, Cancellation], B],
        clock: Callable[[], float],
    ) -> None:
        """Take a port. Raises `SettingsError` where it cannot be had."""
        self._project, self._build, self._clock = project, build, clock
        self._board = Board(State(_version(token_hex(4), 0)))
        self._site = ShownSite(site)
        self._server: Server = open_server(self._site, self._board, port)

    @property
    def address(self) -> str:
        """Where the site is shown."""
        return self._server.address

    @property
    def state(self) -> State:
        """What open pages are told."""
        return self._board.state

    def rounds(self) -> Generator[Round[B], None, None]:
        """Build at once and after each change, for ever. While a build fails, the last good site is shown. One that is
        called off is no round: the next one is after all that has changed."""
        watch = Watch(self._project)
        with self._server.running(), watch.running():
            while True:
                changed = watch.take()
                try:
                    yield from self._rounds_after(changed)
                except CancelledError:
                    watch.put_back(changed.names)

    def _rounds_after(self, changed: Changed) -> Iterator[Round[B]]:
        """One round; where another build holds the folder, a second one as soon as it has let go."""
        is_late = False
        while True:
            begun, shown = self._clock(), self.state.version
            result = self._attempt(changed, _wait if is_late else self._show)
            seconds = self._clock() - begun
            is_busy = isinstance(result, BusyError)
            if not (is_busy and is_late):
                self._board.post(self._next(result, shown, is_late=is_late))
                yield Round(changed.names, result, seconds)
            if not is_busy:
                return
            is_late = True
            sleep(max(_PATIENCE, seconds))

    def _attempt(self, changed: Changed, show: Show) -> B | Exception:
        """What a build has done, or failed of: then that is shown again which was before. Raises `CancelledError`."""
        before = self._site.plan
        try:
            built = self._build(changed.names, show, changed.cancellation)
        except CancelledError:
            raise
        except Exception as error:  # noqa: BLE001 - a fault of ours is told too, and must not end the preview
            self._site.plan = before
            return error
        self._site.plan = IN_PLACE
        return built

    def _show(self, drawings: Mapping[str, Draw]) -> None:
        """Let open pages load what is planned."""
        if self._site.expect(drawings):
            self._board.post(State(_after(self.state.version), self.state.base))

    def _next(self, result: B | Exception, shown: str, *, is_late: bool) -> State:
        """What open pages are told after a build that began while this version was shown. They need not load again what
        was planned. The build that a late one waited for may have written the site."""
        state = self.state
        if isinstance(result, ContentError):
            faults = faults_of(result.problems, Excerpts(self._project.root))
            return replace(state, headline="there are problems in the content.", faults=faults)
        if isinstance(result, Exception):
            return replace(state, headline=_headline(result), faults=())
        is_new = bool(result.written or result.removed or is_late) and state.version == shown
        return State(_after(state.version) if is_new else state.version, urlsplit(result.base_url).path)


def _wait(_drawings: Mapping[str, Draw]) -> None:
    """Show nothing yet: a build that is tried again and again would have open pages load each time."""


def _version(run: str, number: int) -> str:
    """A name for the files of the site at one time. No two runs share one: pages that outlive a run load anew."""
    return f"{run}-{number}"


def _after(version: str) -> str:
    """The name of the next version in the same run."""
    run, _, number = version.partition("-")
    return _version(run, int(number) + 1)


def _headline(error: Exception) -> str:
    if isinstance(error, BusyError):
        return "another build is writing the site. This one follows by itself."
    if isinstance(error, TimelineError):
        return str(error)
    if isinstance(error, OSError):
        return told(error)
    return "a fault of this tool, which the terminal shows."
