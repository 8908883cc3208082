"""The pages that show the chronology from one side: an actor, a place, a theme, a period."""

from collections.abc import Iterable, Iterator
from functools import cache, partial

from generator.arranged import Side, Topic
from generator.model import Role, in_language
from generator.render.cards import card, when
from generator.render.edition import Edition
from generator.render.embeds import embed_pages
from generator.render.linked_data import as_json, list_data
from generator.render.lists import is_long, year_views
from generator.render.overview import overview
from generator.render.parts import Card, Detail, Fact, Name, When
from generator.render.shell import Link
from generator.render.views import Page, TopicPage
from generator.render.words import all_of_side, topic_kind
from generator.text import alphabetical, capital


def topic_pages(edition: Edition) -> Iterator[Page]:
    """One page for each actor, place, theme and period that has entries."""
    for side, topics in edition.chronology.topics.by_side.items():
        for topic in topics.values():
            address, make = edition.addresses.topic(side, topic.id), partial(_topic_page, side, topic, edition)
            page = Page(address, edition.lang, TopicPage, cache(partial(_origin, topic, edition)), make)
            yield page
            yield from embed_pages(page, f"{side}/{topic.id}", edition)


def by_name(names: Iterable[Name]) -> list[Name]:
    """Names in the order of the alphabet."""
    return sorted(names, key=lambda name: (alphabetical(name.words), name.words))


def span_of(side: Side, id_: str, edition: Edition) -> When | None:
    """From when to when a period is; no other topic has dates of its own."""
    return when(edition.gazetteer.periods[id_].span, edition.language) if side is Side.PERIODS else None


def _origin(topic: Topic, edition: Edition) -> str:
    """A topic leads to years that have pages, as all have but those of other reports, and its drawing has the scale of
    the whole chronology."""
    years = sorted(edition.years_with_pages) if any(one.reports for one in topic.placed) else ()
    return edition.origins.of_topic(topic, years, edition.scale)


def _topic_page(side: Side, topic: Topic, edition: Edition) -> TopicPage:
    name, placed, years = edition.label(side, topic.id), topic.placed, topic.group()
    first, last = (card(one.entry, edition, reports=len(one.reports)) for one in (placed[0], placed[-1]))
    actor = edition.gazetteer.actors[topic.id].kind if side is Side.ACTORS else None
    summary, summary_lang = _summary(side, topic.id, edition)
    listed = list_data(name.words, (one.entry for one in placed), edition)
    described = summary or _appearances(name, first, last, edition)
    return TopicPage(
        shell=edition.shell(
            name.words,
            edition.addresses.topic(side, topic.id),
            described,
            linked_data=as_json(listed) if listed else None,
            embed=edition.embed(f"{side}/{topic.id}"),
        ),
        name=name,
        kind=topic_kind(side, actor, edition.language),
        index=Link(all_of_side(side, edition.language), edition.lang, edition.addresses.topics(side)),
        span=span_of(side, topic.id, edition),
        summary=summary,
        summary_lang=summary_lang,
        facts=_facts(side, topic, edition),
        count=len(placed),
        first=first,
        last=last if len(placed) > 1 else None,
        overview=overview([one.entry for one in placed], years, edition),
        years=year_views(years, edition),
        is_long=is_long(placed),
    )


def _summary(side: Side, id_: str, edition: Edition) -> tuple[str | None, str]:
    """What a period's author says of it, and in which language."""
    words = edition.gazetteer.periods[id_].summary if side is Side.PERIODS else None
    return in_language(words, edition.lang) if words else (None, edition.lang)


def _appearances(name: Name, first: Card, last: Card, edition: Edition) -> str:
    """When a topic comes up first and last, for those who see no more of its page."""
    word = edition.language.word
    if first == last:
        return word("%(name)s. Only entry: %(date)s.", name=name.words, date=first.when.told)
    return word(
        "%(name)s. First entry: %(first)s. Last entry: %(last)s.",
        name=name.words,
        first=first.when.told,
        last=last.when.told,
    )


def _facts(side: Side, topic: Topic, edition: Edition) -> tuple[Fact, ...]:
    """What the gazetteer knows of a topic, and its neighbours."""
    word = edition.language.word
    found = (
        (word("Offices"), _offices(side, topic.id, edition)),
        (word("Lies in"), _outer(side, topic.id, edition)),
        (word("Places within"), [Detail(name) for name in by_name(edition.labels(side, topic.inner))]),
        (word("Overlaps with"), [_period(id_, edition) for id_ in topic.overlapping]),
    )
    return tuple(Fact(label, tuple(details)) for label, details in found if details)


def _offices(side: Side, id_: str, edition: Edition) -> list[Detail]:
    roles = edition.gazetteer.actors[id_].roles if side is Side.ACTORS else ()
    return [
        Detail(
            name=_office(role, edition),
            of=edition.label(side, role.of) if role.of else None,
            when=when(role.span, edition.language) if role.span else None,
        )
        for role in roles
    ]


def _office(role: Role, edition: Edition) -> Name:
    words, lang = in_language(role.office, edition.lang)
    return Name(capital(words), lang)


def _outer(side: Side, id_: str, edition: Edition) -> list[Detail]:
    """The places that a place lies in, from the inside out."""
    _, *outer = edition.gazetteer.around(id_) if side is Side.PLACES else (id_,)
    return [Detail(name) for name in edition.labels(side, outer)]


def _period(id_: str, edition: Edition) -> Detail:
    return Detail(edition.label(Side.PERIODS, id_), when=span_of(Side.PERIODS, id_, edition))
