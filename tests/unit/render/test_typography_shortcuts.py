"""What is left out for speed changes nothing: a page taken apart tag by tag comes out the same."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render import typography
from generator.render.typography import french, typeset

SITE = Path(__file__).parents[2] / "golden" / "site" / "expected"
NO_BREAK, NARROW = "\u00a0", "\u202f"
MARKUP = re.compile(
    r"""(<!--.*?-->|<script\b.*?</script>|<style\b.*?</style>|<[!/]?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL
)
WITHOUT_END = set("area base br col embed hr img input link meta script source style track wbr".split())
SOUP = [
    *" \n«»:;!?1,.aé\u00a0\u202f<>\"'/\u0663",
    *"  ¦12¦100¦ 000¦</¦lang=¦<p>¦</p>¦</P>¦<i>¦</i>¦<br>¦<a/>¦<h1x>¦</h1-x>¦<code>¦</code>¦<pre>¦</pre>".split("¦"),
    *"<p lang=fr>¦<p lang='fr-CA'>¦<P LANG=\"FR\">¦<p lang=\"en\">¦<i\nlang='FR'>¦<p lang=fro>¦<p hreflang=fr>".split(
        "¦"
    ),
    *"<br lang=fr>¦<svg lang=fr/>¦<a title='a > b ?'>¦<a href=\"x lang='en' ?\">¦<code lang=fr>¦<!DOCTYPE a>".split(
        "¦"
    ),
    *"<!--¦-->¦<script>¦<script¦</script>¦<style lang=fr>¦</style>¦<SCRIPT>¦<!a".split("¦"),
]


def slowly(html: str) -> str:
    """Every text of a page looked at by itself, by every rule."""
    return "".join(spaced(piece) if is_french else piece for piece, is_french in pieces(html))


def spaced(text: str) -> str:
    text = re.sub(r"(?<=«)[ \n]+|(?<![ \n])[ \n]+(?=[»:])", NO_BREAK, text)
    text = re.sub(r"(?<![ \n])[ \n]+(?=[;!?])", NARROW, text)
    return re.sub(r"(?<![\d,.])(\d{1,3})((?: \d{3})+)(?!\d)", lambda found: found[0].replace(" ", NARROW), text)


def pieces(html: str) -> Iterator[tuple[str, bool]]:
    """The markup and text of a page in their order, and whether each is French text."""
    open_tags = [("", False, False)]
    for number, piece in enumerate(MARKUP.split(html)):
        _, is_french, is_verbatim = open_tags[-1]
        yield piece, number % 2 == 0 and is_french and not is_verbatim
        if number % 2:
            follow(piece, open_tags)


def follow(tag: str, open_tags: list[tuple[str, bool, bool]]) -> None:
    found = re.match(r"<(/?)([A-Za-z][A-Za-z0-9]*)", tag)
    name = found[2].lower() if found else ""
    if found and found[1]:
        while name in {opened for opened, _, _ in open_tags} and open_tags.pop()[0] != name:
            pass
    elif name and name not in WITHOUT_END and not tag.endswith("/>"):
        _, is_french, is_verbatim = open_tags[-1]
        lang = re.search(r"""\slang=["']?([A-Za-z-]*)""", tag)
        is_french = lang[1].lower().split("-")[0] == "fr" if lang else is_french
        open_tags.append((name, is_french, is_verbatim or name in {"code", "kbd", "pre"}))


def test_a_whole_site_is_set_as_slowly() -> None:
    """In both its languages, with the author's spaces put back."""
    pages = [path.read_text("utf-8").replace(NO_BREAK, " ").replace(NARROW, " ") for path in SITE.rglob("*.html")]
    assert any(typeset(page) != page for page in pages)
    assert [page for page in pages if typeset(page) != slowly(page)] == []


@pytest.mark.parametrize(
    "sign", ["«\na", "« a", "a »", "a\n:", "a ;", "a\n?", "a !", "1 000", "\u0661 \u0662\u0663\u0664"]
)
@pytest.mark.parametrize("tag", ["p", "code", "script"])
def test_a_page_with_a_single_sign_is_set_as_slowly(tag: str, sign: str) -> None:
    """In French and in code, within an element and after it."""
    page = f"<{tag} lang=FR><b>{sign}</b> {sign}</{tag}><p lang='Fr'>{sign}<i lang=en>{sign}</p>{sign}"
    assert typeset(page) == slowly(page) != page
    for text in (f"<p lang=FR>{sign}", f"<p lang=fr><code><b>{sign}</b>{sign}</code></p>"):
        assert typeset(text) == slowly(text)


@settings(deadline=None)
@given(st.lists(st.sampled_from(SOUP), max_size=40).map("".join), st.sampled_from(["", '<html lang="fr">']))
def test_any_soup_of_tags_is_set_as_slowly(soup: str, begins: str) -> None:
    """Tags that are never closed, closed twice or cut off among them."""
    assert typeset(begins + soup) == slowly(begins + soup)
    assert french(soup) == spaced(soup)


@pytest.mark.parametrize("page", ['<p lang="en">What ?</p>', '<p lang="fr">Quoi.</p>', "What ?"])
def test_a_page_without_french_or_without_a_sign_is_not_taken_apart(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Most pages in other languages are such."""
    monkeypatch.setattr(typography, "_MARKUP", None)
    assert typeset(page) == page
