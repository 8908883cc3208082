"""The front door to Markdown: what an author wrote, as HTML that is not yet safe. `sanitise` makes it so."""

from functools import cache

from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

EXTENSIONS = ("abbr", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
"""Python-Markdown's own extensions; `toc` moves headings below the page's title and gives them addresses."""


def to_html(text: str) -> str:
    """Convert a body. The same text gives the same HTML, whatever was converted before."""
    return _converter().reset().convert(text)


@cache
def _converter() -> Markdown:
    toc = {"baselevel": 2, "marker": "", "slugify": slugify_unicode}
    return Markdown(extensions=list(EXTENSIONS), extension_configs={"toc": toc}, output_format="html")
