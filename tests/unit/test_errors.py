"""What is wrong is told in the order of files and lines, and what repeats by its number."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cli.saying import count_of
from generator.config import Project
from generator.errors import (
    MOST_OF_A_KIND,
    Code,
    ContentError,
    Position,
    Problem,
    Severity,
    in_reading_order,
    number_of,
)
from generator.formats import Verdict, as_annotations, as_code_quality
from generator.load.content import load

MANY = [
    Problem(Code.BODY_HTML, "a.md", Position(line), "<b> is not allowed", "use Markdown", Severity.WARNING)
    for line in range(1, 301)
]
OTHERS = [replace(MANY[-1], path="b.md"), replace(MANY[-1], code=Code.DEAD_LINK, severity=Severity.ERROR)]


def test_many_of_a_kind_in_a_file_are_told_by_the_first_and_the_number_of_the_others() -> None:
    told = in_reading_order([*reversed(MANY), *OTHERS])
    assert [*told[:MOST_OF_A_KIND]] == MANY[:MOST_OF_A_KIND]
    (rest,) = (problem for problem in told if problem.more)
    assert (rest.position, rest.more, rest.severity) == (Position(MOST_OF_A_KIND + 1), 250, Severity.WARNING)
    assert (rest.message, rest.hint) == (
        "250 more of this kind in this file",
        "timeline check --explain body-html tells of it",
    )
    assert {*OTHERS} < {*told}
    assert count_of(told) == "1 error and 301 warnings"
    assert in_reading_order(MANY[:MOST_OF_A_KIND]) == (*MANY[:MOST_OF_A_KIND],)


def test_what_was_shortened_is_shortened_again_with_more() -> None:
    """However the list came together."""
    whole = in_reading_order(MANY)
    assert in_reading_order(whole) == whole
    for cut in (10, 60, 299):
        assert in_reading_order([*in_reading_order(MANY[:cut]), *in_reading_order(MANY[cut:])]) == whole


def test_an_error_that_is_not_shown_still_counts() -> None:
    errors = ContentError(replace(problem, severity=Severity.ERROR) for problem in MANY).problems
    assert len(errors) == MOST_OF_A_KIND + 1
    assert number_of(errors, Severity.ERROR) == len(MANY)
    assert number_of(errors, Severity.WARNING) == 0


def test_every_format_tells_how_many_more_there_are() -> None:
    told = Verdict(in_reading_order(MANY)).problems
    assert "250 more of this kind" in as_annotations(told, "").splitlines()[-1]
    assert as_code_quality(told, "").count("250 more of this kind in this file; ") == 1


@pytest.mark.parametrize("body", ["\x01" * 2000, "&#1;" * 2000, "<b on>" * 2000])
def test_a_file_that_holds_nothing_else_takes_a_screen_to_tell(
    body: str, write_site: Callable[[Mapping[str, str | bytes]], Path]
) -> None:
    entry = f"---\ntitle: Le pont ouvre\ndate: 2022\n---\nOui.{body}\n"
    warnings = load(Project(write_site({"content/entries/a.md": entry}))).warnings
    assert len(warnings) == MOST_OF_A_KIND + 1
    assert number_of(warnings) == 2000
