"""Of which change it can be told without the rest of the project what it makes of an entry."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.config import Project
from generator.load.content import load
from generator.load.revised import revised
from generator.model import Entry

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

PONT, BRIDGE, GUE = (f"content/entries/{name}.md" for name in ("pont", "pont.en", "gue"))
HEAD = "title: Le pont\ndate: 2022-01\nactors: [anna]\n"
FILES = {
    "content/actors.yaml": "anna: {kind: person, name: Anna}\nbob: {kind: person, name: Bob}\n",
    PONT: f"---\n{HEAD}---\n\nÀ minuit.\n",
    BRIDGE: "---\ntitle: The bridge\n---\n\nAt midnight.\n",
    GUE: "---\ntitle: Le gué\ndate: 2023\n---\n\nÀ midi.\n",
    "content/entries/later.md": "---\ntitle: Plus tard\ndraft: true\n---\n\nRien.\n",
    "content/pages/method.md": "---\ntitle: La méthode\n---\n\nSimple.\n",
}


@pytest.fixture
def after(write_site: WriteSite) -> Callable[..., Entry | None]:
    """What is told of the entry after these files have been saved, or removed where they have no text."""

    def change(changes: Mapping[str, str | None]) -> Entry | None:
        project = Project(write_site(FILES))
        before = load(project)
        for name, text in changes.items():
            path = project.root / name
            path.unlink() if text is None else path.write_text(text, "utf-8")
        found = revised(project, before, [*changes])
        if found:
            assert found in load(project).entries
        return found

    return change


TEXTS = [
    {PONT: f"---\n{HEAD}---\n\nÀ l’aube.\n"},
    {PONT: f"---\n{HEAD}summary: Il ouvre.\n---\n\nÀ minuit.\n"},
    {PONT: f"---\n{HEAD.replace('Le', 'Un')}sources: [{{title: S, url: https://a.example/}}]\n---\n\nÀ minuit.\n"},
    {PONT: f"---\n{HEAD}---\n\n[Le gué](gue.md), [la méthode](../pages/method.md), [plus tard](later.md).\n"},
    {BRIDGE: "---\ntitle: A bridge\n---\n\nAt dawn.\n"},
    {PONT: f"---\n{HEAD}---\n\nÀ l’aube.\n", BRIDGE: "---\ntitle: The bridge\n---\n\nAt dawn.\n"},
    {BRIDGE: "---\ntitle: A bridge\ndate: 2022-01\n---\n\nAt dawn.\n"},
]

MORE = [
    {PONT: FILES[PONT].replace("2022-01", "2022-02")},
    {PONT: FILES[PONT].replace("anna", "bob")},
    {PONT: FILES[PONT].replace("title", "aliases: [old]\ntitle")},
    {PONT: FILES[PONT].replace("title", "draft: true\ntitle")},
    {PONT: FILES[PONT].replace("title: Le pont\n", "")},
    {PONT: FILES[PONT].replace("2022-01", "bientôt")},
    {PONT: FILES[PONT].replace("anna", "nobody")},
    {PONT: FILES[PONT].replace("À minuit", "[Rien](nothing.md)")},
    {PONT: None},
    {GUE: None},
    {BRIDGE: None},
    {BRIDGE: "---\ntitle: The bridge\ndraft: true\n---\n\nAt midnight.\n"},
    {BRIDGE: "---\ntitle: The bridge\ndate: 2023\n---\n\nAt midnight.\n"},
    {PONT: f"---\n{HEAD}---\n\nÀ l’aube.\n", GUE: FILES[GUE].replace("midi", "l’aube")},
    {PONT: f"---\n{HEAD}---\n\nÀ l’aube.\n", "content/actors.yaml": FILES["content/actors.yaml"]},
    {"content/entries/new.md": FILES[GUE]},
    {"content/entries/later.md": "---\ntitle: Bientôt\ndraft: true\n---\n\nRien.\n"},
    {"content/pages/method.md": FILES["content/pages/method.md"].replace("Simple", "Bonne")},
    {},
]


@pytest.mark.parametrize("changes", TEXTS)
def test_an_entry_with_other_texts_is_told_as_the_whole_project_would(
    after: Callable[..., Entry | None], changes: Mapping[str, str | None]
) -> None:
    assert after(changes)


@pytest.mark.parametrize("changes", MORE)
def test_of_whatever_else_has_changed_nothing_is_told(
    after: Callable[..., Entry | None], changes: Mapping[str, str | None]
) -> None:
    """Where it stands, who took part, what stands in several files of several entries, or is faulty."""
    assert after(changes) is None
