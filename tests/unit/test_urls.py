"""Addresses and the links between them. `urllib` resolves the links, as a browser would."""

import itertools
import posixpath
from pathlib import Path
from urllib.parse import quote, unquote, urljoin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from generator import urls
from generator.arranged import Side
from generator.moment import Precision
from generator.urls import Address, Addresses

# One address of each depth and kind, among them letters, spaces and signs that must be percent-encoded.
ADDRESSES = """
    /  /2022/  /timeline/  /entries/geneva/  /en/  /en/2022/  /en/entries/geneva/  /feed.xml  /en/feed.xml  /404.html
    /assets/site.0123456789.css  /media/images/a.png  /entries/київ/  /entries/a:b?c#d%41&e/  /entries/🌍/
""".split()

# A page, what it links to, and the link.
RELATIVE = """
    /                      /                       index.html
    /                      /entries/geneva/        entries/geneva/index.html
    /                      /feed.xml               feed.xml
    /2022/                 /                       ../index.html
    /2022/                 /2022/                  index.html
    /2022/                 /en/2022/               ../en/2022/index.html
    /entries/geneva/       /entries/vienna/        ../vienna/index.html
    /entries/geneva/       /assets/site.css        ../../assets/site.css
    /en/entries/geneva/    /entries/geneva/        ../../../entries/geneva/index.html
    /en/entries/geneva/    /en/feed.xml            ../../feed.xml
    /feed.xml              /entries/geneva/        entries/geneva/index.html
    /2022/                 /entries/київ/          ../entries/%D0%BA%D0%B8%D1%97%D0%B2/index.html
    /entries/київ/         /media/a.png            ../../media/a.png
    /2022/                 /entries/🌍/            ../entries/%F0%9F%8C%8D/index.html
    /2022/                 /entries/a:b?c#d%41/    ../entries/a%3Ab%3Fc%23d%2541/index.html
"""

# The address of the site, an address, and how it is linked to in place of any page, and from anywhere.
ROOTED = """
    https://t.example/             /               /                         https://t.example/
    https://t.example/             /feed.xml       /feed.xml                 https://t.example/feed.xml
    https://t.example/a/chrono/    /2022/          /a/chrono/2022/           https://t.example/a/chrono/2022/
    https://t.example:8000/a/      /entries/é/     /a/entries/%C3%A9/        https://t.example:8000/a/entries/%C3%A9/
    https://t.example/             /media/a%20b    /media/a%2520b            https://t.example/media/a%2520b
"""

PARTS = st.lists(st.text(st.characters(exclude_characters="/", exclude_categories=["Cs"]), min_size=1), max_size=4)
ANY_ADDRESS = st.builds(
    lambda parts, slash: Address("/" + "/".join(parts) + ("/" if slash and parts else "")),
    PARTS.filter(lambda parts: not {".", ".."} & {*parts}),
    st.booleans(),
)


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


def resolved(here: Address, link: str) -> str:
    """The file that a browser opens for a link on the page at `here`."""
    base = "https://t.example/"
    return unquote(urljoin(base + quote(urls.file_of(here)), link).removeprefix(base))


@pytest.mark.parametrize(("here", "target", "link"), rows(RELATIVE))
def test_a_page_links_to_another_as_from_a_folder_on_disk(here: str, target: str, link: str) -> None:
    """Links are relative, name `index.html`, and are percent-encoded."""
    assert urls.relative(Address(here), Address(target)) == link


@pytest.mark.parametrize(("here", "target"), [*itertools.product(ADDRESSES, repeat=2)])
def test_a_link_leads_from_any_page_to_any_other(here: str, target: str) -> None:
    """From every depth to every depth."""
    link = urls.relative(Address(here), Address(target))
    assert resolved(Address(here), link) == urls.file_of(Address(target))


@given(ANY_ADDRESS, ANY_ADDRESS)
def test_a_link_resolved_at_its_page_gives_its_target(here: Address, target: Address) -> None:
    """Whatever letters an address is made of, unless a file would have to be a folder too."""
    assume(not urls.file_of(here).startswith(f"{urls.file_of(target)}/"))
    link = urls.relative(here, target)
    assert resolved(here, link) == urls.file_of(target)
    assert link.isascii()


def test_a_link_leads_to_a_file_on_disk(tmp_path: Path) -> None:
    """Opened from a folder, without a server, a link names a file that is there."""
    here, target = Address("/en/entries/geneva/"), Address("/entries/київ 🌍/")
    for address in (here, target):
        path = tmp_path / urls.file_of(address)
        path.parent.mkdir(parents=True)
        path.touch()
    folder = (tmp_path / urls.file_of(here)).parent
    assert (folder / unquote(urls.relative(here, target))).is_file()


@pytest.mark.parametrize(("base_url", "target", "rooted", "absolute"), rows(ROOTED))
def test_a_link_from_anywhere_begins_at_the_server_or_on_the_web(
    base_url: str, target: str, rooted: str, absolute: str
) -> None:
    """A sub-folder that the site lies in is part of both."""
    assert urls.rooted(base_url, Address(target)) == rooted
    assert urls.absolute(base_url, Address(target)) == absolute


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_file_answers_for_each_address(address: str) -> None:
    """A page is the index of its folder; a file is itself; no file lies outside of the site."""
    file = urls.file_of(Address(address))
    assert file == (f"{address}index.html" if address.endswith("/") else address).removeprefix("/")
    assert posixpath.normpath(file) == file


def test_no_two_addresses_share_a_file() -> None:
    """A folder and a file of one name are told apart."""
    assert len({urls.file_of(Address(address)) for address in [*ADDRESSES, "/2022"]}) == len(ADDRESSES) + 1


@pytest.mark.parametrize(("lang", "prefix"), [("fr", ""), ("en", "/en"), ("pt-BR", "/pt-BR")])
def test_the_default_language_stands_at_the_root_and_others_below_their_code(lang: str, prefix: str) -> None:
    """Every page of a language, by its address."""
    addresses = urls.addresses_of(lang, "fr")
    assert addresses.home == f"{prefix}/"
    assert addresses.timeline == f"{prefix}/timeline/"
    assert addresses.feed == f"{prefix}/feed.xml"
    assert addresses.year(2022) == f"{prefix}/2022/"
    assert addresses.entry("geneva") == f"{prefix}/entries/geneva/"
    assert addresses.prose("method") == f"{prefix}/method/"


@pytest.mark.parametrize(
    ("year", "address"),
    [(2022, "/2022/"), (987, "/0987/"), (0, "/0000/"), (-43, "/-0043/"), (12000, "/12000/"), (-12000, "/-12000/")],
)
def test_a_year_has_four_digits_at_least_and_a_sign_before_0(year: int, address: str) -> None:
    """As EDTF writes it."""
    assert Addresses().year(year) == address


@pytest.mark.parametrize(
    ("year", "precision", "address"),
    [
        (2022, Precision.YEAR, "/2022/"),
        (2020, Precision.DECADE, "/202x/"),
        (2000, Precision.DECADE, "/200x/"),
        (2000, Precision.CENTURY, "/20xx/"),
        (0, Precision.DECADE, "/000x/"),
    ],
)
def test_a_decade_or_century_has_an_address_of_its_own(year: int, precision: Precision, address: str) -> None:
    """Also where a year begins it, and a century where a decade does."""
    assert Addresses().year(year, precision) == address


def test_what_pages_need_lies_in_folders_no_page_may_take() -> None:
    """Assets and pictures never meet a page of prose."""
    own = Addresses()
    for address in (urls.asset("site.css"), urls.media("images/a.png"), own.entry("a"), own.timeline, own.poster):
        assert address.split("/")[1] in urls.RESERVED


def test_pictures_stand_together_below_each_language() -> None:
    """Those of sequences and periods in a folder each, so that ids of one kind never meet those of the other."""
    english = Addresses("en")
    assert Addresses().poster == "/pictures/site.png"
    assert english.poster == "/en/pictures/site.png"
    assert english.sequence_poster("talks") == "/en/pictures/sequences/talks.png"
    assert english.period_poster("talks") == "/en/pictures/periods/talks.png"


@pytest.mark.parametrize("side", Side)
def test_a_side_and_its_topics_have_addresses_that_no_author_s_page_can_take(side: Side) -> None:
    """In every language."""
    assert Addresses().topics(side) == f"/{side.value}/"
    assert Addresses("en").topic(side, "nato") == f"/en/{side.value}/nato/"
    assert side.value in urls.RESERVED
