"""Where outside addresses are found in the files of authors, and what stands beside them."""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.config import Project
from generator.errors import Position
from generator.linkcheck.places import Place, places, places_in

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

ENTRY = """\
---
title: Talks
date: 2022-01
published: 2022-02-03
sources:
  - title: One
    url: https://one.example/a#part
    date: 2022-01-12
    archived: https://web.archive.org/web/2022/https://one.example/a
  - {title: Two, url: "https://two.example/?q=é"}
media:
  - {src: a.png, alt: A, credit: "Jane Doe (https://three.example/jane), all rights reserved"}
disputed: >
  One says so, at https://four.example/x,
  another does not: https://five.example/y.
seed: {file: https://not.example/}
events:
  - {said: x, what: "https://not.example/"}
quotes:
  - {text: https://not.example/}
---
[A link](https://six.example/a "Title"), [one of ours](other.md), <https://seven.example/>, [mail](mailto:a@b.example).

`https://not.example/` <a href="https://eight.example/?a&amp;b">nine</a>
"""


def found(text: str, *, is_text: bool = True) -> list[Place]:
    return list(places_in("a", text, is_text=is_text))


def test_addresses_are_found_in_fields_and_in_the_text_with_their_places() -> None:
    lines, places = ENTRY.splitlines(), found(ENTRY)
    assert [(place.written, place.position.line) for place in places] == [
        ("https://one.example/a#part", 7),
        ("https://web.archive.org/web/2022/https://one.example/a", 9),
        ("https://two.example/?q=é", 10),
        ("https://three.example/jane", 12),
        ("https://four.example/x", 14),
        ("https://five.example/y", 15),
        ("https://six.example/a", 22),
        ("https://seven.example/", 22),
        ("https://eight.example/?a&b", 24),
    ]
    for place in places:
        line = lines[place.position.line - 1].replace("&amp;", "&")
        assert line[place.position.column - 1 :].startswith(place.written)


def test_a_source_knows_its_copy_and_its_day_and_all_else_the_day_it_was_published() -> None:
    first, copy, second, *others = found(ENTRY)
    assert (first.field, first.archived, first.day) == ("url", copy.written, "20220112")
    assert (copy.field, copy.archived, second.archived) == ("archived", "", "")
    assert {place.day for place in (second, *others)} == {"20220203"}


def test_the_date_of_an_entry_counts_where_nothing_else_does() -> None:
    text = "---\ntitle: T\ndate: {date}\n---\n[a](https://one.example/)\n"
    days = [found(text.format(date=date))[0].day for date in ("2022-01-12", "2022-01", "2022~", "202X", "'-0043'")]
    assert days == ["20220112", "202201", "2022", "", ""]


def test_which_part_of_a_page_is_meant_is_not_asked() -> None:
    assert found(ENTRY)[0].address == "https://one.example/a"


def test_an_address_that_yaml_writes_otherwise_is_where_its_value_begins() -> None:
    place = found('title: "https://one.example/\\x61"', is_text=False)[0]
    assert (place.written, place.position) == ("https://one.example/a", Position(1, 8))


def test_an_item_of_wikidata_is_an_address() -> None:
    place = found("a:\n  kind: person\n  wikidata: Q42\n", is_text=False)[0]
    assert (place.written, place.position) == ("https://www.wikidata.org/wiki/Q42", Position(3, 13))


def test_all_files_of_authors_are_read_and_the_site_itself_is_not_outside(write_site: WriteSite) -> None:
    link = "[a](https://{}.example/)\n"
    root = write_site(
        {
            "content/entries/deep/b.md": f"\ufeff---\r\ntitle: B\r\n---\r\n{link.format('entry')}",
            "content/entries/draft.md": f"---\ndraft: true\n---\n{link.format('draft')}",
            "content/entries/own.md": "---\ntitle: C\n---\n[a](https://timeline.example) [b](https://timeline.example/b)",
            "content/pages/about.md": f"---\ntitle: A\n---\n{link.format('page')}",
            "content/periods.yaml": "- {id: a, title: 'https://period.example/', from: 2022}\n",
            "content/themes.yaml": "",
            "content/README.md": link.format("not"),
            "content/.drafts/a.md": link.format("not"),
            "content/entries/notes.txt": link.format("not"),
        }
    )
    asked = [(place.path, place.address) for place in places(Project(root), "https://timeline.example/")]
    assert asked == [
        ("content/entries/deep/b.md", "https://entry.example/"),
        ("content/entries/draft.md", "https://draft.example/"),
        ("content/pages/about.md", "https://page.example/"),
        ("content/periods.yaml", "https://period.example/"),
    ]
