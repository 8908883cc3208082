"""All that a template may see: one frozen view for each kind of page, made of plain values and addresses."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, lru_cache, partial

from generator.render.data_views import DATA_TEMPLATES, DataView
from generator.render.drawings import Overview, Poster
from generator.render.embed_parts import (
    BuilderPage,
    EmbedScript,
    EntryFrame,
    ListFrame,
    OEmbed,
    OEmbedXml,
    SequenceFrame,
)
from generator.render.machine_views import MACHINE_TEMPLATES, MachineView
from generator.render.map_parts import PlacesMap, RouteMap
from generator.render.parts import (
    Body,
    Card,
    Citation,
    CorrectionView,
    EvidenceView,
    Fact,
    FilterGroup,
    Name,
    Participant,
    PeriodOfEntry,
    PictureView,
    PlaceInSequence,
    QuoteView,
    ReportedView,
    ReportView,
    SequenceLink,
    SourceView,
    StepView,
    TopicGroup,
    When,
    YearLink,
    YearView,
)
from generator.render.shell import Link, Shell
from generator.urls import Address


@dataclass(frozen=True, slots=True)
class HomePage:
    """The front page."""

    shell: Shell
    lead: str
    lead_lang: str
    count: int
    overview: Overview | None
    years: tuple[YearLink, ...]
    newest: tuple[Card, ...]
    sequences: tuple[SequenceLink, ...]


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """The whole chronology. Where its entries are too many for one page, `overview` and `links` to the pages of its
    years stand for `years`."""

    shell: Shell
    count: int
    filters: tuple[FilterGroup, ...]
    years: tuple[YearView, ...]
    overview: Overview | None
    links: tuple[YearLink, ...]


@dataclass(frozen=True, slots=True)
class YearPage:
    """One year, with its neighbours. One that `is_long` has too many entries for more than their dates and titles."""

    shell: Shell
    year: YearView
    before: YearLink | None
    after: YearLink | None
    is_long: bool


@dataclass(frozen=True, slots=True)
class EntryPage:
    """One entry. `standfirst` is its summary, None where the body already begins with it; `…_lang` is the language of
    what a translation may have from its original; `raw` is the address of its file in the repository."""

    shell: Shell
    card: Card
    evidence: tuple[EvidenceView, ...]
    standfirst: str | None
    body: Body
    actors: tuple[Participant, ...]
    places: tuple[Name, ...]
    map: PlacesMap | None
    themes: tuple[Name, ...]
    periods: tuple[PeriodOfEntry, ...]
    sequences: tuple[PlaceInSequence, ...]
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
    quotes: tuple[QuoteView, ...]
    citation: Citation
    raw: str | None
    reported: tuple[ReportedView, ...]
    reports: tuple[ReportView, ...]


@dataclass(frozen=True, slots=True)
class SequencesPage:
    """All sequences that have steps."""

    shell: Shell
    sequences: tuple[SequenceLink, ...]


@dataclass(frozen=True, slots=True)
class SequencePage:
    """One sequence, step by step."""

    shell: Shell
    sequence: SequenceLink
    map: RouteMap | None
    steps: tuple[StepView, ...]


@dataclass(frozen=True, slots=True)
class TopicPage:
    """An actor, place, theme or period with its entries. `last` is None where there is one entry; `index` leads to all
    topics of its side. A period has a `span`. One that `is_long` has too many entries for more than their dates and
    titles."""

    shell: Shell
    name: Name
    kind: str
    index: Link
    span: When | None
    summary: str | None
    summary_lang: str
    facts: tuple[Fact, ...]
    count: int
    first: Card
    last: Card | None
    overview: Overview | None
    years: tuple[YearView, ...]
    is_long: bool


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """All topics of one side."""

    shell: Shell
    lead: str
    groups: tuple[TopicGroup, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """What a search can be narrowed to: its value in the index and in addresses, its name, and the language of that."""

    value: str
    label: str
    lang: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Full-text search. `engine` is Pagefind’s script; what it finds is named by paths from `root`."""

    shell: Shell
    engine: Address
    root: Address
    timeline: Address
    types: tuple[Choice, ...]
    years: tuple[Choice, ...]
    actors: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class ProsePage:
    """A page without a date, in the language of `lang`; `foreign` names it where it is not the page's."""

    shell: Shell
    title: str
    lang: str
    foreign: str | None
    body: Body


@dataclass(frozen=True, slots=True)
class NotFoundPage:
    """What is served in place of a page that is not there; its links begin at the server's root."""

    shell: Shell


@dataclass(frozen=True, slots=True)
class RedirectPage:
    """An old address that leads to the new one, whose title is in the language of `lang`. `frame` is the old address of
    its frame."""

    shell: Shell
    lang: str
    target: Address
    frame: Address


View = (
    HomePage
    | TimelinePage
    | YearPage
    | EntryPage
    | SequencesPage
    | SequencePage
    | TopicPage
    | TopicsPage
    | SearchPage
    | ProsePage
    | NotFoundPage
    | RedirectPage
    | MachineView
    | DataView
    | Poster
    | EntryFrame
    | ListFrame
    | SequenceFrame
    | BuilderPage
    | EmbedScript
    | OEmbed
    | OEmbedXml
)

TEMPLATES: dict[type[View], str] = {
    HomePage: "pages/home.html",
    TimelinePage: "pages/timeline.html",
    YearPage: "pages/year.html",
    EntryPage: "pages/entry.html",
    SequencesPage: "pages/sequences.html",
    SequencePage: "pages/sequence.html",
    TopicPage: "pages/topic.html",
    TopicsPage: "pages/topics.html",
    SearchPage: "pages/search.html",
    ProsePage: "pages/prose.html",
    NotFoundPage: "pages/404.html",
    RedirectPage: "pages/redirect.html",
    Poster: "pictures/poster.svg",
    EntryFrame: "frames/entry.html",
    ListFrame: "frames/list.html",
    SequenceFrame: "frames/sequence.html",
    BuilderPage: "pages/builder.html",
    EmbedScript: "machine/embed.js",
    OEmbed: "oembed/oembed.json",
    OEmbedXml: "oembed/oembed.xml",
    **MACHINE_TEMPLATES,
    **DATA_TEMPLATES,
}
"""Which template draws which view: one each."""


class PlanError(Exception):
    """The plan contradicts itself: a bug of ours, which ends with a traceback."""


Origin = Callable[[], str]
"""Tells what a page is made from."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as data: where it will be, in which language, and what it says. Its view is made when it is drawn; two
    pages of one address, language and kind whose `origin` gives the same come out the same."""

    address: Address
    lang: str
    kind: type[View]
    origin: Origin = field(compare=False)
    make: Callable[[], View]

    @property
    def view(self) -> View:
        """What it says."""
        return _made(self)

    @property
    def template(self) -> str:
        """The template that draws it."""
        return TEMPLATES[self.kind]


@lru_cache(maxsize=4)
def _made(page: Page) -> View:
    """The frame of a page and its files of oEmbed are drawn after it, and made of its view."""
    return page.make()


def ready(address: Address, lang: str, view: View) -> Page:
    """A page whose view is made, since that is little work."""
    return Page(address, lang, type(view), partial(repr, view), lambda: view)


def of_view(address: Address, lang: str, kind: type[View], make: Callable[[], View]) -> Page:
    """A page that comes out the same where its view is the same, which is made once."""
    made = cache(make)
    return Page(address, lang, kind, lambda: repr(made()), made)
