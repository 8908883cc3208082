"""How French names people, offices and places."""

import re

from generator.convert.grammars.french.times import CALENDAR
from generator.convert.grammars.grammar import Names
from generator.convert.grammars.vocabulary import any_of, by_form

_TITLE = any_of(
    r"M\., MM\., Mme, Mmes, Mlle, le président, la présidente, le ministre, la ministre, le chancelier, la chancelière",
    "le général, le secrétaire d'État, le Premier ministre, la Première ministre",
)
_INSTITUTION = any_of(
    "Ministère, Conseil, Commission, Parlement, Maison, Assemblée, Union, Agence, Comité, Bureau, Chambre, Sénat, Cour",
    "Banque, Douma, Parti, Armée, Affaires, État, Défense, Acte, Accords?, Mémorandum, Traité, Charte, Format, Place",
    "Palais, Mer, Stream, Alliance, Fédération, République, Université, Institut, Fondation, Groupe, Organisation",
    "Review, Pacte, Saint, Sainte",
)
_AGREEMENT = any_of(
    "accords?, mémorandum, traité, protocole, format, mur, sommet, acte final, charte, pacte, convention"
)

_DEMONYMS = {
    "AT": "autrichien autrichienne",
    "BE": "belge",
    "BG": "bulgare",
    "BY": "biélorusse bélarusse",
    "CA": "canadien canadienne",
    "CH": "suisse",
    "CN": "chinois chinoise",
    "CZ": "tchèque",
    "DE": "allemand allemande allemands allemandes",
    "DK": "danois danoise",
    "EE": "estonien estonienne",
    "ES": "espagnol espagnole",
    "EU": "européen européenne européens européennes",
    "FI": "finlandais finlandaise",
    "FR": "français française françaises",
    "GB": "britannique britanniques",
    "GE": "géorgien géorgienne",
    "GR": "grec grecque",
    "HU": "hongrois hongroise",
    "IT": "italien italienne",
    "JP": "japonais japonaise",
    "KZ": "kazakh kazakhe",
    "LT": "lituanien lituanienne",
    "LV": "letton lettone lettonne",
    "MD": "moldave",
    "NL": "néerlandais néerlandaise",
    "NO": "norvégien norvégienne",
    "PL": "polonais polonaise",
    "RO": "roumain roumaine",
    "RS": "serbe",
    "RU": "russe russes",
    "SE": "suédois suédoise",
    "SU": "soviétique soviétiques",
    "TR": "turc turque turcs",
    "UA": "ukrainien ukrainienne ukrainiens ukrainiennes",
    "US": "américain américaine américains américaines états-unien",
}
_SYNONYMS = {
    r"(?:chef|cheffe) de la diplomatie europé\w+": "haut représentant de l'UE",
    r"(?:chef|cheffe|patron|patronne) de la diplomatie": "ministre des affaires étrangères",
    r"(?:locataire|maître|homme fort|chef) du kremlin": "président russe",
    r"(?:locataire|hôte) de la maison[- ]blanche": "président américain",
    r"(?:locataire|hôte) de l'élysée": "président français",
    r"(?:chef|cheffe|patron|patronne) de l'(?:otan|alliance(?: atlantique)?)": "secrétaire général de l'OTAN",
    r"secrétaire général de l'alliance(?: atlantique)?": "secrétaire général de l'OTAN",
    r"(?:chef|cheffe) de l'[ée]tat": "président",
    r"(?:chef|cheffe) du pentagone": "secrétaire américain à la défense",
    r"république française": "France",
    r"fédération de russie": "Russie",
}
_AT_HEAD_OF_SENTENCE = frozenset(
    (
        "le la les l un une des du de d ce cet cette ces il elle ils elles on nous vous je son sa ses leur leurs notre "
        "nos mais et ou or donc car si en à au aux dans sur sous pour par avec sans après avant depuis lors selon "
        "pendant entre contre chez vers malgré outre interrogé interrogée lundi mardi mercredi jeudi vendredi samedi "
        "dimanche quant côté dès tout toute tous toutes plus moins aucun aucune chaque plusieurs deux trois monsieur "
        "madame hier aujourd'hui demain cela ceci c qui que quand alors ainsi parmi début fin toutefois cependant "
        "présent présente arrivé"
    ).split()
)

NAMES = Names(
    genders={"il": "m", "m": "m", "monsieur": "m", "elle": "f", "mme": "f", "mlle": "f", "madame": "f"},
    pronouns=frozenset(("il", "elle", "lui", "celui-ci", "celle-ci", "ce dernier", "cette dernière")),
    barriers=frozenset(
        (
            "avec de d du des à au aux après lors devant sur dans par pour contre entre sans chez face comme sous vers "
            "dont envers"
        ).split()
    ),
    titles=re.compile(rf"(?i){_TITLE}\s?$"),
    generic=frozenset(
        (
            "ministre président présidente diplomate responsable chancelier chancelière secrétaire dirigeant "
            "dirigeante porte-parole émissaire général ambassadeur ambassadrice négociateur négociatrice chef cheffe "
            "homologue hôte interlocuteur source chercheur chercheuse historien historienne analyste expert experte "
            "professeur professeure habitant habitante"
        ).split()
    ),
    articles=frozenset("le la l' ce cette".split()),
    indefinite=frozenset("un une des plusieurs certains quelques".split()),
    relative="qui",
    conjunction=any_of("et, puis, mais"),
    genitive=re.compile(r"(?i)(?:\bde|\bdu|\bdes|\bd')\s?$"),
    locative=re.compile(r"(?i)(?:\bà(?: la| l')?|\bau|\baux|\bdans(?: la| le| l')?|\bdepuis)\s?$"),
    agreement=re.compile(rf"(?i){_AGREEMENT} (?:de |d'|du )\s?$"),
    never_names=_AT_HEAD_OF_SENTENCE.union(CALENDAR.months, CALENDAR.days),
    institutions=re.compile(rf"\b{_INSTITUTION}\b"),
    demonyms=by_form(_DEMONYMS),
    synonyms=tuple((re.compile(other, re.IGNORECASE), own) for other, own in _SYNONYMS.items()),
    function_words=frozenset("le la les l de du des d à au aux en et pour auprès fédéral fédérale".split()),
)
