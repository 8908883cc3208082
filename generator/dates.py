"""Dates as their sources give them: EDTF levels 0 and 1 (ISO 8601-2:2019, Library of Congress profile) as `Moment`s.

What EDTF leaves open is decided here:
- Seasons are those of the northern hemisphere, three whole months each; a winter begins in December of its year.
- A date with a time is its calendar day as written, never shifted by a zone.
- A range with no date at either end says nothing, and is refused.
"""

import calendar
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from generator.moment import Bound, Day, Moment, Point, Precision

_DATE = re.compile(
    r"""(?P<year>-?\d{4}|\d{3}X|\d\dXX)
        (?:-(?P<month>\d\d|XX)
           (?:-(?P<day>\d\d|XX)
              (?P<time>T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-](?:[01]\d|2[0-3])(?::[0-5]\d)?)?)?)?)?
        (?P<qualifier>[?~%])?""",
    re.VERBOSE | re.ASCII,
)
_LONG_YEAR = re.compile(r"Y(-?[1-9]\d{4,11})", re.ASCII)
_TIMESTAMP = re.compile(
    r"(\d{4}-\d\d-\d\d)[T ]\d\d?:\d\d(?::\d\d(?:[.,]\d+)?)? ?(?:Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?", re.ASCII
)
_DAY = r"(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
_PLAIN = rf"((?!-0000)-?\d{{4}}(-({_DAY}|0[1-9]|1[0-2]|2[1-4]))?[?~%]?|Y-?[1-9]\d{{4,11}})"
_OF_UNKNOWN_DIGITS = r"(\d{3}X|\d\dXX|(?!-0000)-?\d{4}-(XX(-XX)?|(0[1-9]|1[0-2])-XX))[?~%]?"
_TIME = r"[T ]\d\d?:\d\d(:\d\d([.,]\d+)?)? ?(Z|UTC|GMT|[+-]\d\d(:?\d\d)?)?"
FORM_OF_DAY = rf"(?!0000)\d{{4}}-{_DAY}({_TIME})?"
"""How the day of a text is written, for programs that know regular expressions alone (ECMA 262)."""
FORM = rf"({_PLAIN}|{_OF_UNKNOWN_DIGITS}|-?\d{{4}}-{_DAY}{_TIME}|{_PLAIN}/({_PLAIN}|\.\.)?|(\.\.)?/{_PLAIN})"
"""How a date is written, for the same. It does not tell how long a month is, and which end of a range is first."""
_FEBRUARY, _DECEMBER = 2, 12
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_FOUR_DIGITS = range(1, 10_000)
_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097
"""After so many years the calendar begins anew, on the same day of the week."""
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}


class DateError(ValueError):
    """The text is no EDTF date of level 0 or 1. `part` is the piece that is wrong, `reason` says why."""

    def __init__(self, part: str, reason: str) -> None:
        self.part = part
        self.reason = reason
        super().__init__(f"“{part}”: {reason}")


def parse(text: str) -> Moment:
    """Read an EDTF string of level 0 or 1.

    Raises `DateError` for anything else.
    """
    if text.count("/") > 1:
        raise DateError(*_diagnose(text))
    if "/" not in text:
        point = _point(text)
        return Moment(text, point, point, is_range=False)
    start_text, _, end_text = text.partition("/")
    start, end = _end_of_range(start_text), _end_of_range(end_text)
    moment = Moment(text, start, end, is_range=True)
    _check_range(moment)
    return moment


def parse_lenient(text: str) -> Moment:
    """Like `parse`, and takes timestamps that only other tools write (`2022-01-12 09:30`) for their calendar day."""
    stamp = None if _DATE.fullmatch(text) else _TIMESTAMP.fullmatch(text)
    return parse(stamp[1] if stamp else text)


def days_in_month(year: int, month: int) -> int:
    """Length of a month of the proleptic Gregorian calendar, for any year, also before year 1."""
    if month == _FEBRUARY:
        return 29 if calendar.isleap(year) else 28
    return _MONTH_LENGTHS[month - 1]


def ordinal(day: Day) -> int:
    """The number of a day, of any year: 1 January of the year 1 is 1, as in `datetime`."""
    cycles, year = divmod(day.year - 1, _CYCLE_YEARS)
    return cycles * _CYCLE_DAYS + date(year + 1, day.month, day.day).toordinal()


def day_of(number: int) -> Day:
    """The day with this ordinal."""
    cycles, rest = divmod(number - 1, _CYCLE_DAYS)
    found = date.fromordinal(rest + 1)
    return Day(cycles * _CYCLE_YEARS + found.year, found.month, found.day)


def weekday(number: int) -> int:
    """The day of the week of an ordinal: 0 is Monday."""
    return (number - 1) % 7


def exact_day(moment: Moment) -> Day | None:
    """The one day that a date names; None where it leaves more than one open, or is in doubt."""
    is_exact = moment.earliest == moment.latest and not (moment.approximate or moment.uncertain)
    return moment.earliest if is_exact else None


def iso(point: Point) -> str | None:
    """A year, month or day of the years 1 to 9999 as ISO 8601 and HTML write it; None for anything else."""
    if point.year not in _FOUR_DIGITS or point.precision not in {Precision.DAY, Precision.MONTH, Precision.YEAR}:
        return None
    parts = (f"{point.year:04}", point.month and f"{point.month:02}", point.day and f"{point.day:02}")
    return "-".join(part for part in parts if part)


def unit(day: Day, precision: Precision) -> Point:
    """The year or month that a day lies in, or the day itself, as `precision` says."""
    if precision is Precision.YEAR:
        return _of_year(day.year, day.year, Precision.YEAR)
    if precision is Precision.MONTH:
        return _of_month(day.year, day.month)
    return Point(Precision.DAY, *day, earliest=day, latest=day)


def on_day(day: Day) -> Moment:
    """A day as a date. One of a year that EDTF writes with a Y has no form there, and is written as the rest."""
    point = unit(day, Precision.DAY)
    sign, year = "-" if day.year < 0 else "", abs(day.year)
    return Moment(f"{sign}{year:04}-{day.month:02}-{day.day:02}", point, point, is_range=False)


def _end_of_range(text: str) -> Point | Bound:
    if text in {Bound.OPEN, Bound.UNKNOWN}:
        return Bound(text)
    if "X" in text:
        raise DateError(text, "a range cannot have unknown digits (that would be EDTF level 2)")
    if "T" in text:
        raise DateError(text, "a range has days at its ends, not times")
    return _point(text)


def _check_range(moment: Moment) -> None:
    if not moment.points:
        raise DateError(moment.written, "a range needs a date at one end")
    if moment.earliest and moment.latest and moment.earliest > moment.latest:
        raise DateError(moment.written, "the range ends before it begins")


def _point(text: str) -> Point:
    if long_year := _LONG_YEAR.fullmatch(text):
        return _of_year(int(long_year[1]), int(long_year[1]), Precision.YEAR)
    match = _DATE.fullmatch(text)
    if match is None or (match["time"] and (match["qualifier"] or match["day"] == "XX")):
        raise DateError(*_diagnose(text))
    point = _unqualified(match["year"], match["month"], match["day"])
    mark = match["qualifier"]
    return replace(point, approximate=mark in {"~", "%"}, uncertain=mark in {"?", "%"})


def _unqualified(year_text: str, month_text: str | None, day_text: str | None) -> Point:
    if year_text == "-0000":
        raise DateError(year_text, "the year 0 has no sign")
    if "X" in year_text:
        if month_text is not None:
            raise DateError(year_text, "a month needs a whole year (unknown digits come last)")
        precision = Precision.CENTURY if year_text.endswith("XX") else Precision.DECADE
        return _of_year(int(year_text.replace("X", "0")), int(year_text.replace("X", "9")), precision)
    year = int(year_text)
    if month_text in {None, "XX"}:
        if day_text not in {None, "XX"}:
            raise DateError(f"XX-{day_text}", "a day needs a month (unknown digits come last)")
        return _of_year(year, year, Precision.YEAR)
    return _in_year(year, int(str(month_text)), day_text)


def _of_year(first: int, last: int, precision: Precision) -> Point:
    return Point(precision, first, None, None, Day(first, 1, 1), Day(last, 12, 31))


def _in_year(year: int, month: int, day_text: str | None) -> Point:
    if month in _SEASON_MONTHS and day_text is None:
        return _season(year, month)
    if not 1 <= month <= _DECEMBER:
        raise DateError(f"{month:02}", "months are 01 to 12, seasons 21 (spring) to 24 (winter), without a day")
    if day_text in {None, "XX"}:
        return _of_month(year, month)
    day = int(str(day_text))
    length = days_in_month(year, month)
    if not 1 <= day <= length:
        raise DateError(f"{day:02}", f"this month has days 01 to {length}")
    return unit(Day(year, month, day), Precision.DAY)


def _of_month(year: int, month: int) -> Point:
    last = Day(year, month, days_in_month(year, month))
    return Point(Precision.MONTH, year, month, None, Day(year, month, 1), last)


def _season(year: int, season: int) -> Point:
    first, last = _SEASON_MONTHS[season]
    end_year, end_month = (year + 1, last - _DECEMBER) if last > _DECEMBER else (year, last)
    end = Day(end_year, end_month, days_in_month(end_year, end_month))
    return Point(Precision.SEASON, year, season, None, Day(year, first, 1), end)


_ADVICE: tuple[tuple[str, Callable[[str], str], str], ...] = (
    (r"\s*", lambda _: "", "there is no date here"),
    (r"\d\d?[./-]\d\d?[./-]\d{4}", str, "write the year first: 2022-01-12"),
    (r"\d{4}[./]\d\d?([./]\d\d?)?", str, "put hyphens between year, month and day: 2022-01-12"),
    (r"[^/]*/[^/]*/.*", str, "a range has two ends: 2022-01-10/2022-01-13"),
    (r"-?\d{4}-\d(-.*)?", lambda t: t.lstrip("-").split("-")[1], "a month has two digits: 01 to 12"),
    (r"-?\d{4}-\d\d-\d", lambda t: t[-1], "a day has two digits: 01 to 31"),
    (r"Y-?\d{13,}", str, "a year of more than twelve digits is beyond this calendar"),
    (r"Y.*", str, "Y is for years of more than four digits, without month or day"),
    (r"-\d*X+.*", str, "a year before 0 cannot have unknown digits"),
    (r"-?\d{5,}", str, "a year of more than four digits begins with Y: Y12000"),
    (r"-?\d{1,3}", str, "a year has four digits: 0987"),
    (r".*\d\d:\d\d.*", str, "a time is written T09:30:00, or left out"),
    (r".*[?~%].+", str, "a mark (? ~ %) stands once, at the end of the date"),
    (r".*X.*", str, "unknown digits are capital X and come last: 202X, 20XX, 2022-XX, 2022-01-XX"),
    (r"\d{4}-\d\d-\d\d.+", lambda t: t[10:], "nothing but a mark (? ~ %) may follow a day"),
)


def _diagnose(text: str) -> tuple[str, str]:
    """The part of a malformed date to name, and why it is wrong."""
    for pattern, part, reason in _ADVICE:
        if re.fullmatch(pattern, text, re.ASCII | re.DOTALL):
            return part(text), reason
    return text, "a date is written 2022, 2022-01 or 2022-01-12 (EDTF level 0 or 1)"
