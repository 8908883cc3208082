"""What an article reports, and the articles that report on an entry, as the entry's page shows them."""

from generator.arranged import Evidence, Placed, ReportedEvent, Side
from generator.model import Entry, Event
from generator.render.cards import card, when
from generator.render.edition import Edition
from generator.render.parts import EvidenceView, Name, ReportedView, ReportView
from generator.render.words import event_status, likeness, marked


def evidence(entry: Entry, edition: Edition) -> tuple[EvidenceView, ...]:
    """What an entry's resolved day follows from; nothing where its day is as written."""
    resolution = edition.chronology.resolutions.get(entry.slug)
    return tuple(_evidence(each, edition) for each in resolution.evidence) if resolution else ()


def reported_events(entry: Entry, edition: Edition) -> tuple[ReportedView, ...]:
    """The events that an article reports."""
    return tuple(reported_event(event, edition) for event in edition.chronology.reported.get(entry.slug, ()))


def reports(placed: Placed, edition: Edition) -> tuple[ReportView, ...]:
    """The articles on an entry's event: those that it stands for, then those that tell of it among other things."""
    reason = edition.language.word(marked("Tells of an event in this place on this day."))
    return (
        *(ReportView(card(one.entry, edition), likeness(one.likeness, edition.language)) for one in placed.reports),
        *(ReportView(card(one, edition), reason) for one in edition.chronology.articles.get(placed.entry.slug, ())),
    )


def _evidence(found: Evidence, edition: Edition) -> EvidenceView:
    cards = tuple(card(entry, edition) for entry in found.entries)
    return EvidenceView(found.event.said, _place(found.event, edition), cards)


def reported_event(found: ReportedEvent, edition: Edition) -> ReportedView:
    """One event that an article reports."""
    event = found.event
    return ReportedView(
        said=event.said,
        what=event.what,
        place=_place(event, edition),
        when=when(found.moment, edition.language, is_inferred=found.is_inferred) if found.moment else None,
        status=event_status(event.status, edition.language),
        card=card(found.entry, edition) if found.entry else None,
    )


def _place(event: Event, edition: Edition) -> Name | None:
    return edition.name(Side.PLACES, event.place) if event.place else None
