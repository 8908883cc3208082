"""French spaces, as a page is drawn. In these tables `~` is a no-break space and `_` a narrow one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.render.typography import french, typeset

# By rule: what an author writes, and what is drawn.
SPACES = {
    "guillemets keep what they hold": """
        « Un pas », dit-il, « rien ».  =  «~Un pas~», dit-il, «~rien~».
    """,
    "a colon has a no-break space before it": """
        Genève : une impasse  =  Genève~: une impasse
    """,
    "semicolons, exclamation and question marks have a narrow one": """
        Quoi ? Non ! Si ; oui ?!  =  Quoi_? Non_! Si_; oui_?!
    """,
    "a number is not broken": """
        100 000 hommes  =  100_000 hommes
        1 000 000,5 et 12 000.  =  1_000_000,5 et 12_000.
    """,
    "numbers that stand side by side are not joined": """
        en 2021 100 hommes  =  en 2021 100 hommes
        le 12 34 hommes  =  le 12 34 hommes
        100 0000  =  100 0000
        3,141 592  =  3,141 592
    """,
    "no space is added where there is none": """
        «mot» à 12:30, http://a.example/?a=1;b=2 Oui!  =  «mot» à 12:30, http://a.example/?a=1;b=2 Oui!
    """,
    "a space that does not break already stays as it is": """
        «_Un pas_»~; oui~!  =  «_Un pas_»~; oui~!
    """,
}

# By rule: a page, and what is drawn of it.
PAGES = {
    "French text has French spaces": """
        <p lang="fr">Quoi ?</p>  =  <p lang="fr">Quoi_?</p>
        <p lang="fr-CA">Quoi ?</p>  =  <p lang="fr-CA">Quoi_?</p>
    """,
    "text in another language stays as it is": """
        <p lang="en">What ?</p>  =  <p lang="en">What ?</p>
        <p>What ?</p>  =  <p>What ?</p>
        <p hreflang="fr">What ?</p>  =  <p hreflang="fr">What ?</p>
        <p lang="fro">Quoi ?</p>  =  <p lang="fro">Quoi ?</p>
    """,
    "the language is that of the innermost element that names one": """
        <div lang="fr"><p lang="en">A ?</p> B ?</div> C ?  =  <div lang="fr"><p lang="en">A ?</p> B_?</div> C ?
        <div lang="en"><i lang="fr"><b>A ?</b></i> B ?</div>  =  <div lang="en"><i lang="fr"><b>A_?</b></i> B ?</div>
    """,
    "tags and comments stay as they are": """
        <a lang="fr" href="/?a ?" title="a > b ?">A ?</a>  =  <a lang="fr" href="/?a ?" title="a > b ?">A_?</a>
        <p lang="fr"><!-- a ? > b ? -->A ?</p>  =  <p lang="fr"><!-- a ? > b ? -->A_?</p>
    """,
    "code stays as it is": """
        <p lang="fr"><code>a ? <b>b :</b> c</code> d ?</p>  =  <p lang="fr"><code>a ? <b>b :</b> c</code> d_?</p>
        <pre lang="fr">a ? b : c</pre>  =  <pre lang="fr">a ? b : c</pre>
        <style lang="fr">a :hover {}</style>  =  <style lang="fr">a :hover {}</style>
        <p lang="fr">A ?<script>a<b ? c : d</script> B ?</p>  =  <p lang="fr">A_?<script>a<b ? c : d</script> B_?</p>
    """,
    "a sign next to a tag is one like any other": """
        <p lang="fr">« <em>Un pas</em> » ; <b>oui</b> ?</p>  =  <p lang="fr">«~<em>Un pas</em>~»_; <b>oui</b>_?</p>
    """,
    "elements without an end do not stay open": """
        <p lang="fr"><br lang="en">B ?<img lang="en">C !</p>  =  <p lang="fr"><br lang="en">B_?<img lang="en">C_!</p>
        <svg lang="fr"><rect lang="en"/>A ?</svg>  =  <svg lang="fr"><rect lang="en"/>A_?</svg>
        <ul lang="fr"><li lang="en">A ?</ul><p>B ?</p>  =  <ul lang="fr"><li lang="en">A ?</ul><p>B ?</p>
    """,
}


def rows(tables: dict[str, str]) -> list[object]:
    """A rule's rows, each with its rule as its name."""
    return [
        pytest.param(
            *(part.strip() for part in spaced(line).split("  =  ")), id=f"{rule}: {line.split('  =  ')[0].strip()}"
        )
        for rule, table in tables.items()
        for line in table.strip().splitlines()
    ]


def spaced(line: str) -> str:
    return line.replace("~", "\u00a0").replace("_", "\u202f")


@pytest.mark.parametrize(("written", "drawn"), rows(SPACES))
def test_a_space_gives_way_to_one_that_does_not_break(written: str, drawn: str) -> None:
    """Only a space that is there becomes another."""
    assert french(written) == drawn


@pytest.mark.parametrize(("written", "drawn"), rows(PAGES))
def test_only_french_words_of_a_page_are_typeset(written: str, drawn: str) -> None:
    """French alone, and no code."""
    assert typeset(written) == drawn


def test_a_line_that_breaks_before_a_sign_is_joined() -> None:
    """Markdown keeps the author's line breaks, and a browser shows them as spaces."""
    assert french("« Un pas\n» dit-il\n!") == "«\u00a0Un pas\u00a0» dit-il\u202f!"


@pytest.mark.parametrize("sign", ["", "!", ":", "»"])
def test_a_long_run_of_spaces_is_looked_at_once(sign: str) -> None:
    """From each of its spaces anew, nobody would see the end of this test."""
    assert french(f"a{' ' * 300_000}{sign}b").split() == ["a", f"{sign}b"]


@given(st.text("« »:;!?a1\n\u00a0\u202f"))
def test_nothing_but_spaces_ever_changes(text: str) -> None:
    """And drawing what was drawn changes nothing more."""
    drawn = french(text)
    assert "".join(drawn.split()) == "".join(text.split())
    assert french(drawn) == drawn
