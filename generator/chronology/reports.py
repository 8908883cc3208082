"""Finds articles that report the same event, so that it stands once in the chronology with all its reports.

Two articles report the same event when the days of what they open with can be equal, and either the places are the same
(one may lie in the other) and they name a person in common, or all people that one names are among those of the other,
two at least. An article that fits two events is left by itself. Nothing of this is written to the files: it follows
from the entries that there are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.arranged import Likeness, Report
from generator.chronology.order import Key, sort_key
from generator.model import ActorKind, Entry, EntryType, Event, EventStatus, Gazetteer
from generator.moment import SCALE, Moment

_COMPANY = 2


def group_reports(
    entries: Iterable[Entry], days: Mapping[str, Moment], gazetteer: Gazetteer
) -> Mapping[str, tuple[Report, ...]]:
    """By slug of the entry that stands in the chronology, the other reports of its event.

    `days` are those that articles were resolved to.

    What tells of it as past stands before what announces it, then the more exact one.
    """
    openings = [opening for entry in entries if (opening := _opening(entry, days.get(entry.slug), gazetteer))]
    openings.sort(key=_rank)
    crowd = _Crowd(gazetteer)
    reports: dict[str, list[Report]] = defaultdict(list)
    for opening in openings:
        found = crowd.alike(opening)
        if found is None:
            crowd.add(opening)
        else:
            leader, likeness = found
            reports[leader.entry.slug].append(Report(opening.entry, likeness))
    return {slug: tuple(sorted(found, key=lambda each: sort_key(each.entry))) for slug, found in reports.items()}


@dataclass(frozen=True, slots=True)
class _Opening:
    """What an article opens with: the event of its own day, else the first that it dates."""

    entry: Entry
    moment: Moment
    place: str | None
    people: frozenset[str]
    is_past: bool


def _opening(entry: Entry, day: Moment | None, gazetteer: Gazetteer) -> _Opening | None:
    event = _main_event(entry)
    if entry.type is not EntryType.ARTICLE or event is None:
        return None
    actors = (gazetteer.actors[id_] for id_ in entry.actors if id_ in gazetteer.actors)
    people = frozenset(actor.id for actor in actors if actor.kind is ActorKind.PERSON)
    moment = (day if event.day == 0 else None) or event.date or entry.moment
    return _Opening(entry, moment, event.place, people, event.status is EventStatus.HAPPENED)


def _rank(opening: _Opening) -> tuple[bool, int, Key]:
    return not opening.is_past, -SCALE[opening.moment.precision], sort_key(opening.entry)


def _main_event(entry: Entry) -> Event | None:
    told = [event for event in entry.events if event.is_told]
    own = next((event for event in told if event.day == 0), None)
    return own or next((event for event in told if event.date), None)


@dataclass(frozen=True, slots=True)
class _Crowd:
    """The articles that stand in the chronology, by the people they name."""

    gazetteer: Gazetteer
    _by_person: dict[str, list[_Opening]] = field(default_factory=lambda: defaultdict(list))

    def add(self, opening: _Opening) -> None:
        for person in opening.people:
            self._by_person[person].append(opening)

    def alike(self, opening: _Opening) -> tuple[_Opening, Likeness] | None:
        """The article that reports the same event, and by what that is told; None where two fit."""
        others = {other.entry.slug: other for person in opening.people for other in self._by_person[person]}
        found = [(other, likeness) for other in others.values() if (likeness := self._likeness(opening, other))]
        return found[0] if len(found) == 1 else None

    def _likeness(self, one: _Opening, other: _Opening) -> Likeness | None:
        if not one.moment.meets(other.moment):
            return None
        if one.place and other.place:
            around = self.gazetteer.around
            is_one_place = one.place in around(other.place) or other.place in around(one.place)
            return Likeness.PLACE if is_one_place else None
        fewer, more = sorted((one.people, other.people), key=len)
        return Likeness.PARTICIPANTS if len(fewer) >= _COMPANY and fewer <= more else None
