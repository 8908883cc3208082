"""What open pages are told: which site is the last good one, and what keeps a newer one from being built."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from threading import Condition

from generator.errors import Problem, Severity
from generator.excerpts import Excerpts


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem as a page shows it, in words. The line of the file is cut where the problem is; it may be empty."""

    place: str
    severity: str
    code: str
    message: str
    hint: str
    before: str = ""
    here: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """`version` changes with the files of the site. `base` is the path below which they are asked for, as on the web.

    `headline` says in one line why the site is not newer; it is empty where all is well.
    """

    version: str
    base: str = "/"
    headline: str = ""
    faults: tuple[Fault, ...] = ()

    def message(self) -> bytes:
        """The state as an event (HTML, server-sent events): JSON on one line."""
        return f"data: {json.dumps(asdict(self))}\n\n".encode()


class Board:
    """Where the builder posts the state, and where the threads that speak to open pages wait for another."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._is_closed = False
        self._news = Condition()

    @property
    def state(self) -> State:
        """The state that was posted last."""
        return self._state

    def post(self, state: State) -> None:
        """Let everybody know."""
        with self._news:
            self._state = state
            self._news.notify_all()

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._news:
            self._is_closed = True
            self._news.notify_all()

    def wait(self, seen: State | None, seconds: float) -> State | None:
        """The state, as soon as it is another than the one seen; after some seconds also where it is the same.

        None once the board is closed.
        """
        with self._news:
            self._news.wait_for(lambda: self._is_closed or self._state != seen, seconds)
            return None if self._is_closed else self._state


def faults_of(problems: Iterable[Problem], excerpts: Excerpts) -> tuple[Fault, ...]:
    """Problems with the lines they stand in; first those that keep the site from being built."""
    by_weight = sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)
    return tuple(_fault(problem, excerpts) for problem in by_weight)


def _fault(problem: Problem, excerpts: Excerpts) -> Fault:
    position, excerpt = problem.position, excerpts.of(problem)
    place = f"{problem.path}:{position.line}:{position.column}"
    words = (place, problem.severity.value, problem.code.value, problem.message, problem.hint)
    if excerpt is None:
        return Fault(*words)
    text, cut = excerpt.text, excerpt.place
    return Fault(*words, before=text[:cut], here=text[cut : cut + 1] or " ", after=text[cut + 1 :])
