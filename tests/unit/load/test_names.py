"""What may be a part of an address."""

import pytest

from generator.errors import Code, Position, Problem
from generator.load.slugs import check_slug, is_slug
from generator.report import Report

SLUGS = ["a", "2022-01-12-otan", "été", "київ", "a_b", "v1.2", "console", "x" * 180, "é" * 90]
NO_SLUGS = {
    "it holds something": "",
    "it has no space": "a b",
    "it has no slash": "a/b",
    "it has no sign of an address": "a?b",
    "it has no quotation mark": "l’otan",
    "it does not begin with a hyphen": "-a",
    "it does not begin with an underscore": "_a",
    "it does not begin with a full stop": "..",
    "it does not end with a full stop": "a.",
    "it is no device of Windows": "con",
    "it is no device of Windows with an ending": "NUL.txt",
    "it is no numbered device of Windows": "Com1",
    "it is not the file of a folder": "Index.html",
    "it is not too long for a file": "x" * 181,
    "it is not too long for a file in bytes": "é" * 91,
    "its accents are composed": "e\u0301te",
    "a letter has one spelling, here that of the angstrom": "\u212bland",
    "it ends with its line": "a\n",
}


@pytest.mark.parametrize("slug", SLUGS)
def test_letters_digits_and_joints_of_any_script_are_a_slug(slug: str) -> None:
    problems: list[Problem] = []
    check_slug(slug, Position(), Report("x", problems), "id")
    assert not problems


@pytest.mark.parametrize("slug", NO_SLUGS.values(), ids=NO_SLUGS)
def test_what_cannot_stand_in_an_address_is_reported(slug: str) -> None:
    problems: list[Problem] = []
    check_slug(slug, Position(3, 2), Report("x", problems), "id")
    assert [(problem.code, problem.position) for problem in problems] == [(Code.INVALID_SLUG, Position(3, 2))]


@pytest.mark.parametrize(
    ("slug", "advice"),
    [("Old Slug", "call it old-slug"), ("e\u0301te\u0301!", "call it ete"), ("…", "use letters, digits and hyphens")],
)
def test_the_advice_is_a_name_that_would_do(slug: str, advice: str) -> None:
    problems: list[Problem] = []
    check_slug(slug, Position(), Report("x", problems), "id")
    assert problems[0].hint == advice
    assert is_slug(advice.removeprefix("call it ")) == advice.startswith("call it ")
