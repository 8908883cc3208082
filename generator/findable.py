"""What full-text search knows of an entry."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Findable:
    """An entry as one edition of the site shows it; both are named by `path`, counted from the site’s root.

    `lang` is the edition’s language, whatever the text is in. `lead` is plain text, `body` Markdown. `meta` is shown
    with what is found, and found itself; `facets` are what a search can be narrowed by. `place` counts the entries of
    the chronology.
    """

    path: str
    lang: str
    lead: str
    body: str
    meta: Mapping[str, str]
    facets: Mapping[str, tuple[str, ...]]
    place: int
