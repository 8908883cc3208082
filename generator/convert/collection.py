"""What lies in seeds/, and which entry belongs to which seed.

An entry belongs to the seed whose bytes it was made from, whatever that file is called now; where no seed has these
bytes any more, to the one of the name it gives, which was changed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.config import Project
from generator.convert.existing import Existing, Existings, find_existing
from generator.convert.faults import SeedError
from generator.convert.seed import open_seed
from generator.crowd import check_folder
from generator.errors import Code, Position, Problem, Severity
from generator.files import digest_of

_NO_ENTRIES = Existings({}, {}, frozenset())


@dataclass(frozen=True, slots=True)
class Match:
    """A seed, the entry that belongs to it, and the seed it repeats, if any. `digest` is None where it is unreadable.

    `name` is what entries call it, its path below seeds/; `shown` is what people are told, its path in the project.
    """

    path: Path
    name: str
    shown: str
    digest: str | None
    entry: Existing | None
    twin: str | None = None

    @property
    def is_text(self) -> bool:
        """Whether it is a seed at all; other files are named and passed by."""
        return self.path.suffix.lower() == ".txt"

    @property
    def is_renamed(self) -> bool:
        """Whether the entry knows its seed by another name."""
        return self.entry is not None and self.entry.seed != self.name

    @property
    def is_changed(self) -> bool:
        """Whether the entry was made from other bytes than the seed has now."""
        return self.entry is not None and self.entry.sha256 not in {None, self.digest}

    @property
    def waits(self) -> bool:
        """Whether a build converts it: it has no entry, or one that nobody has edited gives its old name."""
        if not self.is_text or self.twin:
            return False
        return self.entry is None or (self.is_renamed and self.entry.is_untouched)


class Collection:
    """All seeds of a project beside all its entries. Raises `ContentError` where they are more than are read."""

    def __init__(self, project: Project) -> None:
        self._project, self._paths = project, seed_files(project)
        self._digests = {self._name(path): _digest(path) for path in self._paths}

    @cached_property
    def existing(self) -> Existings:
        """The entries; none are read where there are no seeds."""
        if not self._digests:
            return _NO_ENTRIES
        check_folder(self._project.entries, self._project.name(self._project.entries))
        return find_existing(self._project.entries)

    @cached_property
    def _matches(self) -> tuple[Match, ...]:
        """What belongs to each seed."""
        return tuple(map(self.match, self._paths))

    @cached_property
    def _holders(self) -> Mapping[str, str]:
        """By digest the seed that stands for its bytes: the one an entry names, else the first."""
        holders: dict[str, str] = {}
        for name, digest in self._digests.items():
            own = self.existing.by_seed.get(name)
            if digest and (digest not in holders or (own and own.sha256 == digest)):
                holders[digest] = name
        return holders

    def match(self, path: Path) -> Match:
        """What belongs to a seed."""
        name = self._name(path)
        shown = self._project.name(path).encode(errors="replace").decode()
        digest = self._digests.get(name)
        own = self.existing.by_seed.get(name)
        if digest is None or (own and own.sha256 in {None, digest}):
            return Match(path, name, shown, digest, own)
        if self._holders[digest] != name:
            return Match(path, name, shown, digest, None, twin=self._holders[digest])
        moved = self.existing.by_digest.get(digest)
        has_left = own is not None and own.sha256 in self._holders
        return Match(path, name, shown, digest, moved or (None if has_left else own))

    def waiting(self) -> list[Path]:
        """The seeds that a build converts."""
        return [match.path for match in self._matches if match.waits]

    def warnings(self) -> list[Problem]:
        """What a person should know of the seeds that a build does not convert."""
        settled = (match for match in self._matches if not match.waits)
        return [problem for match in settled for problem in self.warnings_of(match)]

    def preview(self) -> Iterator[Problem]:
        """What a person should know of the seeds that wait for a build."""
        for match in (match for match in self._matches if match.waits):
            try:
                open_seed(match.name, match.path)
            except SeedError as error:
                yield error.fault.problem(match.shown)
            else:
                yield from self.warnings_of(match)

    def warnings_of(self, match: Match) -> Iterator[Problem]:
        """What a person should know of a seed that is not converted, or whose entry does not follow it."""
        if not match.is_text:
            hint = f"save its text as {match.path.stem}.txt, or move it out of seeds/"
            yield _warning(Code.UNUSED_FILE, match.shown, "only files ending in .txt are read here", hint)
        elif match.twin:
            message = f"the seed {match.twin} has the same text"
            yield _warning(Code.DUPLICATE_SEED, match.shown, message, "remove one of the two")
        elif match.entry is None:
            hint = "run timeline convert"
            yield _warning(Code.UNCONVERTED_SEED, match.shown, "no entry has been made from this seed yet", hint)
        elif match.is_renamed or match.is_changed:
            yield self._of_entry(match, match.entry)

    def _of_entry(self, match: Match, entry: Existing) -> Problem:
        path = self._project.name(entry.path)
        if match.is_renamed:
            message = f"its seed {entry.seed} is called {match.name} now"
            return _warning(Code.RENAMED_SEED, path, message, f"write file: {match.name} under seed", entry.line)
        message = "its seed has changed since the entry was made from it"
        hint = f"run timeline convert; if the entry is right as it is, write sha256: {match.digest} under seed"
        return _warning(Code.CHANGED_SEED, path, message, hint, entry.line)

    def _name(self, path: Path) -> str:
        return path.relative_to(self._project.seeds).as_posix()


def seed_files(project: Project) -> list[Path]:
    """All files below seeds/ but hidden ones, by path; those that do not end in `.txt` are no seeds, and are named.

    Raises `ContentError` where they are more than are read.
    """
    check_folder(project.seeds, project.name(project.seeds))
    paths = sorted(path for path in project.seeds.rglob("*") if path.is_symlink() or not path.is_dir())
    return [path for path in paths if not any(part.startswith(".") for part in path.relative_to(project.seeds).parts)]


def _warning(code: Code, path: str, message: str, hint: str, line: int = 1) -> Problem:
    return Problem(code, path, Position(line), message, hint, Severity.WARNING)


def _digest(path: Path) -> str | None:
    if path.suffix.lower() != ".txt" or path.is_symlink() or not path.is_file():
        return None
    try:
        return digest_of(path)
    except OSError:
        return None
