"""Dates as blogs write them, in digits or in English words, as EDTF."""

import re

from generator.dates import DateError, parse
from generator.intake.when import Dated

_ZONE = r"(?P<utc>Z|UTC|GMT)?(?P<offset>[+-]\d\d:?(?:\d\d)?)?(?P<zone>[a-z_/]{2,40})?(?: ?\([^()]*\))?"
_TIME = rf"(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d)(?P<rest>[.,]\d+)?)?\s*(?P<half>[ap]m\b)?\s*{_ZONE}"
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d\d?)(?:[snrt][tdh])?"
_FORMS = [
    re.compile(rf"{date}(?:(?:\s*,\s*|\s+at\s+|[Tt]\s*|\s+|-)(?:{_TIME})?)?", re.IGNORECASE)
    for date in (
        r"(?P<year>\d{4})(?:[-/.](?P<month>\d\d?)(?:[-/.](?P<day>\d\d?))?)?",
        r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)",
        rf"(?:[a-z]+\.?,?\s+)?{_MONTH}\s+(?:{_DAY},?\s+)?(?P<year>\d{{4}})",
        rf"(?:[a-z]+\.?,?\s+)?{_DAY}[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})",
    )
]
_MOMENTS = re.compile(r"(?:git )?(?:created|last modified)", re.IGNORECASE)
_HALF_A_DAY = 12


def read_day(text: str) -> Dated:
    """The date, with its time where it has one: midnight sharp is what programs write for none. Raises `DateError`."""
    if _MOMENTS.fullmatch(text):
        raise DateError(text, "Eleventy asks the disk or git for it; write the day: 2022-01-12")
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        raise DateError(text, "write the year first: 2022-01-12")
    parts = found.groupdict()
    point = _point(parts)
    time = _time(parts) if parts["hour"] and parts.get("day") else ""
    lost = [f"the zone {parts['zone']}"] if time and parts["zone"] else []
    lost += ["the fraction of a second"] if time and (parts["rest"] or "").strip(".,0") else []
    edtf = f"{point}T{time}{_offset(parts)}" if time else point
    parse(edtf)
    return Dated(edtf, tuple(lost))


def _point(parts: dict[str, str | None]) -> str:
    """The day, month or year. A month or day of 0 is none, as some write what they leave open."""
    name = parts.get("name")
    if not int(parts["year"] or 0):
        raise DateError(str(parts["year"]), "there is no year 0")
    month = _MONTHS.index(name.lower()) + 1 if name else int(parts.get("month") or 0)
    day = int(parts.get("day") or 0)
    numbers = [f"{number:02}" for number in ((month, day) if month else ()) if number]
    return "-".join([str(parts["year"]), *numbers])


def _time(parts: dict[str, str | None]) -> str:
    """The time, its missing seconds as 00; empty at midnight."""
    hour = int(parts["hour"] or 0)
    if half := parts["half"]:
        hour = hour % _HALF_A_DAY + (_HALF_A_DAY if half.lower() == "pm" else 0)
    time = f"{hour:02}:{parts['minute']}:{parts['second'] or '00'}"
    return "" if time == "00:00:00" else time


def _offset(parts: dict[str, str | None]) -> str:
    """The zone as EDTF writes it, where it is a number."""
    if offset := parts["offset"]:
        digits = re.sub(r"\D", "", offset).ljust(4, "0")
        return f"{offset[0]}{digits[:2]}:{digits[2:]}"
    return "Z" if parts["utc"] else ""
