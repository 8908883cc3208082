"""What the verbs of English tell of a time."""

import re

from generator.convert.grammars.english.forms import ADVERBS, PAST, SAID, VERB
from generator.convert.grammars.grammar import Cue, Verbs
from generator.convert.grammars.senses import (
    AHEAD,
    CALLED_OFF,
    DENIED,
    HAPPENED,
    HEARSAY,
    ON_CONDITION,
    PLANNED,
    POSSIBLE,
    PUT_OFF,
    Sense,
)
from generator.convert.grammars.vocabulary import any_of

_POSTPONED = any_of(
    "postponed, delayed, moved, rescheduled, put off, pushed back, put back, brought forward, adjourned"
)
_CANCELLED = any_of("cancell?ed, called off, scrapped, shelved, abandoned, revoked, dropped, struck (?:from|off)")
_NO_PLAN = any_of("scheduled, planned, set, expected, due, foreseen, agreed")
_DO_OR_BE = any_of("did, do, does, has, have, had, was, were, is, are, will, would, could, can, should")
_DUE = "due, set, scheduled, expected, slated, planned, poised, supposed"
_IS_DUE = any_of(
    _DUE,
    "likely, about, going, preparing, planning, hoping, ready, tipped, meant, expecting, scheduling, invited, to",
)
_WAS_DUE = any_of(_DUE, "about, going, planning, to")
_TO_TAKE_PLACE = rf"\b(?: (?:to|for|on)\b)?(?: (?:be|have)\b)*(?: {VERB})?"
_SCHEDULED = any_of(
    "(?:re)?scheduled, planned, slated, due, set, expected, pencill?ed in, foreseen",
)
_NAMED = any_of("convened, called, arranged, discussed, proposed, announced")
_AGREED = any_of(
    "agreed, plans?, planned, decided, intends?, hopes?, wants?, offered, promised, pledged, vowed, threatened",
    r"invited \w+, asked \w+, prepar\w+, proposed, aims?, expects?",
)
_MEETING = any_of(
    "meeting, hosting, holding, travell?ing, visiting, arriving, attending, chairing, flying, heading, convening",
    "gathering, welcoming",
)
_MEETS = any_of(
    "meets?, hosts?, holds?, begins?, starts?, opens?, visits, travels?, convenes?, gathers?, arrives?, resumes?",
    "flies, heads, chairs, welcomes?, receives, goes? ahead, takes? place, moves? to, returns? to",
    r"ends (?=on\b|□), expires?, runs? out, takes? effect, comes? into force, falls (?=on\b)",
)


def _cue(name: str, sense: Sense, pattern: str) -> Cue:
    return Cue(name, re.compile(rf"(?:{pattern})"), sense)


_NEGATIONS = (
    _cue(
        "was not cancelled",
        PLANNED,
        rf"{_DO_OR_BE}(?:n't| not| never)\s{ADVERBS}(?:(?:be|been)\s)?(?:{_CANCELLED}|{_POSTPONED})\b",
    ),
    _cue(
        "cancelled",
        CALLED_OFF,
        rf"(?:(?:was|were|is|are|been|be|being) )(?:\w+ )?{_CANCELLED}\b"
        r"|(?:postponed|delayed) indefinitely|(?:cancell?ed|called off|scrapped|shelved)\b"
        r"|(?:will|did|would|has|have|was|were)(?: not|n't| never)(?: be| been)? (?:take place|taken place|held)"
        r"|could ?n[o']t be held"
        r"|never (?:took place|happened)",
    ),
    _cue("postponed to", PUT_OFF, rf"{_POSTPONED} (?:it |them |the \w+ |\w+ )?(?:to|until|till|for)\b"),
    _cue(
        "was postponed",
        CALLED_OFF,
        r"(?:(?:was|were|been|is|are|be) )(?:\w+ )?(?:postponed|put off|delayed|brought forward|moved|rescheduled)",
    ),
    _cue(
        "no meeting is planned",
        DENIED,
        r"[Nn]o (?:[\w-]+ ){1,4}?(?:has been|have been|had been|is|are|was|were) "
        rf"(?:\w+ )?{_NO_PLAN}(?: for)?",
    ),
    _cue("originally for", PLANNED, r"(?:(?:was|were|been) )?(?:originally|initially) (?:\w+ )+?(?:for|on)\b"),
    _cue(
        "did not",
        DENIED,
        rf"{_DO_OR_BE}(?:n't| not| never)\s{ADVERBS}(?:(?:be|been|have|to)\s)*{VERB}"
        rf"|won't {VERB}|can(?:no|')t {VERB}|never {PAST}|failed to {VERB}|refused to {VERB}|declined to {VERB}",
    ),
)

_CONDITIONS = (
    _cue(
        "provided that",
        ON_CONDITION,
        r"(?:[Pp]rovided|[Aa]ssuming|[Ii]n case|on condition) that|[Uu]nless|[Pp]ending|[Ii]n the event",
    ),
    _cue("if", ON_CONDITION, r"[Ii]f(?! only)\b"),
)

_PLANS = (
    _cue("may or may not", POSSIBLE, rf"may or may not {VERB}"),
    _cue("might have met", HEARSAY, rf"(?:could|might|may)\s{ADVERBS}have\s{ADVERBS}(?:been\s)?{ADVERBS}{PAST}"),
    _cue("could", POSSIBLE, rf"(?:could|might|may|can)\s{ADVERBS}(?:(?:be|have|been)\s)*{VERB}"),
    _cue("will", AHEAD, rf"(?:will|shall|'ll)\s{ADVERBS}(?:(?:be|have|been)\s)*{VERB}(?: and {VERB})?"),
    _cue("would", AHEAD, rf"would\s{ADVERBS}(?:(?:be|have|been)\s)*{VERB}"),
    _cue("should", AHEAD, rf"should\s{ADVERBS}(?:(?:be|have|been)\s)*{VERB}"),
    _cue("is due to", AHEAD, rf"(?:(?:is|are)\s{ADVERBS}){_IS_DUE}{_TO_TAKE_PLACE}"),
    _cue("was due to", PLANNED, rf"(?:(?:was|were|had been|been)\s{ADVERBS}){_WAS_DUE}{_TO_TAKE_PLACE}"),
    _cue(
        "scheduled for",
        PLANNED,
        rf"{_SCHEDULED}(?: (?:to take place|to be held|to begin|to start))? (?:for\b|(?:on |in |at |)(?=□))"
        rf"|(?:planned|scheduled|slated)(?= (?:in|at|on|to)\b)|{_NAMED} (?:\w+ )?for\b",
    ),
    _cue("agreed to", AHEAD, rf"{_AGREED}\s(?:not )?to\s(?:be\s)?{VERB}"),
    _cue(
        "upcoming",
        AHEAD,
        r"upcoming|forthcoming|[Aa]head of|[Ii]n preparation for|[Oo]n the eve of|[Ii]n the run-up to",
    ),
    _cue("by", PLANNED, r"by (?=□)"),
    _cue("before", PLANNED, r"(?:[Bb]efore|[Pp]rior to) (?!\w+ing)"),
)

_EVENTS = (
    _cue("has met", HAPPENED, rf"(?:has|have|had|having)\s{ADVERBS}(?:been\s)?{ADVERBS}{PAST}"),
    _cue("was held", HAPPENED, rf"(?:was|were)\s{ADVERBS}(?:{VERB}ing|{PAST})?"),
    _cue("met", HAPPENED, PAST),
    _cue("after", HAPPENED, r"(?:[Aa]fter|[Ff]ollowing|[Ss]ince|[Ii]n the wake of|[Oo]n the sidelines of)\b"),
    # The present tense tells of the day ahead; what has happened is told in the past.
    _cue("meets", AHEAD, rf"(?:(?:is|are) (?:\w+ly )?{_MEETING}|{_MEETS})\b"),
)

VERBS = Verbs(
    cues=_NEGATIONS + _CONDITIONS + _PLANS + _EVENTS,
    boundary=re.compile(
        r";|:|\s[—–]\s|,"
        r"|\b(?:who|which|that|where|when|while|although|but|because|as (?=[A-Z])"
        r"|and (?=(?:is|are|was|were|will|has|had|would)\b))\b"
    ),
    finite=re.compile(
        rf"(?<![\w'-])(?:{PAST}|{SAID}"
        r"|is|are|was|were|has|have|had|will|would|could|may|might|should|can|does|did)(?![\w'-])"
    ),
)
