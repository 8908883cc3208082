"""Reckons dates: from words of time and the article's own day to a day, and to a date no finer than both allow."""

from dataclasses import dataclass

from generator.convert.grammars.when import Calendar, Decade, Span, Turn, Units, When
from generator.convert.reading.dated import FIRST_SEASON, between, dated
from generator.convert.reading.own_day import Ordinals, OwnDay
from generator.convert.reading.relative import relative
from generator.convert.reading.written import written_date, written_span
from generator.moment import Precision


@dataclass(frozen=True, slots=True)
class Reckoned:
    """`day` counts from the article's own day, where the words fix it; `span` is None where nothing can be said.

    `written` is the span in EDTF; a decade has no more than that. `fault` says what is wrong with the words.
    """

    day: int | None
    span: Ordinals | None
    written: str | None
    fault: str | None = None


NOTHING = Reckoned(None, None, None)


def reckon(when: When, turn: Turn, own: OwnDay) -> Reckoned:
    """Reckon the time that words name. Raises `ImpossibleDateError`."""
    if isinstance(when, Decade):
        return Reckoned(None, None, f"{when.year // 10}X")
    if isinstance(when, Span):
        return _fixed(between(when, turn, own), own)
    if isinstance(when, Calendar) and (when.year or when.month):
        return _of_date(when, turn, own)
    return _relative(when, turn, own)


def _of_date(when: Calendar, turn: Turn, own: OwnDay) -> Reckoned:
    """A date that names a month or a year."""
    span = dated(when, turn, own)
    if when.year and when.month and when.month >= FIRST_SEASON:
        return Reckoned(None, span, f"{when.year}-{when.month}")
    return _fixed(span, own)


def _fixed(span: Ordinals | None, own: OwnDay) -> Reckoned:
    if span is None:
        return NOTHING
    is_fixed = span[0] == span[1] and own.is_given and len(own.days) == 1
    return Reckoned(span[0] - own.days[0] if is_fixed else None, span, written_date(span))


def _relative(when: When, turn: Turn, own: OwnDay) -> Reckoned:
    """A time that hangs on the article's own day: for each day that this may be."""
    spans = [relative(when, turn, day, is_sure=not own.is_anchored) for day in own.days]
    known = [span for span in spans if span]
    if not known or len(known) < len(spans):
        return NOTHING
    offsets = {(first - day, last - day) for day, (first, last) in zip(own.days, known, strict=True)}
    first, last = next(iter(offsets))
    day = first if len(offsets) == 1 and first == last else None
    if not own.is_given:
        return Reckoned(day, None, None)
    hull = min(first for first, _ in known), max(last for _, last in known)
    is_rough = isinstance(when, Units) and when.slack > 0 and own.precision is Precision.DAY
    return Reckoned(day, hull, written_span(hull, Precision.MONTH if is_rough else own.precision))
