"""From the parts of a date to EDTF: as exact as the parts that are there, and no more.

A year before our era is counted from 1, as TimelineJS shows it: -44 is 44 BC, and EDTF writes -0043. Which parts of a
date EDTF has no place for is said, so that it can be reported.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

from generator.dates import DateError, parse
from generator.intake.slide import Parts

_ABOUT = re.compile(
    r"\b(?:(?:ca|circa|approximately|approx|about|around|vers|environ|um|hacia|около|ок|близько|бл)\b\.?|c\.?(?=\s*\d))",
    re.IGNORECASE,
)
_ERA = re.compile(r"\b(?:bce?|ce|ad|(?:av|apr)\.?\s*j\.?-?\s*c|[nv]\.\s*chr)\b\.?", re.IGNORECASE)
"""What says in English, French and German on which side of the year 1 a date lies."""
_WHOLE = re.compile(r"-?\d{1,12}")
_DAY = re.compile(r"-?\d{4}-\d\d-\d\d")
_LAST_YEAR = 9999
_LIMITS = {"hour": 23, "minute": 59, "second": 59}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in EDTF. `lost` names, in words, what was written and is finer than it, or cannot stand beside it."""

    edtf: str
    lost: tuple[str, ...] = ()


def date_of(start: Parts, end: Parts, shown: str = "") -> Dated:
    """The date, or the range where the end is another one; about that time where the words shown say so.

    Raises `DateError`.
    """
    first = _point(start)
    last = _point(end) if end else first
    times = [time for time in dict.fromkeys(map(_time, (start, end))) if time]
    is_about = bool(_ABOUT.search(shown)) and "Y" not in first + last
    if last == first and _time(start) and _DAY.fullmatch(first) and not is_about:
        edtf, unsaid = f"{first}T{times[0]}", times[1:]
    else:
        edtf, unsaid = "/".join(f"{point}~" if is_about else point for point in dict.fromkeys((first, last))), times
    parse(edtf)
    lost = [f"the time {time}" for time in unsaid] + [part for parts in (start, end) for part in _beyond(parts)]
    return Dated(edtf, tuple(lost))


def says_more(shown: str, start: Parts, end: Parts, months: Collection[str]) -> bool:
    """Whether the words shown for a date say more than its parts: other numbers, or words that are no month's."""
    rest = _ABOUT.sub(" ", shown) if abs(int(start.year or 0)) <= _LAST_YEAR else shown
    rest = _ERA.sub(" ", rest)
    numbers = {int(digits) for digits in re.findall(r"\d{1,12}", rest)}
    known = {abs(int(part)) for parts in (start, end) for part in _all(parts) if _WHOLE.fullmatch(part)}
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", rest)}
    return bool(numbers - known) or bool(words - {*months})


def _all(parts: Parts) -> tuple[str, ...]:
    return (parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second)


def _point(parts: Parts) -> str:
    """One date without its time. A month or day of 0 is none, as some programs write what they do not know."""
    year = _year(parts.year)
    month, day = (_number(name, getattr(parts, name)) for name in ("month", "day"))
    if day and not month:
        raise DateError(parts.day, "a day needs a month")
    if not month or year.startswith("Y"):
        return year
    if month > 12:  # noqa: PLR2004 - the months of a year
        raise DateError(parts.month, "months are 1 to 12")
    return f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"


def _year(text: str) -> str:
    if not text:
        raise DateError(text, "there is no year")
    if not _WHOLE.fullmatch(text):
        raise DateError(text, "a year is a whole number, before our era with a minus: 2022 or -44")
    if int(text) == 0:
        raise DateError(text, "no calendar has a year 0: 1 BC is -1")
    year = int(text) + 1 if text.startswith("-") else int(text)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}" if abs(year) <= _LAST_YEAR else f"Y{year}"


def _number(name: str, text: str) -> int:
    if not re.fullmatch(r"\d{0,4}", text, re.ASCII):
        raise DateError(text, f"the {name} is a whole number")
    return int(text or 0)


def _time(parts: Parts) -> str:
    """The time of a day, its missing seconds as 00; empty where there is none, or no day. Raises `DateError`."""
    if not parts.hour or not parts.day:
        return ""
    numbers = [_number(name, getattr(parts, name)) for name in _LIMITS]
    for number, (name, most) in zip(numbers, _LIMITS.items(), strict=True):
        if number > most:
            raise DateError(str(number), f"the {name} is 0 to {most}")
    return ":".join(f"{number:02}" for number in numbers)


def _beyond(parts: Parts) -> list[str]:
    """What is finer than EDTF can say beside the rest."""
    found = []
    if parts.year and abs(int(parts.year)) > _LAST_YEAR and parts.month:
        found.append("the month of a year of more than four digits")
    if parts.hour and not parts.day:
        found.append(f"the hour {parts.hour} of no day")
    if parts.rest:
        found.append("the fraction of a second")
    return found
