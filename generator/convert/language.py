"""Tells the language of a text by its commonest words."""

import re
from collections import Counter

_COMMON_WORDS = {
    "fr": "le la les des du un une et est que qui dans pour sur avec par au aux ne pas ce cette il elle ont été sont à",
    "en": "the of and to in is that for with on by was were be has have it this an at from not will are as said his",
    "de": "der die das und ist nicht ein eine den dem des mit von zu auf für im sich auch es wird hat sind bei nach",
    "es": "el los las de que y en un una por con para se del al su no es lo como más ha fue sus este entre",
    "uk": "і та в у не на що з до як це його за від про але він вона був були є які який для також після через",
    "ru": "и в не на что с по как это его за от о но он она был были которые который для также после из все",
}
_WORDS = {lang: frozenset(words.split()) for lang, words in _COMMON_WORDS.items()}
_LEAST_SHARE = 0.12
_LEAD = 1.3


def detect(text: str) -> str | None:
    """The language's code, or None where no language stands out."""
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    total = sum(words.values())
    shares = {lang: sum(words[word] for word in common) for lang, common in _WORDS.items()}
    (best, hits), (_, next_hits) = Counter(shares).most_common(2)
    clear = hits > total * _LEAST_SHARE and hits > next_hits * _LEAD
    return best if clear else None
