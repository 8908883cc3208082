"""The spaces of French typography, set as a page is drawn: what an author wrote stays as it is in the files.

A space that would let a line break at the wrong place gives way to one that does not. No space is added where there
was none, since `12:30` and `?a=1` have none.
"""

import re
from collections.abc import Iterator

_NO_BREAK, _NARROW = "\u00a0", "\u202f"
# A run of spaces is looked at from its beginning alone: from each of its spaces, a long one would take for ever.
_RULES = (
    (re.compile(r"(?<=«)[ \n]+|(?<![ \n])[ \n]+(?=[»:])"), _NO_BREAK),
    (re.compile(r"(?<![ \n])[ \n]+(?=[;!?])"), _NARROW),
    (re.compile(r"(?<![\d,.])(\d{1,3})((?: \d{3})+)(?!\d)"), lambda found: found[0].replace(" ", _NARROW)),
)
_WHOLE = r"<!--.*?-->|<script\b.*?<[/]script>|<style\b.*?<[/]style>"
"""What is of one piece: a script may hold what looks like a tag."""
_MARKUP = re.compile(rf"""({_WHOLE}|<[!/]?[A-Za-z](?:[^<>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
_NAME = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9]*)")
_LANG = re.compile(r"""\slang=["']?([A-Za-z-]*)""")
_WITHOUT_END = frozenset("area base br col embed hr img input link meta script source style track wbr".split())
_VERBATIM = frozenset({"code", "kbd", "pre"})


def french(text: str) -> str:
    """The text with no-break spaces: within « », before the tall signs, in 100 000."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text


def typeset(html: str) -> str:
    """A page whose French text has the spaces of French. Other languages, code, and tags stay as they are."""
    return "".join(french(piece) if is_french else piece for piece, is_french in _pieces(html))


def _pieces(html: str) -> Iterator[tuple[str, bool]]:
    """The markup and text of a page in their order, and whether each is French text."""
    open_tags = [("", False, False)]
    for number, piece in enumerate(_MARKUP.split(html)):
        _, is_french, is_verbatim = open_tags[-1]
        is_text = number % 2 == 0
        yield piece, is_text and is_french and not is_verbatim
        if not is_text:
            _follow(piece, open_tags)


def _follow(tag: str, open_tags: list[tuple[str, bool, bool]]) -> None:
    """Keep track of the elements that are open, of their language and of code."""
    found = _NAME.match(tag)
    if not found:
        return
    name = found["name"].lower()
    if found["end"]:
        while len(open_tags) > 1 and name in {opened for opened, _, _ in open_tags}:
            if open_tags.pop()[0] == name:
                break
    elif name not in _WITHOUT_END and not tag.endswith("/>"):
        _, is_french, is_verbatim = open_tags[-1]
        lang = _LANG.search(tag)
        is_french = lang[1].lower().split("-")[0] == "fr" if lang else is_french
        open_tags.append((name, is_french, is_verbatim or name in _VERBATIM))
