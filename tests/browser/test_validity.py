"""Every page is valid HTML, as the checker of the W3C (Nu) has it."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHECKER = ROOT / ".ci/node_modules/vnu-jar/build/dist/vnu.jar"
OTHER_LANGUAGES = ("uk", "ru")
BREACHES = ".* violates Content Security Policy .*"
"""The checker knows neither the host of a file nor hashes nor blocks of data. Browsers do: see test_headers.py."""


@pytest.fixture(scope="session")
def java() -> str:
    """The command that runs the checker. Skips with a reason where a part is missing, but fails in CI."""
    program = shutil.which("java")
    if program and CHECKER.is_file():
        return program
    if os.environ.get("CI"):
        pytest.fail("CI has no checker of HTML: .ci/run installs Java, npm and .ci/package-lock.json")
    pytest.skip("the checker of HTML needs java, and: npm ci --prefix .ci --ignore-scripts")


def test_the_checker_finds_nothing_on_any_page(java: str, site: Path, rich_site: Path) -> None:
    """Neither an error nor a warning, in one run over both sites: of the real one the French and the English pages."""
    real = (path for path in site.rglob("*.html") if path.relative_to(site).parts[0] not in OTHER_LANGUAGES)
    pages = sorted([*real, *rich_site.rglob("*.html")])
    assert len(pages) > 100
    command = [java, "-jar", str(CHECKER), "--stdout", "--exit-zero-always", "--filterpattern", BREACHES]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == []
