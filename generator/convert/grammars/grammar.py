"""What a language must tell the converter. French and English are written in these terms."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.convert.grammars.senses import Sense
from generator.convert.grammars.when import When

Reader = Callable[[re.Match[str]], When | None]
"""Reads a match; None where the words only look like a date."""


@dataclass(frozen=True, slots=True)
class TimeRule:
    """How a language names a time. The group `said`, where there is one, holds the words themselves."""

    name: str
    """An example, in the language."""
    pattern: re.Pattern[str]
    read: Reader
    needs: frozenset[str]
    """Words in lower case: where a sentence has none of them, the pattern need not be tried."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of the verb, or a word in its place, and what it says of a time beside it."""

    name: str
    """An example, in the language."""
    pattern: re.Pattern[str]
    """Matched at the beginning of a word."""
    sense: Sense


@dataclass(frozen=True, slots=True)
class SpeechRule:
    """How a language says who said something.

    The group `following` or `preceding` holds the words that name the speaker, after the verb or before it, and
    `speaker` a pronoun. A group `subject` means whom the sentence is about; without any group it is whom the text is
    about. With `follows_subject` the pattern is that of a verb alone: the last one in the text counts, and the words
    before it name the speaker.
    """

    name: str
    """An example, in the language."""
    pattern: re.Pattern[str]
    follows_subject: bool = False


@dataclass(frozen=True, slots=True)
class Times:
    """How a language names times."""

    rules: tuple[TimeRule, ...]
    """Where two find words that overlap, the first has them."""


@dataclass(frozen=True)
class Verbs:
    """What a language's verbs tell of a time: whether something took place then, and on which side of today."""

    cues: tuple[Cue, ...]
    """Where two find words that overlap, the first has them."""
    boundary: re.Pattern[str]
    """What parts one clause from the next."""
    finite: re.Pattern[str]
    """A finite verb; the subject of a sentence stands before the first one."""

    @cached_property
    def any_cue(self) -> re.Pattern[str]:
        """What finds the beginning of each word that a cue begins with: one search is quicker than one for each cue."""
        return re.compile(rf"(?<![\w'-])(?={'|'.join(cue.pattern.pattern for cue in self.cues)})")


@dataclass(frozen=True, slots=True)
class Speech:
    """How a language puts words into somebody's mouth."""

    after: tuple[SpeechRule, ...]
    """Matched against what follows a quotation, from its closing mark."""
    before: tuple[SpeechRule, ...]
    """Searched in what stands before a quotation, up to its opening mark."""
    around: tuple[SpeechRule, ...]
    """Searched in the sentence around a quotation that is part of it."""
    interruption: re.Pattern[str]
    """Words of the narrator that stand within quotation marks."""
    not_quoted: re.Pattern[str]
    """What stands before quotation marks that hold a name or a title, not somebody's words."""
    adverb: re.Pattern[str]
    """What may stand between a subject and its verb, at the end of a text."""
    filler: re.Pattern[str]
    """What may stand between a verb of speech and its subject."""
    stop: re.Pattern[str]
    """What ends the words that name a subject."""


@dataclass(frozen=True, slots=True)
class Names:
    """How a language names people, offices, bodies and places, and how it speaks of them again."""

    genders: Mapping[str, str]
    """Pronouns and titles that tell a man from a woman."""
    pronouns: frozenset[str]
    """Words that stand for whoever the text is about."""
    barriers: frozenset[str]
    """Prepositions and the like: a name after one is not the one who speaks."""
    titles: re.Pattern[str]
    """What stands before a surname and makes it a person's: “M.”, “President”."""
    generic: frozenset[str]
    """Nouns that stand for somebody named before: “le ministre”."""
    articles: frozenset[str]
    """Definite articles; a noun after one may stand for somebody named before."""
    indefinite: frozenset[str]
    """Words that begin a phrase for somebody new."""
    relative: str
    """An expression for the pronoun that a clause about a person begins with: “who”."""
    conjunction: str
    """An expression for the words that join a second subject or a second verb: “and”."""
    genitive: re.Pattern[str]
    """What makes the name after it belong to the one before it."""
    locative: re.Pattern[str]
    """What stands before a place where something happens."""
    agreement: re.Pattern[str]
    """What makes a place part of another name: “accords de …”."""
    never_names: frozenset[str]
    """Words that are capitalised at the head of a sentence, or in a calendar, and begin no name."""
    institutions: re.Pattern[str]
    """Nouns that tell a capitalised name to be no person's."""
    demonyms: Mapping[str, str]
    """Adjectives of countries, and the country as the ISO code has it."""
    synonyms: tuple[tuple[re.Pattern[str], str], ...]
    """Other words for an office, and its own."""
    function_words: frozenset[str]
    """Words that count for nothing in the name of an office."""

    def in_own_words(self, phrase: str) -> str:
        """A phrase with the other words for an office replaced by the office's own."""
        for pattern, own in self.synonyms:
            phrase = pattern.sub(own, phrase)
        return phrase


@dataclass(frozen=True, slots=True)
class Grammar:
    """All that the converter knows of a language, whose `code` is as in BCP 47."""

    code: str
    times: Times
    verbs: Verbs
    speech: Speech
    names: Names
