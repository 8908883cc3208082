"""Collects what is wrong with one file, and finds the name an author may have meant."""

import difflib
import operator
import re
from collections import Counter
from collections.abc import Callable, Iterable

from generator.errors import MOST_OF_A_KIND, Code, Position, Problem, Severity, explaining
from generator.text import shorten, squeeze

_MOST_NAMES = 25
_MOST_NEAR = 3
_LONGEST_MESSAGE = 400
_WORD = re.compile(r"[^\W_]+")


Hint = str | Callable[[], str]
"""What to do, or what finds that out: where it takes long, it is looked for only as often as it may be shown."""


class Report:
    """The problems of one file, added to a list that all files share."""

    def __init__(self, path: str, problems: list[Problem]) -> None:
        self.path = path
        self._problems = problems
        self._counts = Counter[Code]()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was reported so far, of all files that share the list."""
        return tuple(self._problems)

    def error(self, code: Code, position: Position, message: str, hint: Hint) -> None:
        """Note a mistake that stops the build."""
        self._add(Severity.ERROR, code, position, message, hint)

    def warning(self, code: Code, position: Position, message: str, hint: Hint) -> None:
        """Note something that an author should know and the build can live with."""
        self._add(Severity.WARNING, code, position, message, hint)

    def _add(self, severity: Severity, code: Code, position: Position, message: str, hint: Hint) -> None:
        self._counts[code] += 1
        if not isinstance(hint, str):
            hint = hint() if self._counts[code] <= MOST_OF_A_KIND else explaining(code)
        problem = Problem(code, self.path, position, one_line(message), one_line(hint), severity)
        self._problems.append(problem)


def one_line(text: str) -> str:
    """Text that quotes an author's value, fit for a terminal: no line breaks, no control characters, not endless."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return shorten(squeeze(printable), _LONGEST_MESSAGE)


def suggestion(name: str, valid: Iterable[str]) -> str:
    """What to write instead of `name`: the nearest valid names, or the valid ones where they are few."""
    names = sorted(valid)
    near = _near(name.lower(), names)
    if near:
        return f"did you mean {' or '.join(f'“{each}”' for each in near)}?"
    if not names:
        return "none is defined yet"
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return f"it can be {', '.join(names[:_MOST_NAMES])}{more}"


def _near(name: str, names: list[str]) -> list[str]:
    """The names of the same words; else those that have all of them, such as a surname; else the one most like it."""
    words = set(_WORD.findall(name))
    for is_meant in (operator.eq, operator.lt) if words else ():
        meant = [each for each in names if is_meant(words, set(_WORD.findall(each.lower())))]
        if meant:
            return difflib.get_close_matches(name, meant, n=_MOST_NEAR, cutoff=0)
    return difflib.get_close_matches(name, names, n=1, cutoff=0.6)
