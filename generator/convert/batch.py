"""The room's one door: converts many seeds, and says what became of each."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.config import Project
from generator.convert.draft import Draft, draft, text_of
from generator.convert.existing import Existing, Existings, find_existing
from generator.convert.faults import SeedError
from generator.convert.seed import read_seed
from generator.errors import Code, Position, Problem, Severity
from generator.files import write_whole


class Fate(StrEnum):
    """What became of a seed."""

    WRITTEN = "written"
    RENEWED = "renewed"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One seed's fate. `difference` is a unified diff from an edited entry to what the converter would write now."""

    seed: str
    fate: Fate
    entry: str | None = None
    difference: str = ""
    problems: tuple[Problem, ...] = ()


def seed_files(project: Project) -> list[Path]:
    """All seeds of a project, by name."""
    return sorted(path for path in project.seeds.glob("*.txt") if not path.name.startswith("."))


def unconverted(project: Project) -> list[Path]:
    """Seeds that no entry names."""
    known = find_existing(project.entries).by_seed
    return [path for path in seed_files(project) if path.name not in known]


def convert(project: Project, seeds: Iterable[Path], default_language: str, today: str) -> Iterator[Outcome]:
    """Convert seeds one after the other. A draft that no person has edited is written anew, any other is left alone."""
    existing = find_existing(project.entries)
    taken = set(existing.slugs)
    for path in seeds:
        yield _convert_one(project, path, existing, taken, (default_language, today))


def _convert_one(
    project: Project, path: Path, existing: Existings, taken: set[str], defaults: tuple[str, str]
) -> Outcome:
    name = project.name(path)
    try:
        found = draft(read_seed(path.name, path.read_bytes()))
    except SeedError as error:
        return Outcome(name, Fate.FAILED, problems=(error.fault.problem(name),))
    except OSError as error:
        problem = Problem(
            Code.UNREADABLE,
            name,
            Position(),
            f"the seed cannot be read: {error.strerror}",
            "check the file’s permissions",
        )
        return Outcome(name, Fate.FAILED, problems=(problem,))
    language, today = defaults
    before = existing.by_seed.get(path.name)
    if before is None:
        target = project.entries / f"{_free_slug(found.slug, taken)}.md"
        return _write(project, found, target, text_of(found, language, today), Fate.WRITTEN)
    text = text_of(found, language, before.published or today)
    return _compare(project, name, found, before, text)


def _compare(project: Project, name: str, found: Draft, before: Existing, text: str) -> Outcome:
    entry = project.name(before.path)
    if before.text.replace("\r\n", "\n") == text:
        return Outcome(name, Fate.UNCHANGED, entry, problems=_doubts(found, name))
    if before.is_untouched:
        return _write(project, found, before.path, text, Fate.RENEWED)
    lines = difflib.unified_diff(before.text.splitlines(), text.splitlines(), entry, "the converter", lineterm="", n=1)
    return Outcome(name, Fate.EDITED, entry, "\n".join(lines))


def _write(project: Project, found: Draft, target: Path, text: str, fate: Fate) -> Outcome:
    name = project.name(project.seeds / found.seed.file)
    write_whole(target, text.encode(), target.with_name(f".{target.name}.part"))
    return Outcome(name, fate, project.name(target), problems=_doubts(found, name))


def _doubts(found: Draft, name: str) -> tuple[Problem, ...]:
    """What the seed does not say, as warnings."""
    doubts = []
    if found.seed.moment is None:
        hint = "write date: into the entry and remove draft: true"
        doubts.append((Code.UNDATED_SEED, "the seed gives no date, so its entry is held back", hint))
    if found.lang is None:
        hint = "write lang: into the entry"
        doubts.append((Code.UNKNOWN_LANGUAGE, "the seed’s language could not be told", hint))
    guessed = (doubt.problem(name, Severity.WARNING) for doubt in found.seed.doubts)
    told = (Problem(code, name, Position(), message, hint, Severity.WARNING) for code, message, hint in doubts)
    return (*guessed, *told)


def _free_slug(slug: str, taken: set[str]) -> str:
    """The slug, numbered where another entry has it."""
    free, number = slug, 2
    while free.casefold() in taken:
        free, number = f"{slug}-{number}", number + 1
    taken.add(free.casefold())
    return free
