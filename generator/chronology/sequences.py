"""Puts the steps of sequences in order, those too that only an article tells of."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.arranged import ReportedEvent, SequenceStep
from generator.chronology.reported import Reported
from generator.dates import exact_day, ordinal
from generator.model import Entry
from generator.moment import Moment


@dataclass(frozen=True, slots=True)
class _Leg:
    """A step before it knows its distance. `day` is its ordinal, `offset` counts from the own day of an article."""

    entry: Entry
    number: int | None
    event: ReportedEvent | None
    day: int | None
    article: str | None = None
    offset: int | None = None


def sequence_steps(
    entries: Iterable[Entry], moment_of: Callable[[Entry], Moment], reported: Reported
) -> Mapping[str, tuple[SequenceStep, ...]]:
    """The steps of each sequence by its id: in the order of their numbers, of one number in that of the entries.

    An article that is a step, or whose own event is told by one, may tell of steps that no entry tells: events with a
    place, some days before or after. They stand among the others by their day.
    """
    legs: dict[str, list[_Leg]] = defaultdict(list)
    found = list(entries)
    for entry in found:
        for step in entry.steps:
            legs[step.sequence].append(_Leg(entry, step.number, None, _number(moment_of(entry)), entry.slug, 0))
    for each in legs.values():
        each.sort(key=lambda leg: leg.number or 0)
    for article in found:
        for id_ in _sequences_of(article, reported):
            for leg in _told(article, reported):
                _insert(leg, legs[id_])
    return {id_: tuple(_steps(each)) for id_, each in legs.items()}


def _sequences_of(article: Entry, reported: Reported) -> Iterator[str]:
    own = (event.entry for event in reported.get(article.slug, ()) if event.event.day == 0 and event.entry)
    steps = (step for entry in (article, *own) for step in entry.steps)
    yield from dict.fromkeys(step.sequence for step in steps)


def _told(article: Entry, reported: Reported) -> Iterator[_Leg]:
    """The steps that an article alone tells of, by their distance from its own day."""
    events = [each for each in reported.get(article.slug, ()) if each.event.day and each.event.place]
    for each in sorted(events, key=lambda each: each.event.day or 0):
        if each.entry is None and each.event.is_told:
            yield _Leg(article, None, each, _number(each.moment), article.slug, each.event.day)


def _insert(leg: _Leg, legs: list[_Leg]) -> None:
    """Put a step before the first later one; one that another article has told of already is left out."""
    if any(_is_same(leg, other) for other in legs):
        return
    later = (index for index, other in enumerate(legs) if (distance := _days(leg, other)) is not None and distance > 0)
    legs.insert(next(later, len(legs)), leg)


def _is_same(leg: _Leg, other: _Leg) -> bool:
    """Whether two articles tell of one event: in the same place, on the same day."""
    places = {each.event.event.place for each in (leg, other) if each.event}
    return other.event is not None and len(places) == 1 and _days(leg, other) == 0


def _steps(legs: list[_Leg]) -> Iterator[SequenceStep]:
    for before, leg in pairwise([None, *legs]):
        if leg:
            yield SequenceStep(leg.entry, leg.number, leg.event, _days(before, leg) if before else None)


def _days(leg: _Leg, later: _Leg) -> int | None:
    """Days from one step to another: by their days where both are known, else as one article counts them."""
    if leg.day is not None and later.day is not None:
        return later.day - leg.day
    if leg.article and leg.article == later.article and leg.offset is not None and later.offset is not None:
        return later.offset - leg.offset
    return None


def _number(moment: Moment | None) -> int | None:
    day = exact_day(moment) if moment else None
    return ordinal(day) if day else None
