"""Entries by the day and place they tell of, and where events that articles report meet them."""

from collections import defaultdict
from collections.abc import Callable, Iterable

from generator.dates import day_of, exact_day
from generator.model import Entry, Event, Gazetteer
from generator.moment import Day


class Calendar:
    """The entries whose day is known exactly. An article that reports several events is none of them itself."""

    def __init__(self, entries: Iterable[Entry], gazetteer: Gazetteer) -> None:
        self._around = gazetteer.around
        self._by_day: dict[Day, list[Entry]] = defaultdict(list)
        for entry in entries:
            day = exact_day(entry.moment)
            if day and entry.places and not entry.events:
                self._by_day[day].append(entry)

    def telling(self, event: Event, number: int) -> tuple[Entry, ...]:
        """The entries that can tell of an event if it was on the day with this ordinal: those in the same place."""
        return self._on_day(number, event.place, any)

    def proving(self, event: Event, number: int) -> tuple[Entry, ...]:
        """Those of them that were nowhere else: an entry in two cities does not say in which it was on that day."""
        return self._on_day(number, event.place, all)

    def _on_day(self, number: int, place: str | None, share: Callable[[Iterable[bool]], bool]) -> tuple[Entry, ...]:
        """The entries of a day with any or all of their places here: in this one, or around it."""
        if place is None:
            return ()
        around = set(self._around(place))
        return tuple(
            entry
            for entry in self._by_day.get(day_of(number), ())
            if share(other in around or place in self._around(other) for other in entry.places)
        )
