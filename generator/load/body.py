"""Reports what a Markdown body holds and the page will not show."""

import re
from collections.abc import Iterator
from html import unescape

from generator.effort import LONGEST, too_dear, too_long
from generator.errors import Code
from generator.links import Link, links, pictures
from generator.markup import ALLOWED_SCHEMES, disallowed_html, position_in, too_deep, without_code
from generator.report import Report
from generator.text import FORBIDDEN

_WITHIN = r"(?:(?!\{[{%])[^\n])*?"
_TEMPLATE = re.compile(rf"\{{%-?\s*\w{_WITHIN}%\}}|\{{\{{[<%]{_WITHIN}[>%]\}}\}}|\{{\{{-?\s+[\w\"']{_WITHIN}\s-?\}}\}}")
"""A tag of Liquid or a shortcode of Hugo. It ends before the next begins, so that no line is gone through for each."""
_REFERENCE = re.compile(r"&#(?:[0-9]+|[xX][0-9A-Fa-f]+);?")
"""A character by its number."""


def readable(body: str) -> str:
    """The body without the characters that `check_body` warns of."""
    return FORBIDDEN.sub("", body)


def check_body(body: str, first_line: int, report: Report) -> tuple[Link, ...]:
    """Report HTML beyond the allowed list, links of other schemes, pictures, and what no page can hold.

    The links that are left have no scheme: they lead to another file, or to a part of this one.
    """
    if _is_too_much(body, first_line, report):
        return ()
    for name, offset in _forbidden(body):
        message = f"the character {name} cannot stand on a page and is left out"
        report.warning(Code.CONTROL_CHARACTER, position_in(body, offset, first_line), message, "remove it")
    for html in disallowed_html(body, first_line):
        hint = "use Markdown, or the tags and attributes that are allowed (content/README.md)"
        report.warning(Code.BODY_HTML, html.position, f"{html.name} is not allowed and is left out of the page", hint)
    for position in pictures(body, first_line):
        hint = "name it under media, with its alternative text"
        report.warning(Code.BODY_PICTURE, position, "a picture in the text is left out of the page", hint)
    _check_templates(body, first_line, report)
    found = tuple(links(body, first_line))
    for link in found:
        if link.scheme and link.scheme not in ALLOWED_SCHEMES:
            hint = f"link with {', '.join(sorted(ALLOWED_SCHEMES))}, or to another file: other.md"
            report.warning(Code.UNSAFE_LINK, link.position, f"a link with {link.scheme}: is not made", hint)
    return tuple(link for link in found if link.scheme is None)


def _forbidden(body: str) -> Iterator[tuple[str, int]]:
    """Characters that no page can hold, as they are or by a reference, each with its place."""
    for match in FORBIDDEN.finditer(body):
        yield f"U+{ord(match[0]):04X}", match.start()
    if "&#" in body:
        for match in _REFERENCE.finditer(without_code(body)):
            if not FORBIDDEN.sub("", unescape(match[0])):
                yield match[0], match.start()


def _is_too_much(body: str, first_line: int, report: Report) -> bool:
    """Report what cannot be drawn at all, or would take too long. Nothing else is looked for in such a body."""
    if long := too_long(body, first_line):
        message = f"the text goes on beyond {LONGEST:,} characters"
        report.error(Code.TOO_LONG, long, message, "tell it in several entries, or link to the document")
    elif dear := too_dear(body, first_line):
        message = "drawing this text would take too long: a paragraph has too many marks, or too many stay open"
        hint = "divide the paragraph by empty lines, and close its brackets and tags, or write \\ before them"
        report.error(Code.TOO_LONG, dear, message, hint)
    elif deep := too_deep(body, first_line):
        message = "too many lists or quotations stand within one another"
        hint = "write the innermost ones as paragraphs, and put an empty line between definitions"
        report.error(Code.TOO_DEEP, deep, message, hint)
    else:
        return False
    return True


def _check_templates(body: str, first_line: int, report: Report) -> None:
    """Report what another tool would run, and a page shows as it stands."""
    if "{%" in body or "{{" in body:
        for match in _TEMPLATE.finditer(without_code(body)):
            position = position_in(body, match.start(), first_line)
            hint = "write what it stands for, or put it between backticks where it is meant to be read"
            report.warning(Code.BODY_TEMPLATE, position, f"“{match[0]}” is not run and is shown as it stands", hint)
