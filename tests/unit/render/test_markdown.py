"""Markdown to HTML: each body by itself."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.render.markdown import to_html

# What a body leaves behind if the converter remembers it, and a body that would show it.
LEAVES_BEHIND = {
    "a footnote": ("Text[^1].\n\n[^1]: Note.", "Text.", "<p>Text.</p>"),
    "the number of a footnote": (
        "One[^a]. Two[^b].\n\n[^a]: A.\n[^b]: B.",
        "Text[^1].\n\n[^1]: Note.",
        '<p>Text<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>.</p>',
    ),
    "the id of a heading": ("# Title\n\n# Title", "# Title", '<h2 id="title">Title</h2>'),
    "an abbreviation": ("NATO\n\n*[NATO]: An alliance", "NATO", "<p>NATO</p>"),
    "the target of a link": ("[a]\n\n[a]: https://a.example/", "[a]", "<p>[a]</p>"),
}

CONVERTED = {
    "# Titre": '<h2 id="titre">Titre</h2>',
    "# Встреча в Киеве": '<h2 id="встреча-в-киеве">Встреча в Киеве</h2>',
    "# A\n\n## B": '<h2 id="a">A</h2>\n<h3 id="b">B</h3>',
    "*a* **b** `c`": "<p><em>a</em> <strong>b</strong> <code>c</code></p>",
    "```\n<b>\n```": "<pre><code>&lt;b&gt;\n</code></pre>",
    "term\n: what it is": "<dl>\n<dt>term</dt>\n<dd>what it is</dd>\n</dl>",
    "1. a\n\n- b": "<ol>\n<li>a</li>\n</ol>\n<ul>\n<li>b</li>\n</ul>",
    "a  \nb": "<p>a<br>\nb</p>",
    "2022. A year": '<ol start="2022">\n<li>A year</li>\n</ol>',
    "[TOC]": "<p>[TOC]</p>",
    "« 12 » & “13” -- ...": "<p>« 12 » &amp; “13” -- ...</p>",
    "": "",
}


@pytest.mark.parametrize(("before", "body", "html"), LEAVES_BEHIND.values(), ids=LEAVES_BEHIND)
def test_a_body_is_converted_as_if_it_were_the_first(before: str, body: str, html: str) -> None:
    """Nothing of another body is in it."""
    to_html(before)
    assert to_html(body).startswith(html)
    assert ("Note." in to_html(body)) == ("Note." in body)


@settings(deadline=None)
@given(st.lists(st.sampled_from([text for row in LEAVES_BEHIND.values() for text in row[:2]]), min_size=1))
def test_the_same_body_gives_the_same_html_whatever_came_before(bodies: list[str]) -> None:
    """However many came, and in whatever order."""
    alone = {body: to_html(body) for body in bodies}
    assert [to_html(body) for body in reversed(bodies)] == [alone[body] for body in reversed(bodies)]


@pytest.mark.usefixtures("restless")
def test_bodies_that_are_converted_at_a_time_know_nothing_of_each_other() -> None:
    """A preview draws a page while the build draws others."""
    bodies = [f"# {number}\n\nText[^{number}] and *more*.\n\n[^{number}]: Note {number}." for number in range(100)]
    alone = [to_html(body) for body in bodies]
    with ThreadPoolExecutor(4) as threads:
        assert [*threads.map(to_html, bodies)] == alone


@pytest.mark.parametrize(("body", "html"), CONVERTED.items())
def test_a_body_is_html(body: str, html: str) -> None:
    """Headings stand below the page's title, skip no level, and have an address; signs are left as they were typed."""
    assert to_html(body) == html


def test_the_way_back_from_a_footnote_is_called_as_told() -> None:
    """With the number of the note; one converter does not speak another's language."""
    body = "A[^a]. B[^b].\n\n[^a]: One.\n[^b]: Two."
    assert 'title="Note 2"' not in to_html(body)
    assert 'title="Zurück zu 2"' in to_html(body, "Zurück zu {}")
    assert 'title="Note 2"' in to_html(body, "Note {}")
