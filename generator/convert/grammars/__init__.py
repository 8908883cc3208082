"""What the converter knows of each language: one file of tables a language, named here.

A grammar is loaded when a text first asks for it. Its patterns take longer to compile than the rest of the program to
start, and most commands read no article.
"""

from functools import cache

from generator.convert.grammars.grammar import Grammar


def _english() -> Grammar:
    from generator.convert.grammars.english import english  # noqa: PLC0415 - see above

    return english()


def _french() -> Grammar:
    from generator.convert.grammars.french import french  # noqa: PLC0415 - see above

    return french()


_GRAMMARS = {"en": _english, "fr": _french}


@cache
def grammar_of(lang: str | None) -> Grammar | None:
    """The grammar of a language, None where the converter has none and reads title, date and text only."""
    build = _GRAMMARS.get((lang or "").partition("-")[0])
    return build() if build else None
