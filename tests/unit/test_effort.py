"""What it takes to draw a body: honest texts lie far below the bound, what only repeats itself is told."""

from time import process_time

import pytest

from generator.effort import LONGEST, too_dear, too_long
from generator.errors import Position
from generator.render.markdown import to_html
from generator.render.plain import to_text
from generator.render.sanitise import sanitise

LINK = "[A title of an article](https://www.example.org/2020/01/02/a-title-of-an-article)"
HONEST = {
    "prose": ("Some words in a sentence *with* a few marks, and more. " * 20 + "\n\n") * 260,
    "lines without an empty one": "Some words *with* a few marks, and more (as they say).\n" * 4000,
    "links in a list": f"- {LINK}\n" * 1500,
    "links in a paragraph": f"{LINK} and " * 2500,
    "a table": "| a | b |\n|---|---|\n" + f"| `2020` | {LINK} |\n" * 1500,
    "HTML on one line": "<p>Some <b>bold</b> words and <a href='https://a.example/'>a link</a>.</p>" * 3500,
    "footnotes": "".join(f"Words[^{number}].\n\n[^{number}]: A note.\n\n" for number in range(800)),
    "code": "```py\nx = a[1] * b\n```\n\n" * 3000,
    "entities and code": "AT&amp;T `a` " * 10_000,
}
# By what is too much of it: what repeats, in a text of some length.
DEAR = {
    "brackets that stay open": ("[a](", 40_000),
    "pictures that stay open": ("![", 40_000),
    "brackets within one another": ("[[]", 60_000),
    "tags that stay open": ("<a ", 40_000),
    "comments that stay open": ("<!-- > ", 80_000),
    "sections that stay open": ("<![a>", 80_000),
    "fences that stay open": ("```a\n", 80_000),
    "fences that stay open, apart": ("~~~ a\n\n", 80_000),
    "elements within one another": ("<div>\n\n", LONGEST),
    "headings in a paragraph": ("# a\n", 100_000),
    "rules in a paragraph": ("---\n", 100_000),
    "code in a row": ("`|", 100_000),
    "code that stays open": ("a\\``\n", 100_000),
    "brackets before what is set aside": ("![\\*", 30_000),
    "emphasis of a letter": ("_]_", 200_000),
    "definitions of links": ("[b]: c\n", 200_000),
    "abbreviations": ("*[A]: b\n", 200_000),
    "fences that go on to a quotation mark": ('```hl_lines="a\n```\n', 200_000),
    "marks of a footnote": ("[^a]\n\n", 100_000),
    "escapes": ("\\*", LONGEST),
}
NEAR = ["_]_", "a\\``\n", "[a](", "[a]( ", "<a ", "![[", "`|", "# a\n", "[^a] ", "a|b\n-|-\n1|2\n\n", "\\*"]
"""What repeats in texts that are just not too much, and were the slowest of some thousand shapes."""

ACCEPTABLE = 30
"""Seconds, some three times of what was measured at most."""


@pytest.mark.parametrize("body", HONEST.values(), ids=HONEST)
def test_what_somebody_wrote_is_never_too_much(body: str) -> None:
    assert len(body) > LONGEST / 16
    assert too_dear(body[:LONGEST], 1) is None


@pytest.mark.parametrize(("unit", "length"), DEAR.values(), ids=DEAR)
def test_what_repeats_itself_is_told_with_its_place(unit: str, length: int) -> None:
    body = "Some words.\n\n" + unit * (length // len(unit)) + "\n\nMore."
    position = too_dear(body, 10)
    assert position
    assert position.line in {10, 12}
    assert too_dear(body[:4000], 10) is None


def test_spaces_behind_a_fence_or_a_name_are_told() -> None:
    """Each was tried as the last of them; a line of some is nothing."""
    body = "Some words.\n\n```" + " " * 30_000 + "py\na\n```\n"
    assert too_dear(body, 1) == Position(3, 1)
    assert too_dear("Some words.\n\n[a]:" + "\t" * 10_000, 1) == Position(3, 3)
    assert too_dear("```   py   \na\n```\n\n[a]:    b\n\n" * 8000, 1) is None


@pytest.mark.parametrize("unit", NEAR)
def test_what_is_just_not_too_much_is_drawn_in_a_bounded_time(unit: str) -> None:
    """A fifth of it is drawn here, since the whole may take ten seconds."""
    repeats = LONGEST // len(unit)
    while too_dear(unit * repeats, 1):
        repeats = repeats * 2 // 3
    body = unit * (repeats // 5) + "\n\n[^a]: b"
    begun = process_time()
    sanitise(to_html(body), {})
    to_text(body)
    assert process_time() - begun < ACCEPTABLE / 5


def test_a_body_has_a_most_of_characters() -> None:
    body = "a" * (LONGEST - 1) + "\nbc"
    assert too_long(body[:LONGEST], 1) is None
    assert too_long(body, 5) == Position(6, 1)
