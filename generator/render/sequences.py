"""The pages of sequences, and what other pages show of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from generator.arranged import SequenceStep, Side
from generator.model import Entry, Sequence, in_language
from generator.moment import Moment, span
from generator.render.cards import card, when
from generator.render.edition import Edition
from generator.render.embeds import embed_pages
from generator.render.linked_data import as_json, sequence_data
from generator.render.map_parts import StopView
from generator.render.maps import Stop, route_map
from generator.render.parts import PlaceInSequence, SequenceLink, StepView, When
from generator.render.reporting import reported_event
from generator.render.views import Page, SequencePage, SequencesPage, of_view, ready
from generator.text import capital

_DAYS = range(2 * 365)
"""Steps that are farther apart have their distance told in years."""
_DAYS_OF_A_YEAR = 365.2425


def sequence_pages(edition: Edition) -> Iterator[Page]:
    """One page for each sequence that has steps, and one that lists them; none where no sequence has any."""
    links = sequence_links(edition)
    for sequence, link in zip(_sequences(edition), links, strict=True):
        page = of_view(link.address, edition.lang, SequencePage, partial(_sequence_page, sequence.id, link, edition))
        yield page
        yield from embed_pages(page, _embed_name(sequence.id), edition)
    if links:
        shell = edition.shell(edition.language.word("Sequences"), edition.addresses.sequences)
        yield ready(edition.addresses.sequences, edition.lang, SequencesPage(shell, links))


def _sequence_page(id_: str, link: SequenceLink, edition: Edition) -> SequencePage:
    data, embed = as_json(sequence_data(id_, edition)), edition.embed(_embed_name(id_))
    shell = edition.shell(link.title, link.address, link.summary, linked_data=data, embed=embed)
    steps = edition.chronology.sequences[id_]
    views = tuple(_step(f"step-{number}", step, edition) for number, step in enumerate(steps, 1))
    stops = [_stop(step, view, edition) for step, view in zip(steps, views, strict=True)]
    return SequencePage(shell, link, route_map(stops, edition), views)


def _embed_name(id_: str) -> str:
    return f"sequences/{id_}"


def sequence_links(edition: Edition) -> tuple[SequenceLink, ...]:
    """The sequences that have steps, in the order of their file."""
    return tuple(_link(sequence, edition) for sequence in _sequences(edition))


def places_in_sequences(entry: Entry, edition: Edition) -> tuple[PlaceInSequence, ...]:
    """Which steps an entry is, of which sequences."""
    return tuple(_place(entry, edition.gazetteer.sequences[step.sequence], edition) for step in entry.steps)


def _sequences(edition: Edition) -> list[Sequence]:
    return [each for each in edition.gazetteer.sequences.values() if each.id in edition.chronology.sequences]


def _link(sequence: Sequence, edition: Edition) -> SequenceLink:
    steps = edition.chronology.sequences[sequence.id]
    first = next(step.entry for step in steps if step.event is None)
    title, title_lang = in_language(sequence.title, edition.lang)
    summary, summary_lang = in_language(sequence.summary, edition.lang) if sequence.summary else (None, edition.lang)
    return SequenceLink(
        title=title,
        title_lang=title_lang,
        address=edition.addresses.sequence(sequence.id),
        summary=summary,
        summary_lang=summary_lang,
        count=len(steps),
        span=span_of(steps, edition),
        first=card(first, edition),
    )


def moments_of(steps: Iterable[SequenceStep], edition: Edition) -> list[Moment]:
    """The dates of some steps, of those that have one."""
    return [moment for moment, _ in _dated(steps, edition)]


def span_of(steps: Iterable[SequenceStep], edition: Edition) -> When:
    """From the first of some steps to the last; their date where they have one alone. Inferred if one of the two is."""
    ends = list(_dated(steps, edition))
    (first, first_is_inferred), (last, last_is_inferred) = ends[0], ends[-1]
    moment = first if first == last else span(first, last)
    return when(moment, edition.language, is_inferred=first_is_inferred or last_is_inferred)


def _dated(steps: Iterable[SequenceStep], edition: Edition) -> Iterator[tuple[Moment, bool]]:
    """The dates of some steps, of those that have one, and whether each is inferred."""
    for step in steps:
        if step.event is None:
            yield edition.chronology.moment(step.entry), edition.chronology.is_inferred(step.entry)
        elif step.event.moment:
            yield step.event.moment, step.event.is_inferred


def _step(anchor: str, step: SequenceStep, edition: Edition) -> StepView:
    """A step as the list shows it, with all who took part."""
    places = edition.labels(Side.PLACES, step.entry.places[:1]) + edition.names(Side.PLACES, step.entry.places[1:])
    actors = edition.names(Side.ACTORS, step.entry.actors)
    return StepView(
        anchor=anchor,
        number=step.number,
        places=() if step.event else places,
        days=step.days if step.days in _DAYS else None,
        years=round(step.days / _DAYS_OF_A_YEAR) if step.days and step.days >= _DAYS.stop else None,
        card=replace(card(step.entry, edition), actors=actors, more_actors=0),
        event=reported_event(step.event, edition) if step.event else None,
    )


def _stop(step: SequenceStep, view: StepView, edition: Edition) -> Stop:
    """The same step as the map shows it."""
    if step.event and view.event:
        places, date, status = [step.event.event.place], view.event.when, view.event.status
    else:
        places, date, status = [*step.entry.places], view.card.when, None
    known = tuple(place for place in places if place)
    names = edition.language.list([edition.name(Side.PLACES, place).words for place in known])
    words, is_announced = date.told if date else None, step.event is not None
    return Stop(known, StopView(view.anchor, view.number, capital(names) or None, words, is_announced, status))


def _place(entry: Entry, sequence: Sequence, edition: Edition) -> PlaceInSequence:
    steps = edition.chronology.sequences[sequence.id]
    told = [step for step in steps if step.event is None]
    here = [step.entry.slug for step in told].index(entry.slug)
    title, title_lang = in_language(sequence.title, edition.lang)
    before = told[here - 1].entry if here else None
    after = told[here + 1].entry if here + 1 < len(told) else None
    return PlaceInSequence(
        title=title,
        title_lang=title_lang,
        address=edition.addresses.sequence(sequence.id),
        position=steps.index(told[here]) + 1,
        count=len(steps),
        before=card(before, edition) if before else None,
        after=card(after, edition) if after else None,
    )
