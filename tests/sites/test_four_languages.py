"""A small site in four languages, told in one of them and partly in another: each page says what is in which."""

import re
from collections.abc import Callable, Iterator, Mapping
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

LANGUAGES = ("fr", "en", "uk", "ru")
SITE = """\
title: {fr: ‹Pont›}
description: {fr: ‹Dans l’ordre.›}
base_url: https://timeline.example/
languages: [fr, en, uk, ru]
"""
ENTRY = """\
---
title: ‹Signature›
date: 2022-01-10
summary: ‹Résumé.›
sequence: {id: bridge, step: 1}
actors: [ada]
places: [amont]
themes: [bridges]
published: 2022-01-10
aliases: [vieux]
---
‹Texte.›
"""
FILES = {
    "content/site.yaml": SITE,
    "content/sequences.yaml": "bridge: {title: {fr: ‹Le pont›}, summary: {fr: ‹Du plan au pont.›}}\n",
    "content/actors.yaml": "ada: {kind: person, name: {fr: ‹Ada›}, roles: [{office: {fr: ‹maire›}}]}\n",
    "content/places.yaml": "amont: {name: {fr: ‹Amont›}}\n",
    "content/themes.yaml": "bridges: {name: {fr: ‹Ponts›}}\n",
    "content/periods.yaml": "- {id: works, title: {fr: ‹Les travaux›}, from: 2022, summary: {fr: ‹Le pont.›}}\n",
    "content/entries/signature.md": ENTRY,
    "content/entries/opening.md": "---\ntitle: ‹Ouverture›\ndate: 2022-02\nsequence: {id: bridge, step: 2}\n---\n",
    "content/entries/opening.en.md": "---\ntitle: Opening\n---\nText.\n",
    "content/pages/method.md": "---\ntitle: ‹Méthode›\n---\n‹Texte.›\n",
}
"""What is in French stands in ‹ ›."""

NAMES = set("JavaScript Atom BibTeX Feed JSON iCalendar CSL-JSON Markdown WordPress oEmbed pym js script".split())
"""What is called so in every language."""
FOREIGN = {
    "en": "This {} is in French and has not been translated yet.",
    "uk": "Мова {} — французька; перекладу українською ще немає.",
    "ru": "Язык {} — французский; перевода на русский ещё нет.",
}
KINDS = {
    "entries/signature/index.html": {"en": "entry", "uk": "цього запису", "ru": "этой записи"},
    "method/index.html": {"en": "page", "uk": "цієї сторінки", "ru": "этой страницы"},
}


@pytest.fixture
def files(write_site: WriteSite) -> dict[str, str]:
    project = Project(write_site(FILES))
    outputs = (
        output
        for output in Planned(project, editions_of(project, load(project))).outputs()
        if not output.path.endswith(".png")
    )
    return {output.path: output.draw().decode() for output in outputs if not output.path.startswith("assets/")}


def parsed(files: Mapping[str, str]) -> dict[str, Element]:
    html = {name: text for name, text in files.items() if name.endswith(".html")}
    return {name: html5lib.parse(text, namespaceHTMLElements=False) for name, text in html.items()}


def in_language(element: Element, lang: str) -> Iterator[tuple[str, str]]:
    """Every piece of text below an element, with its language; but for code and scripts, and for a citation, which is
    to be copied as it is."""
    if element.tag == "script" or element.get("translate") == "no" or element.get("class") == "cite-words":
        return
    lang = element.get("lang", lang)
    yield lang, element.text or ""
    for child in element:
        yield from in_language(child, lang)
        yield lang, child.tail or ""


def test_every_page_is_there_in_every_language(files: dict[str, str]) -> None:
    """The default language at the root, the others below their codes, and no page in one language alone."""
    pages = {name for name in files if name.endswith("index.html")}
    here = {name for name in pages if name.partition("/")[0] not in LANGUAGES}
    assert pages == here | {f"{code}/{name}" for name in here for code in LANGUAGES[1:]}
    for name, page in parsed(files).items():
        code = name.partition("/")[0]
        assert (page.get("lang"), page.get("dir")) == (code if code in LANGUAGES else "fr", "ltr"), name


def test_words_in_another_language_than_their_page_say_so(files: dict[str, str]) -> None:
    """On every page, titles, summaries, bodies and the labels of links are marked where they stand."""
    for name, page in parsed(files).items():
        pieces = list(in_language(page.find("body"), page.get("lang")))
        assert {lang for lang, text in pieces if "‹" in text} == {"fr"}, name
        words = " ".join(text for lang, text in pieces if lang in {"uk", "ru"})
        is_technical = name.endswith("data/index.html")  # full of the names of formats, programs and fields
        assert is_technical or set(re.findall(r"[A-Za-z-]{2,}", words)) <= NAMES, name


def test_an_untranslated_page_tells_its_reader_which_language_it_is_in(files: dict[str, str]) -> None:
    """In the language of the reader; in its own it says nothing."""
    for name, kinds in KINDS.items():
        assert "note-language" not in files[name]
        for code, kind in kinds.items():
            page = parsed({name: files[f"{code}/{name}"]})[name]
            said = "".join(text for lang, text in in_language(page.find(".//main"), code) if lang == code)
            assert FOREIGN[code].format(kind) in said


def test_the_switch_the_head_and_the_sitemap_lead_to_the_same_page_in_every_language(files: dict[str, str]) -> None:
    """And who reads none of them is led to the default one."""
    for name, page in parsed(files).items():
        if page.find(".//meta[@name='robots']") is not None:
            continue
        path = re.sub(rf"^({'|'.join(LANGUAGES[1:])})/", "", name).removesuffix("index.html")
        whole = {code: f"https://timeline.example/{code + '/' if code != 'fr' else ''}{path}" for code in LANGUAGES}
        heads = [link for link in page.iter("link") if link.get("hreflang")]
        links = [*whole.items(), ("x-default", whole["fr"])]
        assert [(link.get("hreflang"), link.get("href")) for link in heads] == links
        (switch,) = (nav for nav in page.iter("nav") if nav.get("class") == "masthead-languages")
        assert [link.get("hreflang") for link in switch.iter("a")] == list(LANGUAGES)
        for address in whole.values():
            listed = files["sitemap.xml"].split(f"<loc>{address}</loc>")[1].partition("</url>")[0]
            assert re.findall(r'hreflang="([^"]*)" href="([^"]*)"', listed) == links


def test_a_feed_names_the_language_of_its_title(files: dict[str, str]) -> None:
    """Where it is not that of the feed."""
    for code in LANGUAGES:
        feed = files["feed.xml" if code == "fr" else f"{code}/feed.xml"]
        assert f'xml:lang="{code}"' in feed
        assert ('<title xml:lang="fr">‹Pont›</title>' in feed) == (code != "fr")
