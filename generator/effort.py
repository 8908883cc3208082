"""What it takes to draw a body, counted and not timed: on every machine a body is drawn, or told to be too much.

Markdown goes through a paragraph anew for each of its marks, and from each bracket ahead to where it is closed. An
honest text never comes near these bounds, and what keeps below them is drawn within some ten seconds.
"""

import re
from collections import Counter
from collections.abc import Iterator

from generator.errors import Position
from generator.markup import position_in

LONGEST = 300_000
"""The most characters of a body: some fifty thousand words."""

_MOST = 40_000_000_000
"""How many characters may be copied to draw a body: some six seconds, a character taking 0.15 ns."""

_TAG_COST, _CODE_COST, _LINE_COST, _BLANK_COST, _WORD_COST = 20, 40, 80, 100, 200
_AHEAD_COST, _BRACKET_COST, _NOTE_COST = 700, 1600, 4500
"""What it costs, in characters copied, to pass one by an open tag, by code in a row of a table, by a line that begins a
block, by another space behind a fence or a name that is defined, by a word that is explained elsewhere, on the way to
the end of what is open, of a bracket, and by another mark of a footnote. All were measured."""

_HARMLESS = 4_000
"""Characters of a body that stays below the bound whatever it holds."""

_PARAGRAPH = re.compile(r"(?:[^\n]++(?:\n|\Z)){3,}+|[^\n]{100,}+")
"""Lines up to an empty one; one or two that are short cost next to nothing."""

_MARK = re.compile(r"[\[<&*_`\\]|  \n")
_LINE_START = re.compile(r"^[ \t>]*[#=:>+\d-]", re.MULTILINE)
_BRACKET = re.compile(r"\]\(|[\[\]()]")
_TICKS = re.compile(r"`+")
_SET_ASIDE = re.compile(r"\\.|(?<!`)`[^`\n]{1,12}`(?!`)", re.DOTALL)
_PLACE_HELD = "x" * 14
"""What is set aside before brackets are looked for, and as many characters as hold the place of any part set aside."""
_FENCE = re.compile(r"^[ >]*(?P<fence>`{3,}|~{3,})(?P<info>.*)", re.MULTILINE)
_BLANKS = re.compile(r"(?:^(?:```|~~~)[`~]*|\]:)(?P<blanks>[ \t]{3,})", re.MULTILINE)
"""Behind a fence, or the name of a definition."""
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*)")
_POINTED = re.compile(r"<(?:!--|!\[)?")
_ENDS = {"<": ">", "<!--": "-->", "<![": "]]>"}
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]*\]:", re.MULTILINE)
_DEFINED = re.compile(r"^[ >]*(?:\*\[|\[\^)", re.MULTILINE)


def too_long(body: str, first_line: int) -> Position | None:
    """Where a body goes beyond the most characters that one may have."""
    return position_in(body, LONGEST, first_line) if len(body) > LONGEST else None


def too_dear(body: str, first_line: int) -> Position | None:
    """Where the dearest part of a body stands that would take too long to draw."""
    if len(body) <= _HARMLESS:
        return None
    total, dearest = 0, (0, 0)
    for offset, cost in _costs(body):
        total, dearest = total + cost, max(dearest, (cost, -offset))
        if total > _MOST:
            return position_in(body, -dearest[1], first_line)
    return None


def _costs(body: str) -> Iterator[tuple[int, int]]:
    """The parts of a body by their places, with how many characters are gone through for each."""
    for match in _PARAGRAPH.finditer(body):
        paragraph = match[0]
        marks, lines = len(_MARK.findall(paragraph)), len(_LINE_START.findall(paragraph))
        yield match.start(), marks * (len(paragraph) + len(_PLACE_HELD) * marks // 2)
        yield match.start(), _LINE_COST * lines * len(paragraph)
        yield match.start(), _WORD_COST * len(_DEFINITION.findall(paragraph)) * len(paragraph)
        yield match.start(), _BRACKET_COST * sum(_to_closing_brackets(_SET_ASIDE.sub(_PLACE_HELD, paragraph)))
        yield match.start(), _AHEAD_COST * sum(_to_closing_ticks(paragraph))
        yield match.start(), _CODE_COST * sum(row.count("`") * len(row) for row in paragraph.split("\n") if "|" in row)
    for match in _POINTED.finditer(body) if "<" in body else ():
        end = body.find(_ENDS[match[0]], match.end())
        yield match.start(), _AHEAD_COST * ((len(body) if end < 0 else end) - match.start())
    for offset in _open_fences(body):
        yield offset, _AHEAD_COST * (len(body) - offset)
    for match in _BLANKS.finditer(body):
        yield match.start(), _BLANK_COST * len(match["blanks"].expandtabs(4)) ** 2
    yield 0, _TAG_COST * _most_open(body) * len(body)
    yield 0, _NOTE_COST * body.count("[^") ** 2
    yield 0, _WORD_COST * len(_DEFINED.findall(body)) * len(body)


def _to_closing_brackets(paragraph: str) -> Iterator[int]:
    """From each bracket, how far it is to the one that closes it, or to the end of the paragraph."""
    waiting: list[tuple[str, int]] = []
    for match in _BRACKET.finditer(paragraph):
        sign, place = match[0], match.start()
        if waiting and sign[0] == waiting[-1][0]:
            yield place - waiting.pop()[1]
        if sign in {"[", "("}:
            waiting.append(("]" if sign == "[" else ")", place))
        elif sign == "](":
            waiting.append((")", place))
    for _, place in waiting:
        yield len(paragraph) - place


def _to_closing_ticks(paragraph: str) -> Iterator[int]:
    """From each run of backticks, how far it is to the next of its length, or to the end of the paragraph. One that a
    backslash stands before is shorter where it begins code, and not where it ends some."""
    later: dict[int, int] = {}
    for match in reversed([*_TICKS.finditer(paragraph)]):
        is_escaped = paragraph[match.start() - 1 : match.start()] == "\\"
        yield later.get(len(match[0]) - is_escaped, len(paragraph)) - match.end()
        later[len(match[0])] = match.start()


def _open_fences(body: str) -> Iterator[int]:
    """Where fences stand that no later one closes, or that may go on to any later quotation mark."""
    closing: set[str] = set()
    waiting: list[int] = []
    for match in reversed([*_FENCE.finditer(body)]):
        if not match["info"].strip():
            closing.add(match["fence"])
        elif match["fence"] not in closing or "hl_lines=" in match["info"]:
            waiting.append(match.start())
    return reversed(waiting)


def _most_open(body: str) -> int:
    """The most tags that are open at a time, each closed by the next of its name."""
    open_tags: Counter[str] = Counter()
    most = now = 0
    for match in _TAG.finditer(body):
        name = match["name"].lower()
        if not match["slash"]:
            open_tags[name] += 1
            now += 1
            most = max(most, now)
        elif open_tags[name]:
            open_tags[name] -= 1
            now -= 1
    return most
