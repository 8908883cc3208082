"""One entry told in several languages: what a translation says itself, takes from its original, and may not change."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.config import Project
from generator.errors import Code, ContentError, Position, Problem
from generator.load.content import Content, load
from generator.model import Entry, Text

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

GAZETTEER: dict[str, str | bytes] = {
    "content/actors.yaml": "nato: {kind: organisation, name: Otan}\nrussia: {kind: country, name: Russie}\n",
    "content/places.yaml": "geneva: {name: Genève}\nvienna: {name: Vienne}\n",
    "content/themes.yaml": "enlargement: {name: Élargissement}\narms: {name: Armes}\n",
    "content/sequences.yaml": "talks: {title: Pourparlers}\n",
    "content/images/a.png": b"a",
    "content/images/b.png": b"b",
}
OF_ONE_TEXT = {
    "summary": ("Un.", "One."),
    "disputed": ("Oui.", "Yes."),
    "sources": ("[{title: Un}]", "[{title: One}]"),
    "corrections": ("[{date: 2022-02-01, text: Un}]", "[{date: 2022-02-01, text: One}]"),
    "media": ("[{src: images/a.png, alt: Un}]", "[{src: images/b.png, alt: One}]"),
}
OF_THE_FILE = {"published": "2022-01-12", "updated": "2022-01-13", "inferred": "[title]"}
OF_ALL_TEXTS = {
    "date": ("2022", "2023"),
    "type": ("summit", "meeting"),
    "actors": ("[nato, russia]", "[nato]"),
    "places": ("[geneva]", "[vienna]"),
    "themes": ("[arms]", "[]"),
    "sequence": ("{id: talks, step: 1}", "{id: talks, step: 2}"),
    "order": ("1", "2"),
    "aliases": ("[old]", "[older]"),
    "seed": ("{file: a.txt, sha256: a}", "{file: a.txt, sha256: b}"),
    "events": ("[{said: lundi, what: a}]", "[{said: Monday, what: a}]"),
    "quotes": ("[{text: a}]", "[{text: b}]"),
}


def entry(title: str, **fields: str) -> str:
    """An entry with a title and other fields as they are written."""
    lines = [f"{name}: {value}" for name, value in {"title": title, **fields}.items()]
    return "\n".join(["---", *lines, "---", f"{title}.\n"])


def loaded(write_site: WriteSite, files: Mapping[str, str]) -> Content:
    """A site with these entries."""
    entries = {f"content/entries/{name}": text for name, text in files.items()}
    return load(Project(write_site(GAZETTEER | entries)))


def pair(write_site: WriteSite, original: str, translation: str) -> Entry:
    """An entry in French and English."""
    (found,) = loaded(write_site, {"a.md": original, "a.en.md": translation}).entries
    return found


def refused(write_site: WriteSite, files: Mapping[str, str]) -> list[Problem]:
    """What is wrong with these entries."""
    with pytest.raises(ContentError) as error:
        loaded(write_site, files)
    return list(error.value.problems)


def test_an_original_and_its_translation_are_one_entry(write_site: WriteSite) -> None:
    found = pair(write_site, entry("Un", date="2022"), entry("One"))
    assert (found.slug, found.lang) == ("a", "fr")
    assert [(lang, text.lang, text.title, text.body, text.path) for lang, text in found.texts.items()] == [
        ("fr", "fr", "Un", "Un.\n", "content/entries/a.md"),
        ("en", "en", "One", "One.\n", "content/entries/a.en.md"),
    ]


def test_each_text_knows_the_lines_of_its_own_fields(write_site: WriteSite) -> None:
    found = pair(
        write_site, entry("Un", date="2022", disputed="Oui.", themes="[arms]"), entry("One", updated="2022-02-01")
    )
    assert found.texts["fr"].lines == {"title": 2, "date": 3, "disputed": 4, "themes": 5}
    assert found.texts["en"].lines == {"title": 2, "updated": 3}


@pytest.mark.parametrize("name", OF_ONE_TEXT)
def test_a_translation_takes_from_its_original_what_it_does_not_say_itself(name: str, write_site: WriteSite) -> None:
    french, english = OF_ONE_TEXT[name]
    original = entry("Un", date="2022", **{name: french})
    for translation, is_taken in (
        (entry("One"), True),
        (entry("One", **{name: ""}), True),
        (entry("One", **{name: english}), False),
    ):
        texts = pair(write_site, original, translation).texts
        assert getattr(texts["fr"], name)
        assert getattr(texts["en"], name)
        assert (getattr(texts["en"], name) == getattr(texts["fr"], name)) is is_taken


def test_what_nobody_has_reviewed_is_not_reviewed_where_a_translation_takes_it(write_site: WriteSite) -> None:
    """Its actors are those of the original; the title and the summary that it has are its own."""
    original = entry("Un", date="2022", summary="Un.", inferred="[title, lang, summary, actors]")
    assert pair(write_site, original, entry("One")).texts["en"].inferred == ("summary", "actors")
    told = entry("One", summary="One.", inferred="[title]")
    assert pair(write_site, original, told).texts["en"].inferred == ("title", "actors")


@pytest.mark.parametrize("name", OF_THE_FILE)
def test_a_translation_does_not_take_what_is_true_of_the_other_file(name: str, write_site: WriteSite) -> None:
    found = pair(write_site, entry("Un", date="2022", **{name: OF_THE_FILE[name]}), entry("One"))
    plain = Text("en", "", "One", None, "", 1, "", "")
    assert getattr(found.texts["fr"], name)
    assert getattr(found.texts["en"], name) == getattr(plain, name)


@pytest.mark.parametrize("name", OF_ALL_TEXTS)
def test_a_translation_may_repeat_what_is_true_in_every_language(name: str, write_site: WriteSite) -> None:
    value = OF_ALL_TEXTS[name][0]
    found = pair(write_site, entry("Un", **{"date": "2022", name: value}), entry("One", **{name: value}))
    assert found.texts.keys() == {"fr", "en"}


@pytest.mark.parametrize("name", OF_ALL_TEXTS)
def test_a_translation_may_not_differ_in_what_is_true_in_every_language(name: str, write_site: WriteSite) -> None:
    original, other = OF_ALL_TEXTS[name]
    files = {"a.md": entry("Un", **{"date": "2022", name: original}), "a.en.md": entry("One", **{name: other})}
    (problem,) = refused(write_site, files)
    assert (problem.code, problem.position) == (Code.TRANSLATION_DIFFERS, Position(3, 1))
    assert f"content/entries/a.md, line {3 + (name != 'date')}" in problem.message


@pytest.mark.parametrize("name", sorted(OF_ALL_TEXTS.keys() - {"date"}))
def test_a_translation_may_not_add_what_is_true_in_every_language(name: str, write_site: WriteSite) -> None:
    files = {"a.md": entry("Un", date="2022"), "a.en.md": entry("One", **{name: OF_ALL_TEXTS[name][0]})}
    assert [problem.code for problem in refused(write_site, files)] == [Code.TRANSLATION_DIFFERS]


def test_a_difference_is_reported_where_it_stands_also_under_another_name(write_site: WriteSite) -> None:
    files = {"a.md": entry("Un", date="2022", tags="[arms]"), "a.en.md": entry("One", tags="[enlargement]")}
    assert Position(3, 1) in {p.position for p in refused(write_site, files) if p.code is Code.TRANSLATION_DIFFERS}


def test_a_translation_does_not_differ_from_what_is_faulty(write_site: WriteSite) -> None:
    files = {"a.md": entry("Un", date="2022-13"), "a.en.md": entry("One", date="2022-12")}
    assert [problem.code for problem in refused(write_site, files)] == [Code.INVALID_DATE]


def test_a_translation_needs_a_title(write_site: WriteSite) -> None:
    (problem,) = refused(write_site, {"a.md": entry("Un", date="2022"), "a.en.md": entry("")})
    assert (problem.code, problem.path, problem.position) == (
        Code.MISSING_FIELD,
        "content/entries/a.en.md",
        Position(2, 1),
    )


def test_a_draft_is_left_out_with_its_translations_and_named(write_site: WriteSite) -> None:
    files = {"a.md": entry("Un", draft="true"), "a.en.md": entry("One"), "b.md": entry("Deux", date="2022")}
    content = loaded(write_site, files)
    assert [found.slug for found in content.entries] == ["b"]
    assert content.drafts == ("content/entries/a.md",)


def test_a_draft_translation_is_left_out_of_its_entry_and_named(write_site: WriteSite) -> None:
    files = {"a.md": entry("Un", date="2022"), "a.en.md": entry("One", draft="true")}
    content = loaded(write_site, files)
    assert [found.texts.keys() for found in content.entries] == [{"fr"}]
    assert content.drafts == ("content/entries/a.en.md",)


@pytest.mark.parametrize(
    ("name", "fields", "lang", "slug"),
    [
        ("a.md", {}, "fr", "a"),
        ("a.md", {"lang": "en"}, "en", "a"),
        ("a.en.md", {}, "en", "a"),
        ("a.en.md", {"lang": "en"}, "en", "a"),
        ("v1.2.md", {}, "fr", "v1.2"),
        ("v1.2.en.md", {}, "en", "v1.2"),
        ("a.draft.md", {}, "fr", "a.draft"),
    ],
)
def test_the_language_is_that_of_the_file_name_or_of_the_field_or_the_first(
    name: str, fields: dict[str, str], lang: str, slug: str, write_site: WriteSite
) -> None:
    (found,) = loaded(write_site, {name: entry("Un", date="2022", **fields)}).entries
    assert (found.lang, found.slug) == (lang, slug)


def test_the_original_may_be_in_any_language_of_the_site(write_site: WriteSite) -> None:
    files = {"a.md": entry("One", date="2022", lang="en"), "a.fr.md": entry("Un")}
    (found,) = loaded(write_site, files).entries
    assert (found.lang, list(found.texts)) == ("en", ["en", "fr"])


@pytest.mark.parametrize(
    ("name", "fields", "code", "position"),
    [
        ("a.en.md", {"lang": "fr"}, Code.TRANSLATION_DIFFERS, Position(4, 1)),
        ("a.de.md", {}, Code.UNKNOWN_LANGUAGE, Position(1, 1)),
        ("a.pt-BR.md", {}, Code.UNKNOWN_LANGUAGE, Position(1, 1)),
        ("a.gsw.md", {}, Code.UNKNOWN_LANGUAGE, Position(1, 1)),
        ("a.md", {"lang": "de"}, Code.UNKNOWN_LANGUAGE, Position(4, 7)),
    ],
)
def test_a_language_is_one_of_the_site_and_said_once(
    name: str, fields: dict[str, str], code: Code, position: Position, write_site: WriteSite
) -> None:
    (problem,) = refused(write_site, {name: entry("Un", date="2022", **fields)})
    assert (problem.code, problem.position) == (code, position)
