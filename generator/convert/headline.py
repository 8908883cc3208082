"""Finds a title and a summary in an article, without saying more than it does."""

from dataclasses import dataclass

from generator.convert.sentences import sentences
from generator.text import shorten, squeeze

_LONGEST_TITLE = 90
_LONGEST_SUMMARY = 320
_ENDS = '.!?…:;»”"'


@dataclass(frozen=True, slots=True)
class Headline:
    """What stands above an article, and the paragraphs below it."""

    title: str
    summary: str | None
    paragraphs: tuple[str, ...]


def find_headline(paragraphs: tuple[str, ...]) -> Headline:
    """A first line without an end mark is a headline of its own; else the first sentence is the title, cut if long.

    A sentence that serves as title stays in the text; a headline of its own does not. The summary is what follows
    the title: as many whole sentences of the next paragraph as are short enough.
    """
    first = squeeze(paragraphs[0])
    if len(paragraphs) > 1 and len(first) <= _LONGEST_TITLE and first[-1] not in _ENDS:
        return Headline(first, _summary(sentences(squeeze(paragraphs[1]))), paragraphs[1:])
    opening = sentences(first)
    title = _title(opening[0])
    is_whole = opening[0].startswith(title)
    following = opening[1:] if is_whole else opening
    if not following and len(paragraphs) > 1:
        following = sentences(squeeze(paragraphs[1]))
    return Headline(title, _summary(following), paragraphs)


def _title(sentence: str) -> str:
    """A sentence as a title: without its full stop, cut between words where it is too long."""
    bare = sentence[:-1] if sentence.endswith(".") and not sentence.endswith("..") else sentence
    return shorten(bare, _LONGEST_TITLE)


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
