"""The digest of the program changes with each library that what it writes depends on."""

import re
import tomllib
from pathlib import Path

import pytest

from generator import program_digest

PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
BESIDE_A_BUILD = {"click", "markdownify", "rich", "urllib3", "watchfiles"}


def test_each_library_of_a_build_is_part_of_it() -> None:
    required = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["dependencies"]
    names = {re.split(r"[<>=!~]", requirement)[0] for requirement in required}
    assert {*program_digest.LIBRARIES} == names - BESIDE_A_BUILD


def test_another_version_of_one_makes_another_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    found = set()
    for number in "12":
        monkeypatch.setattr(program_digest, "version", lambda name, now=number: now if name == "rcssmin" else "0")
        found.add(program_digest.program_digest.__wrapped__())
    assert len(found) == 2
