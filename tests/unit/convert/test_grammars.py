"""`grammar_of`: what the tables of each language promise to those who read them."""

import re

import pytest

from generator.convert.grammars import grammar_of
from generator.convert.grammars.grammar import TimeRule
from generator.convert.reading.article import fold, lay_out
from generator.convert.reading.mentions import find_mentions


def time_rules() -> list[TimeRule]:
    return [rule for lang in ("en", "fr") if (grammar := grammar_of(lang)) for rule in grammar.times.rules]


@pytest.mark.parametrize("rule", time_rules(), ids=lambda rule: rule.name)
def test_a_time_rule_needs_a_word_of_what_it_finds(rule: TimeRule) -> None:
    """A sentence without any of these words is never shown to the rule."""
    example = fold(rule.name)
    assert rule.pattern.search(example) or rule.pattern.search(f"Le {example} 1990, ")
    assert not rule.needs.isdisjoint(re.findall(r"\w+", example.lower()))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_any_cue_is_found_where_one_of_them_begins(lang: str) -> None:
    grammar = grammar_of(lang)
    assert grammar
    text = "".join(f"{fold(cue.name)} meet □. " for cue in grammar.verbs.cues)
    each = (re.finditer(rf"(?<![\w'-])(?={cue.pattern.pattern})", text) for cue in grammar.verbs.cues)
    starts = [match.start() for match in grammar.verbs.any_cue.finditer(text)]
    assert starts == sorted({match.start() for matches in each for match in matches})


@pytest.mark.parametrize(
    ("lang", "words"), [("en", "last night"), ("en", "the previous evening"), ("fr", "ce soir"), ("fr", "cette nuit")]
)
def test_a_time_of_day_is_found_in_a_sentence_without_any_other_word_of_time(lang: str, words: str) -> None:
    grammar = grammar_of(lang)
    assert grammar
    (paragraph,) = lay_out((f"Macron {words}.",), grammar.speech.interruption)
    (mention,) = find_mentions(paragraph, grammar.times)
    assert paragraph.text[mention.start : mention.end] == words
