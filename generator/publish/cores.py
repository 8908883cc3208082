"""Does work that is in many pieces on all cores."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

T = TypeVar("T")

_FEW = 100
"""So few pieces are done before other processes are ready."""
_BLOCK = 64
"""So many pieces in a row are done by one process: neighbours are often made of the same."""


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """Pieces numbered from 0. `do` gives what comes of one, which can be pickled; `begin` readies a copied process."""

    do: Callable[[int], T]
    length: int
    begin: Callable[[], None]


def on_all_cores(work: Work[T], advance: Callable[[], None]) -> list[T]:
    """What comes of each piece, in their order; `advance` is called for each.

    Copies of this process do their share and have all that it has read. Only Linux makes them safely, and only while
    no other thread runs here; elsewhere this process does everything. It also does what a copy could not, so that an
    error is raised here.
    """
    first, *others = _shares(work.length)
    copies = [_Copy(work, share) for share in others]
    try:
        done = _own_share(work, first, 1 + len(others), advance)
        for copy in copies:
            done |= zip(copy.numbers, copy.share(), strict=True)
    finally:
        for copy in copies:
            copy.end()
    return [done[number] for number in range(work.length)]


def _shares(length: int) -> list[list[int]]:
    """Which pieces each process does, block by block in turn."""
    blocks = [range(length)[start : start + _BLOCK] for start in range(0, length, _BLOCK)]
    count = min(_processes(length), len(blocks)) or 1
    return [[number for block in blocks[process::count] for number in block] for process in range(count)]


def _processes(pieces: int) -> int:
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return len(os.sched_getaffinity(0)) if is_safe and pieces >= _FEW else 1


def _own_share(work: Work[T], numbers: Sequence[int], processes: int, advance: Callable[[], None]) -> dict[int, T]:
    """The share of this process. The others do as much at the same time, which is told as far as it can be."""
    done = {}
    for number in numbers:
        done[number] = work.do(number)
        for _ in range(min(processes, work.length - processes * (len(done) - 1))):
            advance()
    return done


class _Copy(Generic[T]):
    """A copy of this process with its share of the work. It may die, or not come to be, for want of memory say."""

    def __init__(self, work: Work[T], numbers: Sequence[int]) -> None:
        self.numbers, self._work = numbers, work
        context = multiprocessing.get_context("fork")
        self._results, sending = context.Pipe(duplex=False)
        self._process = context.Process(target=_help, args=(work, numbers, sending, os.getpid()), daemon=True)
        with suppress(OSError), _deaf():
            self._process.start()
        sending.close()

    def share(self) -> list[T]:
        """What came of its pieces. What it could not do is done here."""
        try:
            done: list[T] = self._results.recv()
        except EOFError:
            done = [self._work.do(number) for number in self.numbers]
        return done

    def end(self) -> None:
        """Let nothing of it go on."""
        if self._process.pid:
            self._process.kill()
            self._process.join()


def _help(work: Work[T], numbers: Sequence[int], results: Connection, parent: int) -> None:
    work.begin()
    with suppress(Exception):
        results.send([work.do(number) for number in _while_wanted(numbers, parent)])


def _while_wanted(numbers: Sequence[int], parent: int) -> Iterator[int]:
    """The numbers, as long as the process is there that waits for what comes of them."""
    for number in numbers:
        if os.getppid() != parent:
            raise ProcessLookupError(parent)
        yield number


@contextmanager
def _deaf() -> Iterator[None]:
    """Hold Ctrl-C back: a process that begins inside never hears it, and leaves it to this one."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
