"""What something is called: by the id of a theme or period that is there, or by a slug that nothing else has."""

import re
from collections.abc import Collection, Iterable

from generator.model import Words
from generator.text import RESERVED_NAMES, slugify

_SIGNS = re.compile(r"[+#]")
"""Signs that a slug lacks and that tell names apart: C, C++ and C#."""


def known_id(name: str, things: Iterable[tuple[str, Words]]) -> str | None:
    """The id of the thing that has this name in any language, or else this id, whatever the case."""
    known = tuple(things)
    folded, slug = name.casefold(), slugify(name)
    named = (id_ for id_, words in known if folded in map(str.casefold, words.values()))
    alike = (
        id_ for id_, words in known if id_.casefold() in {folded, slug} and _signs(name) in map(_signs, words.values())
    )
    return next(named, None) or next(alike, None)


def free(slug: str, taken: Collection[str]) -> str:
    """The slug, numbered where another has it, or where no file can have it. `taken` holds small letters."""
    found, number = slug, 2
    while found.casefold() in taken or found in RESERVED_NAMES:
        found, number = f"{slug}-{number}", number + 1
    return found


def _signs(name: str) -> list[str]:
    return _SIGNS.findall(name)
