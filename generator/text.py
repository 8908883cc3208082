"""Small operations on text that several rooms need."""

import re
import unicodedata
from itertools import dropwhile

_QUOTES = {"«": "»", "“": "”", "„": "“", "(": ")", "[": "]"}
_ANY_QUOTE = re.compile(f"[{re.escape(''.join((*_QUOTES, *_QUOTES.values())))}]")
_SPACES_TO_SQUEEZE = re.compile(r"[ \t\r\n\f\v]{2,}|[\t\r\n\f\v]")

_HIGHER_PLANES = "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 17))
FORBIDDEN = re.compile(f"[^\t\n\r -~\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd{_HIGHER_PLANES}]")
"""Characters that no page can hold: controls, such as the form feeds that come with a PDF, and those that are none
(XML 1.0, section 2.2; HTML, section 13.2.3.5)."""

_CYRILLIC = "абвгґдеёєжзиіїйклмнопрстуўфхцчшщъыьэюя"
"""In the order of both alphabets; Unicode has the letters that Russian lacks behind all others, and ё too."""
_CYRILLIC_ORDER = str.maketrans(_CYRILLIC, "".join(map(chr, range(ord("а"), ord("а") + len(_CYRILLIC)))))

RESERVED_NAMES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
"""Names that no file can have on Windows, whatever its ending."""


def squeeze(text: str) -> str:
    """One line: each run of ordinary white space becomes one space; non-breaking spaces stay."""
    return _SPACES_TO_SQUEEZE.sub(" ", text).strip(" ")


def is_word_character(character: str) -> bool:
    """Whether it is a letter or digit of any script, or a mark that belongs to one."""
    return unicodedata.category(character)[0] in "LNM"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def slugify(text: str, limit: int = 80) -> str:
    """A part of an address: lower-case letters and digits of any script, joined by hyphens.

    It is cut between words where it is longer than `limit` bytes of UTF-8, as file systems count. Latin letters lose
    their accents, other scripts stay as they are. Empty where the text has no letter or digit.
    """
    bare = _without_accents(text).lower()
    spaced = "".join(character if is_word_character(character) else " " for character in bare)
    words = filter(None, ("".join(dropwhile(_is_mark, word)) for word in spaced.split()))
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word.encode()[:limit].decode(errors="ignore")
        if len(longer.encode()) > limit:
            break
        slug = longer
    return slug


def alphabetical(name: str) -> str:
    """What names are put in order by: without accents and case, Russian and Ukrainian letters as in their alphabets.

    Enough for the languages of most sites. Alphabets that set Latin letters with accents apart, as the Swedish does,
    would need the rules of Unicode for each language (UTS 10 with CLDR), which no small library brings.
    """
    return _without_accents(name).casefold().translate(_CYRILLIC_ORDER)


def shorten(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words, if possible outside quotation marks and brackets, before “…”."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    while cut:
        cut = cut.rpartition(" ")[0]
        if cut and not open_marks(cut):
            break
    kept = cut or text[: limit - 1].rpartition(" ")[0] or text[: limit - 1]
    return kept.rstrip(" ,;:.–—-\u00a0\u202f") + "…"


def capital(words: str) -> str:
    """The words as they stand alone, with a capital at their head; a name like “iPhone” keeps its own."""
    return words if words[1:2].isupper() else words[:1].title() + words[1:]


def open_marks(text: str) -> list[str]:
    """The closing marks that the text still waits for."""
    waiting: list[str] = []
    for mark in _ANY_QUOTE.findall(text):
        if waiting and mark == waiting[-1]:
            waiting.pop()
        elif mark in _QUOTES:
            waiting.append(_QUOTES[mark])
    if text.count('"') % 2:
        waiting.append('"')
    return waiting


def _without_accents(text: str) -> str:
    return unicodedata.normalize("NFC", "".join(_bare(character) for character in unicodedata.normalize("NFC", text)))


def _bare(character: str) -> str:
    """A Latin letter without its accent; any other character as it is."""
    special = {"œ": "oe", "Œ": "Oe", "æ": "ae", "Æ": "Ae", "ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L"}
    if character in special:
        return special[character]
    first = unicodedata.normalize("NFD", character)[0]
    return first if first.isascii() else character
