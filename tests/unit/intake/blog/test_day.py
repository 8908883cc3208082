"""A date of a post is as exact as it is written, and keeps a time that is one."""

import pytest

from generator.dates import DateError
from generator.intake.blog.day import read_day


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2022-01-12", "2022-01-12"),
        ("2022-1-2", "2022-01-02"),
        ("2022/01/12", "2022-01-12"),
        ("20220112", "2022-01-12"),
        ("2022-01", "2022-01"),
        ("2022", "2022"),
        ("2015-03-00", "2015-03"),
        ("2022-01-12T09:30:00Z", "2022-01-12T09:30:00Z"),
        ("2022-01-12 09:30", "2022-01-12T09:30:00"),
        ("2022-01-12 09:30:05 -0700", "2022-01-12T09:30:05-07:00"),
        ("2022-01-12 09:30:05.000000000 +00:00", "2022-01-12T09:30:05+00:00"),
        ("2022-01-12 9:30 PM", "2022-01-12T21:30:00"),
        ("2022-01-12 12:30 am", "2022-01-12T00:30:00"),
        ("2022-01-12T00:00:00+01:00", "2022-01-12"),
        ("January 12, 2022", "2022-01-12"),
        ("12 Jan 2022", "2022-01-12"),
        ("Jan 2022", "2022-01"),
        ("Wed, 12 Jan 2022 10:00:00 GMT", "2022-01-12T10:00:00Z"),
        ("Wed Jan 12 2022 10:00:00 GMT+0100 (CET)", "2022-01-12T10:00:00+01:00"),
    ],
)
def test_a_date_keeps_what_it_says_and_nothing_finer(text: str, edtf: str) -> None:
    assert (read_day(text).edtf, read_day(text).lost) == (edtf, ())


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("2022-01-12 10:00 EST", ("the zone EST",)),
        ("2022-01-12 10:00:00 America/New_York", ("the zone America/New_York",)),
        ("2022-01-12T10:00:00.789Z", ("the fraction of a second",)),
    ],
)
def test_what_edtf_has_no_place_for_is_named(text: str, lost: tuple[str, ...]) -> None:
    assert read_day(text).lost == lost


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "01/12/2022",
        "2022-13-01",
        "0000-00-00",
        "2022-02-30",
        "2022-01-12T25:00:00",
        "git Created",
        "Last Modified",
    ],
)
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        read_day(text)
