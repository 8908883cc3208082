"""A timeline that was imported, exported by the site and imported again has lost no part of a date."""

import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.config import Project
from generator.load.content import load

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
CASES = sorted((Path(__file__).resolve().parents[1] / "golden" / "intake").glob("*/timeline.*"))


def timeline(root: Path, *arguments: str) -> None:
    command = [sys.executable, "-m", "generator", *arguments]
    assert subprocess.run(command, cwd=root, capture_output=True, check=False).returncode in {0, 1}


def dates(root: Path) -> dict[str, str]:
    """The dates of all entries by their titles."""
    entries = load(Project(root)).entries
    return {entry.texts[entry.lang].title: entry.moment.written for entry in entries}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.parent.name)
def test_import_export_and_import_lose_no_part_of_a_date(case: Path, write_site: WriteSite) -> None:
    """Neither as JSON nor in the columns of a spreadsheet."""
    root = write_site({case.name: case.read_bytes()})
    timeline(root, "import", case.name)
    timeline(root, "build", "--no-search")
    first = dates(root)
    assert len(first) > 3
    for exported in ("timeline.json", "timeline.csv"):
        for entry in (root / "content" / "entries").iterdir():
            entry.unlink()
        timeline(root, "import", f"site/data/{exported}")
        assert dates(root) == first, exported
