"""`written`: a span in EDTF, no finer than its source."""

from datetime import date

import pytest

from generator.convert.reading.written import written_date, written_span
from generator.moment import Precision

DAY, MONTH, YEAR = Precision.DAY, Precision.MONTH, Precision.YEAR

SPANS = [
    # from, to, precision of the source, EDTF
    ("2022-01-12", "2022-01-12", DAY, "2022-01-12"),
    ("2022-01-12", "2022-01-12", YEAR, "2022-01-12"),
    ("2022-01-10", "2022-01-13", DAY, "2022-01-10/2022-01-13"),
    ("2022-01-10", "2022-01-13", MONTH, "2022-01"),
    ("2022-01-10", "2022-01-13", YEAR, "2022"),
    ("2021-12-27", "2022-01-02", MONTH, "2021-12/2022-01"),
    ("2021-12-27", "2022-01-02", YEAR, "2021/2022"),
    ("2022-02-01", "2022-02-28", DAY, "2022-02"),
    ("2024-02-01", "2024-02-28", DAY, "2024-02-01/2024-02-28"),
    ("2022-01-01", "2022-03-31", DAY, "2022-01/2022-03"),
    ("2022-01-01", "2022-12-31", DAY, "2022"),
    ("2021-01-01", "2022-12-31", MONTH, "2021/2022"),
    ("0987-01-01", "0987-12-31", DAY, "0987"),
]


@pytest.mark.parametrize(("first", "last", "precision", "edtf"), SPANS)
def test_a_span_is_written_no_finer_than_its_source(first: str, last: str, precision: Precision, edtf: str) -> None:
    assert written_span((_ordinal(first), _ordinal(last)), precision) == edtf


def test_a_date_that_may_lie_in_several_years_is_written_in_years() -> None:
    assert written_date((_ordinal("2021-03-01"), _ordinal("2022-03-31"))) == "2021/2022"
    assert written_date((_ordinal("2022-01-03"), _ordinal("2022-01-05"))) == "2022-01-03/2022-01-05"


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()
