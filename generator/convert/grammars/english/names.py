"""How English names people, offices and places."""

import re

from generator.convert.grammars.english.times import CALENDAR
from generator.convert.grammars.grammar import Names
from generator.convert.grammars.vocabulary import NOTHING, any_of, by_form

_TITLE = any_of(
    r"\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Sen|Rep|Gov|Amb|Cllr|Prof)\.?, President",
    "Captain, Sir, Dame, Governor, Commissioner, Judge, Professor, Minister, Chancellor, Secretary",
    "Secretary[- ]General, Ambassador, General, Senator, Prime Minister, Spokes(?:man|woman|person)",
    "spokes(?:man|woman|person), Adviser, Advisor, leader, chief, Admiral, Lord",
)
_INSTITUTION = any_of(
    "Ministry, Department, Council, Agency, Office, House, Union, Committee, Parliament, Commission, Party, Army",
    "Forces, Court, Bank, Duma, Street, Group, University, Institute, Centre, Center, Foundation, News, Post, Times",
    "Act, Agreements?, Memorandum, Treaty, Declaration, Charter, Format, Dialogue, Summit, Conference, Square, Palace",
    "Airport, Sea, Corridor, Stream, Article, Security, Defen[cs]e, Affairs, State, Assembly, Senate, Congress",
    "Alliance, Republic, Federation, Nations, Day, Year, Eve",
    *map(str.title, CALENDAR.days),
)

_DEMONYMS = {
    "AT": "austrian",
    "BE": "belgian",
    "BG": "bulgarian",
    "BY": "belarusian",
    "CA": "canadian",
    "CH": "swiss",
    "CN": "chinese",
    "CZ": "czech",
    "DE": "german",
    "DK": "danish",
    "EE": "estonian",
    "ES": "spanish",
    "EU": "european",
    "FI": "finnish",
    "FR": "french",
    "GB": "british uk",
    "GE": "georgian",
    "GR": "greek",
    "HU": "hungarian",
    "IT": "italian",
    "JP": "japanese",
    "KZ": "kazakh",
    "LT": "lithuanian",
    "LV": "latvian",
    "MD": "moldovan",
    "NL": "dutch",
    "NO": "norwegian",
    "PL": "polish",
    "RO": "romanian",
    "RS": "serbian",
    "RU": "russian russia's moscow's",
    "SE": "swedish",
    "SU": "soviet",
    "TR": "turkish",
    "UA": "ukrainian ukraine's",
    "US": "american u.s. us america's",
}
_SYNONYMS = {
    r"nato(?:'s)? (?:chief|head|boss)|(?:chief|head) of nato|alliance(?:'s)? chief": "secretary general of NATO",
    r"(?:eu|european union)(?:'s)? (?:foreign policy chief|top diplomat|chief diplomat)"
    r"|european(?: union)? foreign policy chief": "EU high representative for foreign affairs and security policy",
    r"(?:top|chief) (\w+) diplomat": r"\1 foreign minister",
    r"american? secretary of state": "US secretary of state",
    r"minister of foreign affairs": "foreign minister",
    r"minister of (?:defen[cs]e)": "defence minister",
    r"defense": "defence",
    r"kremlin (?:leader|chief)": "president Russia",
    r"secretary-general": "secretary general",
}
_AT_HEAD_OF_SENTENCE = frozenset(
    (
        "the a an this that these those he she it they we you i his her its their our my but and or so if in on at to "
        "of for from with by as after before since during while when where under over between against among despite "
        "both all some many most more no not also still then there here what who why how speaking asked according "
        "following earlier later meanwhile however yet once each every two three several such even only until "
        "last next any"
    ).split()
)

NAMES = Names(
    genders={"he": "m", "him": "m", "mr": "m", "sir": "m", "she": "f", "her": "f", "mrs": "f", "ms": "f", "dame": "f"},
    pronouns=frozenset("he she him her they".split()),
    barriers=frozenset(
        (
            "of with to for at by in on from against between about after before during over under into without "
            "alongside"
        ).split()
    ),
    titles=re.compile(rf"{_TITLE}\s?$"),
    generic=frozenset(
        (
            "minister president diplomat official chancellor secretary leader spokesman spokeswoman spokesperson envoy "
            "general ambassador negotiator chief counterpart host opponent source analyst expert resident "
            "historian professor researcher lawyer judge spokespeople diplomats officials"
        ).split()
    ),
    articles=frozenset("the this".split()),
    indefinite=frozenset("a an one some several another".split()),
    relative="who",
    conjunction=any_of("and, but, then, or, nor"),
    genitive=re.compile(r"\b(?:of|to|for)(?: the)?\s?$"),
    locative=re.compile(r"\b(?:[Ii]n|[Aa]t)(?: the)?\s?$"),
    agreement=NOTHING,
    never_names=_AT_HEAD_OF_SENTENCE.union(CALENDAR.months, CALENDAR.days) - {"jan"},  # which many a man is called
    institutions=re.compile(rf"\b{_INSTITUTION}\b"),
    demonyms=by_form(_DEMONYMS),
    synonyms=tuple((re.compile(other, re.IGNORECASE), own) for other, own in _SYNONYMS.items()),
    function_words=frozenset("the of for to and at in s federal".split()),
)
