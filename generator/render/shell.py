"""The frame around every page, and the links in it."""

from dataclasses import dataclass

from generator.urls import Address


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the frame around a page, its label in the language of `lang`. `is_here` is true of the page itself,
    `is_around` of one above it."""

    label: str
    lang: str
    address: Address
    is_here: bool = False
    is_around: bool = False


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in another language; `name` is the language's own name."""

    lang: str
    name: str
    address: Address
    is_here: bool


@dataclass(frozen=True, slots=True)
class Embed:
    """How a page is embedded elsewhere: by the frame that shows the same, by a script that fits it, and by what oEmbed
    says of it. `height` is that of the frame, in CSS pixels, where nothing fits it to what it shows; `when` says the
    date of an entry, and what is doubtful about it."""

    frame: Address
    script: Address
    json: Address
    xml: Address
    height: int
    when: str | None


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame around every page. `canonical` is its whole address on the web; of `languages` the first is the site's
    default; `linked_data` is what the page says in JSON-LD, fit for a script element; `poster` is shown with a link to
    the page, `poster_title` what is written on it; `builder` is where an embed is chosen, `embed` None where there is
    none."""

    lang: str
    direction: str
    site_title: str
    site_title_lang: str
    page_title: str
    description: str
    home: Link
    navigation: tuple[Link, ...]
    search: Link | None
    languages: tuple[LanguageLink, ...]
    feed: Address
    json_feed: Address
    data: Address
    builder: Address
    canonical: str
    licence: str | None
    publisher: str | None
    poster: Address
    poster_title: str
    is_indexed: bool = True
    linked_data: str | None = None
    embed: Embed | None = None
