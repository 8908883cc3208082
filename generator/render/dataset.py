"""An edition as records: everything that `entries.json` and `entries.csv` say."""

from collections.abc import Iterable
from functools import partial

from generator import urls
from generator.arranged import Placed, ReportedEvent, Side
from generator.dates import on_day
from generator.languages import Language
from generator.model import Entry, Gazetteer, Media, Source, in_language
from generator.moment import Day, Moment
from generator.render.edition import Edition
from generator.render.one_by_one import OneByOne
from generator.render.records import (
    FORMAT,
    ActorRecord,
    CorrectionRecord,
    Dataset,
    DateRecord,
    EntryRecord,
    EventRecord,
    InferredDate,
    PeriodRecord,
    PictureRecord,
    PlaceRecord,
    QuoteRecord,
    SeedRecord,
    SequenceRecord,
    SourceRecord,
    StepRecord,
    ThemeRecord,
)
from generator.render.words import moment_in_words
from generator.urls import Address


def dataset(edition: Edition) -> Dataset:
    """All entries of an edition, each before the other reports of its event, and what their ids stand for."""
    site, chronology = edition.site, edition.chronology
    return Dataset(
        format=FORMAT,
        schema=schema_url(edition),
        title=in_language(site.title, edition.lang)[0],
        description=in_language(site.description, edition.lang)[0],
        lang=edition.lang,
        url=_url(edition.addresses.home, edition),
        publisher=site.publisher,
        licence=site.licence,
        entries=OneByOne(partial(_entry, edition), [one for placed in chronology.placed for one in placed.articles]),
        actors=tuple(_actor(id_, edition) for id_ in _actors(edition)),
        places=tuple(_place(id_, edition) for id_ in _places(edition)),
        themes=tuple(
            ThemeRecord(id_, *_named(Side.THEMES, id_, edition)) for id_ in chronology.topics.by_side[Side.THEMES]
        ),
        periods=tuple(_period(id_, edition) for id_ in chronology.topics.by_side[Side.PERIODS]),
        sequences=tuple(_sequence(id_, edition) for id_ in chronology.sequences),
    )


def schema_url(edition: Edition) -> str:
    """Where the schema of the entries is found."""
    return _url(edition.addresses.entries_schema, edition)


def day_in_digits(day: Day | None) -> str | None:
    """A day of any year as ISO 8601 has it, its year in four digits or more."""
    return str(on_day(day)) if day else None


def _entry(edition: Edition, placed: Placed) -> EntryRecord:
    entry = placed.entry
    text = entry.text(edition.lang)
    chronology = edition.chronology
    return EntryRecord(
        id=entry.slug,
        url=_url(edition.addresses.entry(entry.slug), edition),
        title=text.title,
        summary=text.summary,
        body=text.body,
        lang=text.lang,
        type=entry.type,
        date=_date(entry.moment, edition.language),
        inferred_date=_inferred(entry, edition),
        actors=entry.actors,
        places=entry.places,
        themes=entry.themes,
        periods=chronology.topics.periods_of.get(entry.slug, ()),
        sequences=tuple(StepRecord(step.sequence, step.number) for step in entry.steps),
        disputed=text.disputed,
        sources=tuple(_source(source) for source in text.sources),
        reports=tuple(_ids([*(one.entry for one in placed.reports), *chronology.articles.get(entry.slug, ())])),
        corrections=tuple(CorrectionRecord(each.date.written, each.text) for each in text.corrections),
        media=tuple(_picture(picture, edition) for picture in text.media),
        published=_written(text.published),
        updated=_written(text.updated),
        unreviewed=text.inferred,
        seed=SeedRecord(entry.seed.file, entry.seed.sha256) if entry.seed else None,
        events=tuple(_event(found) for found in chronology.reported.get(entry.slug, ())),
        quotes=tuple(QuoteRecord(quote.text, quote.speaker) for quote in entry.quotes),
    )


def _date(moment: Moment, language: Language) -> DateRecord:
    return DateRecord(
        edtf=moment.written,
        words=moment_in_words(moment, language),
        earliest=day_in_digits(moment.earliest),
        latest=day_in_digits(moment.latest),
        precision=moment.precision,
        approximate=moment.approximate,
        uncertain=moment.uncertain,
    )


def _inferred(entry: Entry, edition: Edition) -> InferredDate | None:
    resolution = edition.chronology.resolutions.get(entry.slug)
    if resolution is None:
        return None
    found = (one for evidence in resolution.evidence for one in evidence.entries)
    moment = resolution.moment
    return InferredDate(moment.written, moment_in_words(moment, edition.language), tuple(_ids(found)))


def _ids(entries: Iterable[Entry]) -> Iterable[str]:
    """The ids of entries, each once."""
    return dict.fromkeys(entry.slug for entry in entries)


def _source(source: Source) -> SourceRecord:
    date = _written(source.date)
    return SourceRecord(source.title, source.publisher, source.url, source.archived, date, source.kind)


def _picture(picture: Media, edition: Edition) -> PictureRecord:
    return PictureRecord(_url(urls.media(picture.src), edition), picture.alt, picture.caption, picture.credit)


def _event(found: ReportedEvent) -> EventRecord:
    event = found.event
    return EventRecord(
        said=event.said,
        what=event.what,
        place=event.place,
        date=_written(found.moment),
        inferred=found.is_inferred,
        status=event.status,
        entry=found.entry.slug if found.entry else None,
    )


def _actors(edition: Edition) -> Iterable[str]:
    """The actors that entries and their quotations name, in the order of the gazetteer."""
    speakers = {quote.speaker for entry in edition.chronology.entries for quote in entry.quotes}
    named = speakers | {*edition.chronology.topics.by_side[Side.ACTORS]}
    return (id_ for id_ in edition.gazetteer.actors if id_ in named)


def _places(edition: Edition) -> Iterable[str]:
    """The places that entries and their events name, with those around them, in the order of the gazetteer."""
    gazetteer: Gazetteer = edition.gazetteer
    told = {event.place for entry in edition.chronology.entries for event in entry.events if event.place}
    named = {*edition.chronology.topics.by_side[Side.PLACES], *told}
    around = {outer for id_ in named for outer in gazetteer.around(id_)}
    return (id_ for id_ in gazetteer.places if id_ in around)


def _actor(id_: str, edition: Edition) -> ActorRecord:
    actor = edition.gazetteer.actors[id_]
    return ActorRecord(id_, *_named(Side.ACTORS, id_, edition), actor.kind, actor.wikidata)


def _place(id_: str, edition: Edition) -> PlaceRecord:
    place = edition.gazetteer.places[id_]
    named = _named(Side.PLACES, id_, edition)
    return PlaceRecord(id_, *named, place.within, place.country, place.lat, place.lon)


def _period(id_: str, edition: Edition) -> PeriodRecord:
    span = edition.gazetteer.periods[id_].span
    return PeriodRecord(id_, *_named(Side.PERIODS, id_, edition), _date(span, edition.language))


def _sequence(id_: str, edition: Edition) -> SequenceRecord:
    name = in_language(edition.gazetteer.sequences[id_].title, edition.lang)
    return SequenceRecord(id_, *name, _url(edition.addresses.sequence(id_), edition))


def _named(side: Side, id_: str, edition: Edition) -> tuple[str, str, str | None]:
    """What a topic is called, the language of that, and its page."""
    name = edition.name(side, id_)
    return name.words, name.lang, _url(name.address, edition) if name.address else None


def _url(address: Address, edition: Edition) -> str:
    return urls.absolute(edition.site.base_url, address)


def _written(moment: Moment | None) -> str | None:
    return moment.written if moment else None
