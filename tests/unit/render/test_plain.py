"""A body as plain text: what a reader of its page sees, and nothing of how it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.plain import to_text

BODIES = [
    ("Un *mot* et **deux**.", "Un mot et deux."),
    ("# Titre\n\nTexte.\n\n- un\n- deux", "Titre Texte. un deux"),
    ("[lien](https://a.example/) vers", "lien vers"),
    ("H<sub>2</sub>O, XX<sup>e</sup> siècle", "H2O, XXe siècle"),
    ("fin<br>début", "fin début"),
    ("A &amp; B &lt;c&gt; `x < y`", "A & B <c> x < y"),
    ("| a | b |\n|---|---|\n| c | d |", "a b c d"),
    ("Dit.[^1] Encore.\n\n[^1]: Une note.", "Dit. Encore. Une note."),
    ("Avant.\n\n<script>alert(1)</script>\n\nAprès.", "Avant. Après."),
    ("Avant. <!-- caché --> Après.", "Avant. Après."),
    ("<div>Avant. <![ if !IE]> Après.</div>", "Avant. Après."),
    ("<div>Avant. <![endif]-->Après.</div>", "Avant. Après."),
    ("Avant <![ après", "Avant <![ après"),
    ("«\u00a0Non\u00a0»", "«\u00a0Non\u00a0»"),
    ("", ""),
]


@pytest.mark.parametrize(("body", "text"), BODIES)
def test_a_body_is_read_as_its_page_shows_it(body: str, text: str) -> None:
    assert to_text(body) == text


PIECES = st.sampled_from(
    ["<div>", "</div>", "<p", "<![", "<!", "<?", "</", "<!--", "-->", "]]>", ">", "a", " ", "\n", "CDATA["]
)


@given(st.lists(PIECES | st.text(st.characters(exclude_categories=["Cs"]), max_size=2)).map("".join))
def test_any_body_is_read(body: str) -> None:
    to_text(body)
