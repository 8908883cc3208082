"""The order of entries: earliest day, then the vaguer and the longer first, then `order`, then slug."""

from generator.model import Entry
from generator.moment import SCALE, Day, Moment

MomentKey = tuple[Day, int, Day]
Key = tuple[Day, int, Day, int, str]

_FOREVER = Day(10**12, 12, 31)


def sort_key(entry: Entry, resolved: Moment | None = None) -> Key:
    """Where an entry stands, by its date or the day that this was resolved to."""
    return *moment_key(resolved or entry.moment), entry.order, entry.slug


def moment_key(moment: Moment) -> MomentKey:
    """Where a moment stands. Of what begins on one day the vaguer stands first (2022, 2022-01, 2022-01-01), then the
    longer."""
    latest = moment.latest or _FOREVER
    longest_first = Day(-latest.year, -latest.month, -latest.day)
    return anchor(moment), SCALE[moment.points[0].precision], longest_first


def anchor(moment: Moment) -> Day:
    """The day a moment stands at: the first of its beginning, or of its end where the beginning is not known."""
    return moment.points[0].earliest
