"""Drafts many seeds on all cores."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from itertools import chain, islice

from generator.convert.drafting import Drafter, Job, Result

_FEW = 200
"""Fewer seeds are drafted by the time that other processes are ready."""
_AT_ONCE = 16
"""So many seeds go to a process at a time."""

_drafters: list[Drafter] = []
"""In a worker, the one that it drafts with."""


def draft_all(jobs: Iterable[Job | None], drafter: Drafter) -> Iterator[Result]:
    """The results in the order of the jobs, of which no more are taken up than the processes have use for."""
    coming = iter(jobs)
    first = list(islice(coming, _FEW))
    cores = os.cpu_count() or 1
    everything = chain(first, coming)
    if len(first) < _FEW or cores == 1:
        yield from map(drafter.draft, everything)
        return
    # Not forked: a progress bar may be a thread of this process, which a fork would leave behind with its locks.
    pool = ProcessPoolExecutor(cores, multiprocessing.get_context("spawn"), _begin, (drafter,))
    under_way: deque[tuple[Sequence[Job | None], Future[list[Result]] | None]] = deque()
    try:
        while chunk := list(islice(everything, _AT_ONCE)):
            under_way.append((chunk, _send(pool, chunk)))
            if len(under_way) > 2 * cores:
                yield from _receive(*under_way.popleft(), drafter)
        while under_way:
            yield from _receive(*under_way.popleft(), drafter)
    finally:
        pool.shutdown(cancel_futures=True)


def _send(pool: ProcessPoolExecutor, chunk: Sequence[Job | None]) -> Future[list[Result]] | None:
    with suppress(BrokenProcessPool), _deaf():
        return pool.submit(_draft, chunk)
    return None


def _receive(chunk: Sequence[Job | None], future: Future[list[Result]] | None, drafter: Drafter) -> list[Result]:
    """What a worker made; where one has died, for want of memory say, this process does its work."""
    with suppress(BrokenProcessPool):
        if future:
            return future.result()
    return [drafter.draft(job) for job in chunk]


def _draft(chunk: Sequence[Job | None]) -> list[Result]:
    return [_drafters[0].draft(job) for job in chunk]


def _begin(drafter: Drafter) -> None:
    """Ready a worker: it leaves Ctrl-C to the process that began it, and ends when that one does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _drafters.append(drafter)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        signal.raise_signal(signal.SIGTERM)


@contextmanager
def _deaf() -> Iterator[None]:
    """Hold Ctrl-C back: a worker that begins inside never hears it, where the system lets it inherit that."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
