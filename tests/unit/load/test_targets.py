"""Where the links of bodies lead: to the entry or page of a file, as seen from the file that they stand in."""

import pytest

from generator.errors import Code, Position, Problem
from generator.links import Link
from generator.load.targets import Target, Targets
from generator.model import Reference
from generator.report import Report

HERE = "content/entries/2022/here.md"
TARGETS = Targets(
    (
        Target("content/entries/2022/pont.md", "pont", is_prose=False, is_draft=False),
        Target("content/entries/2022/pont.en.md", "pont", is_prose=False, is_draft=False),
        Target("content/entries/v1.2.md", "v1.2", is_prose=False, is_draft=False),
        Target("content/entries/later.md", "later", is_prose=False, is_draft=True),
        Target("content/pages/method.md", "method", is_prose=True, is_draft=False),
    ),
    ("fr", "en"),
)

# A link, the entry or page that it leads to, and the part of it.
LEADING = {
    "pont.md": ("pont", False, ""),
    "./p%6Fnt.en.md#la-partie": ("pont", False, "la-partie"),
    "../v1.2.md": ("v1.2", False, ""),
    "../../pages/method.md": ("method", True, ""),
}
DEAD = [
    *("other.md", "pont", "pont.md?a=b", f"/{HERE}", "//a.example/pont.md"),
    *("//a.example#part", "?a=b#part", "//#part", "#", ""),
]


def followed(target: str) -> tuple[list[Reference], list[Problem]]:
    problems: list[Problem] = []
    links = [Link(target, Position(7, 3))]
    return list(TARGETS.references(HERE, links, Report(HERE, problems))), problems


@pytest.mark.parametrize(("target", "found"), LEADING.items())
def test_a_link_leads_to_the_entry_or_page_of_the_file_it_names(target: str, found: tuple[str, bool, str]) -> None:
    """Whichever language the file is of."""
    assert followed(target) == ([Reference(target, *found)], [])


@pytest.mark.parametrize("target", DEAD)
def test_a_link_that_names_no_file_of_the_content_is_reported(target: str) -> None:
    """From the folder that it stands in, without detours."""
    references, problems = followed(target)
    assert not references
    assert [(problem.code, problem.position) for problem in problems] == [(Code.DEAD_LINK, Position(7, 3))]


def test_a_link_to_a_draft_is_left_out_with_a_warning() -> None:
    references, (problem,) = followed("../later.md")
    assert (references, problem.code, problem.severity.value) == ([], Code.DEAD_LINK, "warning")


def test_a_link_to_a_part_of_its_own_text_needs_no_other_page() -> None:
    assert followed("#part") == ([], [])
