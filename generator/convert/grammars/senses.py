"""What a cue may say of a time beside it."""

from dataclasses import dataclass

from generator.convert.grammars.when import Turn
from generator.model import EventStatus


@dataclass(frozen=True, slots=True)
class Sense:
    """Whether something took place, and on which side of the article's day."""

    status: EventStatus
    turn: Turn
    elsewhere: EventStatus | None = None
    """What it makes of a plan in the rest of the sentence: “if …, they will meet”, “was called off”."""


CALLED_OFF = Sense(EventStatus.NEGATED, Turn.OPEN, EventStatus.NEGATED)
"""It does not take place, nor does a plan that the sentence tells of: “was cancelled”."""
PUT_OFF = Sense(EventStatus.PLANNED, Turn.FUTURE, EventStatus.NEGATED)
"""It lies ahead on this day, and on no other that the sentence tells of: “postponed to”."""
DENIED = Sense(EventStatus.NEGATED, Turn.OPEN)
"""It did not take place: “did not”."""
ON_CONDITION = Sense(EventStatus.CONDITIONAL, Turn.OPEN, EventStatus.CONDITIONAL)
"""It hangs on a condition, as does a plan that the sentence tells of: “if”."""
POSSIBLE = Sense(EventStatus.CONDITIONAL, Turn.FUTURE)
"""It may come: “could”."""
HEARSAY = Sense(EventStatus.CONDITIONAL, Turn.OPEN)
"""It may have been: “aurait rencontré”."""
AHEAD = Sense(EventStatus.PLANNED, Turn.FUTURE)
"""It is to come: “will”."""
PLANNED = Sense(EventStatus.PLANNED, Turn.OPEN)
"""It was to come, before the article's day or after it: “was due to”."""
HAPPENED = Sense(EventStatus.HAPPENED, Turn.PAST)
"""It took place: “met”."""
