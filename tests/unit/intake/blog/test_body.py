"""The text of a post becomes a body that this site draws."""

from pathlib import Path

import pytest

from generator.errors import Problem
from generator.intake.blog.addresses import Addresses
from generator.intake.blog.body import Body
from generator.intake.blog.fields import Fields
from generator.intake.blog.head import split
from generator.intake.blog.post import PostReader, name_of
from generator.intake.blog.settings import Settings
from generator.intake.prose import TooDeepError
from generator.report import Report


def body(text: str, name: str = "2020-01-02-a.md", kind: str = "jekyll") -> tuple[str, list[str], list[Problem]]:
    problems: list[Problem] = []
    path = Path("/blog/_posts") / name
    head = split(f"---\ntitle: A\n---\n{text}")
    reader = PostReader(path, name_of(path, "", bool), head, Fields(head.table), Report(name, problems))
    post = reader.read(divided=True, language=lambda _: "")
    found = Body(post, Addresses.of(Settings(Path("/blog"), kind), [(post, Path("/entries/a.md"))]))
    return found.read(), found.unused, problems


@pytest.mark.parametrize(
    ("text", "expected", "unused"),
    [
        ("a\n<!-- more -->\nb\n", "a\nb", 0),
        ("* Contents\n{:toc}\n\na", "a", 1),
        ("a\n{: .x}\n\n{::options a='b' /}\nb{:.c} d", "a\n\nb d", 3),
        ("## A {#b}\n\nc {x} *d*{.e}", "## A\n\nc {x} *d*", 2),
        ("`{: .x}`\n\n    {: .y}", "`{: .x}`\n\n    {: .y}", 0),
        ("[^1]: A\n\na[^1] | b\n---|---\n1 | 2", "[^1]: A\n\na[^1] | b\n---|---\n1 | 2", 0),
    ],
)
def test_marks_that_only_kramdown_and_goldmark_know_are_left_out(text: str, expected: str, unused: int) -> None:
    found, counted, problems = body(text)
    assert (found, len(counted), problems) == (expected, unused, [])


def test_a_post_in_html_becomes_markdown() -> None:
    found, unused, problems = body('<p class="x">a <a href="/2020/01/02/a.html">b</a></p>', "2020-01-02-a.html")
    assert (found, unused, problems) == ("a [b](a.md)", ["class"], [])


def test_problems_stand_on_the_lines_of_the_post() -> None:
    _, _, problems = body("a\n- b\n  ```\n  ```\n\n![c](d.png)\n\n{{ e }} [f](/g)\n")
    assert sorted(problem.position.line for problem in problems) == [9, 11, 11]


@pytest.mark.parametrize("text", ["> " * 60 + "a", "<div><font>" * 2000])
def test_a_text_that_is_too_deep_is_refused(text: str) -> None:
    with pytest.raises(TooDeepError):
        body(text)
