"""A Chromium to drive, and the site to drive it through."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from generator.build import build
from generator.config import BuildOptions, open_project

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run"]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Skips with a reason where there is no Chromium, but fails in CI."""
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        if os.environ.get("CI"):
            pytest.fail("CI has no Chromium: .ci/run installs it from Debian's packages")
        pytest.skip("there is no Chromium on this machine (chromium, google-chrome)")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, built from the real article."""
    return _built(ROOT, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def rich_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with every kind of entry."""
    return _built(ROOT / "tests" / "golden" / "site" / "project", tmp_path_factory.mktemp("rich"))


def _built(root: Path, folder: Path) -> Path:
    project = folder / "project"
    for name in ("content", "seeds"):
        if (root / name).is_dir():
            shutil.copytree(root / name, project / name)
    build(open_project(project), BuildOptions(folder / "site", "2022-01-12"), lambda _name, _length: lambda: None)
    return folder / "site"


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page without JavaScript; `@pytest.mark.parametrize("page", [{…}], indirect=True)` sets more."""
    options = {"java_script_enabled": False, **getattr(request, "param", {})}
    context = browser.new_context(**options)
    yield context.new_page()
    context.close()
