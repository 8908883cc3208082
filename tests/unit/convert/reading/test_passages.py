"""`find_passages`: what stands in quotation marks, to the character."""

import re

import pytest

from generator.convert.grammars import grammar_of
from generator.convert.reading.article import lay_out

# By rule: paragraphs, joined by ¶; in brackets each passage, with + where it resumes the one before it.
FOUND = {
    "every pair of marks is known": """
        Il répond : « [Oui, bien sûr.] »
        She said “[yes, of course]”.
        She said "[yes]" and "[no]".
        She said ‘[yes]’ and ‘[no]’.
        „[Ja]“, sagte er. „[Nein]”, sagte sie.
        "[Yes]" "[no]" ("[Well],")
    """,
    "spaces and the last comma belong to nobody": """
        “ [Spaced] ”, she said.
        «\u00a0[Espacé]\u202f», dit-elle.
        “[The door is open],” she said.
        “[Is it open?]” she asked.
    """,
    "marks within marks are words of the passage": """
        She said: “[He told us ‘never again’, and left.]”
        She said: “[He told us ‘never again.’]”
        She said “[a "b" c]” to him.
        Il dit « [un “deux” trois] ».
        Il dit « [un « deux » trois] ».
    """,
    "apostrophes are no marks": """
        It’s the mayors’ plan, ‘[a good one]’.
        ‘[It’s the mayors’ plan],’ she said.
        The ‘[old]’ mayors’ ‘[new]’ plan is it.
        “[’Tis a pity],” she said.
        Music of the ’90s and ‘90s was played.
        She said 'yes' to all.
    """,
    "inches are no marks": """
        The door is 6' 10" tall and 30" wide.
    """,
    "several passages stand side by side": """
        “[Yes],” she said, “[and no.]” Then: “[Never.]”
    """,
    "the narrator's words part a passage": """
        « [Oui], dit-il, [+c’est bien] », et « [non] ».
        « [Oui], a-t-il dit, [+c’est], a-t-il ajouté, [+bien] ».
    """,
    "a passage goes on where the next paragraph opens anew": """
        “[First part.]¶“[+Second part.]¶“[+Third],” she said. “[Fourth.]”
        "[First part.]¶"[+Second]," she said.
        ‘[First part.]¶‘[+Second],’ she said.
        « [Un.]¶« [+Deux.]¶» [+Trois] », dit-il.
        "[First]," she said. "[Second.]¶"[+Third]," she said.
        “[He said "no" to us.]¶“[+Then "yes."]”
        “[She told us ‘never again.]¶“[+‘Never’ is long],” he said.
    """,
    "a mark that is never closed opens nothing, and hides nothing": """
        “Never closed, she said.
        She said “never closed. “[Then closed.]” And “[again]”.
        “[Closed],” and then “never closed.¶No mark here.
        A " stray mark, and "[yes]".
        Never opened,” she said.
        “Never closed.¶¶“[Apart.]”
    """,
    "empty marks hold nothing": """
        She said “[]”.
        She said “ []”.
    """,
}


@pytest.mark.parametrize(
    ("rule", "line"), [(rule, line.strip()) for rule, table in FOUND.items() for line in table.strip().splitlines()]
)
def test_a_passage_is_what_its_marks_enclose(rule: str, line: str) -> None:
    grammar = grammar_of("fr" if "«" in line else "en")
    assert grammar
    paragraphs = lay_out(tuple(re.sub(r"\[\+?|\]", "", line).split("¶")), grammar.speech.interruption)
    found = [
        f"{'+' if passage.resumes else ''}{passage.words(paragraph.text)}"
        for paragraph in paragraphs
        for passage in paragraph.passages
    ]
    assert found == re.findall(r"\[(.*?)\]", line), rule
