"""`detect`: the language of a paragraph by its commonest words."""

import pytest

from generator.convert.language import detect

PARAGRAPHS = {
    "fr": "Le pont entre les deux villes est ouvert depuis lundi. Il a coûté plus que prévu, selon la mairie.",
    "en": "The bridge between the two towns has been open since Monday. It was more expensive than planned.",
    "de": "Die Brücke zwischen den beiden Städten ist seit Montag offen. Sie war teurer als geplant.",
    "es": "El puente entre los dos pueblos está abierto desde el lunes. Ha costado más de lo previsto.",
    "uk": "Міст між двома містами відкрили у понеділок. Він коштував більше, ніж планували, але люди раді.",
    "ru": "Мост между двумя городами открыли в понедельник. Он стоил больше, чем ожидали, но люди рады.",
}


@pytest.mark.parametrize(("language", "text"), PARAGRAPHS.items())
def test_a_paragraph_tells_its_language(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(("language", "text"), PARAGRAPHS.items())
def test_capitals_make_no_difference(language: str, text: str) -> None:
    assert detect(text.upper()) == language


@pytest.mark.parametrize("language", PARAGRAPHS)
def test_a_quotation_in_another_language_does_not_change_it(language: str) -> None:
    other = "The bridge is open." if language != "en" else "Le pont est ouvert."
    assert detect(f"{PARAGRAPHS[language]} {PARAGRAPHS[language]} {other}") == language


@pytest.mark.parametrize(
    "text",
    ["", "—", "12 345", "Pont", "Pont Neuf", "Ponte sul fiume aperto ieri mattina dopo la pioggia", "le the", "не на"],
)
def test_a_text_in_which_no_language_stands_out_has_none(text: str) -> None:
    assert detect(text) is None
