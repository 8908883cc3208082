"""Finds a title and a summary in an article, without saying more than it does."""

from dataclasses import dataclass

from generator.convert.boilerplate import boilerplate
from generator.convert.dateline import split_dateline
from generator.convert.sentences import sentences
from generator.text import shorten, squeeze

_LONGEST_TITLE = 90
_LONGEST_SUMMARY = 320
_ENOUGH = 2000
_ENDS = ".…:;"
_CLOSING_MARKS = " \u00a0\u202f»”“’\"')]"


@dataclass(frozen=True, slots=True)
class Headline:
    """What stands above an article, and the paragraphs below it."""

    title: str
    summary: str | None
    paragraphs: tuple[str, ...]


def find_headline(paragraphs: tuple[str, ...]) -> Headline:
    """A short first line that does not end like a paragraph is a headline of its own; else the first sentence is the
    title, cut if long.

    A sentence that serves as title stays in the text; a headline of its own does not. The summary is what follows
    the title: as many whole sentences of the next paragraph as are short enough. Neither is taken from boilerplate,
    or from the place and agency before a first sentence.
    """
    numbers = [number for number, paragraph in enumerate(paragraphs) if boilerplate(paragraph) is None] or [0]
    texts = [_without_dateline(paragraphs[number]) for number in numbers[:2]]
    if len(texts) > 1 and _is_headline(texts[0]):
        rest = paragraphs[: numbers[0]] + paragraphs[numbers[0] + 1 :]
        return Headline(texts[0], _summary(sentences(texts[1])), rest)
    opening = sentences(texts[0])
    title = _title(opening[0])
    is_whole = opening[0].startswith(title)
    following = opening[1:] if is_whole else opening
    if not following and len(texts) > 1:
        following = sentences(texts[1])
    return Headline(title, _summary(following), paragraphs)


def _without_dateline(paragraph: str) -> str:
    beginning = paragraph[:_ENOUGH]
    return split_dateline(beginning)[1] or squeeze(beginning)


def _is_headline(line: str) -> bool:
    """Whether a line is no paragraph of text. Headlines may ask, exclaim or quote; they do not end in a full stop."""
    return len(line) <= _LONGEST_TITLE and line.rstrip(_CLOSING_MARKS)[-1:] not in {*_ENDS, ""}


def _title(sentence: str) -> str:
    """A sentence as a title: without its full stop, cut between words where it is too long."""
    bare = sentence[:-1] if sentence.endswith(".") and not sentence.endswith("..") else sentence
    return shorten(bare or sentence, _LONGEST_TITLE)


def _summary(following: list[str]) -> str | None:
    """Whole sentences up to the limit, at least one, which is cut where it alone is too long."""
    if not following:
        return None
    summary = shorten(following[0], _LONGEST_SUMMARY)
    for sentence in following[1:]:
        if len(summary) + 1 + len(sentence) > _LONGEST_SUMMARY or len(summary) > _LONGEST_SUMMARY // 2:
            break
        summary = f"{summary} {sentence}"
    return summary
