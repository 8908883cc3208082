"""The linter, the formatter, the type checker and the speller find nothing, nor does what GitHub asks of its files; no
test is left out unseen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OF_GITHUB = ("check_jsonschema", "--builtin-schema")
CHECKS = {
    "format": ["ruff", "format", "--check", "."],
    "lint": ["ruff", "check", "."],
    "types": ["mypy"],
    "spelling": ["codespell_lib"],
    "workflows": [*OF_GITHUB, "vendor.github-workflows", *map(str, ROOT.glob(".github/workflows/*.yml"))],
    "forms": [*OF_GITHUB, "vendor.github-issue-forms", *map(str, ROOT.glob(".github/ISSUE_TEMPLATE/*.yml"))],
}


@pytest.mark.parametrize("check", CHECKS)
def test_the_tool_finds_nothing(check: str) -> None:
    """Run as `python -m`, so that the tools of this environment are used."""
    command = [sys.executable, "-m", *CHECKS[check]]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("in_ci", "code", "said"),
    [
        ("true", 1, ("CI has no Chromium", "CI has no checker of HTML")),
        ("", 0, ("there is no Chromium on this machine", "the checker of HTML needs java")),
    ],
    ids=["in CI", "elsewhere"],
)
def test_without_chromium_and_java_browser_tests_fail_in_ci_and_are_skipped_with_a_reason_elsewhere(
    in_ci: str, code: int, said: tuple[str, str], tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "tests/browser"]
    nothing_installed = {**os.environ, "PATH": str(tmp_path), "CI": in_ci}
    done = subprocess.run(command, cwd=ROOT, env=nothing_installed, capture_output=True, text=True, check=False)
    assert (done.returncode, " passed" in done.stdout) == (code, False)
    assert all(reason in done.stdout for reason in said)
