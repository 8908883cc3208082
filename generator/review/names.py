"""Tells whether a text names somebody that the gazetteer knows."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator

from generator.model import Actor, ActorKind, Gazetteer, Location
from generator.text import slugify

_NO_WORD = re.compile(r"[\W_]+")
_LEAST_SURNAME = 3
_LEAST_STEM, _ENDING = 4, 3


class KnownNames:
    """The names of a gazetteer: those of actors, the beginnings of adjectives of countries (“Russian officials”), and
    those of places, since a capital speaks for its government.

    Capitals of a name are capitals in the text too: “major” is not John Major, the French “un” not the United Nations.
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        actors = gazetteer.actors.values()
        self._actors = [form for actor in actors for form in _forms(actor)]
        self._stems = tuple(stem for actor in actors for stem in _stems(actor))
        self._places = [(place.id, form) for place in gazetteer.places.values() for form in _forms(place)]

    def names_somebody(self, text: str, here: Collection[str]) -> bool:
        """Whether an actor is named, or a place that is none of those `here`, by their ids."""
        words = _in_spaces(text)
        return (
            any(form in words for form in self._actors)
            or any(slugify(word).startswith(self._stems) for word in words.split())
            or any(form in words and place not in here for place, form in self._places)
        )


def _forms(thing: Actor | Location) -> Iterator[str]:
    """What it is called in any language, as written and in capitals; a person also by surname."""
    names = _without_brackets((*thing.name.values(), *thing.variants))
    if isinstance(thing, Actor) and thing.kind is ActorKind.PERSON:
        surnames = (name.split()[-1] for name in _without_brackets(thing.name.values()))
        names += [surname for surname in surnames if len(surname) >= _LEAST_SURNAME]
    for name in map(_in_spaces, names):
        yield from (name, name.upper())


def _stems(actor: Actor) -> Iterator[str]:
    """What words made from a country’s name begin with, such as “russ” and “ameri”. A name of several words gives
    nothing that one word begins with."""
    if actor.kind is ActorKind.COUNTRY:
        for name in map(slugify, _without_brackets((*actor.name.values(), *actor.variants))):
            if len(name) >= _LEAST_STEM:
                yield name[: max(_LEAST_STEM, len(name) - _ENDING)]


def _without_brackets(names: Iterable[str]) -> list[str]:
    """The names without what stands in brackets after them."""
    return [bare for name in names if (bare := name.partition("(")[0].strip())]


def _in_spaces(text: str) -> str:
    """The words with a space on either side of each, whatever else stood between them."""
    words = _NO_WORD.sub(" ", unicodedata.normalize("NFC", text))
    return f" {words.strip()} "
