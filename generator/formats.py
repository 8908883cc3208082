"""What `timeline check` says to programs: one JSON object, or what GitHub and GitLab show beside the lines.

The JSON has `version` 1 as long as no field goes away or changes its meaning; fields may be added.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum

from generator.errors import Problem, Severity, number_of
from generator.excerpts import Excerpts
from generator.linkcheck.report import LinkReport

_VERSION = 1


class Form(StrEnum):
    """How a verdict is said."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found. Of content that is not sound nothing is counted, and no links are asked."""

    problems: tuple[Problem, ...]
    is_sound: bool = False
    entries: int = 0
    unreviewed: int = 0
    without_published: int = 0
    drafts: tuple[str, ...] = ()
    links: LinkReport | None = None


def as_json(verdict: Verdict, excerpts: Excerpts) -> str:
    """The verdict as one JSON object."""
    links = verdict.links
    data = {
        "version": _VERSION,
        "sound": verdict.is_sound,
        "errors": number_of(verdict.problems, Severity.ERROR),
        "warnings": number_of(verdict.problems, Severity.WARNING),
        "entries": verdict.entries,
        "unreviewed": verdict.unreviewed,
        "without_published": verdict.without_published,
        "drafts": verdict.drafts,
        "links": links and {"known": links.known, "unknown": links.unknown, "kept": links.kept, "stop": links.stop},
        "problems": [_fields(problem, excerpts) for problem in verdict.problems],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_annotations(problems: Iterable[Problem], folder: str) -> str:
    """One workflow command a problem, as GitHub Actions reads them on standard output.

    `folder` leads from the repository to the project; it ends with a slash, or is empty where they are one.
    """
    return "\n".join(_annotation(problem, folder) for problem in problems)


def as_code_quality(problems: Iterable[Problem], folder: str) -> str:
    """A report of code quality, as GitLab reads it. `folder` is as above."""
    seen = Counter[tuple[str, str, str]]()
    items = []
    for problem in problems:
        fault = (problem.path, problem.code, problem.message)
        seen[fault] += 1
        items.append(_item(problem, folder, repr((*fault, seen[fault]))))
    return json.dumps(items, ensure_ascii=False, indent=2)


def _item(problem: Problem, folder: str, identity: str) -> dict[str, object]:
    """A problem is the same as one of another report, also where lines were added above it, by its fingerprint."""
    return {
        "description": f"{problem.message}; {problem.hint}",
        "check_name": problem.code,
        "fingerprint": hashlib.sha256(identity.encode()).hexdigest(),
        "severity": "major" if problem.severity is Severity.ERROR else "minor",
        "location": {"path": folder + problem.path, "lines": {"begin": problem.position.line}},
    }


def _fields(problem: Problem, excerpts: Excerpts) -> dict[str, object]:
    excerpt = excerpts.of(problem)
    fields = asdict(problem)
    position = fields.pop("position")
    return {**fields, **position._asdict(), "excerpt": excerpt.text if excerpt else None}


def _annotation(problem: Problem, folder: str) -> str:
    position = problem.position
    properties = {"file": folder + problem.path, "line": position.line, "col": position.column, "title": problem.code}
    said = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    return f"::{problem.severity} {said}::{_escaped(f'{problem.message}; {problem.hint}')}"


def _escaped(text: str, more: str = "") -> str:
    """Signs that end a command, or a property of it, by their numbers."""
    return "".join(f"%{ord(sign):02X}" if sign in f"%\r\n{more}" else sign for sign in text)
