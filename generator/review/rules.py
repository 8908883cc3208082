"""The rules for editors as a table. A rule says nothing where it cannot be sure."""

import re
from collections.abc import Callable, Iterator, Mapping

from generator.arranged import Chronology
from generator.dates import DateError, parse
from generator.errors import Code
from generator.model import Actor, ActorKind, Entry, Gazetteer
from generator.moment import SCALE, Moment, Point, Precision
from generator.review.names import KnownNames
from generator.review.remark import Remark
from generator.review.together import contradicting_entries, step_order

Rule = Callable[[Chronology, Gazetteer], Iterator[Remark]]
"""Looks at all entries, and at what follows from one for another."""

RuleOfOne = Callable[[Entry, Gazetteer], Iterator[Remark]]
"""Looks at one entry."""

_DATE_OF_SLUG = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)


def no_source(entry: Entry, _: Gazetteer) -> Iterator[Remark]:
    """The original names no source, and no article either that it was made from."""
    original = entry.text(entry.lang)
    if not original.sources and not entry.seed:
        hint = "name one under sources: its title, its publisher or its address"
        yield Remark(original, "sources", "the entry names no source", hint)


def unattributed_dispute(chronology: Chronology, gazetteer: Gazetteer) -> Iterator[Remark]:
    """A dispute in which nobody is named. The place where it happened is not who claims something."""
    known = KnownNames(gazetteer)
    for entry in chronology.entries:
        for text in entry.texts.values():
            is_own = "disputed" not in text.inherited
            if text.disputed and is_own and not known.names_somebody(text.disputed, entry.places):
                hint = "say who claims what, by a name that actors.yaml has; add it there if it is missing"
                yield Remark(text, "disputed", "“disputed” names nobody who claims anything", hint)


def stale_translation(entry: Entry, _: Gazetteer) -> Iterator[Remark]:
    """A translation that is older than the last change of its original."""
    original = entry.text(entry.lang)
    for text in entry.texts.values():
        field = "updated" if text.updated else "published"
        day = text.updated or text.published
        if original.updated and day and day.points[0].earliest < original.updated.points[0].earliest:
            message = f"the translation is of {day}, its original changed on {original.updated}"
            yield Remark(text, field, message, "bring it up to date, and write the day after updated:")


def finer_than_source(entry: Entry, _: Gazetteer) -> Iterator[Remark]:
    """A date that neither the article an entry was made from nor the dates of its sources can give.

    A source of another time may name the day, whatever its own date says. So may one without a date, unless the entry
    was made from an article that is vaguer.
    """
    original = entry.text(entry.lang)
    own_days = [event.date for event in entry.events if event.day == 0 and event.date]
    dates = [source.date for source in original.sources if source.date]
    is_all = own_days or len(dates) == len(original.sources)
    finest = max((*own_days, *dates), key=lambda date: SCALE[date.precision], default=entry.moment)
    is_finer = SCALE[entry.moment.precision] > SCALE[finest.precision]
    if is_all and is_finer and all(date.meets(entry.moment) for date in dates):
        message = f"the date {entry.moment} is finer than that of its sources, {finest}"
        yield Remark(original, "date", message, f"write {finest}, or date the source that says more")


def out_of_office(entry: Entry, gazetteer: Gazetteer) -> Iterator[Remark]:
    """A person who held none of the offices that the gazetteer gives on any day that the entry can be of."""
    for actor in (gazetteer.actors[id_] for id_ in entry.actors if id_ in gazetteer.actors):
        if actor.kind is ActorKind.PERSON and actor.roles and not _can_be_in_office(actor, entry.moment):
            message = f"“{actor.id}” held none of the offices in actors.yaml at this date, {entry.moment}"
            hint = "correct the roles there, or the actors here; nobody is reported who has a role without dates"
            yield Remark(entry.text(entry.lang), "actors", message, hint)


def no_period(entry: Entry, gazetteer: Gazetteer) -> Iterator[Remark]:
    """An entry in none of the periods, where there are periods."""
    spans = [period.span for period in gazetteer.periods.values()]
    if spans and not any(_can_meet(entry.moment, span) for span in spans):
        hint = "correct the date, or the periods in periods.yaml"
        yield Remark(entry.text(entry.lang), "date", f"the date {entry.moment} lies in no period", hint)


def slug_date(entry: Entry, _: Gazetteer) -> Iterator[Remark]:
    """A file name that begins with another date than the entry has, or with a finer one."""
    named = _date_of(entry.slug)
    if named and not any(_holds(named.points[0], point) for point in entry.moment.points):
        message = f"the file name says {named}, the date is {entry.moment}"
        hint = "correct the date; or rename the file, and write its old name after aliases:"
        yield Remark(entry.text(entry.lang), "date", message, hint)


def _each(rule: RuleOfOne) -> Rule:
    """A rule that looks at one entry after the other."""
    return lambda chronology, gazetteer: (remark for entry in chronology.entries for remark in rule(entry, gazetteer))


RULES: Mapping[Code, Rule] = {
    Code.CONTRADICTING_ENTRIES: contradicting_entries,
    Code.FINER_THAN_SOURCE: _each(finer_than_source),
    Code.NO_PERIOD: _each(no_period),
    Code.NO_SOURCE: _each(no_source),
    Code.OUT_OF_OFFICE: _each(out_of_office),
    Code.SLUG_DATE: _each(slug_date),
    Code.STALE_TRANSLATION: _each(stale_translation),
    Code.STEP_ORDER: step_order,
    Code.UNATTRIBUTED_DISPUTE: unattributed_dispute,
}
"""By its code what each rule finds; how it is set stands in `errors.CHECKS`."""


def _can_be_in_office(person: Actor, moment: Moment) -> bool:
    spans = [role.span for role in person.roles]
    return any(span is None or _can_meet(moment, span) for span in spans)


def _can_meet(moment: Moment, span: Moment) -> bool:
    """Whether the two can share a day. What is marked `~`, `?` or `%` excludes nothing."""
    return moment.meets(span) or any(one.approximate or one.uncertain for one in (moment, span))


def _date_of(slug: str) -> Moment | None:
    """The date that a slug begins with, as exact as its digits are one: of `2022-01-30-days` the day, of
    `2022-30-days` the year."""
    parts = slug.split("-")
    for count in (3, 2, 1):
        written = "-".join(parts[:count])
        if _DATE_OF_SLUG.fullmatch(written):
            try:
                moment = parse(written)
            except DateError:
                continue
            if moment.precision is not Precision.SEASON:
                return moment
    return None


def _holds(named: Point, point: Point) -> bool:
    """Whether a date is as coarse as another, or coarser, and the other begins in it."""
    return SCALE[named.precision] <= SCALE[point.precision] and named.earliest <= point.earliest <= named.latest
