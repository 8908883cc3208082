"""Tells who speaks: from the words around a quotation to a person, who may be named otherwise or only meant."""

import re
from collections.abc import Sequence
from itertools import pairwise

from generator.convert.grammars.grammar import Grammar
from generator.convert.reading.article import BLANK, words_before
from generator.convert.reading.gazetteer import Lookup
from generator.convert.reading.offices import Offices
from generator.convert.reading.people import Person
from generator.moment import Moment

_APPOSITION = re.compile(r",\s([^,;:.□]{3,110}?)\s?,?\s*$")
_LAST_WORD = re.compile(r"(?<![\w'-])[\w'-]+\s*$")
_LAST_WORD_WITH_ELISION = re.compile(r"(?:^|[\s,])([\w-]+'?)$")
_LAST_TITLE = re.compile(r"(?:^|\s)(\w+)\.?\s$")
_FEW_LETTERS = 30


class Speakers:
    """Resolves who is meant, through an article from its beginning. `topic` is whom “he” means."""

    def __init__(self, grammar: Grammar, lookup: Lookup, day: Moment | None) -> None:
        self.offices = Offices(grammar.names, lookup, day)
        self.topic: str | None = None
        self._grammar = grammar
        self._names = grammar.names
        self._genders: dict[str, str] = {}

    def subject(self, text: str, people: Sequence[Person]) -> str | None:
        """Whom a sentence speaks of: the person or the office before its first verb, not governed by a preposition."""
        verb = self._grammar.verbs.finite.search(text) if people else None
        end = verb.start() if verb else _FEW_LETTERS
        named = (person for person in people if person.end <= end and not self._is_governed(text, person))
        return next((person.who for person in named), None) or self.offices.at_start(text)

    def before(self, text: str, people: Sequence[Person], *, subject: str | None) -> str | None:
        """The subject of a verb that stands right after `text`, in a sentence that speaks of `subject`."""
        bare = self._without_adverbs(text)
        if relative := re.search(rf"\b{self._names.relative}\s*$", bare):
            bare = bare[: relative.start()].rstrip(" ,")
        if re.search(rf"(?:^|\W){self._names.conjunction}\s*$", bare):
            return subject
        if self._ends_with_pronoun(bare):
            return subject or self.by_pronoun(bare)
        return self._at_end(bare, people) or self._by_apposition(bare, people) or self.offices.at_end(bare, self.topic)

    def after(self, text: str, people: Sequence[Person], *, subject: str | None) -> str | None:
        """The subject of a verb that stands right before `text`, in a sentence that speaks of `subject`."""
        start = self._after_fillers(text)
        rest = text[start:]
        if re.match(rf"(?:{'|'.join(self._names.pronouns)})\b", rest, re.IGNORECASE):
            return subject or self.by_pronoun(rest.partition(" ")[0])
        stop = self._grammar.speech.stop.search(rest)
        limit = start + stop.start() if stop else len(text)
        for number, person in enumerate(people):
            if start <= person.start < limit and self._is_named_by(text[start : person.start], text, person):
                return None if self._are_joint(text, people[number : number + 2]) else person.who
        phrase = text[start:limit].partition(",")[0].partition(BLANK)[0]
        return self.offices.of_phrase(phrase, self.topic)

    def by_pronoun(self, text: str) -> str | None:
        """Whom the pronoun at the end of a text means: whom the text is about, unless “she” has been somebody else.

        Only “she” is asked so: where men are many, “he” has mostly been somebody else before.
        """
        word = _LAST_WORD.search(text)
        gender = self._names.genders.get(word[0].strip().lower()) if word else None
        if self.topic is None or gender is None:
            return self.topic
        known = self._genders.get(self.topic)
        was_other = gender == "f" and known is None and "f" in self._genders.values()
        if was_other or known not in {None, gender}:
            return None
        self._genders[self.topic] = gender
        return self.topic

    def note_genders(self, text: str, people: Sequence[Person]) -> None:
        """Learn from titles such as “Mme” who is “she”."""
        for person in people:
            title = _LAST_TITLE.search(words_before(text, person.start))
            gender = self._names.genders.get(title[1].lower()) if title else None
            if gender:
                self._genders[person.who] = gender

    def _is_named_by(self, lead: str, text: str, person: Person) -> bool:
        """Whether the words before a name are nothing, a title, or an office that the name stands beside."""
        lead = lead.rstrip()
        if not lead or self._names.titles.search(lead):
            return self._names.genitive.search(lead) is None and not _is_genitive(text, person)
        if self._is_governed(text, person) or lead.count(",") > 1:
            return False
        return lead.endswith(",") or "," not in lead

    def _at_end(self, text: str, people: Sequence[Person]) -> str | None:
        """The person whose name ends a text, unless it is the second of two."""
        number = next((number for number, person in enumerate(people) if person.end == len(text)), None)
        if number is None or self._is_governed(text, people[number]):
            return None
        return None if self._are_joint(text, people[max(0, number - 1) : number + 1]) else people[number].who

    def _are_joint(self, text: str, people: Sequence[Person]) -> bool:
        """Whether two people are named as one subject; which of them spoke is then open."""
        joined = rf"\s{self._names.conjunction}\s(?:\S+\s){{0,2}}"
        return any(re.fullmatch(joined, text[first.end : second.start]) for first, second in pairwise(people))

    def _by_apposition(self, text: str, people: Sequence[Person]) -> str | None:
        """“Josep Borrell, chef de la diplomatie, …” and “le chef de la diplomatie, Josep Borrell, …”."""
        clause = re.search(rf",\s{self._names.relative}\b[^:;]*,$", text)
        if clause:
            return self._at_end(text[: clause.start()], people)
        match = _APPOSITION.search(text)
        if match is None:
            return None
        inside = next((each for each in people if each.start == match.start(1) and each.end >= match.end(1) - 1), None)
        return inside.who if inside else self._at_end(text[: match.start()], people)

    def _ends_with_pronoun(self, text: str) -> bool:
        word = _LAST_WORD.search(text)
        return word is not None and word[0].strip().lower() in self._names.pronouns

    def _is_governed(self, text: str, person: Person) -> bool:
        """Whether a preposition stands before a name, or the name is a genitive."""
        lead = text[: person.start].rstrip()
        titled = self._names.titles.search(lead)
        lead = lead[: titled.start()].rstrip() if titled else lead
        word = _LAST_WORD_WITH_ELISION.search(lead)
        return _is_genitive(text, person) or (word is not None and word[1].rstrip("'").lower() in self._names.barriers)

    def _without_adverbs(self, text: str) -> str:
        bare = text.rstrip()
        while match := self._grammar.speech.adverb.search(bare):
            bare = bare[: match.start()].rstrip()
        return bare

    def _after_fillers(self, text: str) -> int:
        start = len(text) - len(text.lstrip(" ,"))
        while match := self._grammar.speech.filler.match(text, start):
            start = match.end()
        return start


def _is_genitive(text: str, person: Person) -> bool:
    return text[person.end : person.end + 2] == "'s"
