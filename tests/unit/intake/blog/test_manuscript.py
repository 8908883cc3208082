"""However a text is changed, each of its lines knows which line of the post it was."""

import re

from generator.errors import Code, Position, Problem
from generator.intake.blog.manuscript import Change, Manuscript
from generator.report import Report


def manuscript(text: str, first_line: int = 5) -> tuple[Manuscript, list[Problem]]:
    problems: list[Problem] = []
    return Manuscript.of(text, first_line, Report("a.md", problems)), problems


def test_changes_are_made_in_the_order_of_the_text_and_lines_keep_their_numbers() -> None:
    text, _ = manuscript("a\nb\nc\nd\n")
    changed = text.changed([Change(6, 7, "1\n2"), Change(2, 5, "X")])
    assert (changed.text, changed.lines) == ("a\nX\n1\n2\n", (5, 6, 8, 8, 9))


def test_where_whole_lines_are_taken_out_the_next_keeps_its_number() -> None:
    """What is told of a picture below `<!--more-->` is told of its own line."""
    text, _ = manuscript("a\nb\nc\nd")
    assert text.changed([Change(2, 4, "")]).lines == (5, 7, 8)
    assert text.changed([Change(0, 2, "")]).lines == (6, 7, 8)
    assert text.changed([Change(2, 6, "")]).lines == (5, 8)


def test_of_changes_that_overlap_the_first_is_made() -> None:
    text, _ = manuscript("abcd")
    assert text.changed([Change(1, 3, "X"), Change(2, 4, "Y")]).text == "aXd"


def test_a_problem_is_reported_at_the_line_of_the_post() -> None:
    text, problems = manuscript("a\nb\ncde")
    text.changed([Change(1, 3, "")]).warn(3, Code.BODY_HTML, "m", "h")
    assert problems[0].position == Position(7, 2)


def test_nothing_is_found_in_code() -> None:
    text, _ = manuscript("x `x`\n\n```\nx\n```\n")
    assert [match.start() for match in text.found(re.compile("x"))] == [0]


def test_a_link_that_is_put_in_makes_no_picture() -> None:
    """Nor does one that follows what is taken out. What is a picture stays one."""
    for text, start, end, put_in, expected in (
        ("a!b", 2, 3, "[c](d)", "a\\![c](d)"),
        ("a\\!b", 3, 4, "[c](d)", "a\\![c](d)"),
        ("a!b[c](d)", 2, 3, "", "a\\![c](d)"),
        ("a![c](e)", 6, 7, "d", "a![c](d)"),
    ):
        assert manuscript(text)[0].changed([Change(start, end, put_in)]).text == expected
