"""The files that programs read: the feed, the sitemap, robots.txt, the headers, the script for pages of others."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial

from generator import urls
from generator.model import Entry, in_language
from generator.moment import Moment
from generator.render.cards import body, card, described
from generator.render.data_views import DataPage
from generator.render.edition import Edition
from generator.render.embed_parts import EmbedScript
from generator.render.lists import newest
from generator.render.machine_views import Feed, FeedEntry, Headers, JsonFeed, Robots, Sitemap, SitemapItem
from generator.render.origins import digest
from generator.render.singles import correction_views
from generator.render.views import (
    EntryPage,
    HomePage,
    Page,
    ProsePage,
    SequencePage,
    SequencesPage,
    TimelinePage,
    TopicPage,
    TopicsPage,
    YearPage,
    of_view,
    ready,
)
from generator.urls import Address

_INDEXED = (
    HomePage,
    TimelinePage,
    YearPage,
    EntryPage,
    SequencesPage,
    SequencePage,
    TopicPage,
    TopicsPage,
    ProsePage,
    DataPage,
)
_IN_FEED = 50
_START_OF_UNIX_TIME = "1970-01-01T00:00:00Z"


def feed_pages(edition: Edition) -> Iterator[Page]:
    """The feed as Atom and as JSON: entries that say on which day they appeared, newest change first."""
    address, feed = edition.addresses.json_feed, cache(partial(_feed, edition))
    yield of_view(edition.addresses.feed, edition.lang, Feed, feed)
    yield of_view(address, edition.lang, JsonFeed, lambda: JsonFeed(feed(), address))


def fed(edition: Edition) -> list[Entry]:
    """The entries of the feed, newest change first."""
    entries = (entry for entry in edition.chronology.entries if in_feed(entry, edition.lang))
    return newest(entries, edition.lang, _IN_FEED)


def in_feed(entry: Entry, lang: str) -> bool:
    """Whether the feed can hold an entry: Atom asks when it appeared, and the day of the event is no answer."""
    return entry.text(lang).published is not None


def machine_pages(in_languages: Sequence[Edition], pages: Iterable[Page]) -> Iterator[Page]:
    """The sitemap of the pages that are planned, robots.txt, the headers, and the script for pages of others."""
    site, lang = in_languages[0].site, in_languages[0].lang
    indexed = [(page.address, page.lang) for page in pages if page.kind in _INDEXED]
    origin = partial(digest, [*site.languages, *(address for address, _ in indexed)])
    yield Page(urls.SITEMAP, lang, Sitemap, origin, partial(_sitemap, indexed, in_languages))
    yield ready(urls.ROBOTS, lang, Robots(urls.SITEMAP))
    yield ready(urls.HEADERS, lang, Headers(urls.ASSETS))
    yield ready(urls.EMBED_SCRIPT, lang, EmbedScript(urls.ROOT, site.languages[1:], urls.EMBEDDED))


def _feed(edition: Edition) -> Feed:
    items = tuple(_feed_entry(entry, edition) for entry in fed(edition))
    return Feed(
        shell=edition.shell(in_language(edition.site.title, edition.lang)[0], edition.addresses.home),
        self_address=edition.addresses.feed,
        author=edition.site.publisher or in_language(edition.site.title, edition.lang)[0],
        updated=items[0].updated if items else _START_OF_UNIX_TIME,
        entries=items,
    )


def _sitemap(indexed: Iterable[tuple[Address, str]], in_languages: Iterable[Edition]) -> Sitemap:
    editions = {edition.lang: edition for edition in in_languages}
    return Sitemap(tuple(SitemapItem(address, editions[lang].alternates(address)) for address, lang in indexed))


def _feed_entry(entry: Entry, edition: Edition) -> FeedEntry:
    text = entry.text(edition.lang)
    return FeedEntry(
        card=card(entry, edition),
        summary=described(text, edition.language),
        body=body(text, edition),
        disputed=text.disputed,
        disputed_lang=entry.lang_of("disputed", edition.lang),
        corrections=correction_views(text, edition),
        corrections_lang=entry.lang_of("corrections", edition.lang),
        published=_timestamp(text.published),
        updated=_timestamp(text.updated or text.published),
        event=entry.moment.written,
    )


def _timestamp(moment: Moment | None) -> str:
    """A day as RFC 3339 wants it."""
    day = moment.latest if moment else None
    return f"{day.year:04}-{day.month:02}-{day.day:02}T00:00:00Z" if day else _START_OF_UNIX_TIME
