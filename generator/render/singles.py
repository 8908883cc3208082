"""The pages that show one thing: an entry, a page of prose, an old address, no page at all."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from generator import urls
from generator.arranged import Placed, Side, YearGroup
from generator.model import Entry, Media, Quote, Source, Text, in_language
from generator.moment import Precision
from generator.render.cards import body, card, described, doubts, when
from generator.render.citing import citation
from generator.render.edition import Edition
from generator.render.embeds import frame_page, oembed_pages
from generator.render.linked_data import as_json, entry_data
from generator.render.maps import places_map
from generator.render.offices import participants
from generator.render.parts import CorrectionView, PeriodOfEntry, PictureView, QuoteView, SourceView
from generator.render.reporting import evidence, reported_events, reports
from generator.render.sequences import places_in_sequences
from generator.render.shell import Embed, Link
from generator.render.views import EntryPage, NotFoundPage, Page, ProsePage, RedirectPage, ready
from generator.render.words import field_names, source_kind, year_in_words
from generator.text import squeeze
from generator.urls import Address

_FRAME_HEIGHT = 480
"""Of an entry whose frame does not grow, in CSS pixels."""


def entry_pages(edition: Edition) -> Iterator[Page]:
    """One page for each entry with its frame, and those for each of its old addresses."""
    for placed, year in _by_year(edition):
        yield from _pages_of(placed, year, edition)


def revised_pages(entry: Entry, edition: Edition) -> Iterator[Page]:
    """The same pages for an entry whose texts, and nothing else of it, are others than in the chronology."""
    for placed, year in _by_year(edition):
        if placed.entry.slug == entry.slug:
            yield from _pages_of(replace(placed, entry=entry), year, replace(edition, cards={}))


def prose_pages(edition: Edition) -> Iterator[Page]:
    """The pages without a date."""
    for prose in edition.prose:
        text = prose.text(edition.lang)
        shell = edition.shell(text.title, edition.addresses.prose(prose.slug), text.summary)
        view = ProsePage(shell, text.title, text.lang, edition.foreign(text.lang), body(text, edition))
        yield ready(edition.addresses.prose(prose.slug), edition.lang, view)


def not_found_page(edition: Edition) -> Page:
    """The page that servers send in place of one that is not there."""
    title = edition.language.word("Page not found")
    shell = edition.shell(title, edition.addresses.home, is_indexed=False)
    home = replace(shell.home, is_here=False)
    return ready(urls.NOT_FOUND, edition.lang, NotFoundPage(replace(shell, home=home)))


def _by_year(edition: Edition) -> Iterator[tuple[Placed, Link]]:
    """All articles in order, each with the link to its year."""
    for year in edition.chronology.years:
        link = _year_link(year, edition)
        for placed in year.placed:
            yield from ((one, link) for one in placed.articles)


def _pages_of(placed: Placed, year: Link, edition: Edition) -> Iterator[Page]:
    entry = placed.entry
    origin, make = partial(edition.origins.of_entry, placed), partial(_entry_page, placed, year, edition)
    page = Page(edition.addresses.entry(entry.slug), edition.lang, EntryPage, origin, make)
    yield page
    yield from _embed_pages(page, entry, edition)
    yield from _old_pages(page, entry, edition)


def _entry_page(placed: Placed, year: Link, edition: Edition) -> EntryPage:
    entry = placed.entry
    text = entry.text(edition.lang)
    shown = card(entry, edition)
    return EntryPage(
        shell=edition.shell(
            text.title,
            edition.addresses.entry(entry.slug),
            described(text, edition.language),
            linked_data=as_json(entry_data(entry, edition)),
            embed=_embed(entry, edition),
        ),
        card=shown,
        evidence=evidence(entry, edition),
        standfirst=standfirst(text),
        body=body(text, edition),
        actors=participants(entry, edition),
        places=edition.labels(Side.PLACES, entry.places),
        map=places_map(entry.places, edition),
        themes=edition.labels(Side.THEMES, entry.themes),
        periods=tuple(_periods(entry, edition)),
        sequences=places_in_sequences(entry, edition),
        disputed=text.disputed,
        disputed_lang=entry.lang_of("disputed", edition.lang),
        pictures=tuple(picture_view(picture) for picture in text.media),
        pictures_lang=entry.lang_of("media", edition.lang),
        sources=tuple(source_view(source, edition) for source in text.sources),
        sources_lang=entry.lang_of("sources", edition.lang),
        corrections=correction_views(text, edition),
        corrections_lang=entry.lang_of("corrections", edition.lang),
        inferred=field_names(text.inferred, edition.language) if text.inferred else None,
        seed=entry.seed.file if entry.seed else None,
        year=year,
        before=card(placed.before, edition) if placed.before else None,
        after=card(placed.after, edition) if placed.after else None,
        quotes=tuple(_quote(quote, edition) for quote in entry.quotes),
        citation=citation(entry, edition),
        raw=_raw(text, edition),
        reported=reported_events(entry, edition),
        reports=reports(placed, edition),
    )


def _periods(entry: Entry, edition: Edition) -> Iterator[PeriodOfEntry]:
    """By its date as written: what an inferred day falls into is no surer than that day."""
    for id_ in edition.chronology.topics.periods_of[entry.slug]:
        is_sure = entry.moment.surely_meets(edition.gazetteer.periods[id_].span)
        yield PeriodOfEntry(edition.label(Side.PERIODS, id_), is_sure)


def _year_link(group: YearGroup, edition: Edition) -> Link:
    """From an entry to the year, decade or century it stands in."""
    language, address = edition.language, edition.addresses.year(group.year, group.precision)
    if group.precision is Precision.YEAR:
        return Link(language.word("All of %(year)s", year=language.year_of_date(group.year)), edition.lang, address)
    words = year_in_words(group.year, group.precision, language)
    return Link(language.word("All entries dated “%(year)s”", year=words), edition.lang, address)


def _embed_pages(page: Page, entry: Entry, edition: Edition) -> Iterator[Page]:
    """The frame of an entry, and what oEmbed says of it. Neither shows anything of other entries."""
    name = _embed_name(entry.slug)
    yield frame_page(page, partial(edition.origins.of_text, entry), name, edition)
    yield from oembed_pages(page, partial(edition.origins.of_face, entry), name, edition)


def _old_pages(page: Page, entry: Entry, edition: Edition) -> Iterator[Page]:
    """At each old address of an entry a page that leads to the new one, and its frame."""
    for alias in entry.aliases:
        make = partial(_redirect, entry, alias, edition)
        yield frame_page(page, partial(edition.origins.of_text, entry), _embed_name(alias), edition)
        yield Page(edition.addresses.entry(alias), edition.lang, RedirectPage, page.origin, make)


def _redirect(entry: Entry, alias: str, edition: Edition) -> RedirectPage:
    addresses, text = edition.addresses, entry.text(edition.lang)
    target = addresses.entry(entry.slug)
    shell = edition.shell(text.title, target, is_indexed=False, embed=_embed(entry, edition))
    return RedirectPage(shell, text.lang, target, addresses.frame(_embed_name(alias)))


def _embed_name(slug: str) -> str:
    return f"entries/{slug}"


def _embed(entry: Entry, edition: Edition) -> Embed:
    told = card(entry, edition).when.told, *doubts(entry.text(edition.lang), edition.language)
    return edition.embed(_embed_name(entry.slug), _FRAME_HEIGHT, " · ".join(told))


def standfirst(text: Text) -> str | None:
    """The summary, unless a reader would meet the same words at the beginning of the body."""
    if text.summary is None:
        return None
    opening = squeeze(text.body)[: 3 * len(text.summary)]
    return None if text.summary.rstrip("…") in opening else text.summary


def picture_view(picture: Media) -> PictureView:
    """A picture and what stands beside it."""
    return PictureView(urls.media(picture.src), picture.alt, picture.caption, picture.credit)


def _raw(text: Text, edition: Edition) -> str | None:
    repository = edition.site.repository
    return urls.absolute(repository, Address(f"/{text.path}")) if repository else None


def _quote(quote: Quote, edition: Edition) -> QuoteView:
    """A speaker is an actor by id, or a name that the gazetteer lacks."""
    actor = edition.gazetteer.actors.get(quote.speaker or "")
    name, lang = in_language(actor.name, edition.lang) if actor else (quote.speaker, edition.lang)
    return QuoteView(quote.text, name, lang)


def source_view(source: Source, edition: Edition) -> SourceView:
    """A source with its date and kind in words."""
    return SourceView(
        title=source.title,
        publisher=source.publisher,
        url=source.url,
        archived=source.archived,
        when=when(source.date, edition.language) if source.date else None,
        kind_label=source_kind(source.kind, edition.language),
    )


def correction_views(text: Text, edition: Edition) -> tuple[CorrectionView, ...]:
    """What was put right in a text, with the dates of that in words."""
    return tuple(CorrectionView(when(each.date, edition.language), each.text) for each in text.corrections)
