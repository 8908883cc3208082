"""Makes events of the words of time: what happens, where, on which day, and whether it took place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.convert.grammars.grammar import Verbs
from generator.convert.grammars.when import Beside, Calendar, Days, Decade, Span, Turn, Unit, Units, Weekday, When
from generator.convert.reading.article import Paragraph, Sentence
from generator.convert.reading.dated import ImpossibleDateError
from generator.convert.reading.mentions import Mention
from generator.convert.reading.own_day import OwnDay
from generator.convert.reading.places import Places
from generator.convert.reading.reckoning import NOTHING, Reckoned, reckon
from generator.convert.reading.status import Reading, read_status
from generator.convert.reading.written import written_span
from generator.model import EventStatus
from generator.text import shorten, squeeze

_LONGEST_CLAUSE = 240
_YEAR = 366
_LEAD_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Reported:
    """A mention that the article makes an event of, with the rules that led there."""

    mention: Mention
    said: str
    what: str
    place: str | None
    day: int | None
    date: str | None
    status: EventStatus
    rules: tuple[str, ...]
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """A mention with its sentence and what the verb says of it."""

    mention: Mention
    paragraph: Paragraph
    sentence: Sentence
    reading: Reading


def read_mentions(paragraphs: Sequence[Paragraph], mentions: Sequence[Mention], verbs: Verbs) -> list[Told]:
    """What the verb says of each mention."""
    told = []
    for mention in mentions:
        paragraph = paragraphs[mention.paragraph]
        sentence = paragraph.sentence_at(mention.start)
        text = paragraph.narration[sentence.start : sentence.end]
        reading = read_status(text, mention.start - sentence.start, mention.end - sentence.start, verbs)
        told.append(Told(mention, paragraph, sentence, reading))
    return told


def dated_by(dateline: Sequence[Mention], own: OwnDay) -> OwnDay:
    """The article's own day as the line before its first sentence gives it: “BRUSSELS, Jan 12 (Reuters) -”."""
    for mention in dateline:
        try:
            reckoned = reckon(mention.when, Turn.PAST, own)
        except ImpossibleDateError:
            continue
        if reckoned.span and reckoned.span[0] == reckoned.span[1]:
            own = own.within(reckoned.span)
    return own


def anchor(own: OwnDay, told: Sequence[Told]) -> OwnDay:
    """The article's own day as far as its text fixes it.

    Where the header gives no day and the text never says “today”, the day of the week on which the opening's news
    took place stands for it: the events of the article are counted from there.
    """
    if len(own.days) == 1 or any(isinstance(each.mention.when, Days) for each in told):
        return own
    for each in told:
        if each.mention.paragraph >= _LEAD_PARAGRAPHS:
            return own
        when = each.mention.when
        if isinstance(when, Weekday) and not when.skips_today and each.reading.turn is Turn.PAST:
            return own.on_weekday(when.weekday)
    return own


def report(told: Sequence[Told], own: OwnDay, places: Places) -> Iterator[Reported]:
    """The events of an article in the order of its text."""
    before = NOTHING
    is_another_year = False
    for each in told:
        is_told_then = is_another_year and each.reading.turn is not Turn.FUTURE
        reckoned = NOTHING if is_told_then and _lacks_year(each.mention.when) else _reckon(each, own, before)
        is_another_year = _is_another_year(each.mention.when, own, otherwise=is_another_year)
        status = _status(each, reckoned, own)
        yield _reported(each, reckoned, status, _place(each, told, status, places))
        before = reckoned if each.reading.status is EventStatus.HAPPENED else NOTHING


def _reported(each: Told, reckoned: Reckoned, status: EventStatus, place: str | None) -> Reported:
    text, mention = each.paragraph.text, each.mention
    return Reported(
        mention=mention,
        said=text[mention.start : mention.end],
        what=shorten(squeeze(text[each.sentence.start : each.sentence.end]), _LONGEST_CLAUSE),
        place=place,
        day=reckoned.day,
        date=reckoned.written,
        status=status,
        rules=(mention.rule, each.reading.cue),
        fault=reckoned.fault,
    )


def _lacks_year(when: When) -> bool:
    """Whether words leave it to the text around them which year is meant: “in July”, “at the end of the year”."""
    if isinstance(when, Span):
        return _lacks_year(when.last)
    if isinstance(when, Units):
        return not when.count and when.unit in {Unit.YEAR, Unit.MONTH}
    return isinstance(when, Calendar) and when.year is None and when.turn is Turn.OPEN


def _is_another_year(when: When, own: OwnDay, *, otherwise: bool) -> bool:
    """Whether the text tells of an earlier year from here on, until it speaks of its own days again."""
    if isinstance(when, Decade):
        return True
    last = when.last if isinstance(when, Span) else when
    if isinstance(last, Calendar):
        year = last.year
        return own.is_before(year) if year else otherwise
    return otherwise and isinstance(when, Beside)


def _reckon(each: Told, own: OwnDay, before: Reckoned) -> Reckoned:
    """The time of a mention; `before` is that of the mention before it, where this took place."""
    when = each.mention.when
    if isinstance(when, Beside):
        return _beside(when, own, before)
    try:
        return reckon(when, each.reading.turn, own)
    except ImpossibleDateError as error:
        written = written_span(error.span, own.precision) if error.span else None
        return Reckoned(None, error.span, written, str(error))


def _beside(when: Beside, own: OwnDay, before: Reckoned) -> Reckoned:
    if before.day is None or when.days is None:
        return NOTHING
    span = (before.span[0] + when.days, before.span[1] + when.days) if before.span else None
    return Reckoned(before.day + when.days, span, written_span(span, own.precision) if span else None)


def _status(each: Told, reckoned: Reckoned, own: OwnDay) -> EventStatus:
    """What the verb says, unless the words or the date say that it lies ahead or long ago."""
    reading, when = each.reading, each.mention.when
    sides = {_side(when, reckoned), own.side_of(reckoned.span)}
    if reading.status in {None, EventStatus.HAPPENED} and Turn.FUTURE in sides:
        return reading.plan
    is_old = reckoned.span is not None and own.is_given and own.days[0] - reckoned.span[1] > _YEAR
    if is_old and reading.status is not EventStatus.NEGATED:
        return EventStatus.BACKGROUND
    if isinstance(when, Decade):
        return EventStatus.BACKGROUND
    if reading.status is EventStatus.PLANNED and reading.turn is Turn.FUTURE and Turn.PAST in sides:
        return EventStatus.HAPPENED
    return reading.status or EventStatus.HAPPENED


def _side(when: When, reckoned: Reckoned) -> Turn:
    """On which side of the article's day the words themselves put something."""
    if isinstance(when, (Weekday, Calendar, Units)) and when.turn is not Turn.OPEN:
        return when.turn
    count = when.days if isinstance(when, Days) else when.count if isinstance(when, Units) else reckoned.day
    if not count:
        return Turn.OPEN
    return Turn.FUTURE if count > 0 else Turn.PAST


def _place(each: Told, told: Sequence[Told], status: EventStatus, places: Places) -> str | None:
    """Where it took place: as its own sentence says; for the opening's news, as the text says before another time."""
    here = places.nearest(each.mention.paragraph, each.sentence, each.mention.end)
    if here or each is not told[0] or status is not EventStatus.HAPPENED:
        return here
    other = next((other for other in told[1:] if other.mention.when != Beside(None)), None)
    end = (other.mention.paragraph, other.sentence.start) if other else (_LEAD_PARAGRAPHS, 0)
    return places.last_before((each.mention.paragraph, each.sentence.start), end)


def is_now(each: Told) -> bool:
    """Whether “today” tells a day: beside a verb that does not say when, it only means “nowadays”."""
    return each.mention.when != Days(0) or each.reading.status is not None
