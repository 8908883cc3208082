"""Who is named, and where: people in full and by surname, bodies, offices, places, and names that nobody knows."""

from collections.abc import Mapping

import pytest

from generator.convert.doubts import left_open
from generator.convert.grammars import grammar_of
from generator.convert.reading.gazetteer import Lookup
from generator.convert.reading.read import Findings, read_article
from generator.dates import parse
from generator.model import Actor, ActorKind, Gazetteer, Location, Role

HEADER = "2022-01-12"
NATO = {"en": "NATO", "fr": "OTAN"}
SECRETARY_GENERAL = {"en": "NATO secretary general", "fr": "secrétaire général de l’OTAN"}


def office(words: Mapping[str, str], start: str, end: str | None) -> tuple[Role, ...]:
    return (Role(words, None, parse(start), parse(end) if end else None),)


ACTORS = (
    Actor("dale", ActorKind.PERSON, {"en": "Anna Dale"}, (), office(SECRETARY_GENERAL, "2014-10-01", "2024-10-01")),
    Actor("rask", ActorKind.PERSON, {"en": "Mark Rask"}, (), office(SECRETARY_GENERAL, "2024-10-01", None)),
    Actor("orlov", ActorKind.PERSON, {"en": "Ivan Orlov"}, ("Ivan S. Orlov",)),
    Actor("jack-sullivan", ActorKind.PERSON, {"en": "Jack Sullivan"}),
    Actor("joan-sullivan", ActorKind.PERSON, {"en": "Joan Sullivan"}),
    Actor("li", ActorKind.PERSON, {"en": "Wen Li"}),
    Actor("nato", ActorKind.ORGANISATION, NATO, ("North Atlantic Treaty Organization",)),
    Actor("nato-council", ActorKind.ORGANISATION, {"en": "NATO-Russia Council"}),
    Actor("russia", ActorKind.COUNTRY, {"en": "Russia", "fr": "Russie"}),
)
PLACES = (Location("geneva", {"en": "Geneva"}), Location("minsk", {"en": "Minsk"}), Location("bern", {"en": "Bern"}))
GAZETTEER = Gazetteer({each.id: each for each in ACTORS}, {each.id: each for each in PLACES}, {}, {}, {})


def read(text: str, header: str = HEADER, lang: str = "en") -> Findings:
    grammar = grammar_of(lang)
    assert grammar
    return read_article(tuple(text.split("¶")), parse(header), grammar, Lookup(GAZETTEER, grammar))


def named(text: str, lang: str = "en") -> list[str]:
    """The words that name somebody or something, each with whom or what."""
    found = read(text, lang=lang)
    names = ((part.text, name) for part, names in zip(found.paragraphs, found.names, strict=True) for name in names)
    return [f"{text[name.start : name.end]}: {name.who}" for text, name in names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Dale landed. Dale smiled.", ["Anna Dale: dale", "Dale: dale"]),
        ("Dale smiled.", ["Dale: dale"]),
        ("Orlov smiled at Ivan S. Orlov.", ["Orlov: orlov", "Ivan S. Orlov: orlov"]),
        ("President Orlov met Mr. Dale.", ["Orlov: orlov", "Dale: dale"]),
        ("Jack Sullivan landed. Sullivan smiled.", ["Jack Sullivan: jack-sullivan", "Sullivan: jack-sullivan"]),
        ("Joan Sullivan landed.¶Sullivan smiled.", ["Joan Sullivan: joan-sullivan", "Sullivan: joan-sullivan"]),
        ("Peter Holm landed.¶Holm smiled.", ["Peter Holm: Peter Holm", "Holm: Peter Holm"]),
        ("Wen Li landed. Li smiled.", ["Wen Li: li", "Li: li"]),
    ],
)
def test_a_surname_alone_is_whoever_bears_it(text: str, expected: list[str]) -> None:
    assert named(text) == expected


def test_a_surname_of_two_letters_needs_the_full_name_before_it() -> None:
    assert named("Li smiled.") == []


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Sullivan smiled.", ("jack-sullivan", "joan-sullivan")),
        ("Sullivan smiled.¶Jack Sullivan left.", ("jack-sullivan", "joan-sullivan")),
        ("Joan Sullivan met Jack Sullivan. Sullivan smiled.", ("joan-sullivan", "jack-sullivan")),
    ],
)
def test_a_surname_that_several_bear_stays_open_and_is_reported(text: str, ids: tuple[str, ...]) -> None:
    findings = read(text)
    assert "Sullivan" not in [name.partition(":")[0] for name in named(text)]
    assert findings.ambiguous == {"Sullivan": ids}
    (fault,) = left_open(findings, "en")
    assert fault.message == f"“Sullivan” may be {ids[0]} or {ids[1]}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Dales met Orlova and Orlovsky.", []),
        ("Anna Dalesman landed.", ["Anna Dalesman: Anna Dalesman"]),
        ("A NATOish plan, and NATOs of nato's kind.", []),
        ("NATO's envoys met.", ["NATO: nato"]),
        ("The NATO-Russia Council met.", ["NATO-Russia Council: nato-council"]),
        ("The NATO–Russia Council met.", ["NATO–Russia Council: nato-council"]),
        ("The North Atlantic Treaty Organization met.", ["North Atlantic Treaty Organization: nato"]),
        ("Fighting reached Bernburg.", []),
    ],
)
def test_the_longest_name_is_found_and_whole_words_only(text: str, expected: list[str]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("text", ["L'OTAN se réunit.", "Les chefs de l’OTAN.", "Avec l'OTAN, dit-il."])
def test_an_elided_article_is_no_part_of_a_name(text: str) -> None:
    assert named(text, "fr") == ["OTAN: nato"]


@pytest.mark.parametrize(
    ("words", "lang"),
    [
        ("the NATO secretary general", "en"),
        ("the secretary-general of NATO", "en"),
        ("NATO's secretary general", "en"),
        ("the NATO chief", "en"),
        ("le secrétaire général de l’OTAN", "fr"),
    ],
)
@pytest.mark.parametrize(
    ("header", "who"),
    [("2022-01-12", "dale"), ("2025-02-01", "rask"), ("2024", None), ("2010-05-05", None)],
)
def test_an_office_is_whoever_held_it_on_all_days_of_the_header(
    words: str, lang: str, header: str, who: str | None
) -> None:
    said = {"en": f"“We will keep the door open,” said {words}.", "fr": f"« La porte reste ouverte », a dit {words}."}
    (quote,) = read(said[lang], header, lang).quotes
    assert quote.speaker == who


def test_a_name_that_the_gazetteer_lacks_is_listed_once_with_a_line_to_paste() -> None:
    findings = read("Peter Holm met Maria Lund.¶Holm left. Peter Holm’s car, “Maria Lund’s”, waited.")
    assert findings.unknown == ("Peter Holm", "Maria Lund")
    hints = [fault.hint for fault in left_open(findings, "en")]
    assert hints[0] == "if it is somebody, add to actors.yaml: peter-holm: {kind: person, name: {en: Peter Holm}}"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Prime Minister Peter Holm met General Maria Lund.", ["Peter Holm", "Maria Lund"]),
        ("The envoy met US President Peter Holm.", ["Peter Holm"]),
        ("Ruritanian Foreign Minister Olga Brandt met Defense Secretary John Brook.", ["Olga Brandt", "John Brook"]),
        ("But Maria Lund stayed. However Peter Holm left.", ["Maria Lund", "Peter Holm"]),
        ("Last Monday Peter Holm left. In June Maria Lund came.", ["Peter Holm", "Maria Lund"]),
        ("Next June Peter Holm leaves.", ["Peter Holm"]),
        ("Jan Kowal met Ursula von der Stein.", ["Jan Kowal", "Ursula von der Stein"]),
        ("Sean O’Hara met John F. Brook.", ["Sean O'Hara", "John F. Brook"]),
    ],
)
def test_an_unknown_name_is_without_titles_and_the_words_of_its_sentence(text: str, names: list[str]) -> None:
    assert list(read(text).unknown) == names


@pytest.mark.parametrize(
    "text",
    [
        "The Foreign Ministry and the Security Council met in the White House.",
        "Talks at Lindholm University and Central Bank ended.",
        "United Nations envoys came.",
        "Sales rose on Black Friday and on Boxing Day.",
        "Easter Monday and New Year were calm.",
        "Next Tuesday and Last Friday and Any Monday.",
        "The Old Bridge was shut.",
        "Foreign Minister and Prime Minister are offices.",
    ],
)
def test_institutions_and_calendar_words_are_no_people(text: str) -> None:
    assert read(text).unknown == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ministers met in Geneva on Monday.", "geneva"),
        ("Ministers met on Monday at the Geneva airport.", "geneva"),
        ("On Monday, ministers met in Geneva, and envoys of Minsk waited.", "geneva"),
        ("Ministers met on Monday. The hall in Geneva was full.", "geneva"),
        ("Geneva agreed on Monday.", None),
        ("Ministers from Geneva met on Monday.", None),
        ("The Minsk agreements failed on Monday.", None),
        ("Ministers met on Monday and spoke of Minsk.", None),
        ("Ministers met on Monday. “Not in Geneva,” they said.", None),
        ("Ministers met on Monday in Genevaville.", None),
    ],
)
def test_an_event_has_a_place_only_where_something_happens(text: str, place: str | None) -> None:
    findings = read(text)
    assert findings.events[0].place == place
    assert findings.places == ((place,) if place else ())


def test_each_event_has_its_own_place() -> None:
    events = read("Ministers met in Geneva on Monday. In Minsk a strike began on Tuesday. They left on Friday.").events
    assert [event.place for event in events] == ["geneva", "minsk", None]


def test_actors_are_those_of_the_gazetteer_in_the_order_of_the_text() -> None:
    findings = read("Russia waited.¶Peter Holm met Orlov of NATO. Sullivan smiled at Anna Dale, and Dale at NATO.")
    assert findings.actors == ("russia", "orlov", "nato", "dale")
