"""HTML that a page cannot have becomes Markdown, or is left out and named; what only decorated is counted."""

import pytest

from generator.errors import Code, Problem
from generator.intake.blog.leads import Leads
from generator.intake.blog.manuscript import Manuscript
from generator.intake.blog.tags import Tags
from generator.intake.prose import web_address
from generator.report import Report


def written(text: str, *, is_nested: bool = True) -> tuple[str, list[str], list[Problem]]:
    problems: list[Problem] = []
    tags = Tags(Leads(web_address), is_nested=is_nested)
    found = tags.read(Manuscript.of(text, 1, Report("a.md", problems))).text
    return found, tags.decoration, problems


@pytest.mark.parametrize(
    ("text", "expected", "decoration"),
    [
        ("a <b class=x id=y style='z'>c</b>", "a <b id=y>c</b>", ["class", "style"]),
        ("<iframe src='https://a.example/'></iframe>", "[a.example](https://a.example/)", []),
        ("<div class='x'>\n\n**a**\n\n</div>", "\n\n\n**a**\n\n\n\n", ["tag around Markdown"]),
        ("<details>\n<summary>a</summary>\n\n- b\n\n</details>", "a\n\n\n- b\n\n\n\n", ["tag around Markdown"]),
        ("<div><iframe src='https://a.example/'></iframe></div>", "\n[a.example](https://a.example/)\n\n", []),
        ("<p><b>a</b></p>", "<p><b>a</b></p>", []),
        ("`<b class=x>`", "`<b class=x>`", []),
        ("a <![b", "a &lt;![b", []),
    ],
)
def test_what_is_certain_is_written_as_a_page_has_it(text: str, expected: str, decoration: list[str]) -> None:
    assert written(text) == (expected, decoration, [])


def test_tags_around_html_stay_where_markdown_is_none_within_them() -> None:
    text = "<div>\n\na\n\n</div>"
    assert written(text, is_nested=False)[0] == text
    marked = "<div markdown='1'>\n*a*\n<div><b>c</b></div>\n</div> <i markdown=span>d</i>"
    assert written(marked, is_nested=False)[0] == "\n*a*\n<div><b>c</b></div>\n d"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<script>a</script>b", "b"),
        ("<center><b>a</b></center>\n\nb", "\n**a**\n\n\nb"),
        ("a <font>b</font>", "a <font>b</font>"),
    ],
)
def test_what_a_page_cannot_have_is_named(text: str, expected: str) -> None:
    found, _, problems = written(text)
    assert found == expected
    assert [problem.code for problem in problems] == [Code.BODY_HTML]
