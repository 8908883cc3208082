"""Plain text as Markdown that reads back as the same text."""

import re

_ANYWHERE = re.compile(r"[\\`*<|]|(?<![^\W_])_|_(?![^\W_])|&(?=#|\w+;)|\](?=[(\[:])")
_LINE_START = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>[#>+\-=~:]|\[(?=[^\[\]]*\]:)|\d+(?=[.)]))", re.MULTILINE)
_ENTITIES = {"<": "&lt;", "&": "&amp;", ":": "&#58;", "=": "&#61;", "~": "&#126;"}
"""Marks that Markdown knows no backslash for."""
_BARE_MARK = re.compile(r"(?<!\\)((?:\\\\)*)!\Z")
"""Of a picture, if a link followed it."""


def as_markdown(paragraph: str) -> str:
    """A paragraph in which no character has a meaning to Markdown or HTML."""
    inline = _ANYWHERE.sub(lambda match: _escaped(match[0]), paragraph)
    return _LINE_START.sub(_escape_start, inline)


def before_a_link(markdown: str) -> str:
    """Markdown that a link follows, which it must not make a picture."""
    return _BARE_MARK.sub(r"\1\\!", markdown)


def _escape_start(match: re.Match[str]) -> str:
    """Disarm what would begin a heading, a list, a quotation, a rule, a definition or a reference."""
    mark = match["mark"]
    return match["indent"] + (f"{mark}\\" if mark[0].isdigit() else _escaped(mark))


def _escaped(mark: str) -> str:
    return _ENTITIES.get(mark, f"\\{mark}")
