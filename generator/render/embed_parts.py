"""What is made for the pages of others: frames that they embed, and what oEmbed says of them."""

from dataclasses import dataclass

from generator.render.parts import Body, Card, SourceView, StepView, When, YearView
from generator.urls import Address


@dataclass(frozen=True, slots=True)
class FrameShell:
    """What surrounds a frame: its title in the language of `title_lang`, and the page that shows the same and more, by
    its address and by its whole one on the web."""

    lang: str
    direction: str
    site_title: str
    site_title_lang: str
    title: str
    title_lang: str
    page: Address
    canonical: str


@dataclass(frozen=True, slots=True)
class EntryFrame:
    """One entry to embed, as its page shows it."""

    shell: FrameShell
    card: Card
    standfirst: str | None
    body: Body
    disputed: str | None
    disputed_lang: str
    sources: tuple[SourceView, ...]
    sources_lang: str


@dataclass(frozen=True, slots=True)
class ListFrame:
    """The entries of the timeline, of a year or of a topic to embed. A period has a `span`."""

    shell: FrameShell
    span: When | None
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class SequenceFrame:
    """The steps of a sequence to embed."""

    shell: FrameShell
    span: tuple[When, ...]
    steps: tuple[StepView, ...]


Frame = EntryFrame | ListFrame | SequenceFrame


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
    CSS pixels. `page` is the whole address of the page, `when` the date of an entry in words."""

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
