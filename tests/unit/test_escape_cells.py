"""No part of a cell is run by a spreadsheet, wherever it parts cells; and every text comes back as it was."""

import csv
import io
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.escape import as_cell, of_cell
from generator.render.table import row

TEXTS = st.text(st.sampled_from("=+-@＝;\t\r\n'\" a1,|") | st.characters(exclude_categories=["Cs"]))


@given(TEXTS)
@example("'=1")
@example("a;'\"=1")
@example("\n'")
def test_every_text_comes_back_as_it_was(text: str) -> None:
    """Also one that has such apostrophes of its own."""
    assert of_cell(as_cell(text)) == text


@given(st.lists(TEXTS, min_size=1))
@example(['a;"=1+1;b'])
@example(["a\n=1"])
def test_no_part_of_a_row_is_a_formula_whatever_parts_it(texts: list[str]) -> None:
    """Quotation marks are known only where a cell begins; what is between or before them is no part of the formula."""
    written = row(texts)
    (read,) = csv.reader(io.StringIO(written, newline=""))
    for part in [*read, *re.split("[;\t\r\n]", written)]:
        assert not re.match(r"\"*[=+\-@＝＋－＠]", part) or re.fullmatch(r"-?\d+[,\d\"]*", part), part


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a;=1", "a;'=1"),
        ("a;;@SUM(A1)", "a;;'@SUM(A1)"),
        ("a\t+1", "a\t'+1"),
        ("a\r\n-1+1", "a\r\n'-1+1"),
        ('a;"=1', "a;'\"=1"),
        ("'=1", "''=1"),
    ],
)
def test_what_follows_a_separator_in_a_cell_is_no_formula(text: str, cell: str) -> None:
    assert as_cell(text) == cell


@pytest.mark.parametrize("text", ["a; -5", "a;b", "l’an - 44", "a=b", "'tis", "it's +1", "-44", "a;'b'", "1;2", ""])
def test_ordinary_texts_stay_as_they_are(text: str) -> None:
    assert as_cell(text) == of_cell(text) == text
