"""The room's one door: from a chronology to all pages of the site, as data."""

from collections.abc import Iterable, Mapping
from functools import partial

from generator.arranged import Chronology
from generator.languages import Language
from generator.model import Gazetteer, Prose, Site
from generator.render.builder import builder_page
from generator.render.calendar_file import calendar_page
from generator.render.data_pages import data_pages
from generator.render.edition import Edition
from generator.render.indexes import index_pages
from generator.render.lists import list_pages
from generator.render.machine import feed_pages, machine_pages
from generator.render.posters import poster_pages
from generator.render.search import search_pages
from generator.render.sequences import sequence_pages
from generator.render.singles import entry_pages, not_found_page, prose_pages
from generator.render.topics import topic_pages
from generator.render.views import HomePage, NotFoundPage, Page, PlanError
from generator.urls import Address


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
    """All pages, what is linked to before what links to it. Those by which readers come in are the last: the home page
    of the first language, which leads to the others, and what is shown for an address that leads nowhere."""
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
    pages.append(not_found_page(in_languages[0]))
    for edition in in_languages:
        pages += feed_pages(edition)
        pages.append(calendar_page(edition))
        pages += data_pages(edition)
    pages += machine_pages(in_languages, pages)
    first = in_languages[0].lang
    return tuple(sorted(pages, key=partial(_turn, first)))


def _turn(first: str, page: Page) -> int:
    """When a page comes, of which home pages and what is shown for no page are the last."""
    if page.kind is NotFoundPage:
        return 3
    if page.kind is HomePage:
        return 2 if page.lang == first else 1
    return 0


def check_addresses(addresses: Iterable[Address]) -> None:
    """Make sure that no two files share an address.

    Addresses that differ in case alone are one on many file systems. `load` has reported what an author can do about
    it, so that what is left is a bug of ours: raises `PlanError`.
    """
    seen: dict[str, Address] = {}
    for address in addresses:
        if address.casefold() in seen:
            raise PlanError(f"{address} and {seen[address.casefold()]} are one address")
        seen[address.casefold()] = address
