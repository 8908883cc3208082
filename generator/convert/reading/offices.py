"""Who is meant by an office, “la ministre française des Armées”, or by a mere noun for one, “the minister”."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from generator.convert.grammars.grammar import Names
from generator.convert.reading.gazetteer import Lookup
from generator.convert.reading.people import Person
from generator.moment import Moment

# From the head of a word on: from inside of one it would be tried in vain.
_ROLE_BEFORE = re.compile(r"(?<![\w'.-])(?:[\w'.-]+\s){1,8}[\w'.-]*,?\s?$")
_ROLE_AFTER = re.compile(r",\s[^,.;:]{3,60}")
_WORD = re.compile(r"[\w-]+")
_WORD_WITH_ELISION = re.compile(r"[\w-]+'?")
_WORD_OF_OFFICE = re.compile(r"[\w'.-]+")
_WORDS_OF_OFFICE, _WORDS_OF_NOUN = 12, 4
_LETTERS_OF_ROLE = 80


@dataclass(slots=True)
class Offices:
    """The offices that people hold on an article's day, and the nouns that it introduced them with."""

    names: Names
    lookup: Lookup
    day: Moment | None
    _introduced: dict[str, str] = field(default_factory=dict)

    def introduce(self, narration: str, people: Sequence[Person]) -> None:
        """Note beside which nouns people are named: after “le ministre …, X” “le ministre” may mean X."""
        for person in people:
            before = _ROLE_BEFORE.search(narration[max(0, person.start - _LETTERS_OF_ROLE) : person.start])
            after = _ROLE_AFTER.match(narration, person.end)
            nouns = _WORD.findall(f"{before[0] if before else ''} {after[0] if after else ''}".lower())
            self._introduced |= {noun: person.who for noun in nouns if noun in self.names.generic}

    def begins_with_noun(self, text: str) -> bool:
        """Whether a sentence begins with a noun for a person: it then is no more about whom the last one was about."""
        words = _WORD.findall(text.lower())[:_WORDS_OF_NOUN]
        return any(word in self.names.generic for word in words)

    def at_start(self, text: str) -> str | None:
        """Who holds the office that the longest beginning of a sentence names."""
        words = list(_WORD_OF_OFFICE.finditer(text))[:_WORDS_OF_OFFICE]
        if not any(word[0].lower() in self.names.generic for word in words[:_WORDS_OF_NOUN]):
            return None
        ends = (word.end() for word in reversed(words))
        return next((found for end in ends if (found := self.lookup.holder(text[:end], self.day))), None)

    def at_end(self, text: str, topic: str | None) -> str | None:
        """Who holds the office that the longest ending of a text names, or is meant by the noun in its last part."""
        words = list(_WORD_OF_OFFICE.finditer(text.rstrip(" ,")))[-_WORDS_OF_OFFICE:]
        for word in words:
            found = self.lookup.holder(text[word.start() :], self.day)
            if found:
                before = text[: word.start()].split()
                is_free = not before or before[-1].lower() not in self.names.barriers | self.names.indefinite
                return found if is_free else None
        return self._by_noun(text.rpartition(",")[2], topic)

    def of_phrase(self, phrase: str, topic: str | None) -> str | None:
        """Who holds the office that a phrase names, or is meant by its noun."""
        words = phrase.split()
        if not words or words[0].lower() in self.names.indefinite:
            return None
        return self.lookup.holder(phrase, self.day) or self._by_noun(phrase, topic)

    def _by_noun(self, phrase: str, topic: str | None) -> str | None:
        """“Le ministre”, “the minister”: whoever was last named so, if it is also who the text is about."""
        phrase = self.names.in_own_words(phrase)
        words = list(_WORD_WITH_ELISION.finditer(phrase.lower()))[-_WORDS_OF_NOUN:]
        has_article = any(first[0] in self.names.articles for first, _ in pairwise(words))
        noun = next((word for word in words if word[0] in self.names.generic), None)
        if noun is None or topic is None or not has_article:
            return None
        who = self._introduced.get(noun[0], topic)
        is_introduced = noun[0] in self._introduced and not phrase[noun.end() :].strip()
        is_meant = is_introduced or self.lookup.has_office(topic, phrase[noun.start() :])
        return topic if is_meant and who == topic else None
