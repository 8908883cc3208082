"""The pages that list entries: home, the timeline, each year."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from math import inf, isfinite

from generator.arranged import DayGroup, MonthGroup, Placed, YearGroup
from generator.languages import Language
from generator.model import Entry, in_language
from generator.moment import Bound
from generator.render.cards import card
from generator.render.edition import Edition
from generator.render.embeds import embed_pages
from generator.render.filters import filter_groups
from generator.render.linked_data import as_json, list_data, site_data
from generator.render.overview import whole_overview
from generator.render.parts import DayView, MonthView, YearLink, YearView
from generator.render.sequences import sequence_links
from generator.render.shell import Embed
from generator.render.views import HomePage, Page, TimelinePage, YearPage
from generator.render.words import month_or_season, year_in_words
from generator.text import capital
from generator.urls import year_name

_TIMELINE = "timeline"
"""What its frame is called."""
_NEWEST = 6
_MOST = 2000
"""Up to so many entries a page can be read and narrowed down smoothly; beyond, cards would weigh several megabytes."""


def list_pages(edition: Edition) -> Iterator[Page]:
    """All lists of an edition, what is linked to before what links to it."""
    groups, lang, addresses = edition.chronology.years, edition.lang, edition.addresses
    for before, group, after in zip([None, *groups], groups, [*groups[1:], None], strict=False):
        origin = cache(partial(edition.origins.of_list, [group], *(one and _key(one) for one in (before, after))))
        make = partial(_year_page, before, group, after, edition)
        page = Page(addresses.year(group.year, group.precision), lang, YearPage, origin, make)
        yield page
        yield from embed_pages(page, _embed_name(group), edition)

    def everything() -> str:
        return edition.origins.of_lists

    timeline = Page(addresses.timeline, lang, TimelinePage, everything, partial(_timeline, edition))
    yield timeline
    yield from embed_pages(timeline, _TIMELINE, edition, partial(year_views, groups, edition))
    yield Page(addresses.home, lang, HomePage, everything, partial(_home, edition))


def _key(group: YearGroup) -> tuple[int, str, int]:
    """What a neighbour shows of a year, decade or century."""
    return group.year, group.precision.value, len(group.placed)


def _embed_name(group: YearGroup) -> str:
    return f"years/{year_name(group.year, group.precision)}"


def _year_page(before: YearGroup | None, group: YearGroup, after: YearGroup | None, edition: Edition) -> YearPage:
    year = _year_view(group, edition)
    earlier, later = (year_links([one], edition)[0] if one else None for one in (before, after))
    shell = edition.shell(
        year.label,
        edition.addresses.year(group.year, group.precision),
        linked_data=_listed(year.label, group.placed, edition),
        embed=edition.embed(_embed_name(group)),
    )
    return YearPage(shell, year, earlier, later, is_long=is_long(group.placed))


def is_long(placed: Sequence[Placed]) -> bool:
    """Whether a page has more entries than it can show as cards."""
    return len(placed) > _MOST


def year_views(groups: Sequence[YearGroup], edition: Edition) -> tuple[YearView, ...]:
    """Years, decades and centuries with their months, days and cards; each knows the years without any before it."""
    gaps = _gaps(groups, edition)
    return tuple(replace(_year_view(group, edition), gap=gap) for group, gap in zip(groups, gaps, strict=True))


def _year_view(group: YearGroup, edition: Edition) -> YearView:
    """A year alone, which knows of no gap before it."""
    key = group.year, group.precision
    return YearView(
        label=year_label(group, edition),
        precision=group.precision.value,
        address=edition.addresses.year(*key) if key in edition.years_with_pages else None,
        count=len(group.placed),
        gap=None,
        months=tuple(_month_view(group.year, month, edition) for month in group.months),
    )


def _gaps(groups: Iterable[YearGroup], edition: Edition) -> Iterator[str | None]:
    """The years before each group that no date of an entry reaches into: a decade may be any of its years, a range is
    all of them, those behind one that is open too, and those before one that has no beginning."""
    moments = [(group, [edition.chronology.moment(one.entry) for one in group.placed]) for group in groups]
    begun = (one.latest.year for _, found in moments for one in found if one.start is Bound.OPEN and one.latest)
    reached: float = max(begun, default=-inf)
    for group, found in moments:
        yield _years(int(reached) + 1, group.year - 1, edition.language) if isfinite(reached) else None
        ends = (inf if one.end is Bound.OPEN else one.points[-1].latest.year for one in found)
        reached = max(reached, max(ends, default=-inf))


def _years(first: int, last: int, language: Language) -> str | None:
    """Several years, or one, or none where the last is before the first."""
    if first < last:
        return f"{language.year(first)}–{language.year(last)}"
    return language.year(first) if first == last else None


def year_links(groups: Sequence[YearGroup], edition: Edition) -> list[YearLink]:
    """Years as a list, each with the number of its entries."""
    return [
        YearLink(year_label(group, edition), edition.addresses.year(group.year, group.precision), len(group.placed))
        for group in groups
    ]


def newest(entries: Iterable[Entry], lang: str, count: int) -> list[Entry]:
    """The entries that appeared or changed last, newest first, of one day the later event."""

    def changed(entry: Entry) -> tuple[int, ...]:
        text = entry.text(lang)
        moment = text.updated or text.published
        return tuple(moment.latest) if moment and moment.latest else ()

    oldest_first = sorted(entries, key=changed)
    return oldest_first[::-1][:count]


def year_label(group: YearGroup, edition: Edition) -> str:
    """A year, decade or century as a heading."""
    words = year_in_words(group.year, group.precision, edition.language)
    return capital(words)


def timeline_embed(edition: Edition) -> Embed:
    """How the whole chronology is embedded."""
    return edition.embed(_TIMELINE)


def _timeline(edition: Edition) -> TimelinePage:
    """All entries as cards, or the years to choose from where those are too many."""
    title, placed, years = edition.language.word("Chronology"), edition.chronology.placed, edition.chronology.years
    shell = edition.shell(
        title,
        edition.addresses.timeline,
        linked_data=_listed(title, placed, edition),
        embed=timeline_embed(edition),
    )
    if is_long(placed):
        links = tuple(year_links(years, edition))
        return TimelinePage(shell, len(placed), filter_groups(edition), (), whole_overview(edition), links)
    return TimelinePage(shell, len(placed), filter_groups(edition), year_views(years, edition), None, ())


def _home(edition: Edition) -> HomePage:
    lead, lead_lang = in_language(edition.site.description, edition.lang)
    title = in_language(edition.site.title, edition.lang)[0]
    shell = edition.shell(
        title,
        edition.addresses.home,
        lead,
        linked_data=as_json(site_data(edition)),
        embed=timeline_embed(edition),
    )
    placed, links = edition.chronology.placed, tuple(year_links(edition.chronology.years, edition))
    entries = newest((one.entry for one in placed), edition.lang, _NEWEST)
    cards = tuple(card(entry, edition) for entry in entries)
    return HomePage(shell, lead, lead_lang, len(placed), whole_overview(edition), links, cards, sequence_links(edition))


def _listed(name: str, placed: Iterable[Placed], edition: Edition) -> str | None:
    """A list of entries for machines."""
    data = list_data(name, (one.entry for one in placed), edition)
    return as_json(data) if data else None


def _month_view(year: int, group: MonthGroup, edition: Edition) -> MonthView:
    days = tuple(_day_view(day, edition) for day in group.days)
    if group.month is None:
        return MonthView(None, None, days)
    return MonthView(f"m{year}-{group.month:02}", month_or_season(group.month, edition.language), days)


def _day_view(group: DayGroup, edition: Edition) -> DayView:
    cards = tuple(card(placed.entry, edition, reports=len(placed.reports)) for placed in group.placed)
    again = tuple(card(placed.entry, edition) for placed in group.again)
    is_known = any(not each.when.is_doubtful and not each.when.inferred for each in (*cards, *again))
    return DayView(edition.language.day_number(group.day) if group.day and is_known else None, cards, again)
