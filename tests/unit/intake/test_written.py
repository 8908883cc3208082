"""Dates and times that are written as one text."""

import pytest

from generator.intake.row import RowError
from generator.intake.slide import Parts
from generator.intake.written import read_date, with_time


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2012", Parts("2012")),
        ("-44", Parts("-44")),
        ("2012,1", Parts("2012", "1")),
        ("2012, 1, 26", Parts("2012", "1", "26")),
        ("2012,1,26,14,30", Parts("2012", "1", "26", "14", "30")),
        ("2012,1,26,14,30,15,999", Parts("2012", "1", "26", "14", "30", "15", "999")),
        ("-44,3,15", Parts("-44", "3", "15")),
        ("2012,,", Parts("2012")),
        ("2012-01", Parts("2012", "01")),
        ("2012-01-26", Parts("2012", "01", "26")),
        ("2012-01-26T14:30:15", Parts("2012", "01", "26", "14", "30", "15")),
        ("2012-01-26 14:30", Parts("2012", "01", "26", "14", "30")),
        ("1/26/2012", Parts("2012", "1", "26")),
        ("01/26/2012 2:30 PM", Parts("2012", "01", "26", "14", "30")),
        ("1/2012", Parts("2012", "1")),
    ],
)
def test_a_date_is_read_in_the_forms_of_timelinejs(text: str, parts: Parts) -> None:
    assert read_date(text) == parts


@pytest.mark.parametrize("text", ["soon", "1/26/12", "26. 1. 2012", "2012-1-2-3", "", "T", "1/2/3/2012", "2012/1/26"])
def test_a_date_that_can_be_read_in_several_ways_or_none_is_refused(text: str) -> None:
    with pytest.raises(RowError):
        read_date(text)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:30", ("14", "30", "", "")),
        ("14.30", ("14", "30", "", "")),
        ("1430", ("14", "30", "", "")),
        ("930", ("9", "30", "", "")),
        ("9", ("9", "", "", "")),
        ("2:30 PM", ("14", "30", "", "")),
        ("2 p.m.", ("14", "", "", "")),
        ("12:05am", ("0", "05", "", "")),
        ("12 PM", ("12", "", "", "")),
        ("14:30:15", ("14", "30", "15", "")),
        ("14:30:15.250", ("14", "30", "15", "250")),
        ("", ("", "", "", "")),
    ],
)
def test_a_time_is_read_in_the_forms_of_timelinejs(text: str, time: tuple[str, str, str, str]) -> None:
    assert with_time(Parts("2012", "1", "26"), text) == Parts("2012", "1", "26", *time)


@pytest.mark.parametrize("text", ["noon", "14:3o", "14:30 UTC", "1:2:3:4:5"])
def test_a_time_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(RowError, match="is no time"):
        with_time(Parts("2012"), text)
