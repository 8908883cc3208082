"""What `entries.json` says: its fields, their types, and in one place for all what they mean.

The JSON Schema and the dictionary of the data page are made from these types; the columns of `entries.csv` are paths
through them. A field that is not known, or does not hold, is null; a list of none is empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from generator.model import ActorKind, EntryType, EventStatus, SourceKind
from generator.moment import Precision
from generator.render.words import marked

FORMAT = "1.0"
"""The second number grows with each new field, the first where a field goes or means something else."""

_A_URL = {"format": "iri"}
_A_DAY = {"pattern": r"^-?\d{4,}-\d\d-\d\d$"}

Id = Annotated[str, marked("Its id: the last part of its address, which never changes.")]
Page = Annotated[str, marked("Its page on this site."), _A_URL]
PageIfAny = Annotated[str | None, marked("Its page on this site."), _A_URL]
Name = Annotated[str, marked("What it is called.")]
Lang = Annotated[
    str, marked("The language of its words (BCP 47). What a translation lacks is in that of the original.")
]
NameLang = Annotated[str, marked("The language that the name is in (BCP 47).")]
Edtf = Annotated[str | None, marked("The date in EDTF, no finer than its source.")]
Ids = Annotated[tuple[str, ...], marked("Ids. What they are called stands in the list of the same name.")]
Words = Annotated[str, marked("The date in words.")]


@dataclass(frozen=True, slots=True)
class DateRecord:
    """A date no finer than its source, and the days it can be."""

    edtf: Annotated[str, marked("The date as its author wrote it, in EDTF (ISO 8601-2).")]
    words: Words
    earliest: Annotated[str | None, marked("The first day it can be. The year before 0001 is 0000."), _A_DAY]
    latest: Annotated[str | None, marked("The last day it can be; null where no end is known."), _A_DAY]
    precision: Annotated[Precision, marked("How exact it is; of a range, its vaguer end.")]
    approximate: Annotated[bool, marked("Whether it is only about right.")]
    uncertain: Annotated[bool, marked("Whether the source is in doubt.")]


@dataclass(frozen=True, slots=True)
class InferredDate:
    """A day that follows from other entries."""

    day: Annotated[str, marked("The day."), _A_DAY]
    words: Words
    entries: Annotated[tuple[str, ...], marked("The entries it follows from, by their ids.")]


@dataclass(frozen=True, slots=True)
class StepRecord:
    """A place in a sequence."""

    id: Annotated[str, marked("The sequence, by its id.")]
    step: Annotated[int, marked("The number of the step.")]


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """Where the facts come from."""

    title: Annotated[str | None, marked("The title of the source.")]
    publisher: Annotated[str | None, marked("Who published it.")]
    url: Annotated[str | None, marked("Where it can be read."), _A_URL]
    archived: Annotated[str | None, marked("Where a copy is kept."), _A_URL]
    date: Edtf
    kind: Annotated[SourceKind, marked("Whose text it is.")]


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """What was put right."""

    date: Annotated[str, marked("The day it was put right.")]
    text: Annotated[str, marked("What was wrong, and what the page says now.")]


@dataclass(frozen=True, slots=True)
class PictureRecord:
    """A picture and what stands beside it."""

    url: Annotated[str, marked("The address of the picture."), _A_URL]
    alt: Annotated[str, marked("What it shows, for those who cannot see it.")]
    caption: Annotated[str | None, marked("What stands below it.")]
    credit: Annotated[str | None, marked("Whose picture it is.")]


@dataclass(frozen=True, slots=True)
class SeedRecord:
    """The raw article."""

    file: Annotated[str, marked("The name of its file.")]
    sha256: Annotated[str, marked("The SHA-256 of that file.")]


@dataclass(frozen=True, slots=True)
class EventRecord:
    """Something that an article reports."""

    said: Annotated[str, marked("The article’s own words of time.")]
    what: Annotated[str, marked("The sentence of the article.")]
    place: Annotated[str | None, marked("Where, by the id of the place.")]
    date: Edtf
    inferred: Annotated[bool, marked("Whether that date rests on an inferred one.")]
    status: Annotated[EventStatus, marked("Whether it happened, as the article has it.")]
    entry: Annotated[str | None, marked("The entry that tells it, by its id.")]


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """Words that an article quotes."""

    text: Annotated[str, marked("The words in quotation marks.")]
    speaker: Annotated[str | None, marked("Who said them: the id of an actor, or a name.")]


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """An entry."""

    id: Id
    url: Page
    title: Annotated[str, marked("Its title.")]
    summary: Annotated[str | None, marked("What happened, in a sentence or two.")]
    body: Annotated[str, marked("The text in Markdown. Links to other entries name their files.")]
    lang: Lang
    type: Annotated[EntryType, marked("What kind of thing it tells of.")]
    date: Annotated[DateRecord, marked("When it happened, as its sources say.")]
    inferred_date: Annotated[
        InferredDate | None, marked("The one day that follows from other entries, where its sources name none.")
    ]
    actors: Ids
    places: Ids
    themes: Ids
    periods: Annotated[tuple[str, ...], marked("The periods that its date may fall into, by their ids.")]
    sequences: Annotated[tuple[StepRecord, ...], marked("The sequences it is a step of.")]
    disputed: Annotated[str | None, marked("Who claims what, where something is disputed.")]
    sources: Annotated[tuple[SourceRecord, ...], marked("Where its facts come from.")]
    reports: Annotated[tuple[str, ...], marked("Articles on its event, by their ids.")]
    corrections: Annotated[tuple[CorrectionRecord, ...], marked("What was put right on its page.")]
    media: Annotated[tuple[PictureRecord, ...], marked("Its pictures.")]
    published: Annotated[str | None, marked("When it appeared on this site, not when it happened.")]
    updated: Annotated[str | None, marked("When its text was last changed.")]
    unreviewed: Annotated[tuple[str, ...], marked("What a program filled in and nobody has reviewed yet.")]
    seed: Annotated[SeedRecord | None, marked("The raw article it was made from.")]
    events: Annotated[tuple[EventRecord, ...], marked("What the article reports.")]
    quotes: Annotated[tuple[QuoteRecord, ...], marked("What the article quotes.")]


@dataclass(frozen=True, slots=True)
class ActorRecord:
    """A person, an organisation or a country."""

    id: Id
    name: Name
    lang: NameLang
    url: PageIfAny
    kind: Annotated[ActorKind, marked("A person, an organisation or a country.")]
    wikidata: Annotated[str | None, marked("Its item in Wikidata.")]


@dataclass(frozen=True, slots=True)
class PlaceRecord:
    """A place."""

    id: Id
    name: Name
    lang: NameLang
    url: PageIfAny
    within: Annotated[str | None, marked("The place it lies in, by its id.")]
    country: Annotated[str | None, marked("The country it lies in (ISO 3166).")]
    lat: Annotated[float | None, marked("Its latitude in degrees (WGS 84).")]
    lon: Annotated[float | None, marked("Its longitude in degrees (WGS 84).")]


@dataclass(frozen=True, slots=True)
class ThemeRecord:
    """A theme."""

    id: Id
    name: Name
    lang: NameLang
    url: PageIfAny


@dataclass(frozen=True, slots=True)
class PeriodRecord:
    """A named span."""

    id: Id
    name: Name
    lang: NameLang
    url: PageIfAny
    date: Annotated[DateRecord, marked("From when to when it lasts.")]


@dataclass(frozen=True, slots=True)
class SequenceRecord:
    """A named series of steps."""

    id: Id
    name: Name
    lang: NameLang
    url: PageIfAny


@dataclass(frozen=True, slots=True)
class Dataset:
    """All entries of an edition, and what the ids in them stand for."""

    format: Annotated[str, marked("The version of this format. Its first number changes where a field goes.")]
    schema: Annotated[str, marked("The JSON Schema of this file."), _A_URL]
    title: Annotated[str, marked("What the site is called.")]
    description: Annotated[str, marked("What the site says of itself.")]
    lang: Annotated[str, marked("The language of this edition (BCP 47).")]
    url: Annotated[str, marked("The site."), _A_URL]
    publisher: Annotated[str | None, marked("Who publishes the site.")]
    licence: Annotated[str | None, marked("The licence of the content.")]
    entries: Annotated[Sequence[EntryRecord], marked("The entries, in the order of the chronology.")]
    actors: Annotated[tuple[ActorRecord, ...], marked("The people, organisations and countries that are named.")]
    places: Annotated[tuple[PlaceRecord, ...], marked("The places that are named, and those that they lie in.")]
    themes: Annotated[tuple[ThemeRecord, ...], marked("The themes that entries have.")]
    periods: Annotated[tuple[PeriodRecord, ...], marked("The periods that entries fall into.")]
    sequences: Annotated[tuple[SequenceRecord, ...], marked("The sequences that have steps.")]


COLUMNS = (
    *("id", "url", "title", "summary", "lang", "type"),
    *(f"date.{name}" for name in ("edtf", "words", "earliest", "latest", "precision", "approximate", "uncertain")),
    *("inferred_date.day", "inferred_date.entries"),
    *("actors", "places", "themes", "periods", "sequences.id", "sequences.step", "disputed"),
    *("sources.title", "sources.publisher", "sources.url", "published", "updated", "unreviewed", "seed.file"),
)
"""The columns of `entries.csv`, each a path from an entry; what has no place in a row is left out."""
