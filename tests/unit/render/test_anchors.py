"""A link to a part of a text is told where the text has no such part."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.build import build, check_content
from generator.chronology.arrange import arrange
from generator.config import BuildOptions, Project
from generator.errors import Code, Severity
from generator.languages import open_languages
from generator.load.content import load
from generator.render.anchors import dead_parts
from generator.render.plan import editions

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

HEAD = "---\ntitle: Un\ndate: 2022\npublished: 2022-01-01\n---\n\n"
TRANSLATION = "---\ntitle: One\n---\n\n"
OTHERS = {
    "content/entries/pont.md": HEAD + "## La première pierre\n\nTexte[^1].\n\n[^1]: Note.",
    "content/entries/bare.md": HEAD + "Texte.",
    "content/pages/method.md": TRANSLATION + "<p id='a-b'>Text</p>\n\n```\n<p id='c'>\n```",
}


def told(root: Path) -> list[tuple[str, int, int, str, str]]:
    """What is said of dead parts: file, line, column, message and hint."""
    project = Project(root)
    content = load(project)
    languages = open_languages(content.site.languages, project.layouts)
    chronology = arrange(content.entries, content.gazetteer)
    found = [*dead_parts(editions(content.site, content.gazetteer, chronology, content.prose, languages))]
    assert {(problem.code, problem.severity) for problem in found} <= {(Code.DEAD_LINK, Severity.WARNING)}
    return [(one.path, one.position.line, one.position.column, one.message, one.hint) for one in found]


@pytest.mark.parametrize(
    ("body", "target", "hint"),
    [
        ("a [b](pont.md#la-premiere-pier)", "pont.md", "did you mean “la-premiere-pierre”?"),
        ("a [b](pont.md#text-fn:1)", "pont.md", "did you mean “fn:1”?"),
        ("a [b](bare.md#x)", "bare.md", "leave out the # and what comes after it"),
        ("a [b](../pages/method.md#c)", "../pages/method.md", "it can be a-b"),
        ("a [b](#main)\n\n## Ici", "a.md", "it can be ici"),
        ("a <a href='#sources'>b</a>", "a.md", "leave out the # and what comes after it"),
    ],
)
def test_a_part_that_is_not_there_is_named_with_its_line(
    body: str, target: str, hint: str, write_site: WriteSite
) -> None:
    """The ids of the page around a text are no parts of it, nor is what stands in code."""
    body = body.replace("premiere", "première")
    (found,) = told(write_site({**OTHERS, "content/entries/a.md": HEAD + body}))
    path, line, column, message, said = found
    link = message.split("“")[1].split("”")[0]
    assert (path, line, column) == ("content/entries/a.md", 7, body.index(link) + 1)
    assert message.endswith(f"names no part of content/{Path('entries', target)}".replace("entries/../", ""))
    assert said == hint.replace("premiere", "première")


@pytest.mark.parametrize(
    "body",
    [
        "[a](pont.md#la-première-pierre)",
        "[a](pont.md#la-premi%C3%A8re-pierre)",
        "[a](pont.md#fn:1)",
        "[a](../pages/method.md#a-b)",
        "[a](pont.md)",
        "## Ici\n\n[a](#ici)",
        "a[^1]\n\n[^1]: b",
        "<h2 id='x'>a</h2>\n\n[b](#x)",
        "`[a](#b)`",
        "[a](https://a.example/#b)",
    ],
)
def test_a_part_that_is_there_is_no_fault(body: str, write_site: WriteSite) -> None:
    assert told(write_site({**OTHERS, "content/entries/a.md": HEAD + body})) == []


def test_a_text_is_held_against_those_of_each_edition_it_is_shown_in(write_site: WriteSite) -> None:
    """One that is not translated leads its readers in another language to a translation with parts of its own."""
    files = {
        "content/entries/a.md": f"{HEAD}[b](b.md#ici)",
        "content/entries/b.md": f"{HEAD}## Ici",
        "content/entries/b.en.md": f"{TRANSLATION}## Here",
    }
    root = write_site(files)
    assert [(path, message) for path, _, _, message, _ in told(root)] == [
        ("content/entries/a.md", "the link “b.md#ici” names no part of content/entries/b.en.md")
    ]
    (root / "content/entries/a.en.md").write_text(f"{TRANSLATION}[b](b.md#here)", "utf-8")
    assert told(root) == []


def test_check_and_a_build_tell_it(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": f"{HEAD}[b](#ici)"})
    built = build(Project(root), BuildOptions(root / "site", "2022-01-12", search=False), lambda *_: lambda: None)
    checked = check_content(Project(root), lambda *_: lambda: None)
    for warnings in (built.warnings, checked.warnings):
        assert [one.position.line for one in warnings if one.code is Code.DEAD_LINK] == [7]
