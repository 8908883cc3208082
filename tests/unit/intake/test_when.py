"""The parts of a date become EDTF that is as exact as they are, and no more."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import DateError, days_in_month, parse
from generator.intake.slide import Parts
from generator.intake.when import date_of, says_more
from generator.moment import Precision

NOTHING = Parts()


@pytest.mark.parametrize(
    ("parts", "edtf"),
    [
        (Parts("2022"), "2022"),
        (Parts("2022", "1"), "2022-01"),
        (Parts("2022", "01", "2"), "2022-01-02"),
        (Parts("2022", "0", "0"), "2022"),
        (Parts("987"), "0987"),
        (Parts("-44", "3", "15"), "-0043-03-15"),
        (Parts("-1"), "0000"),
        (Parts("-13000000000"), "Y-12999999999"),
        (Parts("12000"), "Y12000"),
        (Parts("2022", "1", "2", "9"), "2022-01-02T09:00:00"),
        (Parts("2022", "1", "2", "0", "5", "7"), "2022-01-02T00:05:07"),
    ],
)
def test_a_date_has_the_parts_that_were_given(parts: Parts, edtf: str) -> None:
    assert (date_of(parts, NOTHING).edtf, date_of(parts, NOTHING).lost) == (edtf, ())
    assert str(parse(edtf)) == edtf


@pytest.mark.parametrize(
    ("end", "edtf"),
    [
        (Parts("2022", "1", "12"), "2022-01-12"),
        (Parts("2022", "01", "12"), "2022-01-12"),
        (Parts("2022", "1", "13"), "2022-01-12/2022-01-13"),
        (Parts("2022", "2"), "2022-01-12/2022-02"),
        (Parts("2023"), "2022-01-12/2023"),
        (Parts("12000"), "2022-01-12/Y12000"),
    ],
)
def test_an_end_that_is_another_date_makes_a_range(end: Parts, edtf: str) -> None:
    assert date_of(Parts("2022", "1", "12"), end).edtf == edtf


@pytest.mark.parametrize(
    ("start", "end", "lost"),
    [
        (Parts("2022", "1", "2", "9"), Parts("2022", "1", "2", "17"), ("the time 17:00:00",)),
        (Parts("2022", "1", "2", "9"), Parts("2022", "1", "2", "9"), ()),
        (Parts("2022", "1", "2", "9"), Parts("2022", "1", "3"), ("the time 09:00:00",)),
        (Parts("2022", "1", "2", "9", "1", "2", "345"), NOTHING, ("the fraction of a second",)),
        (Parts("2022", "1", "", "9"), NOTHING, ("the hour 9 of no day",)),
        (Parts("12000", "5"), NOTHING, ("the month of a year of more than four digits",)),
        (Parts("12000", "5", "6", "7"), NOTHING, ("the time 07:00:00", "the month of a year of more than four digits")),
    ],
)
def test_what_edtf_has_no_place_for_is_named(start: Parts, end: Parts, lost: tuple[str, ...]) -> None:
    assert date_of(start, end).lost == lost


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (NOTHING, NOTHING, "there is no year"),
        (Parts("0"), NOTHING, "no calendar has a year 0"),
        (Parts("next"), NOTHING, "a year is a whole number"),
        (Parts("2022.5"), NOTHING, "a year is a whole number"),
        (Parts("1" * 5000), NOTHING, "a year is a whole number"),
        (Parts("2022", "May"), NOTHING, "the month is a whole number"),
        (Parts("2022", "-1"), NOTHING, "the month is a whole number"),
        (Parts("2022", "13"), NOTHING, "months are 1 to 12"),
        (Parts("2022", "21"), NOTHING, "months are 1 to 12"),
        (Parts("2022", "2", "30"), NOTHING, "days 01 to 28"),
        (Parts("2022", "", "3"), NOTHING, "a day needs a month"),
        (Parts("2022", "1", "3", "24"), NOTHING, "the hour is 0 to 23"),
        (Parts("2022", "1", "3", "2", "60"), NOTHING, "the minute is 0 to 59"),
        (Parts("2022"), Parts("", "5"), "there is no year"),
        (Parts("2022"), Parts("2021"), "the range ends before it begins"),
    ],
)
def test_a_date_that_is_none_is_refused(start: Parts, end: Parts, said: str) -> None:
    with pytest.raises(DateError, match=re.escape(said)):
        date_of(start, end)


@pytest.mark.parametrize(
    "shown",
    ["c. 1450", "ca. 1450", "Circa 1450", "c 1450", "c1450", "about 1450", "vers 1450", "um 1450", "около 1450"],
)
def test_a_date_that_is_shown_as_about_then_is_marked_so(shown: str) -> None:
    assert date_of(Parts("1450"), NOTHING, shown).edtf == "1450~"
    assert not says_more(shown, Parts("1450"), NOTHING, ())


@pytest.mark.parametrize("shown", ["44 av. J.-C.", "15 mars 44 av. J.-C.", "44 v. Chr.", "44 BC"])
def test_the_side_of_the_year_1_makes_no_date_less_exact(shown: str) -> None:
    assert date_of(Parts("-44"), NOTHING, shown).edtf == "-0043"
    assert not says_more(shown.replace("15 mars ", ""), Parts("-44"), NOTHING, ())


def test_both_ends_of_a_range_are_about_then() -> None:
    assert date_of(Parts("1450"), Parts("1460"), "c. 1450–1460").edtf == "1450~/1460~"


@pytest.mark.parametrize("shown", ["March 15, 44 BC", "15 march", "44", "3/15", ""])
def test_words_that_say_the_date_again_say_no_more(shown: str) -> None:
    assert not says_more(shown, Parts("-44", "3", "15"), NOTHING, {"march"})


@pytest.mark.parametrize("shown", ["Spring 2022", "the 2020s", "2022 or 2023", "April 2022", "the Ides of March 2022"])
def test_other_words_and_numbers_say_more(shown: str) -> None:
    assert says_more(shown, Parts("2022", "3"), NOTHING, {"march"})


def test_what_is_about_a_year_that_edtf_cannot_mark_is_not_passed_by() -> None:
    assert date_of(Parts("12000"), NOTHING, "c. 12000").edtf == "Y12000"
    assert says_more("c. 12000", Parts("12000"), NOTHING, ())


YEARS = st.integers(-20000, 20000).filter(bool)


@st.composite
def dates(draw: st.DrawFn) -> Parts:
    year = draw(YEARS)
    month = draw(st.none() | st.integers(1, 12)) if abs(year) < 9999 else None
    day = draw(st.none() | st.integers(1, days_in_month(year + (year < 0), month))) if month else None
    return Parts(*("" if part is None else str(part) for part in (year, month, day)))


@given(dates())
def test_the_precision_is_that_of_the_parts(parts: Parts) -> None:
    moment = parse(date_of(parts, NOTHING).edtf)
    fineness = Precision.DAY if parts.day else Precision.MONTH if parts.month else Precision.YEAR
    assert (moment.precision, moment.is_range) == (fineness, False)


@given(dates(), dates())
def test_a_range_loses_no_part_of_either_end(start: Parts, end: Parts) -> None:
    first, last = (date_of(parts, NOTHING).edtf for parts in (start, end))
    earliest, latest = parse(first).earliest, parse(last).latest
    assert earliest
    assert latest
    if earliest <= latest:
        assert date_of(start, end).edtf == (first if first == last else f"{first}/{last}")
    else:
        with pytest.raises(DateError, match="the range ends before it begins"):
            date_of(start, end)
