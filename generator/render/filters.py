"""The choices that a reader can narrow the timeline to. Each is a topic, whose page shows the same without scripts."""

from collections.abc import Iterable, Mapping

from generator.arranged import Side
from generator.model import Entry
from generator.render.edition import Edition
from generator.render.parts import FilterChoice, FilterGroup
from generator.render.words import side_name
from generator.text import alphabetical

_ORDER = (Side.TYPES, Side.PERIODS, Side.THEMES, Side.PLACES, Side.ACTORS)


def filter_groups(edition: Edition) -> tuple[FilterGroup, ...]:
    """One group for each side that offers a choice."""
    groups = (FilterGroup(side_name(side, edition.language), _choices(side, edition)) for side in _ORDER)
    return tuple(group for group in groups if len(group.choices) > 1)


def facets(entry: Entry, edition: Edition) -> str:
    """All that an entry can be found by, as `side:id`, with a space between them."""
    places = (outer for place in entry.places for outer in edition.gazetteer.around(place))
    sides: Mapping[Side, Iterable[str]] = {
        Side.TYPES: (entry.type.value,),
        Side.ACTORS: entry.actors,
        Side.PLACES: dict.fromkeys(places),
        Side.THEMES: entry.themes,
        Side.PERIODS: edition.chronology.topics.periods_of.get(entry.slug, ()),
    }
    return " ".join(f"{side.value}:{id_}" for side, ids in sides.items() for id_ in ids)


def _choices(side: Side, edition: Edition) -> tuple[FilterChoice, ...]:
    """Those with most entries first; periods in the order of time."""
    choices = [
        FilterChoice(edition.label(side, id_), len(topic.placed))
        for id_, topic in edition.chronology.topics.by_side[side].items()
    ]
    if side is not Side.PERIODS:
        choices.sort(key=lambda choice: (-choice.count, alphabetical(choice.name.words)))
    return tuple(choices)
