"""The front door to nh3: HTML from authors, without anything that could run or load from elsewhere."""

import nh3

from generator.markup import ALLOWED_ATTRIBUTES, ALLOWED_SCHEMES, ALLOWED_TAGS

_CLEANER = nh3.Cleaner(
    tags=set(ALLOWED_TAGS),
    attributes={tag: set(names) for tag, names in ALLOWED_ATTRIBUTES.items()},
    url_schemes=set(ALLOWED_SCHEMES),
    clean_content_tags={"script", "style"},
    link_rel=None,
)


def sanitise(html: str) -> str:
    """The HTML with the allowed tags, attributes and links alone; the text of other tags stays."""
    return _CLEANER.clean(html)
