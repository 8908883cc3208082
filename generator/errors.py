"""What can go wrong, and the exit code each fault ends with.

TimelineError             never raised itself
├── ContentError     1    an author's mistakes: all of them, as `Problem`s
├── SettingsError    2    wrong use: a folder that is not there, an option that makes no sense
└── OutputError      3    the site could not be written; each of its files is whole, the old one or the new one
    └── BusyError         another build is writing it

ValueError                a text that cannot be read; whoever asked for it makes a `Problem` of it
├── DateError             in `dates`: no EDTF
├── FrontMatterError      in `frontmatter`: no YAML, or no front matter
└── SeedError             in `convert/seed`: no article

A traceback means a bug of ours.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import ClassVar, NamedTuple


class Severity(StrEnum):
    """An error stops the build; a warning stops it under `--strict`."""

    ERROR = "error"
    WARNING = "warning"


class Switch(StrEnum):
    """How a rule for editors is set: not at all, or with which severity."""

    OFF = "off"
    WARNING = "warning"
    ERROR = "error"


class Code(StrEnum):
    """One name for each kind of fault. A name never changes its meaning."""

    ALIAS_TAKEN = "alias-taken"
    AMBIGUOUS_DATE = "ambiguous-date"
    AMBIGUOUS_NAME = "ambiguous-name"
    BLOCKED_LINK = "blocked-link"
    BODY_HTML = "body-html"
    BODY_PICTURE = "body-picture"
    BODY_TEMPLATE = "body-template"
    CHANGED_SEED = "changed-seed"
    CONTRADICTING_ENTRIES = "contradicting-entries"
    CONTRADICTORY_DATE = "contradictory-date"
    CONTROL_CHARACTER = "control-character"
    DEAD_LINK = "dead-link"
    DUPLICATE_KEY = "duplicate-key"
    DUPLICATE_SEED = "duplicate-seed"
    DUPLICATE_SLUG = "duplicate-slug"
    ENCODING = "encoding"
    FINER_THAN_SOURCE = "finer-than-source"
    FRONT_MATTER = "front-matter"
    GONE_LINK = "gone-link"
    HOLLOW_SEED = "hollow-seed"
    INVALID_DATE = "invalid-date"
    INVALID_SLUG = "invalid-slug"
    INVALID_VALUE = "invalid-value"
    MISSING_CATALOG = "missing-catalog"
    MISSING_FIELD = "missing-field"
    MISSING_FILE = "missing-file"
    MOVED_LINK = "moved-link"
    NO_PERIOD = "no-period"
    NO_SOURCE = "no-source"
    OUT_OF_OFFICE = "out-of-office"
    PATH_CLASH = "path-clash"
    PRIVATE_LINK = "private-link"
    RENAMED_KEY = "renamed-key"
    RENAMED_SEED = "renamed-seed"
    SLUG_DATE = "slug-date"
    STALE_TRANSLATION = "stale-translation"
    STEP_ORDER = "step-order"
    TOO_DEEP = "too-deep"
    TOO_LONG = "too-long"
    TOO_MANY = "too-many"
    TRANSLATION_DIFFERS = "translation-differs"
    UNATTRIBUTED_DISPUTE = "unattributed-dispute"
    UNCONVERTED_SEED = "unconverted-seed"
    UNDATED_SEED = "undated-seed"
    UNDRAWN_LETTERS = "undrawn-letters"
    UNKNOWN_ID = "unknown-id"
    UNKNOWN_KEY = "unknown-key"
    UNKNOWN_LANGUAGE = "unknown-language"
    UNKNOWN_NAME = "unknown-name"
    UNREACHABLE_LINK = "unreachable-link"
    UNREAD_LANGUAGE = "unread-language"
    UNREADABLE = "unreadable"
    UNSAFE_LINK = "unsafe-link"
    UNUSED_FILE = "unused-file"
    WRONG_TYPE = "wrong-type"
    YAML = "yaml"


CHECKS: Mapping[Code, Switch] = {
    Code.CONTRADICTING_ENTRIES: Switch.WARNING,
    Code.FINER_THAN_SOURCE: Switch.WARNING,
    Code.NO_PERIOD: Switch.WARNING,
    Code.NO_SOURCE: Switch.WARNING,
    Code.OUT_OF_OFFICE: Switch.WARNING,
    Code.SLUG_DATE: Switch.WARNING,
    Code.STALE_TRANSLATION: Switch.WARNING,
    Code.STEP_ORDER: Switch.WARNING,
    Code.UNATTRIBUTED_DISPUTE: Switch.WARNING,
}
"""The rules for editors, as they are set where `site.yaml` says nothing. They never stop a build."""

LINK_CHECKS: Mapping[Code, Switch] = {
    Code.BLOCKED_LINK: Switch.WARNING,
    Code.GONE_LINK: Switch.ERROR,
    Code.MOVED_LINK: Switch.WARNING,
    Code.PRIVATE_LINK: Switch.WARNING,
    Code.UNREACHABLE_LINK: Switch.WARNING,
}
"""What `timeline check --links` finds, set in the same way."""


class Position(NamedTuple):
    """Where in a text file: both count from 1, columns in characters."""

    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in the content: where it is, what is wrong, and what to do.

    `path` is relative to the project's root, with forward slashes on every system. One that stands for others of its
    kind in its file says in `more` how many these are.
    """

    code: Code
    path: str
    position: Position
    message: str
    hint: str
    severity: Severity = Severity.ERROR
    more: int = 0


MOST_OF_A_KIND = 50
"""How many problems of one kind are told of a file, before one more that says how many others there are."""


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by file, then by position in the file, so that a list of problems is the same every time.

    Of many of one kind in a file the first are left, and one that counts the others; what is so shortened may be
    brought together with more, and shortened again.
    """
    kinds: dict[tuple[str, Code, Severity], list[Problem]] = {}
    for problem in sorted(problems, key=_place):
        kinds.setdefault((problem.path, problem.code, problem.severity), []).append(problem)
    return tuple(sorted((each for kind in kinds.values() for each in _shortened(kind)), key=_place))


def number_of(problems: Iterable[Problem], *severities: Severity) -> int:
    """How many mistakes some problems tell of, all or those of some severities."""
    return sum(problem.more or 1 for problem in problems if problem.severity in (severities or Severity))


def _place(problem: Problem) -> tuple[str, Position, Code, str]:
    return problem.path, problem.position, problem.code, problem.message


def _shortened(kind: Sequence[Problem]) -> Sequence[Problem]:
    """The problems of one kind in one file, of which one may stand for others already."""
    single = [problem for problem in kind if not problem.more]
    rest = [*(problem for problem in kind if problem.more), *single[MOST_OF_A_KIND:]]
    if not rest:
        return single
    first, count = min(rest, key=_place), number_of(rest)
    message = f"{count:,} more of this kind in this file"
    return [*single[:MOST_OF_A_KIND], replace(first, message=message, hint=explaining(first.code), more=count)]


def explaining(code: Code) -> str:
    """Who tells what to do where a problem does not."""
    return f"timeline check --explain {code} tells of it"


class TimelineError(Exception):
    """Base of all faults that a user can do something about."""

    exit_code: ClassVar[int]


class ContentError(TimelineError):
    """The content holds mistakes; nothing was written to the site."""

    exit_code = 1

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_reading_order(problems)
        super().__init__(f"{number_of(self.problems)} problems in the content")


class SettingsError(TimelineError):
    """The command was given something it cannot work with."""

    exit_code = 2


class OutputError(TimelineError):
    """A file could not be written, or must not be."""

    exit_code = 3


class BusyError(OutputError):
    """Another build holds the folder of the site; once it has ended this one can be made."""


def reason(error: OSError) -> str:
    """What the system says of a failure, in words even where it gives none."""
    return error.strerror or str(error) or type(error).__name__


def told(error: OSError) -> str:
    """A failure of the system in words, with the file that it is about where there is one."""
    return f"{error.filename}: {reason(error)}" if error.filename else reason(error)
