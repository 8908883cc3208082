"""Shows the chronology from its sides: each actor, place, theme and period with its entries.

An entry belongs to what it names, to the places around those it names, and to every period it can share a day with:
2022 may be any part of 2022, and an end that is open has no limit. All entries count, each report of an event too.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from generator.arranged import Placed, Side, Topic, Topics
from generator.chronology.grouping import group_by_year
from generator.chronology.order import moment_key, sort_key
from generator.model import Entry, Gazetteer
from generator.moment import Moment


def topics(placed: Iterable[Placed], moment_of: Callable[[Entry], Moment], gazetteer: Gazetteer) -> Topics:
    """All that has entries, from each side. An entry stands at its moment, as in the whole chronology."""
    reports = (one for event in placed for one in event.articles)
    articles = sorted(reports, key=lambda one: sort_key(one.entry, moment_of(one.entry)))
    spans = _spans(gazetteer)
    periods_of = {one.entry.slug: _periods(moment_of(one.entry), spans) for one in articles}

    def by_id(ids: Callable[[Entry], Iterable[str]]) -> dict[str, Topic]:
        found = _collect(articles, ids).items()
        return {id_: Topic(id_, tuple(ones), partial(group_by_year, ones, moment_of)) for id_, ones in found}

    by_side = {
        Side.ACTORS: by_id(lambda entry: entry.actors),
        Side.PLACES: _nested(by_id(lambda entry: _around(entry, gazetteer)), gazetteer),
        Side.THEMES: by_id(lambda entry: entry.themes),
        Side.PERIODS: _overlapping(by_id(lambda entry: periods_of[entry.slug]), spans),
        Side.TYPES: by_id(lambda entry: (entry.type.value,)),
    }
    return Topics(by_side, periods_of)


def _spans(gazetteer: Gazetteer) -> dict[str, Moment]:
    """From when to when each period is, in the order of time."""
    spans = {period.id: period.span for period in gazetteer.periods.values()}
    return dict(sorted(spans.items(), key=lambda item: (moment_key(item[1]), item[0])))


def _periods(moment: Moment, spans: Mapping[str, Moment]) -> tuple[str, ...]:
    return tuple(id_ for id_, span in spans.items() if span.meets(moment))


def _around(entry: Entry, gazetteer: Gazetteer) -> Iterable[str]:
    return (outer for place in entry.places for outer in gazetteer.around(place))


def _collect(articles: Iterable[Placed], ids: Callable[[Entry], Iterable[str]]) -> Mapping[str, list[Placed]]:
    """The entries by each of their ids, once where an id comes twice."""
    found: dict[str, list[Placed]] = defaultdict(list)
    for one in articles:
        for id_ in dict.fromkeys(ids(one.entry)):
            found[id_].append(one)
    return found


def _nested(places: Mapping[str, Topic], gazetteer: Gazetteer) -> dict[str, Topic]:
    """Places, with those that lie in each."""
    inner: dict[str, list[str]] = defaultdict(list)
    for id_ in places:
        _, *outer = gazetteer.around(id_)
        for place in outer[:1]:
            inner[place].append(id_)
    return {id_: replace(place, inner=tuple(inner[id_])) for id_, place in places.items()}


def _overlapping(periods: Mapping[str, Topic], spans: Mapping[str, Moment]) -> dict[str, Topic]:
    """Periods in the order of time. Each may overlap any other, so all pairs are looked at."""
    found = {id_: span for id_, span in spans.items() if id_ in periods}
    return {
        id_: replace(
            periods[id_], overlapping=tuple(other for other in found if other != id_ and found[other].meets(span))
        )
        for id_, span in found.items()
    }
