"""Entries as other pages show them, and dates as all pages show them."""

from generator.arranged import Side
from generator.dates import iso
from generator.languages import Language
from generator.markup import ID_PREFIX
from generator.model import Entry, Reference, Text
from generator.moment import Bound, Day, Moment, Precision
from generator.render.edition import Edition
from generator.render.filters import facets
from generator.render.parts import Body, BodyLink, Card, When
from generator.render.words import entry_type, limit_of_sources, moment_in_words
from generator.urls import Addresses, year_name

_MOST_ACTORS = 4
"""So many actors a card names where there are more; one more is named as well, since “and 1 more” is no shorter."""


def card(entry: Entry, edition: Edition, *, reports: int = 0) -> Card:
    """An entry in the edition's language, or in its own where it has not been translated; and how many other reports
    of its event there are. It is made once, however many pages show it."""
    key = entry.slug, reports
    if key not in edition.cards:
        edition.cards[key] = _card(entry, edition, reports)
    return edition.cards[key]


def _card(entry: Entry, edition: Edition, reports: int) -> Card:
    text = entry.text(edition.lang)
    is_inferred = edition.chronology.is_inferred(entry)
    named = entry.actors if len(entry.actors) <= _MOST_ACTORS + 1 else entry.actors[:_MOST_ACTORS]
    return Card(
        address=edition.addresses.entry(entry.slug),
        title=text.title,
        summary=text.summary,
        summary_lang=entry.lang_of("summary", edition.lang),
        lang=text.lang,
        foreign=edition.foreign(text.lang),
        when=when_of(entry, edition),
        written=when(entry.moment, edition.language) if is_inferred else None,
        type=entry.type.value,
        type_label=entry_type(entry.type, edition.language),
        actors=edition.names(Side.ACTORS, named),
        more_actors=len(entry.actors) - len(named),
        facets=facets(entry, edition),
        is_disputed=text.disputed is not None,
        is_unreviewed=bool(text.inferred),
        reports=reports,
    )


def doubts(text: Text, language: Language) -> tuple[str, ...]:
    """What is doubtful about a text, each in words."""
    found = ((text.disputed, language.word("Disputed")), (text.inferred, language.word("Not yet reviewed")))
    return tuple(words for holds, words in found if holds)


def described(text: Text, language: Language) -> str | None:
    """A text in short, what is doubtful about it first: for those who see no more of its page."""
    return " ".join([*(f"{words}." for words in doubts(text, language)), *filter(None, [text.summary])]) or None


def body(text: Text, edition: Edition) -> Body:
    """A body, its links leading to pages of the edition."""
    return Body(text.body, tuple(_body_link(reference, edition.addresses) for reference in text.references))


def _body_link(reference: Reference, addresses: Addresses) -> BodyLink:
    address = addresses.prose(reference.slug) if reference.is_prose else addresses.entry(reference.slug)
    return BodyLink(reference.written, address, f"#{ID_PREFIX}{reference.part}" if reference.part else "")


def when_of(entry: Entry, edition: Edition) -> When:
    """When an entry happened, as far as that is known, or can be inferred."""
    chronology = edition.chronology
    return when(chronology.moment(entry), edition.language, is_inferred=chronology.is_inferred(entry))


def when(moment: Moment, language: Language, *, is_inferred: bool = False) -> When:
    """A date in words, and for machines where HTML has a form for it."""
    is_doubtful = moment.approximate or moment.uncertain
    return When(
        words=moment_in_words(moment, language),
        machine=None if moment.is_range or is_doubtful or is_inferred else iso(moment.points[0]),
        precision=moment.precision.value,
        shape=_shape(moment),
        limit=limit_of_sources(moment, language),
        is_doubtful=is_doubtful,
        earliest=_iso(moment.earliest),
        latest=_iso(moment.latest),
        inferred=language.word("inferred date") if is_inferred else None,
    )


def _iso(day: Day | None) -> str | None:
    return f"{year_name(day.year, Precision.YEAR)}-{day.month:02}-{day.day:02}" if day else None


def _shape(moment: Moment) -> str | None:
    if not moment.is_range:
        return None
    if isinstance(moment.start, Bound):
        return "no-start"
    return "no-end" if isinstance(moment.end, Bound) else "range"
