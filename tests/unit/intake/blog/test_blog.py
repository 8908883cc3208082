"""A folder of posts becomes entries, one by one; what cannot be taken is named, and the others are taken."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.config import Project
from generator.errors import Code, ContentError, SettingsError, Severity
from generator.importing import take_foreign
from generator.intake.intake import write
from generator.intake.outcome import Fate, Intake
from generator.load.content import load

WriteSite = Callable[[Mapping[str, str | bytes]], Path]


def head(fields: str = "", body: str = "") -> str:
    return f"---\ntitle: T\n{fields}\n---\n{body}"


def taken(write_site: WriteSite, posts: Mapping[str, str | bytes], content: Mapping[str, str] | None = None) -> Intake:
    root = write_site({f"blog/{name}": data for name, data in posts.items()} | dict(content or {}))
    found = take_foreign(Project(root), root / "blog", "en", "2024-03-01")
    list(write(found))
    load(Project(root))
    return found


def names(found: Intake) -> list[str]:
    return [outcome.path.name for outcome in found.outcomes]


def errors(found: Intake) -> list[tuple[str, Code]]:
    return [(Path(each.path).name, each.code) for each in found.problems if each.severity is Severity.ERROR]


def test_each_post_is_an_entry_or_named(write_site: WriteSite) -> None:
    posts: dict[str, str | bytes] = {
        "2020-01-02-a.md": head(),
        "b.md": head(),
        "c.njk": "",
        "2020-01-02-d.md": b"\x81\x8d",
        "2020-01-02-e.md": head("x: [", ""),
        "2020-01-02-f.md": head("lang: de"),
        "2020-01-02-g.md": head(body="> " * 60 + "x"),
    }
    found = taken(write_site, {f"_posts/{name}": data for name, data in posts.items()})
    assert names(found) == ["2020-01-02-a.md"]
    assert errors(found) == [
        ("2020-01-02-d.md", Code.ENCODING),
        ("2020-01-02-e.md", Code.YAML),
        ("2020-01-02-f.md", Code.UNKNOWN_LANGUAGE),
        ("2020-01-02-g.md", Code.TOO_DEEP),
        ("b.md", Code.MISSING_FIELD),
        ("c.njk", Code.UNREADABLE),
    ]


def test_a_link_to_a_post_that_is_refused_leads_nowhere(write_site: WriteSite) -> None:
    posts = {"a.md": head("date: 2020", "[b](b.md)"), "b.md": head("date: 2020", "> " * 60 + "x")}
    found = taken(write_site, posts)
    assert found.outcomes[0].text.endswith("---\n\nb\n")
    assert [(Path(each.path).name, each.code) for each in found.problems] == [
        ("a.md", Code.DEAD_LINK),
        ("b.md", Code.TOO_DEEP),
    ]


def test_a_page_with_a_date_elsewhere_is_named(write_site: WriteSite) -> None:
    found = taken(write_site, {"posts/a.md": head("date: 2020"), "til/b.md": head("date: 2020")})
    assert [(Path(each.path).name, each.code) for each in found.problems] == [("b.md", Code.UNUSED_FILE)]


def test_a_folder_without_a_post_is_refused(write_site: WriteSite) -> None:
    with pytest.raises(ContentError) as error:
        taken(write_site, {"a.png": ""})
    assert error.value.problems[0].code is Code.MISSING_FILE


def test_posts_of_one_name_are_numbered(write_site: WriteSite) -> None:
    assert names(taken(write_site, {"x/a.md": head("date: 2020"), "y/a.md": head("date: 2021")})) == ["a.md", "a-2.md"]


@pytest.mark.parametrize(
    ("name", "fields", "entry"),
    [
        ("2020-01-02-My_Post.md", "", "2020-01-02-my-post.md"),
        ("2020-01-02-a.md", "slug: b/c", "2020-01-02-b-c.md"),
        ("☃.md", "date: 2020", "t.md"),
        ("con.md", "date: 2020", "con-2.md"),
        ("a/index.md", "date: 2020", "a.md"),
    ],
)
def test_an_entry_is_called_as_its_post(name: str, fields: str, entry: str, write_site: WriteSite) -> None:
    assert names(taken(write_site, {name: head(fields)})) == [entry]


def test_a_translation_stands_beside_its_original_and_says_only_its_own(write_site: WriteSite) -> None:
    posts = {"a.md": head("date: 2020-01-02\ntags: [x]"), "a.fr.md": head("date: 2020-01-02\ntags: [x]\nsummary: S")}
    found = taken(write_site, posts)
    assert names(found) == ["a.md", "a.fr.md"]
    assert found.outcomes[1].text == "---\ntitle: T\nsummary: S\npublished: 2020-01-02\n---\n"


def test_folders_of_languages_hold_translations(write_site: WriteSite) -> None:
    posts = {f"content/{lang}/posts/a.md": head("date: 2020") for lang in ("en", "fr")}
    assert names(taken(write_site, posts | {"hugo.toml": "baseURL = 'https://a.example'"})) == ["a.md", "a.fr.md"]


def test_old_addresses_are_aliases_where_no_other_entry_has_them(write_site: WriteSite) -> None:
    posts = {
        "a.md": head("date: 2020\naliases: [/x/old/, /x/mine/, /x/b/, /x/☃/, /:title/, /a/, con]"),
        "b.md": head("date: 2020\npermalink: /y/old/"),
    }
    found = taken(write_site, posts, {"content/entries/mine.md": "---\ntitle: M\ndate: 2020\n---\n"})
    assert "aliases: [old]\n" in found.outcomes[0].text
    assert [each.message for each in found.problems if each.code is Code.ALIAS_TAKEN] == [
        f"the old address “{address}” ends as another entry’s, and is left out"
        for address in ("/x/b/", "/x/mine/", "/y/old/")
    ]
    assert found.unused == {"old addresses that no entry can have": 3}


def test_data_files_of_eleventy_hold_for_their_folder(write_site: WriteSite) -> None:
    posts = {"posts/a.md": head("date: 2020"), "posts/posts.json": '{"tags": ["x"], "lang": "fr"}', "posts/a.json": "["}
    found = taken(write_site, posts)
    assert "lang: fr\nthemes: [x]\n" in found.outcomes[0].text
    assert errors(found) == [("a.json", Code.UNREADABLE)]


def test_letters_of_windows_are_read_and_named(write_site: WriteSite) -> None:
    found = taken(write_site, {"a.md": head("date: 2020", "é").encode("cp1252")})
    assert found.outcomes[0].text.endswith("é\n")
    assert [(each.code, each.position.line) for each in found.problems] == [(Code.ENCODING, 5)]


def test_names_that_only_signs_tell_apart_are_themes_of_their_own(write_site: WriteSite) -> None:
    posts = {"a.md": head("date: 2020\ntags: [C++, C, c, '★']")}
    found = taken(write_site, posts)
    assert "themes: [c, c-2]" in found.outcomes[0].text
    assert [addition.ids for addition in found.additions] == [("c", "c-2")]
    assert [each.code for each in found.problems] == [Code.INVALID_SLUG]


def test_what_was_imported_is_unchanged_and_what_was_edited_is_left_alone(write_site: WriteSite) -> None:
    posts = {"a.md": head("date: 2020-01-02"), "b.md": head("date: 2020\ntags: x"), "b.fr.md": head("date: 2020")}
    taken(write_site, posts)
    assert {outcome.fate for outcome in taken(write_site, posts).outcomes} == {Fate.UNCHANGED}
    found = taken(write_site, posts | {"a.md": head("date: 2020-01-03")})
    assert [outcome.fate for outcome in found.outcomes] == [Fate.KEPT, Fate.UNCHANGED, Fate.UNCHANGED]
    assert [each.code for each in found.problems] == [Code.PATH_CLASH]


def test_the_entries_of_the_project_itself_are_not_imported(write_site: WriteSite) -> None:
    root = write_site({"content/entries/2020.md": head("date: 2020\ntype: other")})
    for folder in (root, root.parent, root / "content", root / "content/entries"):
        with pytest.raises(SettingsError, match="would be doubled"):
            take_foreign(Project(root), folder, "en", "2024-03-01")
