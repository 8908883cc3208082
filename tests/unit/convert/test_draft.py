"""`text_of` and `is_untouched`: the file of a draft, and how it knows that nobody has edited it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import frontmatter
from generator.convert.draft import Draft, draft, text_of
from generator.convert.faults import SeedError
from generator.convert.reading.read import Reader
from generator.convert.seal import is_untouched
from generator.convert.seed import read_seed
from generator.frontmatter import Items, Node, Table
from generator.model import Gazetteer
from generator.text import FORBIDDEN

DATED = "date 2022-01 Le pont est ouvert. Il relie les deux villes.\n\nFin des travaux.\n\nAvec l’AFP et Reuters"

FIELDS = {
    DATED: ["title", "date", "lang", "type", "summary", "sources", "published", "seed", "inferred"],
    "date 2022-01 Le pont.": ["title", "date", "lang", "type", "published", "seed", "inferred"],
    "Le pont. Il est là.": ["title", "lang", "type", "summary", "published", "draft", "seed", "inferred"],
    "Le pont.": ["title", "lang", "type", "published", "draft", "seed", "inferred"],
}

READER = Reader(Gazetteer({}, {}, {}, {}, {}))
LINES = st.lists(st.sampled_from(["", "date 2022-01", "Oui.", "\f", "\v", "\u00a0", "\u2028", "#"])).map("\n".join)


def drafted(text: str) -> Draft:
    return draft(read_seed("pont.txt", text.encode()), READER)


def file_of(text: str) -> str:
    return text_of(drafted(text), "en", "2024-03-01")


def plain(node: Node) -> object:
    """Front matter as ordinary values."""
    if isinstance(node, Table):
        return {key: plain(value) for key, value in node.values.items()}
    return [plain(item) for item in node.items] if isinstance(node, Items) else node.text


@pytest.mark.parametrize(("text", "names"), FIELDS.items())
def test_a_draft_has_the_fields_its_seed_allows_and_no_others(text: str, names: list[str]) -> None:
    assert list(frontmatter.split(file_of(text)).head.values) == names


def test_each_field_says_what_the_seed_says() -> None:
    seed = read_seed("pont.txt", DATED.encode())
    file = frontmatter.split(text_of(draft(seed, READER), "en", "2024-03-01"))
    fields = {name: plain(value) for name, value in file.head.values.items()}
    digest = file_of(DATED).partition("  draft: ")[2].partition("\n")[0]
    assert fields == {
        "title": "Le pont est ouvert",
        "date": "2022-01",
        "lang": "fr",
        "type": "article",
        "summary": "Il relie les deux villes.",
        "sources": [
            {"publisher": "Agence France-Presse", "kind": "agency"},
            {"publisher": "Reuters", "kind": "agency"},
        ],
        "published": "2024-03-01",
        "seed": {"file": "pont.txt", "sha256": seed.sha256, "draft": digest.strip("'")},
        "inferred": ["title", "lang", "type", "summary", "sources"],
    }
    assert file.body == "\nLe pont est ouvert. Il relie les deux villes.\n\nFin des travaux.\n"


def test_a_draft_without_a_date_is_held_back() -> None:
    fields = frontmatter.split(file_of("Le pont.")).head.values
    assert plain(fields["draft"]) == "true"
    assert "date" not in fields


def test_the_default_language_stands_in_where_none_can_be_told() -> None:
    assert drafted("Pont Neuf.").lang is None
    assert plain(frontmatter.split(file_of("Pont Neuf.")).head.values["lang"]) == "en"


@given(st.text(st.characters(codec="utf-8")).filter(lambda text: not FORBIDDEN.search(text)))
def test_title_and_summary_are_read_back_as_they_were_found(text: str) -> None:
    found = drafted(f"date 2022-01 Pont {text}")
    fields = frontmatter.split(text_of(found, "en", "2024-03-01")).head.values
    assert plain(fields["title"]) == found.title
    assert (plain(fields["summary"]) if "summary" in fields else None) == found.summary


@given(st.binary() | LINES.map(str.encode))
def test_any_bytes_are_a_draft_or_a_refusal(data: bytes) -> None:
    try:
        seed = read_seed("pont.txt", data)
    except SeedError:
        return
    assert is_untouched(text_of(draft(seed, READER), "en", "2024-03-01"))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("date 2022-01 Le pont est ouvert. Fin.", "2022-01-le-pont-est-ouvert"),
        ("date 2022-01~ Le pont.", "2022-01-le-pont"),
        ("Le pont.", "le-pont"),
        ("Мост открыт.", "мост-открыт"),
        ("?!", "pont-txt"),
    ],
)
def test_the_slug_is_the_date_and_the_title_or_else_the_name_of_the_seed(text: str, slug: str) -> None:
    assert drafted(text).slug == slug


@pytest.mark.parametrize("text", FIELDS)
def test_a_draft_is_untouched_as_written(text: str) -> None:
    assert is_untouched(file_of(text))


def test_line_ends_and_a_mark_are_no_edit() -> None:
    text = file_of(DATED)
    assert is_untouched(text.replace("\n", "\r\n"))
    assert is_untouched("\ufeff" + text)


def test_every_edit_of_one_character_is_seen() -> None:
    text = file_of(DATED)
    for at, character in enumerate(text):
        other = "y" if character == "x" else "x"
        for edited in (text[:at] + text[at + 1 :], text[:at] + other + text[at:], text[:at] + other + text[at + 1 :]):
            assert not is_untouched(edited), (at, edited)
    assert not is_untouched(text + "\n")
    assert not is_untouched(text.replace("draft: ", "draft: '"))


@pytest.mark.parametrize("text", ["", "Le pont.", "---\ntitle: Le pont\n---\n", "---\nseed:\n  file: a.txt\n---\n"])
def test_a_file_without_a_digest_is_a_persons_own(text: str) -> None:
    assert not is_untouched(text)
