"""The line that a problem stands in, with the place in it."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Code, Position, Problem
from generator.excerpts import Excerpt, Excerpts, excerpt


def problem(line: int, column: int, path: str = "a.md") -> Problem:
    return Problem(Code.INVALID_DATE, path, Position(line, column), "wrong", "mend it")


@pytest.mark.parametrize(
    ("text", "line", "column", "shown"),
    [
        (b"---\ndate: 2022-13\n", 2, 7, Excerpt("date: 2022-13", 6)),
        (b"\xef\xbb\xbf---\r\ndate: x\r\n", 2, 7, Excerpt("date: x", 6)),
        ("---\u2028\ntitle: é\n".encode(), 2, 8, Excerpt("title: é", 7)),
        (b"a:\tb\n", 1, 4, Excerpt("a: b", 3)),
        (b"title:\n", 1, 40, Excerpt("title:", 6)),
        (b"a\xff: b\n", 1, 2, Excerpt("a\ufffd: b", 1)),
    ],
)
def test_the_line_is_shown_as_an_editor_shows_it(
    text: bytes, line: int, column: int, shown: Excerpt, tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_bytes(text)
    assert Excerpts(tmp_path).of(problem(line, column)) == shown


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators alone")
def test_nothing_is_shown_of_a_file_that_a_link_leads_to(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("password: a", "utf-8")
    (tmp_path / "a.md").symlink_to(tmp_path / "secret")
    assert Excerpts(tmp_path).of(problem(1, 1)) is None


def test_there_is_nothing_to_show_of_a_line_that_is_not_there_or_empty(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a\n  \n")
    lines = Excerpts(tmp_path)
    assert lines.of(problem(2, 1)) is lines.of(problem(9, 1)) is lines.of(problem(1, 1, "gone.md")) is None
    assert lines.of(problem(1, 1, ".")) is None


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    line = "".join(f"{number:>4}," for number in range(100))
    assert excerpt(line, 2).text == line[:100] + "…"
    middle = excerpt(line, 254)
    assert (middle.text[0], middle.text[-1], middle.text[middle.place]) == ("…", "…", line[254])
    assert excerpt(line, 499).text.endswith("99,")


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=300), st.integers(0, 300))
def test_the_sign_at_the_place_is_the_one_of_the_line(line: str, place: int) -> None:
    """Or the place is one beyond the end."""
    shown = excerpt(line, place)
    assert 0 <= shown.place <= len(shown.text) <= 102
    if place < len(line.rstrip()):
        assert shown.text[shown.place] == line[place]
