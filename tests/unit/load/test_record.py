"""Groups of named fields: what is built, and each way to get one wrong."""

from typing import Any

import pytest

from generator.errors import Code, Position, Problem, Severity
from generator.frontmatter import parse_node
from generator.load.fields import PlainText, Whole
from generator.load.records import Record
from generator.report import Report

PERSON: Record[dict[str, Any]] = Record(
    "a person",
    {"name": PlainText(), "age": Whole(), "mail": PlainText(), "post": PlainText()},
    dict,
    required=("name",),
    any_of=("mail", "post"),
    renamed={"years": "age", "alter": "age"},
)

# By rule: YAML with a mark where the only report points to, and its code.
REFUSED = {
    "a group is no text": ("▸Anna", Code.WRONG_TYPE),
    "a group is no list": ("▸[name, Anna]", Code.WRONG_TYPE),
    "a needed field is there": ("▸{mail: a}", Code.MISSING_FIELD),
    "a needed field is not empty": ("{▸name: , mail: a}", Code.MISSING_FIELD),
    "a needed field is not blank": ("{▸name: '  ', mail: a}", Code.MISSING_FIELD),
    "a needed field that is faulty is not missing too": ("{name: ▸[Anna], mail: a}", Code.WRONG_TYPE),
    "a field has a known name": ("{name: Anna, mail: a, ▸size: 3}", Code.UNKNOWN_KEY),
    "a name is written in small letters": ("{name: Anna, mail: a, ▸Age: 3}", Code.UNKNOWN_KEY),
    "a field has no second name beside its own": ("{name: Anna, mail: a, ▸years: 3, age: 3}", Code.UNKNOWN_KEY),
    "one of several fields is there": ("▸{name: Anna, age: 3}", Code.MISSING_FIELD),
    "a value is of its field’s kind": ("{name: Anna, mail: a, age: ▸old}", Code.INVALID_VALUE),
    "one of several fields is not empty": ("▸{name: Anna, mail: }", Code.MISSING_FIELD),
}


def read(marked: str) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The person that YAML tells of, and what is reported."""
    problems: list[Problem] = []
    return PERSON.read(parse_node(marked.replace("▸", "")), Report("file.yaml", problems)), problems


@pytest.mark.parametrize(
    ("marked", "code"),
    [pytest.param(*row, id=rule) for rule, row in REFUSED.items()],
)
def test_a_fault_is_reported_once_where_it_stands(marked: str, code: Code) -> None:
    problems = read(marked)[1]
    assert [(p.code, p.position, p.severity) for p in problems] == [
        (code, Position(1, marked.index("▸") + 1), Severity.ERROR)
    ]


def test_a_field_has_no_two_second_names() -> None:
    first, second = read("{name: Anna, mail: a, years: 3, alter: 4}")[1]
    assert (first.code, first.severity) == (Code.RENAMED_KEY, Severity.WARNING)
    assert (second.code, second.severity, second.position) == (Code.UNKNOWN_KEY, Severity.ERROR, Position(1, 33))


@pytest.mark.parametrize("written", ["{name: Anna, post: b}", "{name: Anna, age: , post: b, mail: ' '}"])
def test_it_is_built_of_what_was_given_and_is_not_blank(written: str) -> None:
    assert read(written) == ({"name": "Anna", "post": "b"}, [])


@pytest.mark.parametrize("written", ["{post: b}", "{name: , post: b}", "{name: [a], post: b}", "Anna"])
def test_nothing_is_built_without_a_sound_needed_field(written: str) -> None:
    assert read(written)[0] is None


def test_what_is_sound_is_built_beside_what_is_not() -> None:
    assert read("{name: Anna, mail: a, age: old, size: 3}")[0] == {"name": "Anna", "mail": "a"}


def test_all_faults_of_a_group_are_reported() -> None:
    codes = {problem.code for problem in read("{title: Anna, age: old}")[1]}
    assert codes == {Code.UNKNOWN_KEY, Code.INVALID_VALUE, Code.MISSING_FIELD}


def test_a_name_from_elsewhere_is_read_as_ours_with_a_warning() -> None:
    value, (problem,) = read("{name: Anna, mail: a,\n years: 3}")
    assert value == {"name": "Anna", "mail": "a", "age": 3}
    assert (problem.code, problem.severity, problem.position) == (Code.RENAMED_KEY, Severity.WARNING, Position(2, 2))


@pytest.mark.parametrize(
    ("written", "advice"),
    [
        ("{name: Anna, maill: a}", "did you mean “mail”?"),
        ("{name: Anna, mail: a, zzz: 1}", "it can be age, mail, name, post"),
        ("{mail: a}", "add a line name: …"),
        ("{name: Anna}", "add mail or post"),
        ("{name: Anna, mail: a, years: 3}", "write age"),
    ],
)
def test_a_report_gives_the_advice_that_fits(written: str, advice: str) -> None:
    assert advice in [problem.hint for problem in read(written)[1]]
