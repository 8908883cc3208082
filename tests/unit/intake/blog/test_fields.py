"""A field is taken by its name, whatever its case; the rest is counted."""

import pytest

from generator.errors import Position
from generator.frontmatter import parse
from generator.intake.blog.fields import Fields
from generator.intake.row import RowError


def fields(text: str, *defaults: str) -> Fields:
    return Fields(parse(text), [parse(each) for each in defaults])


def test_a_text_is_that_of_the_first_name_that_has_one_or_of_a_default() -> None:
    found = fields("Summary: ''\nDescription: |\n  A\n  b\n", "author: X")
    assert (found.text("summary", "description"), found.text("author"), found.text("none")) == ("A b", "X", "")


@pytest.mark.parametrize(
    ("text", "divided", "texts"),
    [
        ("tags: [a, b c, a]", False, ("a", "b c")),
        ("tags: a b", True, ("a", "b")),
        ("tags: a b", False, ("a b",)),
        ("tags: a, b c", True, ("a", "b c")),
        ("tags:", False, ()),
        ("tags: {a: b}", False, ()),
    ],
)
def test_several_texts_are_a_list_or_divided(text: str, divided: bool, texts: tuple[str, ...]) -> None:
    assert fields(text).texts("tags", divided=divided) == texts


def test_texts_of_defaults_come_after_those_of_the_post() -> None:
    assert fields("tags: [b]", "tags: [a]").texts("tags") == ("b", "a")


def test_a_list_is_no_single_text() -> None:
    with pytest.raises(RowError):
        fields("title: [a]").text("title")


def test_what_nobody_took_and_says_something_is_unused() -> None:
    found = fields("title: A\nlayout: post\nempty:\ndraft: false\nmap: {a: b}")
    assert not found.is_set("draft", "true")
    found.text("title")
    assert list(found.unused) == ["layout", "map"]


def test_a_field_is_told_where_it_stands() -> None:
    assert fields("a: 1\nTitle: A").position("none", "title") == Position(2, 1)
    assert fields("a: 1").position("title") == Position()
