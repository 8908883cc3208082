"""`sentences`: where a sentence ends, and where a full stop is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.convert.sentences import sentences

# By rule: paragraphs, with ` | ` where a sentence ends.
SPLIT = {
    "an end mark before a capital letter or a digit ends a sentence": """
        Le pont ouvre. | Il a coûté cher.
        Le pont ouvre. | 100 personnes sont venues.
        Il a ouvert en 2022. | Elle l’a fermé.
        Мост открыт. | Движение началось.
        One. | Two! | Three? | Four
    """,
    "before a small letter it does not": """
        Le pont (env. huit mètres) ouvre. | Oui.
        Il hésite… puis il passe.
        “Really?” he asked. | She nodded.
        Il coûte 3.5 millions. | Non.
    """,
    "titles are abbreviated": """
        Hier, M. Dupont a parlé. | Mme. Durand aussi.
        Mr. Smith met Dr. Jones. | Mrs. Smith left.
        MM. Dupont et Durand passent. | Mlle. Roy attend.
        St. Mary is near. | Gen. Lee agreed.
        Bonn vs. Kiel. | Fin.
    """,
    "so are initials": """
        The U.S. Army came. | It left.
        J. R. Smith spoke. | He left.
        J.-C. Durand arrive. | Il part.
        А. Коваль прийшла. | Усі раді.
    """,
    "months are abbreviated, and what comes before a number": """
        ALDMOOR, Jan. 12 – The bridge opened. | It rained.
        It opened on Sept. 3. | It rained.
        Bridge No. 5 opened. | It rained.
        She said no. | He said yes.
        Am 12. Januar wurde die Brücke eröffnet. | Es regnete.
        Die Brücke wurde am 3. August 2018 eröffnet. | Es regnete.
        Der Fluss stieg auf 12. | Dann sank er.
    """,
    "quotation marks hold their full stops": """
        Il a dit : « Oui. Peut-être. Non », puis il est parti. | Elle reste.
        «Oui. Non», dit-il. | Fin.
        “Yes. Never.” | She left.
        "Yes. Never." | She left.
        Er sagte: „Ja. Vielleicht. Nein“, und ging. | Sie bleibt.
        Er sagte „ja“. | Sie sagte „nein“. | Alle gingen.
        Вона сказала: „Так. Ні“. | Усі пішли.
        He said “yes. Never” and left. | Fin.
        « A “B. C” D. E », dit-il. | F.
    """,
    "ellipses and several marks end one sentence": """
        Il hésite… | Puis il passe.
        Wait... | Never.
        Quoi ?! | Non !!! | Si.
    """,
    "closing marks belong to the sentence": """
        “Is it open?” | Nobody knew.
        Il l’a dit (oui.) | Fin.
        He left [at noon.] | She stayed.
        «Oui !» | Elle part.
        « Non. » | Il est parti.
        «\u00a0Non\u202f!\u00a0» | Il est parti.
        «\u00a0Non\u202f!\u00a0» a-t-il dit. | Il est parti.
    """,
    "a non-breaking space parts sentences too": """
        Le pont ouvre.\u00a0| Il est long.
        Le pont ouvre.\u202f| Il est long.
    """,
}
EXAMPLES = [
    pytest.param([part.strip() for part in line.split("|")], line.replace("| ", "").strip(), id=f"{rule}: {number}")
    for rule, lines in SPLIT.items()
    for number, line in enumerate(lines.strip().split("\n"), 1)
]


@pytest.mark.parametrize(("found", "paragraph"), EXAMPLES)
def test_a_sentence_ends_where_its_rule_says(paragraph: str, found: list[str]) -> None:
    assert sentences(paragraph) == found


@given(st.text("aB .!?…«»“”\"'()\u00a0\n"))
def test_no_character_is_lost_and_no_sentence_is_empty(text: str) -> None:
    found = sentences(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert all(sentence == sentence.strip() != "" for sentence in found)


def test_a_long_run_of_signs_is_looked_at_once() -> None:
    """From each of them anew, nobody would see the end of this test."""
    dots = "…" * 200_000
    assert sentences(f"Un{dots}deux. Trois.") == [f"Un{dots}deux.", "Trois."]
