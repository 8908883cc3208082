"""What is made for the pages of others: frames that they embed, and what oEmbed says of them."""

from dataclasses import dataclass

from generator.render.parts import Body, Card, CorrectionView, Name, SourceView, StepView, When
from generator.render.shell import Embed, LanguageLink, Shell
from generator.urls import Address


@dataclass(frozen=True, slots=True)
class FrameShell:
    """What surrounds a frame: its title in the language of `title_lang`, the page that shows the same and more, by its
    address and by its whole one on the web, and whose it is."""

    lang: str
    direction: str
    site_title: str
    site_title_lang: str
    title: str
    title_lang: str
    page: Address
    home: Address
    canonical: str
    licence: str | None


@dataclass(frozen=True, slots=True)
class EntryFrame:
    """One entry to embed. `lead` stands before its text; one that `is_folded` has to be opened."""

    shell: FrameShell
    card: Card
    lead: str | None
    body: Body
    is_folded: bool
    disputed: str | None
    disputed_lang: str
    corrections: tuple[CorrectionView, ...]
    corrections_lang: str
    sources: tuple[SourceView, ...]
    sources_lang: str


@dataclass(frozen=True, slots=True)
class FrameGroup:
    """The entries of a year, or of a decade or century. `label` is None where the frame shows no other."""

    label: str | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ListFrame:
    """The entries of the timeline, of a year or of a topic to embed: of all `count` no more than the latest `most`. A
    period has a `span`."""

    shell: FrameShell
    span: When | None
    groups: tuple[FrameGroup, ...]
    count: int
    most: int


@dataclass(frozen=True, slots=True)
class SequenceFrame:
    """The steps of a sequence to embed."""

    shell: FrameShell
    summary: str | None
    summary_lang: str
    count: int
    span: When
    steps: tuple[StepView, ...]


Frame = EntryFrame | ListFrame | SequenceFrame


@dataclass(frozen=True, slots=True)
class EmbedGroup:
    """Pages of one kind that can be embedded."""

    label: str
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class BuilderPage:
    """Where a frame is chosen and its code taken: at first the timeline, which `embed` is of. `homes` begin the
    addresses of each language."""

    shell: Shell
    timeline: Name
    embed: Embed
    groups: tuple[EmbedGroup, ...]
    homes: tuple[LanguageLink, ...]
    root: Address


@dataclass(frozen=True, slots=True)
class EmbedScript:
    """The script that pages of others load. `prefixes` begin the addresses of all languages but the default one,
    `kinds` the names of frames."""

    root: Address
    prefixes: tuple[str, ...]
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OEmbed:
    """How to embed a page, as oEmbed 1.0 says it in JSON: its frame is of type `rich`, `height` that of the frame in
    CSS pixels. `page` is the whole address of the page, `when` that of an entry, and what is doubtful about it."""

    page: str
    title: str
    when: str | None
    site_title: str
    home: Address
    author: str
    frame: Address
    height: int
    poster: Address


@dataclass(frozen=True, slots=True)
class OEmbedXml:
    """The same in XML."""

    oembed: OEmbed
