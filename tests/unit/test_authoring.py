"""The files that are written for authors."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.authoring import EntryForm, renew_schemas, without_schema, write_schemas
from generator.config import Project
from generator.errors import SettingsError
from generator.load.content import load
from generator.model import EntryType

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
THEMES = "arms: {name: Armes}\n"


def test_schemas_are_written_once_and_again_only_where_ids_have_changed(write_site: WriteSite) -> None:
    project = Project(write_site({"content/themes.yaml": THEMES}))
    assert all(write_schemas(project).values())
    assert not any(write_schemas(project).values())
    (project.content / "themes.yaml").write_text(THEMES + "peace: {name: Paix}\n", "utf-8")
    assert [path.name for path, is_new in write_schemas(project).items() if is_new] == ["entry.json"]


def test_schemas_are_renewed_where_there_are_some_and_only_those_that_have_changed(write_site: WriteSite) -> None:
    project = Project(write_site({"content/themes.yaml": THEMES}))
    assert (renew_schemas(project), (project.content / ".schema").exists()) == ([], False)
    write_schemas(project)
    assert renew_schemas(project) == []
    (project.content / "themes.yaml").write_text(THEMES + "peace: {name: Paix}\n", "utf-8")
    assert renew_schemas(project) == [project.content / ".schema" / "entry.json"]


def test_a_file_that_does_not_lead_to_its_schema_is_told_the_line_that_does(write_site: WriteSite) -> None:
    project = Project(write_site({"content/themes.yaml": THEMES, "content/notes.yaml": ""}))
    assert not list(without_schema(project))
    write_schemas(project)
    site, themes = without_schema(project)
    assert themes == (project.content / "themes.yaml", "# yaml-language-server: $schema=.schema/themes.json")
    (project.content / "themes.yaml").write_text(f"{themes[1]}\n{THEMES}", "utf-8")
    assert list(without_schema(project)) == [site]


@pytest.mark.parametrize("word", EntryType)
def test_a_new_entry_of_any_type_is_sound(write_site: WriteSite, word: EntryType) -> None:
    project = Project(write_site({}))
    path = EntryForm(project).write("Un titre", "2022-01-12", type=word.value)
    assert path == project.entries / "2022-01-12-un-titre.md"
    content = load(project)
    assert ([entry.type for entry in content.entries], content.warnings) == ([word], ())


@pytest.mark.parametrize(
    "title", ["Yes: no", "#1", "'a' \"b\"", "[x]", "null", "Київ", "  Un   titre ", "…", "a\u200bb"]
)
def test_any_title_is_kept(write_site: WriteSite, title: str) -> None:
    project = Project(write_site({}))
    form = EntryForm(project)
    form.write(form.value("title", title), "2022~")
    assert [entry.text("fr").title for entry in load(project).entries] == [" ".join(title.split())]


def test_every_other_field_stands_there_as_a_comment_and_is_empty_once_it_is_none(write_site: WriteSite) -> None:
    project = Project(write_site({}))
    path = EntryForm(project).write("Un titre", "2022-01", lang="fr")
    written = path.read_text("utf-8")
    assert written.startswith(
        "---\ntitle: Un titre\ndate: 2022-01\nlang: fr\n# type:  # what kind of thing it tells of: article,"
    )
    assert "# summary:  # one or two sentences of plain text\n" in written
    assert "# quotes:  # what the text quotes: a list; its fields are text, speaker\n" in written
    path.write_text(re.sub(r"^# ", "", written, flags=re.MULTILINE), "utf-8")
    assert len(load(project).entries) == 1


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("title", " \t", "the title is empty"),
        ("title", "caf\udcc3\udca9", "the title holds a character that no page can hold; set the terminal to UTF-8"),
        ("date", "soon", "“soon” is no date that can be read; a date is written 2022"),
        ("lang", "de", "“de” is no language of this site"),
        ("type", "meting", "“meting” is no type of entry; did you mean “meeting”?"),
        ("actors", "bob", "“bob” is not the id of an actor in actors.yaml"),
    ],
)
def test_a_value_that_a_field_does_not_take_is_told(write_site: WriteSite, name: str, text: str, said: str) -> None:
    form = EntryForm(Project(write_site({"content/actors.yaml": "anna: {kind: person, name: Anna}\n"})))
    with pytest.raises(SettingsError, match=re.escape(said)):
        form.value(name, text)


def test_a_timestamp_is_written_as_its_day(write_site: WriteSite) -> None:
    assert EntryForm(Project(write_site({}))).value("date", "2022-01-12 09:30") == "2022-01-12"
