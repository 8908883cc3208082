"""The feed, the sitemap and robots.txt, read back by the programs they are for."""

import json
import re
from calendar import timegm
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]
import pytest

from generator.build import editions_of
from generator.config import Project
from generator.errors import ContentError
from generator.load.content import load
from generator.render.planned import Planned

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

HOSTILE = """</title>]]><script>alert("1")</script> & &amp; 'a' <b>"""
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"

ENTRY = "---\ntitle: {title}\ndate: {date}\n{stamps}\n---\n\nTexte de *{title}*.\n"
PROJECT = {
    "content/entries/a.md": ENTRY.format(title="A", date="2020", stamps="published: 2022-01-01\nsummary: Sur A."),
    "content/entries/b.md": ENTRY.format(
        title="B", date="2021-02-24/..", stamps="published: 2021-01-01\nupdated: 2022-01-03\naliases: [vieux]"
    ),
    "content/entries/c.md": ENTRY.format(title="C", date="2022-01-12", stamps="published: 2022-01-02"),
    "content/entries/c.en.md": "---\ntitle: C in English\npublished: 2022-01-04\n---\n\nText.\n",
    "content/entries/d.md": ENTRY.format(title="D", date="2022-01-13", stamps="updated: 2023-01-01"),
    "content/entries/e.md": ENTRY.format(title="E", date="2022-01-14", stamps="published: 2022-01-05"),
    "content/entries/e.en.md": "---\ntitle: E in English\n---\n\nText.\n",
    "content/pages/method.md": "---\ntitle: Méthode\n---\n\nTexte.\n",
}


def drawn(root: Path) -> dict[str, str]:
    project = Project(root)
    outputs = (
        output
        for output in Planned(project, editions_of(project, load(project))).outputs()
        if not output.path.endswith(".png")
    )
    return {output.path: output.draw().decode() for output in outputs}


def feed_of(text: str) -> Any:  # noqa: ANN401 - feedparser has no types
    feed = feedparser.parse(text)
    assert not feed.bozo, feed.bozo_exception
    return feed


def days(entries: list[Any], field: str) -> list[str]:
    return [datetime.fromtimestamp(timegm(entry[field]), UTC).isoformat() for entry in entries]


@pytest.mark.parametrize(
    ("name", "titles"), [("feed.xml", ["E", "B", "C", "A"]), ("en/feed.xml", ["C in English", "B", "A"])]
)
def test_a_feed_holds_what_says_when_it_appeared_newest_change_first(
    name: str, titles: list[str], write_site: WriteSite
) -> None:
    """D never says, E not in English; an entry that has not been translated is there in French."""
    feed = feed_of(drawn(write_site(PROJECT))[name])
    assert [entry.title for entry in feed.entries] == titles
    assert days(feed.entries, "updated_parsed") == sorted(days(feed.entries, "updated_parsed"), reverse=True)


def test_an_entry_of_the_feed_has_its_dates_address_language_and_text(write_site: WriteSite) -> None:
    """The day of the event is in the summary, never in a date of the feed."""
    feed = feed_of(drawn(write_site(PROJECT))["en/feed.xml"])
    c, b, a = feed.entries
    assert days([c, b, a], "published_parsed") == [
        f"{day}T00:00:00+00:00" for day in ("2022-01-04", "2021-01-01", "2022-01-01")
    ]
    assert days([c, b, a], "updated_parsed") == [
        f"{day}T00:00:00+00:00" for day in ("2022-01-04", "2022-01-03", "2022-01-01")
    ]
    assert [entry.link for entry in feed.entries] == [f"https://timeline.example/en/entries/{slug}/" for slug in "cba"]
    assert [entry.id for entry in feed.entries] == [entry.link for entry in feed.entries]
    assert [entry.title_detail.language for entry in feed.entries] == ["en", "fr", "fr"]
    assert a.summary == "2020 – Sur A."
    assert "<em>A</em>" in a.content[0].value
    assert [(tag.term, tag.label) for tag in a.tags] == [("other", "Event")]


def test_the_date_of_the_event_stands_above_the_text(write_site: WriteSite) -> None:
    """As a line of its own."""
    entry = feed_of(drawn(write_site(PROJECT))["feed.xml"]).entries[-1]
    assert entry.content[0].value.startswith("<p><em>2020</em></p>")


def test_a_feed_says_what_it_is(write_site: WriteSite) -> None:
    """Its title, its own address, its page, its language, and when it last changed."""
    feed = feed_of(drawn(write_site(PROJECT))["en/feed.xml"])
    assert (feed.version, feed.feed.title, feed.feed.author) == ("atom10", "A chronology", "A chronology")
    assert feed.feed.id == feed.feed.link == "https://timeline.example/en/"
    links = {link.rel: link.href for link in feed.feed.links}
    assert links == {"self": "https://timeline.example/en/feed.xml", "alternate": "https://timeline.example/en/"}
    assert days([feed.feed], "updated_parsed") == ["2022-01-04T00:00:00+00:00"]


def test_a_feed_without_entries_is_a_feed(write_site: WriteSite) -> None:
    """Its date is as old as dates get, so that the first entry is news."""
    feed = feed_of(drawn(write_site({"content/entries/d.md": PROJECT["content/entries/d.md"]}))["feed.xml"])
    assert (feed.entries, feed.feed.updated) == ([], "1970-01-01T00:00:00Z")


def test_a_feed_holds_the_fifty_newest(write_site: WriteSite) -> None:
    """The older ones are on the site."""
    files = {
        f"content/entries/{n}.md": ENTRY.format(title=n, date=f"{1900 + n}", stamps=f"published: {2200 - n}-01-01")
        for n in range(60)
    }
    feed = feed_of(drawn(write_site(files))["feed.xml"])
    assert [entry.title for entry in feed.entries] == [str(n) for n in range(50)]


def test_what_authors_write_is_text_in_a_feed(write_site: WriteSite) -> None:
    """Title and summary come back to the letter; of a body only clean HTML does."""
    quoted = HOSTILE.replace("'", "''")
    stamps = f"published: 2022-01-01\nsummary: '{quoted}'"
    entry = ENTRY.format(title=f"'{quoted}'", date="2022", stamps=stamps)
    text = drawn(write_site({"content/entries/a.md": entry}))["feed.xml"]
    feed_of(text)
    atom = "{http://www.w3.org/2005/Atom}"
    parsed = ET.fromstring(text).find(f"{atom}entry")  # noqa: S314 - this is our own
    assert parsed is not None
    assert parsed.findtext(f"{atom}title") == HOSTILE
    assert parsed.findtext(f"{atom}summary") == f"2022 – {HOSTILE}"
    (content,) = parsed.iter(f"{atom}content")
    assert len(content) == 0
    assert "<p>Texte de <em>" in (content.text or "")
    assert "<script" not in (content.text or "")


@pytest.mark.parametrize("character", ["\x0c", "\x0b", "\x1b", "\x01", "\ufffe", "&#1;", "&#xFFFE;"])
def test_a_feed_is_well_formed_whatever_an_author_pasted(character: str, write_site: WriteSite) -> None:
    """A form feed comes along with text from a PDF."""
    body = PROJECT["content/entries/a.md"].replace("Texte", f"Te{character}xte")
    feed_of(drawn(write_site({"content/entries/a.md": body}))["feed.xml"])


def test_a_title_cannot_hold_what_a_feed_cannot(write_site: WriteSite) -> None:
    r"""`"\b"` is a backspace in YAML, which XML cannot hold."""
    entry = PROJECT["content/entries/a.md"].replace("title: A", r'title: "A\bB"')
    with pytest.raises(ContentError):
        drawn(write_site({"content/entries/a.md": entry}))


def test_the_sitemap_lists_each_page_for_readers_with_its_languages(write_site: WriteSite) -> None:
    """Not the old addresses, nor the page in place of any other; each by the address it says is its own."""
    site = drawn(write_site(PROJECT))
    listed = {}
    for url in ET.fromstring(site["sitemap.xml"]).iter(f"{SITEMAP}url"):  # noqa: S314 - this is our own
        others = {link.get("hreflang"): link.get("href") for link in url.iter(f"{XHTML}link")}
        listed[url.findtext(f"{SITEMAP}loc")] = others
    indexed = {name: text for name, text in site.items() if name.endswith(".html") and "noindex" not in text}
    canonicals = {re.findall(r'rel="canonical" href="([^"]*)"', text)[0]: text for text in indexed.values()}
    assert listed.keys() == canonicals.keys()
    for address, others in listed.items():
        assert others == dict(
            re.findall(r'rel="alternate" hreflang="([^"]*)" href="([^"]*)"', canonicals[address or ""])
        )
        assert address in others.values()


def test_a_sitemap_of_one_language_has_no_alternates(write_site: WriteSite) -> None:
    """There is nothing to choose from."""
    settings = "{title: T, description: D, base_url: https://t.example/, languages: [fr]}\n"
    sitemap = drawn(
        write_site({"content/site.yaml": settings, "content/entries/a.md": PROJECT["content/entries/a.md"]})
    )["sitemap.xml"]
    assert "<loc>https://t.example/2020/</loc>" in sitemap
    assert "xhtml:link" not in sitemap


def test_robots_may_read_everything_and_find_the_sitemap(write_site: WriteSite) -> None:
    """By its whole address."""
    lines = drawn(write_site(PROJECT))["robots.txt"].splitlines()
    assert lines == ["User-agent: *", "Allow: /", "", "Sitemap: https://timeline.example/sitemap.xml"]


def test_the_json_feed_holds_what_the_atom_feed_does(write_site: WriteSite) -> None:
    """Its entries have the date of the event apart, in words and as its author wrote it (JSON Feed 1.1, extensions)."""
    site = drawn(write_site(PROJECT))
    feed, atom = json.loads(site["feed.json"]), feed_of(site["feed.xml"])
    assert (feed["version"], feed["language"]) == ("https://jsonfeed.org/version/1.1", "fr")
    assert feed["feed_url"] == "https://timeline.example/feed.json"
    assert [item["title"] for item in feed["items"]] == [entry.title for entry in atom.entries]
    assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries]
    assert all(item["_event"]["date"] and item["_event"]["words"] for item in feed["items"])
    assert all(item["content_html"] for item in feed["items"] if item["title"] == "A")
