"""Remembers for some days what became of addresses, so that nobody is asked more often than is of use."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from generator.files import write_aside
from generator.linkcheck.outcome import Fate, Outcome

_VERSION = 1
_DAY = 24 * 60 * 60
_GOOD_FOR: Mapping[Fate, int] = {
    Fate.FINE: 7 * _DAY,
    Fate.MOVED: 7 * _DAY,
    Fate.GONE: _DAY,
    Fate.BLOCKED: _DAY,
}
"""Seconds for which an outcome is believed. What was not reached is asked again each time."""


class Memory:
    """The outcomes known at a time, in seconds since 1970: those of a file that are still good, and those of this run.

    A file that cannot be read is as good as none: all is asked again.
    """

    def __init__(self, path: Path, now: float) -> None:
        self._path, self._now = path, now
        self._known: dict[str, tuple[float, Outcome]] = {}
        for address, (asked, outcome) in _read(path).items():
            if 0 <= now - asked < _GOOD_FOR.get(outcome.fate, 0):
                self._known[address] = asked, outcome

    def get(self, address: str) -> Outcome | None:
        """What became of an address, None where that is not known."""
        return self._known[address][1] if address in self._known else None

    def __setitem__(self, address: str, outcome: Outcome) -> None:
        self._known[address] = self._now, outcome

    def add_copy(self, address: str, copy: str | None) -> None:
        """Where an archive has what is gone; when that was asked stays as it is."""
        asked, outcome = self._known[address]
        self._known[address] = asked, replace(outcome, archived=copy)

    def save(self) -> None:
        """Write all that is known. Raises `OutputError`."""
        if not self._known:
            return
        answers = {
            address: {"asked": int(asked), **asdict(outcome)}
            for address, (asked, outcome) in sorted(self._known.items())
        }
        data = json.dumps({"version": _VERSION, "answers": answers}, ensure_ascii=False, indent=1)
        write_aside(self._path, data.encode())


def _read(path: Path) -> dict[str, tuple[float, Outcome]]:
    try:
        data = json.loads(path.read_bytes())
        if data["version"] != _VERSION:
            return {}
        return {
            address: (float(fields.pop("asked")), _outcome(**fields)) for address, fields in data["answers"].items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _outcome(fate: str, **fields: Any) -> Outcome:  # noqa: ANN401 - the fields of an outcome, as they were written
    return Outcome(Fate(fate), **fields)
