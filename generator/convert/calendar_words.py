"""The names of months and weekdays in the languages that articles come in."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal

from generator.languages import Language

_LANGUAGES = ("fr", "en", "de", "es", "uk", "ru")
_WIDTHS: tuple[Literal["wide", "abbreviated"], ...] = ("wide", "abbreviated")


@cache
def months() -> dict[str, int]:
    """The number of each month by its names, long and short, in lower case and without a full stop."""
    return {name.rstrip(".").casefold(): month for name, month in _names_of_months()}


@cache
def weekdays() -> frozenset[str]:
    """The names of the days of the week, long and short, in lower case and without a full stop."""
    names = (
        name for language in map(Language, _LANGUAGES) for width in _WIDTHS for name in language.weekday_names(width)
    )
    return frozenset(name.rstrip(".").casefold() for name in names)


def any_of(names: Iterable[str]) -> str:
    """A pattern for one of the names, the longest that fits."""
    return "|".join(sorted(map(re.escape, names), key=len, reverse=True))


def _names_of_months() -> Iterator[tuple[str, int]]:
    for language in map(Language, _LANGUAGES):
        standing_alone = (language.month(month) for month in range(1, 13))
        for names in (standing_alone, *(language.month_names(width) for width in _WIDTHS)):
            yield from zip(names, range(1, 13), strict=True)
    yield "sept", 9
