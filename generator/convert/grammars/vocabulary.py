"""Pieces that every grammar is built from: CLDR's names of days and months, numbers in words, alternatives."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from generator.convert.grammars.when import Beside, Calendar, Days, Span, Unit, Units, Weekdays, When
from generator.languages import Language

NOTHING = re.compile(r"(?!)")
"""Matches nowhere: for what a language does not have."""
YEAR = r"(?:1[89]|20)\d\d"
YEARS = frozenset(str(year) for year in range(1800, 2100))
_LETTER = re.compile(r"[^\W\d_](?![?*+{])")
"""A letter that all matches of an expression begin with."""


@dataclass(frozen=True, slots=True)
class CalendarNames:
    """Days from Monday, 0, and months from January, 1, by each way to write them: in lower case, without full stops.

    `any_day` and `any_month` are expressions for them; a short month may end in a full stop.
    """

    days: Mapping[str, int]
    months: Mapping[str, int]
    any_day: str
    any_month: str

    def calendar(self, match: re.Match[str], suffix: str = "") -> Calendar:
        """The date in the groups `year`, `month`, `day` and `weekday` of a match, as far as it has them."""
        found = {name.removesuffix(suffix): text for name, text in match.groupdict().items() if name.endswith(suffix)}
        year, month, day, weekday = (found.get(name) for name in ("year", "month", "day", "weekday"))
        return Calendar(
            int(year) if year else None,
            self.month(month) if month else None,
            int(re.sub(r"\D", "", day) or 1) if day else None,
            self.days[weekday.lower()] if weekday else None,
        )

    def span(self, match: re.Match[str]) -> Span:
        """Two dates, the groups of one ending in `_a` and of the other in `_b`; either may have its month from both."""
        first, last = self.calendar(match, "_a"), self.calendar(match, "_b")
        month = first.month or last.month
        begin = Calendar(first.year or last.year, month, first.day)
        return Span(begin, Calendar(last.year, last.month or month, last.day))

    def weekdays(self, match: re.Match[str]) -> Weekdays:
        """Two days of the week, in the groups `first` and `last`."""
        return Weekdays(self.days[match["first"].lower()], self.days[match["last"].lower()])

    def needed_by(self, pattern: str) -> frozenset[str] | None:
        """The words of which an expression needs one, by what it is built from; None where it names no date."""
        if self.any_month in pattern:
            return frozenset(self.months)
        if self.any_day in pattern:
            return frozenset(self.days)
        return YEARS if YEAR in pattern else None

    def month(self, name: str) -> int:
        """The number of a month."""
        return self.months[name.lower().rstrip(".")]


def calendar_names(code: str, more_months: Mapping[str, int] | None = None) -> CalendarNames:
    """CLDR's names in a language; months also abbreviated, and as its newspapers write them besides."""
    language = Language(code)
    wide, short = (_numbered(language.month_names(width), 1) for width in ("wide", "abbreviated"))
    short = {name: number for name, number in (short | dict(more_months or {})).items() if name not in wide}
    days = _numbered(language.weekday_names("wide"), 0)
    return CalendarNames(days, wide | short, either(days), rf"(?:{either(wide)}|{either(short)}\b\.?)")


def _numbered(names: Iterable[str], first: int) -> dict[str, int]:
    return {name.lower().rstrip("."): number for number, name in enumerate(names, start=first)}


def either(words: Iterable[str]) -> str:
    """An expression for any of the words, the longest first."""
    return _shared([re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))])


def any_of(*alternatives: str) -> str:
    """An expression for any of the alternatives, in their order: small expressions, or several parted by “, ”."""
    return _shared(", ".join(alternatives).split(", "))


def _shared(alternatives: Sequence[str]) -> str:
    """An expression for any of the alternatives, in which those that begin with the same letter share it.

    Else a text would be tried against one after the other. Only such as never match at the same place change places.
    """
    if len(alternatives) == 1:
        return f"(?:{alternatives[0]})"
    branches: list[str] = []
    for has_letter, run in groupby(alternatives, key=lambda each: _LETTER.match(each) is not None):
        if has_letter:
            by_letter = groupby(sorted(run, key=lambda each: each[0].lower()), key=itemgetter(0))
            branches += (letter + _shared([each[1:] for each in same]) for letter, same in by_letter)
        else:
            branches += run
    return f"(?:{'|'.join(branches)})"


def numbers(words: str) -> dict[str, int]:
    """Numbers in words, counted from one; several words for one number are joined by a stroke."""
    return {word: number for number, group in enumerate(words.split(), start=1) for word in group.split("|")}


def number(text: str, words: Mapping[str, int]) -> int | None:
    """A number in digits or in words."""
    return int(text) if text.isdecimal() else words.get(text.lower())


def away(match: re.Match[str], sign: int, numbers: Mapping[str, int], units: Mapping[str, Unit | None]) -> When | None:
    """So many units from the article's day, in the groups `count` and `unit`; days are no unit of the calendar."""
    count, unit = number(match["count"], numbers), units[match["unit"].lower()]
    if count is None:
        return None
    return Units(unit, sign * count, slack=1) if unit else Days(sign * count)


def beside(match: re.Match[str], sign: int, numbers: Mapping[str, int]) -> Beside:
    """So many days, in the group `count`, from what the text told just before."""
    count = number(match["count"], numbers)
    return Beside(sign * count if count else None)


def by_form(forms: Mapping[str, str]) -> dict[str, str]:
    """A key for each form, from the forms of each key in one text."""
    return {form: key for key, listed in forms.items() for form in listed.split()}
