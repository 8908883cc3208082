"""`find_mentions`: words of time in what the narrator says."""

import pytest

from generator.convert.grammars import grammar_of
from generator.convert.grammars.when import Turn, Weekday
from generator.convert.reading.article import lay_out
from generator.convert.reading.mentions import find_mentions


@pytest.mark.parametrize("word", ["mardi", "mardı", "mardİ"])
def test_letters_that_ignoring_case_takes_for_others_are_read_as_those(word: str) -> None:
    grammar = grammar_of("fr")
    assert grammar
    (paragraph,) = lay_out((f"Ils se sont vus {word}.",), grammar.speech.interruption)
    (mention,) = find_mentions(paragraph, grammar.times)
    assert mention.when == Weekday(1, Turn.OPEN)
    assert paragraph.text[mention.start : mention.end] == word
