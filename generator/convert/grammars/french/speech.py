"""How French says who said something."""

import re

from generator.convert.grammars.french.forms import ADVERB, ADVERBS, PARTICIPLE, SAID, SAYS, SPEAKS
from generator.convert.grammars.grammar import Speech, SpeechRule
from generator.convert.grammars.vocabulary import any_of

_HAS = r"(?:a|ont|avait|avaient)"
_HAS_DONE = rf"{_HAS}\s{ADVERBS}{PARTICIPLE}"
_WAS_PLEASED = any_of(
    "félicitée?, inquiétée?, réjouie?, indignée?, alarmée?, insurgée?, emportée?, défendue?, interrogée?, exclamée?",
    r"dite?, agacée?, étonnée?, moquée?, désolée?, amusée?, contentée? de \w+, bornée? à \w+",
)
_HAS_SAID = (
    rf"(?:{_HAS}(?:,\s(?:lui|elle)(?: aussi)?,)?\s{ADVERBS}{SAID}"
    rf"|(?:s'est|s'était)(?:-(?:il|elle))?\s(?:\w+\s)?{_WAS_PLEASED})"
)
_SPOKE = rf"(?:{_HAS_SAID}|(?<!\ba )(?<!\best )(?<!tait ){SPEAKS})"
_SAID_HE = (
    r"(?:(?:a-t|ont|avait|avaient)-|(?:s'est|s'était)-(?=il\b|elle\b)"
    rf"|(?:{SPEAKS}|lança|ajouta|répondit|conclut|déclara)(?:-t)?-)(?P<speaker>il|elle|on|ils|elles)\b"
)
_AND_TO_ADD = r"(?:de\s|d')[a-zà-ÿ]+(?:er|ir|re)\b"

_OFFICE = any_of(
    "ministre, premier, président, présidente, chef, cheffe, porte-parole, secrétaire, ambassadeur, ambassadrice",
    "chancelier, chancelière, conseiller, conseillère, diplomate, général, haut, haute, représentant, représentante",
    "directeur, directrice, numéro",
)
_SUBJECT = r"(?:le\s|la\s|l'|un\s|une\s|M\.|Mme|(?-i:[A-ZÀ-Ý]))"
_EXCLAIMS = any_of("s'exclame, se souvient, s'agace, s'inquiète, se réjouit, se félicite, s'étonne, s'amuse, s'indigne")
_NO_VERB = any_of(
    "dans, et, mais, pour, avec, selon, contre, devant, après, avant, sur, sous, chez, vers, comme, dont, par, sans",
    "entre, lors, malgré, voire, puis, ou, ni, car, donc, or, où, que, qui, quand, lorsque, ainsi, même, hors, dès",
)
_SOME_VERB = rf"(?:s'|se )?(?!{_NO_VERB}\b)[a-zà-ÿ]+[etd]\b"
_SOMEBODY = r"(?:\bM\.|[^,.;:!?])*"
_AND_HIS_OFFICE = (
    rf"(?:,\s(?=(?:le |la |l')?(?:vice-|ex-|ancien |ancienne |alors )?{_OFFICE}"
    r"|qui\s|(?-i:[A-ZÀ-Ý][\w'-]+(?: [A-ZÀ-Ý][\w'-]+)+(?=[.,]))"
    r"|[a-zà-ÿ-]+ (?:à|de|du|des|en|au|aux|chez|pour) (?-i:[A-ZÀ-Ý]))"
    rf"{_SOMEBODY})?"
)
_INTERRUPTION = (
    rf"\s?,\s(?:{_SAID_HE}|{_HAS_SAID}\s"
    rf"|{_HAS_DONE}\s(?=(?:le |la |l'|un |une |M\.|Mme|(?-i:[A-Z])))"
    rf"|(?:{SPEAKS}|{_EXCLAIMS}|veut croire)\s(?={_SUBJECT}))"
    rf"{_SOMEBODY}{_AND_HIS_OFFICE}(?:[,.]|$)\s?"
)

_WORK = any_of(
    "intitulée?s?, titrée?s?, baptisée?s?, appelée?s?, surnommée?s?, dite?s?, film, livre, ouvrage, essai, roman",
    "exercice, exercices, opération, émission, journal, quotidien, hebdomadaire, magazine, mensuel, série, rapport",
    "article, terme, mot, expression, format, formule, nommée?s?, revue, programme, documentaire, chanson, opéra",
    "pièce, missile, missiles, navire, agence, chaîne, groupe, projet, concept, slogan",
)
_TO_THE_PRESS = any_of(
    "à la presse, à des journalistes, aux journalistes",
    r"devant (?:la presse|les (?:journalistes|députés|caméras|reporters)), à l'\w+, à (?:Reuters|TASS|RIA)",
    r"dans un (?:communiqué|entretien|message|tweet|discours)(?: (?:à l'\w+|télévisé|publié))?",
    r"sur (?:X|Twitter|Telegram|Facebook|son compte \w+|les réseaux sociaux), en conférence de presse",
    r"lors d'une conférence de presse, au micro de \w+, le, ce",
)
_FURTHER_ON = any_of(
    "depuis, sous, au, aux, dès, pendant, aux côtés, à (?=[A-Z]), de retour, en visite, qui, que, dont, où, après",
    "lors, avec, devant, dans, sur, contre, alors, tandis, lorsque, au sujet, à propos, à l'issue, à la suite",
    "en marge, en conférence, en référence, avant, pour qui, évoquant, faisant, ajoutant, estimant, soulignant",
)


def _rule(name: str, pattern: str, *, follows_subject: bool = False) -> SpeechRule:
    return SpeechRule(name, re.compile(rf"(?i)(?:{pattern})"), follows_subject)


SPEECH = Speech(
    after=(
        _rule("a-t-il ajouté", rf"\s*+[,.]?+\s*+{_SAID_HE}"),
        _rule(
            "a déclaré X",
            rf"\s*+[,.]?+\s*+(?:lui |leur )?(?:{_HAS_SAID}|{_HAS_DONE})\b(?P<following>[^\n]*)",
        ),
        _rule("explique X", rf"\s*+,?+\s*+{SPEAKS}\b(?P<following>[^\n]*)"),
        _rule("se réjouit X", rf"\s*,\s{_SOME_VERB}\s(?={_SUBJECT})(?P<following>[^\n]*)"),
        _rule(
            "selon X",
            r"\s*+,?+\s*+(?:selon|d'après|à en croire|de l'aveu de|dixit|aux yeux de)\s(?P<following>[^\n]*)",
        ),
    ),
    before=(
        _rule("et d’ajouter", rf"(?:^|[.»”\"□]\s*)(?:et|avant|puis)\s{_AND_TO_ADD}[^.«»:]{{0,60}}:\s*$"),
        _rule(
            "et X d’ajouter",
            rf"(?:^|[.»”\"□]\s*)et\s(?P<following>[^.:,]{{3,60}}?)\s{_AND_TO_ADD}[^.:]{{0,60}}[:,]?\s*$",
        ),
        _rule("X a déclaré", rf"(?<![\w'])(?:lui |leur |l'|en )?{_SPOKE}\b", follows_subject=True),
        _rule("selon X,", r"(?:^|,\s)(?:selon|d'après|pour|à en croire|aux yeux de)\s(?P<following>[^\n]+)$"),
        _rule("X : « … »", r"[^\n](?P<subject>):\s*$"),
    ),
    around=(
        _rule("…, a-t-il ajouté", rf",\s{_SAID_HE}"),
        _rule("…, a déclaré X", rf",\s{_HAS_SAID}\b(?P<following>[^\n]*)"),
        _rule("…, explique X", rf",\s{SAYS}\s(?P<following>(?:le|la|l'|M\.|Mme|[A-ZÀ-Ý])[^\n]*)"),
        _rule("selon X", r"(?:selon|d'après|à en croire|de l'aveu de|aux yeux de)\s(?P<following>[^,\n□]+)"),
    ),
    interruption=re.compile(rf"(?i){_INTERRUPTION}"),
    not_quoted=re.compile(rf"(?i){_WORK}\s*$"),
    adverb=re.compile(
        rf"(?i)(?:^|(?<=[\s,'])){ADVERB}$|\b(?:l'|lui|leur|s'|n'|ne|y|en|le|ce|au|les|nous|vous)$"
        r"|,?\s(?:dans|lors d|devant|à l'issue d|par la voix|à l'occasion d)[^,]*,$|(?<=\s),$"
    ),
    filler=re.compile(rf"(?i)(?:{ADVERB}|{_TO_THE_PRESS})[\s,]+"),
    stop=re.compile(rf"(?i)(?<!\bM)(?<!\bMM)\.|[;:!?□]|\b{_FURTHER_ON}\b"),
)
