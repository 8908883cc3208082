"""The files that are written for authors."""

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.authoring import without_schema, write_schemas
from generator.config import Project

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
THEMES = "arms: {name: Armes}\n"


def test_schemas_are_written_once_and_again_only_where_ids_have_changed(write_site: WriteSite) -> None:
    project = Project(write_site({"content/themes.yaml": THEMES}))
    assert all(write_schemas(project).values())
    assert not any(write_schemas(project).values())
    (project.content / "themes.yaml").write_text(THEMES + "peace: {name: Paix}\n", "utf-8")
    assert [path.name for path, is_new in write_schemas(project).items() if is_new] == ["entry.json"]


def test_a_file_that_does_not_lead_to_its_schema_is_told_the_line_that_does(write_site: WriteSite) -> None:
    project = Project(write_site({"content/themes.yaml": THEMES, "content/notes.yaml": ""}))
    assert not list(without_schema(project))
    write_schemas(project)
    site, themes = without_schema(project)
    assert themes == (project.content / "themes.yaml", "# yaml-language-server: $schema=.schema/themes.json")
    (project.content / "themes.yaml").write_text(f"{themes[1]}\n{THEMES}", "utf-8")
    assert list(without_schema(project)) == [site]
