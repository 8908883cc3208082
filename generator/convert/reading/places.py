"""Where things happen: places that the text says something takes place in, not those it only speaks of."""

from collections.abc import Sequence

from generator.convert.grammars.grammar import Names
from generator.convert.reading.article import Paragraph, Sentence, words_before
from generator.convert.reading.gazetteer import Kind, Named

At = tuple[int, int]
"""A paragraph and a position in it."""


class Places:
    """The places of an article in which something is said to happen: “in Geneva”, but not “Geneva agreed”."""

    def __init__(self, paragraphs: Sequence[Paragraph], named: Sequence[Sequence[Named]], names: Names) -> None:
        self._located = [
            [place for place in found if _is_located(paragraph.narration, place, names)]
            for paragraph, found in zip(paragraphs, named, strict=True)
        ]

    def nearest(self, paragraph: int, sentence: Sentence, position: int) -> str | None:
        """The place nearest to a position within its sentence."""
        inside = [place for place in self._located[paragraph] if sentence.holds(place.start)]
        nearest = min(inside, key=lambda place: abs(place.start - position), default=None)
        return nearest.ids[0] if nearest else None

    def last_before(self, start: At, end: At) -> str | None:
        """The last place of the first paragraph that has any between two positions: the one the others lie in."""
        for number, places in enumerate(self._located):
            inside = [place for place in places if start <= (number, place.start) < end]
            if inside:
                return inside[-1].ids[0]
        return None


def _is_located(narration: str, place: Named, names: Names) -> bool:
    lead = words_before(narration, place.start)
    return place.kind is Kind.PLACE and bool(names.locative.search(lead)) and not names.agreement.search(lead)
