"""An entry gets a slug of its own, the ids of its themes, and a file that is never written over."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from generator.config import Project
from generator.errors import Position, Problem
from generator.intake.filing import Filing
from generator.intake.outcome import Fate, Setting
from generator.intake.row import Row
from generator.model import Gazetteer, Site, Theme
from generator.report import Report


def filing(root: Path, lang: str = "en") -> Filing:
    site = Site({"en": "T"}, {"en": "D"}, "https://a.example/", ("en", "fr"))
    gazetteer = Gazetteer({}, {}, {"w": Theme("w", {"en": "Works"})}, {}, {})
    old = {"old": root / "content" / "entries" / "deep" / "new.md"}
    return Filing(Project(root), Setting(site, gazetteer, old, lang, "2024-03-01"))


def written(ids: Sequence[str], published: str) -> str:
    return f"{[*ids]}\npublished: {published}\n"


@pytest.fixture
def row() -> tuple[Row, list[Problem]]:
    problems: list[Problem] = []
    return Row(Report("a", problems), Position(), "row"), problems


def test_a_slug_is_given_once(tmp_path: Path) -> None:
    found = filing(tmp_path)
    assert [found.slug("a"), found.slug("A"), found.slug("b")] == ["a", "A-2", "b"]


def test_a_translation_lies_beside_its_original(tmp_path: Path) -> None:
    entries = tmp_path / "content" / "entries"
    found = filing(tmp_path)
    assert (found.path("a"), found.path("a", "fr")) == (entries / "a.md", entries / "a.fr.md")
    assert (found.path("Old"), found.path("old", "fr")) == (entries / "deep/new.md", entries / "deep/new.fr.md")


def test_new_themes_are_those_of_new_entries_in_their_language(tmp_path: Path, row: tuple[Row, list[Problem]]) -> None:
    found = filing(tmp_path, "fr")
    outcome = found.outcome(tmp_path / "a.md", ["works", "Péage", "péage", "C", "C#", "★"], written, row[0])
    assert (outcome.fate, outcome.text) == (Fate.WRITTEN, "['w', 'peage', 'c', 'c-2']\npublished: 2024-03-01\n")
    assert found.additions().data.decode().startswith("peage:\n  name:\n    fr: Péage\n")
    assert [problem.message for problem in row[1]] == ["row: the group “★” can be no theme and is left out"]


@pytest.mark.parametrize(
    ("text", "fate", "told"),
    [
        ("['x']\npublished: 2020-01-01\n", Fate.UNCHANGED, 0),
        ("\ufeff['x']\r\npublished: 2020-01-01\r\n", Fate.UNCHANGED, 0),
        ("mine\n", Fate.KEPT, 1),
    ],
)
def test_an_entry_that_is_there_stays_and_makes_no_theme(
    text: str, fate: Fate, told: int, tmp_path: Path, row: tuple[Row, list[Problem]]
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(text.encode())
    found = filing(tmp_path)
    assert found.outcome(path, ["x"], written, row[0]).fate is fate
    assert (found.additions().ids, len(row[1])) == ((), told)
    assert path.read_bytes() == text.encode()
