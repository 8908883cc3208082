"""Dates as pages hold them, and entries as lists show them."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.arranged import Chronology
from generator.config import shipped_layouts
from generator.dates import parse
from generator.languages import Language, open_languages
from generator.model import Actor, ActorKind, Entry, EntryType, Gazetteer, Site, Text
from generator.render.cards import card, when
from generator.render.edition import Edition
from generator.render.parts import Name

# The value of `datetime`, where HTML has a form for the date.
MACHINE = {
    "2022-01-12": "2022-01-12",
    "2022-01-12?": None,
    "2022-01-12T09:30:00Z": "2022-01-12",
    "2022-01": "2022-01",
    "2022-01~": None,
    "2022%": None,
    "2022": "2022",
    "0987": "0987",
    "0001-02-03": "0001-02-03",
    "9999": "9999",
    "2022-21": None,
    "202X": None,
    "20XX": None,
    "0000": None,
    "-0043-03-15": None,
    "Y12000": None,
    "2022-01-10/2022-01-13": None,
    "2022/..": None,
    "../2022": None,
}

SHAPES = {
    "2022-01-12": None,
    "202X": None,
    "2022-01-10/2022-01-13": "range",
    "2022/..": "no-end",
    "2022-01/": "no-end",
    "../2022": "no-start",
    "/2022-01-12": "no-start",
}

TEXTS = {
    "fr": Text("fr", "a.md", "Titre", "Résumé", "Texte", 1, "", "", inferred=("title",)),
    "en": Text("en", "a.en.md", "Title", None, "Text", 1, "", "", disputed="By some."),
}
ENTRY = Entry("a", "fr", parse("2022-01"), EntryType.SUMMIT, TEXTS, actors=("a", "b", "c", "d", "e"))


@pytest.fixture(scope="module")
def languages() -> Mapping[str, Language]:
    return open_languages(["fr", "en", "de"], [shipped_layouts()])


def named(lang: str, words: str) -> tuple[Name, ...]:
    """Names in a language; an edition without entries has no pages for them."""
    return tuple(Name(word, lang) for word in words)


def edition(lang: str, languages: Mapping[str, Language]) -> Edition:
    actors = {id_: Actor(id_, ActorKind.PERSON, {"fr": id_, "en": id_.upper()}) for id_ in "abcde"}
    site = Site({"fr": "T"}, {"fr": "D"}, "https://t.example/", ("fr", "en", "de"))
    return Edition(site, Gazetteer(actors, {}, {}, {}, {}), Chronology((), ()), (), languages[lang], languages)


@pytest.mark.parametrize(("text", "machine"), MACHINE.items())
def test_machines_are_told_a_year_month_or_day_and_nothing_else(
    text: str, machine: str | None, languages: Mapping[str, Language]
) -> None:
    """HTML has no form for a range, a season, a decade, or a year before 1 or after 9999."""
    assert when(parse(text), languages["fr"]).machine == machine


def test_a_card_is_in_the_edition_s_language(languages: Mapping[str, Language]) -> None:
    """Words, names, address and marks are those of the translation."""
    french, english = (card(ENTRY, edition(lang, languages)) for lang in ("fr", "en"))
    assert (french.address, french.title, french.summary, french.type_label) == (
        "/entries/a/",
        "Titre",
        "Résumé",
        "Sommet",
    )
    assert (english.address, english.title, english.summary, english.type_label) == (
        "/en/entries/a/",
        "Title",
        None,
        "Summit",
    )
    assert (french.when.words, english.when.words) == ("janvier 2022", "January 2022")
    assert (french.foreign, english.foreign) == (None, None)
    assert (french.is_unreviewed, french.is_disputed) == (True, False)
    assert (english.is_unreviewed, english.is_disputed) == (False, True)


def test_a_card_without_a_translation_is_in_the_original_and_says_so(languages: Mapping[str, Language]) -> None:
    """Its date, kind and names are still those of the edition, as far as they are given."""
    german = card(ENTRY, edition("de", languages))
    assert (german.address, german.title, german.lang, german.foreign) == (
        "/de/entries/a/",
        "Titre",
        "fr",
        "Französisch",
    )
    assert german.when.words == "Januar 2022"
    assert german.actors == named("fr", "abcde")


def test_a_card_names_four_actors_and_counts_the_others_if_there_are_several(languages: Mapping[str, Language]) -> None:
    """In the order of the entry; “and 1 more” would be no shorter than a name."""
    many = card(replace(ENTRY, actors=(*ENTRY.actors, "a")), edition("en", languages))
    assert (many.actors, many.more_actors) == (named("en", "ABCD"), 2)
    five = card(ENTRY, edition("en", languages))
    assert (five.actors, five.more_actors) == (named("en", "ABCDE"), 0)
    four = card(replace(ENTRY, actors=ENTRY.actors[:4]), edition("en", languages))
    assert (four.actors, four.more_actors) == (named("en", "ABCD"), 0)


@pytest.mark.parametrize(("date", "shape"), SHAPES.items())
def test_a_range_says_which_of_its_ends_is_open(
    date: str, shape: str | None, languages: Mapping[str, Language]
) -> None:
    """Or not known; either way nothing is shown there."""
    assert when(parse(date), languages["fr"]).shape == shape
