"""What the French verb says of a time: each cue by example, and what only looks like one; and where it took place."""

import pytest

from generator.convert.grammars.french import french
from generator.convert.grammars.french.verbs import VERBS
from generator.convert.reading.events import Reported
from generator.convert.reading.gazetteer import Lookup
from generator.convert.reading.read import read_article
from generator.dates import parse
from generator.model import EventStatus, Gazetteer, Location

RIGA, LAUSANNE = (Location(name.lower(), {"fr": name}) for name in ("Riga", "Lausanne"))
LOOKUP = Lookup(Gazetteer({}, {place.id: place for place in (RIGA, LAUSANNE)}, {}, {}, {}), french())
WEDNESDAY = "2022-01-12"
BEFORE, AFTER = {"mardi": "2022-01-11", "vendredi": "2022-01-07"}, {"mardi": "2022-01-18", "vendredi": "2022-01-14"}
EITHER = {day: f"{BEFORE[day]}/{AFTER[day]}" for day in BEFORE}

HAPPENED, PLANNED = EventStatus.HAPPENED, EventStatus.PLANNED
CONDITIONAL, NEGATED = EventStatus.CONDITIONAL, EventStatus.NEGATED

SAID = [
    # cue, sentence about Tuesday or Friday, status, on which side of the Wednesday
    ("n’exclut pas de", "Elle n’exclut pas de se rendre vendredi à Riga.", CONDITIONAL, AFTER),
    ("n’exclut pas de", "Elle n’a pas exclu de se rendre vendredi à Riga.", CONDITIONAL, AFTER),
    ("annulé", "Le sommet de mardi a été annulé.", NEGATED, EITHER),
    ("n’a pas lieu", "Le sommet de mardi n’a pas eu lieu.", NEGATED, EITHER),
    ("reporté à", "Le sommet a été reporté à vendredi.", PLANNED, AFTER),
    ("reporté", "Le vote de mardi a été ajourné.", NEGATED, EITHER),
    ("aucun n’est prévu", "Aucun entretien n’est prévu mardi.", NEGATED, EITHER),
    ("aucun n’est prévu", "Rien n’a été décidé mardi.", NEGATED, EITHER),
    ("aucun n’est prévu", "Personne n’est venu mardi.", NEGATED, EITHER),
    ("n’a pas", "Elle n’a pas vu mardi son homologue.", NEGATED, EITHER),
    ("n’a pas", "Elle ne se rendra pas vendredi à Riga.", NEGATED, EITHER),
    ("n’a pas", "Elle ne s’est jamais rendue mardi à Riga.", NEGATED, EITHER),
    ("a renoncé à", "Elle a renoncé à se rendre mardi à Riga.", NEGATED, EITHER),
    ("à condition", "À condition d’un accord vendredi, le port rouvrirait.", CONDITIONAL, EITHER),
    ("si", "Elle ignore si le vote de vendredi tient.", CONDITIONAL, EITHER),
    ("pourrait", "Elle pourrait se rendre vendredi à Riga.", CONDITIONAL, AFTER),
    ("devrait", "Elle devrait se rendre vendredi à Riga.", PLANNED, AFTER),
    ("devait", "Elle devait se rendre mardi à Riga.", PLANNED, EITHER),
    ("va", "Elle va se rendre vendredi à Riga.", PLANNED, AFTER),
    ("est prévu", "Un entretien est prévu vendredi.", PLANNED, EITHER),
    ("voulait", "Elle voulait se rendre mardi à Riga.", PLANNED, EITHER),
    ("prévoit de", "Elle prévoit de se rendre vendredi à Riga.", PLANNED, AFTER),
    ("a accepté de", "Elle a accepté de se rendre vendredi à Riga.", PLANNED, AFTER),
    ("aurait rencontré", "Elle aurait rencontré mardi son homologue.", CONDITIONAL, EITHER),
    ("a dit qu’il rencontrerait", "Elle a dit qu’elle rencontrerait vendredi son homologue.", PLANNED, AFTER),
    ("rencontrerait", "Elle rencontrerait vendredi son homologue.", CONDITIONAL, AFTER),
    ("rencontrerait", "Le président recevrait vendredi la délégation.", CONDITIONAL, AFTER),
    ("rencontrera", "Elle rencontrera vendredi son homologue.", PLANNED, AFTER),
    ("rencontrera", "Le traité paraîtra vendredi.", PLANNED, AFTER),
    ("rencontrera", "Ils concluront vendredi un accord.", PLANNED, AFTER),
    ("en vue de", "Elle a plaidé à Riga en vue de pourparlers vendredi.", PLANNED, AFTER),
    ("jusqu’à", "Elle reste à Riga jusqu’à vendredi.", PLANNED, EITHER),
    ("avant", "Elle consulte avant la réunion de vendredi.", PLANNED, EITHER),
    ("vient de rencontrer", "Elle vient de rencontrer mardi son homologue.", HAPPENED, BEFORE),
    ("a rencontré", "Elle a rencontré mardi son homologue.", HAPPENED, BEFORE),
    ("a rencontré", "Elle a vu mardi son homologue.", HAPPENED, BEFORE),
    ("a rencontré", "Le tir a eu lieu mardi.", HAPPENED, BEFORE),
    ("a rencontré", "Elle est morte mardi.", HAPPENED, BEFORE),
    ("ayant", "Ayant rencontré mardi son homologue, elle repart.", HAPPENED, BEFORE),
    ("tenu", "La réunion tenue mardi fut brève.", HAPPENED, BEFORE),
    ("rencontra", "Elle rencontra mardi son homologue.", HAPPENED, BEFORE),
    ("rencontra", "Elles rencontrèrent mardi leur homologue.", HAPPENED, BEFORE),
    ("était", "La réunion était mardi au point mort.", HAPPENED, BEFORE),
    ("après", "Elle parle à Riga après la réunion de mardi.", HAPPENED, BEFORE),
    ("se réunit", "Les ministres se réunissent vendredi.", PLANNED, AFTER),
    ("se réunit", "Le ministre rencontre vendredi son homologue.", PLANNED, AFTER),
]

NOT_SAID = [
    # what the words are not taken for, sentence, the cue that counts, status
    ("rencontrera", "L’opéra a rouvert mardi.", "a rencontré", HAPPENED),
    ("rencontrera", "Le front a cédé mardi.", "a rencontré", HAPPENED),
    ("rencontrera", "Le régime s’effondra mardi.", "rencontra", HAPPENED),
    ("rencontrera", "Il serra mardi la main de son homologue.", "rencontra", HAPPENED),
    ("rencontrera", "Il instaura mardi la loi martiale.", "rencontra", HAPPENED),
    ("rencontrera", "Mardi, Sandra Petit a été reçue.", "a rencontré", HAPPENED),
    ("rencontrera", "Mardi, Laura Petit a reçu son homologue.", "a rencontré", HAPPENED),
    ("rencontrerait", "Les troupes tiraient mardi sur la ville.", "était", HAPPENED),
    ("rencontrerait", "Il découvrait mardi le texte.", "était", HAPPENED),
    ("a rencontré", "A Paris vendredi, elle recevra son homologue.", "rencontrera", PLANNED),
    ("a rencontré", "La Ligue est prête à un accord vendredi.", "", HAPPENED),
    ("était", "Elle réclame un retrait vendredi.", "", HAPPENED),
    ("était", "Le portrait sera exposé vendredi.", "rencontrera", PLANNED),
    ("rencontra", "Les ministres espèrent un accord vendredi.", "", HAPPENED),
    ("rencontra", "Les troupes se retirent vendredi.", "", HAPPENED),
    ("tenu", "La tenue d’une réunion vendredi est improbable.", "", HAPPENED),
    ("se réunit", "Une rencontre mardi à Riga a permis un accord.", "a rencontré", HAPPENED),
    ("est prévu", "Ils se sont vus comme prévu mardi.", "a rencontré", HAPPENED),
    ("n’a pas", "Elle n’a rencontré mardi que son homologue.", "", HAPPENED),
    ("n’a pas", "Elle est venue mardi, pas lui.", "a rencontré", HAPPENED),
    ("si", "Ils se reverront vendredi, même si les divergences persistent.", "rencontrera", PLANNED),
    ("reporté", "Le journal a rapporté mardi un incident.", "a rencontré", HAPPENED),
    ("annulé", "Elle a dénoncé mardi « un vote annulé par la force ».", "a rencontré", HAPPENED),
    ("va", "Elle a salué mardi un texte qui va dans le bon sens.", "a rencontré", HAPPENED),
]

PLANS_THAT_COME_TO_NOTHING = [
    ("La rencontre prévue mardi a été annulée.", NEGATED),
    ("La visite, prévue mardi, a été reportée.", NEGATED),
    ("Elle se rendra vendredi à Riga à condition d’être invitée.", CONDITIONAL),
    ("S’ils sont invités, ils se rendront vendredi à Riga.", CONDITIONAL),
    ("Le vote aura lieu vendredi sous réserve d’un accord.", CONDITIONAL),
]

PLACES = [
    ("Elle a été reçue mardi à Riga.", "riga"),
    ("Elle a été reçue mardi à Riga, avant une étape à Lausanne.", "riga"),
    ("Elle a été reçue mardi. La séance a eu lieu à Lausanne.", "lausanne"),
    ("Riga a signé mardi un traité.", None),
    ("Elle a salué mardi les accords de Lausanne.", None),
    ("Elle a été reçue mardi par le maire de Riga.", None),
    ("Elle a dénoncé mardi « la guerre à Riga ».", None),
]


def events(text: str) -> tuple[Reported, ...]:
    return read_article((text,), parse(WEDNESDAY), french(), LOOKUP).events


@pytest.mark.parametrize(("cue", "sentence", "status", "side"), SAID)
def test_the_verb_tells_whether_and_on_which_side_of_today(
    cue: str, sentence: str, status: EventStatus, side: dict[str, str]
) -> None:
    (event,) = events(sentence)
    assert (event.rules[1], event.status, event.date) == (cue, status, side[event.said])


@pytest.mark.parametrize(("other", "sentence", "cue", "status"), NOT_SAID)
def test_words_that_only_look_like_a_verb_say_nothing(other: str, sentence: str, cue: str, status: EventStatus) -> None:
    (event,) = events(sentence)
    assert event.rules[1] != other
    assert (event.rules[1], event.status) == (cue, status)


@pytest.mark.parametrize(("sentence", "status"), PLANS_THAT_COME_TO_NOTHING)
def test_a_plan_is_what_the_rest_of_the_sentence_makes_of_it(sentence: str, status: EventStatus) -> None:
    assert [event.status for event in events(sentence)] == [status]


def test_each_clause_has_the_status_of_its_own_verb() -> None:
    first, second = events("Elle est partie mardi pour Riga, où elle verra vendredi son homologue.")
    assert [first.status, second.status] == [HAPPENED, PLANNED]
    assert [first.day, second.day] == [-1, 2]


def test_what_lies_years_back_is_background() -> None:
    assert [event.status for event in events("Elle avait été élue en 2004.")] == [EventStatus.BACKGROUND]
    assert [event.status for event in events("Elle a grandi dans les années 1990.")] == [EventStatus.BACKGROUND]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_a_place_is_where_something_happens_and_not_what_is_only_named(text: str, place: str | None) -> None:
    (event,) = events(text)
    assert event.place == place


def test_each_cue_has_an_example() -> None:
    assert {row[0] for row in SAID} == {cue.name for cue in VERBS.cues}
    assert {row[0] for row in NOT_SAID} <= {cue.name for cue in VERBS.cues}
