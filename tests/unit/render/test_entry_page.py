"""An entry on its page and in lists, as a reader meets it: parsed like a browser does."""

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

FIRST = "---\ntitle: Premier\ndate: 2022-01-09\n---\nTexte.\n"
SECOND = """\
---
title: Deuxième
date: {date}
summary: {summary}
disputed: Par certains.
aliases: [vieux, plus-vieux]
---

{body}
"""
THIRD = "---\ntitle: Troisième\ndate: 2022-03\n---\nTexte.\n"
THIRD_ENGLISH = "---\ntitle: Third\n---\nText.\n"

# By rule: a summary, the body, and whether the summary stands above it.
STANDFIRST = {
    "a summary of its own stands above the body": ("Un pont ouvre.", "Le maire parle.", True),
    "one that the body begins with is left out": ("Un pont ouvre.", "Un pont ouvre. Le maire parle.", False),
    "so is one that was cut": ("Un pont ouvre et…", "Un pont ouvre et le maire parle.", False),
    "so is one that the body breaks over lines": ("Un pont ouvre.", "Un pont\nouvre. Le maire parle.", False),
    "so is one that follows a dateline": ("Un pont ouvre hier.", "AMONT – Un pont ouvre hier. Suite.", False),
    "one that the body comes to later stays": ("Un pont ouvre.", "Le maire parle. " * 9 + "Un pont ouvre.", True),
}

MACHINE = {"2022-01-10": "2022-01-10", "2022-01": "2022-01", "2022": "2022"} | dict.fromkeys(
    ["2022-01~", "2022?", "2022-21", "202X", "2022-01-10/2022-01-13", "2022/..", "-0043"]
)
"""The value of `datetime`, by date."""


def drawn(root: Path) -> dict[str, Element]:
    """Every page of a project, parsed, by its file."""
    project = Project(root)
    outputs = Planned(project, editions_of(project, load(project))).outputs()
    html = {output.path: output.draw().decode() for output in outputs if output.path.endswith(".html")}
    return {name: html5lib.parse(text, namespaceHTMLElements=False) for name, text in html.items()}


def site(write_site: WriteSite, date: str = "2022-01-10", summary: str = "Résumé.", body: str = "Texte.") -> Any:  # noqa: ANN401 - html5lib has no types
    return drawn(
        write_site(
            {
                "content/entries/first.md": FIRST,
                "content/entries/second.md": SECOND.format(date=date, summary=summary, body=body),
                "content/entries/third.md": THIRD,
                "content/entries/third.en.md": THIRD_ENGLISH,
            }
        )
    )


def by_class(page: Element, name: str) -> list[Element]:
    return [element for element in page.iter() if name in (element.get("class") or "").split()]


def text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def raw(element: Element) -> str:
    """Its text with its spaces."""
    return "".join(element.itertext()).strip()


def test_what_a_translation_has_from_its_original_is_marked_with_its_language(write_site: WriteSite) -> None:
    """A translation that does not say what is disputed shows the original's words, as the original's."""
    files = {
        "content/entries/a.md": SECOND.format(date="2022", summary="Résumé.", body="Texte."),
        "content/entries/a.en.md": THIRD_ENGLISH,
    }
    pages = drawn(write_site(files))
    for name, marked in (("en/entries/a/index.html", {"Par certains."}), ("en/timeline/index.html", set[str]())):
        main = pages[name].find(".//main")
        french = {text(element) for element in main.iter() if element.get("lang") == "fr"}
        assert french - {"Résumé."} == marked
    assert "Résumé." in {text(e) for e in pages["en/timeline/index.html"].iter() if e.get("lang") == "fr"}
    assert not [e for e in pages["entries/a/index.html"].find(".//main").iter() if e.get("lang")]


INHERITED = """\
---
title: Deuxième
date: 2022
sources: [{title: Le titre, publisher: Le journal, url: https://a.example/}, {publisher: L’agence}]
corrections: [{date: 2022-02-01, text: C’était faux.}]
media: [{src: a.png, alt: Un pont, caption: La légende, credit: Archives}]
---
"""


def test_sources_corrections_and_pictures_of_the_original_are_in_its_language(write_site: WriteSite) -> None:
    """So are the words beside a picture and in place of it; what we say of them is not."""
    translation = "---\ntitle: One\n---\n"
    pages = drawn(
        write_site(
            {"content/entries/a.md": INHERITED, "content/entries/a.en.md": translation, "content/a.png": b"picture"}
        )
    )
    main = pages["en/entries/a/index.html"].find(".//main")
    french = [element for element in main.iter() if element.get("lang") == "fr"]
    figure, *others = french
    assert [text(words) for words in figure.iter("p")] == ["La légende", "Archives"]
    assert [text(element) for element in others] == ["Le titre", "Le journal", "L’agence", "C’était faux."]
    assert figure.find("img").get("alt") == "Un pont"
    assert {element.get("dir") for element in french} == {"auto"}
    assert not [element for element in pages["entries/a/index.html"].find(".//main").iter() if element.get("lang")]


def test_an_untranslated_entry_is_marked_with_its_language(write_site: WriteSite) -> None:
    """A reader is told, and a screen reader changes its voice: title, standfirst, dispute and body are French."""
    page = site(write_site)["en/entries/second/index.html"]
    assert page.get("lang") == "en"
    marked = {text(element): element.get("lang") for element in page.find(".//main").iter() if element.get("lang")}
    assert marked == dict.fromkeys(["Deuxième", "Résumé.", "Par certains.", "Texte.", "Premier"], "fr")
    assert [text(note) for note in by_class(page, "note-language")] == [
        "This entry is in French and has not been translated yet."
    ]


def test_an_entry_in_its_own_language_is_not_marked(write_site: WriteSite) -> None:
    """Neither an original nor a translation."""
    pages = site(write_site)
    for name in ("entries/second/index.html", "entries/third/index.html"):
        assert not [element for element in pages[name].find(".//main").iter() if element.get("lang")]
        assert not by_class(pages[name], "note-language")
    translated = pages["en/entries/third/index.html"]
    assert text(translated.find(".//h1")) == "Third"
    assert not by_class(translated.find(".//article"), "note-language")


@pytest.mark.parametrize("name", ["en/index.html", "en/timeline/index.html", "en/2022/index.html"])
def test_lists_hold_an_untranslated_entry_and_mark_it(name: str, write_site: WriteSite) -> None:
    """No entry is missing from a language."""
    cards = by_class(site(write_site)[name], "card")
    titles = {text(title): title.get("lang") for card in cards for title in by_class(card, "card-title")}
    assert titles == {"Premier": "fr", "Deuxième": "fr", "Third": None}
    assert [text(note) for card in cards for note in by_class(card, "note-language")] == ["In French"] * 2


@pytest.mark.parametrize(("summary", "body", "stands"), STANDFIRST.values(), ids=STANDFIRST)
def test_a_summary_stands_first_unless_the_body_begins_with_it(
    summary: str, body: str, stands: bool, write_site: WriteSite
) -> None:
    """A reader does not meet the same words twice; programs have the summary all the same."""
    page = site(write_site, summary=summary, body=body)["entries/second/index.html"]
    assert [text(element) for element in by_class(page, "standfirst")] == [summary] * stands
    assert page.find(".//meta[@name='description']").get("content") == f"Contesté. {summary}"


def test_an_entry_without_a_summary_has_no_standfirst(write_site: WriteSite) -> None:
    """It is described as the site is."""
    page = site(write_site)["entries/first/index.html"]
    assert not by_class(page, "standfirst")
    description = page.find(".//meta[@name='description']")
    assert description is not None
    assert description.get("content") == "Dans l’ordre."


@pytest.mark.parametrize(("date", "machine"), MACHINE.items())
def test_only_a_year_month_or_day_is_a_time_for_machines(date: str, machine: str | None, write_site: WriteSite) -> None:
    """Anything else would be finer than its source, or no valid HTML; its words are there all the same."""
    pages = site(write_site, date=date)
    (when,) = by_class(pages["entries/second/index.html"], "entry-date")
    assert (when.tag, when.get("datetime")) == ("time" if machine else "span", machine)
    assert text(when)
    for page in pages.values():
        assert {time.get("datetime") for time in page.iter("time")} <= {"2022-01-09", "2022-03", machine}


@pytest.mark.parametrize(
    ("date", "file", "label", "link"),
    [
        ("202X", "202x/index.html", "Années 2020", "Toutes les entrées datées «\u00a0années 2020\u00a0»"),
        (
            "20XX~",
            "20xx/index.html",
            "Entre 2000 et 2099",
            "Toutes les entrées datées «\u00a0entre 2000 et 2099\u00a0»",
        ),
        ("2020", "2020/index.html", "2020", "Toute l’année 2020"),
    ],
)
def test_an_entry_without_a_year_stands_under_its_decade_or_century(
    date: str, file: str, label: str, link: str, write_site: WriteSite
) -> None:
    """On a page of its own, in the whole chronology, and where its own page leads."""
    pages = site(write_site, date=date)
    assert raw(pages[file].find(".//h1")) == label
    assert [text(title) for title in by_class(pages[file], "card-title")] == ["Deuxième"]
    assert label in [raw(name) for name in by_class(pages["timeline/index.html"], "year-name")]
    (year,) = by_class(pages["entries/second/index.html"], "entry-year")
    assert (raw(year), year.find("a").get("href")) == (link, f"../../{file}")


def test_a_season_stands_under_its_own_name(write_site: WriteSite) -> None:
    """Not under the month it begins with, though it stands before it."""
    page = site(write_site, date="2022-21")["2022/index.html"]
    months = {text(month.find("h2")): [text(card) for card in month.iter("h3")] for month in by_class(page, "month")}
    assert months == {"janvier": ["Premier"], "Printemps": ["Deuxième"], "mars": ["Troisième"]}
    assert list(months) == ["janvier", "Printemps", "mars"]


def test_what_nobody_has_reviewed_is_marked_at_its_head_and_in_lists(write_site: WriteSite) -> None:
    """The mark leads to what a program found."""
    entry = FIRST.replace("---\nTexte", "inferred: [title]\n---\nTexte")
    pages = drawn(write_site({"content/entries/a.md": entry, "content/entries/b.md": THIRD}))
    (mark,) = by_class(pages["entries/a/index.html"].find(".//header[@class='entry-head']"), "note-unreviewed")
    assert (text(mark), mark.get("href")) == ("Pas encore relu", "#review")
    assert pages["entries/a/index.html"].find(".//*[@id='review']") is not None
    assert [text(note) for note in by_class(pages["2022/index.html"], "note-unreviewed")] == ["Pas encore relu"]
    assert not by_class(pages["entries/b/index.html"], "note-unreviewed")


@pytest.mark.parametrize(("count", "names"), [(4, "A, A, A, A"), (5, "A, A, A, A, A"), (7, "A, A, A, A et 3 autres")])
def test_a_card_says_how_many_actors_it_does_not_name(count: int, names: str, write_site: WriteSite) -> None:
    """A list that is cut says so; the entry's own page names all."""
    ids = [f"a{number}" for number in range(count)]
    actors = "".join(f"{id_}: {{kind: person, name: A}}\n" for id_ in ids)
    entry = FIRST.replace("---\nTexte", f"actors: [{', '.join(ids)}]\n---\nTexte")
    pages = drawn(write_site({"content/actors.yaml": actors, "content/entries/a.md": entry}))
    (notes,) = by_class(pages["2022/index.html"], "card-notes")
    assert text(notes) == names
    assert len([*pages["entries/a/index.html"].iter("dd")]) == count


def test_the_way_back_from_a_footnote_is_in_the_page_s_language(write_site: WriteSite) -> None:
    """It is a part of the interface."""
    pages = site(write_site, body="Texte[^1].\n\n[^1]: Note.")
    titles = {
        name: [link.get("title") for link in pages[f"{name}entries/second/index.html"].iter("a") if link.get("title")]
        for name in ("", "en/")
    }
    assert titles == {"": ["Revenir à l’appel de la note 1"], "en/": ["Back to note 1 in the text"]}


def test_french_spaces_are_set_in_what_is_french_on_any_page(write_site: WriteSite) -> None:
    """Not in a link's address, nor in an entry that is in English."""
    entry = FIRST.replace("Premier", "Quoi ?").replace("Texte.", "« Oui » `a ?` [b](https://t.example/?a)")
    english = THIRD_ENGLISH.replace("Third", "What ?")
    files = {"content/entries/a.md": entry, "content/entries/b.md": THIRD, "content/entries/b.en.md": english}
    pages = drawn(write_site(files))
    titles = [raw(title) for title in by_class(pages["en/2022/index.html"], "card-title")]
    assert titles == ["Quoi\u202f?", "What ?"]
    (body,) = by_class(pages["entries/a/index.html"], "body")
    assert raw(body) == "«\u00a0Oui\u00a0» a ? b"
    assert body.find(".//a").get("href") == "https://t.example/?a"


@pytest.mark.parametrize("alias", ["vieux", "plus-vieux"])
@pytest.mark.parametrize(("prefix", "up"), [("", ""), ("en/", "en/")])
def test_an_old_address_leads_to_the_new_one(prefix: str, up: str, alias: str, write_site: WriteSite) -> None:
    """At once, by a link, and for search engines, which are not to keep it."""
    page = site(write_site)[f"{prefix}entries/{alias}/index.html"]
    assert page.find(".//meta[@http-equiv='refresh']").get("content") == "0; url=../second/index.html"
    assert page.find(".//main//a").get("href") == "../second/index.html"
    canonicals = [link.get("href") for link in page.iter("link") if link.get("rel") == "canonical"]
    assert canonicals == [f"https://timeline.example/{up}entries/second/"]
    assert page.find(".//meta[@name='robots']").get("content") == "noindex"


@pytest.mark.parametrize("alias", ["plus-vieux", "vieux"])
def test_what_was_embedded_under_an_old_address_still_shows_the_entry(alias: str, write_site: WriteSite) -> None:
    """Without a detour, which would lose what the host asks for in the address; and oEmbed leads to the new one."""
    pages = site(write_site)
    old, new = (pages[f"embed/entries/{name}/index.html"] for name in (alias, "second"))
    assert old.find(".//h1/a").get("href") == new.find(".//h1/a").get("href") == "../../../entries/second/index.html"
    discovered = [link.get("href") for link in pages[f"entries/{alias}/index.html"].iter("link")]
    assert any("/oembed/entries/second.json" in href for href in discovered)


def test_neighbours_are_those_of_the_chronology(write_site: WriteSite) -> None:
    """The first has none before it, the last none after."""
    pages = site(write_site)
    links = {
        name: [(link.get("rel"), link.get("href")) for link in pages[f"entries/{name}/index.html"].iter("a")]
        for name in ("first", "second", "third")
    }
    ways = {name: [link for link in found if link[0] in {"prev", "next"}] for name, found in links.items()}
    assert ways == {
        "first": [("next", "../second/index.html")],
        "second": [("prev", "../first/index.html"), ("next", "../third/index.html")],
        "third": [("prev", "../second/index.html")],
    }


def test_a_page_names_its_other_languages(write_site: WriteSite) -> None:
    """For readers by relative links, for programs by whole addresses."""
    page = site(write_site)["en/entries/second/index.html"]
    (switch,) = by_class(page, "masthead-languages")
    assert [(link.get("hreflang"), link.get("href"), link.get("aria-current")) for link in switch.iter("a")] == [
        ("fr", "../../../entries/second/index.html", None),
        ("en", "index.html", "true"),
    ]
    alternates = {link.get("hreflang"): link.get("href") for link in page.iter("link") if link.get("hreflang")}
    assert alternates == {
        "fr": "https://timeline.example/entries/second/",
        "en": "https://timeline.example/en/entries/second/",
        "x-default": "https://timeline.example/entries/second/",
    }


def test_the_page_in_place_of_any_other_links_from_the_root(write_site: WriteSite) -> None:
    """It is served at addresses of any depth."""
    page = site(write_site)["404.html"]
    links = [element.get("href") for element in page.iter() if element.get("href")]
    assert all(link.startswith(("/", "#", "https://")) for link in links)
    assert page.find(".//meta[@name='robots']").get("content") == "noindex"


def test_the_page_in_place_of_any_other_names_the_site_and_leads_to_it(write_site: WriteSite) -> None:
    """Whoever comes to a dead address from elsewhere has to learn where they are."""
    page = site(write_site)["404.html"]
    assert page.find(".//p[@class='masthead-title']/a").get("href") == "/"
