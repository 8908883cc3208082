"""English, as agencies, broadcasters and governments write it."""

from generator.convert.grammars.english.names import NAMES
from generator.convert.grammars.english.speech import SPEECH
from generator.convert.grammars.english.times import TIMES
from generator.convert.grammars.english.verbs import VERBS
from generator.convert.grammars.grammar import Grammar


def english() -> Grammar:
    """The grammar of English."""
    return Grammar("en", TIMES, VERBS, SPEECH, NAMES)
