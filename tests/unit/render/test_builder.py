"""The builder of embeds offers all that can be embedded, entries alone excepted, and all it offers can be."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.chronology.arrange import arrange
from generator.config import Project
from generator.languages import open_languages
from generator.load.content import load
from generator.render.embed_parts import BuilderPage
from generator.render.plan import editions, plan
from generator.render.views import EntryPage, HomePage, Page

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

PROJECT = {
    "content/entries/a.md": """\
---
title: A
date: 2021-05-01
actors: [zoe, abe]
places: [hall]
themes: [talks]
sequence: {id: talks, step: 1}
---
Texte.
""",
    "content/entries/b.md": "---\ntitle: B\ndate: 1990\n---\nTexte.\n",
    "content/actors.yaml": "zoe: {kind: person, name: Zoé}\nabe: {kind: person, name: {fr: Abé, en: Abe}}\n",
    "content/places.yaml": "hall: {name: Salle}\n",
    "content/themes.yaml": "talks: {name: Pourparlers}\n",
    "content/periods.yaml": """\
- {id: then, title: Avant, from: 1990, to: 1999}
- {id: now, title: À présent, from: 2021}
""",
    "content/sequences.yaml": "talks: {title: Les pourparlers}\n",
}


def planned(root: Path) -> tuple[Page, ...]:
    project = Project(root)
    content = load(project)
    languages = open_languages(content.site.languages, project.layouts)
    chronology = arrange(content.entries, content.gazetteer)
    return plan(editions(content.site, content.gazetteer, chronology, content.prose, languages))


def builder(pages: tuple[Page, ...], lang: str) -> BuilderPage:
    (view,) = (page.view for page in pages if page.lang == lang and isinstance(page.view, BuilderPage))
    return view


def test_the_choices_are_grouped_and_in_order(write_site: WriteSite) -> None:
    """Names by the alphabet, periods and years by time; each in its language, or in one that it has a name in."""
    view = builder(planned(write_site(PROJECT)), "en")
    groups = {group.label: [(name.words, name.lang) for name in group.names] for group in view.groups}
    assert groups == {
        "Sequences": [("Les pourparlers", "fr")],
        "Actors": [("Abe", "en"), ("Zoé", "fr")],
        "Places": [("Salle", "fr")],
        "Themes": [("Pourparlers", "fr")],
        "Periods": [("Avant", "fr"), ("À présent", "fr")],
        "Types": [("Event", "en")],
        "Years": [("1990", "en"), ("2021", "en")],
    }


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_it_offers_what_can_be_embedded_and_nothing_else(lang: str, write_site: WriteSite) -> None:
    """But for entries, which may be thousands."""
    pages = planned(write_site(PROJECT))
    view = builder(pages, lang)
    offered = {name.address for group in view.groups for name in group.names} | {view.timeline.address}
    can_be = {
        page.address
        for page in pages
        if page.lang == lang
        and not isinstance(page.view, EntryPage | HomePage)
        and (shell := getattr(page.view, "shell", None))
        and getattr(shell, "embed", None)
    }
    assert offered == can_be


def test_a_chronology_without_entries_has_the_timeline_to_embed(write_site: WriteSite) -> None:
    assert builder(planned(write_site({})), "fr").groups == ()
