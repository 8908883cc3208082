"""Plain text as Markdown that reads back as the same text."""

import re

_ANYWHERE = re.compile(r"[\\`*]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])|&(?=#?\w+;)|\](?=[(\[:])|!(?=\[)")
_LINE_START = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>[#>+\-=~:|]|\d+(?=[.)]))", re.MULTILINE)
_ENTITIES = {"<": "&lt;", "&": "&amp;"}


def as_markdown(paragraph: str) -> str:
    """A paragraph in which no character has a meaning to Markdown or HTML."""
    inline = _ANYWHERE.sub(lambda match: _ENTITIES.get(match[0], "\\" + match[0]), paragraph)
    return _LINE_START.sub(_escape_start, inline)


def _escape_start(match: re.Match[str]) -> str:
    """Disarm what would begin a heading, a list, a quotation or a rule."""
    mark = match["mark"]
    return f"{match['indent']}{mark}\\" if mark[0].isdigit() else f"{match['indent']}\\{mark}"
