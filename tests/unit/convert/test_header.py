"""`split_header`: the date above an article, in digits and in words."""

import pytest

from generator.convert.faults import Fault, SeedError
from generator.convert.header import split_header
from generator.errors import Code

ALONE = {
    "2022-02-24/..": "2022-02-24/..",
    "../2022": "../2022",
    "../2022-03-01": "../2022-03-01",
    "12 janvier 2022": "2022-01-12",
    "1er février 2022": "2022-02-01",
    "mercredi 12 janvier 2022": "2022-01-12",
    "le 12 janv. 2022": "2022-01-12",
    "Le mercredi 12 août 2022 à 10h30": "2022-08-12",
    "JANVIER 2022": "2022-01",
    "12 January 2022": "2022-01-12",
    "January 12, 2022": "2022-01-12",
    "Wednesday, January 12th, 2022": "2022-01-12",
    "Jan. 12, 2022": "2022-01-12",
    "12 Sept 2022": "2022-09-12",
    "January 2022": "2022-01",
    "12. Januar 2022": "2022-01-12",
    "Mittwoch, den 12. Jan. 2022": "2022-01-12",
    "März 2022": "2022-03",
    "12 de enero de 2022": "2022-01-12",
    "enero de 2022": "2022-01",
    "12 січня 2022 року": "2022-01-12",
    "12 січ. 2022 р.": "2022-01-12",
    "січень 2022": "2022-01",
    "12 января 2022 г.": "2022-01-12",
    "январь 2022": "2022-01",
    "12.01.2022": "2022-01-12",
    "2.1.2022": "2022-01-02",
    "13/01/2022": "2022-01-13",
    "01/13/2022": "2022-01-13",
    "05/05/2022": "2022-05-05",
    "13-01-2022": "2022-01-13",
    "2022/01/12": "2022-01-12",
    "2022.01.12": "2022-01-12",
}

TEXTS = [
    "12 janvier 2022, le pont ouvre.",
    "Le 12 janvier 2022 fut froid",
    "12 janvier",
    "janvier",
    "12 pont 2022",
    "Mars attaque en 2022",
    "date limite dépassée",
    "Date limite : 12 janvier 2022",
    "Bruxelles, 12 janvier 2022",
    "../..",
]

IMPOSSIBLE = [
    ("date 2022-02-30", "2022-02-30"),
    ("date 30 février 2022", "30 février 2022"),
    ("31 juin 2022", "31 juin 2022"),
    ("30.02.2022", "30.02.2022"),
    ("31/13/2022", "31/13/2022"),
    ("2022/02/30", "2022/02/30"),
    ("date: hier", "hier"),
    ("date : 12/01/22", "12/01/22"),
    ("date 12 janvier", "12"),
]


def refusal(text: str) -> Fault:
    with pytest.raises(SeedError) as caught:
        split_header(text)
    return caught.value.fault


@pytest.mark.parametrize("label", ["", "date ", "date: ", "Date : ", " DATE\t", "date\n"])
@pytest.mark.parametrize(("written", "edtf"), ALONE.items())
def test_a_date_alone_on_the_first_line_is_the_date(label: str, written: str, edtf: str) -> None:
    found = split_header(f"{label}{written}\nLe pont ouvre.")
    assert (str(found.moment), found.text.strip(), found.doubt) == (edtf, "Le pont ouvre.", None)


@pytest.mark.parametrize(("written", "edtf"), ALONE.items())
def test_after_the_word_date_the_text_may_follow_on_the_line(written: str, edtf: str) -> None:
    found = split_header(f"date {written} Le pont ouvre.")
    assert (str(found.moment), found.text.strip()) == (edtf, "Le pont ouvre.")


@pytest.mark.parametrize("text", TEXTS)
def test_any_other_first_line_is_text(text: str) -> None:
    found = split_header(f"{text}\nLe pont ouvre.")
    assert (found.moment, found.text) == (None, f"{text}\nLe pont ouvre.")


@pytest.mark.parametrize("written", ["12/01/2022", "12-01-2022", "date 12/01/2022"])
def test_of_a_day_and_month_that_can_change_places_the_year_alone_is_certain(written: str) -> None:
    found = split_header(f"{written}\nLe pont ouvre.")
    assert str(found.moment) == "2022"
    assert found.doubt
    assert found.doubt.code is Code.AMBIGUOUS_DATE
    assert "2022-01-12 or 2022-12-01" in found.doubt.hint


@pytest.mark.parametrize(("text", "written"), IMPOSSIBLE)
def test_a_date_that_cannot_be_is_refused_with_its_line(text: str, written: str) -> None:
    fault = refusal(f"\n\n{text}\nLe pont ouvre.")
    assert (fault.code, fault.line) == (Code.INVALID_DATE, 3)
    assert f"“{written}”" in fault.message
    assert fault.hint
