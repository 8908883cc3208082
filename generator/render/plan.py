"""The room's one door: from a chronology to all pages of the site, as data."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, fields, is_dataclass

from generator.groups import Chronology
from generator.languages import Language
from generator.model import Gazetteer, Prose, Site
from generator.render.builder import builder_page
from generator.render.calendar_file import calendar_page
from generator.render.data_pages import data_pages
from generator.render.edition import Edition
from generator.render.embeds import embed_pages
from generator.render.indexes import index_pages
from generator.render.lists import list_pages
from generator.render.machine import feed_pages, machine_pages
from generator.render.posters import poster_pages
from generator.render.search import search_pages
from generator.render.sequences import sequence_pages
from generator.render.singles import entry_pages, not_found_page, prose_pages
from generator.render.topics import topic_pages
from generator.render.views import Page
from generator.urls import Address


class PlanError(Exception):
    """The plan contradicts itself: a bug of ours, which ends with a traceback."""


def editions(
    site: Site,
    gazetteer: Gazetteer,
    chronology: Chronology,
    prose: tuple[Prose, ...],
    languages: Mapping[str, Language],
) -> tuple[Edition, ...]:
    """The site in each of its languages, the default one first."""
    return tuple(Edition(site, gazetteer, chronology, prose, languages[code], languages) for code in site.languages)


def plan(in_languages: tuple[Edition, ...]) -> tuple[Page, ...]:
    """All pages, what is linked to before what links to it."""
    pages: list[Page] = []
    for edition in in_languages:
        pages += poster_pages(edition)
        pages += entry_pages(edition)
        pages += prose_pages(edition)
    for edition in in_languages:
        pages += sequence_pages(edition)
        pages += topic_pages(edition)
        pages += index_pages(edition)
        pages += list_pages(edition)
        pages += search_pages(edition)
        pages.append(builder_page(edition))
    pages += embed_pages([*pages])
    pages.append(not_found_page(in_languages[0]))
    for edition in in_languages:
        pages += feed_pages(edition)
        pages.append(calendar_page(edition))
        pages += data_pages(edition)
    pages += machine_pages(in_languages[0].site, pages)
    return tuple(pages)


def check(pages: tuple[Page, ...], files: frozenset[Address]) -> None:
    """Make sure that no two pages share an address and that every link leads somewhere.

    Addresses that differ in case alone are one on many file systems. `load` has reported what an author can do about
    either, so that what is left is a bug of ours: raises `PlanError`.
    """
    faults: list[str] = []
    seen: dict[str, Address] = {}
    for address in [*sorted(files), *(page.address for page in pages)]:
        if address.casefold() in seen:
            faults.append(f"{address} and {seen[address.casefold()]} are one address")
        seen[address.casefold()] = address
    links = _Links({page.address for page in pages} | files)
    for page in pages:
        dead = sorted(set(links.dead(page.view)))
        faults += [f"{page.address} links to {address}, which is not made" for address in dead]
    if faults:
        raise PlanError("\n".join(faults))


@dataclass(frozen=True, slots=True)
class _Links:
    """Looks for addresses that are not known. What was found sound is not looked through again: pages share cards."""

    known: AbstractSet[Address]
    _sound: set[int] = field(default_factory=set)

    def dead(self, value: object) -> Iterator[Address]:
        """Every address in a view that leads nowhere."""
        if isinstance(value, Address):
            if value not in self.known:
                yield value
        elif isinstance(value, tuple):
            for item in value:
                yield from self.dead(item)
        elif is_dataclass(value) and id(value) not in self._sound:
            found = [address for each in fields(value) for address in self.dead(getattr(value, each.name))]
            if not found:
                self._sound.add(id(value))
            yield from found
