"""French quotations, to the character, and who said them: each rule by example, and what only looks like one."""

import pytest

from generator.convert.grammars.french import french
from generator.convert.grammars.french.speech import SPEECH
from generator.convert.reading.gazetteer import Lookup
from generator.convert.reading.read import Findings, read_article
from generator.dates import parse
from generator.model import Actor, ActorKind, Gazetteer, Role

FIRM = "Nous tiendrons bon"
STEP = "un pas dans la bonne direction"
WORST = "une politique du pire"


def person(id_: str, name: str, office: str) -> Actor:
    return Actor(id_, ActorKind.PERSON, {"fr": name}, (), (Role({"fr": office}, None, parse("2020"), None),))


ACTORS = (
    person("lea-marchand", "Léa Marchand", "ministre de la Mer"),
    person("hugo-valmont", "Hugo Valmont", "président du Sénat"),
    Actor("ligue", ActorKind.ORGANISATION, {"fr": "Ligue"}),
)
LOOKUP = Lookup(Gazetteer({actor.id: actor for actor in ACTORS}, {}, {}, {}, {}), french())

SAID = [
    # rule, paragraph, words, speaker
    ("a-t-il ajouté", f"Léa Marchand a longuement parlé. « {FIRM} », a-t-elle ajouté.", FIRM, "lea-marchand"),
    ("a-t-il ajouté", f"Léa Marchand a reçu Hugo Valmont. « {FIRM} », a-t-elle dit.", FIRM, "lea-marchand"),
    ("a déclaré X", f"« {FIRM} », a déclaré Léa Marchand.", FIRM, "lea-marchand"),
    ("a déclaré X", f"«\u00a0{FIRM}\u202f!\u00a0», s’est exclamée Léa Marchand.", f"{FIRM}\u202f!", "lea-marchand"),
    ("a déclaré X", f"« {FIRM} », a déclaré mardi à la presse Léa Marchand.", FIRM, "lea-marchand"),
    ("a déclaré X", f"« {FIRM} », a dit la ministre de la Mer, Léa Marchand, à Riga.", FIRM, "lea-marchand"),
    ("a déclaré X", f"« {FIRM} », a dit la ministre de la Mer.", FIRM, "lea-marchand"),
    ("a déclaré X", f"« {FIRM} », a renchéri sur X le président du Sénat, Hugo Valmont.", FIRM, "hugo-valmont"),
    ("a déclaré X", f"« {FIRM} », a déclaré M. Valmont.", FIRM, "hugo-valmont"),
    ("a déclaré X", f"« {FIRM} », a déclaré Marc Delisle, député.", FIRM, "Marc Delisle"),
    ("explique X", f"« {FIRM} », explique Léa Marchand.", FIRM, "lea-marchand"),
    ("se réjouit X", f"« {FIRM} », se réjouit Léa Marchand.", FIRM, "lea-marchand"),
    ("se réjouit X", "« Est-ce fini ? », demande Léa Marchand.", "Est-ce fini ?", "lea-marchand"),
    ("selon X", f"« {FIRM} », selon Léa Marchand.", FIRM, "lea-marchand"),
    ("et d’ajouter", f"Léa Marchand a salué l’accord. Et d’ajouter : « {FIRM}. »", f"{FIRM}.", "lea-marchand"),
    (
        "et X d’ajouter",
        f"Hugo Valmont a salué l’accord. Et Léa Marchand d’ajouter : « {FIRM}. »",
        f"{FIRM}.",
        "lea-marchand",
    ),
    ("X a déclaré", f"Léa Marchand a déclaré : « {FIRM}. »", f"{FIRM}.", "lea-marchand"),
    ("X a déclaré", f"Léa Marchand l’a dit : « {FIRM}. »", f"{FIRM}.", "lea-marchand"),
    ("X a déclaré", f"Léa Marchand, ministre de la Mer, a dit que c’était « {STEP} ».", STEP, "lea-marchand"),
    ("X a déclaré", f"La ministre de la Mer a jugé que c’était « {STEP} ».", STEP, "lea-marchand"),
    ("X a déclaré", f"Léa Marchand a reçu Hugo Valmont, qui a dénoncé « {WORST} ».", WORST, "hugo-valmont"),
    ("X a déclaré", f"Interrogée par Hugo Valmont, Léa Marchand a dénoncé « {WORST} ».", WORST, "lea-marchand"),
    ("X a déclaré", f'Léa Marchand a dénoncé "{WORST}".', WORST, "lea-marchand"),
    ("X a déclaré", f"Léa Marchand a dénoncé “{WORST}”.", WORST, "lea-marchand"),
    ("X a déclaré", "Léa Marchand a raillé « un “plan” du pire ».", "un “plan” du pire", "lea-marchand"),
    ("X a déclaré", f"Léa Marchand est venue. La ministre a dénoncé « {WORST} ».", WORST, "lea-marchand"),
    (
        "X a déclaré",
        f"L’historienne Anna Doré est venue. L’historienne a dénoncé « {WORST} ».",
        WORST,
        "Anna Doré",
    ),
    ("selon X,", f"Selon Léa Marchand, l’accord est « {STEP} ».", STEP, "lea-marchand"),
    ("selon X,", f"Pour Léa Marchand, c’est « {STEP} ».", STEP, "lea-marchand"),
    ("selon X,", f"D’après le président du Sénat, c’est « {STEP} ».", STEP, "hugo-valmont"),
    ("X : « … »", f"Léa Marchand : « {FIRM}. »", f"{FIRM}.", "lea-marchand"),
    ("…, a-t-il ajouté", f"Léa Marchand est venue. C’est « {STEP} » clair, a-t-elle dit.", STEP, "lea-marchand"),
    ("…, a déclaré X", f"C’est « {STEP} » clair, a déclaré Léa Marchand.", STEP, "lea-marchand"),
    ("…, explique X", f"C’est « {STEP} » clair, explique Léa Marchand.", STEP, "lea-marchand"),
    ("selon X", f"C’est « {STEP} » clair selon Léa Marchand.", STEP, "lea-marchand"),
]

SAID_BY_NOBODY_IN_PARTICULAR = [
    f"« {FIRM} jusqu’au bout », dit-on à Riga.",
    f"Léa Marchand est arrivée. « {FIRM} jusqu’au bout », assure-t-on à Riga.",
    f"« {FIRM} jusqu’au bout », a déclaré un diplomate sous couvert d’anonymat.",
    f"Léa Marchand et Hugo Valmont ont dénoncé « {WORST} ».",
    f"Le discours de Léa Marchand dénonçait « {WORST} ».",
    f"Avec Léa Marchand, il a dénoncé « {WORST} ».",
    f"Dans un communiqué, la Ligue a dénoncé « {WORST} ».",
    f"Hugo Valmont a reçu Léa Marchand. Le président de la Ligue a dénoncé « {WORST} ».",
]

NOT_SAID = [
    "Léa Marchand a vu le film « La nuit des longs couteaux ».",
    "Léa Marchand a vu « La Grande Nuit » à Riga.",
    "Le journal « Le temps des cerises rouges » a été fondé à Riga.",
    "L’opération « tempête du grand désert » a commencé.",
    "Les « valeurs » de la Ligue sont en cause.",
    "Le terme « guerre de trop longue haleine » est banni.",
    "« La fin n’est pas écrite pour nous",
]


def read(*paragraphs: str) -> Findings:
    return read_article(paragraphs, parse("2022-01-12"), french(), LOOKUP)


def said(*paragraphs: str) -> list[tuple[str, str | None]]:
    return [(quote.text, quote.speaker) for quote in read(*paragraphs).quotes]


@pytest.mark.parametrize(("rule", "paragraph", "words", "speaker"), SAID)
def test_words_are_quoted_to_the_character_with_their_speaker(
    rule: str, paragraph: str, words: str, speaker: str
) -> None:
    (quote,) = read(paragraph).quotes
    assert (quote.rule, quote.text, quote.speaker) == (rule, words, speaker)


@pytest.mark.parametrize("paragraph", SAID_BY_NOBODY_IN_PARTICULAR)
def test_a_speaker_who_is_not_told_is_not_guessed(paragraph: str) -> None:
    assert [speaker for _, speaker in said(paragraph)] == [None]


@pytest.mark.parametrize("paragraph", NOT_SAID)
def test_titles_and_words_held_at_arms_length_are_no_quotations(paragraph: str) -> None:
    assert said(paragraph) == []


def test_words_of_the_narrator_part_a_quotation_in_two() -> None:
    text = f"« {FIRM}, a déclaré Léa Marchand, ministre de la Mer. Nous ne céderons rien. »"
    assert said(text) == [(FIRM, "lea-marchand"), ("Nous ne céderons rien.", "lea-marchand")]
    text = "Léa Marchand est là. « Nous tiendrons jusqu’au bout, dit-on à Riga. Nous ne céderons rien. »"
    assert said(text) == [("Nous tiendrons jusqu’au bout", None), ("Nous ne céderons rien.", None)]


def test_the_same_speaker_goes_on_within_a_sentence_a_paragraph_and_the_next() -> None:
    assert said("Léa Marchand a jugé l’accord « inutile », mais « pas du tout nuisible ».") == [
        ("inutile", "lea-marchand"),
        ("pas du tout nuisible", "lea-marchand"),
    ]
    following = "« Nous ne céderons rien à personne. »"
    both = [(FIRM, "lea-marchand"), ("Nous ne céderons rien à personne.", "lea-marchand")]
    assert said(f"« {FIRM} », a déclaré Léa Marchand. {following}") == both
    assert said(f"« {FIRM} », a déclaré Léa Marchand.", following) == both


def test_a_paragraph_of_the_narrator_ends_what_somebody_says() -> None:
    told = said(f"« {FIRM} », a déclaré Léa Marchand.", "La nuit est tombée.", "« Nous ne céderons rien à personne. »")
    assert told[1] == ("Nous ne céderons rien à personne.", None)


def test_words_in_quotation_marks_are_no_time_and_no_verb() -> None:
    (event,) = read(f"« Hier, tout a été annulé. {FIRM} », a déclaré mardi Léa Marchand.").events
    assert (event.said, event.day) == ("mardi", -1)


def test_names_that_the_gazetteer_lacks_are_told() -> None:
    assert read(f"« {FIRM} », a déclaré Marc Delisle.").unknown == ("Marc Delisle",)
    assert read(f"« {FIRM} », a déclaré Léa Marchand.").unknown == ()


def test_each_rule_of_speech_has_an_example() -> None:
    rules = {rule.name for rule in (*SPEECH.after, *SPEECH.before, *SPEECH.around)}
    assert {row[0] for row in SAID} == rules
