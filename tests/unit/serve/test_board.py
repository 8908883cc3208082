"""What open pages are told, and when."""

import json
from dataclasses import replace
from pathlib import Path
from threading import Thread

from generator.errors import Code, Position, Problem, Severity
from generator.excerpts import Excerpts
from generator.serve.board import Board, Fault, State, faults_of

OLD, NEW = State("run-1"), State("run-2")
LONG = 60.0


def problem(line: int, column: int) -> Problem:
    return Problem(Code.INVALID_DATE, "a.md", Position(line, column), "wrong", "mend it")


def test_who_has_seen_nothing_is_told_at_once() -> None:
    assert Board(OLD).wait(None, LONG) == OLD


def test_who_has_seen_the_state_is_told_the_next() -> None:
    board, told = Board(OLD), list[State | None]()
    waiting = Thread(target=lambda: told.append(board.wait(OLD, LONG)))
    waiting.start()
    board.post(NEW)
    waiting.join()
    assert told == [NEW]


def test_after_some_seconds_the_same_state_is_told_again() -> None:
    assert Board(OLD).wait(OLD, 0) == OLD


def test_nobody_waits_at_a_board_that_is_closed() -> None:
    board = Board(OLD)
    board.close()
    assert board.wait(OLD, LONG) is None


def test_a_state_is_told_as_json_on_one_line() -> None:
    state = State("run-1", "/x/", "why\nnot", (Fault("a.md:1:1", "error", "yaml", "“a”", "b"),))
    message = state.message().decode()
    assert message.startswith("data: ")
    assert message.index("\n") == len(message) - 2
    data = json.loads(message.removeprefix("data: "))
    assert (data["headline"], data["faults"][0]["message"]) == ("why\nnot", "“a”")


def test_what_stops_a_build_is_told_before_what_does_not(tmp_path: Path) -> None:
    """A page has room for a few of them."""
    remark = replace(problem(1, 1), severity=Severity.WARNING)
    faults = faults_of([remark, problem(2, 1), remark, problem(3, 1)], Excerpts(tmp_path))
    assert [fault.place for fault in faults] == ["a.md:2:1", "a.md:3:1", "a.md:1:1", "a.md:1:1"]


def test_a_fault_shows_the_line_cut_where_the_problem_is(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ndate: 𝟚\n")
    excerpts = Excerpts(tmp_path)
    faults = faults_of([problem(2, 7), problem(2, 8), problem(9, 1)], excerpts)
    words = ("error", "invalid-date", "wrong", "mend it")
    assert faults == (
        Fault("a.md:2:7", *words, "date: ", "𝟚", ""),
        Fault("a.md:2:8", *words, "date: 𝟚", " ", ""),
        Fault("a.md:9:1", *words),
    )
