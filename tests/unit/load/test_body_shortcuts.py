"""What is left out for speed changes nothing: a body in which all is looked for everywhere has the same faults."""

import operator
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import links, markup
from generator.errors import Position
from generator.links import _AUTOMATIC, _DEFINITION, _PICTURE, _TARGET, _TITLE, Link, _is_picture, _label, _plain
from generator.markup import (
    _COMMENT,
    _FENCE,
    _LEAD,
    _POINTED,
    _RULE,
    Finding,
    _levels,
    _TagFinder,
    _without_indented,
    _without_spans,
    blank,
    position_in,
)

SIGNS = [
    *"`~<>[]()!\\:-*+>.|/& \n\t\r\x0c\x00aé1\u0663",
    *"``¦```¦~~~¦\n```\n¦\n~~~\n¦```html\n¦\n\n¦    ¦\n    ¦\n        ¦\n\t¦  \t".split("¦"),
    *"- ¦\n- ¦> ¦\n> ¦: ¦1. ¦\n1) ¦\n[^a]: ".split("¦"),
    *"> > > > > > > ¦- - - - - - - ¦\t\t\t\t\t\t\t\t\t\t\t\t\t¦                    ¦1. 1. 1. 1. ¦---".split("¦"),
    *"<!--¦-->¦<script>¦<b>¦</b>¦<p class='a'>¦<a href='b:c'>¦</a>¦<http://a>¦<b:c>¦<a@b>¦<![¦<!A>¦<?a ?>".split("¦"),
    *"[a](b)¦[a](b:c)¦[a](<b c>)¦\\[a](b)¦[a\\](b)¦](¦\\](¦[a]: b:c¦\n[a]: b¦[a]¦[a][b]¦![a](b)¦![a]¦![".split("¦"),
]
BODIES = {
    "code": [
        "```\n[a](b:c)\n```",
        "~~~\n<i x>\n~~~",
        "a\n\n    [a](b:c)",
        "a\n\n\t<x>",
        "a\n\n  \t<x>",
        "`[a](b:c)` `` ` ``",
    ],
    "comments": ["<!-- [a](b:c) -->[a](b:c)", "<!-- <x>", "a\n   <!-- \n\n<x> -->"],
    "tags": ["<x>", "<a href='b:c'>", "<http://a> <x>", "[a](<b c>)", "[a]: <b:c>", "<![", "a < b"],
    "links": [
        "[a](b:c)",
        "\\[a](b:c)",
        "[a\\](b:c)",
        "](b:c)",
        "[a]\n\n[a]: b:c",
        "- [a]: b:c",
        "[a]:b:c",
        "<b:c>",
        "<ftp://b>",
    ],
    "pictures": ["![a](b:c)", "![a]\n\n[a]: b", "![a][a]", "!\\[a](b:c)", "!`[`a](b:c)", "\\![a](b:c)"],
    "depth": [
        f"{mark * number}a" for mark in ("> ", "- ", ": ", "1. ", "\t", "    ", "-\t", ">") for number in (50, 51)
    ],
    "what is not deep": ["-" * 60, "- " * 60, " " * 204, "> " * 51, "\t" * 13 + "a"],
}


INLINE = re.compile(rf"(?<!\\)\]\(\s*(?:<(?P<pointed>[^<>]*)>(?:\s+(?:'[^']*'|\"[^\"]*\")\s*)?|(?P<bare>{_TARGET}))\)")


def without_code(body: str) -> str:
    text = _without_indented(_FENCE.sub(blank, body))
    text = "\n\n".join(map(_without_spans, text.split("\n\n")))
    return _COMMENT.sub(blank, text).replace("<!--", "    ")


def too_deep(body: str) -> Position | None:
    for number, line in enumerate(without_code(body).split("\n")):
        lead = line[: len(line) - len(_LEAD.sub("", line, count=1))].expandtabs(4)
        if line.strip() and len(lead) > 50 and not _RULE.match(line) and _levels(lead) > 50:
            return Position(1 + number, 1)
    return None


def tags_of(body: str) -> _TagFinder:
    return _TagFinder(_POINTED.sub(blank, without_code(body)))


def links_of(body: str) -> list[Link]:
    text = _PICTURE.sub(lambda match: blank(match) if match["target"] == "(" else match[0], without_code(body))
    found: list[tuple[str, int]] = []
    for match in INLINE.finditer(text):
        group = "bare" if match["pointed"] is None else "pointed"
        found.append((_plain(_TITLE.sub("", match[group])), match.start(group)))
    for pattern in (_DEFINITION, _AUTOMATIC):
        found += [(_plain(match["target"]), match.start("target")) for match in pattern.finditer(text)]
    found += tags_of(body).links
    found.sort(key=operator.itemgetter(1))
    return [Link(target.strip(), position_in(body, offset, 1)) for target, offset in found]


def pictures_of(body: str) -> list[Position]:
    text = without_code(body)
    defined = {_label(match["label"]) for match in _DEFINITION.finditer(text)}
    found = [match for match in _PICTURE.finditer(text) if _is_picture(match, defined)]
    return [position_in(body, match.start(), 1) for match in found]


def same(body: str) -> bool:
    """Whether all that is looked for is found in the same places."""
    return (
        markup.without_code(body) == without_code(body)
        and markup.too_deep(body, 1) == too_deep(body)
        and [*markup.disallowed_html(body, 1)]
        == [Finding(name, position_in(body, offset, 1)) for name, offset in tags_of(body).found]
        and [*links.links(body, 1)] == links_of(body)
        and [*links.pictures(body, 1)] == pictures_of(body)
    )


@pytest.mark.parametrize("bodies", BODIES.values(), ids=BODIES)
def test_what_is_looked_for_is_found_where_only_one_sign_speaks_of_it(bodies: list[str]) -> None:
    """Alone, after a paragraph and below an item."""
    texts = [text for body in bodies for text in (body, f"a\n\n{body}\n\nb", f"- a\n\n    {body}")]
    assert [text for text in texts if not same(text)] == []


def test_what_the_project_tells_has_the_same_faults() -> None:
    """Every text of its content."""
    texts = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[3] / "content").rglob("*.md"))]
    assert texts
    assert [text for text in texts if not same(text)] == []


@settings(deadline=None)
@given(st.lists(st.sampled_from(SIGNS), max_size=30).map("".join))
def test_any_text_has_the_same_faults(body: str) -> None:
    """However its signs come together."""
    assert same(body)
