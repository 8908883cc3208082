"""How French names times."""

import re
from functools import partial

from generator.convert.grammars.grammar import Reader, TimeRule, Times
from generator.convert.grammars.vocabulary import YEAR, any_of, away, beside, calendar_names, either, numbers
from generator.convert.grammars.when import Beside, Calendar, Days, Decade, Turn, Unit, Units, Weekday, When

CALENDAR = calendar_names("fr")

_TURNS = {"dernier": Turn.PAST, "dernière": Turn.PAST, "passé": Turn.PAST, "passée": Turn.PAST}
_TURNS |= {"prochain": Turn.FUTURE, "prochaine": Turn.FUTURE}
_COUNTS = {Turn.PAST: -1, Turn.FUTURE: 1, Turn.OPEN: 0}
_UNITS = {"jour": None, "semaine": Unit.WEEK, "mois": Unit.MONTH, "an": Unit.YEAR, "année": Unit.YEAR}
_SEASONS = {"printemps": 21, "été": 22, "automne": 23, "hiver": 24}
_DECADES = {"quatre-vingt-dix": 1990, "quatre-vingts": 1980, "quatre-vingt": 1980, "soixante-dix": 1970}
_NUMBERS = numbers("un|une deux trois quatre cinq six sept huit neuf dix onze douze")

_WEEKDAY = CALENDAR.any_day
_MONTH = CALENDAR.any_month
_DAY = r"(?:1er|premier|[12]?\d|3[01])(?!\d|[.,]\d)"
_YEAR = rf"{YEAR}(?!\d)"
_LAST_DATE = rf"(?P<day_b>{_DAY})\s(?P<month_b>{_MONTH})(?:\s(?P<year_b>{_YEAR}))?"
_NO_NOUN_FOLLOWS = r"(?=\s*(?:[.,;:)!?]|$|(?:et|au|à|où|après|avant|pour|dans|en|sur|lors|par)\b))"
_TURN = rf"(?P<turn>{either(_TURNS)})"
_COUNT = rf"(?P<count>\d{{1,2}}|{either(_NUMBERS)})"
_PART = r"(?:(?:au |le |la |en )?(?:tout )?(?:début|fin|mi|milieu|courant)[ -](?:de |du |d')?)"
_PART_OF_MONTH = r"(?:[Dd]ébut|[Ff]in|[Mm]i|[Cc]ourant)[ -]"
_BEFORE_MONTH = any_of("[Ee]n, [Dd]epuis, [Dd]'ici, [Jj]usqu'en, [Dd]e, [Dd]', [Pp]our, à, mois de, mois d'")
_WORDS_IN_S = either(
    "les des ses ces leurs dans lors après depuis vers sous mais puis alors sans plus pas ils elles dès plusieurs nous "
    "tous toutes".split()
)
_NO_COUNTED_THINGS = rf"(?!\s(?:(?!{_WORDS_IN_S}\b)[a-zà-ÿ]+s|k?m|kg|°C)\b|\s(?:à\s(?!{_YEAR}))?\d)"
_NO_FEAST = r"(?!\s(?:saint|gras|noir|de Pâques|de Pentecôte|des Cendres|des Rameaux))"
_OF_NOTHING_NAMED = r"(?!\s(?:de|du|des)\b|\sd')"
_NOTHING_FOLLOWS = r"(?=\s?(?:[.,;:)!?]|$))"
_BEFORE_CAPITAL = re.compile(r"(?i)(?:^|[.!?:«»\"“”—–-]|\b(?:en|depuis|dès|début|fin))\s*$")


def _turn(text: str | None) -> Turn:
    return _TURNS.get((text or "").lower(), Turn.OPEN)


def _is_name(match: re.Match[str], group: str) -> bool:
    """Whether capitals in the middle of a sentence make a day or a month a name: “la mission Mars 2020”."""
    return match[group][0].isupper() and not _BEFORE_CAPITAL.search(match.string[: match.start(group)])


def _month(match: re.Match[str]) -> When | None:
    """A month of a year."""
    return None if _is_name(match, "month") else CALENDAR.calendar(match)


def _weekday(match: re.Match[str]) -> When | None:
    """A bare weekday."""
    if _is_name(match, "weekday"):
        return None
    turn = _turn(match["turn"])
    return Weekday(CALENDAR.days[match["weekday"].lower()], turn, skips_today=turn is not Turn.OPEN)


def _units(match: re.Match[str], unit: Unit) -> Units:
    """“La semaine dernière”, “l’année prochaine”."""
    return Units(unit, _COUNTS[_turn(match["turn"])])


def _decade(match: re.Match[str]) -> Decade:
    words = match["decade"]
    return Decade(int(words) if words.isdigit() else _DECADES[words])


_ago = partial(away, sign=-1, numbers=_NUMBERS, units=_UNITS)
_ahead = partial(away, sign=1, numbers=_NUMBERS, units=_UNITS)
_earlier = partial(beside, sign=-1, numbers=_NUMBERS)
_later = partial(beside, sign=1, numbers=_NUMBERS)


_OTHER_WORDS = frozenset(
    (
        "hier demain aujourd matin midi soir nuit jour jours veille lendemain surlendemain foulée semaine semaines "
        "week mois an ans année années"
    ).split()
)
"""The words of time that are no names of a calendar."""


def _rule(name: str, pattern: str, read: Reader) -> TimeRule:
    needs = CALENDAR.needed_by(pattern) or _OTHER_WORDS
    return TimeRule(name, re.compile(rf"(?i)(?<![\w-])(?:{pattern})(?![\w-])"), read, needs)


def _fixed(name: str, pattern: str, when: When) -> TimeRule:
    return _rule(name, pattern, lambda _: when)


_DATES = (
    _rule(
        "du 10 au 13 janvier",
        rf"(?:du|entre le|de)\s(?:{_WEEKDAY}\s)?(?P<said>"
        rf"(?P<day_a>{_DAY})(?:\s(?P<month_a>{_MONTH}))?(?:\s(?P<year_a>{_YEAR}))?"
        rf"\s(?:au|et le|à)\s(?:{_WEEKDAY}\s)?{_LAST_DATE})",
        CALENDAR.span,
    ),
    _rule(
        "les 12 et 13 janvier",
        rf"les\s(?P<said>(?P<day_a>{_DAY})(?:, {_DAY})*\set\s{_LAST_DATE})",
        CALENDAR.span,
    ),
    _rule(
        "mercredi 12 janvier 2022",
        rf"(?:(?P<weekday>{_WEEKDAY}),?\s(?:le\s)?)?(?P<day>{_DAY})\s(?P<month>{_MONTH})(?:\s(?P<year>{_YEAR}))?",
        CALENDAR.calendar,
    ),
    _rule("mercredi 12", rf"(?P<weekday>{_WEEKDAY})\s(?P<day>{_DAY}){_NO_NOUN_FOLLOWS}", CALENDAR.calendar),
    _rule("janvier 2022", rf"(?:{_PART})?(?P<month>{_MONTH})\s(?P<year>{_YEAR})", _month),
    _rule(
        "juin dernier",
        rf"(?:en |de |d'|{_PART})?(?P<said>(?P<month>{_MONTH})\s{_TURN})",
        lambda match: Calendar(month=CALENDAR.month(match["month"]), turn=_turn(match["turn"])),
    ),
    # Months of this rule are written in small letters; “Mars” is a planet.
    TimeRule(
        "en janvier",
        re.compile(
            rf"(?<![\w-])(?:{_BEFORE_MONTH}\s?(?={_MONTH})|(?={_PART_OF_MONTH}))"
            rf"(?P<said>(?:{_PART_OF_MONTH})?(?P<month>{_MONTH}))(?![\w-]| '?\d)"
        ),
        CALENDAR.calendar,
        frozenset(CALENDAR.months),
    ),
    _rule(
        "au printemps 2022",
        rf"(?:au|à l'|l'|le)\s?(?P<said>(?P<season>{either(_SEASONS)})\s(?:de |d')?(?P<year>{_YEAR}))",
        lambda match: Calendar(int(match["year"]), _SEASONS[match["season"].lower()]),
    ),
    _rule(
        "en 2014",
        r"(?:en|depuis|dès|jusqu'en|d'ici|avant|après|année|de)\s"
        rf"(?P<said>(?P<year>{_YEAR})){_NO_COUNTED_THINGS}",
        CALENDAR.calendar,
    ),
    _rule("fin 2021", rf"(?:début|fin|mi|courant)[ -](?P<year>{_YEAR})", CALENDAR.calendar),
    _rule("les années 1990", rf"(?:les\s)?années\s(?P<decade>(?:19|20)\d0|{either(_DECADES)})", _decade),
)

_WEEKS_AND_LONGER = (
    _rule("le week-end dernier", rf"week-end\s{_TURN}", partial(_units, unit=Unit.WEEKEND)),
    _fixed("ce week-end", r"ce week-end", Units(Unit.WEEKEND, 0)),
    _rule(
        "la semaine dernière",
        rf"(?:la|{_PART}(?:la )?)\s?(?P<said>semaine\s{_TURN})",
        partial(_units, unit=Unit.WEEK),
    ),
    _fixed(
        "cette semaine",
        r"cette semaine|en (?:début|fin|milieu) de semaine|la fin de (?:la|cette) semaine|plus tôt cette semaine",
        Units(Unit.WEEK, 0),
    ),
    _rule("le mois dernier", rf"(?:le |du |au )mois\s{_TURN}", partial(_units, unit=Unit.MONTH)),
    _fixed(
        "ce mois-ci",
        r"ce mois-ci|(?:au début|(?:la |à la )?fin) du mois(?! d)|en (?:début|fin) de mois",
        Units(Unit.MONTH, 0),
    ),
    _rule(
        "l’année dernière",
        rf"(?:{_PART})?(?:l'|de l'|d')?(?P<said>(?:an|année)\s{_TURN})",
        partial(_units, unit=Unit.YEAR),
    ),
    _fixed(
        "cette année",
        r"cette année|en (?:début|fin) d'année|(?:au début|(?:d'ici )?(?:à )?(?:la )?fin) de l'année(?! \d)",
        Units(Unit.YEAR, 0),
    ),
    _rule("il y a trois jours", rf"il y a {_COUNT} (?P<unit>jour|semaine|mois|an)s?", _ago),
    _rule("dans trois jours", rf"(?:dans|d'ici(?: à)?) {_COUNT} (?P<unit>jour|semaine|mois|an)s?", _ahead),
)

_DAYS = (
    _fixed("avant-hier", r"avant-hier", Days(-2)),
    _fixed("hier", r"hier(?: (?:soir|matin|après-midi))?", Days(-1)),
    _fixed("après-demain", r"après-demain", Days(2)),
    _fixed("demain", r"demain(?: (?:soir|matin|après-midi))?", Days(1)),
    _fixed("aujourd’hui", r"aujourd'hui|(?<!à )ce jour|ce (?:matin|soir|midi)|cet après-midi|cette nuit", Days(0)),
)

_BESIDE_ANOTHER_TIME = (
    _fixed("l’avant-veille", rf"l'avant-veille{_OF_NOTHING_NAMED}", Beside(-2)),
    _fixed("la veille", rf"la veille(?: au soir)?{_OF_NOTHING_NAMED}", Beside(-1)),
    _fixed("le surlendemain", rf"le surlendemain{_OF_NOTHING_NAMED}", Beside(2)),
    _fixed("le lendemain", rf"le lendemain{_OF_NOTHING_NAMED}", Beside(1)),
    _fixed("le même jour", r"le même jour|le jour même|ce jour-là", Beside(0)),
    _fixed("dans la foulée", r"dans la foulée", Beside(None)),
    _fixed(
        "le jour suivant",
        r"(?:le jour|la semaine|le mois|l'année) suivante?|quelques jours plus t(?:ôt|ard)",
        Beside(None),
    ),
    _rule("trois jours plus tard", rf"{_COUNT} jours? (?:plus tard|après{_NOTHING_FOLLOWS})", _later),
    _rule("trois jours plus tôt", rf"{_COUNT} jours? (?:plus tôt|auparavant)", _earlier),
)

_WEEKDAYS = (
    _fixed("mercredi suivant", rf"(?:le )?{_WEEKDAY} (?:suivant|précédent|d'avant|d'après)", Beside(None)),
    _rule(
        "jeudi et vendredi",
        rf"(?:de |du |ces? )?(?P<said>(?P<first>{_WEEKDAY}) (?:et|à|au) (?P<last>{_WEEKDAY}))(?! \d){_NO_FEAST}",
        CALENDAR.weekdays,
    ),
    _rule(
        "mercredi",
        r"(?<!chaque )(?<!le )(?<!les )(?<!un )(?:ce )?"
        rf"(?P<said>(?P<weekday>{_WEEKDAY})(?: (?:soir|matin|après-midi|midi))?(?:\s{_TURN})?){_NO_FEAST}",
        _weekday,
    ),
)

TIMES = Times(
    rules=_DATES + _WEEKS_AND_LONGER + _DAYS + _BESIDE_ANOTHER_TIME + _WEEKDAYS,
)
