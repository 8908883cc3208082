"""`People`: people named in full are known by surname from then on."""

import pytest

from generator.convert.grammars import grammar_of
from generator.convert.reading.gazetteer import Lookup
from generator.convert.reading.read import read_article
from generator.model import Gazetteer


@pytest.mark.parametrize(
    ("text", "surnames"),
    [
        ("Anna Kolb spoke. “Yes”, Kolb said of Kolb-Meyer and Kolberg.", ["Kolb"]),
        ("Sean O'Brien spoke. O’Brien left, not Brien.", ["O’Brien"]),
        ("Jeanne Arc parle, selon l’avis d’Arc et de l'Arche.", ["Arc"]),
        ("Anna Kolb and Peter Kolb-Meyer met. Kolb-Meyer spoke to Kolb.", ["Kolb-Meyer", "Kolb"]),
    ],
)
def test_a_surname_is_found_as_a_whole_word_and_with_its_apostrophe(text: str, surnames: list[str]) -> None:
    grammar = grammar_of("en")
    assert grammar
    found = read_article((text,), None, grammar, Lookup(Gazetteer({}, {}, {}, {}, {}), grammar))
    (names,) = found.names
    by_surname = [name for name in names if name.rule == "surname of somebody named before"]
    assert [text[name.start : name.end] for name in by_surname] == surnames
