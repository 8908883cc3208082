"""The front door to Markdown: what an author wrote, as HTML that is not yet safe. `sanitise` makes it so."""

from functools import cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor

EXTENSIONS = ("abbr", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
"""Python-Markdown's own extensions; `toc` gives headings addresses."""

_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_AFTER_INLINE_BEFORE_TOC = 10


def to_html(text: str, way_back: str = "{}") -> str:
    """Convert a body. The same text gives the same HTML, whatever was converted before.

    `way_back` is the title of the link from a footnote back to the text, with `{}` for the number of the note.

    Headings stand below the page's title and skip no level.
    """
    return _converter(way_back).reset().convert(text)


class _Headings(Treeprocessor):
    """Brings headings into the outline of a page that has a title of its own."""

    def run(self, root: Element) -> None:
        headings = [element for element in root.iter() if element.tag in _TAGS]
        shift = 1 if any(heading.tag == "h1" for heading in headings) else 0
        above = 1
        for heading in headings:
            above = min(int(heading.tag[1]) + shift, above + 1, len(_TAGS))
            heading.tag = f"h{above}"


class _Outline(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is the library's
        md.treeprocessors.register(_Headings(md), "outline", _AFTER_INLINE_BEFORE_TOC)


@cache
def _converter(way_back: str) -> Markdown:
    settings: dict[str, dict[str, Any]] = {
        "toc": {"marker": "", "slugify": slugify_unicode},
        "footnotes": {"BACKLINK_TITLE": way_back},
    }
    return Markdown(extensions=[*EXTENSIONS, _Outline()], extension_configs=settings, output_format="html")
