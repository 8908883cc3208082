"""Splits prose into sentences, never inside quotation marks."""

import re

from generator.languages import Language
from generator.text import open_marks

_SHORT_MONTHS = {name.lower() for name in Language("en").month_names("abbreviated")} - {"may"}
_ABBREVIATIONS = _SHORT_MONTHS | frozenset(
    "m mm mme mmes mlle dr pr st ste mr mrs ms jr sr prof gen lt col sen rep gov vs etc sept г ул им".split()
)
_GERMAN_MONTHS = Language("de").month_names("wide")
_BEFORE_NUMBERS = frozenset("no nr art bd vol fig".split())
# From its first sign on: from each of a long run of them, nobody would see the end.
_END = re.compile(r"(?<![.!?…])[.!?…]++(?:[’”\"')\]]|[ \u00a0\u202f]?»)*(?=[ \n\u00a0\u202f])")
_LAST_WORD = re.compile(r"[^\W\d_]+$")


def sentences(text: str) -> list[str]:
    """The sentences of a paragraph, in order; joined with spaces they are the paragraph."""
    return [text[start:end] for start, end in sentence_spans(text)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a paragraph begins and ends, without the white space around it."""
    ends = [0]
    for match in _END.finditer(text):
        rest = text[match.end() :].lstrip()
        is_end = not _is_open(text[ends[-1] : match.end()]) and not _is_abbreviation(text, match.start(), rest)
        if is_end and _begins_sentence(rest):
            ends.append(match.end())
    spans = (_stripped(text, start, end) for start, end in zip(ends, [*ends[1:], len(text)], strict=True))
    return [(start, end) for start, end in spans if start < end]


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), end - len(part) + len(part.rstrip())


def _is_open(sentence: str) -> bool:
    """Whether a quotation has begun and not ended."""
    return not {*open_marks(sentence)}.isdisjoint('»”“"')


def _is_abbreviation(text: str, stop: int, rest: str) -> bool:
    """Whether the full stop at `stop` ends a title, an initial, a short month, “No” before a number, a German day."""
    if text[stop] != ".":
        return False
    word = _LAST_WORD.search(text[max(0, stop - 12) : stop])
    if word is None:
        return text[stop - 1 : stop].isdigit() and rest.startswith(_GERMAN_MONTHS)
    initial = len(word[0]) == 1 and word[0].isupper()
    numbered = word[0].lower() in _BEFORE_NUMBERS and rest[:1].isdigit()
    return initial or numbered or word[0].lower() in _ABBREVIATIONS


def _begins_sentence(rest: str) -> bool:
    first = next((character for character in rest if character.isalnum()), "")
    return not first.islower()
