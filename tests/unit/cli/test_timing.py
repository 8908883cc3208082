"""`timeline build --timings` says what took how long."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import build
from generator.cli.main import timeline
from generator.cli.timing import report_timings
from generator.config import BuildOptions, Project
from generator.console import Terminal
from generator.files import Output
from generator.publish.publish import publish
from generator.timings import Stage, Timings

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
MANY = 150
"""So many files are drawn by several processes, where there are several cores."""


class Clock:
    """Each look at it is a second later."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        self.seconds += 1
        return self.seconds


def test_what_every_process_draws_is_counted(tmp_path: Path) -> None:
    """Each file with its template and its own seconds, in the order of the files."""
    outputs = [Output(f"{number}.html", "x", lambda: b"", "pages/a.html") for number in range(MANY)]
    timings = Timings(Clock())
    publish(outputs, tmp_path / "out", timings=timings)
    assert [drawing.path for drawing in timings.drawings] == [output.path for output in outputs]
    assert {(drawing.template, drawing.seconds) for drawing in timings.drawings} == {("pages/a.html", 1.0)}


def test_a_build_tells_its_stages_templates_and_files(
    write_site: WriteSite, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All stages in their order; where nothing is drawn it says so."""
    project = Project(write_site({"content/entries/pont.md": "---\ntitle: Le pont\ndate: 2022\n---\n"}))
    for line in ("Slowest of", "No file had to be drawn"):
        timings = Timings(Clock())
        options = BuildOptions(tmp_path / "out", "2023-01-01")
        build(project, options, lambda _stage, _length: lambda: None, timings=timings)
        report_timings(Terminal(), timings, 1000.5)
        told = capsys.readouterr().out
        assert line in told
        assert "1000.500" in told
        assert ("pages/entry.html" in told) == (line == "Slowest of")
        assert {*timings.stages} >= {*Stage} - {Stage.INDEXING}
        assert (Stage.INDEXING in timings.stages) == (line == "Slowest of")


def test_only_a_build_that_is_asked_says_so(write_site: WriteSite) -> None:
    root = write_site({})
    asked, other = (
        CliRunner().invoke(timeline, ["build", "--no-search", "--root", str(root), *options], obj=Terminal()).output
        for options in (["--timings"], ["--no-cache"])
    )
    assert "seconds" in asked
    assert "seconds" not in other


def test_a_build_that_changes_nothing_says_how_long_it_took_to_tell(capsys: pytest.CaptureFixture[str]) -> None:
    """It had no stage."""
    report_timings(Terminal(), Timings(Clock()), 0.0625)
    assert capsys.readouterr().out == "Nothing had changed, which took 0.062 s to tell\n"
