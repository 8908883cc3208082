"""An article laid out for reading: paragraphs, what they quote, and sentences of what the narrator says."""

import re
from dataclasses import dataclass
from functools import cached_property

from generator.convert.reading.passages import Passage, find_passages
from generator.convert.sentences import sentence_spans

_SPACES_AND_HYPHENS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ", "‑": "-"})
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'"})
_PLAIN_LETTERS = str.maketrans({"ı": "i", "İ": "I", "ſ": "s"})
"""What a pattern that ignores case takes for another letter, and no table of words has."""
BLANK = "□"
"""Stands for each character of somebody else's words."""
_WORDS = "W"
"""Stands for them where sentences are told apart: quoted words may begin one, and none ends within them."""


def fold(text: str) -> str:
    """The text with apostrophes, spaces and hyphens made alike; each character keeps its place."""
    return text.translate(_SPACES_AND_HYPHENS).translate(_APOSTROPHES)


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
        plain = self.plain.translate(_PLAIN_LETTERS)
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
    marked = (text.translate(_SPACES_AND_HYPHENS) if "‘" in text else fold(text) for text in paragraphs)
    found = find_passages(tuple(marked), interruption)
    return tuple(Paragraph(number, text, found[number]) for number, text in enumerate(paragraphs))
