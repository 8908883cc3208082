"""What a check says to programs: the shape of its JSON, and what GitHub and GitLab read."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.errors import Code, Position, Problem, Severity
from generator.excerpts import Excerpts
from generator.formats import Verdict, as_annotations, as_code_quality, as_json

FAULT = Problem(Code.INVALID_DATE, "content/entries/a.md", Position(3, 7), "“x” is no date", "write 2022")
DOUBT = Problem(Code.NO_SOURCE, "content/entries/b.md", Position(), "no source", "name one", Severity.WARNING)


def test_the_json_says_all_of_a_problem_and_counts(tmp_path: Path) -> None:
    (tmp_path / "content/entries").mkdir(parents=True)
    (tmp_path / FAULT.path).write_text("---\ntitle: T\ndate: x\n---\n")
    said = json.loads(as_json(Verdict((FAULT, DOUBT), entries=2, drafts=("content/entries/c.md",)), Excerpts(tmp_path)))
    first, second = said.pop("problems")
    assert said == {
        "version": 1,
        "sound": False,
        "errors": 1,
        "warnings": 1,
        "entries": 2,
        "unreviewed": 0,
        "without_published": 0,
        "drafts": ["content/entries/c.md"],
        "links": None,
    }
    assert first == {
        "code": "invalid-date",
        "severity": "error",
        "path": "content/entries/a.md",
        "line": 3,
        "column": 7,
        "message": "“x” is no date",
        "hint": "write 2022",
        "more": 0,
        "excerpt": "date: x",
    }
    assert (second["severity"], second["excerpt"]) == ("warning", None)


def test_an_annotation_stands_at_the_line_of_its_file_in_the_repository() -> None:
    assert as_annotations([FAULT, DOUBT], "sites/one/").splitlines() == [
        "::error file=sites/one/content/entries/a.md,line=3,col=7,title=invalid-date::“x” is no date; write 2022",
        "::warning file=sites/one/content/entries/b.md,line=1,col=1,title=no-source::no source; name one",
    ]


@pytest.mark.parametrize(
    ("path", "message", "line"),
    [
        ("a,b:c.md", "100 %", "file=a%2Cb%3Ac.md,line=1,col=1,title=yaml::100 %25; mend"),
        ("a%2C.md", "one\ntwo\r::error::", "file=a%252C.md,line=1,col=1,title=yaml::one%0Atwo%0D::error::; mend"),
    ],
)
def test_signs_that_end_a_command_are_written_by_their_numbers(path: str, message: str, line: str) -> None:
    """Or an author could write commands of their own."""
    assert as_annotations([Problem(Code.YAML, path, Position(), message, "mend")], "") == f"::error {line}"


def test_a_report_of_code_quality_says_where_each_problem_is() -> None:
    first, second = json.loads(as_code_quality([FAULT, DOUBT], "sites/one/"))
    assert len(first.pop("fingerprint")) == 64
    assert first == {
        "description": "“x” is no date; write 2022",
        "check_name": "invalid-date",
        "severity": "major",
        "location": {"path": "sites/one/content/entries/a.md", "lines": {"begin": 3}},
    }
    assert second["severity"] == "minor"
    assert json.loads(as_code_quality([], "")) == []


def test_a_fingerprint_outlives_lines_that_are_added_and_tells_equal_problems_apart() -> None:
    """GitLab compares the reports of two branches by it."""

    def fingerprints(*lines: int) -> list[str]:
        problems = [replace(FAULT, position=Position(line)) for line in lines]
        return [item["fingerprint"] for item in json.loads(as_code_quality(problems, ""))]

    assert fingerprints(3, 9) == fingerprints(5, 11)
    assert len({*fingerprints(3, 9)}) == 2
