"""Reads the date that stands above an article, in digits or in words, and never more of it than is certain."""

import re
from dataclasses import dataclass
from functools import cache

from generator.convert.calendar_words import any_of, months, weekdays
from generator.convert.faults import Fault, SeedError
from generator.dates import DateError, parse_lenient
from generator.errors import Code
from generator.moment import Moment

_LABEL = re.compile(r"date(?P<colon>[ \t\xa0]*:)?(?P<gap>\s*)(?=(?P<rest>[^\n]*))", re.IGNORECASE)
_EDTF = re.compile(r"(?:\d{4}-\d\d-\d\d[ T]\d\d?:\d\d(?::\d\d)?Z?(?=\s|$)|(?:\.\./?|[/Y-])*\d\S*)")
_EDTF_ALONE = re.compile(r"(?:-?\d{3,}[-/\dX~?%]*(?:/\.\.)?|\.\./\d{3,}[-\dX~?%]*)[ \t]*")
_DIGITS = re.compile(
    r"(?P<year>\d{4})(?P<by>[./])(?P<month>\d\d?)(?P=by)(?P<day>\d\d?)(?![./\d-])"
    r"|(?P<first>\d\d?)(?P<between>[./-])(?P<second>\d\d?)(?P=between)(?P<last>\d{4})(?![./-]?\d)"
)
_TIME = r"(?:,?\s+(?:(?:à|at|um|a\slas|о|в)\s+)?\d\d?\s?[:hH.]\s?\d\d(?:\s?Uhr)?)?"
_LONGEST_LINE = 80
_TWELVE = 12


@dataclass(frozen=True, slots=True)
class Header:
    """The date of an article, None where it has none, and the text below. `doubt` says what of it is not certain."""

    moment: Moment | None
    text: str
    doubt: Fault | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A date as EDTF, how many characters it takes, and what it may mean besides."""

    edtf: str
    length: int
    readings: tuple[str, ...] = ()


def split_header(text: str) -> Header:
    """The date that the first line is, or begins with after “date”. Raises `SeedError` for an impossible one."""
    start = len(text) - len(text.lstrip())
    label = _LABEL.match(text, start)
    if label and label["gap"] + (label["colon"] or ""):
        is_alone = "\n" in label["gap"]
        found = _read(text, label.end(), is_alone=is_alone)
        if found is None and label["colon"]:
            raise _unreadable(text, start, label["rest"].strip(), "write it 2022, 2022-01 or 2022-01-12")
        return found or Header(None, text)
    return _read(text, start, is_alone=True) or Header(None, text)


def _read(text: str, start: int, *, is_alone: bool) -> Header | None:
    line = text[start : start + _LONGEST_LINE].partition("\n")[0]
    for reader in (_in_words, _in_digits, _as_edtf_alone if is_alone else _as_edtf):
        found = reader(line)
        if found is None or (is_alone and line[found.length :].strip(" \t\xa0,.:;")):
            continue
        written = line[: found.length].strip()
        try:
            moment = parse_lenient(found.edtf)
        except DateError as error:
            raise _unreadable(text, start, written, error.reason) from error
        below = text[start + found.length :].lstrip(",:;.")
        return Header(moment, below, _doubt(text, start, written, found))
    return None


def _unreadable(text: str, at: int, written: str, hint: str) -> SeedError:
    message = f"the header’s date “{written}” cannot be read"
    return SeedError(Fault(Code.INVALID_DATE, message, hint, text.count("\n", 0, at) + 1))


def _doubt(text: str, at: int, written: str, found: _Found) -> Fault | None:
    if not found.readings:
        return None
    either = " or ".join(found.readings)
    message = f"the header’s date “{written}” can be {either}: of it {found.edtf} is certain"
    return Fault(Code.AMBIGUOUS_DATE, message, f"write date: {either} into the entry", text.count("\n", 0, at) + 1)


def _as_edtf(line: str) -> _Found | None:
    match = _EDTF.match(line)
    if match is None:
        return None
    written = match[0].rstrip(",:;")
    written = written if written.endswith("/..") else written.rstrip(".")
    return _Found(written, len(written))


def _as_edtf_alone(line: str) -> _Found | None:
    match = _EDTF_ALONE.fullmatch(line)
    return _Found(match[0].strip(), len(match[0])) if match else None


def _in_digits(line: str) -> _Found | None:
    """A date in digits: the year first, or days before months where full stops part them.

    With other signs between them half of the world writes months before days, so both readings count.
    """
    match = _DIGITS.match(line)
    if match is None:
        return None
    if match["year"]:
        return _Found(_edtf(match["year"], match["month"], match["day"]), match.end())
    day_first = _edtf(match["last"], match["second"], match["first"])
    month_first = _edtf(match["last"], match["first"], match["second"])
    if match["between"] == "." or day_first == month_first or int(match["first"]) > _TWELVE:
        return _Found(day_first, match.end())
    if int(match["second"]) > _TWELVE:
        return _Found(month_first, match.end())
    return _Found(match["last"], match.end(), (day_first, month_first))


def _edtf(year: str, month: str | int, day: str | None) -> str:
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _in_words(line: str) -> _Found | None:
    """A date whose month is a word in one of our languages."""
    for shape in _shapes():
        if match := shape.match(line):
            found = match.groupdict()
            return _Found(_edtf(found["year"], months()[found["month"].casefold()], found.get("day")), match.end())
    return None


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """“mercredi 12 janvier 2022”, “January 12, 2022”, “janvier 2022”."""
    weekday = rf"(?:(?:le|el|am|on)\s+)?(?:(?:{any_of(weekdays())})\.?,?\s+)?(?:(?:le|den|the)\s+)?"
    month = rf"(?P<month>{any_of(months())})\.?"
    day = r"(?P<day>\d\d?)(?:er|º|ª|st|nd|rd|th|\.)?"
    year = r"(?P<year>\d{4})(?!\d)(?:\s?(?:года|року|[гр](?:\.|(?!\w))))?"
    return tuple(
        re.compile(pattern + _TIME, re.IGNORECASE)
        for pattern in (
            rf"{weekday}{day}\s+(?:de\s+|of\s+)?{month},?\s+(?:del?\s+)?{year}",
            rf"{weekday}{month}\s+{day},?\s+{year}",
            rf"{month},?\s+(?:de\s+)?{year}",
        )
    )
