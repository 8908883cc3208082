"""`as_markdown`: what a reader sees is the text, whatever Markdown or HTML would make of it."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.convert.draft import draft
from generator.convert.reading import read as reading
from generator.convert.seed import read_seed
from generator.escape import as_markdown
from generator.model import Gazetteer
from generator.render.markdown import to_html
from generator.render.sanitise import sanitise

NASTY = [
    *"- a|+ a|* a|1. a|1) a|2022. a|# a|###### a ######|> a|***|---|- - -|===|~~~|~~~ py|: a|:|=|~".split("|"),
    *"*a*|**a**|_a_|__a__|___a___|a_b_c|a__b__c|a*b*c|2 * 3 * 4|`a`|``a``|```|\\|a\\|\\*a\\*|\\\\".split("|"),
    *"[a](b)|![a](b)|[a][b]|[a]: b|[a]: <b> 'c'|[^1]|[^1]: a|*[HTML]: a|[TOC]|[a]|[[a](b)](c)".split("|"),
    *"<b>a</b>|<script>a</script>|<!-- a -->|<?php a ?>|<!DOCTYPE html>|</p>|<|<a|a<b|a < b > c|<<1@b.c>".split("|"),
    *"<https://a.example>|<a@b.example>|<1@b.example>|https://a.example/b_c_d_e|a {: .b}|{{ a }}|{% a %}".split("|"),
    *"&amp;|&lt;b&gt;|&#65;|&#x41;|&#1|&copy|&nbsp;|AT&T|a & b|&|\\&amp;".split("|"),
    *["|a|b|\n|-|-|\n|c|d|", "a|b\n:-|-:\nc|d", "a|\n\\|", "a\n===", "a\n---", "a\n: b", "HTML\n*[HTML]: a"],
    *["a\n- b", "a\n1. b", "a\n# b", "a\n> b", "a\n```\nb\n```", "a\n~~~\nb\n~~~", "a[^1]\n[^1]: b", "[a]\n[a]: b"],
    *[
        "    indented",
        "\tindented",
        "a\n    indented",
        "a  \nb",
        "a\\\nb",
        "a  ",
        "a\\",
        "[a\nb]: c",
        "<b\n>",
        "**a\nb**",
    ],
]

PIECES = st.sampled_from([*"\\`*_<>&#;:|[](){}!-+=~.^'\"/? \n\u00a0ab1", *NASTY])
TEXT = st.text(st.characters(exclude_categories=("Cc", "Cs")))


class Reader(HTMLParser):
    """What a browser makes of HTML: its tags, and its text with entities resolved."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def read(markdown: str) -> Reader:
    return Reader(sanitise(to_html(markdown), {}))


def shown(text: str) -> str:
    """White space as a browser shows it."""
    return re.sub(r"[ \t\n\r\f]+", " ", text).strip()


def one_paragraph(text: str) -> str:
    """The lines of a text as `read_seed` leaves them."""
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())


@pytest.mark.parametrize("text", NASTY)
def test_an_article_is_shown_as_it_was_written(text: str) -> None:
    seed = read_seed("seed.txt", f"Oui. Non.\n\n{text}\n\nFin.".encode())
    page = read(draft(seed, reading.Reader(Gazetteer({}, {}, {}, {}, {}))).body)
    assert page.tags == ["p", "p", "p"]
    assert shown(page.text) == shown(f"Oui. Non.\n\n{text}\n\nFin.")


@settings(deadline=None)
@given((st.lists(PIECES).map("".join) | TEXT).map(one_paragraph))
def test_any_paragraph_is_shown_as_it_was_written(text: str) -> None:
    page = read(as_markdown(text))
    assert page.tags == (["p"] if text else [])
    assert shown(page.text) == shown(text)


@pytest.mark.parametrize("text", ["« Oui », dit-elle.", "AT&T", "a_b", "[à] la ville", "2022 et 3.5", "a - b", "Oui !"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert as_markdown(text) == text
