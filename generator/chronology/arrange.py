"""The room's one door: puts entries in order, and finds what follows from one for another."""

from collections.abc import Iterable, Mapping, Sequence

from generator.arranged import Chronology, Contradiction, Placed, Report, Resolution
from generator.chronology.calendar import Calendar
from generator.chronology.grouping import group_by_year
from generator.chronology.order import sort_key
from generator.chronology.reported import articles_on, reported_events
from generator.chronology.reports import group_reports
from generator.chronology.resolve import resolve
from generator.chronology.sequences import sequence_steps
from generator.chronology.topics import topics
from generator.model import Entry, Gazetteer
from generator.moment import Moment


def arrange(entries: Iterable[Entry], gazetteer: Gazetteer) -> Chronology:
    """The chronology of the entries. Their order as given does not matter.

    An article whose day follows from other entries stands on that day. Articles that report the same event stand once,
    with each other.

    Groups are parts of the one chain: read from the top, they tell the same order. None is finer than the date of what
    stands in it, so a season is a group beside the months, and a decade or century one beside the years.
    """
    given = sorted(entries, key=sort_key)
    calendar = Calendar(given, gazetteer)
    found = [resolve(entry, calendar) for entry in given]
    resolutions = {entry.slug: one for entry, one in zip(given, found, strict=True) if isinstance(one, Resolution)}
    days = {slug: resolution.moment for slug, resolution in resolutions.items()}

    def moment_of(entry: Entry) -> Moment:
        return days.get(entry.slug, entry.moment)

    everything = sorted(given, key=lambda entry: sort_key(entry, moment_of(entry)))
    placed = _placed(everything, group_reports(everything, days, gazetteer))
    reported = reported_events(everything, resolutions, calendar)
    return Chronology(
        placed=placed,
        years=group_by_year(placed, moment_of),
        resolutions=resolutions,
        contradictions=tuple(one for one in found if isinstance(one, Contradiction)),
        reported=reported,
        articles=articles_on(everything, reported),
        sequences=sequence_steps(everything, moment_of, reported),
        topics=topics(placed, moment_of, gazetteer),
    )


def _placed(entries: Sequence[Entry], reports: Mapping[str, tuple[Report, ...]]) -> tuple[Placed, ...]:
    elsewhere = {report.entry.slug for found in reports.values() for report in found}
    ordered = [entry for entry in entries if entry.slug not in elsewhere]
    before = [None, *ordered[:-1]]
    after = [*ordered[1:], None]
    return tuple(map(Placed, ordered, before, after, (reports.get(entry.slug, ()) for entry in ordered)))
