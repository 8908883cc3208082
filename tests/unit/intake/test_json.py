"""Both formats of JSON: what is found in them, and what is none."""

import json
from typing import Any

import pytest

from generator.errors import Code, Problem
from generator.intake import json1, json3
from generator.intake.json3 import lines_of
from generator.intake.slide import Foreign, Parts
from generator.report import Report


def new(**data: Any) -> tuple[Foreign, list[Problem]]:  # noqa: ANN401 - any JSON
    problems: list[Problem] = []
    return json3.read(data, json.dumps(data, indent=1), Report("a.json", problems)), problems


def old(**timeline: Any) -> tuple[Foreign, list[Problem]]:  # noqa: ANN401 - any JSON
    problems: list[Problem] = []
    data = {"timeline": timeline}
    return json1.read(data, json.dumps(data, indent=1), Report("a.json", problems)), problems


def event(**fields: Any) -> dict[str, Any]:  # noqa: ANN401 - any JSON
    return {"start_date": {"year": 2022}, "text": {"headline": "A"}, **fields}


@pytest.mark.parametrize(
    ("value", "text"), [("2022", "2022"), (2022, "2022"), (2022.0, "2022"), (" 2022 ", "2022"), (None, ""), (0, "0")]
)
def test_a_part_of_a_date_may_be_a_text_or_a_number(value: object, text: str) -> None:
    assert new(events=[event(start_date={"year": value})])[0].events[0].start == Parts(text)


def test_the_date_shown_for_a_slide_stands_before_those_of_its_two_dates() -> None:
    dates: dict[str, Any] = {"start_date": {"year": 2022, "display_date": "a"}, "end_date": {"display_date": "b"}}
    assert new(events=[event(**dates)])[0].events[0].display_date == "a – b"
    assert new(events=[event(**dates, display_date="c")])[0].events[0].display_date == "c"


def test_what_has_no_place_is_named() -> None:
    data = event(background={"color": "red"}, media={"url": "u", "link": "l"}, location={"lat": 1}, thumbnail="")
    found, problems = new(events=[data], scale="human", title=event(media={"url": "u"}))
    assert sorted(found.all_unused) == ["background", "link", "location", "media of the title or an era", "scale"]
    assert not problems


@pytest.mark.parametrize(
    "slide",
    ["x", 1, [], event(text="x"), event(media=["u"]), event(start_date="2022"), event(group={}), event(unique_id=True)],
)
def test_a_slide_that_is_none_is_reported_by_its_number_and_the_others_are_read(slide: object) -> None:
    found, problems = new(events=[event(), slide, event()])
    assert len(found.events) == 2
    assert [(problem.code, problem.message[:7]) for problem in problems] == [(Code.WRONG_TYPE, "event 2")]
    assert problems[0].position.line > 2


def test_events_that_are_no_list_are_reported() -> None:
    found, problems = new(events="x")
    assert (found.events, [problem.message for problem in problems]) == ((), ["event: it is no group of fields"])


def test_the_line_of_each_event_is_found() -> None:
    text = '{"title": {"a": "[,]"},\n"events": [\n{"a": [1, 2]},\n\n{"b": "\\n]"}, 3\n]}'
    assert lines_of("events", text) == [3, 5, 5]
    assert (lines_of("eras", text), lines_of("events", '{"events": []}')) == ([], [])


def test_the_older_format_has_its_title_in_itself() -> None:
    found, problems = old(headline="T", text="x", type="default", date=[{"startDate": "2011,12", "headline": "A"}])
    assert ([title.headline for title in found.titles], found.events[0].start) == (["T"], Parts("2011", "12"))
    assert (list(found.all_unused), problems) == ([], [])


def test_the_older_format_names_what_has_no_place_too() -> None:
    found, _ = old(date=[{"startDate": "2011", "classname": "x", "asset": {"thumbnail": "t"}}], chart=[{"a": 1}])
    assert (sorted(found.all_unused), found.titles) == (["chart", "classname", "thumbnail"], ())


@pytest.mark.parametrize("date", [{"startDate": "soon"}, {"asset": "u"}, "x"])
def test_in_the_older_format_too_the_others_are_read(date: object) -> None:
    found, problems = old(date=[date, {"startDate": "2011"}])
    assert (len(found.events), [problem.message[:7] for problem in problems]) == (1, ["event 1"])


def test_a_timeline_that_is_none_is_reported() -> None:
    problems: list[Problem] = []
    assert json1.read({"timeline": [1]}, "", Report("a.json", problems)) == Foreign()
    assert [problem.code for problem in problems] == [Code.WRONG_TYPE]
