"""What something is called: by the id of a theme or period that is there, or by a slug that nothing else has."""

from collections.abc import Collection, Iterable

from generator.model import Words
from generator.text import RESERVED_NAMES, slugify


def known_id(name: str, things: Iterable[tuple[str, Words]]) -> str | None:
    """The id of the thing that has this name in any language, or this id, whatever the case."""
    folded, slug = name.casefold(), slugify(name)
    for id_, words in things:
        if folded == id_.casefold() or slug == id_ or folded in {word.casefold() for word in words.values()}:
            return id_
    return None


def free(slug: str, taken: Collection[str]) -> str:
    """The slug, numbered where another has it, or where no file can have it. `taken` holds small letters."""
    found, number = slug, 2
    while found.casefold() in taken or found in RESERVED_NAMES:
        found, number = f"{slug}-{number}", number + 1
    return found
