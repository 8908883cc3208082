"""The front door to Markdown: what an author wrote, as HTML that is not yet safe. `sanitise` makes it so."""

from functools import cache

from markdown import Markdown
from markdown.extensions.toc import slugify_unicode

EXTENSIONS = ("abbr", "def_list", "fenced_code", "footnotes", "sane_lists", "tables", "toc")
"""Python-Markdown's own extensions; `toc` gives headings addresses and can move them down."""


def to_html(text: str) -> str:
    """Convert a body. The same text gives the same HTML, whatever was converted before.

    Headings stand below the page's title: where an author begins with a heading of the first level, all move down.
    """
    html = _converter(top=1).reset().convert(text)
    return _converter(top=2).reset().convert(text) if "<h1" in html else html


@cache
def _converter(top: int) -> Markdown:
    toc = {"baselevel": top, "marker": "", "slugify": slugify_unicode}
    return Markdown(extensions=list(EXTENSIONS), extension_configs={"toc": toc}, output_format="html")
