"""The room's inner door: reads an article, and says what it tells of whom, when and where, and in whose words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from generator.convert.boilerplate import boilerplate
from generator.convert.dateline import split_dateline
from generator.convert.grammars import grammar_of
from generator.convert.grammars.grammar import Grammar, Verbs
from generator.convert.reading.article import Paragraph, lay_out
from generator.convert.reading.events import Reported, anchor, dated_by, is_now, read_mentions, report
from generator.convert.reading.gazetteer import Kind, Lookup, Named
from generator.convert.reading.mentions import Mention, find_mentions
from generator.convert.reading.own_day import OwnDay, own_day
from generator.convert.reading.people import People, Person
from generator.convert.reading.places import Places
from generator.convert.reading.quotes import Quotation, QuoteReader
from generator.convert.reading.speakers import Speakers
from generator.model import Gazetteer
from generator.moment import Moment

LONGEST = 5000
_PIECE = re.compile(rf"(?s).{{1,{LONGEST}}}(?:(?<=[.!?…»”\"])\s|\Z)|.{{1,{LONGEST}}}(?:\s|\Z)|.{{1,{LONGEST}}}")
"""A paragraph, or as much of a longer one as is read at a time: to the end of a sentence, or of a word.

What stands in a paragraph is looked for all over it, so that one of a megabyte would take minutes.
"""


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name where it stands in its paragraph: what it names, by id or as written."""

    start: int
    end: int
    who: str
    rule: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What an article says. `actors` and `places` are ids in the order of the text."""

    paragraphs: tuple[Paragraph, ...]
    events: tuple[Reported, ...]
    quotes: tuple[Quotation, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    unknown: tuple[str, ...]
    """Capitalised names that the gazetteer lacks."""
    ambiguous: dict[str, tuple[str, ...]]
    """Surnames with the ids they may stand for."""
    names: tuple[tuple[FoundName, ...], ...]
    """The names of each paragraph."""


class Reader:
    """Reads articles with one gazetteer. What a language needs is made when its first article comes."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._lookups: dict[str, Lookup] = {}

    def read(self, paragraphs: tuple[str, ...], header: Moment | None, lang: str | None) -> Findings | None:
        """Read the paragraphs that are text of the article; None in a language that there is no grammar of."""
        grammar = grammar_of(lang)
        if grammar is None:
            return None
        if grammar.code not in self._lookups:
            self._lookups[grammar.code] = Lookup(self._gazetteer, grammar)
        texts = (piece for each in paragraphs if boilerplate(each) is None for piece in _PIECE.findall(each))
        return read_article(tuple(texts), header, grammar, self._lookups[grammar.code])


def read_article(texts: tuple[str, ...], header: Moment | None, grammar: Grammar, lookup: Lookup) -> Findings:
    """Read an article's paragraphs, of which the header gives the day as far as it does."""
    paragraphs = lay_out(texts, grammar.speech.interruption)
    named = [lookup.find(paragraph.plain) for paragraph in paragraphs]
    mentions = [find_mentions(paragraph, grammar.times) for paragraph in paragraphs]
    people = People(lookup, grammar.names)
    persons = [people.read(paragraph, names) for paragraph, names in zip(paragraphs, named, strict=True)]
    quoting = QuoteReader(grammar, Speakers(grammar, lookup, header))
    quoted = _up_to_last_quotation(paragraphs)
    quotes = [quote for each in zip(quoted, persons, mentions, strict=False) for quote in quoting.read(*each)]
    events = _events(paragraphs, mentions, own_day(header), Places(paragraphs, named, grammar.names), grammar.verbs)
    return Findings(
        paragraphs=paragraphs,
        events=events,
        quotes=tuple(quotes),
        actors=_actors(persons, named),
        places=tuple(dict.fromkeys(event.place for event in events if event.place)),
        unknown=tuple(people.unknown),
        ambiguous=people.ambiguous,
        names=tuple(_names(*each) for each in zip(persons, named, strict=True)),
    )


def _up_to_last_quotation(paragraphs: Sequence[Paragraph]) -> Sequence[Paragraph]:
    """The paragraphs without those at the end that quote nobody: they do not tell who spoke before."""
    end = max((paragraph.number + 1 for paragraph in paragraphs if paragraph.passages), default=0)
    return paragraphs[:end]


def _events(
    paragraphs: Sequence[Paragraph], mentions: Sequence[Sequence[Mention]], own: OwnDay, places: Places, verbs: Verbs
) -> tuple[Reported, ...]:
    end = len(split_dateline(paragraphs[0].text)[0]) if paragraphs else 0
    own = dated_by([mention for mention in mentions[0] if mention.end <= end], own) if end else own
    narrated = (mention for mention in chain.from_iterable(mentions) if mention.paragraph or mention.end > end)
    told = [each for each in read_mentions(paragraphs, tuple(narrated), verbs) if is_now(each)]
    return tuple(report(told, anchor(own, told), places))


def _names(persons: Sequence[Person], named: Sequence[Named]) -> tuple[FoundName, ...]:
    """The people and the bodies and places of a paragraph."""
    people = [FoundName(each.start, each.end, each.who, each.rule) for each in persons]
    others = [
        FoundName(each.start, each.end, each.ids[0], f"{each.kind.value} of the gazetteer")
        for each in named
        if each.kind in {Kind.BODY, Kind.PLACE}
    ]
    return tuple(people + others)


def _actors(persons: Sequence[Sequence[Person]], named: Sequence[Sequence[Named]]) -> tuple[str, ...]:
    """The people, organisations and countries of the gazetteer that are named, in the order of the text."""
    found: dict[str, None] = {}
    for people, names in zip(persons, named, strict=True):
        here = [(person.start, person.who) for person in people if person.is_known]
        here += [(name.start, name.ids[0]) for name in names if name.kind is Kind.BODY]
        found |= dict.fromkeys(id_ for _, id_ in sorted(here))
    return tuple(found)
