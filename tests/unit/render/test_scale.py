"""Dates to scale: hundredths of a drawing that begins and ends with a year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.dates import parse
from generator.render.scale import Scale, scale_of


def test_a_drawing_holds_whole_years_from_the_first_to_the_last() -> None:
    assert scale_of(map(parse, ["2021-06", "1990-01-31", "2022-02-24/.."])) == Scale(1990, 2022)
    assert scale_of([]) is None


@pytest.mark.parametrize(
    ("date", "span"),
    [
        ("2020", (0.0, 33.39)),
        ("2021-01-01", (33.39, 33.49)),
        ("2022", (66.7, 100.0)),
        ("2021-01-01/2021-12-31", (33.39, 66.7)),
        ("2021/..", (33.39, 100.0)),
        ("../2021", (0.0, 66.7)),
        ("2021/", (33.39, 66.7)),
        ("/2021", (33.39, 66.7)),
        ("2019", (0.0, 0.0)),
        ("2023", (100.0, 100.0)),
    ],
)
def test_a_date_stands_where_it_can_be_and_no_further(date: str, span: tuple[float, float]) -> None:
    """An open end reaches the edge; of an end that is not known nothing is drawn."""
    assert Scale(2020, 2022).span(parse(date)) == span


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (2022, 2022, [2022]),
        (2019, 2024, [2019, 2020, 2021, 2022, 2023, 2024]),
        (1990, 2024, [1990, 1995, 2000, 2005, 2010, 2015, 2020]),
        (1991, 2024, [1995, 2000, 2005, 2010, 2015, 2020]),
        (-44, 2024, [0, 500, 1000, 1500, 2000]),
    ],
)
def test_years_are_labelled_by_round_numbers(first: int, last: int, labels: list[int]) -> None:
    assert list(Scale(first, last).labels()) == labels


@given(st.integers(-(10**6), 10**6), st.integers(0, 10**6))
def test_a_drawing_has_one_label_at_least_and_seven_at_most(first: int, length: int) -> None:
    labels = list(Scale(first, first + length).labels())
    assert 1 <= len(labels) <= 7
    assert all(first <= year <= first + length for year in labels)
