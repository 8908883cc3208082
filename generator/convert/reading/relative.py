"""Spans that hang on the article's own day: “yesterday”, “Wednesday”, “last week”. `own` is one such day."""

from datetime import date

from generator.convert.grammars.when import Calendar, Days, Turn, Unit, Units, Weekday, Weekdays, When
from generator.convert.reading.dated import span_of
from generator.convert.reading.own_day import WEEK, Ordinals

_SURE_DAYS_BACK, _SURE_DAYS_AHEAD = 3, 4
_SATURDAY = 5
_MONTH = 31


def relative(when: When, turn: Turn, own: int, *, is_sure: bool) -> Ordinals | None:
    """The span that words name, None where they name none. Without `is_sure` the article may be some days late."""
    match when:
        case Days():
            return own + when.days, own + when.days
        case Weekday():
            return _weekday(when, when.turn.or_else(turn), own, is_sure=is_sure)
        case Weekdays():
            first, last = _weekday(Weekday(when.first), turn, own, is_sure=is_sure)
            return first, last + (when.last - when.first) % WEEK
        case Units():
            return _units(when, when.turn.or_else(turn), own)
        case Calendar(day=int(number), weekday=int(weekday)):
            return _numbered_weekday(weekday, number, turn, own)
        case _:
            return None


def _weekday(when: Weekday, turn: Turn, own: int, *, is_sure: bool) -> Ordinals:
    """The nearest on the side of the verb; where the article may be late, only one well within the week is sure."""
    today = date.fromordinal(own).weekday()
    back, ahead = (today - when.weekday) % WEEK, (when.weekday - today) % WEEK
    if when.skips_today:
        return _other_week(turn, own, back or WEEK, ahead or WEEK)
    if turn is Turn.PAST:
        return own - back, (own - back if is_sure or back <= _SURE_DAYS_BACK else own)
    if turn is Turn.OPEN:
        return own - back, own + (ahead or WEEK)
    is_near = ahead > 0 and (is_sure or ahead <= _SURE_DAYS_AHEAD)
    return (own + ahead if is_near else own), own + (ahead or WEEK)


def _other_week(turn: Turn, own: int, back: int, ahead: int) -> Ordinals:
    """“Last Monday”, “next Monday”: exact where the nearest one lies in another week, else it may be one more away."""
    today = date.fromordinal(own).weekday()
    if turn is Turn.PAST:
        return (own - back - (0 if back > today else WEEK)), own - back
    return own + ahead, own + ahead + (0 if today + ahead >= WEEK else WEEK)


def _numbered_weekday(weekday: int, number: int, turn: Turn, own: int) -> Ordinals | None:
    """“Mercredi 12”: the day of that number and name within a month, on the side of the verb."""
    first = own - _MONTH + (weekday - date.fromordinal(own - _MONTH).weekday()) % WEEK
    near = [day for day in range(first, own + _MONTH + 1, WEEK) if date.fromordinal(day).day == number]
    sided = [day for day in near if turn is Turn.OPEN or (day <= own if turn is Turn.PAST else day >= own)]
    found = sided or near
    return (found[0], found[-1]) if found else None


def _units(when: Units, turn: Turn, own: int) -> Ordinals:
    """Weeks, months, years from the article's own, on their side of its day; “this week” is all of it."""
    if when.unit is Unit.WEEKEND and when.count == 0:
        return _weekend(own, turn)
    spans = [_unit(when.unit, own, count) for count in range(when.count - when.slack, when.count + when.slack + 1)]
    first, last = min(first for first, _ in spans), max(last for _, last in spans)
    if when.count < 0:
        last = min(last, own - 1)
    elif when.count > 0:
        first = max(first, own + 1)
    return min(first, last), max(first, last)


def _weekend(own: int, turn: Turn) -> Ordinals:
    """The weekend on the side of the verb, or that of the day itself; both where the verb does not tell."""
    ahead = own - date.fromordinal(own).weekday() + _SATURDAY
    back = ahead if ahead <= own else ahead - WEEK
    return (ahead if turn is Turn.FUTURE else back), (back if turn is Turn.PAST else ahead) + 1


def _unit(unit: Unit, own: int, count: int) -> Ordinals:
    day = date.fromordinal(own)
    if unit is Unit.WEEK:
        return _weeks(own, day.weekday(), count)
    if unit is Unit.WEEKEND:
        saturday = own - day.weekday() + _SATURDAY + count * WEEK
        return saturday, saturday + 1
    if unit is Unit.YEAR:
        return span_of(Calendar(), day.year + count)
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return span_of(Calendar(month=month + 1), year)


def _weeks(own: int, weekday: int, count: int) -> Ordinals:
    """A week from Sunday to Sunday, since it begins on either; on a Sunday the one that ends or the one that begins."""
    sunday = own - (weekday + 1) + count * WEEK
    return sunday, sunday + WEEK * (1 + (weekday == WEEK - 1))
