"""What is made for programs that follow, list or serve the site: feeds, calendar, sitemap, and hints for hosts."""

from dataclasses import dataclass
from typing import Any

from generator.render.parts import Body, Card, CorrectionView
from generator.render.shell import LanguageLink, Shell
from generator.urls import Address


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of the feed; `updated` is an RFC 3339 timestamp at the start of the day, `event` the date of what the
    entry tells, in EDTF as its author wrote it."""

    card: Card
    summary: str | None
    body: Body
    disputed: str | None
    disputed_lang: str
    corrections: tuple[CorrectionView, ...]
    corrections_lang: str
    published: str
    updated: str
    event: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The Atom feed (RFC 4287), newest change first."""

    shell: Shell
    self_address: Address
    author: str
    updated: str
    entries: tuple[FeedEntry, ...]


@dataclass(frozen=True, slots=True)
class JsonFeed:
    """The same feed as JSON (JSON Feed 1.1)."""

    feed: Feed
    self_address: Address


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar (RFC 5545): its lines, each with the carriage return that stands before its end."""

    shell: Shell
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SitemapItem:
    """One page and its other languages."""

    address: Address
    alternates: tuple[LanguageLink, ...]


@dataclass(frozen=True, slots=True)
class Sitemap:
    """All pages a search engine should know (sitemaps.org, protocol 0.9)."""

    items: tuple[SitemapItem, ...]


@dataclass(frozen=True, slots=True)
class Robots:
    """Everything may be read; here is the list (RFC 9309)."""

    sitemap: Address


@dataclass(frozen=True, slots=True)
class Headers:
    """How hosts are to send each file. What lies below `hashed` has a name that changes with its content."""

    hashed: str


MachineView = Feed | JsonFeed | CalendarFile | Sitemap | Robots | Headers

MACHINE_TEMPLATES: dict[type[Any], str] = {
    Feed: "feeds/atom.xml",
    JsonFeed: "feeds/feed.json",
    CalendarFile: "feeds/timeline.ics",
    Sitemap: "machine/sitemap.xml",
    Robots: "machine/robots.txt",
    Headers: "machine/headers.txt",
}
"""Which template draws which of these views."""
