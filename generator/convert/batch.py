"""The room's one door: converts many seeds, and says what became of each."""

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from generator.config import Project
from generator.convert.collection import Collection, Match
from generator.convert.doubts import doubts_of, not_read
from generator.convert.draft import Draft, draft, text_of
from generator.convert.existing import Existing
from generator.convert.explain import explain
from generator.convert.faults import Fault, SeedError
from generator.convert.reading.read import Reader
from generator.convert.seed import open_seed
from generator.errors import Code, ContentError, Problem, Severity
from generator.files import write_whole
from generator.model import Gazetteer
from generator.text import RESERVED_NAMES


class Fate(StrEnum):
    """What became of a seed."""

    WRITTEN = "written"
    RENEWED = "renewed"
    RENAMED = "renamed"
    UNCHANGED = "unchanged"
    EDITED = "edited"
    DUPLICATE = "duplicate"
    SKIPPED = "skipped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One seed's fate. `difference` is a unified diff from an edited entry to what the converter would write now."""

    seed: str
    fate: Fate
    entry: str | None = None
    difference: str = ""
    is_held_back: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What drafts are made with. The first of `languages`, those of the site, is that of texts that tell none; `today`
    stamps new drafts."""

    languages: Sequence[str]
    gazetteer: Gazetteer
    today: str


class Converter:
    """Converts the seeds of a project."""

    def __init__(self, project: Project, collection: Collection, setting: Setting) -> None:
        self._project = project
        self._collection = collection
        self._setting = setting
        self._reader = Reader(setting.gazetteer)

    @cached_property
    def _taken(self) -> set[str]:
        """Slugs and aliases in use, and names that no file can have on Windows."""
        return {*self._collection.existing.slugs, *RESERVED_NAMES}

    def convert(self, seeds: Iterable[Path]) -> Iterator[Outcome]:
        """Convert seeds one after the other. A draft that nobody has edited is written anew, any other left alone."""
        return map(self._convert_one, map(self._collection.match, seeds))

    def _convert_one(self, match: Match) -> Outcome:
        if not match.is_text or match.twin:
            fate = Fate.DUPLICATE if match.twin else Fate.SKIPPED
            return Outcome(match.shown, fate, problems=tuple(self._collection.warnings_of(match)))
        try:
            found = draft(open_seed(match.name, match.path), self._reader)
        except SeedError as error:
            return Outcome(match.shown, Fate.FAILED, problems=(error.fault.problem(match.shown),))
        faults = (*found.seed.doubts, *_doubts(found))
        if found.lang not in self._setting.languages:
            faults += (_foreign(found.lang),)
            found = replace(found, lang=None)
        doubts = tuple(fault.problem(match.shown, Severity.WARNING) for fault in faults)
        if match.entry:
            return self._renew(match, match.entry, found, doubts)
        target = self._project.entries / f"{self._free_slug(found.slug)}.md"
        self._write(target, self._text(found, self._setting.today))
        return self._outcome(match, Fate.WRITTEN, target, found, doubts)

    def _renew(self, match: Match, before: Existing, found: Draft, doubts: tuple[Problem, ...]) -> Outcome:
        """Write a draft anew where nobody has edited its entry."""
        old, new = before.read(), self._text(found, before.published or self._setting.today)
        if old == new:
            return self._outcome(match, Fate.UNCHANGED, before.path, found, doubts)
        if before.is_untouched:
            self._write(before.path, new)
            fate = Fate.RENAMED if match.is_renamed else Fate.RENEWED
            return self._outcome(match, fate, before.path, found, doubts)
        name = self._project.name(before.path)
        lines = difflib.unified_diff(old.splitlines(), new.splitlines(), name, "the converter", lineterm="", n=1)
        problems = tuple(self._collection.warnings_of(match))
        return Outcome(match.shown, Fate.EDITED, name, "\n".join(lines), problems=problems)

    def _outcome(self, match: Match, fate: Fate, target: Path, found: Draft, doubts: tuple[Problem, ...]) -> Outcome:
        is_held_back = found.seed.moment is None
        entry = self._project.name(target)
        return Outcome(match.shown, fate, entry, is_held_back=is_held_back, problems=doubts)

    def _text(self, found: Draft, published: str) -> str:
        return text_of(found, self._setting.languages[0], published)

    def _write(self, target: Path, text: str) -> None:
        write_whole(target, text.encode(), target.with_name(f".{target.name}.part"))

    def _free_slug(self, slug: str) -> str:
        """The slug, numbered where another entry has it."""
        free, number = slug, 2
        while free.casefold() in self._taken:
            free, number = f"{slug}-{number}", number + 1
        self._taken.add(free.casefold())
        return free


def explain_seed(project: Project, path: Path, setting: Setting) -> Iterator[str]:
    """What was found in a seed and by which rule, line by line. Raises `ContentError` for one that cannot be read."""
    name = path.relative_to(project.seeds).as_posix()
    try:
        found = draft(open_seed(name, path), Reader(setting.gazetteer))
    except SeedError as error:
        raise ContentError([error.fault.problem(project.name(path))]) from error
    yield f"{project.name(path)}: {found.lang or 'no language that could be told'}, {found.seed.moment or 'no date'}"
    yield ""
    for fault in _doubts(found):
        yield f"{fault.message}; {fault.hint}"
    if found.findings:
        yield from explain(found.findings)


def _doubts(found: Draft) -> Iterator[Fault]:
    """What a person should look at in a draft."""
    if found.findings:
        yield from doubts_of(found.findings, found.lang or "")
    elif found.lang:
        yield not_read(found.lang)


def _foreign(lang: str | None) -> Fault:
    """Why a draft has the site's language instead of its own."""
    if lang is None:
        message, hint = "the seed’s language could not be told", "write lang: into the entry"
    else:
        message = f"the seed seems to be in the language {lang}, which is none of this site"
        hint = f"add {lang} to languages in site.yaml, and write lang: {lang} into the entry"
    return Fault(Code.UNKNOWN_LANGUAGE, message, hint)
