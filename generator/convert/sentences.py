"""Splits prose into sentences, never inside quotation marks."""

import re

_ABBREVIATIONS = frozenset(
    "m mm mme mmes mlle dr pr st ste mr mrs ms jr sr prof gen lt col sen rep gov vs etc no".split()
)
_END = re.compile(r"[.!?…]+[’”»\"')\]]*(?=[ \n\u00a0\u202f])")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_OPENING, _CLOSING = "«“", "»”"


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, in order; joined with spaces they are the paragraph."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        sentence = text[start : match.end()]
        rest = text[match.end() :].lstrip()
        if _is_open(sentence) or _is_abbreviation(text, match.start()) or not _begins_sentence(rest):
            continue
        found.append(sentence.strip())
        start = match.end()
    tail = text[start:].strip()
    return [*found, tail] if tail else found


def _is_open(sentence: str) -> bool:
    """Whether a quotation has begun and not ended."""
    opened = sum(sentence.count(mark) for mark in _OPENING)
    closed = sum(sentence.count(mark) for mark in _CLOSING)
    return opened > closed or sentence.count('"') % 2 == 1


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` ends a title or an initial."""
    if text[stop] != ".":
        return False
    word = _LAST_WORD.search(text[max(0, stop - 12) : stop])
    return word is not None and ((len(word[0]) == 1 and word[0].isupper()) or word[0].lower() in _ABBREVIATIONS)


def _begins_sentence(rest: str) -> bool:
    first = next((character for character in rest if character.isalnum()), "")
    return not first.islower()
