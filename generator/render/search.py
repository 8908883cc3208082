"""The page of full-text search, and what the index knows of each entry."""

import hashlib
from collections.abc import Iterable, Iterator

from generator import urls
from generator.arranged import Side, YearGroup
from generator.findable import Findable
from generator.model import Entry, EntryType
from generator.program_digest import program_digest
from generator.render.cards import card
from generator.render.edition import Edition
from generator.render.lists import year_label
from generator.render.singles import standfirst
from generator.render.views import Choice, Page, SearchPage, ready
from generator.render.words import entry_type
from generator.text import alphabetical
from generator.urls import Addresses


def search_pages(edition: Edition) -> Iterator[Page]:
    """The page of full-text search, where the site has one; search engines have no use for it."""
    if not edition.has_search:
        return
    word = edition.language.word("Search")
    view = SearchPage(
        shell=edition.shell(word, edition.addresses.search, is_indexed=False),
        engine=urls.SEARCH_SCRIPT,
        root=urls.ROOT,
        timeline=edition.addresses.timeline,
        types=_types(edition),
        years=tuple(
            Choice(_year(group), year_label(group, edition), edition.lang) for group in edition.chronology.years
        ),
        actors=_actors(edition),
    )
    yield ready(edition.addresses.search, edition.lang, view)


def findables(edition: Edition) -> Iterator[Findable]:
    """Every entry as the edition shows it, in the order of the chronology; none where the site has no search.

    An edition finds every entry that it shows: one that has not been translated, by the words of its original.
    """
    years = edition.chronology.years if edition.has_search else ()
    articles = ((one.entry, _year(group)) for group in years for placed in group.placed for one in placed.articles)
    for place, (entry, year) in enumerate(articles):
        text = entry.text(edition.lang)
        yield Findable(
            path=urls.relative(urls.ROOT, edition.addresses.entry(entry.slug)),
            lang=edition.lang,
            lead=standfirst(text) or "",
            body=text.body,
            meta=_meta(entry, edition),
            facets={"type": (entry.type.value,), "year": (year,), "actor": entry.actors},
            place=place,
        )


def fingerprint(all_findables: Iterable[Findable], engine: str) -> str:
    """A digest of all that decides what an index finds, made by `engine`."""
    digest = hashlib.sha256(f"{program_digest()}\0{engine}".encode())
    for findable in all_findables:
        digest.update(repr(findable).encode())
    return digest.hexdigest()


def _meta(entry: Entry, edition: Edition) -> dict[str, str]:
    """What is shown beside a title, and names that are only found; what does not hold is left out."""
    word, shown = edition.language.word, card(entry, edition)
    names = (
        *edition.names(Side.ACTORS, entry.actors),
        *edition.names(Side.PLACES, entry.places),
        *edition.names(Side.THEMES, entry.themes),
    )
    meta = {
        "title": shown.title,
        "date": shown.when.words,
        "type": shown.type_label,
        "names": ", ".join(name.words for name in names),
        "inferred": word("inferred date") if shown.written else "",
        "disputed": word("Disputed") if shown.is_disputed else "",
        "unreviewed": word("Not yet reviewed") if shown.is_unreviewed else "",
        "foreign": word("In %(language)s", language=shown.foreign) if shown.foreign else "",
        "lang": shown.lang if shown.foreign else "",
    }
    return {name: words for name, words in meta.items() if words}


def _types(edition: Edition) -> tuple[Choice, ...]:
    """The kinds of entry that there are, in the order of the model."""
    found = {entry.type for entry in edition.chronology.entries}
    return tuple(
        Choice(kind.value, entry_type(kind, edition.language), edition.lang) for kind in EntryType if kind in found
    )


def _actors(edition: Edition) -> tuple[Choice, ...]:
    """Everybody whom an entry names, by name."""
    found = sorted({id_ for entry in edition.chronology.entries for id_ in entry.actors})
    names = zip(found, edition.labels(Side.ACTORS, found), strict=True)
    choices = (Choice(id_, name.words, name.lang) for id_, name in names)
    return tuple(sorted(choices, key=lambda choice: alphabetical(choice.label)))


def _year(group: YearGroup) -> str:
    """A year, decade or century as its address spells it."""
    return Addresses().year(group.year, group.precision).strip("/")
