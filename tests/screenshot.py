"""Takes the pictures that README.md shows, light and dark: `python tests/screenshot.py`, once the site is built.

They show the English home page, from the title to the periods, with two pixels for one.
"""

import shutil
from base64 import b64decode
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "site" / "en" / "index.html"
SIZE: ViewportSize = {"width": 1280, "height": 1056}
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "chrome")


def take(browser: Browser, scheme: Literal["light", "dark"]) -> None:
    """Write one picture, as WebP."""
    context = browser.new_context(viewport=SIZE, color_scheme=scheme, locale="en")
    page = context.new_page()
    page.goto(PAGE.as_uri())
    clip = {"x": 0, "y": 0, **SIZE, "scale": 2}
    taken = context.new_cdp_session(page).send(
        "Page.captureScreenshot", {"format": "webp", "quality": 80, "clip": clip}
    )
    (ROOT / ".github" / f"home-{scheme}.webp").write_bytes(b64decode(taken["data"]))
    context.close()


if __name__ == "__main__":
    with sync_playwright() as playwright:
        program = next(filter(None, map(shutil.which, PROGRAMS)), None)
        chromium = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        take(chromium, "light")
        take(chromium, "dark")
        chromium.close()
