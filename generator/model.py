"""The nouns of the project. A type is whole when it exists: frozen, and no field is filled in later.

Seed → Draft → (a Markdown file) → Entry → Chronology → Page → bytes. `Seed` and `Draft` live in `convert` and `Page` in
`render`, since only those rooms speak of them; `Chronology` lives in `arranged`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.errors import CHECKS, LINK_CHECKS, Code, Switch
from generator.moment import Moment, span


class EntryType(StrEnum):
    """What kind of thing an entry tells of."""

    ARTICLE = "article"
    MEETING = "meeting"
    SUMMIT = "summit"
    STATEMENT = "statement"
    DOCUMENT = "document"
    MILITARY = "military"
    ACCESSION = "accession"
    EXPULSION = "expulsion"
    OTHER = "other"


class SourceKind(StrEnum):
    """Whose page or text a source is."""

    OFFICIAL = "official"
    AGENCY = "agency"
    PRESS = "press"
    STUDY = "study"
    DOCUMENT = "document"
    OTHER = "other"


class EventStatus(StrEnum):
    """Whether the text says that an event took place."""

    HAPPENED = "happened"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    NEGATED = "negated"
    BACKGROUND = "background"


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    COUNTRY = "country"


Words = Mapping[str, str]
"""The same words in several languages, by language code."""


def in_language(words: Words, lang: str) -> tuple[str, str]:
    """The words in `lang`, or in the first language they are given in, and the language they are in."""
    found = lang if lang in words else next(iter(words))
    return words[found], found


@dataclass(frozen=True, slots=True)
class Source:
    """Where an entry's facts come from. An agency's credit has a publisher and no address."""

    kind: SourceKind = SourceKind.OTHER
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: Moment | None = None
    archived: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """What was wrong on the page, and when it was put right."""

    date: Moment
    text: str


@dataclass(frozen=True, slots=True)
class Media:
    """A picture. `src` is its path below `content/`."""

    src: str
    alt: str
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class SeedReference:
    """The article an entry was converted from.

    `draft` is a digest of the entry as the converter wrote it: where it no longer fits, a person has edited the file.
    """

    file: str
    sha256: str
    draft: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that an article reports; `day` counts from the article's own day."""

    said: str
    what: str
    place: str | None = None
    day: int | None = None
    date: Moment | None = None
    status: EventStatus = EventStatus.HAPPENED

    @property
    def is_told(self) -> bool:
        """Whether the article says that it took place, or will."""
        return self.status in {EventStatus.HAPPENED, EventStatus.PLANNED}


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of the text in quotation marks; `speaker` is an actor's id, a name, or None where it is not known."""

    text: str
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """An entry's place in a sequence."""

    sequence: str
    number: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A link in a body to an entry, or to a page without a date. `written` is its target in the body, `part` the id it
    names in the other text, empty where it names none."""

    written: str
    slug: str
    is_prose: bool
    part: str


@dataclass(frozen=True, slots=True)
class Text:
    """What an entry says in one language: one Markdown file. `body_line` is the line its body starts on, `lines` are
    those that the fields of its front matter stand on. `digest` is that of the whole file, `head_digest` that of its
    front matter.

    `inherited` names the fields that a translation does not give, and that are the original's, in its language.
    """

    lang: str
    path: str
    title: str
    summary: str | None
    body: str
    body_line: int
    digest: str
    head_digest: str
    disputed: str | None = None
    sources: tuple[Source, ...] = ()
    corrections: tuple[Correction, ...] = ()
    media: tuple[Media, ...] = ()
    published: Moment | None = None
    updated: Moment | None = None
    inferred: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the chronology, in each language it is told in; `lang` is that of the original."""

    slug: str
    lang: str
    moment: Moment
    type: EntryType
    texts: Mapping[str, Text]
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    order: int = 0
    aliases: tuple[str, ...] = ()
    seed: SeedReference | None = None
    events: tuple[Event, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def text(self, lang: str) -> Text:
        """The text in `lang`, or the original where it has not been translated."""
        return self.texts.get(lang, self.texts[self.lang])

    def lang_of(self, field: str, lang: str) -> str:
        """The language that a field of the text in `lang` is in."""
        text = self.text(lang)
        return self.lang if field in text.inherited else text.lang


@dataclass(frozen=True, slots=True)
class Prose:
    """A page without a date, such as the method page, in each language it is written in."""

    slug: str
    lang: str
    texts: Mapping[str, Text]

    def text(self, lang: str) -> Text:
        """The text in `lang`, or the original where it has not been translated."""
        return self.texts.get(lang, self.texts[self.lang])


@dataclass(frozen=True, slots=True)
class Role:
    """An office somebody held; `of` is the id of the organisation or country."""

    office: Words
    of: str | None = None
    start: Moment | None = None
    end: Moment | None = None

    @property
    def span(self) -> Moment | None:
        """From when to when, None where neither is given."""
        return span(self.start, self.end) if self.start or self.end else None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, an organisation or a country."""

    id: str
    kind: ActorKind
    name: Words
    variants: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class Location:
    """A place; `within` is the id of the place it lies in, `lat` and `lon` are degrees."""

    id: str
    name: Words
    variants: tuple[str, ...] = ()
    within: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Theme:
    """A subject that entries share."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class Period:
    """A named span of the chronology; periods may overlap."""

    id: str
    title: Words
    start: Moment
    end: Moment | None = None
    summary: Words | None = None

    @property
    def span(self) -> Moment:
        """From when to when; a period without an end goes on."""
        return span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sequence:
    """A named series of steps."""

    id: str
    title: Words
    summary: Words | None = None


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All that entries refer to by id, in the order of the files."""

    actors: Mapping[str, Actor]
    places: Mapping[str, Location]
    themes: Mapping[str, Theme]
    periods: Mapping[str, Period]
    sequences: Mapping[str, Sequence]

    def around(self, place: str) -> Iterator[str]:
        """A place and those that it lies in, from the inside out."""
        outer: str | None = place
        while outer is not None:
            yield outer
            outer = self.places[outer].within if outer in self.places else None


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of `site.yaml`. The first language is the default. `base_url` and `repository`, below which files of
    the project can be read, end with a slash. `checks` tells how each rule for editors is set, and each fault of
    an outside link."""

    title: Words
    description: Words
    base_url: str
    languages: tuple[str, ...]
    publisher: str | None = None
    licence: str | None = None
    repository: str | None = None
    checks: Mapping[Code, Switch] = field(default_factory=lambda: {**CHECKS, **LINK_CHECKS})
