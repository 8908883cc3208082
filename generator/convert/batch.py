"""The room's one door: converts many seeds, and says what became of each."""

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import tee
from pathlib import Path

from generator.config import Project
from generator.convert.collection import Collection, Match
from generator.convert.doubts import doubts_of
from generator.convert.draft import draft
from generator.convert.drafting import Drafted, Drafter, Job, Result
from generator.convert.existing import Existing
from generator.convert.explain import explain
from generator.convert.faults import Fault, SeedError
from generator.convert.outcome import Fate, Outcome
from generator.convert.reading.read import Reader
from generator.convert.seed import open_seed
from generator.convert.workers import draft_all
from generator.errors import ContentError, Severity
from generator.files import write_whole
from generator.model import Gazetteer
from generator.progress import Progress, unwatched
from generator.text import RESERVED_NAMES


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

    @cached_property
    def _taken(self) -> set[str]:
        """Slugs and aliases in use, and names that no file can have on Windows."""
        return {*self._collection.existing.slugs, *RESERVED_NAMES}

    def convert(self, seeds: Sequence[Path], progress: Progress = unwatched) -> Iterator[Outcome]:
        """Convert seeds in their order. A draft that nobody has edited is written anew, any other left alone."""
        if not seeds:
            return
        advance = progress("Converting articles", len(seeds))
        matches, ahead = tee(map(self._collection.match, seeds))
        drafted = draft_all(map(self._job, ahead), Drafter(self._setting.languages, self._setting.gazetteer))
        for outcome in map(self._settle, matches, drafted):
            advance()
            yield outcome

    def _job(self, match: Match) -> Job | None:
        """What there is to draft, None where the seed is passed by."""
        if not match.is_text or match.twin:
            return None
        return Job(match.name, match.path, (match.entry and match.entry.published) or self._setting.today)

    def _settle(self, match: Match, found: Result) -> Outcome:
        """Write a draft, or leave its entry alone."""
        if found is None:
            fate = Fate.DUPLICATE if match.twin else Fate.SKIPPED
            return Outcome(match.shown, fate, problems=tuple(self._collection.warnings_of(match)))
        if isinstance(found, Fault):
            return Outcome(match.shown, Fate.FAILED, problems=(found.problem(match.shown),))
        if match.entry:
            return self._renew(match, match.entry, found)
        target = self._project.entries / f"{self._free_slug(found.slug)}.md"
        self._write(target, found.text)
        return self._outcome(match, Fate.WRITTEN, target, found)

    def _renew(self, match: Match, before: Existing, found: Drafted) -> Outcome:
        """Write a draft anew where nobody has edited its entry."""
        old, new = before.read(), found.text
        if old == new:
            return self._outcome(match, Fate.UNCHANGED, before.path, found)
        if before.is_untouched:
            self._write(before.path, new)
            fate = Fate.RENAMED if match.is_renamed else Fate.RENEWED
            return self._outcome(match, fate, before.path, found)
        name = self._project.name(before.path)
        lines = difflib.unified_diff(old.splitlines(), new.splitlines(), name, "the converter", lineterm="", n=1)
        problems = tuple(self._collection.warnings_of(match))
        return Outcome(match.shown, Fate.EDITED, name, "\n".join(lines), problems=problems)

    def _outcome(self, match: Match, fate: Fate, target: Path, found: Drafted) -> Outcome:
        doubts = tuple(doubt.problem(match.shown, Severity.WARNING) for doubt in found.doubts)
        entry = self._project.name(target)
        return Outcome(match.shown, fate, entry, is_held_back=found.is_held_back, problems=doubts)

    def _write(self, target: Path, text: str) -> None:
        write_whole(target, text.encode())

    def _free_slug(self, slug: str) -> str:
        """The slug, numbered where another entry has it, also one that somebody has begun since."""
        free, number = slug, 2
        while free.casefold() in self._taken or (self._project.entries / f"{free}.md").exists():
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
    for fault in doubts_of(found):
        yield f"{fault.message}; {fault.hint}"
    if found.findings:
        yield from explain(found.findings)
