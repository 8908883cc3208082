"""What was made elsewhere and what becomes of it: `intake/<case>/timeline.*`, or a folder `blog/`, and everything below
`expected/`.

Run `pytest --refresh tests/golden/test_golden_intake.py` to write it anew, and read the difference.
"""

import shutil
from pathlib import Path

import pytest

from generator.config import Project
from generator.errors import Problem
from generator.importing import take_foreign
from generator.intake.intake import write
from generator.intake.outcome import Intake

CASES = sorted(path for path in Path(__file__).with_name("intake").iterdir() if path.is_dir())
SITE = """\
title: {fr: Une chronologie, en: A chronology}
description: {fr: Dans l’ordre., en: In order.}
base_url: https://timeline.example/
languages: [fr, en]
"""
TODAY = "2024-03-01"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_foreign_timeline_becomes_the_expected_files_and_report(case: Path, tmp_path: Path, refresh: bool) -> None:
    found = taken(case, tmp_path)
    files = {path.name: path.read_bytes() for path in sorted((tmp_path / "content").rglob("*")) if path.is_file()}
    files |= {"report.txt": report(found).encode()}
    del files["site.yaml"]
    expected = case / "expected"
    if refresh:
        shutil.rmtree(expected, ignore_errors=True)
        expected.mkdir()
        for name, data in files.items():
            (expected / name).write_bytes(data)
    assert files == {path.name: path.read_bytes() for path in expected.iterdir()}


def taken(case: Path, root: Path) -> Intake:
    (root / "content").mkdir()
    (root / "content" / "site.yaml").write_text(SITE, "utf-8")
    source = next(case.glob("timeline.*"), case / "blog")
    found = take_foreign(Project(root), source, "fr" if case.name.endswith("1") else "en", TODAY)
    list(write(found))
    return found


def place(problem: Problem) -> str:
    """The line, and the file where there are several."""
    path = Path(problem.path)
    line = f"{problem.position.line}"
    return line if path.stem == "timeline" else f"{path.name}:{line}:{problem.position.column}"


def report(found: Intake) -> str:
    """All that is said, as text."""
    lines = [
        f"{place(problem)}: {problem.severity}: {problem.message}; {problem.hint} [{problem.code}]"
        for problem in found.problems
    ]
    unused = [f"not kept: {name} ({count})" for name, count in sorted(found.unused.items())]
    return "\n".join([*lines, *unused, found.settings])
