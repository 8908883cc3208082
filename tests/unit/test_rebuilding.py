"""What is shown of a change while a site is built again: of many entries one that was revised at once, then all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from generator.build import WhenPlanned, build
from generator.config import BuildOptions, Project
from generator.errors import ContentError
from generator.files import Draw
from generator.progress import unwatched
from generator.rebuilding import Rebuilding
from generator.summary import Summary

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

PONT = "content/entries/pont.md"
ENTRY = "---\ntitle: {}\ndate: 2022-01\n---\n\nÀ minuit.\n"
PAGE, LIST = "entries/pont/index.html", "timeline/index.html"


@dataclass
class Author:
    """Saves an entry under one title after another, and sees which title its own page and the list have each time that
    something is shown."""

    root: Path
    rebuilding: Rebuilding
    seen: list[tuple[str, str]] = field(default_factory=list)

    def save(self, title: str, *more: str) -> list[tuple[str, str]]:
        """What is shown after it was saved under this title, or as it stands, with files of more names."""
        self.seen.clear()
        (self.root / PONT).write_text(ENTRY.format(title) if ":" not in title else title, "utf-8")
        self.rebuilding.after((PONT, *more), self._look, self._build)
        return self.seen[:]

    def _build(self, when_planned: WhenPlanned) -> Summary:
        options = BuildOptions(self.root / "site", "2022-01-12", search=False)
        return build(Project(self.root), options, unwatched, when_planned=when_planned)

    def _look(self, drawings: Mapping[str, Draw]) -> None:
        self.seen.append((_title(drawings[PAGE]()), _title(drawings[LIST]())))


def _title(page: bytes) -> str:
    return next(word for word in ("one", "two", "three") if f">{word}<" in page.decode())


@pytest.fixture
def author(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> Author:
    """One whose site has so many entries that it takes long to plan; it has been built once."""
    monkeypatch.setattr("generator.rebuilding._MANY", 1)
    root = write_site({PONT: ENTRY.format("one")})
    author = Author(root, Rebuilding(Project(root)))
    assert author.save("one") == [("one", "one")]
    return author


def test_a_revised_entry_is_seen_on_its_own_page_before_the_site_is_planned(author: Author) -> None:
    assert author.save("two") == [("two", "one"), ("two", "two")]
    assert author.save("three") == [("three", "two"), ("three", "three")]


def test_what_a_revision_does_not_tell_is_seen_once_the_site_is_planned(author: Author) -> None:
    assert author.save(ENTRY.format("two").replace("2022-01", "2023")) == [("two", "two")]
    assert author.save("three", "content/site.yaml") == [("three", "three")]


def test_of_few_entries_all_is_seen_at_once(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.rebuilding._MANY", 2)
    assert author.save("two") == [("two", "two")]


def test_after_a_fault_nothing_is_seen_before_the_site_is_planned(author: Author) -> None:
    """Another file may have changed while there was the fault."""
    with pytest.raises(ContentError):
        author.save("date: 2022")
    assert author.save("two") == [("two", "two")]
    assert author.save("three") == [("three", "two"), ("three", "three")]
