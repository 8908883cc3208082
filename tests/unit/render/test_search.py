"""The page of the search, and what the index is told of each entry."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.chronology.arrange import arrange
from generator.config import Project
from generator.findable import Findable
from generator.languages import open_languages
from generator.load.content import load
from generator.render.edition import Edition
from generator.render.machine import machine_pages
from generator.render.machine_views import Sitemap
from generator.render.plan import editions, plan
from generator.render.search import findables, fingerprint
from generator.render.views import SearchPage

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

PROJECT = {
    "content/actors.yaml": (
        "zoe: {kind: person, name: {fr: Zoé, en: Zoe}}\n"
        "eva: {kind: person, name: {fr: Éva, en: Eva}}\n"
        "nobody: {kind: person, name: {fr: Personne, en: Nobody}}\n"
    ),
    "content/places.yaml": "geneva: {name: {fr: Genève, en: Geneva}}\n",
    "content/entries/talks.md": (
        "---\ntitle: Pourparlers\ndate: 2021-05-10\ntype: meeting\nsummary: En bref.\nactors: [zoe, eva]\n"
        "places: [geneva]\ndisputed: Oui.\n---\nLe *texte*.\n"
    ),
    "content/entries/talks.en.md": "---\ntitle: Talks\nsummary: In short.\n---\nThe text.\n",
    "content/entries/київ.md": "---\ntitle: Kiev\ndate: 199X\nactors: [zoe]\nsummary: Tôt.\n---\nTôt. Puis.\n",
}


def searched(root: Path, *, has_search: bool = True) -> dict[str, Edition]:
    project = Project(root)
    content = load(project)
    languages = open_languages(content.site.languages, project.layouts)
    chronology = arrange(content.entries, content.gazetteer)
    found = editions(content.site, content.gazetteer, chronology, content.prose, languages)
    return {edition.lang: replace(edition, has_search=has_search) for edition in found}


@pytest.fixture
def in_languages(write_site: WriteSite) -> dict[str, Edition]:
    return searched(write_site(PROJECT))


def test_an_entry_is_found_in_the_words_of_each_edition(in_languages: dict[str, Edition]) -> None:
    """By its title, text and names; shown with its date and kind, and with what is in doubt."""
    french, english = (list(findables(in_languages[lang]))[-1] for lang in ("fr", "en"))
    assert french == Findable(
        path="entries/talks/index.html",
        lang="fr",
        lead="En bref.",
        body="Le *texte*.\n",
        meta={
            "title": "Pourparlers",
            "date": "10 mai 2021",
            "type": "Rencontre",
            "names": "Zoé, Éva, Genève",
            "disputed": "Contesté",
        },
        facets={"type": ("meeting",), "year": ("2021",), "actor": ("zoe", "eva")},
        place=1,
    )
    assert (english.path, english.lang, english.lead) == ("en/entries/talks/index.html", "en", "In short.")
    assert english.meta["date"] == "10 May 2021"


def test_an_entry_without_a_translation_is_found_in_its_own_words(in_languages: dict[str, Edition]) -> None:
    """And is shown in its own language, with a note."""
    entry = next(findables(in_languages["en"]))
    assert (entry.path, entry.lang, entry.meta["title"]) == (
        "en/entries/%D0%BA%D0%B8%D1%97%D0%B2/index.html",
        "en",
        "Kiev",
    )
    assert (entry.meta["lang"], entry.meta["foreign"], entry.meta["names"]) == ("fr", "In French", "Zoe")
    assert entry.facets["year"] == ("199x",)


def test_a_summary_that_the_text_begins_with_is_found_once(in_languages: dict[str, Edition]) -> None:
    assert next(findables(in_languages["fr"])).lead == ""


def test_the_page_offers_what_there_is_in_its_own_words(in_languages: dict[str, Edition]) -> None:
    """Kinds in the order of the model, years in order, actors by name; nothing that no entry has."""
    pages = [page for page in plan(tuple(in_languages.values())) if isinstance(page.view, SearchPage)]
    assert [page.address for page in pages] == ["/search/", "/en/search/"]
    view = pages[0].view
    assert isinstance(view, SearchPage)
    assert [(choice.value, choice.label) for choice in view.years] == [("199x", "Années 1990"), ("2021", "2021")]
    assert [(choice.value, choice.label) for choice in view.actors] == [("eva", "Éva"), ("zoe", "Zoé")]
    assert [choice.value for choice in view.types] == ["meeting", "other"]


def test_search_engines_are_not_led_to_the_page(in_languages: dict[str, Edition]) -> None:
    """It is not in the sitemap, and says itself that it is not to be indexed."""
    pages = plan(tuple(in_languages.values()))
    sitemap = next(page.view for page in machine_pages(tuple(in_languages.values()), pages))
    assert isinstance(sitemap, Sitemap)
    assert not [item.address for item in sitemap.items if "search" in item.address]
    assert not [p for p in pages if isinstance(p.view, SearchPage) and p.view.shell.is_indexed]


def test_where_search_is_left_out_nothing_leads_to_it(write_site: WriteSite) -> None:
    without = searched(write_site(PROJECT), has_search=False)
    pages = plan(tuple(without.values()))
    assert not [page for page in pages if isinstance(page.view, SearchPage)]
    assert not list(findables(without["fr"]))


def test_the_fingerprint_changes_with_what_can_be_found_and_with_the_engine(write_site: WriteSite) -> None:
    def of(engine: str = "1", **files: str) -> str:
        changed = {f"content/entries/{name}.md": text for name, text in files.items()}
        return fingerprint(findables(searched(write_site({**PROJECT, **changed}))["fr"]), engine)

    same, body = of(), of(talks=PROJECT["content/entries/talks.md"] + "Plus.\n")
    assert same == of()
    assert len({same, body, of("2")}) == 3
