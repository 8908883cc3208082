"""Whether somebody whom the gazetteer knows is named."""

import pytest

from generator.model import Actor, ActorKind, Gazetteer, Location
from generator.review.names import KnownNames

PERSON, BODY, COUNTRY = ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.COUNTRY
ACTORS = (
    Actor("john-major", PERSON, {"fr": "John Major", "ru": "Джон Мейджор"}),
    Actor("sergey-lavrov", PERSON, {"fr": "Sergueï Lavrov", "en": "Sergey Lavrov"}),
    Actor("george-w-bush", PERSON, {"fr": "George W. Bush", "en": "George W. Bush (son)"}, ("George Bush fils",)),
    Actor("ba-le", PERSON, {"fr": "Ba Le"}),
    Actor("ann-lee", PERSON, {"fr": "Ann Lee"}),
    Actor("nato", BODY, {"fr": "OTAN", "en": "NATO"}, ("Otan", "Organisation du traité de l’Atlantique nord")),
    Actor("nrc", BODY, {"fr": "Conseil OTAN-Russie"}),
    Actor("un", BODY, {"fr": "ONU", "en": "United Nations"}, ("UN",)),
    Actor("north-atlantic-council", BODY, {"fr": "Conseil de l’Atlantique nord"}, ("CAN",)),
    Actor("osce", BODY, {"fr": "(OSCE)"}, ("СБСЕ",)),
    Actor("russia", COUNTRY, {"fr": "Russie", "en": "Russia", "ru": "Россия"}),
    Actor("ukraine", COUNTRY, {"fr": "Ukraine", "en": "Ukraine"}),
    Actor("georgia", COUNTRY, {"fr": "Géorgie", "en": "Georgia"}),
    Actor("united-states", COUNTRY, {"fr": "États-Unis", "en": "United States"}, ("US", "Amérique")),
    Actor("united-kingdom", COUNTRY, {"fr": "Royaume-Uni", "en": "United Kingdom"}, ("Britain",)),
    Actor("turkey", COUNTRY, {"fr": "Turquie", "en": "Turkey (Türkiye)"}),
    Actor("sweden", COUNTRY, {"fr": "Suède", "en": "Sweden"}),
    Actor("germany", COUNTRY, {"fr": "Allemagne", "en": "Germany"}),
    Actor("iran", COUNTRY, {"fr": "Iran"}),
)
PLACES = (Location("kyiv", {"fr": "Kyiv"}, ("Kiev",)), Location("moscow", {"fr": "Moscou", "en": "Moscow"}))
KNOWN = KnownNames(Gazetteer({actor.id: actor for actor in ACTORS}, {place.id: place for place in PLACES}, {}, {}, {}))


@pytest.mark.parametrize(
    "text",
    [
        "L’OTAN le nie.",
        "Selon l'Otan, rien ne fut promis.",
        "It contradicts NATO's account.",
        "NATO’s account is another.",
        "The NATO-led force denies it.",
        "Ce que l’ORGANISATION DU TRAITÉ DE L’ATLANTIQUE NORD a promis est contesté.",
        "L’Organisation du traite\u0301 de l’Atlantique nord le nie.",
        "Selon UN Watch, non.",
        "The United\u00a0Nations say so.",
        "The United\nNations say so.",
        "Sergueï Lavrov l’affirme.",
        "M. Lavrov l’affirme.",
        "LAVROV l’affirme.",
        "M. Lee l’affirme.",
        "Major denies it.",
        "President Bush denies it.",
        "Мейджор это отрицает.",
        "Turkey denies it.",
        "Aux États-Unis on le nie.",
        "The US denies it.",
        "Des dirigeants russes parlent d’une promesse.",
        "Russian officials speak of a promise.",
        "Российские власти это отрицают.",
        "Les Ukrainiens le nient.",
        "Ukrainian sources deny it.",
        "Selon la partie géorgienne, non.",
        "Des responsables américains le nient.",
        "American officials deny it.",
        "British officials deny it.",
        "Les autorités suédoises le nient.",
        "Turkish officials deny it.",
        "Iranian officials deny it.",
        "Des historiens allemands le nient.",
        "Contesté par Kyiv.",
        "Moscow’s account is another.",
    ],
)
def test_whoever_the_gazetteer_knows_is_named_as_texts_name_people(text: str) -> None:
    assert KNOWN.names_somebody(text, here=())


@pytest.mark.parametrize(
    "text",
    [
        "Ce qui fut promis est contesté.",
        "Each side blames the other.",
        "This is a major dispute.",
        "Un témoin en a eu un autre souvenir.",
        "What they told us can be doubted.",
        "The figures can be doubted.",
        "Notanda: rien n’est établi.",
        "Le père et le fils le nient.",
        "The Bushmaster was never found.",
        "Des unions et des nations unies le nient.",
        "La rusticité du lieu est contestée.",
        "The Council disagrees.",
        "À Natolin on en doute.",
        "Le pont au nord est contesté.",
        "Il fallait aller plus loin.",
        "Кто прав, неизвестно.",
    ],
)
def test_nobody_is_named_by_a_word_that_only_looks_like_a_name(text: str) -> None:
    assert not KNOWN.names_somebody(text, here=())


def test_a_place_is_passed_over_where_it_is_the_scene() -> None:
    assert not KNOWN.names_somebody("Contesté à Kiev.", here=("kyiv",))
    assert KNOWN.names_somebody("Contesté à Kiev.", here=("moscow",))


def test_an_empty_gazetteer_knows_nobody() -> None:
    assert not KnownNames(Gazetteer({}, {}, {}, {}, {})).names_somebody("L’OTAN le nie.", here=())
