"""An article laid out for reading: paragraphs, what they quote, and sentences of what the narrator says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.convert.reading.passages import Passage, find_passages
from generator.convert.sentences import sentence_spans

_SPACES_AND_HYPHENS = {"\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "‑": "-"}
_APOSTROPHES = {"’": "'", "‘": "'", "ʼ": "'"}
_PLAIN_LETTERS = {"ı": "i", "İ": "I", "ſ": "s"}
"""What a pattern that ignores case takes for another letter, and no table of words has."""
BLANK = "□"
"""Stands for each character of somebody else's words."""
_LAST_WORDS = 80
"""So many characters before a word tell its article, title or preposition."""
_WORDS = "W"
"""Stands for them where sentences are told apart: quoted words may begin one, and none ends within them."""


def fold(text: str) -> str:
    """The text with apostrophes, spaces and hyphens made alike; each character keeps its place."""
    return _replaced(text, _SPACES_AND_HYPHENS | _APOSTROPHES)


def words_before(text: str, position: int) -> str:
    """The last words before a position."""
    return text[max(0, position - _LAST_WORDS) : position]


def _replaced(text: str, characters: Mapping[str, str]) -> str:
    """The text with some characters replaced: few of them occur, so that this is quicker than to look at each."""
    for character, other in characters.items():
        text = text.replace(character, other)
    return text


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph, from `start` to `end`."""

    start: int
    end: int

    def holds(self, position: int) -> bool:
        """Whether a character of the paragraph stands in it."""
        return self.start <= position < self.end


@dataclass(frozen=True)
class Paragraph:
    """A paragraph as it stands in the seed, with the passages in quotation marks."""

    number: int
    text: str
    passages: tuple[Passage, ...]

    @cached_property
    def plain(self) -> str:
        """The text, folded."""
        return fold(self.text)

    @cached_property
    def narration(self) -> str:
        """The folded text with all that stands in quotation marks blanked, to the same length, in plain letters."""
        plain = _replaced(self.plain, _PLAIN_LETTERS)
        for passage in self.passages:
            blank = BLANK * (passage.end - passage.start)
            plain = plain[: passage.start] + blank + plain[passage.end :]
        return plain

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, a passage always within one."""
        text = self.text
        for passage in self.passages:
            words = _WORDS * max(0, passage.last - passage.first - 1)
            text = text[: passage.first] + words + text[passage.first + len(words) :]
        return tuple(Sentence(start, end) for start, end in sentence_spans(text))

    def sentence_at(self, position: int) -> Sentence:
        """The sentence that a character stands in."""
        return next((each for each in self.sentences if position < each.end), self.sentences[-1])


def lay_out(paragraphs: tuple[str, ...], interruption: re.Pattern[str]) -> tuple[Paragraph, ...]:
    """The paragraphs of an article with their quotations."""
    marked = (_replaced(text, _SPACES_AND_HYPHENS) if "‘" in text else fold(text) for text in paragraphs)
    found = find_passages(tuple(marked), interruption)
    return tuple(Paragraph(number, text, found[number]) for number, text in enumerate(paragraphs))
