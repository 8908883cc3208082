"""The search as a stage of the build: made where it must be, left out where it is asked for, told of in a line."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pagefind_bin import get_executable  # type: ignore[import-untyped] # it has no types

from generator.cli.main import timeline
from generator.console import Terminal
from generator.errors import OutputError

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

PROGRAM = "generator.search.index.get_executable"
ENTRY = "---\ntitle: Pont\ndate: 2022\n---\n\nUn pont.\n"
FILES = {"content/entries/pont.md": ENTRY}


def build(root: Path, *options: str) -> Result:
    return CliRunner().invoke(timeline, ["build", "--root", str(root), *options], obj=Terminal())


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows by one whenever Pagefind is started."""
    times = list[int]()

    def program() -> Path:
        times.append(1)
        found: Path = get_executable()
        return found

    monkeypatch.setattr(PROGRAM, program)
    return times


def test_a_build_indexes_each_text_and_says_so_in_a_line_of_its_own(write_site: WriteSite) -> None:
    """One text an entry and an edition."""
    lines = build(write_site(FILES)).output.splitlines()
    assert [line for line in lines if line.startswith("Search: 2 texts, ") and line.endswith(" of the index written")]


def test_what_no_reader_can_find_starts_no_indexing(write_site: WriteSite, started: list[int]) -> None:
    """A second build, a style, another address of the site; a word does."""
    root = write_site(FILES)
    build(root)
    assert "Search: 2 texts, index unchanged" in build(root).output
    (root / "layouts/assets/css").mkdir(parents=True)
    (root / "layouts/assets/css/own.css").write_text("p {}\n")
    assert "Search: 2 texts, index unchanged" in build(root, "--base-url", "https://a.example/").output
    assert len(started) == 1
    (root / "content/entries/pont.md").write_text(ENTRY + "Un mot.\n", "utf-8")
    build(root)
    assert len(started) == 2


def test_a_build_without_search_has_no_trace_of_it(write_site: WriteSite, started: list[int]) -> None:
    """Neither index nor page nor link, also where there was one."""
    root = write_site(FILES)
    build(root)
    assert (root / "site/search/index.html").is_file()
    assert "Search: left out" in build(root, "--no-search").output
    assert not (root / "site/search").exists()
    pages = [
        path for path in (root / "site").rglob("*.html") if re.search('rel="search"|search/', path.read_text("utf-8"))
    ]
    assert (pages, len(started)) == ([], 1)


def test_a_site_without_entries_has_no_search(write_site: WriteSite, started: list[int]) -> None:
    root = write_site({})
    assert "Search: left out" in build(root).output
    assert (started, (root / "site/search").exists()) == ([], False)


def test_where_pagefind_cannot_run_the_build_stops_and_nothing_is_written(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until it is told to do without."""
    monkeypatch.setattr(PROGRAM, lambda: Path("/nowhere/pagefind"))
    root = write_site(FILES)
    fault = build(root).exception
    assert isinstance(fault, OutputError)
    assert (fault.exit_code, "--no-search" in str(fault)) == (3, True)
    assert not (root / "site/index.html").exists()
    assert build(root, "--no-search").exit_code == 0
    assert (root / "site/index.html").is_file()
