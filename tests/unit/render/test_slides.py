"""Dates for TimelineJS: as exact as they are written, in the parts that it knows."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chronology.arrange import arrange
from generator.dates import days_in_month, parse
from generator.languages import open_languages
from generator.model import Entry, EntryType, Gazetteer, Period, Site, Text
from generator.render.data_views import Era
from generator.render.edition import Edition
from generator.render.slides import eras, parts

# A date, the parts of its beginning, and those of its end where it has one.
DATES = """
    2022                    2022
    2022-01                 2022 1
    2022-01-12              2022 1 12
    2022-01-12T09:30:00     2022 1 12 9 30 0
    2022-01-XX              2022 1
    2022-XX-XX              2022
    2022~                   2022
    2022-01-12?             2022 1 12
    202X                    2020           2029
    20XX                    2000           2099
    2022-21                 2022 3         2022 5
    2022-24                 2022 12        2023 2
    2022-01-10/2022-01-13   2022 1 10      2022 1 13
    2022/2023-05            2022           2023 5
    2022-21/2022-23         2022 3         2022 11
    2022-02-24/..           2022 2 24
    2022/                   2022
    ../2022-03              2022 3
    /2022                   2022
    ../2022-21              2022 5
    0000                    -1
    -0043-03-15             -44 3 15
    -0099/0050              -100           50
    Y-12000                 -12001
"""


def numbers(found: Mapping[str, int] | None) -> list[int]:
    """The parts in their order."""
    assert found is None or list(found) == ["year", "month", "day", "hour", "minute", "second"][: len(found)]
    return list(found.values()) if found else []


@pytest.mark.parametrize("line", DATES.strip().splitlines())
def test_a_date_has_the_parts_that_are_known_and_no_other(line: str) -> None:
    """A year stays a year. A season is its first and last month, a decade its first and last year."""
    written, first, *last = (part for part in line.strip().split("  ") if part)
    start, end = parts(parse(written))
    assert numbers(start) == [int(number) for number in first.split()]
    assert numbers(end) == [int(number) for text in last for number in text.split()]


@given(st.integers(-9999, 9999), st.integers(1, 12), st.integers(1, 31), st.integers(1, 3))
def test_no_part_of_a_date_is_lost_or_made_up(year: int, month: int, day: int, precision: int) -> None:
    """What was exported can be read again; there is no year 0, so that years before our era are one less."""
    known = [f"{'-' if year < 0 else ''}{abs(year):04}", f"{month:02}", f"{min(day, days_in_month(year, month)):02}"]
    start, end = parts(parse("-".join(known[:precision])))
    assert end is None
    assert start["year"] == (year if year > 0 else year - 1)
    assert [f"{number:02}" for number in numbers(start)[1:]] == known[1:precision]


def drawn(start: str, end: str | None) -> Era:
    """The era of a period, in a chronology with one entry of 2023."""
    text = Text("en", "a.md", "A", None, "", 1, "", "")
    entry = Entry("a", "en", parse("2023-05"), EntryType.MEETING, {"en": text})
    period = Period("p", {"en": "Period"}, parse(start), parse(end) if end else None)
    gazetteer = Gazetteer({}, {}, {}, {"p": period}, {})
    languages = open_languages(["en"], [])
    site = Site({"en": "S"}, {"en": "…"}, "https://t.example/", ("en",))
    (era,) = eras(Edition(site, gazetteer, arrange([entry], gazetteer), (), languages["en"], languages))
    return era


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2021-03", "2023-05-23", [2021, 3], [2023, 5, 23]),
        ("2019", "2024", [2019], [2024]),
        ("2021-03", None, [2021, 3], [2023]),
        ("2023", None, [2023, 1, 1], [2024, 1, 1]),
        ("2023-05", None, [2023, 5, 1], [2024, 1, 1]),
        ("2023", "2023", [2023, 1, 1], [2024, 1, 1]),
        ("2023", "2023-05", [2023, 1, 1], [2023, 6, 1]),
        ("2023-05", "2023-05", [2023, 5, 1], [2023, 6, 1]),
    ],
)
def test_an_era_is_as_exact_as_its_period_and_has_two_ends(
    start: str, end: str | None, first: list[int], last: list[int]
) -> None:
    """TimelineJS takes an end that repeats the parts of the beginning for none, and then shows nothing."""
    era = drawn(start, end)
    assert (numbers(era.start), numbers(era.end)) == (first, last)
