"""Links between bodies, from the file an author names to the page a reader gets."""

from collections.abc import Callable, Mapping
from pathlib import Path

import html5lib  # type: ignore[import-untyped]
import pytest

from generator.build import editions_of
from generator.config import Project
from generator.load.content import load
from generator.render.planned import Planned

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

HEAD = "---\ntitle: Un\ndate: 2022\npublished: 2022-01-01\n---\n\n"
TRANSLATION = "---\ntitle: One\n---\n\n"
PROJECT = {
    "content/entries/2022/pont.md": HEAD,
    "content/entries/2022/pont.en.md": TRANSLATION,
    "content/pages/method.md": TRANSLATION,
}

# A link in an entry, and where it leads on its page in French and in English.
LINKS = {
    "[a](2022/pont.md)": ("../pont/index.html", "../pont/index.html"),
    "[a](2022/pont.en.md)": ("../pont/index.html", "../pont/index.html"),
    "[a](./2022/pont.md#la-partie)": ("../pont/index.html#text-la-partie", "../pont/index.html#text-la-partie"),
    "[a][b]\n\n[b]: 2022/p%6Fnt.md": ("../pont/index.html", "../pont/index.html"),
    "<a href='2022/pont.md'>a</a>": ("../pont/index.html", "../pont/index.html"),
    "[a](../pages/method.md)": ("../../method/index.html", "../../method/index.html"),
    "[a](a.md)": ("index.html", "index.html"),
    "[a](#partie)": ("#text-partie", "#text-partie"),
    "[a](https://a.example/b.md)": ("https://a.example/b.md", "https://a.example/b.md"),
    "<a@b.example>": ("mailto:a@b.example", "mailto:a@b.example"),
}


def drawn(root: Path) -> dict[str, str]:
    project = Project(root)
    outputs = (
        output
        for output in Planned(project, editions_of(project, load(project))).outputs()
        if not output.path.endswith(".png")
    )
    return {output.path: output.draw().decode() for output in outputs}


def hrefs(page: str) -> list[str]:
    """Where the body of a page leads to."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    (body,) = [element for element in tree.iter("div") if element.get("class") == "body"]
    return [link.get("href") for link in body.iter("a")]


@pytest.mark.parametrize(("body", "expected"), LINKS.items())
def test_a_link_to_a_file_leads_to_its_page_in_the_language_of_the_reader(
    body: str, expected: tuple[str, str], write_site: WriteSite
) -> None:
    site = drawn(write_site(PROJECT | {"content/entries/a.md": HEAD + body}))
    found = tuple(hrefs(site[f"{prefix}entries/a/index.html"]) for prefix in ("", "en/"))
    assert found == tuple([href] for href in expected)


def test_a_link_in_the_feed_is_whole(write_site: WriteSite) -> None:
    site = drawn(write_site(PROJECT | {"content/entries/a.md": f"{HEAD}[a](2022/pont.md#b)"}))
    assert "href=&#34;https://timeline.example/entries/pont/#text-b&#34;" in site["feed.xml"]
    assert "href=&#34;https://timeline.example/en/entries/pont/#text-b&#34;" in site["en/feed.xml"]


def test_a_link_to_a_draft_is_left_as_text_and_named(write_site: WriteSite) -> None:
    draft = HEAD.replace("---\n\n", "draft: true\n---\n\n")
    root = write_site({"content/entries/a.md": f"{HEAD}[a](b.md)", "content/entries/b.md": draft})
    (problem,) = load(Project(root)).warnings
    assert (problem.code, problem.position.line) == ("dead-link", 7)
    assert hrefs(drawn(root)["entries/a/index.html"]) == [None]


def test_the_ids_of_a_body_are_never_those_of_the_page(write_site: WriteSite) -> None:
    body = "<h2 id='main'>a</h2>\n\n<p id='sources'>b</p>\n\n## Review\n\nc[^1]\n\n[^1]: d"
    site = drawn(write_site({"content/entries/a.md": HEAD + body}))
    page = html5lib.parse(site["entries/a/index.html"], namespaceHTMLElements=False)
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert ids == ["main", "text-main", "text-sources", "text-review", "text-fnref:1", "text-fn:1", "cite"]
