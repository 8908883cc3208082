"""Every address of the site is spelled here.

An `Address` is a path from the root of the site: `/entries/geneva/` for a page, `/feed.xml` for a file. Pages link
with relative addresses that name `index.html`, so that the site works at a domain's root, in a sub-folder and from a
folder on disk.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from generator.arranged import Side
from generator.moment import Precision


class Address(str):
    """A path from the root of the site, not percent-encoded."""

    __slots__ = ()


ROBOTS = Address("/robots.txt")
SITEMAP = Address("/sitemap.xml")
NOT_FOUND = Address("/404.html")
EMBED_SCRIPT = Address("/embed.js")
"""Pages of others hold this address, so it never changes."""

HEADERS = Address("/_headers")
"""Netlify and Cloudflare Pages look for it there."""

ASSETS = "/assets/"

ROOT = Address("/")
SEARCH_FOLDER = "search/pagefind/"
"""Where the index lies, for all languages, below the output folder."""

SEARCH_SCRIPT = Address(f"/{SEARCH_FOLDER}pagefind.js")
RESERVED = frozenset(
    """timeline entries assets media pictures sequences periods actors places themes types search embed oembed
    data""".split()
)
"""First parts of an address that no page of an author may take: those of the site, and those it will have."""

EMBEDDED = ("entries", "sequences", "years", *Side)
"""What can be embedded beside the timeline: first parts of the names of frames."""

_UNKNOWN_DIGITS = {Precision.YEAR: 0, Precision.DECADE: 1, Precision.CENTURY: 2}


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of one language. The default language has no prefix, every other has its code."""

    prefix: str = ""

    @property
    def home(self) -> Address:
        """The front page."""
        return self._page()

    @property
    def timeline(self) -> Address:
        """The whole chronology."""
        return self._page("timeline")

    @property
    def feed(self) -> Address:
        """The Atom feed."""
        return Address(f"{self.home}feed.xml")

    @property
    def json_feed(self) -> Address:
        """The JSON Feed."""
        return Address(f"{self.home}feed.json")

    @property
    def calendar(self) -> Address:
        """The calendar."""
        return Address(f"{self.home}timeline.ics")

    @property
    def data(self) -> Address:
        """What files of data there are, and what they say."""
        return self._page("data")

    @property
    def entries_json(self) -> Address:
        """All entries, with all that is known of them."""
        return Address(f"{self.data}entries.json")

    @property
    def entries_csv(self) -> Address:
        """All entries as a table."""
        return Address(f"{self.data}entries.csv")

    @property
    def entries_schema(self) -> Address:
        """What `entries_json` may say."""
        return Address(f"{self.data}entries.schema.json")

    @property
    def timeline_json(self) -> Address:
        """The chronology for TimelineJS."""
        return Address(f"{self.data}timeline.json")

    @property
    def timeline_csv(self) -> Address:
        """The same in the columns of its spreadsheet."""
        return Address(f"{self.data}timeline.csv")

    @property
    def citations_json(self) -> Address:
        """All entries as CSL-JSON."""
        return Address(f"{self.data}citations.json")

    @property
    def citations_bib(self) -> Address:
        """All entries as BibTeX."""
        return Address(f"{self.data}citations.bib")

    def year(self, year: int, precision: Precision = Precision.YEAR) -> Address:
        """One year, in four digits at least; years before 0 have a sign.

        A decade or century is written as in EDTF, by its first year: `202x`, `20xx`.
        """
        return self._page(year_name(year, precision))

    @property
    def sequences(self) -> Address:
        """All sequences."""
        return self._page("sequences")

    def sequence(self, id_: str) -> Address:
        """One sequence."""
        return self._page("sequences", id_)

    def entry(self, slug: str) -> Address:
        """One entry."""
        return self._page("entries", slug)

    def topics(self, side: Side) -> Address:
        """All topics of a side."""
        return self._page(side)

    def topic(self, side: Side, id_: str) -> Address:
        """One actor, place, theme or period."""
        return self._page(side, id_)

    @property
    def search(self) -> Address:
        """Full-text search."""
        return self._page("search")

    @property
    def builder(self) -> Address:
        """Where a frame to embed is chosen."""
        return self._page("embed")

    def frame(self, name: str) -> Address:
        """The frame that shows one thing, such as `entries/geneva`, `years/2022` or `timeline`."""
        return self._page("embed", name)

    def oembed(self, name: str, form: str) -> Address:
        """What oEmbed says of the same thing, as `json` or `xml`."""
        return Address(f"{self._page('oembed')}{name}.{form}")

    def prose(self, slug: str) -> Address:
        """A page without a date."""
        return self._page(slug)

    @property
    def poster(self) -> Address:
        """The poster of the site."""
        return self._poster("site")

    def sequence_poster(self, id_: str) -> Address:
        """The poster of a sequence."""
        return self._poster(f"sequences/{id_}")

    def period_poster(self, id_: str) -> Address:
        """The poster of a period."""
        return self._poster(f"{Side.PERIODS}/{id_}")

    def _poster(self, name: str) -> Address:
        return Address(f"{self._page('pictures')}{name}.png")

    def _page(self, *parts: str) -> Address:
        return Address("/" + "".join(f"{part}/" for part in (self.prefix, *parts) if part))


def year_name(year: int, precision: Precision) -> str:
    """A year as addresses have it, and a decade or century as `202x` and `20xx`."""
    digits = f"{abs(year):04}"
    unknown = _UNKNOWN_DIGITS[precision]
    return f"{'-' if year < 0 else ''}{digits[: len(digits) - unknown]}{'x' * unknown}"


def addresses_of(lang: str, default: str) -> Addresses:
    """The addresses of a site's language."""
    return Addresses("" if lang == default else lang)


def asset(name: str) -> Address:
    """A style sheet or script, by its hashed name."""
    return Address(ASSETS + name)


def media(src: str) -> Address:
    """A picture, by its path below `content/`."""
    return Address(f"/media/{src}")


def file_of(address: Address) -> str:
    """The file below the output folder that answers for an address."""
    return address[1:] + ("index.html" if address.endswith("/") else "")


def relative(here: Address, target: Address) -> str:
    """How the page at `here` links to `target`, percent-encoded, also from a folder on disk."""
    around, parts = _quoted(here)[:-1], _quoted(target)
    shared = 0
    while shared < min(len(around), len(parts) - 1) and around[shared] == parts[shared]:
        shared += 1
    return "../" * (len(around) - shared) + "/".join(parts[shared:])


@lru_cache(maxsize=10_000)
def _quoted(address: Address) -> tuple[str, ...]:
    """The folders and the file that answer for an address, percent-encoded."""
    return tuple(quote(file_of(address), safe="/-._~").split("/"))


def rooted(base_url: str, target: Address) -> str:
    """A link from the root of the server, for the page that is served in place of any other."""
    return urlsplit(base_url).path.rstrip("/") + quote(target, safe="/-._~")


def wikidata_page(item: str) -> str:
    """Where Wikidata tells of an item, such as Q42."""
    return f"https://www.wikidata.org/wiki/{item}"


def is_on_the_web(text: str, *, is_base: bool = False) -> bool:
    """Whether a text is a whole address with http or https; a base has no query and no fragment, since paths follow."""
    try:
        parts = urlsplit(text)
        has_tail = is_base and ("?" in text or "#" in text)
        is_whole = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:  # also of a port that is none
        return False
    return is_whole and not has_tail and not re.search(r"\s", text)


def as_base(url: str) -> str:
    """The address of a site as paths are added to it: with one slash at its end."""
    return url.rstrip("/") + "/"


def absolute(base_url: str, target: Address) -> str:
    """The whole address on the web; `base_url` ends with a slash."""
    return base_url + quote(target[1:], safe="/-._~")
