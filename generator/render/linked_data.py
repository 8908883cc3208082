"""What pages say to machines: JSON-LD in the words of schema.org, with dates as exact as those of the entries."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator import urls
from generator.arranged import Side
from generator.dates import iso
from generator.model import ActorKind, Entry, EntryType, Location, in_language
from generator.moment import Bound, Moment, Point
from generator.render.cards import described
from generator.render.edition import Edition
from generator.urls import Address, wikidata_page

Data = Mapping[str, Any]

_MOST_ITEMS = 500
"""A list of more would weigh more than what it lists."""
_ACTORS = {ActorKind.PERSON: "Person", ActorKind.ORGANISATION: "Organization", ActorKind.COUNTRY: "Country"}
_IN_SCRIPT = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
"""Signs that could end the script element that holds the data, or that old parsers take for the end of a line."""


def as_json(data: Data) -> str:
    """The data of a page, fit to stand in a script element (HTML, section 4.12.1.3)."""
    full = {"@context": "https://schema.org", **_without_nothing(data)}
    return json.dumps(full, ensure_ascii=False, separators=(",", ":")).translate(_IN_SCRIPT)


def site_data(edition: Edition) -> Data:
    """The site as a whole."""
    site = edition.site
    return {
        "@type": "WebSite",
        "name": in_language(site.title, edition.lang)[0],
        "description": in_language(site.description, edition.lang)[0],
        "url": _url(edition.addresses.home, edition),
        "inLanguage": edition.lang,
        "publisher": {"@type": "Organization", "name": site.publisher} if site.publisher else None,
        "license": site.licence,
    }


def list_data(name: str, entries: Iterable[Entry], edition: Edition) -> Data | None:
    """A list of entries by their addresses; None where there are none, or too many to list twice."""
    addresses = [edition.addresses.entry(entry.slug) for entry in entries]
    if not 0 < len(addresses) <= _MOST_ITEMS:
        return None
    items = [
        {"@type": "ListItem", "position": number, "url": _url(address, edition)}
        for number, address in enumerate(addresses, 1)
    ]
    return {"@type": "ItemList", "name": name, "numberOfItems": len(items), "itemListElement": items}


def entry_data(entry: Entry, edition: Edition) -> Data:
    """An entry: an article on its subject, or the event that it tells, as a part of its sequences."""
    return _article(entry, edition) if entry.type is EntryType.ARTICLE else _event(entry, edition)


def sequence_data(id_: str, edition: Edition) -> Data:
    """A sequence as an event that the events of its steps are part of."""
    sequence, steps = edition.gazetteer.sequences[id_], edition.chronology.sequences[id_]
    return {
        **_sequence(id_, edition),
        "description": in_language(sequence.summary, edition.lang)[0] if sequence.summary else None,
        "subEvent": [_event(step.entry, edition) for step in steps if step.event is None],
    }


def _article(entry: Entry, edition: Edition) -> Data:
    text = entry.text(edition.lang)
    return {
        "@type": "Article",
        "headline": text.title,
        "description": described(text, edition.language),
        "url": _url(edition.addresses.entry(entry.slug), edition),
        "inLanguage": text.lang,
        "temporalCoverage": entry.moment.written if not _is_vague(entry.moment) else None,
        "datePublished": _iso(text.published),
        "dateModified": _iso(text.updated),
        "about": _actors(entry, edition),
        "contentLocation": _places(entry, edition),
        "citation": _sources(entry, edition),
    }


def _event(entry: Entry, edition: Edition) -> Data:
    text, moment = entry.text(edition.lang), entry.moment
    sequences = [_sequence(step.sequence, edition) for step in entry.steps]
    return {
        "@type": "Event",
        "name": text.title,
        "description": described(text, edition.language),
        "url": _url(edition.addresses.entry(entry.slug), edition),
        "inLanguage": text.lang,
        "startDate": _date(moment.start, moment),
        "endDate": _date(moment.end, moment) if moment.is_range else None,
        "location": _places(entry, edition),
        "about": _actors(entry, edition),
        "superEvent": sequences,
        "subjectOf": _sources(entry, edition),
    }


def _sequence(id_: str, edition: Edition) -> Data:
    title = in_language(edition.gazetteer.sequences[id_].title, edition.lang)[0]
    return {"@type": "EventSeries", "name": title, "url": _url(edition.addresses.sequence(id_), edition)}


def _actors(entry: Entry, edition: Edition) -> list[Data]:
    actors = (edition.gazetteer.actors[id_] for id_ in entry.actors)
    return [
        {
            "@type": _ACTORS[actor.kind],
            "name": edition.name(Side.ACTORS, actor.id).words,
            "url": _url(edition.addresses.topic(Side.ACTORS, actor.id), edition),
            "sameAs": wikidata_page(actor.wikidata) if actor.wikidata else None,
        }
        for actor in actors
    ]


def _places(entry: Entry, edition: Edition) -> list[Data]:
    places = (edition.gazetteer.places[id_] for id_ in entry.places)
    return [
        {
            "@type": "Place",
            "name": edition.name(Side.PLACES, place.id).words,
            "url": _url(edition.addresses.topic(Side.PLACES, place.id), edition),
            "geo": _point(place),
        }
        for place in places
    ]


def _point(place: Location) -> Data | None:
    if place.lat is None or place.lon is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": place.lat, "longitude": place.lon}


def _sources(entry: Entry, edition: Edition) -> list[Data]:
    sources = entry.text(edition.lang).sources
    return [
        {"@type": "CreativeWork", "name": source.title, "url": source.url, "datePublished": _iso(source.date)}
        for source in sources
        if source.url
    ]


def _iso(moment: Moment | None) -> str | None:
    """A single date as ISO 8601 has it, no finer than it is; None for one that is in doubt or vaguer than a year."""
    return _date(moment.start, moment) if moment and not moment.is_range else None


def _date(end: Point | Bound, moment: Moment) -> str | None:
    return None if isinstance(end, Bound) or _is_vague(moment) else iso(end)


def _is_vague(moment: Moment) -> bool:
    return moment.approximate or moment.uncertain


def _url(address: Address, edition: Edition) -> str:
    return urls.absolute(edition.site.base_url, address)


def _without_nothing(value: Any) -> Any:  # noqa: ANN401 - any value of JSON
    """The data without what is not known."""
    if isinstance(value, Mapping):
        return {key: _without_nothing(each) for key, each in value.items() if each not in (None, [])}
    return [_without_nothing(each) for each in value] if isinstance(value, list) else value
