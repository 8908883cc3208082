"""The French words of time: each rule by example, what only looks like one, and how exact the header lets them be."""

import pytest

from generator.convert.grammars.french import french
from generator.convert.grammars.french.times import TIMES
from generator.convert.reading.article import fold
from generator.convert.reading.events import Reported
from generator.convert.reading.gazetteer import Lookup
from generator.convert.reading.read import read_article
from generator.dates import parse
from generator.model import Gazetteer

LOOKUP = Lookup(Gazetteer({}, {}, {}, {}, {}), french())
WEDNESDAY = "2022-01-12"

SAID = [
    # rule, sentence, the words that tell the time, days from the article's own day, date
    ("du 10 au 13 janvier", "Elle a siégé du 10 au 13 janvier.", "10 au 13 janvier", None, "2022-01-10/2022-01-13"),
    (
        "du 10 au 13 janvier",
        "Elle siégera entre le lundi 24 et le jeudi 27 janvier.",
        "24 et le jeudi 27 janvier",
        None,
        "2022-01-24/2022-01-27",
    ),
    (
        "du 10 au 13 janvier",
        "Elle a siégé du 28 décembre 2021 au 3 janvier 2022.",
        "28 décembre 2021 au 3 janvier 2022",
        None,
        "2021-12-28/2022-01-03",
    ),
    ("les 12 et 13 janvier", "Elle a siégé les 10 et 11 janvier.", "10 et 11 janvier", None, "2022-01-10/2022-01-11"),
    (
        "mercredi 12 janvier 2022",
        "Elle a été reçue le mercredi 5 janvier 2022.",
        "mercredi 5 janvier 2022",
        -7,
        "2022-01-05",
    ),
    ("mercredi 12 janvier 2022", "Elle a été reçue le 1er janvier.", "1er janvier", -11, "2022-01-01"),
    ("mercredi 12 janvier 2022", "Elle a été reçue le 30 décembre.", "30 décembre", -13, "2021-12-30"),
    ("mercredi 12", "Elle sera reçue mardi 18.", "mardi 18", 6, "2022-01-18"),
    ("janvier 2022", "Elle a été nommée fin janvier 2020.", "fin janvier 2020", None, "2020-01"),
    ("janvier 2022", "Elle a été nommée en Janvier 2020.", "Janvier 2020", None, "2020-01"),
    ("juin dernier", "Elle a été élue en juin dernier.", "juin dernier", None, "2021-06"),
    ("juin dernier", "Elle sera élue en juin prochain.", "juin prochain", None, "2022-06"),
    ("en janvier", "Elle a été élue en novembre.", "novembre", None, "2021-11"),
    ("en janvier", "Elle sera élue au mois d’août.", "août", None, "2022-08"),
    ("en janvier", "Elle a été élue mi-décembre.", "mi-décembre", None, "2021-12"),
    ("au printemps 2022", "Elle a fui à l’automne 2014.", "automne 2014", None, "2014-23"),
    ("en 2014", "La loi a été votée en 2014.", "2014", None, "2014"),
    ("en 2014", "En 2014 les troupes ont pris la ville.", "2014", None, "2014"),
    ("fin 2021", "Elle a été nommée fin 2021.", "fin 2021", None, "2021"),
    ("les années 1990", "Elle a grandi dans les années 1990.", "les années 1990", None, "199X"),
    ("les années 1990", "Elle a grandi dans les années quatre-vingt.", "les années quatre-vingt", None, "198X"),
    (
        "le week-end dernier",
        "Elle est partie le week-end dernier.",
        "week-end dernier",
        None,
        "2022-01-08/2022-01-09",
    ),
    ("ce week-end", "Elle partira ce week-end.", "ce week-end", None, "2022-01-15/2022-01-16"),
    ("la semaine dernière", "Elle est partie la semaine dernière.", "semaine dernière", None, "2022-01-02/2022-01-09"),
    ("la semaine dernière", "Elle partira la semaine prochaine.", "semaine prochaine", None, "2022-01-16/2022-01-23"),
    ("cette semaine", "Elle est partie cette semaine.", "cette semaine", None, "2022-01-09/2022-01-16"),
    ("le mois dernier", "Elle est partie le mois dernier.", "le mois dernier", None, "2021-12"),
    ("ce mois-ci", "Elle partira à la fin du mois.", "à la fin du mois", None, "2022-01"),
    ("l’année dernière", "Elle a été élue l’an dernier.", "an dernier", None, "2021"),
    ("l’année dernière", "Elle sera élue au début de l’année prochaine.", "année prochaine", None, "2023"),
    ("cette année", "Elle sera élue d’ici la fin de l’année.", "d’ici la fin de l’année", None, "2022"),
    ("il y a trois jours", "Elle est partie il y a trois jours.", "il y a trois jours", -3, "2022-01-09"),
    (
        "il y a trois jours",
        "Elle est partie il y a deux semaines.",
        "il y a deux semaines",
        None,
        "2021-12/2022-01",
    ),
    ("dans trois jours", "Elle partira dans trois jours.", "dans trois jours", 3, "2022-01-15"),
    ("avant-hier", "Elle est partie avant-hier.", "avant-hier", -2, "2022-01-10"),
    ("hier", "Elle est partie hier soir.", "hier soir", -1, "2022-01-11"),
    ("après-demain", "Elle partira après-demain.", "après-demain", 2, "2022-01-14"),
    ("demain", "Elle partira demain matin.", "demain matin", 1, "2022-01-13"),
    ("aujourd’hui", "Elle est partie aujourd’hui.", "aujourd’hui", 0, WEDNESDAY),
    ("aujourd’hui", "Le traité est devenu caduc ce jour.", "ce jour", 0, WEDNESDAY),
    ("jeudi et vendredi", "Elle a siégé lundi et mardi.", "lundi et mardi", None, "2022-01-10/2022-01-11"),
    ("jeudi et vendredi", "Elle a tiré dans la nuit de lundi à mardi.", "lundi à mardi", None, "2022-01-10/2022-01-11"),
    ("mercredi", "Elle a été reçue lundi.", "lundi", -2, "2022-01-10"),
    ("mercredi", "Mercredi, elle a été reçue.", "Mercredi", 0, WEDNESDAY),
    ("mercredi", "Elle a réuni lundi 15 pays.", "lundi", -2, "2022-01-10"),
    ("mercredi", "Elle sera reçue vendredi soir.", "vendredi soir", 2, "2022-01-14"),
    ("mercredi", "Elle a été reçue lundi dernier.", "lundi dernier", None, "2022-01-03/2022-01-10"),
    ("mercredi", "Elle sera reçue lundi prochain.", "lundi prochain", 5, "2022-01-17"),
]

SAID_OF_ANOTHER_TIME = [
    # rule, what follows “Elle a été reçue lundi”, the words, days from the article's own day, date
    ("l’avant-veille", "L’avant-veille, elle avait consulté.", "L’avant-veille", -4, "2022-01-08"),
    ("la veille", "La veille, elle avait consulté.", "La veille", -3, "2022-01-09"),
    ("le surlendemain", "Le surlendemain, elle a consulté.", "Le surlendemain", 0, WEDNESDAY),
    ("le lendemain", "Le lendemain, elle a consulté.", "Le lendemain", -1, "2022-01-11"),
    ("le même jour", "Ce jour-là, elle a consulté.", "Ce jour-là", -2, "2022-01-10"),
    ("dans la foulée", "Dans la foulée, elle a consulté.", "Dans la foulée", None, None),
    ("le jour suivant", "La semaine suivante, elle a consulté.", "La semaine suivante", None, None),
    ("trois jours plus tard", "Deux jours plus tard, elle a consulté.", "Deux jours plus tard", 0, WEDNESDAY),
    ("trois jours plus tôt", "Trois jours plus tôt, elle avait consulté.", "Trois jours plus tôt", -5, "2022-01-07"),
    ("mercredi suivant", "La séance a été reportée au mercredi suivant.", "mercredi suivant", None, None),
]

NOT_SAID = {
    "du 10 au 13 janvier": ["Le prix est passé de 10 à 13 euros."],
    "les 12 et 13 janvier": ["Elle a reçu les 10 et 11 députés."],
    "mercredi 12 janvier 2022": ["Elle a compté 12 maisons et 3 marsouins.", "Elle a cité l’article 12, mars compris."],
    "mercredi 12": ["Elle reçoit le lundi 15 pays."],
    "janvier 2022": ["Le robot de la mission Mars 2020 a foré la roche."],
    "juin dernier": ["Elle a cité le maréchal Juin, dernier venu."],
    "en janvier": [
        "La sonde s’est posée sur Mars.",
        "Une mission vers la planète Mars a été annoncée.",
        "Les manifestations de mai 68 ont marqué le pays.",
    ],
    "au printemps 2022": ["Elle a évoqué le printemps de Prague."],
    "en 2014": [
        "Elle a voté la résolution 2202.",
        "Elle a voté la résolution 2014 du Conseil.",
        "Près de 100 000 soldats ont été massés.",
        "Près de 2000 soldats ont été massés.",
        "Un missile d’une portée de 2000 km a été tiré.",
        "Elle a déployé de 2000 à 2500 hommes.",
    ],
    "fin 2021": ["La fin du vol 2021 a été filmée."],
    "les années 1990": ["Elle a évoqué les années Valmont."],
    "le week-end dernier": ["Elle y va chaque week-end."],
    "ce week-end": ["Elle a été élue ce week-end-là."],
    "la semaine dernière": ["Elle a prié durant la Semaine sainte.", "Elle a obtenu la dernière semaine de congé."],
    "cette semaine": ["Elle a été reçue cette semaine-là."],
    "le mois dernier": ["Elle a travaillé un mois entier."],
    "ce mois-ci": ["Elle a été reçue ce mois-là."],
    "l’année dernière": ["L’année scolaire a commencé."],
    "cette année": ["Cette année-là, elle a été élue."],
    "il y a trois jours": ["Il y a trois pays dans ce groupe."],
    "dans trois jours": ["Dans dix pays, la loi a été votée."],
    "demain": ["Elle a été reçue du jour au lendemain."],
    "aujourd’hui": ["Le pays compte aujourd’hui 40 millions d’habitants.", "À ce jour, douze pays ont signé."],
    "l’avant-veille": ["Elle a été reçue à l’avant-veille du scrutin."],
    "la veille": ["Elle a été reçue à la veille du sommet.", "Elle a été reçue la veille d’un sommet."],
    "le lendemain": [
        "Elle a été reçue au lendemain de la chute du Mur.",
        "Elle a été reçue le lendemain de la chute du Mur.",
    ],
    "le surlendemain": ["Elle a été reçue le surlendemain de la chute du Mur."],
    "le même jour": ["Elle tenait le même journal."],
    "dans la foulée": ["Elle court à grandes foulées."],
    "le jour suivant": ["Elle a cité le journal suivant."],
    "trois jours plus tôt": ["Elle est partie plus tôt que prévu."],
    "mercredi suivant": ["Elle est partie tous les mercredis suivants."],
    "trois jours plus tard": [
        "Elle a été reçue trois jours après son arrivée.",
        "Elle a été reçue trois jours après avoir démissionné.",
        "Elle a été reçue trois jours après la chute du Mur.",
    ],
    "jeudi et vendredi": ["Elle a prié les jeudi et vendredi saints."],
    "mercredi": [
        "Le Mercredi, un hebdomadaire, a été fondé à Riga.",
        "L’hebdomadaire Mercredi a été fondé à Riga.",
        "Elle a prié pour le Vendredi saint.",
        "Elle a prié mercredi des Cendres.",
        "Elle a prié dimanche de Pâques.",
        "Elle reçoit chaque lundi.",
        "Elle reçoit le lundi.",
        "Elle reçoit tous les lundis.",
        "Elle a été reçue un lundi.",
        "Le film « Vendredi ou les limbes » a été tourné à Riga.",
    ],
}

BY_HEADER = [
    # sentence, and its date below a day, a month, a year, and no header
    ("Elle a été reçue hier.", "2022-01-11", "2021-12/2022-01", "2021/2022", None),
    ("Elle est partie cette semaine.", "2022-01-09/2022-01-16", "2021-12/2022-02", "2021/2023", None),
    ("Elle est partie la semaine dernière.", "2022-01-02/2022-01-09", "2021-12/2022-01", "2021/2022", None),
    ("Elle est partie ce mois-ci.", "2022-01", "2022-01", "2022", None),
    ("Elle est partie l’an dernier.", "2021", "2021", "2021", None),
    ("Elle a été reçue le 10 janvier.", "2022-01-10", "2022-01-10", "2021/2022", None),
    ("Elle a été reçue le 10 janvier 2022.", "2022-01-10", "2022-01-10", "2022-01-10", "2022-01-10"),
    ("Elle a été reçue en novembre.", "2021-11", "2021-11", "2021/2022", None),
    ("Elle a été reçue en 2014.", "2014", "2014", "2014", "2014"),
    ("Elle a été reçue du 3 au 5 mars 2020.", *["2020-03-03/2020-03-05"] * 4),
]


def events(text: str, header: str | None = WEDNESDAY) -> tuple[Reported, ...]:
    return read_article((text,), parse(header) if header else None, french(), LOOKUP).events


@pytest.mark.parametrize(("rule", "sentence", "said", "day", "date"), SAID)
def test_words_of_time_are_found_as_they_stand(
    rule: str, sentence: str, said: str, day: int | None, date: str | None
) -> None:
    (event,) = events(sentence)
    assert (event.rules[0], event.said, event.day, event.date) == (rule, said, day, date)


@pytest.mark.parametrize(("rule", "sentence", "said", "day", "date"), SAID_OF_ANOTHER_TIME)
def test_some_words_hang_on_the_time_told_before(
    rule: str, sentence: str, said: str, day: int | None, date: str | None
) -> None:
    _, event = events(f"Elle a été reçue lundi. {sentence}")
    assert (event.rules[0], event.said, event.day, event.date) == (rule, said, day, date)


@pytest.mark.parametrize("sentence", [sentence for sentences in NOT_SAID.values() for sentence in sentences])
def test_words_that_only_look_like_a_time_are_left_alone(sentence: str) -> None:
    assert [event.said for event in events(sentence)] == []


@pytest.mark.parametrize("number", range(4), ids=["day", "month", "year", "none"])
@pytest.mark.parametrize("row", BY_HEADER, ids=lambda row: row[0])
def test_a_date_is_no_finer_than_header_and_words_together(row: tuple[str | None, ...], number: int) -> None:
    (event,) = events(row[0] or "", (WEDNESDAY, "2022-01", "2022", None)[number])
    assert event.date == row[number + 1]


@pytest.mark.parametrize("header", ["2022-01", "2022", None])
def test_weekdays_are_counted_from_the_opening_where_no_header_gives_the_day(header: str | None) -> None:
    monday, wednesday = events("Elle a été reçue lundi. Elle sera entendue mercredi.", header)
    assert (monday.day, wednesday.day) == (0, 2)
    assert monday.date == header


def test_a_date_that_is_none_is_told_and_not_guessed() -> None:
    (impossible,) = events("Elle a été reçue le 31 février.")
    assert (impossible.date, impossible.fault) == (None, "no year near has this day")
    (contradiction,) = events("Elle a été reçue le mardi 12 janvier 2022.")
    assert (contradiction.date, contradiction.fault) == ("2022-01", "2022-01-12 is not that day of the week")


def test_each_rule_finds_its_own_name_and_has_an_example() -> None:
    examples = {row[0] for row in (*SAID, *SAID_OF_ANOTHER_TIME)}
    assert examples == {rule.name for rule in TIMES.rules}
    assert {name for name in NOT_SAID if name not in examples} == set()
    for rule in TIMES.rules:
        assert rule.pattern.search(fold(rule.name)), rule.name
