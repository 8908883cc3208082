"""Takes away what stands above and below an article, and names the agencies it comes from."""

from generator.convert.agencies import agencies_in
from generator.convert.boilerplate import KEPT, boilerplate
from generator.convert.dateline import split_dateline

_NAMING = frozenset({"credit", "byline"})


def split_credits(paragraphs: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paragraphs without the boilerplate about them, and the agencies named in credits, bylines and datelines.

    Boilerplate inside of the text stays there; so does the last paragraph that is left.
    """
    agencies: dict[str, None] = {}
    for paragraph in paragraphs:
        is_credit = boilerplate(paragraph) in _NAMING
        agencies |= dict.fromkeys(agencies_in(paragraph if is_credit else split_dateline(paragraph)[0]))
    start, end = 0, len(paragraphs)
    while end - start > 1 and _is_beside_the_text(paragraphs[end - 1]):
        end -= 1
    while end - start > 1 and _is_beside_the_text(paragraphs[start]):
        start += 1
    return paragraphs[start:end], tuple(agencies)


def _is_beside_the_text(paragraph: str) -> bool:
    rule = boilerplate(paragraph)
    return rule is not None and rule not in KEPT
