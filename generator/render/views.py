"""All that a template may see: one frozen view for each kind of page, made of plain values and addresses."""

from dataclasses import dataclass

from generator.urls import Address


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the frame around a page. `is_here` is true of the page itself."""

    label: str
    address: Address
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in another language; `name` is the language's own name."""

    lang: str
    name: str
    address: Address
    is_here: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame around every page. `canonical` is its whole address on the web."""

    lang: str
    direction: str
    site_title: str
    page_title: str
    description: str | None
    home: Link
    navigation: tuple[Link, ...]
    languages: tuple[LanguageLink, ...]
    feed: Address
    canonical: str
    licence: str | None
    publisher: str | None
    is_indexed: bool = True


@dataclass(frozen=True, slots=True)
class When:
    """A date in words. `machine` is for `<time>`, None where HTML has no form for it; `limit` is what stays open.

    `shape` is `range`, or `no-start` or `no-end` where a range has one end; None for a single date.
    """

    words: str
    machine: str | None
    precision: str
    shape: str | None
    limit: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """An entry as other pages show it. `foreign` names its language where that is not the page's; `summary_lang` is
    that of its summary, which a translation may have from its original. `more_actors` counts those not named, `reports`
    the other articles on its event."""

    address: Address
    title: str
    summary: str | None
    summary_lang: str
    lang: str
    foreign: str | None
    when: When
    type: str
    type_label: str
    actors: tuple[str, ...]
    more_actors: int
    is_disputed: bool
    is_unreviewed: bool
    reports: int


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A link in a body to another page. `written` is its target in the Markdown, `fragment` the part of that page."""

    written: str
    address: Address
    fragment: str


@dataclass(frozen=True, slots=True)
class Body:
    """A text in Markdown, and where it leads to."""

    text: str
    links: tuple[BodyLink, ...] = ()


@dataclass(frozen=True, slots=True)
class DayView:
    """The entries of one day. `number` is None where the month or season is all that is known."""

    number: str | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """The entries of one month or season. `anchor` and `name` are None where no more than the year is known."""

    anchor: str | None
    name: str | None
    days: tuple[DayView, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """The entries of one year, or of a decade or century as `precision` says."""

    label: str
    precision: str
    address: Address
    count: int
    months: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year in a list of years; `share` is how far its bar goes, in hundredths."""

    label: str
    address: Address
    count: int
    share: int


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front page."""

    shell: Shell
    lead: str
    count: int
    years: tuple[YearLink, ...]
    newest: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The whole chronology."""

    shell: Shell
    count: int
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class YearPage:
    """One year, with its neighbours."""

    shell: Shell
    year: YearView
    before: YearLink | None
    after: YearLink | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """Another article on an entry's event, and by what that is told."""

    card: Card
    reason: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with its kind in words."""

    title: str | None
    publisher: str | None
    url: str | None
    archived: str | None
    when: When | None
    kind_label: str


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction with its date in words."""

    when: When
    text: str


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture and what stands beside it."""

    address: Address
    alt: str
    caption: str | None
    credit: str | None


@dataclass(frozen=True, slots=True)
class StepView:
    """An entry's step in a sequence."""

    number: int
    title: str


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry. `standfirst` is its summary, None where the body already begins with it; `…_lang` is the language of
    what a translation may have from its original."""

    shell: Shell
    card: Card
    standfirst: str | None
    body: Body
    actors: tuple[str, ...]
    places: tuple[str, ...]
    themes: tuple[str, ...]
    step: StepView | None
    disputed: str | None
    disputed_lang: str
    pictures: tuple[PictureView, ...]
    pictures_lang: str
    sources: tuple[SourceView, ...]
    sources_lang: str
    corrections: tuple[CorrectionView, ...]
    corrections_lang: str
    inferred: str | None
    seed: str | None
    year: Link
    before: Card | None
    after: Card | None
    reports: tuple[ReportView, ...]


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page without a date, in the language of `lang`."""

    shell: Shell
    title: str
    lang: str
    body: Body


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """What is served in place of a page that is not there; its links begin at the server's root."""

    shell: Shell


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """An old address that leads to the new one."""

    shell: Shell
    target: Address


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An entry of the feed; `updated` is an RFC 3339 timestamp at the start of the day."""

    card: Card
    body: Body
    published: str
    updated: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The Atom feed (RFC 4287), newest change first."""

    shell: Shell
    self_address: Address
    author: str
    updated: str
    entries: tuple[FeedEntry, ...]


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


View = (
    HomePage | TimelinePage | YearPage | EntryPage | ProsePage | NotFoundPage | RedirectPage | Feed | Sitemap | Robots
)

TEMPLATES: dict[type[View], str] = {
    HomePage: "pages/home.html",
    TimelinePage: "pages/timeline.html",
    YearPage: "pages/year.html",
    EntryPage: "pages/entry.html",
    ProsePage: "pages/prose.html",
    NotFoundPage: "pages/404.html",
    RedirectPage: "pages/redirect.html",
    Feed: "feeds/atom.xml",
    Sitemap: "machine/sitemap.xml",
    Robots: "machine/robots.txt",
}
"""Which template draws which view: one each."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as data: where it will be, in which language, and what it says."""

    address: Address
    lang: str
    view: View

    @property
    def template(self) -> str:
        """The template that draws it."""
        return TEMPLATES[type(self.view)]
