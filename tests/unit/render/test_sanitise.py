"""What an author's HTML may hold: nothing that runs, and all that is documented."""

import re
from collections.abc import Iterator
from html import escape
from xml.etree import ElementTree as ET

import html5lib  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.markup import ALLOWED_ATTRIBUTES, ALLOWED_SCHEMES, ALLOWED_TAGS
from generator.render.sanitise import sanitise

# What is taken out, and what is left of it.
REMOVED = {
    "a<script>alert(1)</script>b": "ab",
    "a<style>p { color: red }</style>b": "ab",
    "<p onclick='alert(1)'>a</p>": "<p>a</p>",
    "<img src='a.png' onerror='alert(1)'>": "",
    "<img src='https://example.org/tracker.gif'>": "",
    "<p style='position: fixed' class='a' data-a='b'>a</p>": "<p>a</p>",
    "<a href='javascript:alert(1)'>a</a>": "<a>a</a>",
    "<a href=' JaVa&#x53;cript:alert(1)'>a</a>": "<a>a</a>",
    "<a href='java\tscript:alert(1)'>a</a>": "<a>a</a>",
    "<a href='data:text/html,a'>a</a>": "<a>a</a>",
    "<a href='vbscript:a' target='_blank'>a</a>": "<a>a</a>",
    "<iframe src='https://a.example/'></iframe>a": "a",
    "<form action='/'><input name='a'><button>b</button></form>": "b",
    "<object data='a'><embed src='b'></object>a": "a",
    "<svg><script>alert(1)</script></svg><math href='javascript:a'><mi>a</mi></math>": "",
    "<h1>a</h1>": "a",
    "<link rel='stylesheet' href='a'><meta charset='a'><base href='/'>a": "a",
    "<video src='a'></video><audio src='a'></audio>a": "a",
    "<!-- a -->b": "b",
    "<p>a": "<p>a</p>",
    "a < b & c": "a &lt; b &amp; c",
}

KEPT = [
    '<a href="https://a.example/?a=1&amp;b=2">a</a>',
    '<a href="mailto:a@a.example" hreflang="uk" title="a">a</a>',
    '<blockquote lang="uk" dir="ltr">a</blockquote>',
    '<ol start="3"><li>a</li></ol>',
    '<time datetime="2022-01">a</time>',
    '<table><tbody><tr><th colspan="2" scope="row">a</th><td rowspan="2">b</td></tr></tbody></table>',
    "<details><summary>a</summary><p>b</p></details>",
]

SCHEME = re.compile(r"([A-Za-z][\w+.-]*):", re.ASCII)
IGNORED_IN_ADDRESSES = re.compile(r"^[\0-\x20]+|[\t\r\n]")
PIECES = st.sampled_from(
    (
        "< > / = ' \" & a script style svg math img src href on onerror javascript: data: &#106; &#1; &#xFFFE; x -->"
        " <!-- \t \0"
    ).split(" ")
)


def elements(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The elements that a browser finds in a piece of HTML, with their attributes."""
    for element in html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False).iter():
        if isinstance(element.tag, str) and element.tag != "DOCUMENT_FRAGMENT":
            yield element.tag, element.attrib


@pytest.mark.parametrize(("html", "left"), REMOVED.items())
def test_what_could_run_or_look_like_our_own_is_removed(html: str, left: str) -> None:
    """With its content if that is code, without it if it is text."""
    assert sanitise(html, {}).strip() == left


def test_a_quotation_names_no_source_that_nobody_checks() -> None:
    """nh3 looks at the schemes of href and src alone."""
    assert sanitise("<blockquote cite='javascript:a'>a</blockquote>", {}) == "<blockquote>a</blockquote>"


def test_nothing_that_could_run_is_documented() -> None:
    """No tag, attribute or scheme with a script in it, or that changes what the page around it looks like or does."""
    attributes = frozenset[str]().union(*ALLOWED_ATTRIBUTES.values())
    assert not ALLOWED_TAGS & {*"script style iframe object embed form input button base link meta svg math".split()}
    assert not [name for name in attributes if name.startswith("on") or name in {"style", "class", "srcdoc", "target"}]
    assert {"http", "https", "mailto"} == ALLOWED_SCHEMES


@pytest.mark.parametrize("html", KEPT)
def test_what_is_documented_is_kept_as_it_is(html: str) -> None:
    """Addresses, languages and spans of cells with it."""
    found = [*elements(sanitise(html, {}))]
    assert found == [*elements(html)]


def test_ids_and_the_links_to_them_have_a_prefix() -> None:
    """The page around a body has ids of its own."""
    html = '<a href="#fn:1" id="fnref:1">a</a><h2 id="main">b</h2>'
    assert sanitise(html, {}) == html.replace('"#fn', '"#text-fn').replace('id="', 'id="text-')


def test_a_link_to_another_file_leads_where_it_is_said_to() -> None:
    """One that nothing is said of leads nowhere, and is left as text."""
    html = '<a href="a.md#b">a</a> <a href="a%20b.md?c&amp;d">b</a> <a href="/c/">c</a> <a href="//d.example">d</a>'
    targets = {"a.md#b": "../a/index.html#text-b", "a%20b.md?c&d": "b.html"}
    assert sanitise(html, targets) == '<a href="../a/index.html#text-b">a</a> <a href="b.html">b</a> <a>c</a> <a>d</a>'


@pytest.mark.parametrize("tag", sorted(ALLOWED_TAGS))
def test_every_documented_tag_is_kept(tag: str) -> None:
    """Those of tables only within one."""
    in_table = tag in "caption thead tbody tfoot tr th td".split()
    html = f"<table><{tag}></table>" if in_table else f"<{tag}>"
    assert f"<{tag}>" in sanitise(html, {})


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=5)).map("".join))
def test_any_text_has_only_documented_tags_attributes_and_schemes(text: str) -> None:
    """Whatever it is made of; and what is clean stays as it is."""
    clean = sanitise(text, {})
    for tag, attributes in elements(clean):
        assert tag in ALLOWED_TAGS
        assert {*attributes} <= ALLOWED_ATTRIBUTES["*"] | ALLOWED_ATTRIBUTES.get(tag, frozenset())
        for name in {"href", "src"} & {*attributes}:
            scheme = SCHEME.match(IGNORED_IN_ADDRESSES.sub("", attributes[name]))
            assert scheme is None or scheme[1].lower() in ALLOWED_SCHEMES
    assert sanitise(clean, {}) == clean
    assert ET.fromstring(f"<c>{escape(clean)}</c>").text is not None or not clean  # noqa: S314 - as a feed holds it
