"""Actors, places, themes and periods, on their pages and in their lists, as a reader meets them."""

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

PROJECT: dict[str, str | bytes] = {
    "content/actors.yaml": """\
zoe:
  kind: person
  name: {fr: Zoé Alby, en: Zoe Alby}
  roles:
    - {office: {fr: maire}, of: bourg, from: 2014-03, to: 2022-05}
    - {office: {fr: ministre, en: Minister}, of: ghost, from: 2022-05-20}
    - {office: {fr: conseillère, en: Adviser}}
emile: {kind: person, name: {fr: Émile Zorn, en: Emil Zorn}}
eva: {kind: person, name: {fr: Eva Adler}}
bourg: {kind: organisation, name: {fr: Bourg, en: Town}}
ghost: {kind: country, name: {fr: Fantômie, en: Ghostland}}
france: {kind: country, name: France}
""",
    "content/places.yaml": """\
attic: {name: {fr: grenier, en: attic}, within: hall}
hall: {name: {fr: mairie, en: town hall}, within: town}
cellar: {name: {fr: cave, en: cellar}, within: hall}
town: {name: {fr: Bourg-la-Ville, en: The Town}}
desert: {name: {fr: désert, en: desert}}
""",
    "content/themes.yaml": "bridge: {name: {fr: Le pont, en: The bridge}}\nunused: {name: Rien}\n",
    "content/periods.yaml": """\
- {id: later, title: {fr: Plus tard}, from: 2022-03}
- {id: talks, title: {fr: Les pourparlers, en: The talks}, from: 2021, to: 2022-04, summary: {fr: On parle., en: Talk.}}
- {id: long-ago, title: Jadis, from: 1900, to: 1910}
""",
    "content/sequences.yaml": "talks: {title: {fr: La navette}}\n",
    "content/entries/a.md": """\
---
title: Premier
date: 2021-05
sequence: {id: talks, step: 1}
actors: [zoe, emile, eva]
places: [attic]
themes: [bridge]
---
""",
    "content/entries/b.md": """\
---
title: Deuxième
date: 2022-03-10/2022-03-12
actors: [zoe, bourg]
places: [town]
---
""",
    "content/entries/b.en.md": "---\ntitle: Second\n---\n",
    "content/entries/c.md": "---\ntitle: Troisième\ndate: 2023\nactors: [france, zoe]\nplaces: [cellar]\n---\n",
    "content/pages/method.md": "---\ntitle: Méthode\n---\n",
}


def drawn(root: Path) -> Pages:
    """Every page of a project, parsed, by the folder it stands in."""
    project = Project(root)
    outputs = Planned(project, editions_of(project, load(project))).outputs()
    html = {output.path: output.draw().decode() for output in outputs if output.path.endswith("index.html")}
    return {
        name.removesuffix("index.html"): html5lib.parse(text, namespaceHTMLElements=False)
        for name, text in html.items()
    }


@pytest.fixture
def pages(write_site: WriteSite) -> Pages:
    return drawn(write_site(PROJECT))


def by_class(page: Element, name: str) -> list[Element]:
    return [element for element in page.iter() if name in (element.get("class") or "").split()]


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def facts(page: Element) -> dict[str, list[str]]:
    """What a topic's page says at its head, by label."""
    (listed,) = by_class(page, "topic-facts")
    return {text(group.find("dt")): [text(detail) for detail in group.iter("dd")] for group in listed.iter("div")}


def titles(page: Element) -> list[str]:
    return [text(title) for title in by_class(page, "card-title")]


def lines(page: Element) -> list[tuple[str, ...]]:
    """The lines of a list of topics, each as its name, count and dates."""
    parts = ("topic-name", "topic-when", "topic-count", "topic-first", "topic-last")
    return [
        tuple(text(found) for part in parts for found in by_class(line, part)) for line in by_class(page, "topic-line")
    ]


def links(page: Element) -> dict[str, str]:
    """The links of a page's own part, by their words."""
    return {text(link): link.get("href") for link in page.find(".//main").iter("a")}


def test_a_person_s_page_tells_the_offices_the_count_and_the_first_and_last_entry(pages: Pages) -> None:
    """With their dates in words; an organisation is linked where it has a page."""
    page = pages["actors/zoe/"]
    assert text(page.find(".//h1")) == "Zoé Alby"
    assert [text(kind) for kind in by_class(page, "kicker")] == ["Personne Tous les acteurs"]
    assert facts(page) == {
        "Fonctions": [
            "Maire Bourg, mars 2014 – mai 2022",
            "Ministre Fantômie, depuis le 20 mai 2022",
            "Conseillère",
        ],
        "3 entrées": ["Première mai 2021 Premier", "Dernière 2023 Troisième"],
    }
    assert links(page)["Bourg"] == "../bourg/index.html"
    assert "Fantômie" not in links(page)


def test_a_topic_s_page_has_its_entries_by_year_and_month(pages: Pages) -> None:
    """Each year leads to its own page."""
    page = pages["actors/zoe/"]
    assert [text(year) for year in by_class(page, "year-name")] == ["2021", "2022", "2023"]
    assert [text(month) for month in by_class(page, "month-name")] == ["mai", "mars"]
    assert titles(page) == ["Premier", "Deuxième", "Troisième"]
    assert links(page)["2022"] == "../../2022/index.html"


def test_one_entry_is_first_and_last_and_is_told_once(pages: Pages) -> None:
    assert facts(pages["actors/emile/"]) == {"1 entrée": ["mai 2021 Premier"]}
    assert facts(pages["en/actors/bourg/"]) == {"1 entry": ["10–12 March 2022 Second"]}


def test_a_place_s_page_tells_what_it_lies_in_and_what_lies_in_it(pages: Pages) -> None:
    """From the inside out, and in the order of the alphabet; what lies deeper is told by what it lies in."""
    assert facts(pages["places/attic/"]) == {
        "Se trouve dans": ["Mairie", "Bourg-la-Ville"],
        "1 entrée": ["mai 2021 Premier"],
    }
    town = facts(pages["places/town/"])
    assert town == {"Lieux compris": ["Mairie"], "3 entrées": ["Première mai 2021 Premier", "Dernière 2023 Troisième"]}
    assert facts(pages["places/hall/"])["Lieux compris"] == ["Cave", "Grenier"]
    assert links(pages["places/hall/"])["Cave"] == "../cellar/index.html"


def test_a_period_s_page_tells_its_span_its_summary_and_what_overlaps_it(pages: Pages) -> None:
    page = pages["periods/talks/"]
    assert [text(span) for span in by_class(page, "topic-span")] == ["2021 – avril 2022"]
    assert [text(lead) for lead in by_class(page, "lead")] == ["On parle."]
    assert facts(page)["Recoupe"] == ["Plus tard depuis mars 2022"]
    assert titles(page) == ["Premier", "Deuxième"]
    assert titles(pages["periods/later/"]) == ["Deuxième", "Troisième"]


def test_a_theme_s_page_has_its_entries(pages: Pages) -> None:
    assert (text(pages["themes/bridge/"].find(".//h1")), titles(pages["themes/bridge/"])) == ("Le pont", ["Premier"])


def test_actors_are_listed_by_kind_and_name(pages: Pages) -> None:
    """In the order of the alphabet, in which É is an E; with how often they come up, and when first and last."""
    page = pages["actors/"]
    assert [text(kind) for kind in page.find(".//main").iter("h2")] == ["Personnes", "Organisations", "Pays"]
    assert lines(page) == [
        ("Émile Zorn", "1 entrée", "mai 2021"),
        ("Eva Adler", "1 entrée", "mai 2021"),
        ("Zoé Alby", "3 entrées", "mai 2021", "2023"),
        ("Bourg", "1 entrée", "du 10 au 12 mars 2022"),
        ("France", "1 entrée", "2023"),
    ]
    (kinds,) = by_class(page, "topic-kinds")
    assert [text(kind) for kind in kinds.iter("li")] == ["Personnes 3", "Organisations 1", "Pays 1"]


def test_places_are_listed_as_they_lie(pages: Pages) -> None:
    """Each below the one it lies in, there by name."""

    def nested(parent: Element) -> dict[str, Any]:
        return {
            text(by_class(item, "topic-name")[0]): nested(inner) if (inner := item.find("ol")) is not None else {}
            for item in parent.findall("li")
        }

    main = pages["places/"].find(".//main")
    assert nested(main.find(".//ol")) == {"Bourg-la-Ville": {"Mairie": {"Cave": {}, "Grenier": {}}}}
    assert [line[1] for line in lines(pages["places/"])] == ["3 entrées", "2 entrées", "1 entrée", "1 entrée"]


def test_periods_are_listed_in_the_order_of_time_with_their_spans(pages: Pages) -> None:
    assert lines(pages["periods/"]) == [
        ("Les pourparlers", "2021 – avril 2022", "2 entrées", "mai 2021", "du 10 au 12 mars 2022"),
        ("Plus tard", "depuis mars 2022", "2 entrées", "du 10 au 12 mars 2022", "2023"),
    ]


def test_what_no_entry_names_has_no_page_and_no_line(pages: Pages) -> None:
    """Neither a country, a place, a theme nor a period."""
    gone = {"actors/ghost/", "places/desert/", "themes/unused/", "periods/long-ago/"}
    assert not gone & pages.keys()
    names = {line[0] for side in ("actors/", "places/", "themes/", "periods/") for line in lines(pages[side])}
    assert not names & {"Fantômie", "désert", "Rien", "Jadis"}


def test_a_side_without_topics_has_no_list_and_no_link(write_site: WriteSite) -> None:
    """A list of nothing helps nobody."""
    pages = drawn(write_site({"content/entries/a.md": "---\ntitle: A\ndate: 2022\n---\n"}))
    assert not [name for name in pages if name.startswith(("actors", "places", "themes", "periods"))]
    (navigation,) = by_class(pages[""], "masthead-pages")
    assert text(navigation) == "Chronologie Rechercher"


def test_an_entry_links_to_what_it_names_and_to_the_periods_it_falls_into(pages: Pages) -> None:
    found = links(pages["entries/b/"])
    assert {label: found.get(label) for label in ("Zoé Alby", "Bourg", "Bourg-la-Ville", "Les pourparlers")} == {
        "Zoé Alby": "../../actors/zoe/index.html",
        "Bourg": "../../actors/bourg/index.html",
        "Bourg-la-Ville": "../../places/town/index.html",
        "Les pourparlers": "../../periods/talks/index.html",
    }
    assert links(pages["entries/a/"])["Le pont"] == "../../themes/bridge/index.html"
    assert "Plus tard" not in links(pages["entries/a/"])


def test_a_name_that_is_not_in_the_page_s_language_says_which_it_is_in(pages: Pages) -> None:
    """In lists, on pages of topics and entries, and on cards; a name in the page's language says nothing.

    The title of a mark in a drawing also has the date, in the words of the page.
    """
    french = {"Eva Adler", "Maire", "maire", "Plus tard", "France", "Premier", "Troisième", "La navette"}
    for name in ("en/actors/", "en/periods/", "en/actors/zoe/", "en/periods/talks/", "en/entries/a/", "en/2021/"):
        foreign = [
            e for e in pages[name].find(".//main").iter() if e.get("lang") == "fr" and not e.tag.endswith("title")
        ]
        marked = {text(e) for e in foreign if text(e)}
        assert marked <= french, name
        assert marked & {"Eva Adler", "Maire", "maire", "Plus tard"}, name
    assert pages["en/periods/later/"].find(".//h1").get("lang") == "fr"
    assert not [e for name in ("actors/", "actors/zoe/") for e in pages[name].find(".//main").iter() if e.get("lang")]


@pytest.mark.parametrize(
    ("name", "marked"),
    [
        ("actors/", [("Acteurs", "page")]),
        ("actors/zoe/", [("Acteurs", "true")]),
        ("en/periods/talks/", [("Periods", "true")]),
        ("timeline/", [("Chronologie", "page")]),
        ("sequences/talks/", [("Séquences", "true")]),
        ("method/", [("Méthode", "page")]),
        ("entries/a/", []),
        ("", []),
    ],
)
def test_the_navigation_marks_the_page_and_the_section_it_is_in(
    name: str, marked: list[tuple[str, str]], pages: Pages
) -> None:
    """Chronology, sequences, the sides, then the pages without a date, and the search."""
    (navigation,) = by_class(pages[name], "masthead-pages")
    english = "Chronology Sequences Actors Places Themes Periods Méthode Search"
    french = "Chronologie Séquences Acteurs Lieux Thèmes Périodes Méthode Rechercher"
    assert text(navigation) == (english if name.startswith("en/") else french)
    current = [(text(link), link.get("aria-current")) for link in navigation.iter("a") if link.get("aria-current")]
    assert current == marked


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("en/actors/", "The people, organisations and countries that the entries name."),
        ("en/actors/zoe/", "Zoe Alby. First entry: May 2021. Last entry: 2023."),
        ("en/actors/emile/", "Emil Zorn. Only entry: May 2021."),
        ("en/periods/talks/", "Talk."),
    ],
)
def test_search_engines_are_told_what_a_page_is_about(name: str, description: str, pages: Pages) -> None:
    head = pages[name].find("head")
    assert head.find("meta[@name='description']").get("content") == description
    assert head.find("title").text.endswith(" – A chronology")
    base = "https://timeline.example/"
    assert head.find("link[@rel='canonical']").get("href") == base + name
    alternates = {link.get("hreflang"): link.get("href") for link in head.iter("link") if link.get("hreflang")}
    french = base + name.removeprefix("en/")
    assert alternates == {"fr": french, "en": base + name, "x-default": french}


def test_topics_and_their_lists_are_in_the_sitemap(write_site: WriteSite) -> None:
    """Each in both languages."""
    project = Project(write_site(PROJECT))
    outputs = {output.path: output for output in Planned(project, editions_of(project, load(project))).outputs()}
    sitemap = outputs["sitemap.xml"].draw().decode()
    for name in ("actors/", "actors/zoe/", "en/places/town/", "en/periods/", "sequences/", "en/sequences/talks/"):
        assert f"<loc>https://timeline.example/{name}</loc>" in sitemap


def test_each_report_of_an_event_is_on_a_topic_s_page_also_in_a_year_without_a_page(write_site: WriteSite) -> None:
    """The year of an article that another stands for may have no entry of its own; then its heading is no link."""
    article = """\
---
title: {title}
date: {date}
type: article
actors: [zoe, emile]
events: [{{said: mercredi, what: On se voit., day: 0, date: 2022-01-12}}]
---
"""
    files = {
        "content/actors.yaml": PROJECT["content/actors.yaml"],
        "content/entries/a.md": article.format(title="Premier", date="2022-01-12"),
        "content/entries/b.md": article.format(title="Autre", date="2023"),
    }
    pages = drawn(write_site(files))
    page = pages["actors/zoe/"]
    assert "2023/" not in pages
    assert titles(page) == ["Premier", "Autre"]
    years = {text(year): year.find("a") is not None for year in by_class(page, "year-name")}
    assert years == {"2022": True, "2023": False}
    assert list(facts(page))[-1] == "2 entrées"
