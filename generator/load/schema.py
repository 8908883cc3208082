"""The data contract of `content/` as tables: which field takes what.

A new field is one line here and one in the model."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.errors import CHECKS, Code, Switch
from generator.load.fields import (
    CalendarDay,
    Choice,
    Date,
    Degrees,
    Field,
    Flag,
    Identifier,
    LanguageCode,
    PlainText,
    Url,
    Verbatim,
    Whole,
)
from generator.load.records import InLanguages, Languages, ListOf, OneOrMore, Record
from generator.model import (
    ActorKind,
    Correction,
    EntryType,
    Event,
    EventStatus,
    Media,
    Period,
    Quote,
    Role,
    SeedReference,
    Site,
    Source,
    SourceKind,
    Step,
)
from generator.urls import as_base

Fields = Mapping[str, Field[Any]]

RENAMED = {"tags": "themes", "categories": "themes"}
"""Names that other tools give to a field of ours; read with a warning."""


class Inferred(StrEnum):
    """The fields that the converter fills and a person reviews."""

    TITLE = "title"
    LANG = "lang"
    DATE = "date"
    TYPE = "type"
    SUMMARY = "summary"
    ACTORS = "actors"
    PLACES = "places"
    THEMES = "themes"
    SOURCES = "sources"
    EVENTS = "events"
    QUOTES = "quotes"


@dataclass(frozen=True, slots=True)
class KnownIds:
    """The ids that entries may use, kind by kind; None where a file could not be read and nothing can be said."""

    actors: Collection[str] | None
    places: Collection[str] | None
    themes: Collection[str] | None
    sequences: Collection[str] | None


SOURCE = Record(
    "a source",
    {
        "title": PlainText(),
        "publisher": PlainText(),
        "url": Url(),
        "date": Date(),
        "archived": Url(),
        "kind": Choice("kind of source", SourceKind),
    },
    Source,
    any_of=("title", "publisher", "url"),
)
CORRECTION = Record("a correction", {"date": CalendarDay(), "text": PlainText()}, Correction, required=("date", "text"))
MEDIA = Record(
    "a picture",
    {"src": PlainText(), "alt": PlainText(), "caption": PlainText(), "credit": PlainText()},
    Media,
    required=("src", "alt"),
)
SEED = Record(
    "a seed",
    {"file": PlainText(), "sha256": PlainText(), "draft": PlainText()},
    SeedReference,
    required=("file", "sha256"),
)


def entry_fields(known: KnownIds, languages: tuple[str, ...]) -> Fields:
    """All fields of an entry's front matter."""
    place = Identifier("a place", "places.yaml", known.places)
    step = Record(
        "a sequence’s step",
        {"id": Identifier("a sequence", "sequences.yaml", known.sequences), "step": Whole(least=1)},
        lambda **given: Step(given["id"], given["step"]),
        required=("id", "step"),
    )
    event = Record(
        "an event",
        {
            "said": Verbatim(),
            "what": Verbatim(),
            "place": place,
            "day": Whole(),
            "date": Date(),
            "status": Choice("status of an event", EventStatus),
        },
        Event,
        required=("said", "what"),
    )
    return {
        "title": PlainText(),
        "date": Date(),
        "lang": LanguageCode(languages),
        "type": Choice("type of entry", EntryType),
        "summary": PlainText(),
        "actors": ListOf(Identifier("an actor", "actors.yaml", known.actors)),
        "places": ListOf(place),
        "themes": ListOf(Identifier("a theme", "themes.yaml", known.themes)),
        "sequence": OneOrMore(step),
        "order": Whole(),
        "sources": ListOf(SOURCE),
        "disputed": PlainText(),
        "corrections": ListOf(CORRECTION),
        "media": ListOf(MEDIA),
        "aliases": ListOf(PlainText()),
        "published": CalendarDay(),
        "updated": CalendarDay(),
        "draft": Flag(),
        "seed": SEED,
        "events": ListOf(event),
        "quotes": ListOf(
            Record("a quotation", {"text": Verbatim(), "speaker": PlainText()}, Quote, required=("text",))
        ),
        "inferred": ListOf(Choice("field that the converter fills", Inferred)),
    }


PROSE_FIELDS = ("title", "lang", "summary", "updated", "draft")
"""The fields of a page without a date."""


def _checks(**given: Switch) -> Mapping[Code, Switch]:
    """How each rule for editors is set: as written, or as it comes."""
    return {code: given.get(code, default) for code, default in CHECKS.items()}


def _site(base_url: str, repository: str | None = None, **given: Any) -> Site:  # noqa: ANN401 - the other fields below
    return Site(base_url=as_base(base_url), repository=as_base(repository) if repository else None, **given)


def site_record(default: str) -> Record[Site]:
    """The settings of `site.yaml`."""
    words = InLanguages(default)
    switch = Choice("setting of a rule", Switch)
    return Record(
        "site.yaml",
        {
            "title": words,
            "description": words,
            "base_url": Url(is_base=True),
            "languages": Languages(),
            "publisher": PlainText(),
            "licence": PlainText(),
            "repository": Url(is_base=True),
            "checks": Record("checks", dict.fromkeys(CHECKS, switch), _checks),
        },
        _site,
        required=("title", "description", "base_url", "languages"),
    )


def actor_record(default: str, ids: Collection[str] | None) -> Record[Any]:
    """One actor of `actors.yaml`; its id is its key."""
    words = InLanguages(default)
    role = Record(
        "a role",
        {"office": words, "of": Identifier("an actor", "actors.yaml", ids), "from": Date(), "to": Date()},
        lambda **given: Role(given["office"], given.get("of"), given.get("from"), given.get("to")),
        required=("office",),
    )
    fields: Fields = {
        "kind": Choice("kind of actor", ActorKind),
        "name": words,
        "variants": ListOf(PlainText()),
        "roles": ListOf(role),
        "wikidata": PlainText(),
    }
    return Record("an actor", fields, dict, required=("kind", "name"))


def place_record(default: str, ids: Collection[str] | None) -> Record[Any]:
    """One place of `places.yaml`; its id is its key."""
    fields: Fields = {
        "name": InLanguages(default),
        "variants": ListOf(PlainText()),
        "within": Identifier("a place", "places.yaml", ids),
        "country": PlainText(),
        "lat": Degrees(90),
        "lon": Degrees(180),
    }
    return Record("a place", fields, dict, required=("name",))


def theme_record(default: str) -> Record[Any]:
    """One theme of `themes.yaml`; its id is its key."""
    fields: Fields = {"name": InLanguages(default)}
    return Record("a theme", fields, dict, required=("name",))


def sequence_record(default: str) -> Record[Any]:
    """One sequence of `sequences.yaml`; its id is its key."""
    fields: Fields = {"title": InLanguages(default), "summary": InLanguages(default)}
    return Record("a sequence", fields, dict, required=("title",))


def period_record(default: str) -> Record[Period]:
    """One period of `periods.yaml`, a list."""
    words = InLanguages(default)
    return Record(
        "a period",
        {"id": PlainText(), "title": words, "from": Date(), "to": Date(), "summary": words},
        lambda **given: Period(given["id"], given["title"], given["from"], given.get("to"), given.get("summary")),
        required=("id", "title", "from"),
    )
