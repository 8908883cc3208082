"""The files that programs read: the feed, the sitemap, robots.txt, the headers, the script for pages of others."""

from collections.abc import Iterable, Iterator

from generator import urls
from generator.model import Entry, Site, in_language
from generator.moment import Moment
from generator.render.cards import body, card
from generator.render.data_views import DataPage
from generator.render.edition import Edition
from generator.render.embed_parts import EmbedScript
from generator.render.lists import newest
from generator.render.machine_views import Feed, FeedEntry, Headers, JsonFeed, Robots, Sitemap, SitemapItem
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
)

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
    items = tuple(_feed_entry(entry, edition) for entry in fed(edition))
    feed = Feed(
        shell=edition.shell(in_language(edition.site.title, edition.lang)[0], lambda addresses: addresses.home),
        self_address=edition.addresses.feed,
        author=edition.site.publisher or in_language(edition.site.title, edition.lang)[0],
        updated=items[0].updated if items else _START_OF_UNIX_TIME,
        entries=items,
    )
    yield Page(edition.addresses.feed, edition.lang, feed)
    address = edition.addresses.json_feed
    yield Page(address, edition.lang, JsonFeed(feed, address))


def fed(edition: Edition) -> list[Entry]:
    """The entries of the feed, newest change first."""
    entries = (entry for entry in edition.chronology.entries if in_feed(entry, edition.lang))
    return newest(entries, edition.lang, _IN_FEED)


def in_feed(entry: Entry, lang: str) -> bool:
    """Whether the feed can hold an entry: Atom asks when it appeared, and the day of the event is no answer."""
    return entry.text(lang).published is not None


def machine_pages(site: Site, pages: Iterable[Page]) -> Iterator[Page]:
    """The sitemap of the pages that are planned, robots.txt, the headers, and the script for pages of others."""
    lang = site.languages[0]
    items = (SitemapItem(page.address, page.view.shell.languages) for page in pages if isinstance(page.view, _INDEXED))
    yield Page(urls.SITEMAP, lang, Sitemap(tuple(items)))
    yield Page(urls.ROBOTS, lang, Robots(urls.SITEMAP))
    yield Page(urls.HEADERS, lang, Headers(urls.ASSETS))
    yield Page(urls.EMBED_SCRIPT, lang, EmbedScript(urls.ROOT, site.languages[1:], urls.EMBEDDED))


def _feed_entry(entry: Entry, edition: Edition) -> FeedEntry:
    text = entry.text(edition.lang)
    published = _timestamp(text.published)
    updated = _timestamp(text.updated or text.published)
    return FeedEntry(card(entry, edition), body(text, edition), published, updated, entry.moment.written)


def _timestamp(moment: Moment | None) -> str:
    """A day as RFC 3339 wants it."""
    day = moment.latest if moment else None
    return f"{day.year:04}-{day.month:02}-{day.day:02}T00:00:00Z" if day else _START_OF_UNIX_TIME
