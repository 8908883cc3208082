"""Files that can be read and files that cannot."""

import os
from pathlib import Path

import pytest

from generator.errors import Code, Position, Problem
from generator.frontmatter import Items, Scalar
from generator.load.reading import read_document, read_text, read_yaml, read_yaml_list
from generator.report import Report

UTF_8, UTF_16, WINDOWS = "été".encode(), "été".encode("utf-16"), "été".encode("cp1252")


@pytest.fixture
def problems() -> list[Problem]:
    """Takes what is reported."""
    return []


@pytest.fixture
def report(problems: list[Problem]) -> Report:
    """The report of a file."""
    return Report("file", problems)


def written(folder: Path, data: bytes) -> Path:
    """A file that holds `data`."""
    path = folder / "file"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("data", [UTF_8, b"\xef\xbb\xbf" + UTF_8], ids=["plain", "BOM"])
def test_utf_8_is_read_with_or_without_a_byte_order_mark(data: bytes, tmp_path: Path, report: Report) -> None:
    assert read_text(written(tmp_path, data), report) == "été"


@pytest.mark.parametrize(
    ("data", "position"),
    [
        (WINDOWS, Position(1, 1)),
        (UTF_16, Position(1, 1)),
        (b"a: 1\nbc: " + WINDOWS, Position(2, 5)),
        (b"a\r\n" + WINDOWS, Position(2, 1)),
        ("été ".encode() + WINDOWS, Position(1, 5)),
    ],
)
def test_what_is_not_utf_8_is_reported_at_its_first_such_character(
    data: bytes, position: Position, tmp_path: Path, report: Report, problems: list[Problem]
) -> None:
    assert read_text(written(tmp_path, data), report) is None
    assert [(problem.code, problem.position) for problem in problems] == [(Code.ENCODING, position)]


def test_what_the_system_will_not_open_is_reported(tmp_path: Path, report: Report, problems: list[Problem]) -> None:
    assert read_text(tmp_path, report) is None
    assert [problem.code for problem in problems] == [Code.UNREADABLE]


def test_a_file_that_is_not_there_holds_nothing_and_is_no_fault(
    tmp_path: Path, report: Report, problems: list[Problem]
) -> None:
    table = read_yaml(tmp_path / "none.yaml", report)
    assert table is not None
    assert not table.values
    assert not read_yaml_list(tmp_path / "none.yaml", report).items
    assert not problems


def test_an_unreadable_file_is_not_an_empty_one(tmp_path: Path, report: Report, problems: list[Problem]) -> None:
    """What refers to something in it must not be reported as unknown."""
    assert read_yaml(written(tmp_path, b"a: ["), report) is None
    assert read_yaml(written(tmp_path, WINDOWS), report) is None
    assert read_document(written(tmp_path, b"a: 1"), report) is None
    assert read_document(written(tmp_path, WINDOWS), report) is None
    assert [problem.code for problem in problems] == [Code.YAML, Code.ENCODING, Code.FRONT_MATTER, Code.ENCODING]


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=repr)
def test_a_list_is_read_item_by_item(line_end: str, tmp_path: Path, report: Report, problems: list[Problem]) -> None:
    path = written(tmp_path, f"- a{line_end}- b{line_end}".encode())
    expected = Items((Scalar("a", Position(1, 3)), Scalar("b", Position(2, 3))), Position(1, 1))
    assert (read_yaml_list(path, report), problems) == (expected, [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("", []),
        ("# only a comment\n", []),
        ("a: 1", [Code.WRONG_TYPE]),
        ("text", [Code.WRONG_TYPE]),
        ("- [", [Code.YAML]),
        ("- \xff", [Code.ENCODING]),
    ],
)
def test_what_is_no_list_has_no_items_and_is_reported_unless_it_is_empty(
    text: str, codes: list[Code], tmp_path: Path, report: Report, problems: list[Problem]
) -> None:
    assert not read_yaml_list(written(tmp_path, text.encode("latin-1")), report).items
    assert [problem.code for problem in problems] == codes


def test_a_yaml_file_may_begin_with_its_marker(tmp_path: Path, report: Report, problems: list[Problem]) -> None:
    read_yaml(written(tmp_path, b"---\na: 1\n"), report)
    assert not problems


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_what_is_neither_file_nor_folder_is_told_and_not_waited_for(
    tmp_path: Path, problems: list[Problem], report: Report
) -> None:
    """Nobody writes into the pipe: reading it would never end."""
    os.mkfifo(tmp_path / "pipe.md")
    assert read_document(tmp_path / "pipe.md", report) is None
    assert read_yaml(tmp_path / "pipe.md", report) is None
    assert [problem.code for problem in problems] == [Code.UNREADABLE] * 2
