"""Finds the words of time in what the narrator says."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.convert.grammars.grammar import TimeRule, Times
from generator.convert.grammars.when import When
from generator.convert.reading.article import Paragraph

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a time, where they stand in their paragraph, and the rule that found them."""

    paragraph: int
    start: int
    end: int
    when: When
    rule: str


def find_mentions(paragraph: Paragraph, times: Times) -> list[Mention]:
    """All mentions of a paragraph in order. Where two overlap, the one whose rule stands first in the table counts."""
    found: list[Mention] = []
    for sentence in paragraph.sentences:
        text = paragraph.narration[sentence.start : sentence.end]
        words = frozenset(_WORD.findall(text.lower()))
        rules = (rule for rule in times.rules if not words.isdisjoint(rule.needs))
        found += sorted(_in_sentence(text, sentence.start, paragraph.number, rules), key=lambda each: each.start)
    return found


def _in_sentence(text: str, offset: int, number: int, rules: Iterable[TimeRule]) -> Iterator[Mention]:
    taken: list[tuple[int, int]] = []
    for rule in rules:
        for match in rule.pattern.finditer(text):
            start, end = match.span("said" if "said" in rule.pattern.groupindex else 0)
            is_free = all(end <= first or start >= last for first, last in taken)
            when = rule.read(match) if is_free else None
            if when is not None:
                taken.append((start, end))
                yield Mention(number, offset + start, offset + end, when, rule.name)
