"""What each code of a fault means and what to do about it, as `faults.md` tells it."""

from collections.abc import Mapping
from pathlib import Path

from generator.errors import SettingsError
from generator.report import suggestion

_FILE = Path(__file__).with_name("faults.md")


def explanation(code: str) -> str:
    """What a code means, in Markdown. Raises `SettingsError` where there is no such code."""
    known = explanations()
    if code not in known:
        raise SettingsError(f"there is no code “{code}”; {suggestion(code, known)}")
    return known[code]


def explanations() -> Mapping[str, str]:
    """All of them by their codes."""
    _, *sections = _FILE.read_text("utf-8").split("\n## ")
    parts = (section.partition("\n") for section in sections)
    return {code: text.strip() for code, _, text in parts}
