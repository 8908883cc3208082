"""Collects what is wrong with one file, and finds the name an author may have meant."""

import difflib
from collections.abc import Iterable

from generator.errors import Code, Position, Problem, Severity
from generator.text import shorten, squeeze

_MOST_NAMES = 25
_LONGEST_MESSAGE = 400


class Report:
    """The problems of one file, added to a list that all files share."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.path = path
        self._problems = problems

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was reported so far, of all files that share the list."""
        return tuple(self._problems)

    def error(self, code: Code, position: Position, message: str, hint: str) -> None:
        """Note a mistake that stops the build."""
        self._add(Severity.ERROR, code, position, message, hint)

    def warning(self, code: Code, position: Position, message: str, hint: str) -> None:
        """Note something that an author should know and the build can live with."""
        self._add(Severity.WARNING, code, position, message, hint)

    def _add(self, severity: Severity, code: Code, position: Position, message: str, hint: str) -> None:
        problem = Problem(code, self.path, position, one_line(message), one_line(hint), severity)
        self._problems.append(problem)


def one_line(text: str) -> str:
    """Text that quotes an author's value, fit for a terminal: no line breaks, no control characters, not endless."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return shorten(squeeze(printable), _LONGEST_MESSAGE)


def suggestion(name: str, valid: Iterable[str]) -> str:
    """What to write instead of `name`: the nearest valid name, or the valid ones where they are few."""
    names = sorted(valid)
    near = difflib.get_close_matches(name.lower(), names, n=1, cutoff=0.6)
    if near:
        return f"did you mean “{near[0]}”?"
    if not names:
        return "none is defined yet"
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return f"it can be {', '.join(names[:_MOST_NAMES])}{more}"
