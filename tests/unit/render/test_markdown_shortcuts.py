"""What is left out for speed changes nothing: Python-Markdown alone gives the same, byte for byte."""

import re
from collections import Counter
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.toc import slugify_unicode
from markdown.inlinepatterns import Pattern, SimpleTagInlineProcessor

from generator.render.markdown import EXTENSIONS, Outline, Shortcuts, to_html

# By what the library looks for: bodies that hold it, and bodies that only look like it.
TRICKY = {
    "paragraphs": """
        plain words ¦ two⏎lines ¦ 2022 was a year ¦ **bold** begins ¦ _a_ *b* ¦ « a » ¦ — a ¦ (a) ¦ {a} ¦ "a" ¦ ~a~
        ^a^ ¦ @a ¦ /a ¦ .a ¦ …a ¦ …⏎- a ¦ =a ¦ = ¦ 2022⏎2023 ¦ a⏎2. b ¦ *[a] b ¦ _[a]: b ¦ *>a ¦ **- a ¦ *|a ¦ a⏎*=
    """,
    "rules and headings": r"""
        * ¦ ** ¦ *** ¦ ___ ¦ - - - ¦ *  *  * ¦ ***a ¦ a⏎*** ¦ a⏎=== ¦ a⏎--- ¦ a⏎--- b ¦ a⏎= b ¦ a⏎-
        # a ¦ a⏎# b ¦ #a ¦ \# a ¦ a # ¦ ####### a ¦ ## a⏎⏎# b ¦ # a⏎⏎# a ¦ # *a* `b` [c](d) &amp; e ¦ # \*a ¦ a⏎⏎[TOC]
        # a[^1]⏎⏎[^1]: b ¦ # NATO⏎⏎*[NATO]: b ¦ # <b>a</b> ¦ <h2>a</h2>⏎⏎# b
    """,
    "lists": r"""
        * a ¦ *a* b ¦ - a⏎b ¦ a⏎- b ¦ a⏎ - b ¦ a⏎+ b ¦ -a ¦ +1 ¦ - a⏎⏎    b ¦ - a⏎    - b ¦ 1. a⏎2. b ¦ 3. a ¦ 1) a
        12. a ¦ ١٢. a ¦ 1986\. A ¦ 1986.A ¦ a⏎: b ¦ : b ¦ a⏎⏎: b⏎⏎: c ¦ a⏎    : b ¦ :b ¦ a : b ¦ a⏎   : b ¦ a⏎:⇥b
    """,
    "quotations": r"> a ¦ a⏎> b ¦ a > b ¦    > a ¦     > a ¦ >a ¦ > > a ¦ > - a⏎> - b ¦ \> a ¦ a⏎\> b",
    "links": r"""
        [a](b) ¦ [a](<b c>) ¦ [a](b "t") ¦ [a] (b) ¦ ![a](b) ¦ [![a](b)](c) ¦ [a [b](c)](d) ¦ [a](b_c_d) ¦ [*a*](b)
        *[a](b)* ¦ a](b) ¦ [a\](b) ¦ \[a](b) ¦ [a]⏎(b) ¦ [a](b ¦ [a](b\_c) ¦ [a](b "*t*") ¦ <http://a.b> ¦ <http://a b>
        <a@b.c> ¦ http://a.b/_c_ ¦ [a `](b)` ¦ !\[a](b) ¦ [a](b)[c](d) ¦ ![a [b]](c)
    """,
    "references": r"""
        [a]: b ¦ [a]: b⏎⏎[a] ¦ [a]⏎⏎[a]: b "t" ¦ [a][b] [b][]⏎⏎[b]: c ¦ [a] [b]⏎⏎[b]: c ¦ [a]⏎[b]⏎⏎[b]: c
        ![a][b]⏎⏎[b]: c ¦ ![b]⏎⏎[b]: c ¦ [a] ¦ [a][b] ¦ a⏎[b]: c⏎⏎[b] ¦ [a]:⏎b⏎⏎[a] ¦ [*a*]⏎⏎[*a*]: b\_c
    """,
    "footnotes": r"""
        a[^1]⏎⏎[^1]: b ¦ [^1]: b ¦ a[^1][^1]⏎⏎[^1]: b⏎⏎    c ¦ [^a] ¦ a[^1]⏎⏎[^1]: *b* [c](d)⏎[^2]: e ¦ a⏎[^1]: b
        [^1]⏎⏎///Footnotes Go Here///⏎⏎a⏎⏎[^1]: b ¦ a[^1]⏎⏎[^1]: \*b
    """,
    "abbreviations": """
        NATO⏎⏎*[NATO]: b ¦ *[A]: b⏎⏎A *A* `A` [A](A) ¦ *[A]: ¦ NATO *[NATO]: a ¦ A⏎⏎*[A]: '' ¦ *[A]: b⏎A
    """,
    "code": r"""
        `a` ¦ ``a`b`` ¦ `a ¦ \`a` ¦ \\`a` ¦ `a⏎b` ¦ `&` ¦ `<b>` ¦ ```⏎a⏎``` ¦ ~~~⏎a⏎~~~ ¦ ``` x⏎*a*⏎``` ¦ ```⏎a
        ````⏎```⏎```` ¦ a⏎```⏎b⏎``` ¦     ```⏎    a ¦     a ¦ ⇥a ¦ a⏎⏎    b ¦ a⏎    b ¦ `\*` ¦     \* <b>
        a⏎⏎    b⏎⏎⏎    c
    """,
    "escapes and line breaks": r"a\*b ¦ a\\b ¦ \a ¦ \ ¦ a\_b_ ¦ \&amp; ¦ a  ⏎b ¦ a ⏎b ¦ a   ¦ a  ⏎ ¦ a\⏎b ¦ *a*  ⏎b",
    "HTML": r"""
        <b>a</b> ¦ <div>a</div> ¦ <div>⏎⏎*a*⏎⏎</div> ¦ a <b ¦ a < b ¦ < ¦ <br> ¦ <br/>a ¦ <hr> ¦ <p>a</p>b
        *a <b>c* d</b> ¦ <script>*a*</script> ¦ <b title="*a*">*c*</b> ¦ <!-- a --> ¦ a <!-- b ¦ <?a?> ¦ <!a> ¦ </>
        <b \*>c</b> ¦ & ¦ &amp; ¦ &#35; ¦ &#35 ¦ &#2;1&#3; ¦ &x ¦ a & b ¦ &lt;b&gt; ¦ > ¦ a > b
    """,
    "tables": r"""
        a | b⏎- | -⏎c | d ¦ |a|⏎|-|⏎|b| ¦ | a | `b|c` |⏎|:-|-:|⏎| *d* | e\|f |⏎g ¦ a|b ¦ a|b⏎- ¦ a \| b ¦ a⏎b|c⏎-|-
    """,
    "white space": """
        ⏎ a ¦ ⏎   ⏎a ¦ a⏎   ⏎b ¦ a⏎ ⏎ ⏎b ¦ a⇥b ¦ a⏎⏎⏎b ¦ a\u00a0⏎⏎b ¦ \u00a0a ¦ \ufeffa ¦ \u2028# a ¦ \x0b# a ¦ \x0c- a
        a\x1c> a ¦ a\rb ¦ a\r⏎b ¦ \x02a\x03 ¦ \x0242\x03 ¦ \x02amp\x03 ¦ \x02klzzwxh:0000\x03 `a` ¦ \x02wzxhzdk:0\x03<b>
    """,
}
PIECES = [
    *"*_`[]()!<>&#=-+~:|\\\"'/^{}@. \n\t\r\x02\x03\x0b\u2028\u00a0aé1",
    *"Mot ¦2022 ¦12. ¦  ¦    ¦\n\n¦\n    ¦  \n¦**¦***¦__¦``¦](¦![¦[^a]¦[a]¦[a][a]¦[a] [a]".split("¦"),
    *"\n- ¦\n* ¦\n+ ¦\n1. ¦\n> ¦\n: ¦\n# ¦\n---¦\n===¦\n```\n¦\n~~~\n¦\n|-|-|\n¦|a|b|".split("¦"),
    *"\n[a]: b¦\n[^a]: b¦\n*[a]: b¦[a](b)¦[a](b 't')¦![a](b)¦`a`¦*a*¦\\*¦\\`¦&amp;¦&#35;".split("¦"),
    *"<b>¦</b>¦<div>¦</div>¦<br>¦<!--¦-->¦<http://a.b>¦<a@b.c>".split("¦"),
    *"\x0242\x03¦\x02klzzwxh:0000\x03¦\x02wzxhzdk:0\x03¦\x02amp\x03".split("¦"),
]


def examples(table: str) -> list[str]:
    """What stands in a table, between `¦`; `⏎` ends a line, `⇥` is a tab."""
    rows = re.split(r" ¦ |\n", dedent(table).strip("\n"))
    return [row.replace("⏎", "\n").replace("⇥", "\t") for row in rows]


@cache
def _alone(way_back: str) -> Markdown:
    configs: dict[str, dict[str, Any]] = {
        "toc": {"marker": "", "slugify": slugify_unicode},
        "footnotes": {"BACKLINK_TITLE": way_back},
    }
    return Markdown(extensions=[*EXTENSIONS, Outline()], extension_configs=configs, output_format="html")


def outcome(convert: Any, body: str) -> str:  # noqa: ANN401 - either converter
    """The HTML of a body, or on what the library stumbles."""
    try:
        return str(convert(body))
    except (AttributeError, IndexError, TypeError, ValueError) as error:
        return repr(error)


def same(body: str) -> bool:
    return outcome(to_html, body) == outcome(_alone("{}").reset().convert, body)


def test_what_the_project_tells_is_converted_as_by_the_library_alone() -> None:
    """Every text of its content, front matter and all."""
    paths = sorted((Path(__file__).parents[3] / "content").rglob("*.md"))
    assert paths
    assert [path.name for path in paths if not same(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("table", TRICKY.values(), ids=TRICKY)
def test_what_only_looks_like_a_mark_is_converted_as_by_the_library_alone(table: str) -> None:
    """Alone, among other lines, and in lists, quotations and footnotes."""
    for body in examples(table):
        within = body.replace("\n", "\n    ")
        around = (f"A\n\n{body}\n\nB", f"A\n{body}\nB", f"- {within}", f"> {body}", f"A[^1]\n\n[^1]: {within}")
        assert [text for text in (body, *around) if not same(text)] == []


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_text_is_converted_as_by_the_library_alone(body: str) -> None:
    """However its marks come together."""
    assert same(body)


def test_the_note_of_a_way_back_is_as_by_the_library_alone() -> None:
    """Each language has a converter of its own."""
    body = "A[^a].\n\n[^a]: One."
    assert to_html(body, "Back to {}") == _alone("Back to {}").reset().convert(body)


def test_a_text_is_given_to_no_pattern_whose_mark_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the library's private method called otherwise, it would be as slow as ever, and only this would say so."""
    tried: Counter[str] = Counter()
    look = Pattern.getCompiledRegExp
    monkeypatch.setattr(Pattern, "getCompiledRegExp", lambda self: [tried.update([self.type()]), look(self)][1])
    to_html("A text.\n\n" * 10)
    assert not tried
    to_html("A text.\n\n" * 10 + "A [link](a.md).")
    assert tried == {"LinkInlineProcessor": 2}


def test_a_pattern_that_is_not_known_is_tried_on_every_text() -> None:
    """A new one of the library's is not lost."""
    md = Markdown(extensions=[*EXTENSIONS, Shortcuts()])
    md.inlinePatterns.register(SimpleTagInlineProcessor("(!)(a)", "b"), "new", 75)
    assert md.convert("!a") == "<p><b>a</b></p>"
