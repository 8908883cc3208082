"""What the views of pages are made of: plain values and addresses, frozen."""

from dataclasses import dataclass

from generator.urls import Address


@dataclass(frozen=True, slots=True)
class When:
    """A date in words. `machine` is for `<time>`, None where HTML has no form for it: it has none for a doubt, or for
    what is inferred. `limit` is what stays open. One that is approximate or uncertain is doubtful.

    `shape` is `range`, or `no-start` or `no-end` where a range has one end; None for a single date. `earliest` and
    `latest` are the first and the last day it can be, as ISO 8601 writes them; None where that is open. `inferred`
    says that it is inferred, in the words of the page; None of a date that a source gives.
    """

    words: str
    machine: str | None
    precision: str
    shape: str | None
    limit: str | None
    is_doubtful: bool
    earliest: str | None
    latest: str | None
    inferred: str | None

    @property
    def told(self) -> str:
        """It in words, where nothing but words can say that it is inferred."""
        return f"{self.words} ({self.inferred})" if self.inferred else self.words


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called, and the language that is in; `address` is that of its page, None where it has none."""

    words: str
    lang: str
    address: Address | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """An entry as other pages show it. `foreign` names its language where that is not the page's; `summary_lang` is
    that of its summary, which a translation may have from its original. `written` is its date as written where `when`
    follows from other entries. `more_actors` counts those not named, `reports` the other articles on its event."""

    address: Address
    title: str
    summary: str | None
    summary_lang: str
    lang: str
    foreign: str | None
    when: When
    written: When | None
    type: str
    type_label: str
    actors: tuple[Name, ...]
    more_actors: int
    facets: str
    is_disputed: bool
    is_unreviewed: bool
    reports: int


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """A topic that a list can be narrowed to: its name and page, and how many entries it has."""

    name: Name
    count: int


@dataclass(frozen=True, slots=True)
class FilterGroup:
    """The choices of one side, those with most entries first."""

    label: str
    choices: tuple[FilterChoice, ...]


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
    """The entries of one day, and ranges that last into it. `number` is None where the month or season is all that is
    known, or the day is doubtful or inferred."""

    number: str | None
    cards: tuple[Card, ...]
    again: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """The entries of one month or season. `anchor` and `name` are None where no more than the year is known."""

    anchor: str | None
    name: str | None
    days: tuple[DayView, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """The entries of one year, or of a decade or century as `precision` says. `address` is None where that has no page,
    since another entry stands for all that is dated so. `gap` names the years before it that have no entries."""

    label: str
    precision: str
    address: Address | None
    count: int
    gap: str | None
    months: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True)
class YearLink:
    """A year in a list of years."""

    label: str
    address: Address
    count: int


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """What the article says of an event (`said`, in the words of the text), and the entries that tell of it."""

    said: str
    place: Name | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ReportedView:
    """An event that the article reports: its words of time and its sentence, in the language of the article.

    `status` says where it is more, or less, than something that happened; `card` is of the entry that tells it.
    """

    said: str
    what: str
    place: Name | None
    when: When | None
    status: str | None
    card: Card | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """An article on an entry’s event, and by what that is told."""

    card: Card
    reason: str


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor of an entry, with the offices held then."""

    name: Name
    offices: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class PeriodOfEntry:
    """A period that an entry falls into; or only may fall into, unless that `is_sure`."""

    name: Name
    is_sure: bool


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Words that the text quotes, and who said them; None where that is not known. `speaker_lang` is of the name."""

    text: str
    speaker: str | None
    speaker_lang: str


@dataclass(frozen=True, slots=True)
class Citation:
    """How to cite an entry: in words, part by part in the language of each, as BibTeX, and as an item of CSL-JSON."""

    words: tuple[Name, ...]
    bibtex: str
    csl: str


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
class SequenceLink:
    """A sequence in a list: how many steps it has, and the first that an entry tells. `span` is from the
    first step of all to the last."""

    title: str
    title_lang: str
    address: Address
    summary: str | None
    summary_lang: str
    count: int
    span: When
    first: Card


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of a sequence: an entry, or an event that only the article of its card tells of.

    `number` is its author’s, None of such an event. How long it was after the step before is said in `days`, or in
    about so many `years`, or not at all where a day is not known. `anchor` is its id in the page.
    """

    anchor: str
    number: int | None
    places: tuple[Name, ...]
    days: int | None
    years: int | None
    card: Card
    event: ReportedView | None


@dataclass(frozen=True, slots=True)
class PlaceInSequence:
    """Which step of a sequence an entry is, of how many, those of an article too; and the entries beside it."""

    title: str
    title_lang: str
    address: Address
    position: int
    count: int
    before: Card | None
    after: Card | None


@dataclass(frozen=True, slots=True)
class Detail:
    """A name that belongs to a topic: an office, a place, a period; with whose it is, and from when to when."""

    name: Name
    of: Name | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """What is known of a topic under one label."""

    label: str
    details: tuple[Detail, ...]


@dataclass(frozen=True, slots=True)
class TopicLine:
    """A topic in a list, with the places that lie in it. `last` is None where it would say the same as `first`."""

    name: Name
    span: When | None
    count: int
    first: When
    last: When | None
    inner: tuple["TopicLine", ...]


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Topics of one kind. `anchor` and `label` are None where their side has no kinds."""

    anchor: str | None
    label: str | None
    lines: tuple[TopicLine, ...]
