"""The frames that other sites embed, made of the pages that show the same."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.render.embed_parts import EntryFrame, Frame, FrameGroup, FrameShell, ListFrame, SequenceFrame
from generator.render.parts import Card, When, YearView
from generator.render.shell import Shell
from generator.render.views import EntryPage, SequencePage, TimelinePage, TopicPage, YearPage
from generator.urls import Address

_MOST = 500
"""So many entries a frame lists, about 250 kB: the latest. For earlier ones there are frames of years and topics."""
_LONGEST = 900
"""A text with more characters is folded, if there is a summary to stand before it."""

Embeddable = EntryPage | SequencePage | YearPage | TopicPage | TimelinePage
FRAMES: Mapping[type[Any], type[Frame]] = {
    EntryPage: EntryFrame,
    SequencePage: SequenceFrame,
    YearPage: ListFrame,
    TopicPage: ListFrame,
    TimelinePage: ListFrame,
}
"""What kind of frame shows what a page does."""


def frame_of(view: Embeddable, page: Address, years: Iterable[YearView]) -> Frame:
    """The frame of what `page` shows; `years` are all of its language, for that of the timeline."""
    shell = view.shell
    match view:
        case EntryPage():
            return _entry(view, page)
        case SequencePage():
            return _sequence(view, page)
        case YearPage():
            only = [FrameGroup(None, tuple(_cards(view.year)))]
            return _list(_shell(shell, view.year.label, shell.lang, page), only)
        case TopicPage():
            return _list(_shell(shell, view.name.words, view.name.lang, page), _groups(view.years), view.span)
        case TimelinePage():
            return _list(_shell(shell, shell.site_title, shell.site_title_lang, page), _groups(years))


def _list(shell: FrameShell, groups: Iterable[FrameGroup], span: When | None = None) -> ListFrame:
    every = tuple(groups)
    return ListFrame(
        shell=shell,
        span=span,
        groups=tuple(_latest(every)),
        count=sum(len(group.cards) for group in every),
        most=_MOST,
    )


def _latest(groups: tuple[FrameGroup, ...]) -> list[FrameGroup]:
    """As many entries from the end as a frame may list."""
    room, kept = _MOST, list[FrameGroup]()
    for group in reversed(groups):
        if room > 0:
            kept.insert(0, FrameGroup(group.label, group.cards[-room:]))
            room -= len(group.cards)
    return kept


def _groups(years: Iterable[YearView]) -> Iterator[FrameGroup]:
    for year in years:
        yield FrameGroup(year.label, tuple(_cards(year)))


def _cards(year: YearView) -> Iterator[Card]:
    return (card for month in year.months for day in month.days for card in day.cards)


def _sequence(view: SequencePage, page: Address) -> SequenceFrame:
    sequence = view.sequence
    return SequenceFrame(
        shell=_shell(view.shell, sequence.title, sequence.title_lang, page),
        summary=sequence.summary,
        summary_lang=sequence.summary_lang,
        count=sequence.count,
        span=sequence.span,
        steps=view.steps,
    )


def _entry(view: EntryPage, page: Address) -> EntryFrame:
    is_folded = view.card.summary is not None and len(view.body.text) > _LONGEST
    return EntryFrame(
        shell=_shell(view.shell, view.card.title, view.card.lang, page),
        card=view.card,
        lead=view.card.summary if is_folded else view.standfirst,
        body=view.body,
        is_folded=is_folded,
        disputed=view.disputed,
        disputed_lang=view.disputed_lang,
        corrections=view.corrections,
        corrections_lang=view.corrections_lang,
        sources=view.sources,
        sources_lang=view.sources_lang,
    )


def _shell(shell: Shell, title: str, title_lang: str, page: Address) -> FrameShell:
    return FrameShell(
        lang=shell.lang,
        direction=shell.direction,
        site_title=shell.site_title,
        site_title_lang=shell.site_title_lang,
        title=title,
        title_lang=title_lang,
        page=page,
        home=shell.home.address,
        canonical=shell.canonical,
        licence=shell.licence,
    )
