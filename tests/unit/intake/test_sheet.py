"""The spreadsheet: its columns, its rows, and what stands in none."""

import pytest

from generator.errors import Code, ContentError, Problem
from generator.intake.sheet import read
from generator.intake.slide import Foreign, Parts
from generator.report import Report


def sheet(text: str) -> tuple[Foreign, list[Problem]]:
    problems: list[Problem] = []
    return read(text, Report("a.csv", problems)), problems


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_cells_may_be_divided_in_the_ways_of_spreadsheets(separator: str, line_end: str) -> None:
    rows = (("Year", "Month", "Headline"), ("2022", "1", "A"))
    found, problems = sheet(line_end.join(separator.join(row) for row in rows))
    assert ([(slide.start, slide.headline) for slide in found.events], problems) == ([(Parts("2022", "1"), "A")], [])


def test_columns_may_stand_in_any_order_and_case_and_some_may_be_missing() -> None:
    found, problems = sheet("headline , end  YEAR,Year\nA,2023,2022\n")
    assert ([(slide.start, slide.end) for slide in found.events], problems) == ([(Parts("2022"), Parts("2023"))], [])


def test_a_number_may_be_written_with_commas_or_spaces() -> None:
    assert sheet('Year,Headline\n"1,850",A\n"-13 000",B\n')[0].events[1].start == Parts("-13000")


def test_the_older_columns_are_read() -> None:
    found, _ = sheet("Start Date,End Date,Headline,Tag\n1/12/2022 9:30,2/2022,A,G\n")
    (slide,) = found.events
    assert (slide.start, slide.end) == (Parts("2022", "1", "12", "9", "30"), Parts("2022", "2"))
    assert slide.group == "G"


@pytest.mark.parametrize(
    ("kind", "counts"),
    [("", (1, 0, 0)), ("title", (0, 1, 0)), ("start", (0, 1, 0)), ("Era", (0, 0, 1)), ("other", (1, 0, 0))],
)
def test_the_type_tells_what_a_row_is(kind: str, counts: tuple[int, int, int]) -> None:
    found, problems = sheet(f"Year,Headline,Type\n2022,A,{kind}\n")
    assert (len(found.events), len(found.titles), len(found.eras)) == counts
    assert [problem.code for problem in problems] == ([Code.INVALID_VALUE] if kind == "other" else [])


@pytest.mark.parametrize(
    ("head", "message", "hint"),
    [
        ("Yeer,Headline", "there is no column Year", "“Yeer”: did you mean “year”?"),
        ("Year,Title", "there is no column Headline", "“Title”: "),
        ("a,b", "no column of TimelineJS stands in the first row", "name them Headline, Year"),
        ("# A post\n\nIts text", "no column of TimelineJS stands in the first row", "name them Headline, Year"),
        ("Month,b", "there is no column Headline and no column Year", "“b”: "),
        ("Month,Day", "there is no column Headline and no column Year", "the first row names the columns"),
    ],
)
def test_a_sheet_without_the_columns_that_are_needed_is_refused_with_the_nearest_names(
    head: str, message: str, hint: str
) -> None:
    with pytest.raises(ContentError) as error:
        sheet(f"{head}\n1,2\n")
    (problem,) = error.value.problems
    assert (problem.code, problem.message) == (Code.UNKNOWN_KEY, message)
    assert problem.hint.startswith(hint)


def test_a_column_that_stands_twice_is_refused() -> None:
    with pytest.raises(ContentError) as error:
        sheet("Year,Headline,year\n1,2,3\n")
    assert [problem.code for problem in error.value.problems] == [Code.DUPLICATE_KEY]


def test_a_column_that_is_not_known_is_reported_once() -> None:
    _, problems = sheet("Year,Headline,Media Capton\n2022,A,x\n2023,B,y\n")
    (problem,) = problems
    assert (problem.code, problem.hint) == (Code.UNKNOWN_KEY, "did you mean “media caption”?")


def test_a_row_is_known_by_the_line_it_begins_on_and_the_others_are_read() -> None:
    text = 'Year,Headline,Text\n\n2022,A,"one\n\ntwo"\n,,\n2023,B,x,y\nsoon,C,\n2024,D\n'
    found, problems = sheet(text)
    assert [(slide.headline, slide.position.line) for slide in found.events] == [("A", 3), ("C", 8), ("D", 9)]
    assert [(problem.code, problem.position.line) for problem in problems] == [(Code.WRONG_TYPE, 7)]


def test_a_row_is_named_by_its_number_in_a_spreadsheet() -> None:
    """A cell of several lines is one row there, and an empty row has a number too."""
    found, problems = sheet('Year,Headline,Text\n\n2022,A,"one\n\ntwo"\n,,\n2023,B,x,y\n2024,D\n')
    assert [slide.name for slide in found.events] == ["row 3", "row 6"]
    assert [problem.message for problem in problems] == ["row 5: a cell stands in no column"]


def test_a_cell_below_no_name_is_reported() -> None:
    assert [problem.code for problem in sheet("Year,Headline,\n2022,A,x\n")[1]] == [Code.WRONG_TYPE]


def test_a_quotation_mark_that_is_never_closed_is_reported() -> None:
    found, problems = sheet('Year,Headline\n2022,A\n2023,"B\n2024,C\n')
    assert ([slide.headline for slide in found.events], [problem.position.line for problem in problems]) == (["A"], [3])


def test_line_breaks_that_no_spreadsheet_knows_end_no_row() -> None:
    assert sheet("Year,Headline\n2022,a\u2028b\x85c\n")[0].events[0].headline == "a\u2028b\x85c"


def test_the_apostrophe_before_what_would_be_a_formula_is_no_part_of_the_text() -> None:
    found, _ = sheet("Year,Headline\n2022,'=A1\n2022,'tis\n2022,a;'=1\n")
    assert [slide.headline for slide in found.events] == ["=A1", "'tis", "a;=1"]


def test_an_end_of_some_parts_without_a_year_is_not_passed_by() -> None:
    assert sheet("Year,End Month,Headline\n2022,5,A\n")[0].events[0].end == Parts("", "5")
