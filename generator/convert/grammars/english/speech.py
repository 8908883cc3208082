"""How English says who said something."""

import re

from generator.convert.grammars.english.forms import ADVERB, SAID
from generator.convert.grammars.grammar import Speech, SpeechRule
from generator.convert.grammars.vocabulary import NOTHING, any_of

_HAS_SAID = rf"(?:{ADVERB}\s|has |have |had )*{SAID}\b"
_NO_CLAUSE = r"(?!(?:and|but|while|as|when|after|because|although|if|before)\b)"
_WORK = any_of(
    "titled, entitled, called, dubbed, named, nicknamed, codenamed, known as, film, book, novel, exercise",
    "exercises, operation, series, newspaper, magazine, essay, term, word, phrase, song, play, format, documentary",
    "article, headlined, headline, report, memoir, podcast, paper, speech, missile, strategy, branded",
)
_WHAT_SOMEBODY_CALLED = r".*\bwhat [^,.;:□]{0,80}$"
_ADVERB_AT_END = any_of(
    r"\w+ly, also, still, then, later, earlier, again, on, has, have, had, once, further, since, himself, herself",
    "in turn, for (?:his|her) part, however",
)
_FURTHER_ON = any_of(
    "who, which, that, after, during, with, before, when, while, as, in an?, at an?, speaking, adding, in reference",
    "referring, on, about, in",
)
_NO_INITIAL = r"(?!\s?[A-Z]\.)(?<!Mr\.)(?<!Mrs\.)(?<!Ms\.)(?<!Jr\.)(?<!U\.)(?<!S\.)"


def _rule(name: str, pattern: str, *, follows_subject: bool = False) -> SpeechRule:
    return SpeechRule(name, re.compile(rf"(?:{pattern})"), follows_subject)


SPEECH = Speech(
    after=(
        _rule("said X", rf"\s*+,?+\s*+{SAID}\s(?P<following>(?!that\b|in\b|on\b|at\b|to\b|of\b)[^\n]*)"),
        _rule("X said", rf"\s*+,?+\s*+(?![\s,])(?P<preceding>{_NO_CLAUSE}[^;:!?□]*?)\s{_HAS_SAID}"),
        _rule("quoted X as saying", r"\s*+,?+\s*+[^.;:!?□]*?\bquoted (?P<following>[^,.]+?) as saying"),
        _rule("according to X", r"\s*+,?+\s*+(?:according to|in the words of)\s(?P<following>[^\n]*)"),
    ),
    before=(
        _rule("X said", rf"\b{_HAS_SAID}", follows_subject=True),
        _rule("according to X,", r"(?:^|,\s)(?:[Aa]ccording to|[Ff]or|[Ii]n the words of)\s(?P<following>[^\n]+)$"),
        _rule("X: “…”", r"[^\n](?P<subject>):\s*$"),
    ),
    around=(
        _rule("…, said X", rf",\s{SAID}\s(?P<following>(?:the\s|[A-Z])[^\n]*)"),
        _rule("…, X said", rf",\s(?P<preceding>(?:he|she|they)|[A-Z][^,.;:□]*?)\s{_HAS_SAID}"),
        _rule("according to X", r"(?:according to|in the words of)\s(?P<following>[^,\n□]+)"),
    ),
    interruption=NOTHING,
    not_quoted=re.compile(rf"(?i)^(?!{_WHAT_SOMEBODY_CALLED}).*\b{_WORK}\s*,?\s*$"),
    adverb=re.compile(
        rf"(?:^|(?<=\s)){_ADVERB_AT_END}$|,?\s(?:speaking|writing|in a|at a|during a|when asked)[^,]*,$|\s,$"
    ),
    filler=re.compile(r"(?:\w+ly|also|then|later|on|reporters|journalists|the (?:\w+ )?(?:news )?agency that)[\s,]+"),
    stop=re.compile(rf"[.;:!?□]{_NO_INITIAL}|\b{_FURTHER_ON}\b"),
)
