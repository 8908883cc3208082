"""The pictures in the text of a post: nothing is loaded from elsewhere, so each is a link by its alternative text."""

import html
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from generator.errors import Code
from generator.escape import as_markdown
from generator.intake.blog.leads import Leads
from generator.intake.blog.manuscript import Change, Manuscript
from generator.intake.draft import BY_HAND
from generator.links import without_title
from generator.urls import is_on_the_web

_TARGET = r"(?:\\.|[^()\\\n]|\([^()\n]*\))*"
_PICTURE = re.compile(
    r"(?<!\\)!\[(?P<alt>(?:\\.|[^\[\]\\]|\[[^\[\]\n]*\])*?)\]"
    rf"(?:\((?P<target>{_TARGET})\)|\[(?P<label>[^\[\]]*)\])"
    r"|<img\b(?P<attributes>[^<>]*)>",
    re.IGNORECASE,
)
_SIZE = re.compile(r"(?<!\s)\s+=\d*x\d*\s*$")
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<name>[\w-]+)\s*=\s*"
    r"(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))"
)
_AROUND = re.compile(r"<a\b[^<>]*>(?:(?!<[/]a>).)*$", re.IGNORECASE | re.DOTALL)


def without_pictures(text: Manuscript, leads: Leads) -> Manuscript:
    """The text with a link in place of each picture, or with its words where it leads nowhere, or stands in a link."""
    return text.changed(_changes(text, leads))


def _changes(text: Manuscript, leads: Leads) -> Iterator[Change]:
    for match in text.found(_PICTURE):
        start, end = match.span()
        if match["label"] is not None:
            text.warn(start, Code.BODY_PICTURE, "a picture in its text is kept as a link", BY_HAND)
            yield Change(start, start + 1, "")
            continue
        source, alt = _told(text.text, match)
        url = leads.lead(source)
        url = url if url and is_on_the_web(url) else None
        words = alt or as_markdown(unquote(posixpath.basename(source.partition("?")[0])))
        is_linked = text.text[start - 1 : start] == "[" or bool(_AROUND.search(text.text[max(0, start - 400) : start]))
        _report(text, start, source, url, has_words=bool(alt))
        yield Change(start, end, words if is_linked or not url else f"[{words}]({_safe(url)})")


def _told(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The address of a picture, and its alternative text as Markdown."""
    if match["attributes"] is None:
        source = _SIZE.sub("", without_title(text[slice(*match.span("target"))].strip())).strip("<>")
        return html.unescape(source), re.sub(r"\s+", " ", text[slice(*match.span("alt"))]).strip()
    inside = text[slice(*match.span("attributes"))]
    given = {found["name"].lower(): found for found in _ATTRIBUTE.finditer(inside)}
    source, alt, title = (_value(given.get(name)) for name in ("src", "alt", "title"))
    return source, as_markdown(alt or title)


def _value(found: re.Match[str] | None) -> str:
    text = next((found[name] for name in ("double", "single", "bare") if found and found[name]), "")
    return " ".join(html.unescape(text or "").split())


def _safe(url: str) -> str:
    return url.replace("(", "%28").replace(")", "%29").replace(" ", "%20")


def _report(text: Manuscript, offset: int, source: str, url: str | None, *, has_words: bool) -> None:
    becomes = f"is kept as a link to {url}" if url else f"“{source}” is no address on the web, and is kept as words"
    lacks = "" if has_words else "; it has no alternative text"
    text.warn(offset, Code.BODY_PICTURE, f"a picture in its text {becomes}{lacks}", BY_HAND)
