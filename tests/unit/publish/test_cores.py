"""Work on all cores: nothing is lost, whatever becomes of a process."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.publish.cores import Work, on_all_cores

MANY = 101
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies a process safely")


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1})
    monkeypatch.setattr(threading, "active_count", lambda: 1)


def nothing() -> None:
    """For work that needs no more than its number."""


def process(_number: int) -> int:
    """Who does a piece; it takes long enough for others to come."""
    time.sleep(0.001)
    return os.getpid()


def test_what_comes_of_each_piece_stands_in_the_order_of_the_pieces() -> None:
    assert on_all_cores(Work(lambda number: number**2, MANY, nothing), nothing) == [number**2 for number in range(MANY)]


def test_two_processes_share_the_work() -> None:
    done = on_all_cores(Work(process, MANY, nothing), nothing)
    assert len(set(done)) == 2
    assert os.getpid() in done


def test_whoever_is_ready_takes_the_next_block() -> None:
    """While one process is busy with the last block, which is begun first, the other does all the rest."""

    def do(number: int) -> int:
        time.sleep(0.5 * (number == 2000))
        return os.getpid()

    done = on_all_cores(Work(do, 2001, nothing), nothing)
    assert len(set(done[1984:])) == 1
    assert set(done[:1984]).isdisjoint(done[1984:])


def test_every_piece_is_told_once() -> None:
    told = list[None]()
    on_all_cores(Work(lambda number: number, MANY, nothing), lambda: told.append(None))
    assert len(told) == MANY


@pytest.mark.parametrize(("pieces", "processes"), [(0, 0), (1, 1), (15, 1), (16, 2), (40, 2)])
def test_little_work_is_done_here(pieces: int, processes: int) -> None:
    assert len(set(on_all_cores(Work(process, pieces, nothing), nothing))) == processes


def test_a_few_pieces_that_take_long_are_shared() -> None:
    """Those made of everything stand next to one another."""

    def do(number: int) -> int:
        time.sleep(0.02 * (number > 40))
        return os.getpid()

    done = on_all_cores(Work(do, 51, nothing), nothing)
    assert 3 <= done[41:].count(os.getpid()) <= 7


def test_nothing_is_copied_beside_a_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock that the thread holds would never open in the copy."""
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert set(on_all_cores(Work(process, MANY, nothing), nothing)) == {os.getpid()}


def test_an_error_of_any_piece_is_raised_here() -> None:
    def do(number: int) -> int:
        return 1 // (number - 57)

    with pytest.raises(ZeroDivisionError):
        on_all_cores(Work(do, MANY, nothing), nothing)


def test_what_a_killed_process_should_have_done_is_done_here() -> None:
    here = os.getpid()

    def do(number: int) -> int:
        if os.getpid() != here and number > 50:
            os.kill(os.getpid(), signal.SIGKILL)
        return number

    assert on_all_cores(Work(do, MANY, nothing), nothing) == list(range(MANY))


def test_what_a_process_that_cannot_be_made_should_have_done_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", fork)
    assert on_all_cores(Work(lambda number: number, MANY, nothing), nothing) == list(range(MANY))


def test_no_more_processes_are_made_than_there_is_work_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: set(range(64)))
    assert 2 < len(set(on_all_cores(Work(process, MANY, nothing), nothing))) <= MANY // 8


def test_a_copy_begins_with_what_it_is_told_and_this_process_does_not() -> None:
    begun = list[int]()
    work = Work(lambda number: process(number) and len(begun), MANY, lambda: begun.append(1))
    assert set(on_all_cores(work, nothing)) == {0, 1}
    assert not begun


def test_a_copy_ends_when_nobody_waits_for_it(tmp_path: Path) -> None:
    """A build that was killed leaves nothing running that could still write."""
    read, write = os.pipe()
    if not os.fork():
        main = os.getpid()

        def do(number: int) -> int:
            if os.getpid() == main and number > 50:
                os.kill(main, signal.SIGKILL)
            if os.getpid() != main and number > 60:
                while os.getppid() == main:
                    pass
                (tmp_path / str(number)).touch()
            return number

        on_all_cores(Work(do, MANY, lambda: os.close(read)), nothing)
    os.wait()
    os.close(write)
    assert os.read(read, 1) == b"", "the pipe is closed once the last process has ended"
    os.close(read)
    assert len(list(tmp_path.iterdir())) <= 1
