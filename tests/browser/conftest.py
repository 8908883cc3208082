"""A Chromium to drive."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

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


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page without JavaScript; `@pytest.mark.parametrize("page", [{…}], indirect=True)` sets more."""
    options = {"java_script_enabled": False, **getattr(request, "param", {})}
    context = browser.new_context(**options)
    yield context.new_page()
    context.close()
