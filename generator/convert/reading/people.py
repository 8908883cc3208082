"""Who is named where: people by full name, by surname after that, and names that the gazetteer does not know."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.convert.grammars.grammar import Names
from generator.convert.reading.article import Paragraph, words_before
from generator.convert.reading.gazetteer import Kind, Lookup, Named

_PARTICLES = r"(?:de|von|van|der|den|bin|al|el|da|di|du|le|la)"
_CAPITAL = r"(?:[DO]')?[A-ZÀ-ÖØ-ÞĀŁŚŠŽĆČ][\w-]*\w"
_NAME = re.compile(rf"(?<![\w'’-]){_CAPITAL}(?: (?:[A-Z]\.|(?:{_PARTICLES} )+{_CAPITAL}|{_CAPITAL}))+")
_WORD = re.compile(r"[\w'’.-]+")
_WORD_WITHOUT_APOSTROPHE = re.compile(r"(?=([\w-]+'[\w-]+)?)[\w-]+")
"""The group has the longer word that it begins: “O'Brien”."""
_LAST_WORD = re.compile(r"(?<!\w)(\w+'?)\s?$")
_NAMED_BEFORE = "surname of somebody named before"


@dataclass(frozen=True, slots=True)
class Person:
    """Where a person is named; `who` is an id or a name as written."""

    start: int
    end: int
    who: str
    is_known: bool
    rule: str

    def moved(self, by: int) -> "Person":
        """The same, so many characters further on."""
        return Person(self.start + by, self.end + by, self.who, self.is_known, self.rule)


@dataclass(slots=True)
class People:
    """The people of an article, paragraph by paragraph, and what remains open about them."""

    lookup: Lookup
    names: Names
    unknown: dict[str, None] = field(default_factory=dict)
    """Capitalised names that the gazetteer does not know, in the order of the text."""
    ambiguous: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Surnames that several people have, of whom none was named before, or more than one."""
    _by_surname: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def read(self, paragraph: Paragraph, named: Sequence[Named]) -> list[Person]:
        """The people named in a paragraph, in order. Names heard once in full are known by surname from then on."""
        plain = paragraph.plain
        found = sorted((*self._known(named), *self._unknown(named, plain)), key=lambda each: each.start)
        for person in found:
            self._by_surname[plain[person.start : person.end].rpartition(" ")[2]][person.who] = None
        taken = [(person.start, person.end) for person in found]
        found += self._gazetteer_surnames(named, plain, taken)
        found += self._surnames_of_unknown(plain, taken)
        return sorted(found, key=lambda each: each.start)

    def _known(self, named: Sequence[Named]) -> Iterator[Person]:
        for name in named:
            if name.kind is Kind.PERSON and len(name.ids) == 1:
                yield Person(name.start, name.end, name.ids[0], is_known=True, rule="person of the gazetteer")

    def _unknown(self, named: Sequence[Named], plain: str) -> Iterator[Person]:
        """Two capitalised words or more that belong to no known name."""
        taken = [(name.start, name.end) for name in named]
        for match in _NAME.finditer(plain):
            start, end = self._trimmed(plain, match.start(), match.end())
            name = plain[start:end]
            if " " in name.strip() and not _overlaps(start, end, taken) and not self._is_body(plain, start, name):
                self.unknown[name] = None
                yield Person(start, end, name, is_known=False, rule="capitalised name")

    def _is_body(self, plain: str, start: int, name: str) -> bool:
        """Whether a name, or the article before it, tells that it is no person's."""
        article = _LAST_WORD.search(words_before(plain, start))
        has_article = article is not None and article[1].lower() in self.names.articles
        return has_article or self.names.institutions.search(name) is not None

    def _trimmed(self, plain: str, start: int, end: int) -> tuple[int, int]:
        """A name without the words of the sentence or the titles it begins with."""
        for word in _WORD.finditer(plain, start, end):
            is_of_sentence = word.start() == start and word[0].lower() in self.names.never_names
            if is_of_sentence or self.names.titles.search(plain[start : word.end()]):
                start = word.end() + 1
        return start, max(start, end)

    def _gazetteer_surnames(self, named: Sequence[Named], plain: str, taken: list[tuple[int, int]]) -> Iterator[Person]:
        """Surnames of the gazetteer that stand alone; adds to the places that are taken."""
        for name in named:
            if name.kind is Kind.SURNAME and not _overlaps(name.start, name.end, taken):
                taken.append((name.start, name.end))
                yield from self._surname(name, plain[name.start : name.end])

    def _surnames_of_unknown(self, plain: str, taken: list[tuple[int, int]]) -> Iterator[Person]:
        """Surnames that the article itself introduced."""
        if not any(surname in plain for surname in self._by_surname):
            return
        for match in _WORD_WITHOUT_APOSTROPHE.finditer(plain):
            surname = match[1] if match[1] in self._by_surname else match[0]
            start, end = match.start(), match.start() + len(surname)
            if surname in self._by_surname and not _overlaps(start, end, taken):
                taken.append((start, end))
                yield from self._named_before(start, end, surname, tuple(self._by_surname[surname]))

    def _surname(self, name: Named, surname: str) -> Iterator[Person]:
        """A surname alone is the person named before, else the only one the gazetteer has, if the text makes it one."""
        if surname in self._by_surname:
            yield from self._named_before(name.start, name.end, surname, tuple(self._by_surname[surname]))
        elif len(name.ids) == 1:
            rule = "only surname of its kind in the gazetteer"
            yield Person(name.start, name.end, name.ids[0], is_known=True, rule=rule)
        else:
            self.ambiguous.setdefault(surname, name.ids)

    def _named_before(self, start: int, end: int, surname: str, people: tuple[str, ...]) -> Iterator[Person]:
        if len(people) == 1:
            yield Person(start, end, people[0], is_known=people[0] not in self.unknown, rule=_NAMED_BEFORE)
        else:
            self.ambiguous.setdefault(surname, people)


def _overlaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < last and end > first for first, last in taken)
