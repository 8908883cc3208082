"""HTML from elsewhere becomes Markdown that holds nothing but its words, links and emphasis."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.intake.prose import TooDeepError, host_of, link, to_line, to_markdown, to_plain, web_address
from generator.links import links, pictures
from generator.markup import ALLOWED_SCHEMES, disallowed_html
from generator.render.markdown import to_html
from generator.render.sanitise import sanitise


@pytest.mark.parametrize(
    ("source", "markdown"),
    [
        ("plain", "plain"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One\n\nTwo", "One\n\nTwo"),
        ("<b>bold</b>, <strong>bold</strong>, <i>it</i>, <em>it</em>", "**bold**, **bold**, *it*, *it*"),
        ("one<br>two", "one  \ntwo"),
        ("<h1>Head</h1><p>text</p>", "# Head\n\ntext"),
        ("<blockquote>said</blockquote>", "> said"),
        ("H<sub>2</sub>O, 10<sup>6</sup>", "H<sub>2</sub>O, 10<sup>6</sup>"),
        ("<s>wrong</s> <del>gone</del>", "<del>wrong</del> <del>gone</del>"),
        ("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>", "1.  a\n2.  b\n    -   c"),
        ("<ol><li>a<li>b<ul><li>c<li>d</ul><li>e</ol>f", "1.  a\n2.  b\n    -   c\n    -   d\n3.  e\n\nf"),
        ("<ul><li>a<p>b<li>c</ul>", "-   a\n\n    b\n-   c"),
        ("<table><tr><th>a<th>b<tr><td>c<td>d</table>", "| a | b |\n| --- | --- |\n| c | d |"),
        ("<code>a * b</code>", "`a * b`"),
        ("<pre>a * b\n  c</pre>", "a \\* b  \n\u00a0\u00a0c"),
        ("2 * 3 <u>and</u> [x](y) &amp; &lt;b&gt;", "2 \\* 3 and [x\\](y) & &lt;b>"),
        ('<a href="https://a.example/(x)?a=1&copy;=2">w [1]</a>', "[w \\[1\\]](https://a.example/%28x%29?a=1©=2)"),
        ('see<a href="https://a.example/"> this </a>here', "see [this](https://a.example/) here"),
        ('<a href="//a.example/">w</a>', "[w](https://a.example/)"),
        ('<a href="https://a.example/"></a>', "[a.example](https://a.example/)"),
        ('<a href="https://a.example/"><img src="https://b.example/b.jpg" alt="B"></a>', "[B](https://a.example/)"),
        ('<img src="https://a.example/a.jpg" alt="A [1]">', "[A \\[1\\]](https://a.example/a.jpg)"),
        ('<iframe src="https://a.example/x"></iframe>', "[a.example](https://a.example/x)"),
        ('<video src="https://a.example/v">No film</video>', "[a.example](https://a.example/v) No film"),
        ('<video><source src="https://a.example/v"></video>', "[a.example](https://a.example/v)"),
        ('Wow!<a href="https://a.example/">w</a>', "Wow\\![w](https://a.example/)"),
        ('<a>Wow!</a><a href="https://a.example/">w</a>', "Wow\\![w](https://a.example/)"),
        ('<a>\\!</a><a href="https://a.example/">w</a>', "\\\\\\![w](https://a.example/)"),
        ('<a><b>!</b><video>!</video></a><a href="https://a.example/">w</a>', "**!**\\![w](https://a.example/)"),
        ('<img alt="Wow!"><a href="https://a.example/">w</a>', "Wow\\![w](https://a.example/)"),
        ('<h2><pre>!</pre><a href="https://a.example/">w</a></h2>', "## \\![w](https://a.example/)"),
        ("<p>&nbsp;&gt; a</p>", "\u00a0\\> a"),
        ("<code>a<p>b</p></code>", "`a b`"),
        ("<table><tr><th>a</th></tr><tr><td>b|c</td></tr></table>", "| a |\n| --- |\n| b\\|c |"),
        ("<dl><dt>a</dt><dd>b</dd></dl>", "a\n:   b"),
        ("read https://a.example/b_c. Or", "read <https://a.example/b_c>. Or"),
        ("<script>a</script><style>b</style><svg><text>c</text></svg>d", "d"),
        ("<![CDATA[x]]>", "&lt;\\![CDATA[x]]>"),
        ("a&#12;b&#0;", "ab\ufffd"),
    ],
)
def test_html_becomes_markdown(source: str, markdown: str) -> None:
    assert to_markdown(source).markdown == markdown


def test_addresses_in_a_text_are_left_alone_where_its_author_said_so() -> None:
    assert to_markdown("https://a.example/b", autolink=False).markdown == "https://a.example/b"


@pytest.mark.parametrize(
    ("source", "removed"),
    [
        ("<p>fine</p>", ()),
        ("<script>x</script>", ("<script>",)),
        ('<p onclick="x">a</p>', ("onclick of <p>",)),
        ('<a href="javascript:x">a</a>', ("a link to “javascript:x”",)),
        ('<a href="page.html">a</a>', ("a link to “page.html”",)),
        ('<a href="#part">a</a>', ("a link to “#part”",)),
        ('<img src="a.jpg">', ("<img> of “a.jpg”",)),
        ('<iframe src="javascript:x"></iframe>', ("<iframe> of “javascript:x”",)),
        ("<form><input></form>", ("<form>", "<input>")),
        ("        <p><script>x</script></p>", ("<script>",)),
        ("`<script>x</script>`", ("<script>",)),
        ('<code><a href="https://a.example/">a</a></code>', ("a link to “https://a.example/”",)),
    ],
)
def test_what_is_removed_is_named(source: str, removed: tuple[str, ...]) -> None:
    assert to_markdown(source).removed == removed


def test_what_only_decorates_is_named_apart() -> None:
    prose = to_markdown('<p class="lead" style="color:red"><a href="https://a.example/" target="_blank">a</a></p>')
    assert (prose.removed, prose.looks) == ((), ("class", "style", "target"))
    assert to_markdown('<abbr title="a">b</abbr>').looks == ("title",)


def test_more_tags_within_one_another_than_any_text_needs_are_refused() -> None:
    for source in ("<b>" * 5000, "<blockquote>" * 60 + "a", "<ul><li>" * 60 + "a"):
        with pytest.raises(TooDeepError):
            to_markdown(source)
    with pytest.raises(TooDeepError):
        to_plain("<b>" * 5000)


def test_a_caption_is_one_line() -> None:
    assert to_line("<p>One</p><p><i>Two</i><br>three</p>", autolink=True).markdown == "One *Two* three"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("A &amp; <b>B</b><br>c", "A & B c"),
        ("<p>a</p><p>b</p>", "a b"),
        ("<script>x</script>2 * 3", "2 * 3"),
        ("<h2>a</h2>b<ul><li>c</li><li>d</li></ul>", "a b c d"),
        ("page.html", "page.html"),
        ("https://a.example/b?c&d", "https://a.example/b?c&d"),
    ],
)
def test_a_headline_is_plain_text(source: str, words: str) -> None:
    assert to_plain(source) == words


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://a.example/b", "https://a.example/b"),
        ("//a.example/b", "https://a.example/b"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("images/a.jpg", None),
        ("javascript:x", None),
        ("data:image/png;base64,x", None),
        ("https://a.example/b c", None),
        ("", None),
    ],
)
def test_only_what_a_page_may_lead_to_is_an_address(url: str, address: str | None) -> None:
    assert web_address(url) == address


def test_the_words_of_a_link_mean_nothing_to_markdown() -> None:
    assert link("a] *b* (c", "https://a.example/(b") == "[a\\] \\*b\\* (c](https://a.example/%28b)"
    assert [host_of(url) for url in ("https://a.example/b", "mailto:a@b.example")] == ["a.example", "a@b.example"]


class _Words(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.words = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


TAGS = """
    a b i em p div ul ol li br h2 pre code blockquote table tr td th sub sup script style iframe img s q dl dt dd
""".split()
PIECES = [
    *(f"<{tag}>" for tag in TAGS),
    *(f"</{tag}>" for tag in TAGS),
    *('<a href="javascript:alert(1)">', "<a href='https://a.example/)](b'>", '<a href="https://a.example/&quot;`*_">'),
    *('<img src=x onerror="alert(1)">', '<img src="https://a.example/`" alt="](x) <b>">', "<svg onload=a>", "<!--"),
    *("<?php", "<!DOCTYPE", "<![", "<iframe src='//a.example'>", "&lt;script&gt;", "&#60;b&#62;", "<scr<script>ipt>"),
    *("*", "_", "`", "```", "~~~", "[", "](", ")", "#", "- ", "1. ", "> ", "\n", "\n\n", "    ", "|", "\\", ":", "a"),
    *(
        "https://a.example/x",
        "![",
        "[^1]: ",
        "*[a]: b",
        "=",
        "---",
        "mailto:x@y.example",
        "<x@y.example>",
        "\x00",
        "é ",
    ),
    *("\u2028", "&amp;lt;", "&", "<"),
]
SOURCES = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=25).map("".join)


@settings(max_examples=max(600, settings().max_examples))
@given(SOURCES)
def test_nothing_of_the_source_can_run_or_be_loaded(source: str) -> None:
    """Before the sanitiser of the pages sees it there is no tag, picture or link that it would have to remove."""
    markdown = to_markdown(source).markdown
    assert not list(disallowed_html(markdown, 1))
    assert not list(pictures(markdown, 1))
    assert {found.scheme for found in links(markdown, 1)} <= ALLOWED_SCHEMES
    for tag, attributes in _Words(to_html(markdown)).tags:
        assert tag not in {"script", "style", "iframe", "img", "svg"}
        assert {*attributes} <= {"href", "id", "class", "start", "style", "title"}


WORDS = st.lists(st.text("abc *_`[]()<>&#!|\\~=:-+1.\"'é\u00a0", min_size=1, max_size=12), min_size=1, max_size=4)


@settings(max_examples=max(400, settings().max_examples))
@given(WORDS)
def test_a_reader_sees_the_words_as_they_were(words: list[str]) -> None:
    escaped = (word.replace("&", "&amp;").replace("<", "&lt;") for word in words)
    page = sanitise(to_html(to_markdown("".join(f"<p>{word}</p>" for word in escaped)).markdown), {})
    assert re.sub(r"\s", "", _Words(page).words) == re.sub(r"\s", "", "".join(words))


@given(SOURCES)
def test_plain_text_is_one_line_without_tags_of_its_own(source: str) -> None:
    """What begins like a comment and never ends is words, which are escaped where they are shown."""
    assume("<!--" not in re.sub(r"<!--.*?-->", "", source, flags=re.DOTALL))
    assert "\n" not in to_plain(source)
    assert "alert(1)" not in to_plain(source)
