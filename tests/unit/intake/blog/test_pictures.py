"""A picture becomes a link by its words, or its words alone; either is named."""

import pytest

from generator.errors import Code, Problem
from generator.intake.blog.leads import Leads
from generator.intake.blog.manuscript import Manuscript
from generator.intake.blog.pictures import without_pictures
from generator.report import Report


def lead(target: str) -> str | None:
    return target if target.startswith("https:") else f"https://a.example{target}" if target.startswith("/") else None


def written(text: str) -> tuple[str, list[Problem]]:
    problems: list[Problem] = []
    return without_pictures(Manuscript.of(text, 1, Report("a.md", problems)), Leads(lead)).text, problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('![A](https://a.example/a.png "T")', "[A](https://a.example/a.png)"),
        ("![A](/a.png =20x30)", "[A](https://a.example/a.png)"),
        ("![](/b/a%20(1).png)", "[a (1).png](https://a.example/b/a%20%281%29.png)"),
        ("![A](a.png)", "A"),
        ("![](a_b.png)", "a_b.png"),
        ("[![A](/a.png)](/x)", "[A](/x)"),
        ("![A][r]", "[A][r]"),
        ('<img src="/a.png" alt="A &amp; B" width=3>', "[A & B](https://a.example/a.png)"),
        ("<a href='/x'><img src='a.png' title=T /></a>", "<a href='/x'>T</a>"),
        ("<img>", ""),
    ],
)
def test_a_picture_is_kept_as_its_link_or_words(text: str, expected: str) -> None:
    found, problems = written(text)
    assert found == expected
    assert [problem.code for problem in problems] == [Code.BODY_PICTURE]


def test_a_picture_without_words_is_told_so() -> None:
    messages = [written(text)[1][0].message for text in ("![](a.png)", "![A](a.png)")]
    assert [message.endswith("it has no alternative text") for message in messages] == [True, False]


def test_pictures_in_code_stay() -> None:
    assert written("`![A](a.png)` \\![A](a.png)") == ("`![A](a.png)` \\![A](a.png)", [])
