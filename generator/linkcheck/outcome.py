"""What a server answers, and what that says of an address."""

from dataclasses import dataclass
from enum import StrEnum
from http import HTTPStatus


class Fate(StrEnum):
    """What became of an address."""

    FINE = "fine"
    MOVED = "moved"
    GONE = "gone"
    BLOCKED = "blocked"
    UNREACHABLE = "unreachable"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server answers to one request. `wait` is how many seconds it asks to be left alone, `is_challenge` whether
    it wants proof of a person first."""

    status: int
    location: str | None = None
    wait: float = 0
    is_challenge: bool = False
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an address, and by what that was seen.

    `archived` is where an archive has what is gone: empty where it has nothing, None where it was not asked or said
    nothing.
    """

    fate: Fate
    said: str = ""
    moved_to: str | None = None
    archived: str | None = None
    is_passing: bool = False


class NoAnswer(Exception):  # noqa: N818 - a finding about an address, not an error of ours
    """A request that no server answered. A failure that passes may be over at the next try."""

    def __init__(self, fate: Fate, said: str, *, is_passing: bool = False) -> None:
        self.outcome = Outcome(fate, said, is_passing=is_passing)
        super().__init__(said)


REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT})
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_PASSING = frozenset({HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY})


def verdict(reply: Reply) -> Outcome:
    """What an answer says of the address that gave it. What is neither there nor gone nor broken is for a person."""
    said, status = told(reply.status), reply.status
    if reply.is_challenge:
        return Outcome(Fate.BLOCKED, f"{said}, a page for browsers alone")
    if status in _GONE:
        return Outcome(Fate.GONE, said)
    if status in _PASSING or HTTPStatus.INTERNAL_SERVER_ERROR <= status < 600:  # noqa: PLR2004 - the class 5xx
        return Outcome(Fate.UNREACHABLE, said, is_passing=True)
    if status >= HTTPStatus.BAD_REQUEST:
        return Outcome(Fate.BLOCKED, said, is_passing=status == HTTPStatus.TOO_MANY_REQUESTS)
    return Outcome(Fate.FINE)


def told(status: int) -> str:
    """A status with its name, where it has one."""
    return f"{status} {HTTPStatus(status).phrase}" if status in {*HTTPStatus} else str(status)
