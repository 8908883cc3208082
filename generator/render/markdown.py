"""The front door to Markdown: what an author wrote, as HTML that is not yet safe. `sanitise` makes it so."""

from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.toc import slugify_unicode
from markdown.treeprocessors import Treeprocessor

EXTENSIONS = ("abbr", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
"""Python-Markdown's own extensions; `toc` gives headings addresses."""

_TAGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_AFTER_INLINE_BEFORE_TOC = 10


def to_html(text: str) -> str:
    """Convert a body. The same text gives the same HTML, whatever was converted before.

    Headings stand below the page's title and skip no level.
    """
    return _converter().reset().convert(text)


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
def _converter() -> Markdown:
    toc = {"marker": "", "slugify": slugify_unicode}
    return Markdown(extensions=[*EXTENSIONS, _Outline()], extension_configs={"toc": toc}, output_format="html")
