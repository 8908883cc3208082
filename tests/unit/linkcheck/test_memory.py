"""How long an outcome is believed, and what becomes of a file that cannot be."""

from pathlib import Path

import pytest

from generator.linkcheck.memory import Memory
from generator.linkcheck.outcome import Fate, Outcome

PAGE = "https://one.example/"
NOW = 1_700_000_000.0
HOUR = 3600
DAY = 24 * HOUR


def remembered(path: Path, outcome: Outcome, seconds: float) -> Outcome | None:
    """What is known of an address so many seconds after it was asked."""
    before = Memory(path, NOW)
    before[PAGE] = outcome
    before.save()
    return Memory(path, NOW + seconds).get(PAGE)


@pytest.mark.parametrize(
    ("outcome", "good_for"),
    [
        (Outcome(Fate.FINE), 7 * DAY),
        (Outcome(Fate.MOVED, moved_to="https://two.example/é"), 7 * DAY),
        (Outcome(Fate.GONE, "404 Not Found", archived="https://web.archive.org/web/2020/a"), DAY),
        (Outcome(Fate.BLOCKED, "403 Forbidden"), DAY),
    ],
)
def test_what_is_fine_is_believed_longer_than_a_fault(outcome: Outcome, good_for: int, tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    assert remembered(path, outcome, good_for - 1) == outcome
    assert remembered(path, outcome, good_for) is None


@pytest.mark.parametrize("fate", [Fate.UNREACHABLE, Fate.PRIVATE])
def test_what_was_not_reached_is_asked_again_each_time(fate: Fate, tmp_path: Path) -> None:
    assert remembered(tmp_path / "links.json", Outcome(fate, "why"), 0) is None


def test_what_was_asked_tomorrow_is_asked_again(tmp_path: Path) -> None:
    """A clock that was wrong must not keep an outcome for years."""
    assert remembered(tmp_path / "links.json", Outcome(Fate.FINE), -DAY) is None


def test_a_copy_that_is_found_later_makes_nothing_younger(tmp_path: Path) -> None:
    path = tmp_path / "links.json"
    remembered(path, Outcome(Fate.GONE, "404 Not Found"), 0)
    later = Memory(path, NOW + 23 * HOUR)
    later.add_copy(PAGE, "")
    later.save()
    found = Memory(path, NOW + 23 * HOUR).get(PAGE)
    assert found
    assert found.archived == ""
    assert Memory(path, NOW + 25 * HOUR).get(PAGE) is None


def test_git_is_told_to_ignore_the_folder(tmp_path: Path) -> None:
    remembered(tmp_path / ".timeline" / "links.json", Outcome(Fate.FINE), 0)
    assert (tmp_path / ".timeline" / ".gitignore").read_text() == "*\n"


def test_where_nothing_is_known_nothing_is_written(tmp_path: Path) -> None:
    Memory(tmp_path / ".timeline" / "links.json", NOW).save()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"version": 2, "answers": {}}',
        '{"version": 1}',
        '{"version": 1, "answers": [1]}',
        '{"version": 1, "answers": {"https://one.example/": {"asked": 1700000000, "fate": "lost"}}}',
        '{"version": 1, "answers": {"https://one.example/": {"fate": "fine"}}}',
        '{"version": 1, "answers": {"https://one.example/": {"asked": 1700000000, "fate": "fine", "mood": "good"}}}',
    ],
)
def test_a_file_that_cannot_be_read_is_as_good_as_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "links.json").write_text(text)
    assert Memory(tmp_path / "links.json", NOW).get(PAGE) is None
