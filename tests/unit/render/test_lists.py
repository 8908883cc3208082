"""Lists of more entries than a page can show as cards: nothing is left out, and the page says what it shows instead."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import html5lib  # type: ignore[import-untyped]
import pytest

from generator.build import editions_of
from generator.config import Project
from generator.load.content import load
from generator.render.planned import Planned

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
Element = Any
Pages = Mapping[str, Element]

YEARS = (2019, 2020, 2021)
PROJECT = {
    "content/themes.yaml": "bridge: {name: Le pont}\nroad: {name: La route}\n",
    **{
        f"content/entries/{year}-{number}.md": f"""\
---
title: Titre {year} {number}
date: {year}-05-0{number}
summary: Résumé {year} {number}
themes: [{"bridge" if year == YEARS[0] else "road"}]
---
"""
        for year in YEARS
        for number in range(1, year - 2015)
    },
}
"""3 entries in the first year, 4 in the second, 5 in the third."""
MOST = 4


@pytest.fixture
def pages(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> Pages:
    """Every page of a site whose pages hold four cards at most, as a browser reads it."""
    monkeypatch.setattr("generator.render.lists._MOST", MOST)
    project = Project(write_site(PROJECT))
    outputs = Planned(project, editions_of(project, load(project))).outputs()
    return {
        output.path: html5lib.parse(output.draw().decode(), namespaceHTMLElements=False)
        for output in outputs
        if output.path.endswith(".html")
    }


def titles(page: Element) -> list[str]:
    """The titles of the entries that a page links to from its text."""
    links = [link for link in page.iterfind(".//main//a") if "entries" in link.get("href")]
    return [link.text for link in links if link.text and link.text.startswith("Titre")]


def text(page: Element) -> str:
    return "".join(page.find(".//main").itertext())


def test_a_page_shows_cards_of_as_many_entries_as_it_holds(pages: Pages) -> None:
    year = pages["2020/index.html"]
    assert len(titles(year)) == text(year).count("Résumé") == MOST
    assert "Dates et titres seulement" not in text(year)


@pytest.mark.parametrize(("path", "count"), [("2021/index.html", 5), ("themes/road/index.html", 9)])
def test_a_longer_list_names_every_entry_by_date_and_title_and_says_so(pages: Pages, path: str, count: int) -> None:
    page = pages[path]
    assert set(titles(page)) >= {f"Titre 2021 {number}" for number in range(1, 6)}
    lines = [item for item in page.iterfind(".//main//ol/li") if item.get("class") == "card-line"]
    assert len(lines) == count
    assert all(line.find("time") is not None and line.find("a") is not None for line in lines)
    assert "Résumé" not in text(page)
    assert "Dates et titres seulement" in text(page)


def test_a_longer_list_tells_what_is_doubtful(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """As its cards would: a line has no room for more than the words."""
    monkeypatch.setattr("generator.render.lists._MOST", 0)
    doubtful = "---\ntitle: Titre\ndate: 2021\ndisputed: Par certains.\ninferred: [title]\n---\n"
    project = Project(write_site({"content/entries/a.md": doubtful}))
    outputs = {output.path: output for output in Planned(project, editions_of(project, load(project))).outputs()}
    (line,) = html5lib.parse(outputs["en/2021/index.html"].draw().decode(), namespaceHTMLElements=False).iterfind(
        ".//main//ol/li"
    )
    assert "".join(line.itertext()) == "2021 Titre Disputed Not yet reviewed In French"


def test_a_longer_timeline_leads_to_each_year_to_each_choice_and_to_the_search(pages: Pages) -> None:
    page = pages["timeline/index.html"]
    assert titles(page) == []
    found = [link.get("href") for link in page.iterfind(".//main//a")]
    for target in (*(f"../{year}/index.html" for year in YEARS), "../themes/road/index.html", "../search/index.html"):
        assert target in found
    assert "C’est trop pour une seule page." in text(page)
    assert page.find(".//main//{*}svg") is not None


def test_what_narrows_in_place_is_not_there_without_cards(pages: Pages) -> None:
    """Neither the script nor its form: each choice is a link."""
    page = pages["timeline/index.html"]
    assert page.find(".//form") is None
    assert not [script for script in page.iterfind(".//script") if "filter" in (script.get("src") or "")]
