"""Tells from the verbs around a mention whether something took place, and on which side of the article's day."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.convert.grammars.grammar import Cue, Verbs
from generator.convert.grammars.when import Turn
from generator.convert.reading.article import BLANK
from generator.model import EventStatus


@dataclass(frozen=True, slots=True)
class Reading:
    """What the verb says of a mention, and the cue that told it; without a cue the text does not decide."""

    status: EventStatus | None
    turn: Turn
    cue: str
    plan: EventStatus = EventStatus.PLANNED
    """What a plan comes to in this sentence: it may hang on a condition, or have been called off."""


_UNDECIDED = Reading(None, Turn.OPEN, "")


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    cue: Cue


def read_status(sentence: str, start: int, end: int, verbs: Verbs) -> Reading:
    """Read the status of a mention that stands at `start` to `end` of a sentence.

    The verb that governs a mention is the nearest one before it in its clause; for a mention that opens the clause
    or belongs to a noun (“Thursday's talks”), the first one after it; failing both, the nearest in the sentence.
    """
    cues = _cues(sentence[:start] + BLANK * (end - start) + sentence[end:], verbs)
    if not cues:
        return _UNDECIDED
    governing = _governing(sentence, start, end, cues, verbs.boundary)
    sense, plan = governing.cue.sense, _plan(governing, cues)
    status = plan if sense.status is EventStatus.PLANNED else sense.status
    return Reading(status, sense.turn, governing.cue.name, plan)


def _cues(sentence: str, verbs: Verbs) -> list[_Found]:
    """All cues of a sentence in order; where two overlap, the one that stands first in the table counts."""
    starts = [match.start() for match in verbs.any_cue.finditer(sentence)]
    found: list[_Found] = []
    for cue in verbs.cues:
        for match in _matches(cue.pattern, sentence, starts):
            if all(match.end() <= other.start or match.start() >= other.end for other in found):
                found.append(_Found(match.start(), match.end(), cue))
    return sorted(found, key=lambda each: each.start)


def _matches(pattern: re.Pattern[str], sentence: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches that begin at some of these places and do not overlap."""
    end = 0
    for start in starts:
        match = pattern.match(sentence, start) if start >= end else None
        if match:
            end = match.end()
            yield match


def _governing(sentence: str, start: int, end: int, cues: list[_Found], boundary: re.Pattern[str]) -> _Found:
    first, last = _clause(sentence, start, end, boundary)
    before = [cue for cue in cues if first <= cue.start < start]
    after = [cue for cue in cues if end <= cue.start < last]
    if before and not (after and _belongs_to_noun(sentence, end)):
        return before[-1]
    if after:
        return after[0]
    earlier = [cue for cue in cues if cue.start < start]
    return earlier[-1] if earlier else cues[0]


def _clause(sentence: str, start: int, end: int, boundary: re.Pattern[str]) -> tuple[int, int]:
    """Where the clause around a mention begins and ends."""
    first, last = 0, len(sentence)
    for match in boundary.finditer(sentence):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            return first, match.start()
    return first, last


def _belongs_to_noun(sentence: str, end: int) -> bool:
    return sentence[end : end + 2] == "'s"


def _plan(governing: _Found, cues: list[_Found]) -> EventStatus:
    """A plan is no more one where the sentence says it was called off; under a condition it is conditional.

    A condition bears on the verb beside it: one that follows another verb is that verb's.
    """
    others = [each for each in cues if each is not governing]
    if any(each.cue.sense.elsewhere is EventStatus.NEGATED for each in others):
        return EventStatus.NEGATED
    following = [each for each in others if each.start > governing.start][:1]
    leading = [each for each in others if each.start < governing.start]
    is_conditional = any(each.cue.sense.elsewhere is EventStatus.CONDITIONAL for each in (*leading, *following))
    return EventStatus.CONDITIONAL if is_conditional else EventStatus.PLANNED
