"""Does work that is in many pieces on all cores."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from itertools import chain
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

T = TypeVar("T")

_FEW = 8
"""So many pieces are for each process at least: fewer are done before it is ready."""
_BLOCK = 64
"""So many pieces in a row are done by one process: neighbours are often made of the same."""
_BLOCKS = 8
"""So many blocks are for each process, smaller ones if need be: a piece may take as long as a thousand others."""
_WIDTH = 4
"""The bytes of the number of a block."""


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """Pieces numbered from 0. `do` gives what comes of one, which can be pickled; `begin` readies a copied process."""

    do: Callable[[int], T]
    length: int
    begin: Callable[[], None]


def on_all_cores(work: Work[T], advance: Callable[[], None]) -> list[T]:
    """What comes of each piece, in their order; `advance` is called for each.

    Copies of this process share the work and have all that it has read. Only Linux makes them safely, and only while
    no other thread runs here; elsewhere this process does everything. It also does what a copy could not, so that an
    error is raised here. Where they share it the last pieces are begun first: those made of everything stand there, and
    take longest.
    """
    processes = _processes(work.length)
    with _shared(_blocks(work.length, processes)) if processes > 1 else nullcontext([range(work.length)]) as waiting:
        copies = [_Copy(work, waiting) for _ in range(processes - 1)]
        try:
            done = _own_share(work, waiting, processes, advance)
            for _ in range(processes * len(done), work.length):
                advance()
            for copy in copies:
                done |= copy.share()
        finally:
            for copy in copies:
                copy.end()
    return [done[number] if number in done else work.do(number) for number in range(work.length)]


def _blocks(length: int, processes: int) -> Sequence[range]:
    """The numbers of all pieces, the last first."""
    size = min(_BLOCK, max(1, length // (_BLOCKS * processes)))
    return [range(length)[start : start + size] for start in reversed(range(0, length, size))]


@contextmanager
def _shared(blocks: Sequence[range]) -> Iterator[Iterable[range]]:
    """Blocks of which each goes to one process, to whichever asks first."""
    with os.fdopen(os.memfd_create("blocks"), "r+b", buffering=0) as numbers:
        numbers.write(b"".join(number.to_bytes(_WIDTH, "big") for number in range(len(blocks))))
        numbers.seek(0)
        # All copies of a process have one place in a file. The call that reads also moves it: nobody can die between.
        yield (blocks[int.from_bytes(number, "big")] for number in iter(lambda: numbers.read(_WIDTH), b""))


def _processes(pieces: int) -> int:
    is_safe = sys.platform == "linux" and threading.active_count() == 1
    return max(1, min(len(os.sched_getaffinity(0)), pieces // _FEW)) if is_safe else 1


def _own_share(work: Work[T], blocks: Iterable[range], processes: int, advance: Callable[[], None]) -> dict[int, T]:
    """The share of this process. The others do as much at the same time, which is told as far as it can be."""
    done: dict[int, T] = {}
    for number in chain.from_iterable(blocks):
        done[number] = work.do(number)
        for _ in range(min(processes, work.length - processes * (len(done) - 1))):
            advance()
    return done


class _Copy(Generic[T]):
    """A copy of this process that shares its work. It may die, or not come to be, for want of memory say."""

    def __init__(self, work: Work[T], blocks: Iterable[range]) -> None:
        context = multiprocessing.get_context("fork")
        self._results, sending = context.Pipe(duplex=False)
        self._process = context.Process(target=_help, args=(work, blocks, sending, os.getpid()), daemon=True)
        with suppress(OSError), _deaf():
            self._process.start()
        sending.close()

    def share(self) -> dict[int, T]:
        """What came of the pieces that it did; nothing where it did not come to its end."""
        try:
            done: dict[int, T] = self._results.recv()
        except EOFError:
            return {}
        return done

    def end(self) -> None:
        """Let nothing of it go on."""
        if self._process.pid:
            self._process.kill()
            self._process.join()


def _help(work: Work[T], blocks: Iterable[range], results: Connection, parent: int) -> None:
    work.begin()
    with suppress(Exception):
        results.send({number: work.do(number) for number in _while_wanted(blocks, parent)})


def _while_wanted(blocks: Iterable[range], parent: int) -> Iterator[int]:
    """The pieces, as long as the process is there that waits for what comes of them."""
    for number in chain.from_iterable(blocks):
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
