"""What a body holds that its page will not show: found where it stands, while code is left alone.

The mark ▸ stands before each place that a warning must point to, and is taken out before the body is read.
"""

import pytest

from generator.errors import Code, Position, Problem, Severity
from generator.load.body import check_body
from generator.markup import ALLOWED_SCHEMES, ALLOWED_TAGS
from generator.report import Report

# By rule: bodies, with a mark before each tag that is left out.
TAGS = {
    "a tag beyond the list is found": ["▸<script>alert(1)</script>", "▸<iframe src='x'>", "▸<h1>x</h1>", "a ▸<center>"],
    "letters may be large": ["▸<SCRIPT>", "▸<Font size=1>"],
    "a name may end with its line, with a slash or with attributes": ["▸<object\n>", "▸<svg/onload=x>", "▸<embed />"],
    "a name may have a hyphen": ["▸<my-tag>"],
    "each is found on its line and column, which counts characters": [
        "Été :\n\n« ▸<font> » <em>a</em> ▸<marquee>\n▸<font>"
    ],
    "a tag that is only closed opens nothing": ["</script>"],
    "signs are no tags": ["a < b > c", "<3", "a<b", "<https://example.org>", "<a@example.org>"],
    "code in a line is left alone": ["`<script>`", "``a ` <script>``", "`a` ▸<script> `b`"],
    "a fence is left alone": ["```\n<script>\n```", "~~~~ html\n<script>\n```\n<b>\n~~~~", "```\n<a>\n```\n▸<script>"],
    "a fence that is never closed is text": ["```\n▸<script>"],
    "a tag of a word processor is found": ["▸<o:p>x</o:p>"],
    "what only looks like an address in pointed brackets is a tag": ["▸<javascript:x>"],
    "a lone backtick hides nothing in another paragraph": ["a ` b\n\n▸<script>x</script>\n\nc ` d"],
    "a fence ends with a fence of its own length": ["```html\n▸<script>\n````\n"],
    "an indented block is code": ["a\n\n    <script>\n", "- a\n\n        <script>", "a\n\n- b\n\nc\n\n    <script>"],
    "what stands below an item of a list is none": ["- a\n\n    ▸<script>", "a[^1]\n\n[^1]: b\n\n    ▸<script>"],
    "a comment holds no tags": ["<!-- <script> -->"],
    "a comment ends as browsers end it": ["<!-- a --!>▸<script> -->", "b <!-- a --!> ▸<script>"],
    "a comment that never ends is none": ["<!-- ▸<script>"],
    "an attribute beyond the list is found": [
        "▸<p class='a'>",
        "a ▸<a onclick=x href='https://a.example'>",
        "▸<p id='a' style>",
    ],
    "so is a declaration": ["▸<!DOCTYPE html>", "a ▸<?php x ?>", "▸<![CDATA[x]]>"],
    "what only begins like one is text": ["<![", "a <![ b", "<![1]", "<![x[ ▸<marquee>"],
}
LINKS = {
    "a scheme beyond the list is found": [
        "[a](▸javascript:alert(1))",
        "[a](▸ftp://b) <▸ftp://c>",
    ],
    "letters may be large": ["[a](▸JavaScript:x)"],
    "white space and brackets hide nothing": ["[a](  <▸javascript:x>)", "[a](\n▸javascript:x)"],
    "nor does what a browser passes over": ["<a href='▸java\tscript:x'>y</a>", "<a href='▸java\nscript:x'>y</a>"],
    "nor does an entity": ["<a href='▸java&Tab;script:x'>y</a>"],
    "a reference is a link": ["[a][b]\n\n[b]: ▸javascript:x", "[b]: <▸data:x>"],
    "allowed schemes and relative links are no fault": ["[a](../b.md) [c](#d) [e](https://f.example/?g=h:i)"],
    "code is left alone": ["`[a](javascript:x)`", "```\n[a](javascript:x)\n```"],
    "a link in HTML is a link": ["<a href='▸javascript:x'>y</a>"],
    "a reference begins its line": ["Il a dit [sic]: attention: danger"],
}
CHARACTERS = {
    "a character that no page can hold is found": ["a ▸\x01", "a\n▸\ufffe"],
    "and one that a number stands for": ["a ▸&#1;", "a ▸&#x0B b", "▸&#xFFFE;", "<b title='▸&#8;'>x</b>"],
    "what a browser reads as another is none": ["&#0; &#150; &#xD800; &#x110000; &#160; &#9;"],
    "code is left alone": ["`&#1;`", "```\n&#1;\n```"],
}


def found(marked: str) -> list[Problem]:
    """What is reported of a body that begins on line 10."""
    problems: list[Problem] = []
    check_body(marked.replace("▸", ""), 10, Report("file.md", problems))
    return problems


def marks(marked: str) -> list[Position]:
    """Where the marks stand in a body that begins on line 10."""
    before = [marked[:place].replace("▸", "") for place, character in enumerate(marked) if character == "▸"]
    return [Position(10 + text.count("\n"), len(text) - text.rfind("\n")) for text in before]


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        *(pytest.param(Code.BODY_HTML, text, id=f"{rule}: {text!r}") for rule, texts in TAGS.items() for text in texts),
        *(
            pytest.param(Code.UNSAFE_LINK, text, id=f"{rule}: {text!r}")
            for rule, texts in LINKS.items()
            for text in texts
        ),
        *(
            pytest.param(Code.CONTROL_CHARACTER, text, id=f"{rule}: {text!r}")
            for rule, texts in CHARACTERS.items()
            for text in texts
        ),
    ],
)
def test_what_the_page_will_not_show_is_reported_where_it_stands(code: Code, marked: str) -> None:
    expected = [(code, position, Severity.WARNING) for position in marks(marked)]
    assert [(problem.code, problem.position, problem.severity) for problem in found(marked)] == expected


@pytest.mark.parametrize(
    ("marked", "count"),
    [("a ▸![b](c.png)", 1), ("▸![](https://example.org/a.gif)\n\n▸![b][c]", 2), ("`![b](c.png)` ! [b](c) [!b](c)", 0)],
)
def test_a_picture_in_the_text_is_reported_where_it_stands(marked: str, count: int) -> None:
    problems = found(marked)
    assert [(p.code, p.position) for p in problems] == [(Code.BODY_PICTURE, place) for place in marks(marked)]
    assert len(problems) == count


@pytest.mark.parametrize("tag", sorted(ALLOWED_TAGS))
def test_allowed_tags_are_no_fault(tag: str) -> None:
    assert not found(f"<{tag}>x</{tag}> <{tag.upper()} id='a'> <{tag}/>")


@pytest.mark.parametrize("scheme", sorted(ALLOWED_SCHEMES))
def test_allowed_schemes_are_no_fault(scheme: str) -> None:
    assert not found(f"[a]({scheme}:b) [c](<{scheme.upper()}:d>)\n\n[e]: {scheme}:f")


def test_a_warning_names_the_tag_the_attribute_or_the_scheme() -> None:
    tag, attribute, link = found("<Font> <P Class=a> [a](JavaScript:x)")
    assert "<font>" in tag.message
    assert "class of <p>" in attribute.message
    assert "javascript:" in link.message


# By what lies too deep: a body, and after how many lines it does.
DEEP = {
    "lists": ("\n".join("    " * level + "- a" for level in range(60)), 50),
    "lists on one line": ("- " * 60 + "a", 0),
    "numbered lists": ("1. " * 60 + "a", 0),
    "lists in quotations": ("> - " * 30 + "a", 0),
    "definitions": ("a\n: b\n" * 60, 101),
    "definitions in a quotation": ("> a\n> b\n> : c\n" * 60, 152),
}


@pytest.mark.parametrize(("body", "deeper"), DEEP.values(), ids=DEEP)
def test_lists_nest_no_deeper_than_can_be_drawn(body: str, deeper: int) -> None:
    (problem,) = found(f"a\n\n{body}")
    assert (problem.code, problem.severity) == (Code.TOO_DEEP, Severity.ERROR)
    assert problem.position.line == 12 + deeper


@pytest.mark.parametrize(
    "body",
    ["- " * 60, "* " * 60 + "*", "a\n\n" + " " * 400 + "a", "- " * 40 + "a", "a\n" + ": b\n" * 90, "a\n: b\n\n" * 90],
)
def test_rules_code_and_a_few_levels_are_not_too_deep(body: str) -> None:
    assert not found(body)


@pytest.mark.parametrize(("body", "line"), [("a\n" * 150_001, 150_010), ("a\n\n" + "[" * 20_000, 12)])
def test_a_text_that_is_too_much_to_draw_is_told_with_its_place(body: str, line: int) -> None:
    (problem,) = found(body)
    assert (problem.code, problem.severity, problem.position.line) == (Code.TOO_LONG, Severity.ERROR, line)
