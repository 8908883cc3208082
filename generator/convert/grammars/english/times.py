"""How English names times."""

import re
from functools import partial

from generator.convert.grammars.grammar import Reader, TimeRule, Times
from generator.convert.grammars.vocabulary import YEAR, any_of, away, beside, calendar_names, either, numbers
from generator.convert.grammars.when import Beside, Calendar, Days, Decade, Turn, Unit, Units, Weekday, When

CALENDAR = calendar_names("en", {"sept": 9})

_TURNS = {"last": Turn.PAST, "past": Turn.PAST, "next": Turn.FUTURE, "coming": Turn.FUTURE}
_TURNS_OF_PARTS = {"earlier": Turn.PAST, "later": Turn.FUTURE}
_COUNTS = {"last": -1, "next": 1, "this": 0}
_UNITS = {"day": None, "week": Unit.WEEK, "weekend": Unit.WEEKEND, "month": Unit.MONTH, "year": Unit.YEAR}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_NUMBERS = numbers("a|an|one two three four five six seven eight nine ten eleven twelve")

_WEEKDAY = CALENDAR.any_day
_MONTH = CALENDAR.any_month
_DAY = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?(?![\d%]|[.,]\d)"
_YEAR = rf"{YEAR}(?![\d%])"
_COUNT = rf"(?P<count>\d{{1,2}}|{either(_NUMBERS)})"
_PART = r"(?:(?:very )?(?:early|mid|late|earlier|later)[- ]|(?:the )?(?:beginning|start|end|middle) of )"
_BEFORE_MONTH = any_of("in, since, by, until, during, of, from, for, through, this, before, after")
_BEFORE_YEAR = any_of("in, since, until, by, from, during, before, after, of, year", _PART.strip())
_NO_NAMED_DAY = "".join(f"(?<!{word} )" for word in "Black Good Ash Bloody Super Holy every each Maundy Easter".split())
_ANY_ONE = re.compile(r"(?i)\b(?:a|an|one|any|some) (?:\w+ )?$")
_NO_COUNTED_THINGS = r"(?! (?:(?!has\b|was\b|is\b|as\b|its\b|this\b|does\b)[a-z]+s\b|\d))"
_NO_NEWSPAPER = r"(?! (?:Times|Mail|Telegraph|Mirror|Express|Post|Night Live))"
_NO_STATE_OF_TODAY = r"(?!'s [A-Z]\w+(?:[.,;:!?]| (?:is|was|has|had)\b|$))"
_NO_NOUN_FOLLOWS = r"(?! (?:the|a|an|his|her|its|their)\b)"


def _turn(text: str | None) -> Turn:
    return _TURNS.get((text or "").lower().split(" ")[-1], Turn.OPEN)


def _calendar(match: re.Match[str]) -> Calendar | None:
    """A date; “May” and “March” without a capital are verbs."""
    month = match.groupdict().get("month")
    return CALENDAR.calendar(match) if month is None or month[0].isupper() else None


def _month(match: re.Match[str]) -> Calendar | None:
    """A month that other words introduce; alone it may be a name or a verb."""
    is_alone = match.start("month") == match.start()
    if is_alone or not match["month"][0].isupper():
        return None
    return Calendar(month=CALENDAR.month(match["month"]), turn=_turn(match["turn"]))


def _weekday(match: re.Match[str]) -> Weekday | None:
    if not match["weekday"][0].isupper() or _ANY_ONE.search(match.string[: match.start()]):
        return None
    turn = _turn(match["turn"])
    return Weekday(CALENDAR.days[match["weekday"].lower()], turn, skips_today=turn is not Turn.OPEN)


def _units(match: re.Match[str]) -> Units | None:
    """“Last week”, “earlier this month”, “early next year”."""
    unit = _UNITS[match["unit"].lower()]
    turn = _TURNS_OF_PARTS.get((match["part"] or "").lower(), Turn.OPEN)
    return Units(unit, _COUNTS[match["which"].lower()], turn) if unit else None


def _beside(match: re.Match[str]) -> Beside:
    return beside(match, 1 if match["side"].lower() == "later" else -1, _NUMBERS)


_ago = partial(away, sign=-1, numbers=_NUMBERS, units=_UNITS)
_ahead = partial(away, sign=1, numbers=_NUMBERS, units=_UNITS)


_OTHER_WORDS = frozenset(
    (
        "today tonight yesterday tomorrow morning afternoon evening night day days week weeks weekend month months "
        "year years " + " ".join(f"{year}s" for year in range(1900, 2100, 10))
    ).split()
)
"""The words of time that are no names of a calendar."""


def _rule(name: str, pattern: str, read: Reader) -> TimeRule:
    needs = CALENDAR.needed_by(pattern) or _OTHER_WORDS
    return TimeRule(name, re.compile(rf"(?i)(?<![\w-])(?:{pattern})(?!\w|-\w)"), read, needs)


def _fixed(name: str, pattern: str, when: When) -> TimeRule:
    return _rule(name, pattern, lambda _: when)


_DATES = (
    _rule(
        "January 10 to 13",
        rf"(?:(?:from|between) )?(?P<said>(?:{_WEEKDAY},? )?(?P<month_a>{_MONTH}) (?P<day_a>{_DAY})"
        r"(?: ?[-–] ?| to | through | until | and )"
        rf"(?:{_WEEKDAY},? )?(?:(?P<month_b>{_MONTH}) )?(?P<day_b>{_DAY})(?:,? (?P<year_b>{_YEAR}))?)(?! {_MONTH})",
        CALENDAR.span,
    ),
    _rule(
        "10 to 13 January",
        rf"(?:(?:from|between) )?(?P<said>(?P<day_a>{_DAY})(?: (?P<month_a>{_MONTH}))?(?: ?[-–] ?| to | until | and )"
        rf"(?P<day_b>{_DAY}) (?P<month_b>{_MONTH})(?:,? (?P<year_b>{_YEAR}))?)",
        CALENDAR.span,
    ),
    _rule(
        "Wednesday, January 12, 2022",
        rf"(?:(?P<weekday>{_WEEKDAY}),? (?:the )?)?(?P<month>{_MONTH}) (?P<day>{_DAY})(?:,? (?P<year>{_YEAR}))?",
        _calendar,
    ),
    _rule(
        "Wednesday 12 January 2022",
        rf"(?:(?P<weekday>{_WEEKDAY}),? )?(?:the )?(?P<day>{_DAY})(?: of)? (?P<month>{_MONTH})"
        rf"(?:,? (?P<year>{_YEAR}))?",
        _calendar,
    ),
    _rule("January 2022", rf"(?:{_PART})?(?P<month>{_MONTH}),?(?: of)? (?P<year>{_YEAR})", _calendar),
    _rule(
        "in January",
        rf"(?:{_BEFORE_MONTH} )?(?:(?P<turn>last|next|this past|this coming) )?"
        rf"(?P<said>(?:{_PART})?(?P<month>{_MONTH}))",
        _month,
    ),
    _rule(
        "in the spring of 2022",
        rf"(?P<season>{either(_SEASONS)}) (?:of )?(?P<year>{_YEAR})",
        lambda match: Calendar(int(match["year"]), _SEASONS[match["season"].lower()]),
    ),
    _rule(
        "in 2014",
        rf"{_BEFORE_YEAR} (?P<said>(?P<year>{_YEAR})){_NO_COUNTED_THINGS}",
        _calendar,
    ),
    _rule("early 2022", rf"(?:{_PART})(?P<year>{_YEAR})", _calendar),
    _rule("the 2008 summit", rf"(?:the|a|its|their|his) (?P<said>(?P<year>{_YEAR}))(?= [A-Za-z])", _calendar),
    _rule(
        "the 1990s",
        r"(?:the )?(?:(?:early|mid|late)[- ])?(?P<decade>(?:19|20)\d0)s",
        lambda match: Decade(int(match["decade"])),
    ),
)

_WEEKS_AND_LONGER = (
    _rule(
        "last week",
        r"(?<!the )(?<!past )(?:(?P<part>earlier|later|early|late|mid)[- ])?"
        r"(?P<which>last|next|this) (?P<unit>week|weekend|month|year)(?!-)",
        _units,
    ),
    _fixed("over the weekend", r"(?:over|at|on) the weekend", Units(Unit.WEEKEND, 0)),
    _fixed("the end of the week", r"(?:later|earlier) in the week|the end of the week", Units(Unit.WEEK, 0)),
    _fixed(
        "the end of the month",
        r"(?:later|earlier) in the month|the (?:beginning|start|end) of the month",
        Units(Unit.MONTH, 0),
    ),
    _fixed(
        "the end of the year",
        r"(?:later|earlier) in the year|the (?:beginning|start|end) of the year",
        Units(Unit.YEAR, 0),
    ),
    _rule("three days ago", rf"{_COUNT} (?P<unit>day|week|month|year)s? ago", _ago),
    _rule("in three days", rf"(?:in|within) {_COUNT} (?P<unit>day|week|month|year)s?(?=[.,;]|$| time)", _ahead),
)

_DAYS = (
    _rule("three days later", rf"{_COUNT} days? (?P<side>earlier|later)", _beside),
    _fixed("the day before yesterday", r"the day before yesterday", Days(-2)),
    _fixed("the day after tomorrow", r"the day after tomorrow", Days(2)),
    _fixed("last night", r"last night", Days(-1)),
    _fixed("yesterday", r"yesterday(?: (?:morning|afternoon|evening))?", Days(-1)),
    _fixed("tomorrow", r"tomorrow(?: (?:morning|afternoon|evening|night))?", Days(1)),
    _fixed(
        "today",
        rf"(?:(?:earlier|later) )?today{_NO_STATE_OF_TODAY}|tonight|this (?:morning|afternoon|evening)",
        Days(0),
    ),
)

_BESIDE_ANOTHER_TIME = (
    _fixed(
        "later in the day",
        r"(?:earlier|later) (?:in|on|that) (?:the )?(?:same )?(?:day|evening|morning)",
        Beside(None),
    ),
    _fixed(
        "the day before",
        rf"the (?:previous|preceding) (?:day|evening|night)|the (?:day|night|evening) before{_NO_NOUN_FOLLOWS}",
        Beside(-1),
    ),
    _fixed(
        "the next day",
        rf"(?<!to )(?:the (?:next|following) (?:day|morning)|the day after{_NO_NOUN_FOLLOWS})",
        Beside(1),
    ),
    _fixed("the same day", r"the same day|that day", Beside(0)),
    _fixed(
        "the following week",
        r"the (?:following|next|previous) (?:week|month|year)|the (?:week|month) (?:before|after)(?! (?:the|a)\b)"
        r"|days (?:later|earlier)",
        Beside(None),
    ),
)

_WEEKDAYS = (
    _rule(
        "Thursday and Friday",
        rf"(?:from |between )?(?P<said>(?P<first>{_WEEKDAY}) (?:and|to|through|until) (?P<last>{_WEEKDAY}))(?! \d)",
        CALENDAR.weekdays,
    ),
    _rule(
        "Wednesday",
        rf"(?:(?P<turn>last|next|this coming|this past) |this )?{_NO_NAMED_DAY}"
        rf"(?P<said>(?P<weekday>{_WEEKDAY})(?: (?:morning|afternoon|evening|night))?){_NO_NEWSPAPER}",
        _weekday,
    ),
)

TIMES = Times(
    rules=_DATES + _WEEKS_AND_LONGER + _DAYS + _BESIDE_ANOTHER_TIME + _WEEKDAYS,
)
