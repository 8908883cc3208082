"""Each link of a text leads somewhere afterwards; of one that led nowhere the words stay, and it is named."""

import pytest

from generator.errors import Code, Problem
from generator.intake.blog.leads import Leads
from generator.intake.blog.manuscript import Manuscript
from generator.report import Report

KNOWN = {"/b/": "b.md", "c d": "d.md", "#e": "#e", "https://a.example/(f)": "https://a.example/(f)"}


def written(text: str) -> tuple[str, list[Problem]]:
    problems: list[Problem] = []
    return Leads(KNOWN.get).followed(Manuscript.of(text, 1, Report("a.md", problems))).text, problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](/b/)", "[a](b.md)"),
        ("[a]( /b/ 'T' )", "[a]( b.md 'T' )"),
        ("[a](<c d>)", "[a](<d.md>)"),
        ("[a](c d)", "[a](d.md)"),
        ("[a](#e) [f](https://a.example/(f))", "[a](#e) [f](https://a.example/(f))"),
        ("[a][r]\n\n[r]: /b/ 'T'", "[a][r]\n\n[r]: b.md 'T'"),
        ("<a title=x href='/b/'>a</a>", "<a title=x href='b.md'>a</a>"),
        ("<a title='x'href=/b/>a</a>", "<a title='x'href=b.md>a</a>"),
        ("`[a](/b/)`", "`[a](/b/)`"),
    ],
)
def test_a_link_leads_to_the_entry(text: str, expected: str) -> None:
    assert written(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x [a *b* [c]](/no) y", "x a *b* [c] y"),
        ("[a](/no(1) 'T') [b](/b/)", "a [b](b.md)"),
        ("[a]()", "a"),
        ("[a][r], [R] and [r][]\n\n[r]: /no 'T'\n", "a, R and r\n\n\n"),
        ("<a href=/no id=x>a</a>", "<a id=x>a</a>"),
        ("<a href=/no href='/no' HREF=/no>a</a>", "<a>a</a>"),
        ("<a/href=/no>a</a>", "<a/>a</a>"),
        ("<a href==/no>a</a>", "<a>a</a>"),
        ("<a href=/no title=' href=t' href=''>a</a>", "<a title=' href=t'>a</a>"),
        ('<a href="/no">a</a>', "<a>a</a>"),
    ],
)
def test_of_a_link_that_leads_nowhere_the_words_stay(text: str, expected: str) -> None:
    found, problems = written(text)
    assert found == expected
    assert {problem.code for problem in problems} == {Code.DEAD_LINK}


def test_what_was_made_of_a_link_is_not_followed_again() -> None:
    leads = Leads({"a": "b", "b": "c"}.get)
    assert (leads.lead("a"), leads.lead("b")) == ("b", "b")


def test_a_post_that_is_not_there_is_called_as_its_author_called_it() -> None:
    _, problems = written("[a](ref:b.md)")
    assert "“b.md”" in problems[0].message
