"""What may be a part of an address: the file name of an entry, an id of the gazetteer."""

import unicodedata

from generator.errors import Code, Position
from generator.report import Report
from generator.text import RESERVED_NAMES, is_word_character, slugify

_LONGEST = 180


def is_slug(slug: str) -> bool:
    """Letters and digits of any script, hyphens, underscores and full stops, beginning with a letter or digit."""
    return (
        slug[:1].isalnum()
        and all(is_word_character(character) or character in "-_." for character in slug)
        and not slug.endswith(".")
        and slug.partition(".")[0].lower() not in RESERVED_NAMES
        and slug.lower() != "index.html"  # the file that answers for a folder
        and len(slug.encode()) <= _LONGEST
        and unicodedata.is_normalized("NFC", slug)
    )


def check_slug(slug: str, position: Position, report: Report, what: str) -> None:
    """Report a name that cannot stand in an address."""
    if is_slug(slug):
        return
    better = slugify(slug)
    hint = f"call it {better}" if is_slug(better) else "use letters, digits and hyphens"
    report.error(Code.INVALID_SLUG, position, f"“{slug}” cannot be the {what}: it stands in an address", hint)
