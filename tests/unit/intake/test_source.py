"""Which format a foreign file has, and why one is none."""

import json
from pathlib import Path

import pytest

from generator.errors import Code, ContentError, Problem
from generator.intake.slide import Foreign, Parts
from generator.intake.source import read
from generator.report import Report

HEAD = "Year,Month,Headline\n"


def opened(tmp_path: Path, data: bytes | str, name: str = "timeline.csv") -> tuple[Foreign, list[Problem]]:
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    problems: list[Problem] = []
    return read(path, Report(name, problems)), problems


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_sheet_is_read_in_the_encodings_that_spreadsheets_write(encoding: str, tmp_path: Path) -> None:
    found, problems = opened(tmp_path, f"{HEAD}2022,1,L’été à Genève\n".encode(encoding))
    assert ([slide.headline for slide in found.events], problems) == (["L’été à Genève"], [])


def test_json_is_known_by_its_first_sign_whatever_its_name(tmp_path: Path) -> None:
    slide = {"start_date": {"year": 2022}, "text": {"headline": "A"}}
    for name in ("timeline.json", "timeline.txt", "timeline"):
        assert opened(tmp_path, "\ufeff\n" + json.dumps({"events": [slide]}), name)[0].events[0].start == Parts("2022")


@pytest.mark.parametrize(
    ("data", "name", "code", "line_and_message"),
    [
        ("", "a.csv", Code.UNREADABLE, (1, "the file is empty")),
        (" \n", "a.json", Code.UNREADABLE, (1, "the file is empty")),
        (b'{"a": "\xff"}', "a.json", Code.ENCODING, (1, "not UTF-8")),
        (b"Year,Headline\n2022,\x81\n", "a.csv", Code.ENCODING, (1, "not UTF-8")),
        ('{\n"events": [}', "a.json", Code.UNREADABLE, (2, "this is no JSON")),
        ("Year,Headline", "a.json", Code.UNREADABLE, (1, "this is no JSON")),
        ("[" * 100_000, "a.json", Code.UNREADABLE, (1, "nested too deeply")),
        ('{"events": ' + "1" * 5000 + "}", "a.json", Code.UNREADABLE, (1, "endless numbers")),
        ("[]", "a.json", Code.WRONG_TYPE, (1, "this is no timeline")),
        ('{"event": []}', "a.json", Code.MISSING_FIELD, (1, "neither “events” nor “timeline”")),
        ("{}", "a.json", Code.MISSING_FIELD, (1, "neither “events” nor “timeline”")),
    ],
)
def test_a_file_that_is_no_timeline_is_refused(
    data: bytes | str, name: str, code: Code, line_and_message: tuple[int, str], tmp_path: Path
) -> None:
    with pytest.raises(ContentError) as error:
        opened(tmp_path, data, name)
    (problem,) = error.value.problems
    assert (problem.code, problem.position.line, problem.path) == (code, line_and_message[0], name)
    assert line_and_message[1] in problem.message


def test_the_nearest_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as error:
        opened(tmp_path, '{"event": []}', "a.json")
    assert error.value.problems[0].hint == "“event”: did you mean “events”?"


def test_a_character_that_no_page_can_hold_is_left_out_and_reported(tmp_path: Path) -> None:
    found, problems = opened(tmp_path, f"{HEAD}2022,1,a\x0cb\n")
    assert found.events[0].headline == "ab"
    assert [(problem.code, problem.position.line) for problem in problems] == [(Code.CONTROL_CHARACTER, 2)]
