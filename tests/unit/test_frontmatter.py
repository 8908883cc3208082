"""`generator.frontmatter` by example: what is read, where it stands, what is refused and where.

The mark ▸ stands before each place that a test asks about, and is taken out before the text is read.
"""

from collections.abc import Callable
from contextlib import suppress
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import Code, Position
from generator.frontmatter import FrontMatterError, Items, Scalar, Table, _by_pyyaml, dump, parse, parse_node, split
from generator.text import FORBIDDEN

# Written without quotation marks, and the text it is. What YAML would make of it is nobody's business here.
PLAIN = """
    no  yes  on  true  False  2022-01-12  2022-01  2022  1:30  0o17  0x1F  007  1e3  1_000  .5  .inf  =  <<  nUll
    c'est  «Non»  a#b  https://example.org/a?b=c#d  x:y  -5  --  ~/x  été  🎉
""".split()

# How a value is written, and its text.
QUOTED = {
    '"null"': "null",
    "'~'": "~",
    '""': "",
    "''": "",
    "'l’OTAN : « non »'": "l’OTAN : « non »",
    "'l''OTAN'": "l'OTAN",
    r'"a\nb\u00a0c"': "a\nb\u00a0c",
    "two words # and a comment": "two words",
    "\n  folded\n  lines": "folded lines",
    "|\n  kept\n  lines": "kept\nlines\n",
    ">-\n  folded\n  lines": "folded lines",
}

# By rule: a mapping with a mark before its key “key” and before the value of that.
POSITIONS = {
    "both are on the first line": "▸key: ▸v",
    "lines before them count": "a: 1\n\n# comment\n▸key: ▸v",
    "lines of a value before them count": "a: |\n  x\n  y\n▸key: ▸v",
    "a column counts characters and not bytes": "{« été »: Київ 🎉, ▸key: ▸v}",
    "a quotation mark is where a name or a value begins": "▸'key': ▸\"v\"",
    "a block begins at its sign": "▸key: ▸|\n  v",
    "a list begins at its bracket": "▸key: ▸[v]",
    "a list begins at its first dash": "▸key:\n  ▸- v\n  - w",
    "a mapping begins at its first name": "▸key:\n  ▸v: 1\n  w: 2",
    "no value stands behind the colon": "▸key:▸\nb: 1",
}

# By rule: mappings with a mark where the refusal points to.
REFUSED = {
    "anchors and aliases": ["a: ▸&x 1", "a: ▸*x", "a: 1\nb: [c, ▸*d]", "é: ▸&x 1"],
    "tags": ["a: ▸!!str 1", "a: ▸!x y", "a: ▸!!python/object:os.system x"],
    "a second document": ["a: 1\n▸---\nb: 2", "a: 1\n...\n▸---\n"],
    "a name that is no text": ["▸[a]: b", "▸{a: 1}: b", "? ▸[a]\n: b"],
    "what is not fields": ["▸- a", "▸text", "▸''", "\n▸[a]"],
    "tabs before a name": ["a:\n▸\tb: 1"],
    "control characters": ["a: ▸\x07", "a: 1\nbc: ▸\x00d", "▸\x1b[31m"],
    "characters that no page can hold, as escapes": [
        *(f'a: ▸"{escape}"' for escape in (r"\x01", r"\0", r"\x85", r"\uFFFE", r"\uFDD0", r"\U0001FFFF")),
        *(f'a: ▸"{escape}"' for escape in (r"\uD800", r"\uDFFF\uD800", r"\uD83D\uDE00")),
        r'▸"\x01": b',
    ],
    "a colon within plain text": ["a: b▸: c"],
    "a sign that means nothing at the beginning of a value": ["a: ▸@b", "a: ▸`b`", "a: ▸%"],
    "a control character after letters of several bytes": ["é: « ▸\x07"],
    "the quotation mark that is not closed": ['a: 1\nb: ▸"x\nc: 3\n'],
    "the bracket that is not closed": ["a: 1\nb: ▸[x, y\nc: 3\n"],
    "a line separator, which editors show on one line": ["a: 'x\u2028y'\nb: ▸!t 1"],
}

# A whole file, its body, and the line that begins on.
FILES = {
    "---\n---\nx": ("x", 3),
    "---\na: 1\n---\nx\ny\n": ("x\ny\n", 4),
    "---\na: 1\n---\n\n\nx": ("\n\nx", 4),
    "---\na: 1\n...\nx": ("x", 4),
    "--- \t\na: 1\n---\t \nx": ("x", 4),
    "---\na: |\n  ---\n  ...\n---\nx": ("x", 6),
    "---\na: 1\n---\nx\n---\ny\n...\n": ("x\n---\ny\n...\n", 4),
    "---\na: '\n\n'\n---\nx": ("x", 6),
    "\ufeff---\r\na: 1\r\n---\r\nx\r\ny\r\n": ("x\ny\n", 4),
    "---\ra: 1\r---\rx\ry\r": ("x\ny\n", 4),
}

# Some words of a faulty text, and words of the advice on it.
ADVICE = {
    "a: Il dit : rien": "between quotation marks",
    "a: @b": "between quotation marks",
    'a: "b': "close the quotation mark",
    "a: [b": "close it",
    "a: &b c": "between quotation marks",
    "a: !b c": "quote the value",
    "a: 1\na: 2": "keep one",
    "a: \x07": "remove the character",
    "- a": "name: value",
}

BOMB = "a: &a [x, x]\n" + "".join(f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in pairwise("abcdefghi"))
YAMLISH = st.lists(
    st.sampled_from([*"ab:-?[]{},#&*!|>'\"%@ \n\t~\\é🎉\x85\ufeff\x07", "---\n", "...\n", "\n  ", ": ", "\r\n"])
).map("".join)

# Fields as the converter writes them, and the YAML they become.
DUMPED: list[tuple[dict[str, object], str]] = [
    ({"date": "2022-01", "published": "2022-01-12"}, "date: 2022-01\npublished: 2022-01-12\n"),
    ({"title": "« Non »", "lang": "no", "order": 2}, "title: « Non »\nlang: 'no'\norder: 2\n"),
    ({"actors": ["nato", "russia"], "places": []}, "actors: [nato, russia]\nplaces: []\n"),
    ({"quotes": [{"text": "Київ", "speaker": None}]}, "quotes:\n  - text: Київ\n    speaker: null\n"),
]
TRICKY = ["no", "~", "", "1:30", "« »", "a: b", "@a", "a #b", "\n---\n", " a\n\n b\n", "🎉\t\r\n"]
TRICKY += ["2022", "2022-01", "2022-01-12", "2022/2023-04", "---a", "... b", "-", "? c", "d:", "l'é #"]
TEXT = st.sampled_from(TRICKY) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85"))


NAMES = st.sampled_from(["title", "events", "lang", "yes", "~", "", "a b"])
SENTENCES = st.lists(st.sampled_from("le pont « Neuf » est ouvert, dit-il. l'été 2022 : #1".split())).map(" ".join)
VALUES = st.recursive(
    TEXT | YAMLISH | SENTENCES | st.integers() | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


def unmarked(text: str) -> tuple[str, list[Position]]:
    """A text without its marks, and where they stood."""
    pieces = text.split("▸")
    before = ["".join(pieces[:count]) for count in range(1, len(pieces))]
    return "".join(pieces), [Position(part.count("\n") + 1, len(part) - part.rfind("\n")) for part in before]


def text_of(written: str) -> str | None:
    """The text of a value as it is written behind a name."""
    value = parse(f"key: {written}\n").values["key"]
    assert isinstance(value, Scalar)
    return value.text


def read_back(fields: dict[str, str]) -> dict[str, str | None]:
    """What fields are after they were written into a file and read."""
    head = split(f"---\n{dump(fields)}---\n").head
    return {name: value.text for name, value in head.values.items() if isinstance(value, Scalar)}


def refusal(read: Callable[[str], object], text: str) -> FrontMatterError:
    """Why a text is not read."""
    with pytest.raises(FrontMatterError) as error:
        read(text)
    return error.value


@pytest.mark.parametrize("written", PLAIN)
def test_a_plain_value_is_its_text_as_written(written: str) -> None:
    assert text_of(written) == written


@pytest.mark.parametrize(("written", "text"), QUOTED.items())
def test_quotation_marks_and_blocks_are_taken_off_and_keep_what_would_else_be_nothing(written: str, text: str) -> None:
    assert text_of(written) == text


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL", "# only a comment"])
def test_a_plain_null_and_nothing_at_all_are_nothing(written: str) -> None:
    assert text_of(written) is None


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "{}"])
def test_an_empty_text_is_an_empty_mapping(text: str) -> None:
    assert not parse(text).values


@pytest.mark.parametrize("marked", POSITIONS.values(), ids=POSITIONS)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=repr)
@pytest.mark.parametrize("bom", ["", "\ufeff"], ids=["plain", "BOM"])
def test_a_position_is_that_in_the_file_counted_from_1(marked: str, line_end: str, bom: str) -> None:
    """The fence is line 1; neither a byte-order mark nor the kind of line end moves anything."""
    text, positions = unmarked(f"---\n{marked}\n---\n")
    head = split(bom + text.replace("\n", line_end)).head
    assert [head.keys["key"], head.values["key"].position] == positions


def test_lists_and_mappings_hold_nodes_each_with_its_own_position() -> None:
    text, (first, key, value) = unmarked("▸- ▸a: ▸1\n")
    inner = Table({"a": Scalar("1", value)}, {"a": key}, key)
    assert parse_node(text) == Items((inner,), first)


def test_lines_are_counted_from_the_first_line_given() -> None:
    assert parse("a: 1\nb: 2", first_line=7).keys == {"a": Position(7, 1), "b": Position(8, 1)}


@pytest.mark.parametrize(
    "marked",
    [
        *(pytest.param(text, id=f"{rule}: {text!r}") for rule, texts in REFUSED.items() for text in texts),
    ],
)
def test_what_an_author_can_do_without_is_refused_where_it_stands(marked: str) -> None:
    text, positions = unmarked(marked)
    error = refusal(parse, text)
    assert (error.code, [error.position]) == (Code.YAML, positions)


@pytest.mark.parametrize("marked", ["a: 1\n▸a: 2", "é: {a: 1, ▸a: 2}", "a: 1\nb: 2\n▸'a': 3"])
def test_a_name_stands_once_in_a_mapping(marked: str) -> None:
    text, positions = unmarked(marked)
    error = refusal(parse, text)
    assert (error.code, [error.position]) == (Code.DUPLICATE_KEY, positions)


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_ten_levels_are_read_and_ten_thousand_refused_near_their_beginning(opening: str) -> None:
    parse_node(opening * 10 + {"[": "]", "{a: ": "}", "- ": ""}[opening] * 10)
    error = refusal(parse_node, opening * 10_000)
    assert (error.code, error.position.line) == (Code.YAML, 1)
    assert error.position.column < 100


def test_a_yaml_bomb_is_refused_at_its_first_anchor() -> None:
    assert refusal(parse, BOMB).position == Position(1, 4)


@pytest.mark.parametrize(("text", "advice"), ADVICE.items())
def test_a_refusal_gives_the_advice_that_fits(text: str, advice: str) -> None:
    assert advice in refusal(parse, text).hint


@pytest.mark.parametrize(("text", "expected"), FILES.items())
def test_the_body_is_all_that_follows_the_closing_fence(text: str, expected: tuple[str, int]) -> None:
    document = split(text)
    assert (document.body, document.body_line) == expected


@pytest.mark.parametrize(
    "text", ["", "x", "a: 1\n---\n", "\n---\n---\n", " ---\n---\n", "----\n---\n", "---a\n---\n", "---"]
)
def test_a_file_begins_with_a_fence(text: str) -> None:
    error = refusal(split, text)
    assert (error.code, error.position, error.message) == (
        Code.FRONT_MATTER,
        Position(1, 1),
        "the file does not begin with front matter",
    )


@pytest.mark.parametrize(
    "text", ["---\n", "---\na: 1\n", "---\na: 1\n ---\n", "---\na: 1\n----\n", "---\na: 1\n---b\n"]
)
def test_a_fence_is_closed(text: str) -> None:
    error = refusal(split, text)
    assert (error.code, error.message) == (Code.FRONT_MATTER, "the front matter has no end")


@pytest.mark.parametrize(("fields", "text"), DUMPED)
def test_fields_are_written_as_an_author_would(fields: dict[str, object], text: str) -> None:
    assert dump(fields) == text


def is_text(text: str) -> bool:
    """Whether it holds no control characters, which are refused also where YAML can escape them."""
    return not FORBIDDEN.search(text)


@settings(max_examples=max(300, settings().max_examples), deadline=2000)
@given(st.dictionaries(TEXT.filter(is_text), TEXT.filter(is_text)))
def test_texts_are_read_as_they_were_written(fields: dict[str, str]) -> None:
    assert read_back(fields) == fields


def test_a_line_break_that_yaml_alone_knows_is_read_as_it_was_written() -> None:
    assert read_back({"a": "b\u2028c"}) == {"a": "b\u2028c"}


@pytest.mark.parametrize("text", TRICKY)
def test_a_text_is_quoted_where_pyyaml_would_quote_it(text: str) -> None:
    assert dump({"title": text}) == _by_pyyaml("title", text, 0)


@settings(deadline=2000)
@given(st.dictionaries(NAMES, VALUES, min_size=1))
def test_what_is_written_without_pyyaml_is_what_it_would_write(fields: dict[str, object]) -> None:
    assert dump(fields) == "".join(_by_pyyaml(name, value, 0) for name, value in fields.items())


@settings(max_examples=max(500, settings().max_examples), deadline=2000)
@given(YAMLISH | st.text())
@pytest.mark.parametrize("read", [split, parse, parse_node, lambda text: split(f"---\n{text}")])
def test_any_text_is_read_or_refused_and_nothing_else(read: Callable[[str], object], text: str) -> None:
    with suppress(FrontMatterError):
        read(text)
