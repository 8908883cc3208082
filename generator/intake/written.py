"""Dates and times as one text, as TimelineJS 1 and spreadsheets write them."""

import re

from generator.errors import Code
from generator.intake.row import RowError
from generator.intake.slide import Parts

_COMMAS = re.compile(r"-?\d+(?:\s*,\s*\d*){0,6}")
_YEAR_FIRST = re.compile(r"(?P<year>-?\d+)(?:-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?)?")
_SLASHES = re.compile(r"(?:(?P<month>\d\d?)/)?(?:(?P<day>\d\d?)/)?(?P<year>\d{3,})")
_TIME = re.compile(
    r"(?P<hour>\d\d?)(?:[:.](?P<minute>\d\d?)(?:[:.](?P<second>\d\d?)(?:[.,:](?P<rest>\d+))?)?|(?P<bare>\d\d))?"
    r"\s*(?P<half>[ap])?(?(half)\.?m\.?)",
    re.IGNORECASE,
)
_HALF_A_DAY = 12


def read_date(text: str) -> Parts:
    """The parts of `2022,1,12,14,30`, `2022-01-12` or `1/12/2022`, which TimelineJS reads with the month first; a time
    may follow. Raises `RowError`."""
    text = text.strip()
    if _COMMAS.fullmatch(text):
        return Parts(*(part.strip() for part in text.split(",")))
    date, _, time = re.sub(r"[T\s]+", " ", text, count=1).partition(" ")
    match = _YEAR_FIRST.fullmatch(date) or _SLASHES.fullmatch(date)
    if match is None:
        hint = "write 2022, 2022-01 or 2022-01-12, or month/day/year with the whole year: 1/12/2022"
        raise RowError(Code.INVALID_DATE, f"“{text}” is no date that can be read", hint)
    return with_time(Parts(match["year"], match["month"] or "", match["day"] or ""), time)


def with_time(date: Parts, text: str) -> Parts:
    """The date with a time such as `14:30`, `1430` or `2:30 PM`. Raises `RowError`."""
    if not text.strip():
        return date
    match = _TIME.fullmatch(text.strip())
    if match is None:
        raise RowError(Code.INVALID_DATE, f"“{text}” is no time that can be read", "write 14:30, or leave it out")
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % _HALF_A_DAY + (_HALF_A_DAY if match["half"] in "pP" else 0)
    minute = match["minute"] or match["bare"] or ""
    return Parts(date.year, date.month, date.day, str(hour), minute, match["second"] or "", match["rest"] or "")
