"""`Converter`: many seeds, and what becomes of each and of the entry it has."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config import Project
from generator.convert.batch import Converter, Setting
from generator.convert.collection import Collection, seed_files
from generator.convert.draft import draft, text_of
from generator.convert.outcome import Fate, Outcome
from generator.convert.reading.read import Reader
from generator.convert.seal import is_untouched
from generator.convert.seed import read_seed
from generator.errors import Code, Position, Problem, Severity
from generator.model import Gazetteer

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
    path = project.seeds / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


NOBODY = Gazetteer({}, {}, {}, {}, {})


def add_entry(project: Project, name: str, text: str) -> Path:
    path = project.entries / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


def run(project: Project, today: str = TODAY, *, waiting: bool = False) -> list[Outcome]:
    """Convert all seeds as `timeline convert` does, or those that wait as `timeline build` does."""
    collection = Collection(project)
    seeds = collection.waiting() if waiting else seed_files(project)
    return list(Converter(project, collection, Setting(["fr", "en"], NOBODY, today)).convert(seeds))


def fates(outcomes: list[Outcome]) -> list[Fate]:
    return [outcome.fate for outcome in outcomes]


def entries(project: Project) -> dict[str, str]:
    """All files below the entries, hidden ones too, by path."""
    paths = (path for path in project.entries.rglob("*") if path.is_file())
    return {path.relative_to(project.entries).as_posix(): path.read_bytes().decode() for path in paths}


def converted(text: str, today: str = TODAY, name: str = "pont.txt") -> str:
    found = draft(read_seed(name, text.encode()), Reader(NOBODY))
    return text_of(replace(found, lang="fr"), "fr", today)


def warnings(project: Project) -> list[tuple[Code, str]]:
    return [(problem.code, problem.path) for problem in Collection(project).warnings()]


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
    assert [problem.code for problem in outcome.problems] == [Code.CHANGED_SEED] * (seed == RENEWED)


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
    "broken", ["title: [Le pont", "title: Le pont: ouvert", "title: 'Le pont", "title: a\ntitle: b", "seed: {x"]
)
def test_an_entry_that_cannot_be_parsed_still_counts(project: Project, broken: str) -> None:
    text = converted(TEXT).replace("title: Le pont est ouvert", broken)
    add_entry(project, "broken.md", text)
    assert not Collection(project).waiting()
    assert fates(run(project)) == [Fate.EDITED]
    assert entries(project) == {"broken.md": text}


def test_a_seed_with_blanks_in_its_name_is_found_in_what_cannot_be_parsed(project: Project) -> None:
    (project.seeds / "pont.txt").rename(project.seeds / "le pont.txt")
    run(project)
    path = project.entries / f"{ENTRY}.md"
    path.write_bytes(path.read_bytes().replace(b"title: Le", b"seed: [Le"))
    assert not Collection(project).waiting()


@pytest.mark.parametrize(
    "seed", ["seed: {file: pont.txt, sha256: x}", 'seed:\n  file: "pont.txt"\n\n  # none\n  sha256: x']
)
def test_a_seed_may_be_written_in_any_way_that_yaml_knows(project: Project, seed: str) -> None:
    add_entry(project, "a.md", f"---\ntitle: Un pont\ndate: 2022\n{seed}\n---\n\nseed: {{file: other.txt}}\n")
    assert not Collection(project).waiting()


def test_a_translation_that_repeats_the_seed_does_not_stand_for_its_original(project: Project) -> None:
    translation = converted(TEXT).replace("Le pont est ouvert", "The bridge is open")
    add_entry(project, f"{ENTRY}.en.md", translation)
    add_entry(project, f"{ENTRY}.md", converted(TEXT))
    add_seed(project, "pont.txt", RENEWED)
    assert run(project) == [Outcome("seeds/pont.txt", Fate.RENEWED, f"content/entries/{ENTRY}.md")]
    assert entries(project) == {f"{ENTRY}.en.md": translation, f"{ENTRY}.md": converted(RENEWED)}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (f"2020/{ENTRY.upper()}.md", "a person’s own, in capitals"),
        (f"{ENTRY}.en.md", "---\ntitle: The bridge\n---\n"),
        ("pont.md", f"---\ntitle: Un pont\naliases: [old, {ENTRY}]\n---\n"),
        ("pont.md", f"---\ntitle: Un pont\naliases:\n- old\n- {ENTRY.upper()}\n---\n"),
    ],
)
def test_a_draft_never_takes_an_address_in_use(project: Project, name: str, text: str) -> None:
    add_entry(project, name, text)
    add_seed(project, "pont-2.txt", f"{TEXT} Fin.")
    assert fates(run(project)) == [Fate.WRITTEN, Fate.WRITTEN]
    assert entries(project).keys() == {name, f"{ENTRY}-2.md", f"{ENTRY}-3.md"}
    assert fates(run(project)) == [Fate.UNCHANGED, Fate.UNCHANGED]


def test_a_draft_never_takes_a_name_that_windows_keeps_for_itself(project: Project) -> None:
    add_seed(project, "pont.txt", "Con")
    assert run(project)[0].entry == "content/entries/con-2.md"


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators alone")
def test_a_link_to_another_file_is_no_seed(project: Project, tmp_path: Path) -> None:
    """Neither one to a file, which is not read, nor one to a folder."""
    (tmp_path / "secret.txt").write_text("date 2022-01 Un secret.", "utf-8")
    (project.seeds / "a.txt").symlink_to(tmp_path / "secret.txt")
    (project.seeds / "b.txt").symlink_to(tmp_path)
    outcomes = run(project)
    assert fates(outcomes) == [Fate.FAILED] * 2 + [Fate.WRITTEN]
    assert {(problem.code, problem.hint) for one in outcomes for problem in one.problems} == {
        (Code.UNREADABLE, "put the file itself here")
    }
    assert list(entries(project)) == [f"{ENTRY}.md"]


def test_one_bad_seed_does_not_stop_the_others(project: Project) -> None:
    (project.seeds / "a-mixture.txt").write_bytes("é\n".encode() + b"\xe9")
    (project.seeds / "b-nowhere.txt").symlink_to("nowhere")
    add_seed(project, "c-date.txt", "\ndate 2022-13 Le pont.")
    add_seed(project, "d-empty.txt", "\n")
    add_seed(project, "e-long.txt", "Le pont ouvre. " * 3_000_000)
    outcomes = run(project)
    assert fates(outcomes) == [Fate.FAILED] * 5 + [Fate.WRITTEN]
    problems = [problem for outcome in outcomes for problem in outcome.problems]
    assert [(problem.code, problem.path, problem.position) for problem in problems] == [
        (Code.ENCODING, "seeds/a-mixture.txt", Position(2)),
        (Code.UNREADABLE, "seeds/b-nowhere.txt", Position(1)),
        (Code.INVALID_DATE, "seeds/c-date.txt", Position(2)),
        (Code.HOLLOW_SEED, "seeds/d-empty.txt", Position(1)),
        (Code.UNREADABLE, "seeds/e-long.txt", Position(1)),
    ]
    assert all(problem.severity is Severity.ERROR and problem.hint for problem in problems)
    assert list(entries(project)) == [f"{ENTRY}.md"]
    assert list(Collection(project).preview()) == problems, "check says the same"


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such names")
@pytest.mark.parametrize("name", [b"p\xe9.txt", b"p\x01.txt", b"p\n.txt"])
def test_a_name_that_no_entry_can_repeat_is_named(project: Project, name: bytes) -> None:
    (project.seeds / "pont.txt").rename(project.seeds / os.fsdecode(name))
    (outcome,) = run(project)
    assert (outcome.fate, outcome.problems[0].code) == (Fate.FAILED, Code.ENCODING)
    assert outcome.seed.encode()


@pytest.mark.parametrize("again", [False, True], ids=["when written", "when unchanged"])
def test_what_a_seed_does_not_say_is_told(project: Project, again: bool) -> None:
    add_seed(project, "pont.txt", "Pont Neuf.")
    (outcome,) = [run(project), run(project)][again]
    assert outcome.is_held_back
    problems = [(problem.code, problem.severity) for problem in outcome.problems]
    assert problems == [(Code.UNKNOWN_LANGUAGE, Severity.WARNING)]


def test_what_was_guessed_of_a_seed_is_a_warning(project: Project) -> None:
    add_seed(project, "pont.txt", "12/01/2022\nLe pont est ouvert. Il relie les deux villes.")
    (outcome,) = run(project)
    assert [(problem.code, problem.severity) for problem in outcome.problems] == [
        (Code.AMBIGUOUS_DATE, Severity.WARNING),
    ]
    assert "date: '2022'\n" in entries(project).popitem()[1]


def test_a_language_that_the_site_does_not_have_is_named_and_not_written(project: Project) -> None:
    add_seed(
        project, "pont.txt", "Die Brücke ist seit Montag offen. Sie war teurer als geplant, und es ist nicht zu Ende."
    )
    (outcome,) = run(project)
    assert [problem.code for problem in outcome.problems] == [Code.UNREAD_LANGUAGE, Code.UNKNOWN_LANGUAGE]
    assert all("language de" in problem.message for problem in outcome.problems)
    assert "lang: fr\n" in entries(project).popitem()[1]


def test_seeds_lie_in_folders_too_and_hidden_files_are_none(project: Project) -> None:
    for name in ("b.txt", "a.TXT", ".hidden.txt", ".git/c.txt", "2022/hiver/d.txt", "z.txt/e.txt"):
        add_seed(project, name, f"{TEXT} {name}")
    names = [path.relative_to(project.seeds).as_posix() for path in seed_files(project)]
    assert names == ["2022/hiver/d.txt", "a.TXT", "b.txt", "pont.txt", "z.txt/e.txt"]
    assert fates(run(project)) == [Fate.WRITTEN] * 5
    assert any("file: 2022/hiver/d.txt\n" in text for text in entries(project).values())
    assert fates(run(project)) == [Fate.UNCHANGED] * 5


def test_other_files_are_named_and_passed_by(project: Project) -> None:
    add_seed(project, "notes/pont.docx", TEXT)
    expected = Problem(
        Code.UNUSED_FILE,
        "seeds/notes/pont.docx",
        Position(),
        "only files ending in .txt are read here",
        "save its text as pont.txt, or move it out of seeds/",
        Severity.WARNING,
    )
    assert run(project)[0] == Outcome("seeds/notes/pont.docx", Fate.SKIPPED, problems=(expected,))
    assert Collection(project).warnings() == [expected]


def test_a_seed_waits_until_an_entry_is_made_from_it(project: Project) -> None:
    assert Collection(project).waiting() == [project.seeds / "pont.txt"]
    assert [problem.code for problem in Collection(project).preview()] == [Code.UNCONVERTED_SEED]
    run(project)
    assert not Collection(project).waiting()
    assert not [*Collection(project).preview()]
    add_seed(project, "new.txt", RENEWED)
    assert Collection(project).waiting() == [project.seeds / "new.txt"]


def test_of_seeds_with_the_same_text_one_is_converted_and_the_others_are_named(project: Project) -> None:
    add_seed(project, "a.txt", TEXT)
    add_seed(project, "z.txt", TEXT)
    assert [(outcome.seed, outcome.fate) for outcome in run(project)] == [
        ("seeds/a.txt", Fate.WRITTEN),
        ("seeds/pont.txt", Fate.DUPLICATE),
        ("seeds/z.txt", Fate.DUPLICATE),
    ]
    assert warnings(project) == [(Code.DUPLICATE_SEED, "seeds/pont.txt"), (Code.DUPLICATE_SEED, "seeds/z.txt")]


def test_of_seeds_with_the_same_text_that_of_the_entry_is_no_duplicate(project: Project) -> None:
    run(project)
    add_seed(project, "a.txt", TEXT)
    assert fates(run(project)) == [Fate.DUPLICATE, Fate.UNCHANGED]
    assert warnings(project) == [(Code.DUPLICATE_SEED, "seeds/a.txt")]


def test_a_renamed_seed_keeps_its_entry_and_an_untouched_one_learns_the_name(project: Project) -> None:
    run(project)
    (project.seeds / "2022").mkdir()
    (project.seeds / "pont.txt").rename(project.seeds / "2022" / "neuf.txt")
    expected = [Outcome("seeds/2022/neuf.txt", Fate.RENAMED, f"content/entries/{ENTRY}.md")]
    assert [problem.code for problem in Collection(project).preview()] == [Code.RENAMED_SEED]
    assert run(project, LATER, waiting=True) == expected
    assert entries(project) == {f"{ENTRY}.md": converted(TEXT, name="2022/neuf.txt")}
    assert run(project, waiting=True) == []


def test_a_renamed_seed_of_an_edited_entry_is_told_each_time(project: Project) -> None:
    edited = converted(TEXT).replace("Le pont est ouvert", "Un pont est ouvert")
    add_entry(project, "pont.md", edited)
    (project.seeds / "pont.txt").rename(project.seeds / "neuf.txt")
    assert run(project, waiting=True) == []
    (problem,) = Collection(project).warnings()
    line = edited.split("\n").index("seed:") + 1
    assert (problem.code, problem.path, problem.position) == (
        Code.RENAMED_SEED,
        "content/entries/pont.md",
        Position(line),
    )
    assert "write file: neuf.txt" in problem.hint
    assert entries(project) == {"pont.md": edited}


def test_a_new_article_under_the_name_of_a_renamed_seed_has_an_entry_of_its_own(project: Project) -> None:
    run(project)
    (project.seeds / "pont.txt").rename(project.seeds / "neuf.txt")
    add_seed(project, "pont.txt", "date 2023 Un autre pont est là.")
    assert [(outcome.seed, outcome.fate) for outcome in run(project, waiting=True)] == [
        ("seeds/neuf.txt", Fate.RENAMED),
        ("seeds/pont.txt", Fate.WRITTEN),
    ]
    assert fates(run(project)) == [Fate.UNCHANGED, Fate.UNCHANGED]


@pytest.mark.parametrize("title", ["Le pont", "Un pont"], ids=["untouched", "edited"])
def test_a_seed_that_changed_since_is_told_each_time(project: Project, title: str) -> None:
    add_entry(project, "pont.md", converted(TEXT).replace("title: Le pont", f"title: {title}"))
    assert warnings(project) == []
    add_seed(project, "pont.txt", RENEWED)
    assert warnings(project) == [(Code.CHANGED_SEED, "content/entries/pont.md")]
    assert run(project, waiting=True) == []


def test_without_seeds_no_entry_is_read(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    (project.seeds / "pont.txt").unlink()
    monkeypatch.setattr("generator.convert.collection.find_existing", None)
    assert Collection(project).waiting() == []
    assert Collection(project).warnings() == []


def test_a_written_entry_is_untouched_on_disk(project: Project) -> None:
    run(project)
    assert is_untouched((project.entries / f"{ENTRY}.md").read_bytes().decode())
