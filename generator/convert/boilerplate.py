"""Recognises what stands about an article and is no paragraph of it: credits, bylines, pointers, end marks.

Each rule is a name and the whole of a paragraph that it knows; anything beside that makes the paragraph text.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from generator.convert.agencies import AGENCY_LIST, ANY_AGENCY
from generator.convert.dateline import split_dateline
from generator.text import squeeze

_LONGEST = 250
_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĘĚĞĪŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽА-ЯЁІЇЄҐ"
_WORD = rf"[{_UPPER}][\w’'.-]*"
_PARTICLE = r"(?:(?:de|du|des|la|le|van|von|der|den|di|da|del|dos|al|el|bin|ben|ter|zu) |d[’'])"
_NAME = rf"{_WORD}(?: {_PARTICLE}{{0,2}}{_WORD}){{1,3}}"
_NAMES = rf"{_NAME}(?:(?:, | et | and | und | y | e | en | та | и |/){_NAME}){{0,4}}"
_PICTURE_AGENCY = rf"(?:{ANY_AGENCY}|Getty(?: Images)?|EPA(?:-EFE)?|Sipa(?: Press)?|Shutterstock|NurPhoto|Abaca|MAXPPP)"


def _any_of(*patterns: str) -> Callable[[str], bool]:
    """Whether one of the patterns is the whole of a line."""
    compiled = re.compile("|".join(f"(?:{pattern})" for pattern in patterns))
    return lambda line: compiled.fullmatch(line) is not None


_POINTER_WORDS = (
    r"(?:[àa] )?(?:lire|voir|écouter|relire) (?:aussi|également|encore)|[àa] (?:lire|voir|écouter)|lire la suite",
    r"read (?:also|more|next)|(?:also|now) read|see also|related(?: articles| stories)?|more on this(?: story)?",
    r"lesen sie (?:auch|mehr|dazu)|mehr zum thema|siehe auch|lea también|le[ea] también|leer más|te puede interesar",
    r"leggi anche|lees ook|lees meer|(?:czytaj|zobacz|przeczytaj) (?:też|także|również)",
    r"(?:читайте|дивіться|смотрите) (?:також|также|ще|ещё)|читайте по теме",
)
_POINTER = rf"[>»→►▶•*+\[( -]*(?i:{'|'.join(_POINTER_WORDS)})"


def _has_dateline_alone(line: str) -> bool:
    dateline, rest = split_dateline(line)
    return bool(dateline) and not rest


RULES: tuple[tuple[str, Callable[[str], bool]], ...] = (
    (
        "end-mark",
        _any_of(
            r"[-–—#*•_=~. ]+|[-–—]? ?30 ?[-–—]?",
            r"[-–—(/]? ?(?:FIN|ENDS?|ENDE|EINDE|FINE|KONIEC|КІНЕЦЬ|КОНЕЦ) ?[-–—)/]?",
            r"[a-z]{2,4}(?:/[a-z]{2,4}){1,4}",
        ),
    ),
    (
        "credit",
        _any_of(
            r"(?i:[(\[–—-]*\s*"
            r"(?:(?:avec|par|source|sources|d[’']après|with|by|from|mit|con|met|за матеріалами|по материалам)\s*:?\s+)?"
            rf"{AGENCY_LIST}\s*[)\].]*)",
            rf"\(?(?i:(?:additional )?reporting|writing|editing|rédaction) (?:by|de) {_NAMES}[^!?]{{0,120}}",
        ),
    ),
    (
        "byline",
        _any_of(
            rf"(?i:par|by|von|por|di|door|автор|текст)[ :—-]+{_NAMES}"
            rf"(?:,? (?:à|au|aux|en|depuis|in|at|aus|a|в|у) {_WORD}(?: {_WORD}){{0,2}})?"
            r"(?:,? (?:notre |our )?(?i:correspondant|envoyé|correspondent|reporter|editor)\w*[^.!?]{0,60})?"
            rf"(?: ?\([^()]{{2,40}}\))?(?:,? (?:avec|with|mit|con|met) (?i:{AGENCY_LIST}))?"
            rf"(?:(?: [-–—|]|,) (?:(?i:{AGENCY_LIST})|{_WORD}(?: {_WORD}){{0,3}}))?\.?",
            rf"{_NAMES}(?:,| [-–—|]|,? (?:avec|with|mit|con|met)) (?i:{AGENCY_LIST})",
        ),
    ),
    ("dateline", _has_dateline_alone),
    (
        "picture",
        _any_of(
            r"(?i:photos?|crédits?(?: photos?)?|images?|fotos?|bild|фото|pictures?|illustration)"
            rf" ?(?::|©|by\b|par\b) ?©? ?(?:{_NAME}|{_WORD})(?: ?[/,–—-] ?{_WORD}(?: {_WORD}){{0,3}}){{0,3}}\.?",
            r"\((?i:photos?|fotos?|pictures?|images?) ?(?i:by|par|von|por|:) ?[^()]{2,120}\)",
            rf"(?:{_NAME}|{_WORD}) ?/ ?{_PICTURE_AGENCY}(?: ?/ ?{_NAME})?|{_PICTURE_AGENCY} ?/ ?{_NAME}",
        ),
    ),
    (
        "copyright",
        _any_of(
            r"(?:©|\([cC]\) ?(?=\d{4})|(?i:copyright)(?= ?(?:©|\([cC]\)|:|\d{4}|by\b)))[^!?]{0,120}",
            r"(?i:tous droits (?:de reproduction )?(?:et de représentation )?réservés|all rights reserved"
            r"|alle rechte vorbehalten|todos los derechos reservados|tutti i diritti riservati|все права защищены"
            r"|усі права захищено|wszelkie prawa zastrzeżone|alle rechten voorbehouden)[^!?]{0,80}",
        ),
    ),
    (
        "pointer",
        _any_of(
            rf"{_POINTER} ?[:|»>→–—-] ?.{{0,200}}|{_POINTER}[.…)\]]*",
            rf"{_POINTER} [«“„{_UPPER}][^.!?…]{{0,160}}",
        ),
    ),
    (
        "subscription",
        _any_of(
            r"(?i:(?:cet |l[’'])?(?:article|contenu) (?:est )?réservé (?:aux|à nos) (?:seuls )?abonnés)[.!]?",
            r"(?i:la suite (?:de cet article )?est réservée aux abonnés)[.!]?",
            r"(?i:il vous reste \d\d?(?:[.,]\d+)?\s?% de cet article)(?: à lire| à découvrir)?\.?"
            r"(?: (?i:la suite est réservée aux abonnés)\.?)?",
            r"(?i:abonnez-vous|s[’']abonner)(?: (?:pour|à|dès)\b[^.]{0,80})?[.!]?|(?i:déjà abonnée?)\s?\?[^.]{0,60}",
            r"(?i:inscrivez-vous à (?:notre|nos|la) (?:newsletters?|infolettres?)\b)[^.]{0,40}[.!]?",
            r"(?i:subscribe(?: now| today)?(?: to (?:continue|keep|read|our|the)\b[^.,;]{0,60})?)[.!]?",
            r"(?i:sign in to (?:continue|read)[^.]{0,40}|sign up (?:for|to) (?:our|the) [\w ]{0,20}newsletters?)[.!]?",
            r"(?i:already a (?:subscriber|member))\?[^.]{0,60}",
            r"(?i:this (?:article|content|story) is (?:for|available to|only available to) subscribers(?: only)?)[.!]?",
            r"(?i:(?:dieser artikel ist )?nur für abonnenten|jetzt abonnieren(?: und weiterlesen)?)[.!]?",
            r"(?i:contenido (?:exclusivo )?para suscriptores|contenuto riservato agli abbonati)[.!]?",
        ),
    ),
    (
        "stamp",
        _any_of(
            r"(?i:publié|mis à jour|modifié)e? le [^.!?]{0,30}\d{4}[^.!?]{0,60}",
            r"(?i:published|(?:last )?updated|posted)(?: on|:)? (?!in )[^.!?]{0,40}\d{4}[^.!?]{0,40}(?:[ap]\.m\.)?",
            r"(?i:veröffentlicht|aktualisiert|stand)(?: am|:) [^.!?]{0,12}\d\d?\.\s?[^.!?]{2,15}\d{4}[^.!?]{0,40}",
        ),
    ),
)
"""In their order: the first that knows a paragraph names it."""

KEPT = frozenset({"byline", "dateline"})
"""Rules whose paragraphs say something of the article that an entry has no field for, so that they stay in its text."""


@lru_cache(maxsize=4096)
def boilerplate(paragraph: str) -> str | None:
    """The name of the rule by which a paragraph is no text of the article, None where it is text.

    The rules of all languages hold for every article: agencies and archives leave lines of theirs in foreign texts.
    """
    if len(paragraph) > _LONGEST:
        return None
    line = squeeze(paragraph)
    return next((name for name, knows in RULES if knows(line)), None)
