"""The HTML in the Markdown of a post: what a page cannot have becomes Markdown, or is left out and named."""

import re
from collections.abc import Iterator

from generator.errors import Code
from generator.intake.blog.leads import Leads
from generator.intake.blog.manuscript import Change, Manuscript
from generator.intake.draft import report_html, report_pictures
from generator.intake.prose import to_markdown
from generator.markup import ALLOWED_ATTRIBUTES, ALLOWED_TAGS

_ELEMENT = r"<(?P<tag>{})\b(?:[^<>]*/>|[^<>]*>.*?<[/](?P=tag)\s*>|[^<>]*>)"
_RUNS, _LOADS = (
    re.compile(_ELEMENT.format("|".join(names.split())), re.IGNORECASE | re.DOTALL)
    for names in (
        "script style svg noscript canvas form select math",
        "iframe video audio object embed picture",
    )
)
"""What has no words for a reader, and what is a link where it has an address."""
_BLOCKS = (
    "address article aside blockquote center dd details div dl dt fieldset figcaption figure footer h[1-6] header hr li"
    " main nav ol p section summary table tbody td tfoot th thead tr ul font"
)
_BLOCK = re.compile(
    rf"^ {{0,3}}<[/]?(?:{_BLOCKS.replace(' ', '|')})\b(?:.*\n?)(?:[^\n]*\S[^\n]*\n?)*", re.MULTILINE | re.IGNORECASE
)
_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?)>", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"\s+(?P<name>[^\s=\"'<>/]+)(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_SECTION = re.compile(r"<!\[")
"""Begins a section of SGML, which HTML has not."""
_MARKERS = re.compile(r"(?:<[/]?(?:div|section|center|article|aside|span|main|details)\b[^<>]*>\s*)+", re.IGNORECASE)
_DETAILS = re.compile(r"<details\b[^<>]*>\s*<summary\b[^<>]*>(?P<words>.*?)<[/]summary>\s*", re.IGNORECASE | re.DOTALL)
"""Something to unfold, whose words are Markdown."""
_IS_MARKDOWN = re.compile(r"\bmarkdown\s*=", re.IGNORECASE)


class Tags:
    """Goes through the HTML of one post. `decoration` names the attributes that only decorated it."""

    def __init__(self, leads: Leads, *, is_nested: bool) -> None:
        self._leads = leads
        self._is_nested = is_nested
        self.decoration: list[str] = []

    def read(self, text: Manuscript) -> Manuscript:
        """The text with no tag or attribute left that a page cannot have, but for those that are named.

        Raises `TooDeepError`.
        """
        text = text.changed(Change(*match.span(), "&lt;![") for match in text.found(_SECTION))
        text = text.changed(self._elements(text, _RUNS))
        text = text.changed(self._around_markdown(text))
        text = text.changed(self._blocks(text))
        text = text.changed(self._elements(text, _LOADS))
        return text.changed(self._inline(text))

    def _elements(self, text: Manuscript, pattern: re.Pattern[str]) -> Iterator[Change]:
        """Whole elements as Markdown, those that stand in no block."""
        for match in text.found(pattern):
            yield Change(*match.span(), self._converted(text, *match.span()))

    def _around_markdown(self, text: Manuscript) -> Iterator[Change]:
        """Tags that say that Markdown stands within them are left out, with their ends: here it would be HTML."""
        opened: dict[str, list[bool]] = {}
        for tag in text.found(_TAG):
            within = opened.setdefault(tag["name"].lower(), [])
            is_left_out = (
                bool(_IS_MARKDOWN.search(tag["attributes"])) if not tag["close"] else bool(within and within.pop())
            )
            if not tag["close"]:
                within.append(is_left_out)
                self.decoration += ["tag around Markdown"] * is_left_out
            if is_left_out:
                yield Change(*tag.span(), "")

    def _blocks(self, text: Manuscript) -> Iterator[Change]:
        """Blocks with tags that a page cannot have, as Markdown. Tags around Markdown are left out, the Markdown stays:
        to CommonMark it is text as any other, and here it would be HTML."""
        for match in text.found(_BLOCK):
            source = text.text[slice(*match.span())]
            details = _DETAILS.fullmatch(source) if self._is_nested else None
            if details or (self._is_nested and _MARKERS.fullmatch(source)):
                self.decoration += ["tag around Markdown"] * (not source.startswith("/", 1))
                yield Change(*match.span(), f"{details['words'] if details else ''}\n\n")
            elif any(tag["name"].lower() not in ALLOWED_TAGS for tag in _TAG.finditer(source)):
                yield Change(*match.span(), f"\n{self._converted(text, *match.span())}\n\n")

    def _inline(self, text: Manuscript) -> Iterator[Change]:
        for match in text.found(_TAG):
            name = match["name"].lower()
            if name in ALLOWED_TAGS:
                yield from self._without_attributes(match)
            elif not match["close"] and name != "img":
                message = f"<{name}> is left out of the page; the text within stays"
                text.warn(match.start(), Code.BODY_HTML, message, "look whether its text lacks anything")

    def _without_attributes(self, tag: re.Match[str]) -> Iterator[Change]:
        allowed = ALLOWED_ATTRIBUTES["*"] | ALLOWED_ATTRIBUTES.get(tag["name"].lower(), frozenset())
        start = tag.start("attributes")
        for attribute in _ATTRIBUTE.finditer(tag["attributes"]):
            if attribute["name"].lower() not in allowed:
                self.decoration.append(attribute["name"].lower())
                yield Change(start + attribute.start(), start + attribute.end(), "")

    def _converted(self, text: Manuscript, start: int, end: int) -> str:
        prose = to_markdown(text.text[start:end], autolink=False, lead=self._leads.lead)
        row = text.row(start)
        report_html((prose,), row)
        report_pictures(prose, row)
        self.decoration += prose.looks
        return prose.markdown
