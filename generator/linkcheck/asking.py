"""Asks addresses, politely: few at a time in all, one at a time on a host, with a pause before the next."""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from threading import Thread
from typing import Protocol, TypeVar
from urllib.parse import urljoin, urlsplit

from generator.linkcheck.outcome import PERMANENT, Fate, NoAnswer, Outcome, Reply, verdict
from generator.urls import is_on_the_web

T = TypeVar("T")

_AT_ONCE = 8
_PAUSE = 1.0
_LONGEST_WAIT = 60.0
"""Seconds between two requests to a host, and how long we wait at most where it asks us to."""

_LONGEST_REQUEST = 45.0
"""Seconds from the name of the host to the answer; a server may send a line now and then and never end."""

_MOST_REDIRECTS = 10
_MOST_FAILURES = 3
"""After so many in a row a host is not asked again."""

Sleep = Callable[[float], Awaitable[None]]


class Request(Protocol):
    """Makes one request, in a thread of its own. Raises `NoAnswer`."""

    def __call__(self, method: str, address: str, most: int = 0, /) -> Reply:
        """The answer, with at most so many bytes of its body."""


@dataclass(slots=True)
class _Host:
    """What is known of a host: how long to wait before its next request, and why it is asked no more."""

    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    pause: float = 0
    failures: int = 0
    down: NoAnswer | None = None

    def answered(self, reply: Reply) -> None:
        """An error that passes is one of the page, but for the wish to be asked less."""
        found = verdict(reply)
        if not found.is_passing:
            self.failures, self.pause = 0, _PAUSE
        elif reply.status == HTTPStatus.TOO_MANY_REQUESTS or reply.wait > _LONGEST_WAIT:
            self.failed(NoAnswer(found.fate, found.said, is_passing=reply.wait <= _LONGEST_WAIT), reply.wait)
        else:
            self.pause = reply.wait or min(2 * max(self.pause, _PAUSE), _LONGEST_WAIT)

    def failed(self, fault: NoAnswer, wait: float = 0) -> None:
        """Leave it alone for as long as it asks, or for longer each time; for good where that would not help."""
        self.failures += 1
        self.pause = wait or _PAUSE * 2**self.failures
        if not fault.outcome.is_passing or self.failures == _MOST_FAILURES:
            self.down = fault


class Asker:
    """Asks any number of addresses. A failure that may pass is tried again; a host that is down is not."""

    def __init__(self, request: Request, sleep: Sleep = asyncio.sleep, limit: float = _LONGEST_REQUEST) -> None:
        self._request, self._sleep, self._limit = request, sleep, limit
        self._hosts = defaultdict[str | None, _Host](_Host)
        self._few = asyncio.Semaphore(_AT_ONCE)

    async def is_any_there(self, addresses: Iterable[str]) -> bool:
        """Whether one of several addresses answers, whatever it says."""
        for address in addresses:
            try:
                await self.ask("HEAD", address)
            except NoAnswer:
                continue
            return True
        return False

    async def outcome(self, address: str) -> Outcome:
        """What becomes of an address. Many servers refuse HEAD, each in its own way, or answer it wrongly: what is not
        fine by it is asked for with GET."""
        found = await self._follow("HEAD", address)
        if found.fate not in {Fate.FINE, Fate.MOVED, Fate.PRIVATE}:
            found = await self._follow("GET", address)
        if found.is_passing:
            found = await self._follow("GET", address)
        return found

    async def ask(self, method: str, address: str, most: int = 0) -> Reply:
        """One request, when the turn of its host has come. Raises `NoAnswer`."""
        host = self._hosts[urlsplit(address).hostname]
        async with host.turn:
            if host.down:
                raise host.down
            await self._sleep(host.pause)
            async with self._few:
                try:
                    reply = await self._in_time(partial(self._request, method, address, most))
                except NoAnswer as fault:
                    host.failed(fault)
                    raise
            host.answered(reply)
            return reply

    async def _follow(self, method: str, address: str) -> Outcome:
        """What an address answers, or the last of those that it leads to."""
        here, moved_to, is_for_good = address, None, True
        for _ in range(_MOST_REDIRECTS + 1):
            if not is_on_the_web(here):
                fate = Fate.GONE if here == address else Fate.BLOCKED
                return _seen_from(address, here, moved_to, Outcome(fate, "that is no address on the web"))
            try:
                reply = await self.ask(method, here)
            except NoAnswer as fault:
                return _seen_from(address, here, moved_to, fault.outcome)
            if reply.location is None:
                return _seen_from(address, here, moved_to, verdict(reply))
            here = _joined(here, reply.location)
            is_for_good = is_for_good and reply.status in PERMANENT
            moved_to = here if is_for_good else moved_to
        return Outcome(Fate.BLOCKED, f"it leads on more than {_MOST_REDIRECTS} times")

    async def _in_time(self, work: Callable[[], T]) -> T:
        try:
            async with asyncio.timeout(self._limit):
                return await _apart(work)
        except TimeoutError:
            raise NoAnswer(Fate.UNREACHABLE, "no answer comes in time", is_passing=True) from None


def _seen_from(address: str, end: str, moved_to: str | None, found: Outcome) -> Outcome:
    """What becomes of an address that leads to another. What an address of the web leads to on a private network is
    not for programs."""
    if end == address:
        return found
    if found.fate is Fate.FINE:
        return Outcome(Fate.MOVED, moved_to=moved_to) if moved_to else found
    fate = Fate.BLOCKED if found.fate is Fate.PRIVATE else found.fate
    return replace(found, fate=fate, said=f"it leads to {end}: {found.said}")


def _joined(base: str, location: str) -> str:
    """Where a server leads to; what cannot be read stays as it is."""
    try:
        return urljoin(base, location)
    except ValueError:
        return location


async def _apart(work: Callable[[], T]) -> T:
    """What comes of work that blocks. It has a thread of which no end is awaited where the program is interrupted; of
    those of an executor it would be."""
    loop = asyncio.get_running_loop()
    done: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            finish = partial(done.set_result, work())
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised where the work is waited for
            finish = partial(done.set_exception, error)
        with suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(lambda: done.done() or finish())

    Thread(target=run, daemon=True).start()
    return await done
