"""Who took part, with the office held then."""

from generator.arranged import Side
from generator.model import Entry, Role, in_language
from generator.moment import Moment
from generator.render.edition import Edition
from generator.render.parts import Name, Participant


def participants(entry: Entry, edition: Edition) -> tuple[Participant, ...]:
    """The actors of an entry, each with the offices that it surely held at the entry's date: as written, since what
    rests on an inferred day is not sure."""
    return tuple(_participant(id_, entry.moment, edition) for id_ in entry.actors)


def _participant(id_: str, moment: Moment, edition: Edition) -> Participant:
    roles = edition.gazetteer.actors[id_].roles
    offices = tuple(Name(*in_language(role.office, edition.lang)) for role in roles if _was_held(role, moment))
    return Participant(edition.label(Side.ACTORS, id_), offices)


def _was_held(role: Role, moment: Moment) -> bool:
    """Whether the office was held on every day that the date can be, and from every day that it can have begun on. A
    role without dates tells of no time."""
    ends = [end for end in (role.start, role.end) if end]
    if not ends or any(one.approximate or one.uncertain for one in (moment, *ends)):
        return False
    begun = not role.start or bool(role.start.latest and moment.earliest and role.start.latest <= moment.earliest)
    return begun and (not role.end or bool(role.end.earliest and moment.latest and moment.latest <= role.end.earliest))
