"""Links and pictures of a text are found as the converter makes them. The converter itself is the oracle."""

import html5lib  # type: ignore[import-untyped]
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.errors import Position
from generator.links import links, pictures
from generator.markup import line_starts
from generator.render.markdown import to_html

# By rule: a body, and where it links to.
FOUND = {
    "in brackets": ("[a](b.md) and [c](../d.en.md#e)", ["b.md", "../d.en.md#e"]),
    "with a title": ("[a](b.md \"t\") [c](<d e.md> 't')", ["b.md", "d e.md"]),
    "over lines": ("[a\nb](c.md)", ["c.md"]),
    "by reference": ('[a][b], [c], [d][]\n\n[b]: e.md\n[C]: f.md "t"\n[d]:\n    g.md', ["e.md", "f.md", "g.md"]),
    "between pointed brackets": ("<https://a.example/> <ftp://b.example>", ["https://a.example/", "ftp://b.example"]),
    "in HTML": ("<a href='b.md'>a</a> <a title=x HREF=c.md>d</a>", ["b.md", "c.md"]),
    "with signs that are escaped": (r"[a](b\_c.md) [d](e&amp;f.md)", ["b_c.md", "e&f.md"]),
    "with brackets": ("[a](b(c).md) [d [e]](f.md)", ["b(c).md", "f.md"]),
    "around a picture": ("[![a](b.png)](c.md)", ["c.md"]),
    "in a list": ("- a\n\n    [b](c.md)\n\n    - d\n\n        [e](f.md)", ["c.md", "f.md"]),
    "in a footnote": ("a[^1]\n\n[^1]: b\n\n    [c](d.md)", ["d.md"]),
    "never in code": ("`[a](b.md)`\n\n    [a](b.md)\n\n```\n[a](b.md)\n```\n\n- a\n\n        [a](b.md)", []),
    "never in a comment": ("<!-- [a](b.md) -->", []),
    "never of a picture": ("![a](b.png) ![a\nb](c.png)", []),
    "never where a bracket is escaped": (r"[a\](b.md)", []),
    "never of what only looks like a definition": ("[sic]: attention: danger", []),
}

# By rule: a body with a mark before each picture.
PICTURES = {
    "in brackets": "a ▸![b](c.png) ▸![](d.png)",
    "over lines": "a ▸![b\nc](d.png)",
    "with brackets": "▸![a [b] c](d.png)",
    "by reference": "▸![a][b] ▸![b][] ▸![b] ![c]\n\n[b]: d.png",
    "never in code": "`![a](b.png)`\n\n    ![a](b.png)",
    "never where it is escaped": r"\![a](b.png)",
    "never a mark before a link": "a ! [b](c.md)",
}
PIECES = st.sampled_from(
    "[a](b.md)|[c]|[c]: d.md|<a href='e.md'>|</a>|![f](g.png)|![c]|`|```|    |\n|\n\n|- |1. "
    "|> |x|(|)|[|]|\\|*|[^1]: |[^1]|<https://h.example>".split("|")
)


def made(body: str) -> set[str]:
    """Where the links lead to that the converter makes, but for those of its footnotes."""
    page = html5lib.parseFragment(to_html(body), namespaceHTMLElements=False)
    return {link.get("href").strip() for link in page.iter("a") if not (link.get("href") or "#").startswith("#")}


@pytest.mark.parametrize(("body", "targets"), FOUND.values(), ids=FOUND)
def test_links_are_found(body: str, targets: list[str]) -> None:
    assert [link.target for link in links(body, 1)] == targets
    assert {*targets} == made(body)


def test_each_target_in_a_tag_has_its_own_place() -> None:
    """The first counts on a page; where it is taken away, the next does."""
    found = links("<a href=b.md title=' href=x' HREF = 'c.md' href>a</a>", 1)
    assert [(link.target, link.position.column) for link in found] == [("b.md", 9), ("c.md", 38)]


@settings(max_examples=max(500, settings().max_examples), derandomize=True)
@given(st.lists(PIECES, max_size=12).map("".join))
@example("- x\n\n    x [a](b.md)")
@example("[c](d.md\n\n) [a](b.md)")
def test_no_link_is_made_that_was_not_found(body: str) -> None:
    """A link that nobody found would be taken off its page without a word."""
    assert made(body) <= {link.target for link in links(body, 1)}


@pytest.mark.parametrize("marked", PICTURES.values(), ids=PICTURES)
def test_pictures_are_found_where_they_stand(marked: str) -> None:
    before = [marked[:place].replace("▸", "") for place, character in enumerate(marked) if character == "▸"]
    positions = [Position(1 + text.count("\n"), len(text) - text.rfind("\n")) for text in before]
    body = marked.replace("▸", "")
    assert [*pictures(body, 1)] == positions
    assert to_html(body).count("<img") == len(positions)


@pytest.mark.parametrize("body", ["](" * 20_000, "![" * 20_000, "[a](b" * 20_000, "[a](b" + " " * 50_000])
def test_a_long_text_takes_no_long_time(body: str) -> None:
    """However often something begins that never ends."""
    assert not [*links(body, 1)]
    assert not [*pictures(body, 1)]


def test_words_that_could_be_a_title_are_looked_at_once() -> None:
    """From each of their marks to each other, nobody would see the end of this test."""
    titles = ' "a' * 50_000
    (link,) = links(f"[a](b{titles})", 1)
    assert link.target.startswith('b "a "a')
    assert [link.target for link in links("[a](b 'c \"d\" e')", 1)] == ["b"]


def test_the_lines_of_a_text_are_counted_once_however_many_links_it_has() -> None:
    before = line_starts.cache_info().misses
    found = [*links("[a](b)\n" * 500, 1)]
    assert (len(found), found[-1].position) == (500, Position(500, 5))
    assert line_starts.cache_info().misses == before + 1
