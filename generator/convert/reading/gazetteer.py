"""Looks up the names that the gazetteer knows, and the offices that people held on a day."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from generator.convert.grammars.grammar import Grammar
from generator.convert.reading.article import fold
from generator.languages import Language
from generator.model import Actor, ActorKind, Gazetteer, Role
from generator.moment import Moment


class Kind(Enum):
    """What a name names."""

    PERSON = "person"
    SURNAME = "surname"
    BODY = "body"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a folded text, and the ids it may stand for."""

    start: int
    end: int
    kind: Kind
    ids: tuple[str, ...]


_WORD = re.compile(r"\w+")
_WORD_OF_OFFICE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\.)?")
_LEAST_SURNAME = 3


class Lookup:
    """The names of a gazetteer, as one language meets them. The longest name at a position is found."""

    def __init__(self, gazetteer: Gazetteer, grammar: Grammar) -> None:
        self._grammar = grammar
        self._forms: dict[str, list[tuple[str, Kind]]] = defaultdict(list)
        self._ids: dict[tuple[str, Kind], dict[str, None]] = defaultdict(dict)
        self._actors = gazetteer.actors
        for actor in gazetteer.actors.values():
            self._add_actor(actor)
        for place in gazetteer.places.values():
            for name in (*place.name.values(), *place.variants):
                self._add(name, Kind.PLACE, place.id)
        for forms in self._forms.values():
            forms.sort(key=lambda form: -len(form[0]))
        self._countries = self._demonyms()
        self._offices = self._read_offices()

    def find(self, plain: str) -> list[Named]:
        """All names in a folded text, in order. One name may be of several kinds; it is then listed for each."""
        text = _spaced(plain)
        found: list[Named] = []
        end = 0
        for word in _WORD.finditer(text):
            if word.start() >= end and (forms := self._forms.get(word[0].lower())):
                here = list(self._at(text, word.start(), forms))
                found += here
                end = max((named.end for named in here), default=end)
        return found

    def holder(self, phrase: str, day: Moment | None) -> str | None:
        """The only person who held an office on all days that `day` may be; the phrase may name it otherwise."""
        if day is None:
            return None
        holders = {id_ for id_, role in self._offices.get(self._office(phrase), ()) if _covers(role, day)}
        return holders.pop() if len(holders) == 1 else None

    def has_office(self, id_: str, phrase: str) -> bool:
        """Whether any office of a person is called by a phrase such as “ministre” or “ministre russe”."""
        roles = self._actors[id_].roles if id_ in self._actors else ()
        parts = [part for role in roles for part in role.office.get(self._grammar.code, "").split(";")]
        return any(self._office(phrase) <= self._office(part) for part in parts)

    def _add_actor(self, actor: Actor) -> None:
        names = (*actor.name.values(), *actor.variants)
        if actor.kind is not ActorKind.PERSON:
            for name in names:
                self._add(name, Kind.BODY, actor.id)
            return
        for name in names:
            self._add(name, Kind.PERSON if re.search(r"\s", name) else Kind.SURNAME, actor.id)
        for name in actor.name.values():
            surname = name.rpartition(" ")[2]
            if len(surname) >= _LEAST_SURNAME:
                self._add(surname, Kind.SURNAME, actor.id)

    def _add(self, name: str, kind: Kind, id_: str) -> None:
        form = _spaced(fold(name)).strip()
        first = _WORD.search(form)
        if first:
            if not self._ids[form, kind]:
                self._forms[first[0].lower()].append((form, kind))
            self._ids[form, kind][id_] = None

    def _at(self, text: str, start: int, forms: Iterable[tuple[str, Kind]]) -> Iterator[Named]:
        """The names that begin at a position: those of the longest form."""
        longest = 0
        for form, kind in forms:
            if len(form) < longest:
                break
            end = start + len(form)
            if text[start:end] in (form, form[0].upper() + form[1:]) and not text[end : end + 1].isalnum():
                longest = len(form)
                yield Named(start, end, kind, tuple(self._ids[form, kind]))

    def _demonyms(self) -> dict[str, str]:
        """Adjectives of countries, and the id of the country."""
        language = Language(self._grammar.code)
        names = {name: id_ for (name, kind), ids in self._ids.items() for id_ in ids if kind is Kind.BODY}
        territories = {
            form: _spaced(fold(language.territory(code))) for form, code in self._grammar.names.demonyms.items()
        }
        return {form: names[territory] for form, territory in territories.items() if territory in names}

    def _read_offices(self) -> dict[frozenset[str], list[tuple[str, Role]]]:
        offices: dict[frozenset[str], list[tuple[str, Role]]] = defaultdict(list)
        for actor in self._actors.values():
            for role in actor.roles:
                for part in role.office.get(self._grammar.code, "").split(";"):
                    offices[self._office(part)].append((actor.id, role))
        offices.pop(frozenset(), None)
        return dict(offices)

    def _office(self, phrase: str) -> frozenset[str]:
        """The words of an office that count, with countries and organisations by id, in whatever order."""
        plain = self._grammar.names.in_own_words(fold(phrase))
        ids = set()
        for named in reversed([named for named in self.find(plain) if named.kind is Kind.BODY]):
            ids.add(named.ids[0])
            plain = plain[: named.start] + " " * (named.end - named.start) + plain[named.end :]
        words = set(_WORD_OF_OFFICE.findall(plain.lower())) - self._grammar.names.function_words
        return frozenset(ids.union(self._countries.get(word, word) for word in words))


def _spaced(plain: str) -> str:
    """Hyphens and dashes as spaces, since spellings differ in them."""
    return re.sub(r"[-–—]", " ", plain)


def _covers(role: Role, day: Moment) -> bool:
    first, last = day.earliest, day.latest
    if first is None or last is None or role.start is None or role.start.latest is None:
        return False
    ended = role.end.earliest if role.end else None
    return role.start.latest <= first and (ended is None or last <= ended)
