"""What an author is told of each kind of outcome, and when nothing is."""

import pytest

from generator.errors import LINK_CHECKS, Code, Position, Severity, Switch
from generator.linkcheck.faults import faults
from generator.linkcheck.outcome import Fate, Outcome
from generator.linkcheck.places import Place

PAGE = "https://one.example/a"
COPY = "https://web.archive.org/web/2022/a"
GONE = Outcome(Fate.GONE, "404 Not Found")


def place(written: str = PAGE, field: str = "url", archived: str = "") -> Place:
    return Place("content/entries/a.md", Position(7, 10), written, field, archived)


@pytest.mark.parametrize(
    ("outcome", "code", "severity", "message", "hint"),
    [
        (
            Outcome(Fate.MOVED, moved_to="https://two.example/b"),
            Code.MOVED_LINK,
            Severity.WARNING,
            f"“{PAGE}” has moved for good",
            "see whether it is the same page, then write https://two.example/b",
        ),
        (
            Outcome(Fate.BLOCKED, "403 Forbidden"),
            Code.BLOCKED_LINK,
            Severity.WARNING,
            f"“{PAGE}” does not show programs whether it is there: 403 Forbidden",
            "open it in a browser",
        ),
        (
            Outcome(Fate.UNREACHABLE, "no answer comes in time"),
            Code.UNREACHABLE_LINK,
            Severity.WARNING,
            f"“{PAGE}” cannot be reached: no answer comes in time",
            "try again later; open it in a browser if it stays so",
        ),
        (
            Outcome(Fate.PRIVATE, "it is this machine"),
            Code.PRIVATE_LINK,
            Severity.WARNING,
            f"“{PAGE}” is not asked: it is this machine",
            "readers cannot follow it: name an address on the web",
        ),
    ],
)
def test_each_kind_has_a_code_and_advice(
    outcome: Outcome, code: Code, severity: Severity, message: str, hint: str
) -> None:
    problem = next(faults([place()], {PAGE: outcome}, LINK_CHECKS))
    assert (problem.code, problem.severity, problem.message, problem.hint) == (code, severity, message, hint)
    assert (problem.path, problem.position) == ("content/entries/a.md", Position(7, 10))


@pytest.mark.parametrize(
    ("field", "copy", "hint"),
    [
        ("url", COPY, f"add to this source: archived: {COPY}"),
        ("", COPY, f"link to its copy: {COPY}"),
        ("url", "", "the Wayback Machine has no copy: find the page elsewhere, or name it without an address"),
        ("url", None, "the Wayback Machine did not answer: look there for a copy, or find the page elsewhere"),
        ("archived", None, "name another copy, or remove it"),
    ],
)
def test_what_is_gone_is_an_error_and_has_a_copy_to_paste_where_there_is_one(
    field: str, copy: str | None, hint: str
) -> None:
    found = next(faults([place(field=field)], {PAGE: Outcome(Fate.GONE, "404 Not Found", archived=copy)}, LINK_CHECKS))
    assert (found.code, found.severity, found.hint) == (Code.GONE_LINK, Severity.ERROR, hint)
    assert found.message == f"“{PAGE}” leads nowhere: 404 Not Found"


def test_an_address_to_paste_is_whole_however_long() -> None:
    long = f"https://two.example/{'b' * 500}"
    assert next(faults([place()], {PAGE: Outcome(Fate.MOVED, moved_to=long)}, LINK_CHECKS)).hint.endswith(long)


@pytest.mark.parametrize(("moved_to", "expected"), [("https://two.example/", "#old"), ("https://two.example/#new", "")])
def test_a_part_of_a_page_moves_with_it(moved_to: str, expected: str) -> None:
    outcomes = {PAGE: Outcome(Fate.MOVED, moved_to=moved_to)}
    assert next(faults([place(f"{PAGE}#old")], outcomes, LINK_CHECKS)).hint.endswith(moved_to + expected)


def test_every_place_of_an_address_is_told() -> None:
    places = [place(), place(field=""), place(f"{PAGE}#part")]
    assert len([*faults(places, {PAGE: GONE}, LINK_CHECKS)]) == 3


@pytest.mark.parametrize("outcomes", [{}, {PAGE: Outcome(Fate.FINE)}])
def test_nothing_is_told_of_what_is_fine_or_not_known(outcomes: dict[str, Outcome]) -> None:
    assert not [*faults([place()], outcomes, LINK_CHECKS)]


@pytest.mark.parametrize(
    ("outcomes", "told"),
    [({}, []), ({COPY: Outcome(Fate.FINE)}, []), ({COPY: GONE}, [Code.GONE_LINK, Code.GONE_LINK])],
)
def test_a_source_that_is_gone_is_kept_by_its_copy_unless_that_is_gone_too(
    outcomes: dict[str, Outcome], told: list[Code]
) -> None:
    places = [place(archived=COPY), place(COPY, "archived")]
    assert [problem.code for problem in faults(places, {PAGE: GONE, **outcomes}, LINK_CHECKS)] == told


@pytest.mark.parametrize(
    ("switch", "severities"),
    [(Switch.OFF, []), (Switch.WARNING, [Severity.WARNING]), (Switch.ERROR, [Severity.ERROR])],
)
def test_a_kind_is_set_by_its_own_switch(switch: Switch, severities: list[Severity]) -> None:
    checks = {**LINK_CHECKS, Code.GONE_LINK: switch}
    assert [problem.severity for problem in faults([place()], {PAGE: GONE}, checks)] == severities
