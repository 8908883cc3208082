"""French, as agencies and newspapers write it."""

from generator.convert.grammars.french.names import NAMES
from generator.convert.grammars.french.speech import SPEECH
from generator.convert.grammars.french.times import TIMES
from generator.convert.grammars.french.verbs import VERBS
from generator.convert.grammars.grammar import Grammar


def french() -> Grammar:
    """The grammar of French."""
    return Grammar("fr", TIMES, VERBS, SPEECH, NAMES)
