"""What pages are made from, as digests: a page whose origin is known comes out the same and is not made again.

An origin may cover more than a page shows, and never less.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.arranged import Chronology, Placed, Side, Topic, YearGroup
from generator.model import Entry, Gazetteer, Prose, Site


@dataclass(frozen=True)
class Origins:
    """The origins of a site’s pages, which are those of each of its languages. The words of a language, the templates
    and the program are known to who draws."""

    site: Site
    gazetteer: Gazetteer
    chronology: Chronology
    prose: tuple[Prose, ...]
    has_search: bool
    _faces: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _wholes: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def of_entry(self, placed: Placed) -> str:
        """That of the page of an entry: all of it, and what the page shows of others."""
        return digest([self.common, self._whole(placed.entry), *self._around(placed)])

    def of_text(self, entry: Entry) -> str:
        """That of what shows an entry alone."""
        return digest([self.common, self._whole(entry)])

    def of_face(self, entry: Entry) -> str:
        """That of what shows an entry alone, without its text."""
        return digest([self.common, self._face(entry)])

    def of_list(self, years: Iterable[YearGroup], *others: object) -> str:
        """That of a page that lists entries by years, and shows some `others` that `repr` tells apart."""
        return digest([self.common, repr(others), *self._listed(years)])

    def of_topic(self, topic: Topic, *others: object) -> str:
        """That of a page that lists the entries of a topic by years, which follow from their dates, and shows some
        `others` that `repr` tells apart. Which topics it leads to follows from what is common to all pages."""
        faces = (f"{self._face(one.entry)} {len(one.reports)}" for one in topic.placed)
        return digest([self.common, topic.id, repr(others), *faces])

    def of_index(self, side: Side) -> str:
        """That of a page that lists the topics of a side: how many entries, and when the first and the last was."""
        lines = (
            " ".join([id_, str(len(topic.placed)), *map(self._when, (topic.placed[0].entry, topic.placed[-1].entry))])
            for id_, topic in self.chronology.topics.by_side[side].items()
        )
        return digest([self.common, side.value, *lines])

    @cached_property
    def of_lists(self) -> str:
        """That of what shows every entry, but not their texts."""
        return digest([self.common, *map(self._face, self.chronology.entries), *self._listed(self.chronology.years)])

    @cached_property
    def of_texts(self) -> str:
        """That of what shows every entry whole."""
        return digest([self.of_lists, *map(self._whole, self.chronology.entries)])

    @cached_property
    def of_summaries(self) -> str:
        """That of what shows of every entry its summary, or its text where it has none."""
        whole = (entry for entry in self.chronology.entries if not all(text.summary for text in entry.texts.values()))
        return digest([self.of_lists, *map(self._whole, whole)])

    @cached_property
    def common(self) -> str:
        """That of what any page may show: the settings, the gazetteer, and which pages there are to lead to."""
        topics = {side.value: tuple(found) for side, found in self.chronology.topics.by_side.items()}
        titles = [(page.slug, [(text.lang, text.title) for text in page.texts.values()]) for page in self.prose]
        parts = (self.site, self.gazetteer, topics, tuple(self.chronology.sequences), titles, self.has_search)
        return digest(map(repr, parts))

    def _around(self, placed: Placed) -> Iterator[str]:
        """What an entry’s page shows of others, in an order that tells what each is to it."""
        entry, chronology = placed.entry, self.chronology
        yield from (self._face(other) if other else "" for other in (placed.before, placed.after))
        for report in placed.reports:
            yield report.likeness + self._face(report.entry)
        resolution = chronology.resolutions.get(entry.slug)
        for evidence in resolution.evidence if resolution else ():
            yield repr(evidence.event) + "".join(map(self._face, evidence.entries))
        for reported in chronology.reported.get(entry.slug, ()):
            yield repr((reported.event, reported.moment)) + (self._face(reported.entry) if reported.entry else "")
        yield from map(self._face, chronology.articles.get(entry.slug, ()))
        for step in entry.steps:
            yield step.sequence
            yield from ("" if each.event else self._face(each.entry) for each in chronology.sequences[step.sequence])

    def _listed(self, years: Iterable[YearGroup]) -> Iterator[str]:
        """Entries by year, month and day; those that are found there again stand behind the others."""
        for year in years:
            yield f"{year.year} {year.precision.value}"
            for month in year.months:
                for day in month.days:
                    yield f"{month.month} {day.day}"
                    yield from (f"{self._face(one.entry)} {len(one.reports)}" for one in day.placed)
                    yield from (f"again {self._face(one.entry)}" for one in day.again)

    def _face(self, entry: Entry) -> str:
        """What pages of others can show of an entry: all but its text."""
        if entry.slug not in self._faces:
            heads = (f"{text.lang} {text.path} {text.head_digest}" for text in entry.texts.values())
            self._faces[entry.slug] = digest([entry.slug, self._when(entry), *heads])
        return self._faces[entry.slug]

    def _when(self, entry: Entry) -> str:
        return f"{self.chronology.moment(entry)} {self.chronology.is_inferred(entry)}"

    def _whole(self, entry: Entry) -> str:
        if entry.slug not in self._wholes:
            texts = ((text.digest, repr(text.references) if text.references else "") for text in entry.texts.values())
            self._wholes[entry.slug] = digest([self._face(entry), *(part for parts in texts for part in parts)])
        return self._wholes[entry.slug]


def digest(parts: Iterable[str]) -> str:
    """A digest of several texts. Its 128 bits tell apart all pages that there will ever be."""
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()
