"""The room's one door: from a chronology to all pages of the site, as data."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from generator.errors import Code, ContentError, Position, Problem
from generator.languages import Language
from generator.model import Chronology, Gazetteer, Prose, Site
from generator.render.edition import Edition
from generator.render.lists import list_pages
from generator.render.machine import feed_page, machine_pages
from generator.render.singles import entry_pages, not_found_page, prose_pages
from generator.render.views import Page
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
    """All pages, what is linked to before what links to it."""
    pages: list[Page] = []
    for edition in in_languages:
        pages += entry_pages(edition)
        pages += prose_pages(edition)
    for edition in in_languages:
        pages += list_pages(edition)
    pages.append(not_found_page(in_languages[0]))
    pages += [feed_page(edition) for edition in in_languages]
    pages += machine_pages(in_languages[0].site, pages)
    return tuple(pages)


def check(pages: tuple[Page, ...], files: frozenset[Address]) -> None:
    """Make sure that no two pages share an address and that every link leads somewhere.

    Addresses that differ in case alone are one on many file systems. Raises `ContentError`.
    """
    problems: list[Problem] = []
    seen: dict[str, Address] = {}
    for address in [*sorted(files), *(page.address for page in pages)]:
        rival = seen.get(address.casefold())
        if rival is not None:
            message = f"two files have the address {rival}"
            problems.append(Problem(Code.PATH_CLASH, address, Position(), message, "rename one of them"))
        seen[address.casefold()] = address
    known = {page.address for page in pages} | files
    for page in pages:
        for address in set(_addresses(page.view)) - known:
            message = f"the page links to {address}, which is not made"
            problems.append(Problem(Code.PATH_CLASH, page.address, Position(), message, "report this as a bug"))
    if problems:
        raise ContentError(problems)


def _addresses(value: object) -> Iterator[Address]:
    """Every address that a view holds."""
    if isinstance(value, Address):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _addresses(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _addresses(getattr(value, field.name))
