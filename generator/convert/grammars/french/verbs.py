"""What the verbs of French tell of a time."""

import re

from generator.convert.grammars.french.forms import (
    ADVERBS,
    AUXILIARY,
    CONDITIONAL,
    FUTURE,
    INFINITIVE,
    LIKE_FUTURE,
    PARTICIPLE,
    SAYS,
)
from generator.convert.grammars.grammar import Cue, Verbs
from generator.convert.grammars.senses import (
    AHEAD,
    CALLED_OFF,
    DENIED,
    HAPPENED,
    HEARSAY,
    ON_CONDITION,
    PLANNED,
    POSSIBLE,
    PUT_OFF,
    Sense,
)
from generator.convert.grammars.vocabulary import any_of

_NOT = any_of("pas, plus, jamais, guère, point, aucun, aucune, rien, ni")
_DO = rf"\s(?:\w+\s)?(?:{INFINITIVE})(?:\s{PARTICIPLE})?"
_PLANNED = any_of(
    "(?<!comme )(?<!que )prévue?s?, attendue?s?, programmée?s?, fixée?s? (?:à|au|pour), convoquée?s? (?:à|pour)",
    "agendée?s?, planifiée?s?",
    r"envisagée?s?, (?:annoncée?s?|évoquée?s?|espérée?s?) (?:[\w' ]{1,40}? )?pour",
)
_WANTED = any_of("voulai(?:t|ent), souhaitai(?:t|ent), comptai(?:t|ent), prévoyai(?:t|ent), espérai(?:t|ent)")
_WANTS = any_of(
    r"prévoi\w+, compte(?:nt)?, entend(?:ent)?, envisage(?:nt)?, s'apprête(?:nt)?, souhaite(?:nt)?, veu(?:t|lent)",
    "espère(?:nt)?, projette(?:nt)?",
)
_AGREED = any_of("accepté, décidé, convenu, promis, proposé, menacé, annoncé, prévu, choisi, programmé")
_INDICATED = any_of("indiqué, annoncé, déclaré, dit, assuré, affirmé, précisé, confirmé, promis, fait savoir")
_HELD = any_of(
    "(?<!la )(?<!sa )tenue?s?, amorcée?s?, entamée?s?, signée?s?, adoptée?s?, publiée?s?, organisée?s?, réunie?s?",
    "lancée?s?, annoncée?s?, engagée?s?, ouverte?s?, diffusée?s?, transmise?s?, remise?s?, accordée?s?, parue?s?",
    "prononcée?s?, rendue?s? publique?s?, commencée?s?, débutée?s?, achevée?s?, arrivée?s?, interrogée?s?, reçue?s?",
    "invitée?s?, élue?s?, nommée?s?, rompue?s?, suspendue?s?, menée?s?, survenue?s?, intervenue?s?, créée?s?",
    "fondée?s?, devenue?s?, conclue?s?",
)
_NOW = any_of(
    LIKE_FUTURE,
    *(
        "espèr considèr préfèr adhèr accélèr tolèr réitèr suggèr modèr diffèr libèr coopèr récupèr génèr transfèr "
        "assur rassur figur demeur mesur inaugur perdur procur accour recour parcour"
    ).split(),
)
_MET = any_of(
    rf"(?=[a-zà-ÿ]+rent\b)(?!{_NOW}ent\b)[a-zà-ÿ]{{3,}}(?:èrent|irent|urent|inrent), {LIKE_FUTURE}a",
    "eut, fut, eurent, furent, prit, mit, fit, dit, vint, tint, obtint",
    "devint, reprit, promit, conclut, reçut, rencontra, déclara, assura, entra, montra, démontra, ouvrit",
    "livra, annonça, ajouta, signa, arriva, lança, nomma, adopta, accepta, refusa, décida",
)
_NO_NOUN = "".join(f"(?<!{word} )" for word in "la une cette leur sa de première nouvelle dernière prochaine".split())
_NO_VERB = any_of(*"trait retrait extrait portrait attrait souhait forfait parfait méfait bienfait satisfait".split())
_MEETS = any_of(
    f"se réuni(?:t|ssent), se rencontrent, {_NO_NOUN}rencontre(?:nt)?",
    "reçoi(?:t|vent), accueille(?:nt)?, se rend(?:ent)?",
    "se ti(?:ent|ennent), s'ouvre(?:nt)?, début(?:e|ent), commence(?:nt)?, organise(?:nt)?, s'entretien(?:t|nent)",
    "participe(?:nt)?, arrive(?:nt)?, reprend, reprennent, s'envole(?:nt)?, effectue(?:nt)?, démarre(?:nt)?",
    "se retrouve(?:nt)?",
)


def _cue(name: str, sense: Sense, pattern: str) -> Cue:
    return Cue(name, re.compile(rf"(?i:{pattern})"), sense)


_NEGATIONS = (
    _cue(
        "n’exclut pas de",
        POSSIBLE,
        rf"n'(?:(?:exclu|écart)\w+ pas|{AUXILIARY} (?:pas|plus) (?:\w+ )?(?:exclu|écarté)e?s?)\b",
    ),
    _cue(
        "annulé",
        CALLED_OFF,
        rf"(?:{AUXILIARY}|été|être|finalement|sera)\s(?:\w+\s){{0,2}}"
        r"(?:annulée?s?|abandonnée?s?|supprimée?s?|reportée?s? sine die)"
        r"|(?:puis|,|finalement) (?:annulée?s?|abandonnée?s?)",
    ),
    _cue(
        "n’a pas lieu",
        CALLED_OFF,
        r"n'(?:a|aura|ont|auront|avait) (?:donc |finalement |jamais )?(?:pas |plus |jamais )?(?:eu )?lieu"
        r"|ne se (?:tiendr\w+|tien\w+) (?:pas|plus)|ne l'(?:a|ont|avait) pas fait|n'(?:a|ont) jamais été",
    ),
    _cue(
        "reporté à",
        PUT_OFF,
        r"(?:reportée?s?|repoussée?s?|décalée?s?|ajournée?s?|renvoyée?s?|avancée?s?) (?:à|au|en)\b",
    ),
    _cue("reporté", CALLED_OFF, rf"(?:{AUXILIARY}|été)\s(?:\w+\s)?(?:reportée?s?|repoussée?s?|ajournée?s?)"),
    _cue(
        "aucun n’est prévu",
        DENIED,
        rf"(?:aucune?|nulle?|rien|personne|ni)(?: [^,;]{{3,40}}?)? (?:ne |n')\w+(?: été)?(?: {PARTICIPLE})?",
    ),
    _cue("n’a pas", DENIED, rf"(?:ne\s|n')(?:(?!que\b)[\w'-]+\s){{1,3}}?{_NOT}\b(?:\s{PARTICIPLE}|\s{INFINITIVE})?"),
    _cue("a renoncé à", DENIED, rf"{AUXILIARY}\s(?:renoncé|refusé)\s(?:à|de|d')\s?(?:{INFINITIVE})?"),
)

_CONDITIONS = (
    _cue(
        "à condition",
        ON_CONDITION,
        r"(?:à (?:la )?condition|pourvu qu|sous réserve|en cas d|au cas où|à moins)\w*",
    ),
    _cue("si", ON_CONDITION, r"(?<!même )(?<!comme )s(?:i\b(?! bien qu)|'ils?\b)"),
)

_PLANS = (
    _cue("pourrait", POSSIBLE, rf"(?:ne\s|n')?(?:pourrai(?:t|ent)|peu(?:t|vent)|pourr(?:a|ont)){_DO}"),
    _cue("devrait", AHEAD, rf"(?:devrai(?:t|ent)|doi(?:t|vent)|devr(?:a|ont)){_DO}"),
    _cue("devait", PLANNED, rf"(?:devai(?:t|ent)|allai(?:t|ent)){_DO}"),
    _cue("va", AHEAD, rf"(?:va|vont){_DO}"),
    _cue(
        "est prévu",
        PLANNED,
        rf"(?:(?:est|sont|était|étaient|initialement|d'abord)\s(?:\w+\s)?)?{_PLANNED}",
    ),
    _cue("voulait", PLANNED, rf"{_WANTED}\s(?:de )?{INFINITIVE}"),
    _cue("prévoit de", AHEAD, rf"{_WANTS}\s(?:de |d'|à )?{INFINITIVE}"),
    _cue("a accepté de", AHEAD, rf"{AUXILIARY}\s(?:\w+\s)?{_AGREED}\s(?:de |d'|qu'il\w? ){INFINITIVE}"),
    _cue("aurait rencontré", HEARSAY, rf"(?:aurai(?:t|ent)|serai(?:t|ent))\s(?:\w+\s)?{PARTICIPLE}"),
    _cue(
        "a dit qu’il rencontrerait",
        AHEAD,
        rf"{_INDICATED}\s(?:\w+\s)?qu(?:e |')[^,;.□]{{0,60}}?{CONDITIONAL}",
    ),
    _cue("rencontrerait", POSSIBLE, rf"(?:se |s'|l')?{CONDITIONAL}"),
    _cue("rencontrera", AHEAD, rf"(?:se\s|s')?{FUTURE}(?:\s(?:\w+\s)?{PARTICIPLE})?"),
    _cue(
        "en vue de",
        AHEAD,
        r"(?:en vue d|à la veille d|d'ici|en amont d|en prévision d|à l'approche d)\w*",
    ),
    _cue("jusqu’à", PLANNED, r"jusqu'(?:à|au|en) (?=□)"),
    _cue("avant", PLANNED, r"avant (?:un|une|le|la|les|l'|son|sa|leur|des|de|d')"),
)

_EVENTS = (
    _cue("vient de rencontrer", HAPPENED, rf"vien(?:t|nent) (?:\w+ )?(?:de |d'){INFINITIVE}"),
    _cue("a rencontré", HAPPENED, rf"(?:s'|m')?{AUXILIARY}\s{ADVERBS}(?:été\s)?{ADVERBS}{PARTICIPLE}"),
    _cue("ayant", HAPPENED, rf"(?:ayant|étant|après (?:avoir|être|s'être))\s(?:été\s)?{PARTICIPLE}"),
    _cue("tenu", HAPPENED, rf"{_HELD}\b"),
    _cue("rencontra", HAPPENED, rf"(?:s')?{_MET}\b"),
    _cue("était", HAPPENED, rf"(?!{_NO_VERB}\b)[a-zà-ÿ]{{2,}}(?:ait|aient)\b"),
    _cue(
        "après",
        HAPPENED,
        r"(?:après|à l'issue d|à la suite d|depuis|au terme d|dans la foulée d|en marge d)\w*",
    ),
    # The present tense tells of the day ahead; what has happened is told in the past.
    _cue("se réunit", AHEAD, rf"{_MEETS}\b(?! (?:était|a été|de|du|entre|avec la))"),
)

VERBS = Verbs(
    cues=_NEGATIONS + _CONDITIONS + _PLANS + _EVENTS,
    boundary=re.compile(
        r"(?i);|:|\s[—–]\s|,"
        r"|\b(?:qui|que|dont|où|lorsque|quand|alors que|tandis que|mais|puis"
        r"|et (?=\w+ (?:a|ont|est|sont|sera|seront|doit|devra)\b))\b"
        r"|\bqu'|\blorsqu'"
    ),
    finite=re.compile(
        rf"(?i)(?<![\w'-])(?:{AUXILIARY}|{SAYS}"
        r"|fait|doit|va|devrait|devait|pourrait|peut|veut|avait|cherche|sera|se \w+|s'est|n'\w+|ne"
        r"|[a-zà-ÿ]{3,}(?:ait|aient|era|eront|erait|ira))(?![\w'-])"
    ),
)
