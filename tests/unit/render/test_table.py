"""Rows of a table: another program reads back what was written, and a spreadsheet runs none of it."""

import csv
import io
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.escape import of_cell
from generator.render.table import cells, row


@dataclass(frozen=True)
class Part:
    """What stands below a record."""

    name: str | None


@dataclass(frozen=True)
class Whole:
    """A record with all that a field can be."""

    name: str
    part: Part | None
    parts: tuple[Part, ...]
    ids: tuple[str, ...]
    is_so: bool


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1))
def test_every_text_is_read_back_as_it_was_or_with_an_apostrophe_before_it(texts: list[str]) -> None:
    """Commas, quotation marks and ends of lines in a cell are part of it (RFC 4180)."""
    (found,) = read(row(texts))
    assert [*map(of_cell, found)] == texts


def test_a_line_ends_as_the_format_asks() -> None:
    assert row(["a", "b"]) == "a,b\r\n"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1 a", "-a", "@SUM(A1)", "\t1", "\r1", "\n1", "＝1", "-0044-03-15", '=HYPERLINK("x")']
)
def test_no_text_is_run_as_a_formula(text: str) -> None:
    """The apostrophe is what spreadsheets take for the mark of a text."""
    assert read(row([text])) == [[f"'{text}"]]


@pytest.mark.parametrize("cell", [-44, 5, 0.5, "-44", "2022-01", "a=b"])
def test_numbers_and_plain_texts_stay_as_they_are(cell: str | float) -> None:
    assert read(row([cell])) == [[str(cell)]]


def test_a_column_is_a_path_and_several_values_stand_in_one_cell() -> None:
    """What is not there is empty, and keeps its place among others."""
    record = Whole("A", None, (Part("x"), Part(None), Part("z")), ("i", "k"), is_so=True)
    columns = ("name", "part.name", "parts.name", "ids", "is_so")
    assert cells(record, columns) == ("A", "", "x |  | z", "i | k", "true")
