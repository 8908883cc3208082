"""The room's one door: goes over sound entries by the rules for editors."""

from collections.abc import Mapping

from generator.arranged import Chronology
from generator.errors import Code, Position, Problem, Severity, Switch, in_reading_order
from generator.model import Gazetteer
from generator.review.remark import Remark
from generator.review.rules import RULES


def review(chronology: Chronology, gazetteer: Gazetteer, checks: Mapping[Code, Switch]) -> tuple[Problem, ...]:
    """What an editor should look at, by all rules that are not switched off."""
    return in_reading_order(
        _problem(code, remark, Severity(checks[code]))
        for code, rule in RULES.items()
        if checks[code] is not Switch.OFF
        for remark in rule(chronology, gazetteer)
    )


def _problem(code: Code, remark: Remark, severity: Severity) -> Problem:
    position = Position(remark.text.lines.get(remark.field, 1))
    return Problem(code, remark.text.path, position, remark.message, remark.hint, severity)
