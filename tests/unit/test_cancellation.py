"""What becomes of work that is called off."""

import sys
from subprocess import PIPE, Popen, TimeoutExpired
from threading import Timer

import pytest

from generator.cancellation import Cancellation, CancelledError


@pytest.fixture
def program() -> Popen[bytes]:
    """A program that would go on for a minute."""
    return Popen([sys.executable, "-c", "import time; time.sleep(60)"], stdout=PIPE)


def test_work_goes_on_until_it_is_called_off() -> None:
    cancellation, done = Cancellation(), list[int]()
    advance = cancellation.heeded(lambda _name, length: lambda: done.append(length))("Drawing", 3)
    advance()
    cancellation.cancel()
    with pytest.raises(CancelledError):
        advance()
    assert done == [3]


def test_items_are_given_until_the_work_is_called_off() -> None:
    cancellation = Cancellation()
    items = cancellation.while_wanted(range(5))
    assert [next(items), next(items)] == [0, 1]
    cancellation.cancel()
    with pytest.raises(CancelledError):
        next(items)


def test_a_program_that_is_waited_for_is_ended(program: Popen[bytes]) -> None:
    cancellation = Cancellation()
    Timer(0.1, cancellation.cancel).start()
    with program, cancellation.ending(program.kill):
        assert program.wait() != 0


def test_a_program_that_begins_after_the_call_is_ended_too(program: Popen[bytes]) -> None:
    cancellation = Cancellation()
    cancellation.cancel()
    with program, cancellation.ending(program.kill):
        assert program.wait() != 0


def test_a_program_that_nobody_waits_for_any_longer_goes_on(program: Popen[bytes]) -> None:
    cancellation = Cancellation()
    with program:
        with cancellation.ending(program.kill):
            pass
        cancellation.cancel()
        with pytest.raises(TimeoutExpired):
            program.wait(0.5)
        program.kill()
