"""The front door to Markdown: what an author wrote, as HTML that is not yet safe. `sanitise` makes it so.

Python-Markdown tries all that it knows on every text, and most texts hold no mark at all. Here a step is left out
where the marks that it cannot do without are absent. What comes out is the same, byte for byte.
"""

import re
from functools import cache, lru_cache
from threading import Lock
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ParagraphProcessor
from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode
from markdown.inlinepatterns import Pattern
from markdown.preprocessors import NormalizeWhitespace, Preprocessor
from markdown.treeprocessors import InlineProcessor, Treeprocessor, UnescapeTreeprocessor
from markdown.util import ETX, STX

EXTENSIONS = ("abbr", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
"""Python-Markdown's own extensions; `toc` gives headings addresses."""

_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_AFTER_INLINE_BEFORE_TOC = 10
_BEFORE_ALL_OTHERS = 200

_UNEVEN = ("\n ", "\t", "\r", STX, ETX)
"""What has to be set right before a text is read."""

_WORD = r"[*_]*[^\s#=*_+:>\[|-]"
_PLAIN = re.compile(rf"(?:\d+(?![\d.])|(?!\d){_WORD})[^\n|]*(?:\n{_WORD}[^\n|]*)*")
"""Lines that begin with words, and no table. What is more than a paragraph begins a line with a mark."""

_NEEDS = {
    "backtick": ("`",),
    "escape": ("\\",),
    "footnote": ("[^",),
    "reference": ("[",),
    "link": ("](",),
    "image_link": ("![",),
    "image_reference": ("![",),
    "short_reference": ("[",),
    "short_image_ref": ("![",),
    "autolink": ("<",),
    "automail": ("<",),
    "linebreak": ("  \n",),
    "html": ("<",),
    "entity": ("&",),
    "not_strong": ("*", "_"),
    "em_strong": ("*", "_"),
    "em_strong2": ("_",),
}
"""Patterns within a text, and the marks of which each needs one. A pattern that is not here is always tried."""

_MARKS = frozenset({"", *(mark for marks in _NEEDS.values() for mark in marks)})
_ALWAYS = ("",)
_BY_REFERENCE = ("reference", "image_reference", "short_reference", "short_image_ref")

_ONE_AT_A_TIME = Lock()
"""A converter holds what it knows of a text. A preview draws pages in several threads."""


@lru_cache(maxsize=8)
def to_html(text: str, way_back: str = "{}") -> str:
    """Convert a body. The same text gives the same HTML, whatever was converted before.

    `way_back` is the title of the link from a footnote back to the text, with `{}` for the number of the note.

    Headings stand below the page's title and skip no level. The last results are kept: the frame of an entry is drawn
    after its page.
    """
    with _ONE_AT_A_TIME:
        return _converter(way_back).reset().convert(text)


class Outline(Extension):
    """Brings headings into the outline of a page that has a title of its own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: D102, N802 - the library's, as all such names below
        md.treeprocessors.register(_Headings(md), "outline", _AFTER_INLINE_BEFORE_TOC)


class _Headings(Treeprocessor):
    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in _TAGS]
        shift = 1 if any(heading.tag == "h1" for heading in headings) else 0
        above = 1
        for heading in headings:
            above = min(int(heading.tag[1]) + shift, above + 1, len(_TAGS))
            heading.tag = f"h{above}"


class Shortcuts(Extension):
    """Stands before, or in place of, what the extensions before it have registered."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: D102, N802 - as above
        before, after = md.preprocessors, md.treeprocessors
        before.register(_Whitespace(md), "normalize_whitespace", 30)
        before.register(_WhereMarked(before["fenced_code_block"], "```", "~~~"), "fenced_code_block", 25)
        before.register(_WhereMarked(before["html_block"], "<", "&"), "html_block", 20)
        md.parser.blockprocessors.register(_Plain(md.parser), "plain", _BEFORE_ALL_OTHERS)
        after.register(_Inline(md), "inline", 20)
        after.register(_Addresses(after["toc"]), "toc", 5)
        after.register(_Escapes(md), "unescape", 0)


class _Whitespace(NormalizeWhitespace):
    """Takes a text as it is where no line needs to be set right; the library ends each with two empty lines."""

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return super().run(lines) if any(sign in text for sign in _UNEVEN) else [*lines, "", ""]


class _WhereMarked(Preprocessor):
    """Another preprocessor, run on texts that hold one of its marks."""

    def __init__(self, inner: Preprocessor, *marks: str) -> None:
        super().__init__(inner.md)
        self._inner, self._marks = inner, marks

    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        return self._inner.run(lines) if any(mark in text for mark in self._marks) else lines


class _Plain(ParagraphProcessor):
    """Takes what can be nothing but a paragraph, before every other kind of block is tried on it."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the signature is the library's
        return _PLAIN.fullmatch(block) is not None


class _Inline(InlineProcessor):
    """Tries on a text the patterns alone whose marks it holds."""

    inlinePatterns: Any  # noqa: N815 - as above. A list here: the library asks for a pattern by its number

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        known = {name: md.inlinePatterns[name] for name in _NEEDS if name in md.inlinePatterns}
        self._needs = {pattern: _NEEDS[name] for name, pattern in known.items()}
        self._by_reference = [known[name] for name in _BY_REFERENCE]
        self._held = _MARKS

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        whole = "".join(tree.itertext())
        self._held = frozenset(mark for mark in _MARKS if mark in whole)
        useless = [] if self.md.references else self._by_reference
        self.inlinePatterns = self._useful([one for one in self.md.inlinePatterns if one not in useless], whole)
        return super().run(tree, ancestors)

    def _useful(self, patterns: list[Pattern], text: str) -> list[Pattern]:
        held = {mark for mark in self._held if mark in text} if patterns else set()
        return [pattern for pattern in patterns if not held.isdisjoint(self._needs.get(pattern, _ALWAYS))]

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 - as above
        """The library's `__handleInline`, which has no public name."""
        patterns = self.inlinePatterns
        self.inlinePatterns = self._useful(patterns[patternIndex:], data)
        try:
            if not self.inlinePatterns:
                return data
            return super()._InlineProcessor__handleInline(data)  # type: ignore[misc,no-any-return] # nor in the stubs
        finally:
            self.inlinePatterns = patterns


class _Addresses(Treeprocessor):
    """The library's table of contents, made where there are headings: it gives them their addresses."""

    def __init__(self, toc: Treeprocessor) -> None:
        super().__init__(toc.md)
        self._toc = toc

    def run(self, root: Element) -> None:
        if any(element.tag in _TAGS for element in root.iter()):
            self._toc.run(root)


class _Escapes(UnescapeTreeprocessor):
    """Puts back what was escaped, where there was a backslash."""

    def run(self, root: Element) -> None:
        if any("\\" in line for line in self.md.lines):  # type: ignore[attr-defined] # the stubs lack it
            super().run(root)


@cache
def _converter(way_back: str) -> Markdown:
    settings: dict[str, dict[str, Any]] = {
        "toc": {"marker": "", "slugify": slugify_unicode},
        "footnotes": {"BACKLINK_TITLE": way_back},
    }
    extensions: list[str | Extension] = [*EXTENSIONS, Outline(), Shortcuts()]
    return Markdown(extensions=extensions, extension_configs=settings, output_format="html")
