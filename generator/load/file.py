"""A Markdown file of an author, before it is an entry or a page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.errors import Position
from generator.links import Link


@dataclass(frozen=True, slots=True)
class File:
    """One Markdown file as read: its fields, those that are wrong left out. `start` is where they begin, `given` names
    those with something written; `digest` tells one file from another, `head_digest` one front matter."""

    slug: str
    lang: str
    is_translation: bool
    path: str
    values: Mapping[str, Any]
    positions: Mapping[str, Position]
    start: Position
    given: frozenset[str]
    body: str
    body_line: int
    digest: str
    head_digest: str
    links: tuple[Link, ...]

    def position(self, field: str) -> Position:
        """Where a field stands, or the beginning of the file."""
        return self.positions.get(field, Position())

    @property
    def is_draft(self) -> bool:
        """Whether its author holds it back."""
        return bool(self.values.get("draft"))
