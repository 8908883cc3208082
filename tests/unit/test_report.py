"""What is noted of a file, and what is looked for to say so."""

from generator.errors import MOST_OF_A_KIND, Code, Position, Problem, in_reading_order
from generator.report import Report


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
