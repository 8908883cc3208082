"""The pages that list all topics of a side."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from generator.arranged import Side
from generator.model import ActorKind
from generator.render.cards import when_of
from generator.render.edition import Edition
from generator.render.parts import TopicGroup, TopicLine
from generator.render.topics import by_name, span_of
from generator.render.views import Page, TopicsPage
from generator.render.words import actors_of_kind, side_lead, side_name


def index_pages(edition: Edition) -> Iterator[Page]:
    """One page for each side that has topics. A list of none would say nothing, so it has no page and no link."""
    for side, topics in edition.chronology.topics.by_side.items():
        if topics:
            address, make = edition.addresses.topics(side), partial(_index, side, edition)
            yield Page(address, edition.lang, TopicsPage, partial(edition.origins.of_index, side), make)


def _index(side: Side, edition: Edition) -> TopicsPage:
    lead = side_lead(side, edition.language)
    shell = edition.shell(side_name(side, edition.language), edition.addresses.topics(side), lead)
    return TopicsPage(shell, lead, tuple(_GROUPS[side](edition)))


def _actors(edition: Edition) -> Iterator[TopicGroup]:
    actors = edition.gazetteer.actors
    topics = edition.chronology.topics.by_side[Side.ACTORS]
    for kind in ActorKind:
        ids = [id_ for id_ in topics if actors[id_].kind is kind]
        if ids:
            yield TopicGroup(kind.value, actors_of_kind(kind, edition.language), _lines(Side.ACTORS, ids, edition))


def _places(edition: Edition) -> Iterator[TopicGroup]:
    """Places as they lie: those that lie in another stand below it."""
    places = edition.gazetteer.places
    topics = edition.chronology.topics.by_side[Side.PLACES]
    outermost = [id_ for id_ in topics if places[id_].within is None]
    yield TopicGroup(None, None, _lines(Side.PLACES, outermost, edition))


def _periods(edition: Edition) -> Iterator[TopicGroup]:
    """Periods in the order of time, as they come."""
    topics = edition.chronology.topics.by_side[Side.PERIODS]
    yield TopicGroup(None, None, tuple(_line(Side.PERIODS, id_, edition) for id_ in topics))


def _by_name(side: Side, edition: Edition) -> Iterator[TopicGroup]:
    yield TopicGroup(None, None, _lines(side, edition.chronology.topics.by_side[side], edition))


_GROUPS: Mapping[Side, Callable[[Edition], Iterator[TopicGroup]]] = {
    Side.ACTORS: _actors,
    Side.PLACES: _places,
    Side.THEMES: partial(_by_name, Side.THEMES),
    Side.PERIODS: _periods,
    Side.TYPES: partial(_by_name, Side.TYPES),
}


def _lines(side: Side, ids: Iterable[str], edition: Edition) -> tuple[TopicLine, ...]:
    """Topics by name, in the order of the alphabet."""
    names = {edition.label(side, id_): id_ for id_ in ids}
    return tuple(_line(side, names[name], edition) for name in by_name(names))


def _line(side: Side, id_: str, edition: Edition) -> TopicLine:
    topic = edition.chronology.topics.by_side[side][id_]
    placed = topic.placed
    first, last = (when_of(one.entry, edition) for one in (placed[0], placed[-1]))
    return TopicLine(
        name=edition.label(side, id_),
        span=span_of(side, id_, edition),
        count=len(placed),
        first=first,
        last=last if last != first else None,
        inner=_lines(side, topic.inner, edition),
    )
