"""`generator.text`: one line, a part of an address, a shorter text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import FORBIDDEN, alphabetical, capital, shorten, slugify, squeeze

SQUEEZED = [
    ("one", "one"),
    ("  one \t two\r\n\nthree\f\v four ", "one two three four"),
    ("«\u00a0one\u202f!\u00a0»", "«\u00a0one\u202f!\u00a0»"),
    ("one \u00a0 two", "one \u00a0 two"),
    (" \n ", ""),
]

SLUGS = [
    ("2022-01 Le pont est ouvert !", "2022-01-le-pont-est-ouvert"),
    ("L’été à Genève — où ça ?", "l-ete-a-geneve-ou-ca"),
    ("E\u0301te\u0301", "ete"),
    ("Œuvre, cæsium, Straße, smørrebrød, Łódź", "oeuvre-caesium-strasse-smorrebrod-lodz"),
    ("ŒUVRE ŁÓDŹ, małe", "oeuvre-lodz-male"),
    ("Мост в Йошкар-Оле", "мост-в-йошкар-оле"),
    ("Міст і їжа", "міст-і-їжа"),
    ("橋が開く", "橋が開く"),
    ("snake_case_word", "snake-case-word"),
    ("--a--b--", "a-b"),
    ("\u26a0\ufe0f Le pont \u26a0\ufe0ffermé", "le-pont-ferme"),
    ("…!?", ""),
    ("", ""),
]

SHORTENED = [
    ("one two three", 13, "one two three"),
    ("one two three", 12, "one two…"),
    ("one two three", 8, "one…"),
    ("one two, three four", 13, "one two…"),
    ("one two – three four", 13, "one two…"),
    ("one\u00a0two three four", 12, "one\u00a0two…"),
    ("oneword", 5, "onew…"),
    ("one « two three » four five", 15, "one…"),
    ("one « two three » four five", 24, "one « two three » four…"),
    ("one «two “three four” five» six", 25, "one…"),
    ("one „two three“ four five", 12, "one…"),
    ("one „two three“ four five", 22, "one „two three“ four…"),
    ("one “two three” four five", 12, "one…"),
    ('one "two three" four five', 12, "one…"),
    ('one "two three" four five', 22, 'one "two three" four…'),
    ("one (two three) four five", 12, "one…"),
    ("one [two three] four five", 12, "one…"),
    ("« one two three four »", 12, "« one two…"),
    ("(one two three four)", 12, "(one two…"),
]


@pytest.mark.parametrize(
    "code", [0, 8, 0xB, 0xC, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xD800, 0xFDD0, 0xFDEF, 0xFFFE, 0x1FFFF, 0x10FFFE]
)
def test_controls_and_what_is_no_character_cannot_stand_on_a_page(code: int) -> None:
    assert FORBIDDEN.search(f"a{chr(code)}b")


@pytest.mark.parametrize(
    "code", [9, 0xA, 0xD, 0x20, 0x7E, 0xA0, 0xAD, 0x200B, 0x2028, 0xE000, 0xFDF0, 0xFFFD, 0x1F30D, 0x10FFFD]
)
def test_every_other_character_can(code: int) -> None:
    assert not FORBIDDEN.search(f"a{chr(code)}b")


@pytest.mark.parametrize(("text", "line"), SQUEEZED)
def test_white_space_is_squeezed_but_for_what_does_not_break(text: str, line: str) -> None:
    assert squeeze(text) == line


@pytest.mark.parametrize(("text", "slug"), SLUGS)
def test_a_slug_is_of_small_letters_and_digits_of_any_script(text: str, slug: str) -> None:
    assert slugify(text) == slug


def test_a_slug_is_cut_between_words_at_eighty_characters() -> None:
    assert slugify("a" * 40 + " " + "b" * 39) == "a" * 40 + "-" + "b" * 39
    assert slugify("a" * 40 + " " + "b" * 40) == "a" * 40
    assert slugify("a" * 100) == "a" * 80


@given(st.text())
def test_a_slug_is_never_too_long_and_has_no_hyphen_too_many(text: str) -> None:
    slug = slugify(text, limit=10)
    assert len(slug) <= 10
    assert not slug or all(part[:1].isalnum() for part in slug.split("-"))


@pytest.mark.parametrize(("text", "limit", "short"), SHORTENED)
def test_a_text_is_shortened_between_words_and_outside_marks(text: str, limit: int, short: str) -> None:
    assert shorten(text, limit) == short


@given(st.text('ab ,.«»“”„"()\u00a0'), st.integers(2, 20))
def test_a_short_text_is_whole_or_a_beginning(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


@pytest.mark.parametrize(
    "names",
    [
        "Ada Émile Eva Zoé",
        "abbé Abel Œdipe ogre Zürich",
        "Елена Ёлкин Жуков",
        "Гончар Ґудзь Демченко Євген Жук Зоя Иван Іван Їжак Йосип Яна",
        "Anna Zoe Анна Яна",
    ],
)
def test_names_are_in_the_order_of_the_alphabet(names: str) -> None:
    """An accent or a capital counts for nothing; Latin letters stand before Cyrillic ones."""
    expected = names.split()
    assert sorted({*expected}, key=alphabetical) == expected


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("siège de l’OTAN", "Siège de l’OTAN"),
        ("École", "École"),
        ("штаб-квартира НАТО", "Штаб-квартира НАТО"),
        ("ǆep", "ǅep"),
        ("eBay", "eBay"),
        ("", ""),
    ],
)
def test_words_that_stand_alone_begin_with_a_capital(words: str, label: str) -> None:
    """Unless their second letter is one."""
    assert capital(words) == label
