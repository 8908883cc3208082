"""Plain text as Markdown, and as a cell of a spreadsheet, that reads back as the same text."""

import re

_ANYWHERE = re.compile(r"[\\`*<|]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w+;)|\](?=[(\[:])")
_LINE_START = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>[#>+\-=~:]|\[(?=[^\[\]]*\]:)|\d+(?=[.)]))", re.MULTILINE)
_ENTITIES = {"<": "&lt;", "&": "&amp;", ":": "&#58;", "=": "&#61;", "~": "&#126;"}
"""Marks that Markdown knows no backslash for."""
_BARE_MARK = re.compile(r"(?<!\\)((?:\\\\)*)!\Z")
"""Of a picture, if a link followed it."""

_SIGNS = "=+\\-@＝＋－＠"
_PARTS = r"(?<![^;\t\r\n])"
"""Where a cell begins, or a part of one: many spreadsheets part cells at semicolons or tabs, and know no quotation mark
in the middle of what they take for a cell, so that an end of a line parts it too."""
_FORMULA = re.compile(rf"{_PARTS}(?=['\"]*[{_SIGNS}])|\A(?='*[\t\r\n\0])")
_SHIELD = re.compile(rf"{_PARTS}'(?=['\"]*[{_SIGNS}])|\A'(?='*[\t\r\n\0])")
_NUMBER = re.compile(r"-?\d+", re.ASCII)


def as_markdown(paragraph: str) -> str:
    """A paragraph in which no character has a meaning to Markdown or HTML."""
    inline = _ANYWHERE.sub(lambda match: _escaped(match[0]), paragraph)
    return _LINE_START.sub(_escape_start, inline)


def before_a_link(markdown: str) -> str:
    """Markdown that a link follows, which it must not make a picture."""
    return _BARE_MARK.sub(r"\1\\!", markdown)


def as_cell(text: str) -> str:
    """The text with an apostrophe before each part that a spreadsheet would run, or that has one already. Numbers are
    left as they are. A space begins no formula, so that “a; -5” stays as it is."""
    return text if _NUMBER.fullmatch(text) else _FORMULA.sub("'", text)


def of_cell(cell: str) -> str:
    """The text that a cell was made of."""
    return _SHIELD.sub("", cell)


def _escape_start(match: re.Match[str]) -> str:
    """Disarm what would begin a heading, a list, a quotation, a rule, a definition or a reference."""
    mark = match["mark"]
    return match["indent"] + (f"{mark}\\" if mark[0].isdigit() else _escaped(mark))


def _escaped(mark: str) -> str:
    return _ENTITIES.get(mark, f"\\{mark}")
