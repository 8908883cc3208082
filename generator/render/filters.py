"""The choices that a reader can narrow the timeline to. Each is a topic, whose page shows the same without scripts."""

from generator.groups import Side
from generator.render.edition import Edition
from generator.render.parts import FilterChoice, FilterGroup
from generator.render.words import side_name
from generator.text import alphabetical

_ORDER = (Side.TYPES, Side.PERIODS, Side.THEMES, Side.PLACES, Side.ACTORS)


def filter_groups(edition: Edition) -> tuple[FilterGroup, ...]:
    """One group for each side that offers a choice."""
    groups = (FilterGroup(side_name(side, edition.language), _choices(side, edition)) for side in _ORDER)
    return tuple(group for group in groups if len(group.choices) > 1)


def _choices(side: Side, edition: Edition) -> tuple[FilterChoice, ...]:
    """Those with most entries first; periods in the order of time."""
    choices = [
        FilterChoice(edition.name(side, id_), f"{side.value}:{id_}", len(topic.placed))
        for id_, topic in edition.chronology.topics.by_side[side].items()
    ]
    if side is not Side.PERIODS:
        choices.sort(key=lambda choice: (-choice.count, alphabetical(choice.name.words)))
    return tuple(choices)
