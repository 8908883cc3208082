"""Dates, kinds and lists in the words of a language. The words themselves stand in the catalogs."""

from collections.abc import Mapping

from generator.arranged import Likeness, Side
from generator.languages import Language
from generator.model import ActorKind, EntryType, EventStatus, SourceKind
from generator.moment import Bound, Moment, Point, Precision


def marked(message: str) -> str:
    """Mark a message for the catalogs that is translated later."""
    return message


def marked_in(context: str, message: str) -> tuple[str, str]:
    """Mark a message that needs its context to be translated."""
    return context, message


_ENTRY_TYPES = {
    EntryType.ARTICLE: marked("Article"),
    EntryType.MEETING: marked("Meeting"),
    EntryType.SUMMIT: marked("Summit"),
    EntryType.STATEMENT: marked("Statement"),
    EntryType.DOCUMENT: marked("Document"),
    EntryType.MILITARY: marked("Military"),
    EntryType.ACCESSION: marked("Accession"),
    EntryType.EXPULSION: marked("Expulsion"),
    EntryType.OTHER: marked("Event"),
}
_LIKENESSES = {
    Likeness.PLACE: marked("Same place, a person named in both, and nothing that rules out the same day."),
    Likeness.PARTICIPANTS: marked("Same people, and nothing that rules out the same day."),
}
_STATUSES = {
    EventStatus.PLANNED: marked("announced"),
    EventStatus.CONDITIONAL: marked("under a condition"),
    EventStatus.NEGATED: marked("did not happen"),
    EventStatus.BACKGROUND: marked("background"),
}
_SOURCE_KINDS = {
    SourceKind.OFFICIAL: marked("official"),
    SourceKind.AGENCY: marked("news agency"),
    SourceKind.PRESS: marked("press"),
    SourceKind.STUDY: marked("study"),
    SourceKind.DOCUMENT: marked("document"),
    SourceKind.OTHER: marked("other source"),
}
_SIDES = {
    Side.ACTORS: marked("Actors"),
    Side.PLACES: marked("Places"),
    Side.THEMES: marked("Themes"),
    Side.PERIODS: marked("Periods"),
    Side.TYPES: marked("Types"),
}
_LEADS = {
    Side.ACTORS: marked("The people, organisations and countries that the entries name."),
    Side.PLACES: marked("Where it happened. A place counts what happened in the places within it, too."),
    Side.THEMES: marked("What the entries are about."),
    Side.PERIODS: marked("Spans of the chronology. They may overlap, and an entry may fall into several."),
    Side.TYPES: marked("What kinds of things the entries tell of."),
}
_ALL = {
    Side.ACTORS: marked("All actors"),
    Side.PLACES: marked("All places"),
    Side.THEMES: marked("All themes"),
    Side.PERIODS: marked("All periods"),
    Side.TYPES: marked("All types"),
}
_KINDS_OF_TOPIC = {
    Side.PLACES: marked("Place"),
    Side.THEMES: marked("Theme"),
    Side.PERIODS: marked("Period"),
    Side.TYPES: marked("Type"),
}
_KINDS_OF_ACTOR = {
    ActorKind.PERSON: marked("Person"),
    ActorKind.ORGANISATION: marked("Organisation"),
    ActorKind.COUNTRY: marked("Country"),
}
_ACTORS_OF_KIND = {
    ActorKind.PERSON: marked("People"),
    ActorKind.ORGANISATION: marked("Organisations"),
    ActorKind.COUNTRY: marked("Countries"),
}
_FIELDS = {
    "title": marked("title"),
    "lang": marked("language"),
    "date": marked("date"),
    "type": marked("kind"),
    "summary": marked("summary"),
    "actors": marked("actors"),
    "places": marked("places"),
    "themes": marked("themes"),
    "sources": marked("sources"),
    "events": marked("events"),
    "quotes": marked("quotations"),
}
_LIMITS_OF_SOURCES = {
    Precision.MONTH: marked("The sources give the month, not the day."),
    Precision.SEASON: marked("The sources give the season, not the day."),
    Precision.YEAR: marked("The sources give the year, not the day."),
    Precision.DECADE: marked("The sources give the decade, not the year."),
    Precision.CENTURY: marked("The sources give the century, not the year."),
}


_AROUND = {
    Precision.DAY: marked_in("day", "around %(date)s"),
    Precision.MONTH: marked_in("month or year", "around %(date)s"),
    Precision.YEAR: marked_in("month or year", "around %(date)s"),
    Precision.DECADE: marked_in("decade", "around %(date)s"),
    Precision.SEASON: marked_in("season or century", "%(date)s, approximately"),
    Precision.CENTURY: marked_in("season or century", "%(date)s, approximately"),
}
_SEASONS = {
    21: marked("spring %(year)s"),
    22: marked("summer %(year)s"),
    23: marked("autumn %(year)s"),
    24: marked("winter %(year)s"),
}
_SEASON_NAMES = {21: marked("Spring"), 22: marked("Summer"), 23: marked("Autumn"), 24: marked("Winter")}
_LENGTHS = {Precision.DECADE: 10, Precision.CENTURY: 100}
_SINCE = {
    Bound.OPEN: {
        "day": marked_in("day", "since %(date)s"),
        "month or year": marked_in("month or year", "since %(date)s"),
        "other": marked_in("other", "%(date)s – …"),
    },
    Bound.UNKNOWN: {
        "day": marked_in("day", "from %(date)s, end unknown"),
        "month or year": marked_in("month or year", "from %(date)s, end unknown"),
        "other": marked_in("other", "%(date)s – ?"),
    },
}
_UNTIL = {
    Bound.OPEN: {
        "day": marked_in("day", "until %(date)s"),
        "month or year": marked_in("month or year", "until %(date)s"),
        "other": marked_in("other", "… – %(date)s"),
    },
    Bound.UNKNOWN: {
        "day": marked_in("day", "until %(date)s, beginning unknown"),
        "month or year": marked_in("month or year", "until %(date)s, beginning unknown"),
        "other": marked_in("other", "? – %(date)s"),
    },
}


def entry_type(kind: EntryType, language: Language) -> str:
    """What an entry tells of."""
    return language.word(_ENTRY_TYPES[kind])


def source_kind(kind: SourceKind, language: Language) -> str:
    """Whose text a source is."""
    return language.word(_SOURCE_KINDS[kind])


def likeness(likeness: Likeness, language: Language) -> str:
    """By what two articles are told to report the same event."""
    return language.word(_LIKENESSES[likeness])


def event_status(status: EventStatus, language: Language) -> str | None:
    """What an article says of an event, where it is not that it happened."""
    message = _STATUSES.get(status)
    return language.word(message) if message else None


def side_name(side: Side, language: Language) -> str:
    """What all topics of a side are called."""
    return language.word(_SIDES[side])


def all_of_side(side: Side, language: Language) -> str:
    """What leads from one topic to all of its side."""
    return language.word(_ALL[side])


def side_lead(side: Side, language: Language) -> str:
    """What a side of the chronology shows, in a sentence or two."""
    return language.word(_LEADS[side])


def topic_kind(side: Side, actor: ActorKind | None, language: Language) -> str:
    """What a topic is; an actor is of one of several kinds."""
    return language.word(_KINDS_OF_ACTOR[actor] if actor else _KINDS_OF_TOPIC[side])


def actors_of_kind(kind: ActorKind, language: Language) -> str:
    """What actors of one kind are called together."""
    return language.word(_ACTORS_OF_KIND[kind])


def field_names(fields: tuple[str, ...], language: Language) -> str:
    """Fields of an entry as a list in words."""
    return language.list([language.word(_FIELDS[field]) for field in fields])


def limit_of_sources(moment: Moment, language: Language) -> str | None:
    """What the sources leave open about a date; None where they give a day."""
    message = _LIMITS_OF_SOURCES.get(moment.precision)
    return language.word(message) if message else None


def year_in_words(first: int, precision: Precision, language: Language) -> str:
    """A year, or the decade or century that begins with it, as a heading."""
    if precision is Precision.DECADE and first > 0:
        return language.word("the %(year)ss", year=language.year(first))
    if precision in _LENGTHS:
        last = language.year_of_date(first + _LENGTHS[precision] - 1)
        return language.word("between %(first)s and %(last)s", first=language.year_of_date(first), last=last)
    return language.year(first)


def month_or_season(number: int, language: Language) -> str:
    """A month by its number, or a season by its number in EDTF, as a heading within its year."""
    return language.word(_SEASON_NAMES[number]) if number in _SEASON_NAMES else language.month(number)


def moment_in_words(moment: Moment, language: Language) -> str:
    """A date with all that is said of it and nothing more: “vers 1990”, “du 10 au 13 janvier 2022”."""
    if moment.start == moment.end:
        return _point(moment.points[0], language)
    if isinstance(moment.start, Bound):
        return _half_open(moment.points[0], _UNTIL[moment.start], language)
    if isinstance(moment.end, Bound):
        return _half_open(moment.points[0], _SINCE[moment.end], language)
    return _range(moment.start, moment.end, language)


def _half_open(point: Point, forms: Mapping[str, tuple[str, str]], language: Language) -> str:
    """A range with one end. What is not a plain day, month or year takes no preposition in many languages."""
    is_plain = not point.approximate and not point.uncertain
    kind = _KINDS.get(point.precision, "other") if is_plain else "other"
    return language.word_in(*forms[kind], date=_point(point, language))


_KINDS = {Precision.DAY: "day", Precision.MONTH: "month or year", Precision.YEAR: "month or year"}


def _point(point: Point, language: Language) -> str:
    words = _bare_point(point, language)
    if point.approximate:
        words = language.word_in(*_AROUND[point.precision], date=words)
    if point.uncertain:
        words = language.word("%(date)s (uncertain)", date=words)
    return words


def _bare_point(point: Point, language: Language) -> str:
    if point.precision is Precision.DAY:
        return language.day(point.earliest)
    if point.month in _SEASONS:
        return language.word(_SEASONS[point.month], year=language.year_of_date(point.year))
    if point.precision is Precision.MONTH:
        return language.month_and_year(point.year, point.earliest.month)
    if point.precision is Precision.YEAR:
        return language.year_of_date(point.year)
    return year_in_words(point.year, point.precision, language)


def _range(start: Point, end: Point, language: Language) -> str:
    marks = start.approximate or start.uncertain or end.approximate or end.uncertain
    if not marks and start.precision is end.precision is Precision.DAY:
        return _range_of_days(start, end, language)
    if not marks and start.precision is end.precision is Precision.MONTH and start.year == end.year:
        first, last = language.month(start.earliest.month), language.month(end.earliest.month)
        year = language.year_of_date(start.year)
        return language.word_in("months of one year", "%(first)s–%(last)s %(year)s", first=first, last=last, year=year)
    return language.word_in(
        "any two dates", "%(start)s – %(end)s", start=_point(start, language), end=_point(end, language)
    )


def _range_of_days(start: Point, end: Point, language: Language) -> str:
    first, last = start.earliest, end.earliest
    year, month = language.year_of_date(first.year), language.month_of_date(first.month)
    if (first.year, first.month) == (last.year, last.month):
        return language.word_in(
            "days of one month",
            "%(first)s–%(last)s %(month)s %(year)s",
            first=language.day_number(first),
            last=language.day_number(last),
            month=month,
            year=year,
        )
    if first.year == last.year:
        return language.word_in(
            "days of one year",
            "%(first)s – %(last)s %(year)s",
            first=language.day_and_month(first),
            last=language.day_and_month(last),
            year=year,
        )
    return language.word_in(
        "days of two years", "%(first)s – %(last)s", first=language.day(first), last=language.day(last)
    )
