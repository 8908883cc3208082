"""`convert`: many seeds, and what becomes of each and of the entry it has."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.config import Project
from generator.convert.batch import Fate, Outcome, convert, seed_files, unconverted
from generator.convert.draft import draft, is_untouched, text_of
from generator.convert.seed import read_seed
from generator.errors import Code, Position, Severity

TODAY, LATER = "2024-03-01", "2025-06-30"
TEXT = "date 2022-01 Le pont est ouvert. Il relie les deux villes."
RENEWED = "date 2022-01 Le pont est ouvert. Il relie les deux villes et leurs gares."
ENTRY = "2022-01-le-pont-est-ouvert"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with one seed and no entry."""
    project = Project(tmp_path)
    add_seed(project, "pont.txt", TEXT)
    return project


def add_seed(project: Project, name: str, text: str) -> None:
    project.seeds.mkdir(exist_ok=True)
    (project.seeds / name).write_bytes(text.encode())


def add_entry(project: Project, name: str, text: str) -> Path:
    path = project.entries / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def run(project: Project, today: str = TODAY) -> list[Outcome]:
    return list(convert(project, seed_files(project), "fr", today))


def fates(outcomes: list[Outcome]) -> list[Fate]:
    return [outcome.fate for outcome in outcomes]


def entries(project: Project) -> dict[str, str]:
    """All files below the entries, hidden ones too, by path."""
    paths = (path for path in project.entries.rglob("*") if path.is_file())
    return {path.relative_to(project.entries).as_posix(): path.read_bytes().decode() for path in paths}


def converted(text: str, today: str = TODAY) -> str:
    return text_of(draft(read_seed("pont.txt", text.encode())), "fr", today)


def test_a_seed_is_written_as_a_draft_and_nothing_else_is(project: Project) -> None:
    assert run(project) == [Outcome("seeds/pont.txt", Fate.WRITTEN, f"content/entries/{ENTRY}.md")]
    assert entries(project) == {f"{ENTRY}.md": converted(TEXT)}


def test_a_second_run_changes_nothing_on_any_day(project: Project) -> None:
    run(project)
    path = project.entries / f"{ENTRY}.md"
    os.utime(path, (1, 1))
    before = entries(project)
    assert run(project, LATER) == [Outcome("seeds/pont.txt", Fate.UNCHANGED, f"content/entries/{ENTRY}.md")]
    assert entries(project) == before
    assert path.stat().st_mtime == 1


def test_other_line_ends_are_no_change(project: Project) -> None:
    text = converted(TEXT).replace("\n", "\r\n")
    add_entry(project, f"{ENTRY}.md", text)
    assert fates(run(project)) == [Fate.UNCHANGED]
    assert entries(project) == {f"{ENTRY}.md": text}


@pytest.mark.parametrize("seed", [TEXT, RENEWED])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Le pont", "title: Un pont"),
        ("\nLe pont", "\nCe pont"),
        ("date: 2022-01", "date: 2022-01-12"),
        ("type: article", "type: article\nthemes: [ponts]"),
    ],
)
def test_an_edited_entry_is_left_alone_and_the_difference_told(project: Project, seed: str, old: str, new: str) -> None:
    edited = converted(TEXT).replace(old, new)
    add_entry(project, f"{ENTRY}.md", edited)
    add_seed(project, "pont.txt", seed)
    (outcome,) = run(project, LATER)
    assert (outcome.fate, outcome.entry) == (Fate.EDITED, f"content/entries/{ENTRY}.md")
    assert entries(project) == {f"{ENTRY}.md": edited}
    lines = outcome.difference.splitlines()
    assert lines[:2] == [f"--- content/entries/{ENTRY}.md", "+++ the converter"]
    assert f"-{new.strip().splitlines()[-1]}" in "\n".join(lines)
    assert LATER not in outcome.difference, "the day of the run is no difference"


@pytest.mark.parametrize("change", [str, lambda text: text.replace("\n", "\r\n")], ids=["as written", "with CRLF"])
def test_an_untouched_entry_follows_its_seed_and_keeps_its_day(project: Project, change: Callable[[str], str]) -> None:
    add_entry(project, f"{ENTRY}.md", change(converted(TEXT)))
    add_seed(project, "pont.txt", RENEWED)
    assert run(project, LATER) == [Outcome("seeds/pont.txt", Fate.RENEWED, f"content/entries/{ENTRY}.md")]
    assert entries(project) == {f"{ENTRY}.md": converted(RENEWED, TODAY)}
    assert fates(run(project, LATER)) == [Fate.UNCHANGED]


@pytest.mark.parametrize("name", ["other-name.md", "2022/hiver/other-name.md"])
def test_an_entry_is_known_by_its_seed_wherever_it_is(project: Project, name: str) -> None:
    add_entry(project, name, converted(TEXT))
    assert run(project) == [Outcome("seeds/pont.txt", Fate.UNCHANGED, f"content/entries/{name}")]
    add_seed(project, "pont.txt", RENEWED.replace("Le pont", "Ce pont"))
    assert fates(run(project)) == [Fate.RENEWED]
    assert list(entries(project)) == [name]


@pytest.mark.parametrize(
    "broken", ["title: [Le pont", "title: Le pont: ouvert", "title: 'Le pont", "title: a\ntitle: b"]
)
def test_an_entry_that_cannot_be_parsed_still_counts(project: Project, broken: str) -> None:
    text = converted(TEXT).replace("title: Le pont est ouvert", broken)
    add_entry(project, "broken.md", text)
    assert not unconverted(project)
    assert fates(run(project)) == [Fate.EDITED]
    assert entries(project) == {"broken.md": text}


def test_a_seed_with_blanks_in_its_name_is_found_in_what_cannot_be_parsed(project: Project) -> None:
    (project.seeds / "pont.txt").rename(project.seeds / "le pont.txt")
    run(project)
    path = project.entries / f"{ENTRY}.md"
    path.write_bytes(path.read_bytes().replace(b"title: Le", b"title: [Le"))
    assert not unconverted(project)


def test_a_translation_that_repeats_the_seed_does_not_stand_for_its_original(project: Project) -> None:
    translation = converted(TEXT).replace("Le pont est ouvert", "The bridge is open")
    add_entry(project, f"{ENTRY}.en.md", translation)
    add_entry(project, f"{ENTRY}.md", converted(TEXT))
    add_seed(project, "pont.txt", RENEWED)
    assert run(project) == [Outcome("seeds/pont.txt", Fate.RENEWED, f"content/entries/{ENTRY}.md")]
    assert entries(project) == {f"{ENTRY}.en.md": translation, f"{ENTRY}.md": converted(RENEWED)}


def test_entries_never_share_a_slug(project: Project) -> None:
    add_entry(project, f"2020/{ENTRY.upper()}.md", "a person’s own, in capitals")
    add_seed(project, "pont-2.txt", TEXT)
    assert fates(run(project)) == [Fate.WRITTEN, Fate.WRITTEN]
    assert entries(project).keys() == {f"2020/{ENTRY.upper()}.md", f"{ENTRY}-2.md", f"{ENTRY}-3.md"}
    assert fates(run(project)) == [Fate.UNCHANGED, Fate.UNCHANGED]


def test_one_bad_seed_does_not_stop_the_others(project: Project) -> None:
    (project.seeds / "a-mixture.txt").write_bytes("é\n".encode() + b"\xe9")
    (project.seeds / "b-folder.txt").mkdir()
    add_seed(project, "c-date.txt", "date 2022-13 Le pont.")
    add_seed(project, "d-empty.txt", "\n")
    outcomes = run(project)
    assert fates(outcomes) == [Fate.FAILED] * 4 + [Fate.WRITTEN]
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    assert [(problem.code, problem.path, problem.position) for problem in problems] == [
        (Code.ENCODING, "seeds/a-mixture.txt", Position(2)),
        (Code.UNREADABLE, "seeds/b-folder.txt", Position(1)),
        (Code.INVALID_DATE, "seeds/c-date.txt", Position(1)),
        (Code.HOLLOW_SEED, "seeds/d-empty.txt", Position(1)),
    ]
    assert all(problem.severity is Severity.ERROR and problem.hint for problem in problems)
    assert list(entries(project)) == [f"{ENTRY}.md"]


@pytest.mark.parametrize("again", [False, True], ids=["when written", "when unchanged"])
def test_what_a_seed_does_not_say_is_a_warning(project: Project, again: bool) -> None:
    add_seed(project, "pont.txt", "Pont Neuf.")
    outcomes = [run(project), run(project)][again]
    problems = [(problem.code, problem.severity) for problem in outcomes[0].problems]
    assert problems == [(Code.UNDATED_SEED, Severity.WARNING), (Code.UNKNOWN_LANGUAGE, Severity.WARNING)]


def test_seeds_are_the_text_files_by_name_but_hidden_ones(project: Project) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "notes.md"):
        add_seed(project, name, TEXT)
    assert [path.name for path in seed_files(project)] == ["a.txt", "b.txt", "pont.txt"]


def test_a_seed_is_unconverted_until_an_entry_names_it(project: Project) -> None:
    assert unconverted(project) == [project.seeds / "pont.txt"]
    run(project)
    assert not unconverted(project)
    add_seed(project, "new.txt", TEXT)
    assert unconverted(project) == [project.seeds / "new.txt"]


def test_a_written_entry_is_untouched_on_disk(project: Project) -> None:
    run(project)
    assert is_untouched((project.entries / f"{ENTRY}.md").read_bytes().decode())
