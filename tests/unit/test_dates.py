"""`generator.dates` by example: the days that each form of date covers, and the part of a malformed text that is named.

A rule is the heading of its table, and stands in the names of its tests. What holds for any text is tested next door,
in `test_dates_oracles.py`.
"""

import re

import pytest

from generator.dates import FORM, FORM_OF_DAY, DateError, iso, parse, parse_lenient
from generator.moment import Bound, Point

# By rule: EDTF string, first day, last day, precision, and whether it is approximate or uncertain.
COVERED = {
    "a date lasts as long as its finest part": """
        2022                    2022-01-01    2022-12-31    year
        0987                    987-01-01     987-12-31     year
        2022-01                 2022-01-01    2022-01-31    month
        2022-01-12              2022-01-12    2022-01-12    day
        9999-12-31              9999-12-31    9999-12-31    day
    """,
    "leap days are those of the proleptic Gregorian calendar": """
        2024-02-29              2024-02-29    2024-02-29    day
        2024-02                 2024-02-01    2024-02-29    month
        2023-02                 2023-02-01    2023-02-28    month
        1900-02                 1900-02-01    1900-02-28    month
        2000-02                 2000-02-01    2000-02-29    month
        0000-02-29              0-02-29       0-02-29       day
        -0004-02                -4-02-01      -4-02-29      month
    """,
    "years are astronomical, before 0 comes -1, and long ones stand after Y": """
        0000                    0-01-01       0-12-31       year
        -0001                   -1-01-01      -1-12-31      year
        -0044-03-15             -44-03-15     -44-03-15     day
        -0044-XX                -44-01-01     -44-12-31     year
        -0044/0014              -44-01-01     14-12-31      year
        Y10000                  10000-01-01   10000-12-31   year
        Y-999999999999          -999999999999-01-01  -999999999999-12-31  year
        Y-12000/Y12000          -12000-01-01  12000-12-31   year
    """,
    "a season is three months of the north and winter ends in the next year": """
        2022-21                 2022-03-01    2022-05-31    season
        2022-22                 2022-06-01    2022-08-31    season
        2022-23                 2022-09-01    2022-11-30    season
        2022-24                 2022-12-01    2023-02-28    season
        2023-24                 2023-12-01    2024-02-29    season
        -0001-24                -1-12-01      0-02-29       season
        9999-24                 9999-12-01    10000-02-29   season
    """,
    "unknown digits make a date coarser": """
        202X                    2020-01-01    2029-12-31    decade
        000X                    0-01-01       9-12-31       decade
        20XX                    2000-01-01    2099-12-31    century
        2022-XX                 2022-01-01    2022-12-31    year
        2022-XX-XX              2022-01-01    2022-12-31    year
        2022-04-XX              2022-04-01    2022-04-30    month
        2024-02-XX              2024-02-01    2024-02-29    month
    """,
    "a mark says how sure a date is and moves nothing": """
        2022~                   2022-01-01    2022-12-31    year     approximate
        2022?                   2022-01-01    2022-12-31    year     uncertain
        2022%                   2022-01-01    2022-12-31    year     approximate  uncertain
        -0044-03?               -44-03-01     -44-03-31     month    uncertain
        2022-01-12~             2022-01-12    2022-01-12    day      approximate
        2022-21%                2022-03-01    2022-05-31    season   approximate  uncertain
        20XX~                   2000-01-01    2099-12-31    century  approximate
        2022-01-XX?             2022-01-01    2022-01-31    month    uncertain
        2022-01-10~/2022-01-13  2022-01-10    2022-01-13    day      approximate
        2022-01-10/2022-01-13?  2022-01-10    2022-01-13    day      uncertain
        2021~/2022?             2021-01-01    2022-12-31    year     approximate  uncertain
        ../2022?                none          2022-12-31    year     uncertain
    """,
    "a range goes from the first day of its start to the last of its end and is as precise as the coarser": """
        2022-01-10/2022-01-13   2022-01-10    2022-01-13    day
        2022-01-12/2022-01-12   2022-01-12    2022-01-12    day
        2022-01-10/2022-02      2022-01-10    2022-02-28    month
        2021/2022-02-05         2021-01-01    2022-02-05    year
        2022-06/2022            2022-06-01    2022-12-31    year
        2022-04/2022-21         2022-04-01    2022-05-31    season
        2022-24/2023-01-01      2022-12-01    2023-01-01    season
    """,
    "a range has no day at an open or unknown end": """
        2022/..                 2022-01-01    none          year
        2022-01/                2022-01-01    none          month
        ../2022-12-31           none          2022-12-31    day
        /2022-24                none          2023-02-28    season
    """,
    "no time and no zone moves a date from its day as written": """
        2022-01-12T09:30:00        2022-01-12  2022-01-12   day
        2022-01-12T00:00:00Z       2022-01-12  2022-01-12   day
        2022-01-12T00:30:00+14:00  2022-01-12  2022-01-12   day
        2022-01-12T23:59:59-11     2022-01-12  2022-01-12   day
    """,
}

# By rule: malformed strings, each with brackets around the part that the refusal names.
REFUSED = {
    "the calendar has no such month, day, season with a day, or year -0": """
        2022-[13]     2022-[00]-12  2022-[20]     2022-[25]     2022-[21]-01  2022-[21]-XX  2022-01-[00]
        2022-01-[32]  2022-04-[31]  2023-02-[29]  1900-02-[29]  -0001-02-[29]  [-0000]      [-0000]-01
        2022-06-[31]/..             2022/2022-[13]
    """,
    "a date has hyphens, four digits and twice two, in this order, and nothing around it": """
        []            [soon]        [12/01/2022]  [12.1.2022]   [2022/01/12]  [2022.01]     [20220112]
        [987]         [12000]       [2022-366]    2022-[1]      2022-[3]-15   -0044-[3]-15  2022-01-[5]
        [+2022]       [ 2022]       2022-01-12[ ]               2022-01-12[-13]             2022-01-12[ to 2022-01-13]
    """,
    "Y is for a year of five to twelve digits and nothing else": """
        [Y2022]       [Y012000]     [Y12000-01]   [Y12000?]     [y12000]      [Y]           [-Y12000]
        [Y1000000000000]            [Y-1000000000000]
    """,
    "unknown digits are the last ones of a year that is not negative, or a month or day, and not in a range": """
        [202X]-01     [20XX]-XX     2022-[XX-12]  [2022-1X]     [2022-01-1X]  [2XXX]        [2X22]
        [202x]        [-004X]       [202X]/2030   2022/[2023-XX]
    """,
    "a mark stands once and right after the last digit": """
        [2022?-01]    [?2022]       [2022?~]      [2022-~01]    [2022!]       2022-01-12[ ?]  2022/[?]
    """,
    "a time has hour, minute and second, perhaps a zone, and a day before it": """
        [2022-01-12T09:30]      [2022-01-12 09:30]      [2022-01-12T9:30:00]    [2022-01-12T24:00:00]
        [2022-01-12T09:60:00]   [2022-01-12T09:30:60]   [2022-01T09:30:00]      [2022-01-XXT09:30:00]
        [2022-01-12T09:30:00+2]     [2022-01-12T09:30:00+24]    [2022-01-12T09:30:00+02:60]
    """,
    "a time has no mark and no place in a range": """
        [2022-01-12T09:30:00?]  [2022-01-12?T09:30:00]
        [2022-01-12T09:30:00]/2022-01-13                2022-01-12/[2022-01-13T09:30:00Z]
    """,
    "a range does not end before it begins": """
        [2022-01-13/2022-01-10]  [2022/2021-12-31]  [-0043/-0044]  [Y12000/2022]  [2023-03/2022-24]
    """,
    "a range has two ends and at least one is a date": """
        [/]  [../..]  [../]  [/..]  [..]  2022/[.]  [soon]/2022  2022-01-10/[13]  [2022/2023/2024]
    """,
}

# A malformed string, and words of the advice on it.
ADVICE = {
    "": "no date here",
    "12/01/2022": "year first",
    "2022/01/12": "put hyphens",
    "2022/2023/2024": "two ends",
    "2022-1-12": "a month has two digits",
    "2022-01-1": "a day has two digits",
    "Y2022": "more than four digits",
    "Y1000000000000": "more than twelve digits",
    "-004X": "before 0",
    "12000": "begins with Y",
    "987": "0987",
    "2022-01-12T09:30": "a time is written",
    "2022?-01": "a mark .* at the end",
    "2022-1X": "capital X",
    "2022-01-12 9:30": "nothing but a mark",
    "2022-02-30": "01 to 28",
}

BRACKETS = re.compile(r"[\[\]]")


def cells(table: str) -> list[str]:
    """What stands between line ends or runs of spaces."""
    return re.split(r"\s{2,}", table.strip())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(text, expected, id=f"{rule}: {text}")
        for rule, table in COVERED.items()
        for text, *expected in map(cells, table.strip().splitlines())
    ],
)
def test_a_date_covers_the_days_that_its_form_asks_for(text: str, expected: list[str]) -> None:
    """Each form of date covers the days, has the precision and bears the marks that its rule says."""
    moment = parse(text)
    days = ["{}-{:02}-{:02}".format(*day) if day else "none" for day in (moment.earliest, moment.latest)]
    marks = ["approximate"] * moment.approximate + ["uncertain"] * moment.uncertain
    assert [*days, moment.precision, *marks] == expected


@pytest.mark.parametrize(
    ("before", "part", "after"),
    [
        pytest.param(*BRACKETS.split(text), id=f"{rule}: {text}")
        for rule, table in REFUSED.items()
        for text in cells(table)
    ],
)
def test_what_is_no_date_is_refused_by_the_part_that_is_wrong(before: str, part: str, after: str) -> None:
    """Each malformed text is refused, and its offending part named."""
    with pytest.raises(DateError) as refusal:
        parse(f"{before}{part}{after}")
    assert refusal.value.part == part


@pytest.mark.parametrize(
    "case", ["[２０２２]", "2022/[2022-１]", "[Y1２０００]", "[٢٠٢٢]", "2022-01-12[\n]", "[2022\n]/.."]
)
def test_digits_of_other_scripts_and_newlines_are_refused(case: str) -> None:
    """A digit is one of 0 to 9, and a line break is no part of a date."""
    test_what_is_no_date_is_refused_by_the_part_that_is_wrong(*BRACKETS.split(case))


@pytest.mark.parametrize(("text", "advice"), ADVICE.items())
def test_a_refusal_quotes_the_part_and_gives_the_advice_that_fits(text: str, advice: str) -> None:
    """Who mistypes a date reads which part of it is wrong, and how to write it."""
    with pytest.raises(DateError, match=advice) as refusal:
        parse(text)
    assert str(refusal.value) == f"“{refusal.value.part}”: {refusal.value.reason}"


@pytest.mark.parametrize("bound", Bound)
def test_an_open_end_is_not_an_unknown_end(bound: Bound) -> None:
    """`..` says that a range goes on, nothing at all that its end is not known."""
    year = parse("2022")
    until, since = parse(f"{bound}/2022"), parse(f"2022/{bound}")
    assert (until.start, until.end, until.is_range, until.points) == (bound, year.end, True, year.points)
    assert (since.start, since.end, since.is_range, since.points) == (year.start, bound, True, year.points)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("202X", (2020, None, None)),
        ("2022-24~", (2022, 24, None)),
        ("2022-01-XX", (2022, 1, None)),
        ("2022-01-12?", (2022, 1, 12)),
    ],
)
def test_a_date_is_one_point_no_finer_than_written(text: str, numbers: tuple[int | None, ...]) -> None:
    """A point has a month and a day only where they are written; a season is the number of its month."""
    moment = parse(text)
    assert isinstance(moment.start, Point)
    assert (moment.start.year, moment.start.month, moment.start.day) == numbers
    assert (moment.end, moment.points, moment.is_range) == (moment.start, (moment.start,), False)


STAMPS = cells("""
    2022-01-12 09:30           2022-01-12 9:30          2022-01-12T09:30
    2022-01-12 10:00:00 +0200  2022-01-12 00:30 +14:00  2022-01-12 23:30:00 -1100  2022-01-12 23:30:00.5Z
""")


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_timestamp_is_leniently_read_as_its_day_never_shifted(stamp: str) -> None:
    """A timestamp is the day it is written with, whatever its zone, and is kept as that day."""
    assert parse_lenient(stamp) == parse("2022-01-12")


@pytest.mark.parametrize("text", ["2022-01-12T09:30:00", "2022-01-12T09:30:00Z", "2022-01-12T00:30:00+14:00"])
def test_a_time_that_edtf_knows_is_kept_as_written(text: str) -> None:
    """Data for other programs tell it again; the day is that which it is written with."""
    assert parse_lenient(text) == parse(text)
    assert parse_lenient(text).points == parse("2022-01-12").points


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-30 09:30",
        "2022-01 09:30",
        "2022-01-12 late",
        "2022-01-12 09:30\n",
        "2022-01-12T09:30:00?",
        "2022-01-12 09:30/2022-01-14 10:00",
    ],
)
def test_what_is_more_or_less_than_a_timestamp_is_not_leniently_read(text: str) -> None:
    """A timestamp is of a real day, written in full, on one line; what would have to be left out is refused."""
    with pytest.raises(DateError):
        parse_lenient(text)


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ("2022", "2022"),
        ("0987-01", "0987-01"),
        ("2022-01-12~", "2022-01-12"),
        ("2022-21", None),
        ("202X", None),
        ("20XX", None),
        ("0000", None),
        ("-0043-03-15", None),
        ("Y12000", None),
    ],
)
def test_a_year_month_or_day_has_a_form_for_machines(date: str, written: str | None) -> None:
    """Anything else would be made finer than it is, or is no year of HTML."""
    assert iso(parse(date).points[0]) == written


SOUND = [line.split()[0] for table in COVERED.values() for line in table.strip().splitlines()] + STAMPS
MALFORMED = ["".join(BRACKETS.split(text)) for table in REFUSED.values() for text in cells(table)]

# What only a calendar tells: how long a month is, and which end of a range is first.
BEYOND_THE_FORM = set(
    """2022-04-31 2023-02-29 1900-02-29 -0001-02-29 2022-06-31/.. 2022-01-13/2022-01-10 2022/2021-12-31 -0043/-0044
    Y12000/2022 2023-03/2022-24""".split()
)


@pytest.mark.parametrize("text", SOUND)
def test_every_date_that_is_read_has_the_form_that_programs_are_told(text: str) -> None:
    parse_lenient(text)
    assert re.fullmatch(FORM, text)


def test_a_text_that_is_no_date_has_not_the_form_unless_only_a_calendar_tells() -> None:
    refused = {text for text in MALFORMED if is_refused(text)}
    assert {text for text in refused if re.fullmatch(FORM, text)} == BEYOND_THE_FORM


def is_refused(text: str) -> bool:
    try:
        parse_lenient(text)
    except DateError:
        return True
    return False


@pytest.mark.parametrize("text", [*SOUND, *MALFORMED])
def test_the_form_of_a_day_is_that_of_a_date_that_names_one(text: str) -> None:
    is_day = not is_refused(text) and re.fullmatch(r"(?!0000)\d{4}-\d\d-\d\d([T ][^/]*)?", text) is not None
    assert (re.fullmatch(FORM_OF_DAY, text) is not None) == (
        is_day or text in {"2022-04-31", "2023-02-29", "1900-02-29"}
    )
