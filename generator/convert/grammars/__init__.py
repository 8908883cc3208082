"""What the converter knows of each language: one file of tables a language, named here."""

from functools import cache

from generator.convert.grammars.english import english
from generator.convert.grammars.french import french
from generator.convert.grammars.grammar import Grammar

_GRAMMARS = {"en": english, "fr": french}


@cache
def grammar_of(lang: str | None) -> Grammar | None:
    """The grammar of a language, None where the converter has none and reads title, date and text only."""
    build = _GRAMMARS.get((lang or "").partition("-")[0])
    return build() if build else None
