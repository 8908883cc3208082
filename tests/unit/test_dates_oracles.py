"""`generator.dates` for any text: what holds for each date there can be, and what two other EDTF readers say of it.

The oracles are the PyPI packages `edtf` and `undate`. Whatever we read and they support must cover the same days.
"""

import calendar
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from edtf import parse_edtf
from edtf.parser.edtf_exceptions import EDTFParseException
from hypothesis import assume, given
from hypothesis import strategies as st
from undate import Undate, UndateInterval  # type: ignore[import-untyped]

from generator.dates import DateError, day_of, days_in_month, ordinal, parse, parse_lenient, weekday
from generator.moment import Bound, Day, Point, Precision

Ends = tuple[tuple[int, ...] | None, tuple[int, ...] | None]

# What `edtf` 5.0 reads otherwise than we do, or not at all.
EDTF_DIFFERS = re.compile(
    r"""
      .*\d{4}-24[?~%]?     # its winter has one month and ends on 31 December, ours with the next February
    | -?\d{4}-2[1-4][?~%]  # its grammar has marks on seasons in ranges only
    | Y.*/.* | .*/Y.*       # its grammar has no long years in ranges
    | -.*XX[?~%]?           # it swaps first and last month or day where they are unknown before the year 0
    | /.* | .*/             # it takes an unknown end to be ten years away: we know nothing of it
    | .*[+-]00(:00)?        # its grammar has no zone +00, only Z
    """,
    re.VERBOSE,
)

# What `undate` 0.8 reads otherwise than we do, or not at all; also ranges whose ends overlap, which it refuses.
UNDATE_DIFFERS = re.compile(
    r"""
      .*\d{4}-2[1-4][?~%]?(/.*)?    # it has no bounds for seasons
    | .*T.*                         # it knows no times
    | (.*/)?0000.*                  # it takes the year 0 for an unknown year, without a leap day
    """,
    re.VERBOSE,
)

BOTH_READ = """
    2022  2022-04  2022-12-31  0987  9999-12  -0044  -0044-03-15  -0004-02  Y10000  Y-12000
    2024-02  2024-02-29  2023-02  1900-02  2000-02  202X  20XX  000X  2022-XX  2022-XX-XX  2022-04-XX  2024-02-XX
    2022?  2022-02~  2022-01-12%  202X?  2022-01-XX~  -0044?
    2021/2022  2022-01-10/2022-01-13  2021~/2022-02?  -0044/0014  2022-01/..  ../2022-02
"""

BOTH_REFUSE = """
    soon  2022-13  2022-00  2022-01-00  2022-01-32  2022-04-31  2022-02-30  2022-1  2022-01-1  20220112  2022-01-12-13
    12/01/2022  12.1.2022  2022/01/12  2022.01  987  12000  -0000  Y2022  Y12000-01  Y12000?  y12000  202x  -202
    ?  2022??  2022!  2022-21-01  2022-42  2022-01-12T09:30  2022-01-12T25:00:00  2022-01-12T09:60:00
    2022-01-12T09:30:00?  2022-01-12T09:30:00/2022-01-13  /  2022/2023/2024  ２０２２
"""


def joined(*parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Texts made of these parts, one after the other."""
    return st.tuples(*parts).map("".join)


def like(pattern: str) -> st.SearchStrategy[str]:
    """Texts that a regular expression describes."""
    return st.from_regex(pattern, fullmatch=True)


def in_order(ends: Iterable[str]) -> str:
    """A range between these dates."""
    return "/".join(sorted(ends, key=lambda end: parse(end).points[0].earliest))


# Leap years lie symmetrically about the year 0, so that a sign before a day makes another day.
DAY = joined(like("-?"), st.dates().map(date.isoformat)) | st.just("0000-02-29")
MONTH = DAY.map(lambda day: day[:-3])
YEAR = DAY.map(lambda day: day[:-6])
SEASON = joined(YEAR, like("-2[1-4]"))
LONG_YEAR = like("Y-?[1-9][0-9]{4,11}")
MARK = like("[?~%]?")
TIME = joined(st.times().map("T{:%H:%M:%S}".format), like("(Z|[+-](0[0-9]|1[0-3])(:[0-5][0-9])?)?"))
UNKNOWN_DIGITS = like("[0-9]{3}X|[0-9]{2}XX") | joined(YEAR, like("-XX(-XX)?")) | joined(MONTH, like("-XX"))
END = joined(YEAR | MONTH | DAY | SEASON, MARK) | LONG_YEAR
RANGE = st.tuples(END, END).map(in_order) | joined(END, like(r"/(\.\.)?")) | joined(like(r"(\.\.)?/"), END)
EDTF = END | joined(UNKNOWN_DIGITS, MARK) | joined(DAY, TIME) | RANGE

ALPHABET = "0123456789-/XYTZ?~%.: +\n２x"
TYPED = st.text(ALPHABET)
MISTYPED = st.builds(
    lambda text, at, typed, over: text[: at % len(text)] + typed + text[at % len(text) + over :],
    EDTF,
    st.integers(0, 50),
    st.text(ALPHABET, max_size=2),
    st.integers(0, 2),
)


def rebuilt(end: Point | Bound) -> str:
    """The shortest EDTF text of a date, from what was read of it alone."""
    if isinstance(end, Bound):
        return end.value
    mark = {(True, False): "~", (False, True): "?", (True, True): "%"}.get((end.approximate, end.uncertain), "")
    if end.precision in {Precision.CENTURY, Precision.DECADE}:
        known = 2 if end.precision is Precision.CENTURY else 3
        return f"{end.year:04}"[:known].ljust(4, "X") + mark
    is_long = abs(end.year) > 9999
    year = f"Y{end.year}" if is_long else f"{'-' * (end.year < 0)}{abs(end.year):04}"
    return "-".join([year, *(f"{part:02}" for part in (end.month, end.day) if part is not None)]) + mark


@given(EDTF)
def test_a_date_can_be_written_again_from_what_was_read(text: str) -> None:
    """Nothing is lost but a time and unknown parts that say nothing, and what is written so means the same."""
    moment = parse(text)
    again = "/".join(map(rebuilt, (moment.start, moment.end) if moment.is_range else (moment.start,)))
    assert again == re.sub(r"T\d.*|-XX", "", text)
    assert parse(again) == replace(moment, written=again)


@given(EDTF)
def test_every_form_is_kept_as_written_and_does_not_end_before_it_begins(text: str) -> None:
    """A date's text is its author's; its days are in order where both are known."""
    moment = parse(text)
    assert str(moment) == text
    assert moment.is_range == ("/" in text)
    assert (moment.earliest is None) == text.startswith(("/", ".."))
    assert (moment.latest is None) == text.endswith(("/", ".."))
    assert moment.earliest is None or moment.latest is None or moment.earliest <= moment.latest


@given(EDTF)
def test_a_lenient_reader_reads_what_a_strict_one_does(text: str) -> None:
    """What is well-formed means the same to both."""
    assert parse_lenient(text).points == parse(text).points


@given(EDTF)
def test_marks_are_what_is_written(text: str) -> None:
    """A date is approximate where a `~` or `%` stands in it, and uncertain where a `?` or `%` does."""
    moment = parse(text)
    assert moment.approximate == bool({*"~%"} & {*text})
    assert moment.uncertain == bool({*"?%"} & {*text})


@given(DAY)
def test_a_finer_date_lies_within_the_coarser_one_it_refines(day: str) -> None:
    """A day lies within its month, its month within its year, and a year within its decade and century."""
    month, year = day[:-3], day[:-6]
    chain = [day, month, f"{month}-XX", year, f"{year}-XX", f"{year}-XX-XX"]
    if not year.startswith("-"):
        chain += [f"{year[:3]}X", f"{year[:2]}XX"]
    for finer, coarser in pairwise(parse(text).points[0] for text in chain):
        assert coarser.earliest <= finer.earliest <= finer.latest <= coarser.latest


@given(DAY)
def test_every_day_lies_in_the_season_of_its_month(day: str) -> None:
    """The season of a month began in March, June, September or December, if need be of the year before."""
    year, months = divmod(int(day[:-6]) * 12 + int(day[-5:-3]) - 3, 12)
    assume(year >= -9999)  # the season of a January -9999 would be of a year of five digits
    season = parse(f"{'-' * (year < 0)}{abs(year):04}-{21 + months // 3}").points[0]
    assert season.earliest <= parse(day).points[0].earliest <= season.latest


@given(st.integers(), st.integers(1, 12))
def test_months_have_the_same_length_every_400_years(year: int, month: int) -> None:
    """The calendar repeats itself after 400 years, in either direction."""
    assert days_in_month(year, month) == calendar.monthrange(2000 + year % 400, month)[1]


@pytest.mark.parametrize("read", [parse, parse_lenient])
@given(text=st.text() | TYPED | MISTYPED)
def test_any_text_is_a_date_or_a_date_error(read: Callable[[str], object], text: str) -> None:
    """A text is read, or refused with a `DateError` that names a part of it; nothing else ever happens."""
    named = text
    try:
        read(text)
    except DateError as refusal:
        named = refusal.part
    assert named in text


def by_edtf(text: str) -> Ends:
    """The first and the last day by `edtf`, for which an open end lies at infinity."""
    read = parse_edtf(text)
    first, last = (None if isinstance(end, float) else end[:3] for end in (read.lower_strict(), read.upper_strict()))
    return first, last


def by_undate(text: str) -> Ends:
    """The first and the last day by `undate`, for which a range has two dates and each of them two days."""
    read = Undate.parse(text, "EDTF")
    first, last = read.earliest, read.latest
    if isinstance(read, UndateInterval):
        first, last = first and first.earliest, last and last.latest
    first, last = (day and (int(day.year), int(day.month), int(day.day)) for day in (first, last))
    return first, last


@given(EDTF.filter(lambda text: not EDTF_DIFFERS.fullmatch(text)))
def test_edtf_gives_any_date_the_same_days(text: str) -> None:
    """What we read, `edtf` reads as the same days, unless it is known to differ."""
    assert (parse(text).earliest, parse(text).latest) == by_edtf(text)


@given(EDTF.filter(lambda text: not UNDATE_DIFFERS.fullmatch(text)))
def test_undate_gives_any_date_the_same_days(text: str) -> None:
    """What we read, `undate` reads as the same days, unless it is known to differ."""
    moment = parse(text)
    assume(len(moment.points) == 1 or moment.points[0].latest < moment.points[1].earliest)
    assert (moment.earliest, moment.latest) == by_undate(text)


@pytest.mark.parametrize("oracle", [by_edtf, by_undate])
@pytest.mark.parametrize("text", BOTH_READ.split())
def test_both_oracles_give_a_date_the_same_days(text: str, oracle: Callable[[str], Ends]) -> None:
    """Each level 0 and level 1 form that both oracles support covers the days that they say."""
    assert (parse(text).earliest, parse(text).latest) == oracle(text)


@pytest.mark.parametrize("text", BOTH_REFUSE.split())
def test_what_edtf_refuses_is_refused(text: str) -> None:
    """What is no EDTF of any level to `edtf` is none to us."""
    with pytest.raises(EDTFParseException):
        parse_edtf(text)
    with pytest.raises(DateError):
        parse(text)


@given(st.integers(-(10**7), 10**7))
def test_days_are_counted_in_any_year(number: int) -> None:
    """From an ordinal to a day and back, and the next day is the next number."""
    day = day_of(number)
    assert ordinal(day) == number
    assert day_of(number + 1) > day


@given(st.dates())
def test_days_are_counted_as_datetime_counts_them(day: date) -> None:
    """The first is 1 January of the year 1, a Monday."""
    assert ordinal(Day(day.year, day.month, day.day)) == day.toordinal()
    assert weekday(day.toordinal()) == day.weekday()
