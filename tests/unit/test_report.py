"""What is noted of a file, and what is looked for to say so."""

import pytest

from generator.errors import MOST_OF_A_KIND, Code, Position, Problem, in_reading_order
from generator.report import Report, suggestion


def test_what_to_do_is_looked_for_no_more_often_than_it_is_told() -> None:
    """To find the nearest of thousands of names took minutes where thousands of links were dead."""
    looked_for = []

    def look() -> str:
        looked_for.append(1)
        return "write a.md"

    problems: list[Problem] = []
    report = Report("content/a.md", problems)
    for line in range(1, 201):
        report.error(Code.DEAD_LINK, Position(line), "there is no such file", look)
    report.error(Code.UNKNOWN_ID, Position(201), "there is no such id", look)
    assert len(looked_for) == MOST_OF_A_KIND + 1
    *told, rest, unknown = in_reading_order(problems)
    assert {problem.hint for problem in (*told, unknown)} == {"write a.md"}
    assert rest.more == len(problems) - 1 - MOST_OF_A_KIND


@pytest.mark.parametrize(
    ("name", "valid", "advice"),
    [
        ("titlle", ["date", "title"], "did you mean “title”?"),
        ("TITLE", ["date", "title"], "did you mean “title”?"),
        ("Putin", ["spain", "vladimir-putin"], "did you mean “vladimir-putin”?"),
        ("bush", ["george-h-w-bush", "george-w-bush"], "did you mean “george-w-bush” or “george-h-w-bush”?"),
        ("a", ["a-b", "a-c", "a-d", "a-e"], "did you mean “a-e” or “a-d” or “a-c”?"),
        ("NATO", ["nato", "nato-russia-council"], "did you mean “nato”?"),
        ("–", ["nato", "russia"], "it can be nato, russia"),
        ("jens", ["nato", "russia"], "it can be nato, russia"),
        ("jens", ["russia", "nato"], "it can be nato, russia"),
        ("jens", [], "none is defined yet"),
        ("jens", [f"{n:02}" for n in range(25)], f"it can be {', '.join(f'{n:02}' for n in range(25))}"),
        (
            "jens",
            [f"{n:02}" for n in range(27)],
            f"it can be {', '.join(f'{n:02}' for n in range(25))} and 2 more",
        ),
    ],
)
def test_a_suggestion_names_the_nearest_or_else_the_first_ones(name: str, valid: list[str], advice: str) -> None:
    assert suggestion(name, valid) == advice
