"""The front door to nh3: HTML from authors, without anything that could run or load from elsewhere."""

from collections.abc import Mapping
from functools import partial

import nh3

from generator.links import scheme_of
from generator.markup import ALLOWED_ATTRIBUTES, ALLOWED_SCHEMES, ALLOWED_TAGS, ID_PREFIX
from generator.text import FORBIDDEN

_ATTRIBUTES = {tag: set(names) for tag, names in ALLOWED_ATTRIBUTES.items()}


def sanitise(html: str, targets: Mapping[str, str]) -> str:
    """The HTML with the allowed tags, attributes, links and characters alone; the text of other tags stays.

    Links to other files are made of `targets`, by what an author wrote; one that is not there leads nowhere and is
    none. Ids and the links to them get their prefix.
    """
    clean = nh3.clean(
        html,
        tags=set(ALLOWED_TAGS),
        attributes=_ATTRIBUTES,
        url_schemes=set(ALLOWED_SCHEMES),
        clean_content_tags={"script", "style"},
        attribute_filter=partial(_attribute, targets),
        link_rel=None,
    )
    return FORBIDDEN.sub("", clean)  # a reference such as &#1; is a character by now


def _attribute(targets: Mapping[str, str], _tag: str, name: str, value: str) -> str | None:
    """The value of an attribute on the page; None where it is left out."""
    if name == "id":
        return ID_PREFIX + value
    if name != "href" or scheme_of(value):
        return value
    return f"#{ID_PREFIX}{value[1:]}" if value.startswith("#") else targets.get(value.strip())
