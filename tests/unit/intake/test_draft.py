"""A slide becomes an entry, or is refused with a reason; what is lost of it is said."""

import pytest

from generator.errors import Code, Position, Problem
from generator.intake.draft import Draft, draft
from generator.intake.row import Row, RowError
from generator.intake.slide import Parts, Picture, Slide
from generator.report import Report

YEAR = Parts("2022")


def drafted(**given: object) -> tuple[Draft, list[Problem]]:
    problems: list[Problem] = []
    row = Row(Report("a.json", problems), Position(3), "event 2")
    fields = {"start": YEAR, "headline": "A", **given}
    return draft(Slide("event 2", Position(3), **fields), row, {"march"}), problems  # type: ignore[arg-type]


def test_an_entry_has_title_date_language_theme_and_body() -> None:
    found, problems = drafted(headline="A <b>b</b>", text="<p>c</p>", group="G &amp; H")
    assert found.text("en", ["g-h"], "2024-03-01") == (
        "---\ntitle: A b\ndate: '2022'\nlang: en\nthemes: [g-h]\npublished: 2024-03-01\n---\n\nc\n"
    )
    assert (found.group, problems) == ("G & H", [])


def test_an_entry_without_a_text_ends_with_its_front_matter() -> None:
    assert drafted()[0].text("en", (), "2024-03-01").endswith("published: 2024-03-01\n---\n")


@pytest.mark.parametrize(
    ("given", "slug"),
    [
        ({}, "2022-a"),
        ({"id": "Two_Banks 1"}, "two-banks-1"),
        ({"id": "!"}, "2022-a"),
        ({"id": "x" * 150}, "x" * 150),
        ({"start": Parts("2022", "1", "2", "9")}, "2022-01-02-a"),
        ({"end": Parts("2023")}, "2022-a"),
        ({"display_date": "c. 2022"}, "2022-a"),
        ({"start": Parts("-44")}, "a"),
        ({"start": Parts("12000")}, "a"),
        ({"headline": "!"}, "2022"),
    ],
)
def test_the_slug_is_the_id_or_else_begins_with_the_date(given: dict[str, object], slug: str) -> None:
    assert drafted(**given)[0].slug == slug


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"headline": ""}, Code.MISSING_FIELD),
        ({"headline": "<script>x</script>"}, Code.MISSING_FIELD),
        ({"start": Parts()}, Code.MISSING_FIELD),
        ({"start": Parts("soon")}, Code.INVALID_DATE),
        ({"start": Parts("", "5")}, Code.INVALID_DATE),
        ({"end": Parts("2021")}, Code.INVALID_DATE),
        ({"text": "<b>" * 5000}, Code.TOO_DEEP),
        ({"headline": "<ul><li>" * 60 + "a"}, Code.TOO_DEEP),
        ({"id": "<b>" * 5000}, Code.TOO_DEEP),
        ({"media": Picture(caption="<b>" * 5000)}, Code.TOO_DEEP),
    ],
)
def test_a_slide_that_can_be_no_entry_is_refused(given: dict[str, object], code: Code) -> None:
    with pytest.raises(RowError) as error:
        drafted(**given)
    assert error.value.code == code


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({"display_date": "March 2022", "start": Parts("2022", "3")}, []),
        ({"display_date": "Spring 2022"}, [Code.INVALID_DATE]),
        ({"start": Parts("2022", "1", "2", "9"), "end": Parts("2023")}, [Code.INVALID_DATE]),
        ({"text": "<script>x</script>"}, [Code.BODY_HTML]),
        ({"headline": "A<script>x</script>"}, [Code.BODY_HTML]),
        ({"media": Picture("https://a.example/", credit="<p onclick=x>c</p>")}, [Code.BODY_HTML]),
        ({"media": Picture("https://a.example/a.jpg", alt="x")}, [Code.BODY_PICTURE]),
        ({"media": Picture("https://a.example/a.jpg")}, [Code.BODY_PICTURE, Code.MISSING_FIELD]),
        ({"media": Picture("data:image/png;base64,x", alt="x")}, [Code.BODY_PICTURE]),
        ({"media": Picture("files/film.mp4")}, [Code.BODY_PICTURE]),
        ({"media": Picture("https://a.example/film.mp4")}, []),
        ({"text": '<img src="https://a.example/a.jpg" alt="x">'}, [Code.BODY_PICTURE]),
        ({"text": '<img src="https://a.example/a.jpg">'}, [Code.BODY_PICTURE, Code.MISSING_FIELD]),
        ({"display_date": "<i>c.</i> 2022"}, []),
    ],
)
def test_what_is_lost_or_waits_for_a_person_is_reported(given: dict[str, object], codes: list[Code]) -> None:
    _, problems = drafted(**given)
    assert [problem.code for problem in problems] == codes
    assert all((problem.position.line, problem.message[:9]) == (3, "event 2: ") for problem in problems)
