"""Style sheets and scripts that stand within a page, which then needs no other file."""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from generator.errors import SettingsError
from generator.render.assets import small_style, source_of
from generator.render.scripts import small

_FOLDERS = ("inline", "assets/css", "assets/js")
_KINDS = frozenset({".css", ".js"})
_ENDS = re.compile(r"<(?:/(?:script|style)|!--)", re.IGNORECASE)
"""What would end the element that a file stands in, or change how its end is found."""


class Inline:
    """The files of `inline/`, and the parts of the style sheet and the scripts among the assets, by their names. A
    project's own file stands before the shipped one, `inline/` before the assets."""

    def __init__(self, layouts: Iterable[Path]) -> None:
        found = (
            path for root in reversed([*layouts]) for name in reversed(_FOLDERS) for path in (root / name).glob("*")
        )
        self._paths = {path.name: path for path in found if path.suffix in _KINDS}
        self._small: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        """A file made small. Raises `KeyError`, and `SettingsError` where it cannot stand within a page."""
        if name not in self._small:
            path = self._paths[name]
            text = (small_style if path.suffix == ".css" else small)(source_of(path))
            if found := _ENDS.search(text):
                raise SettingsError(f"{name} in the layouts holds “{found[0]}”, which would end it within a page")
            self._small[name] = text
        return self._small[name]

    @cached_property
    def digest(self) -> str:
        """It changes with any of the files."""
        digests = {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in self._paths.items()}
        return repr(sorted(digests.items()))


def hash_source(text: str) -> str:
    """How a Content-Security-Policy names a script or style that stands within a page (CSP, level 3)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
