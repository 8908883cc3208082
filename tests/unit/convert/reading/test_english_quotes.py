"""Who said it, in English: a line for every rule, and one for what only looks like it."""

import re

import pytest

from generator.convert.grammars.english import english
from generator.convert.grammars.english.speech import SPEECH
from generator.convert.reading.gazetteer import Lookup
from generator.convert.reading.read import read_article
from generator.dates import parse
from generator.model import Actor, ActorKind, Gazetteer, Role


def person(id_: str, name: str, office: str | None = None) -> Actor:
    roles = (Role({"en": office}, None, parse("2020"), None),) if office else ()
    return Actor(id_, ActorKind.PERSON, {"en": name}, (), roles)


ACTORS = (
    person("dale", "Anna Dale", "NATO secretary general"),
    person("orlov", "Ivan Orlov", "President of Russia"),
    person("petrov", "Boris Petrov", "Kremlin spokesman"),
    person("vance", "Ellen Vance", "US secretary of state"),
    Actor("nato", ActorKind.ORGANISATION, {"en": "NATO"}),
    Actor("us", ActorKind.COUNTRY, {"en": "United States"}),
)
ENGLISH = english()
LOOKUP = Lookup(Gazetteer({each.id: each for each in ACTORS}, {}, {}, {}, {}), ENGLISH)

# By rule: in brackets the words that are somebody's, after the stroke who says them; paragraphs are joined by ¶.
SAID = {
    "after: said X": """
        “[We will keep the door open],” said Anna Dale on Monday. | dale
        “[We will keep the door open]”, said the alliance's Anna Dale. | dale
        “[We are ready],” added Orlov, who met Ellen Vance in the port. | orlov
        “[We are ready],” said President Orlov after talks with Ellen Vance. | orlov
        “[We will keep the door open],” said the NATO secretary general. | dale
        “[We will keep the door open],” said Orlov's spokesman, Boris Petrov. | petrov
        “[Is the door open?]” asked Maria Lund. | Maria Lund
    """,
    "after: X said": """
        “[We will keep the door open],” Anna Dale said. | dale
        “[We will keep the door open],” NATO secretary general Anna Dale told reporters. | dale
        “[We are ready],” Orlov also said on Monday. | orlov
        “[We are ready],” Orlov's spokesman Boris Petrov said. | petrov
        “[We are ready],” Ellen Vance, the US secretary of state, said. | vance
        “[We are ready],” the US secretary of state, Ellen Vance, said. | vance
        “[We are ready],” the American secretary of state has said. | vance
        “[We are ready],” Orlov, speaking in the port, said. | orlov
        “[We are ready],” Anna Dale, who met Ellen Vance, said. | dale
        Ivan Orlov shrugged. “[We are ready],” he told Anna Dale. | orlov
        Anna Dale came home. “[We are ready],” she said. | dale
    """,
    "after: quoted X as saying": """
        “[We will keep the door open],” the agency quoted Anna Dale as saying. | dale
        Ivan Orlov spoke on Monday. “[We are ready],” the agency quoted him as saying. | orlov
    """,
    "after: according to X": """
        “[We will keep the door open],” according to Anna Dale. | dale
        “[We will keep the door open],” in the words of NATO's secretary general. | dale
    """,
    "before: X said": """
        Anna Dale said: “[We will keep the door open.]” | dale
        Anna Dale called the plan “[a bad joke]”. | dale
        Anna Dale recalled “[a long winter]”. | dale
        Anna Dale turned down what Orlov called “[a bad joke]”. | orlov
        The envoy came late, and Anna Dale told him “[enough]”. | dale
        Anna Dale met the envoy and called the plan “[a bad joke]”. | dale
        Mr Orlov has declared that day a “[day of unity]”, and flags were hung out. | orlov
    """,
    "before: according to X,": """
        According to Anna Dale, “[the door stays open]”. | dale
        For Anna Dale, “[the door stays open]”. | dale
    """,
    "before: X: “…”": """
        Anna Dale left the room: “[We will keep the door open.]” | dale
        Orlov's car stood in the rain: “[We will keep the door open.]” | -
    """,
    "around: …, said X": """
        The door is “[wide open to all]” by law, said Anna Dale. | dale
    """,
    "around: …, X said": """
        The door is “[wide open to all]” by law, Anna Dale said. | dale
        Ivan Orlov smiled. The door is “[wide open to all]” by law, he said. | orlov
    """,
    "around: according to X": """
        The door is “[wide open to all]” by law according to Anna Dale. | dale
    """,
}

# By rule: as above; after the stroke one speaker for each passage, “-” for nobody named.
ALSO = {
    "a sentence that is all quotation goes on": """
        “[We are ready],” Ivan Orlov said. “[We have always been ready.]” | orlov orlov
        “[We are ready],” Ivan Orlov said.¶“[We have always been ready],” he added. | orlov orlov
        “[We are ready],” Ivan Orlov said.¶“[We have always been ready.]” | orlov orlov
        “[We are ready],” Ivan Orlov said, adding: “[We will wait.]” | orlov orlov
        Ivan Orlov said: “[We are ready.]¶“[We have always been ready.]” | orlov orlov
    """,
    "several passages of a sentence have each its speaker": """
        Anna Dale called the plan “[a bad joke]” and Ellen Vance warned of “[a long winter]”. | dale vance
        Anna Dale called the plan “[a bad joke]” and warned of “[a long winter]”. | dale dale
        Ivan Orlov said the plan was “[no threat]” but “[a promise]”. | orlov orlov
    """,
    "she and he are whom the text was about": """
        Ivan Orlov spoke. “[We are ready],” he said. Ellen Vance came. “[So are we],” she said. | orlov vance
        Mrs Vance came first. “[We are ready],” she said. “[We will wait here],” he said. | vance -
        Mrs Vance listened. Ivan Orlov spoke. “[We have always been ready],” she said. | -
        “[We have always been ready],” she said. | -
        “[We have always been ready],” he told Anna Dale. | -
    """,
    "who is joined with another speaks for neither": """
        “[We have always been ready],” Anna Dale and Ellen Vance said. | -
        “[We have always been ready],” said Anna Dale and Ellen Vance. | -
        “[We have always been ready],” said Anna Dale and President Orlov. | -
        Neither Anna Dale nor Ivan Orlov said the door was “[open to all of us]”. | -
        “[We will keep the door open],” said Anna Dale, and Ellen Vance smiled. | dale
    """,
    "a genitive is not the speaker": """
        “[We have always been ready],” Orlov's spokesman said. | -
        “[We have always been ready],” said Orlov’s spokesman. | -
        “[We have always been ready],” said President Orlov's spokesman. | -
        “[We have always been ready],” said the spokesman of Ivan Orlov. | -
    """,
    "a name after a preposition is not the speaker": """
        “[We have always been ready],” an official close to Ivan Orlov said. | -
        “[We have always been ready],” a man with Ivan Orlov said. | -
    """,
    "a body, or somebody new, is not whom the text was about": """
        Ivan Orlov spoke. “[We have always been ready],” the Foreign Ministry said. | -
        Ivan Orlov spoke. “[We have always been ready],” a diplomat said. | -
        Ivan Orlov, a diplomat, spoke. “[We have always been ready],” said the diplomat. | orlov
        Ivan Orlov, a diplomat, spoke. “[We have always been ready],” said a diplomat from the north. | -
        “[We have always been ready],” the Kremlin spokesman said. | petrov
        “[We have always been ready],” a Kremlin spokesman said. | -
        “[We have always been ready],” said a Kremlin spokesman. | -
    """,
    "a clause that follows is another matter": """
        The posters promised “[a door wide open to all]” and Ellen Vance warned of more. | -
        The posters promised “[a door wide open to all]”, and Ellen Vance warned of more. | -
        The posters promised “[a door wide open to all]”, but Ellen Vance said no. | -
        “[We have always been ready]”, while Ellen Vance said little. | -
    """,
    "words that nobody says are quoted when they are many": """
        Fog hid the “[little green men in masks]” for days. | -
        On every wall stood “[we are ready for anything]” in red. | -
    """,
}

NOBODYS_WORDS = """
    The so-called “median line of the strait” runs east.
    The film “The Long Winter of our town and its people” won a prize.
    Her book, “A Door left open to the Sea”, sold well.
    Anna Dale said she had read the novel “Winter in the Port”.
    Anna Dale praised the operation codenamed “Open Door”.
    Fog hid the “median line” for days.
    The bar “Long Winter of the Old Port” was shut.
    Anna Dale said “” and left.
    “Never closed, Anna Dale said.
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


def quoted(text: str) -> list[tuple[str, str, str]]:
    findings = read_article(tuple(text.split("¶")), parse("2022-01-12"), ENGLISH, LOOKUP)
    return [(quote.text, quote.speaker or "-", quote.rule) for quote in findings.quotes]


def without_brackets(text: str) -> str:
    return re.sub(r"[\[\]]", "", text)


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, table in SAID.items() for line in lines(table)])
def test_a_rule_finds_the_speaker(rule: str, line: str) -> None:
    text, _, speaker = line.partition(" | ")
    (words,) = re.findall(r"\[(.*)\]", text)
    assert quoted(without_brackets(text)) == [(words, speaker, rule.partition(": ")[2])]


def test_every_rule_has_its_lines() -> None:
    tables = {"after": SPEECH.after, "before": SPEECH.before, "around": SPEECH.around}
    assert list(SAID) == [f"{where}: {rule.name}" for where, rules in tables.items() for rule in rules]


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, table in ALSO.items() for line in lines(table)])
def test_words_between_marks_are_quotations_of_those_who_said_them(rule: str, line: str) -> None:
    text, _, speakers = line.partition(" | ")
    found = [(words, speaker) for words, speaker, _ in quoted(without_brackets(text))]
    assert found == list(zip(re.findall(r"\[(.*?)\]", text), speakers.split(), strict=True)), rule


@pytest.mark.parametrize("text", lines(NOBODYS_WORDS))
def test_names_titles_and_words_held_at_a_distance_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0"])
def test_a_long_run_of_spaces_after_a_quotation_is_looked_at_once(blank: str) -> None:
    """Were it parted at each of its spaces, nobody would see the end of this test."""
    found = read_article((f"“Yes,”{blank * 4000}; “no,” Anna Dale said.",), None, ENGLISH, LOOKUP)
    assert found.quotes[-1].speaker == "dale"
