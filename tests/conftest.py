"""What all tests share: one switch that refreshes golden files, and small ways to make content."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A property holds however slow the machine is.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

SITE_YAML = """\
title: {fr: Une chronologie, en: A chronology}
description: {fr: Dans l’ordre., en: In order.}
base_url: https://timeline.example/
languages: [fr, en]
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--refresh` writes golden files and catalogs anew; read the difference before you commit it."""
    parser.addoption("--refresh", action="store_true", help="write golden files and catalogs anew")


@pytest.fixture
def refresh(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--refresh"))


WriteSite = Callable[[Mapping[str, str | bytes]], Path]
"""Writes files below a new project and gives its root."""


@pytest.fixture
def write_site(tmp_path: Path) -> WriteSite:
    """A project in two languages, to which the test adds its own files."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "project"
        for name, content in {"content/site.yaml": SITE_YAML, **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write
