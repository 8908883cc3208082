"""The data contract of `content/` as tables: what each field holds, in a sentence, and which values it takes.

A new field is one line here and one in the model. `content/README.md` says what the sentences say."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from generator.errors import CHECKS, LINK_CHECKS, Code, Switch
from generator.load.fields import (
    CalendarDay,
    Choice,
    Date,
    Degrees,
    Flag,
    Identifier,
    LanguageCode,
    PlainText,
    Url,
    Verbatim,
    Whole,
)
from generator.load.records import Described, InLanguages, Languages, ListOf, OneOrMore, Record
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

Fields = Mapping[str, Described[Any]]

RENAMED = {"tags": "themes", "categories": "themes"}
"""Names that other tools give to a field of ours; read with a warning."""

_IMPORT = "remove it; or move these posts out of content/, and let `timeline import` make entries of their folder"
FOREIGN = dict.fromkeys(
    "author authors category comments cover eleventynavigation featured_image header image images keywords layout math"
    " permalink pin redirect_from series slug subtitle tag templateclass thumbnail topics url version weight".split(),
    _IMPORT,
) | {
    "description": "write summary",
    "excerpt": "write summary",
    "lastmod": "write updated",
    "modified": "write updated",
}
"""Fields that posts of Hugo, Jekyll and Eleventy have and entries have not."""

PROSE_FIELDS = ("title", "lang", "summary", "updated", "draft")
"""The fields of a page without a date."""


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
        "title": Described("what the page or text is called", PlainText()),
        "publisher": Described("who published it", PlainText()),
        "url": Described("its address on the web", Url()),
        "date": Described("when it was published", Date()),
        "archived": Described("the address of an archive’s copy", Url()),
        "kind": Described("whose page or text it is", Choice("kind of source", SourceKind)),
    },
    Source,
    any_of=("title", "publisher", "url"),
)
CORRECTION = Record(
    "a correction",
    {
        "date": Described("the day it was put right", CalendarDay()),
        "text": Described("what was wrong and what it says now", PlainText()),
    },
    Correction,
    required=("date", "text"),
)
MEDIA = Record(
    "a picture",
    {
        "src": Described("its path below content/", PlainText()),
        "alt": Described("what it shows, for those who do not see it", PlainText()),
        "caption": Described("the words below it", PlainText()),
        "credit": Described("whose picture it is", PlainText()),
    },
    Media,
    required=("src", "alt"),
)
SEED = Record(
    "a seed",
    {
        "file": Described("its path below seeds/", PlainText()),
        "sha256": Described("the digest of that file", PlainText()),
        "draft": Described("by which the converter sees whether a person has edited the entry since", PlainText()),
    },
    SeedReference,
    required=("file", "sha256"),
)
QUOTE = Record(
    "a quotation",
    {
        "text": Described("the words, from the text", Verbatim()),
        "speaker": Described("an id from actors.yaml, a name, or null where nobody is named", PlainText()),
    },
    Quote,
    required=("text",),
)


def _step_of(id: str, step: int) -> Step:  # noqa: A002 - the name of the field
    return Step(id, step)


def _step(known: KnownIds) -> Record[Step]:
    return Record(
        "a sequence’s step",
        {
            "id": Described("an id from sequences.yaml", Identifier("a sequence", "sequences.yaml", known.sequences)),
            "step": Described("its number, from 1", Whole(least=1)),
        },
        _step_of,
        required=("id", "step"),
    )


def _event(known: KnownIds) -> Record[Event]:
    return Record(
        "an event",
        {
            "said": Described("the words of the text that tell when", Verbatim()),
            "what": Described("the sentence or clause that tells it, from the text", Verbatim()),
            "place": Described("an id from places.yaml", Identifier("a place", "places.yaml", known.places)),
            "day": Described("whole days from the article’s own day", Whole()),
            "date": Described("what header and text allow, and nothing finer", Date()),
            "status": Described("whether the text says that it took place", Choice("status of an event", EventStatus)),
        },
        Event,
        required=("said", "what"),
    )


def entry_fields(known: KnownIds, languages: tuple[str, ...]) -> Fields:
    """All fields of an entry's front matter."""
    actor = Identifier("an actor", "actors.yaml", known.actors)
    place = Identifier("a place", "places.yaml", known.places)
    theme = Identifier("a theme", "themes.yaml", known.themes)
    type_ = Choice("type of entry", EntryType)
    inferred = Choice("field that the converter fills", Inferred)
    return {
        "title": Described("the headline, in plain text", PlainText()),
        "date": Described("when it happened, never finer than the sources say: 2022-01-12, 2022-01, 2022~", Date()),
        "lang": Described(
            "the language of the text; without it the first that site.yaml names", LanguageCode(languages)
        ),
        "type": Described("what kind of thing it tells of", type_),
        "summary": Described("one or two sentences of plain text", PlainText()),
        "actors": Described("who took part: a list of ids from actors.yaml", ListOf(actor)),
        "places": Described("where: a list of ids from places.yaml", ListOf(place)),
        "themes": Described("what it is about: a list of ids from themes.yaml", ListOf(theme)),
        "sequence": Described("the step it is, or a list where it is a step of several", OneOrMore(_step(known))),
        "order": Described("a whole number that breaks ties on one day; 0 by default", Whole()),
        "sources": Described("a list; each has a title, a publisher or an address at least", ListOf(SOURCE)),
        "disputed": Described("who claims what, in one or two sentences; shown above the text", PlainText()),
        "corrections": Described("what was put right: a list", ListOf(CORRECTION)),
        "media": Described("pictures: a list", ListOf(MEDIA)),
        "aliases": Described("old file names: a list; their addresses lead to this entry", ListOf(PlainText())),
        "published": Described("the day it appeared here, for the feed and the latest on the home page", CalendarDay()),
        "updated": Described("the day it last changed", CalendarDay()),
        "draft": Described("true keeps it off the site; the build says so", Flag()),
        "seed": Described("the article it came from", SEED),
        "events": Described("what the text reports, in its order: a list", ListOf(_event(known))),
        "quotes": Described("what the text quotes: a list", ListOf(QUOTE)),
        "inferred": Described("a list of the fields that a program filled and nobody has reviewed", ListOf(inferred)),
    }


def entry_record(known: KnownIds, languages: tuple[str, ...]) -> Record[dict[str, object]]:
    """The front matter of an entry. What it needs depends on whether it is a draft or a translation."""
    return Record("an entry", entry_fields(known, languages), dict, renamed=RENAMED, foreign=FOREIGN)


def page_record(languages: tuple[str, ...]) -> Record[dict[str, object]]:
    """The front matter of a page without a date."""
    fields = entry_fields(KnownIds(None, None, None, None), languages)
    return Record("a page", {name: fields[name] for name in PROSE_FIELDS}, dict)


def _checks(**given: Switch) -> Mapping[Code, Switch]:
    """How each rule is set: as written, or as it comes."""
    return {code: given.get(code, default) for code, default in {**CHECKS, **LINK_CHECKS}.items()}


def _site(base_url: str, repository: str | None = None, **given: Any) -> Site:  # noqa: ANN401 - the other fields below
    return Site(base_url=as_base(base_url), repository=as_base(repository) if repository else None, **given)


def site_record(default: str) -> Record[Site]:
    """The settings of `site.yaml`."""
    words = InLanguages(default)
    switch = Choice("setting of a rule", Switch)
    rules: Fields = {code: Described("a rule for editors", switch) for code in CHECKS}
    links: Fields = {code: Described("a rule for outside links", switch) for code in LINK_CHECKS}
    checks = Record("checks", {**rules, **links}, _checks)
    return Record(
        "site.yaml",
        {
            "title": Described("what the site is called", words),
            "description": Described("what it is about, in one or two sentences", words),
            "base_url": Described("its address on the web", Url(is_base=True)),
            "languages": Described("the codes of its languages, the default first: [fr, pt-BR]", Languages()),
            "publisher": Described("who publishes it", PlainText()),
            "licence": Described("what others may do with its texts, such as CC BY 4.0", PlainText()),
            "repository": Described(
                "the address below which the files of the project can be read; every entry then leads to its file",
                Url(is_base=True),
            ),
            "checks": Described(
                "how the rules for editors and for outside links are set, where not as they come", checks
            ),
        },
        _site,
        required=("title", "description", "base_url", "languages"),
    )


def actor_record(default: str, ids: Collection[str] | None) -> Record[Any]:
    """One actor of `actors.yaml`; its id is its key."""
    words = InLanguages(default)
    body = Identifier("an actor", "actors.yaml", ids)
    role = Record(
        "a role",
        {
            "office": Described("what it is called", words),
            "of": Described("the id of the organisation or country it is an office of", body),
            "from": Described("since when; a date as in an entry", Date()),
            "to": Described("until when; without it the office is still held", Date()),
        },
        lambda **given: Role(given["office"], given.get("of"), given.get("from"), given.get("to")),
        required=("office",),
    )
    fields: Fields = {
        "kind": Described("what it is", Choice("kind of actor", ActorKind)),
        "name": Described("what it is called", words),
        "variants": Described("other spellings: a list", ListOf(PlainText())),
        "roles": Described("the offices that a person held: a list", ListOf(role)),
        "wikidata": Described("its item in Wikidata, such as Q42", PlainText()),
    }
    return Record("an actor", fields, dict, required=("kind", "name"))


def place_record(default: str, ids: Collection[str] | None) -> Record[Any]:
    """One place of `places.yaml`; its id is its key."""
    fields: Fields = {
        "name": Described("what it is called", InLanguages(default)),
        "variants": Described("other spellings: a list", ListOf(PlainText())),
        "within": Described("the id of the place it lies in", Identifier("a place", "places.yaml", ids)),
        "country": Described("the code of its country, such as BE", PlainText()),
        "lat": Described("degrees to the north; lat and lon stand together", Degrees(90)),
        "lon": Described(
            "degrees to the east; a place without a point is on maps where the place is that it lies in", Degrees(180)
        ),
    }
    return Record("a place", fields, dict, required=("name",))


def theme_record(default: str) -> Record[Any]:
    """One theme of `themes.yaml`; its id is its key."""
    fields: Fields = {"name": Described("what it is called", InLanguages(default))}
    return Record("a theme", fields, dict, required=("name",))


def sequence_record(default: str) -> Record[Any]:
    """One sequence of `sequences.yaml`; its id is its key."""
    fields: Fields = {
        "title": Described("what it is called", InLanguages(default)),
        "summary": Described("what happened, in one or two sentences", InLanguages(default)),
    }
    return Record("a sequence", fields, dict, required=("title",))


def period_record(default: str) -> Record[Period]:
    """One period of `periods.yaml`, a list."""
    words = InLanguages(default)
    return Record(
        "a period",
        {
            "id": Described("stands in its address: letters, digits and hyphens", PlainText()),
            "title": Described("what it is called", words),
            "from": Described("when it began; a date as in an entry", Date()),
            "to": Described("when it ended; without it the period goes on", Date()),
            "summary": Described("what happened, in one or two sentences", words),
        },
        lambda **given: Period(given["id"], given["title"], given["from"], given.get("to"), given.get("summary")),
        required=("id", "title", "from"),
    )
