"""Says of each place what became of its address: what is wrong, and what to do."""

from collections.abc import Iterable, Iterator, Mapping

from generator.errors import Code, Problem, Severity, Switch
from generator.linkcheck.outcome import Fate, Outcome
from generator.linkcheck.places import Place
from generator.report import one_line

_CODES: Mapping[Fate, Code] = {
    Fate.MOVED: Code.MOVED_LINK,
    Fate.GONE: Code.GONE_LINK,
    Fate.BLOCKED: Code.BLOCKED_LINK,
    Fate.UNREACHABLE: Code.UNREACHABLE_LINK,
    Fate.PRIVATE: Code.PRIVATE_LINK,
}


def faults(
    places: Iterable[Place], outcomes: Mapping[str, Outcome], checks: Mapping[Code, Switch]
) -> Iterator[Problem]:
    """The problems of all places whose address is known to be no good, but for those that are switched off."""
    for place in places:
        outcome = outcomes.get(place.address)
        code = _CODES.get(outcome.fate) if outcome else None
        if outcome and code and checks[code] is not Switch.OFF and not is_kept(place, outcomes):
            message, hint = one_line(_message(place, outcome)), _hint(place, outcome)
            yield Problem(code, place.path, place.position, message, hint, Severity(checks[code]))


def is_kept(place: Place, outcomes: Mapping[str, Outcome]) -> bool:
    """Whether a source is gone, and its author has named a copy that is not."""
    found, copy = outcomes.get(place.address), outcomes.get(place.archived.partition("#")[0])
    is_gone, has_copy = found and found.fate is Fate.GONE, place.archived and not (copy and copy.fate is Fate.GONE)
    return bool(is_gone and has_copy)


def _message(place: Place, outcome: Outcome) -> str:
    messages = {
        Fate.MOVED: "has moved for good",
        Fate.GONE: f"leads nowhere: {outcome.said}",
        Fate.BLOCKED: f"does not show programs whether it is there: {outcome.said}",
        Fate.UNREACHABLE: f"cannot be reached: {outcome.said}",
        Fate.PRIVATE: f"is not asked: {outcome.said}",
    }
    return f"“{place.written}” {messages[outcome.fate]}"


def _hint(place: Place, outcome: Outcome) -> str:
    """What to do. An address to paste stands at the end, and whole."""
    hints = {
        Fate.MOVED: f"see whether it is the same page, then write {_moved_to(place, outcome)}",
        Fate.GONE: _hint_of_gone(place, outcome.archived),
        Fate.BLOCKED: "open it in a browser",
        Fate.UNREACHABLE: "try again later; open it in a browser if it stays so",
        Fate.PRIVATE: "readers cannot follow it: name an address on the web",
    }
    return hints[outcome.fate]


def _moved_to(place: Place, outcome: Outcome) -> str:
    """The new address, with the part of the page that the old one names unless it names another."""
    new, sign, part = (outcome.moved_to or "").partition("#")
    return f"{new}#{part}" if sign else new + place.written.removeprefix(place.address)


def _hint_of_gone(place: Place, copy: str | None) -> str:
    if place.field == "archived":
        return "name another copy, or remove it"
    if copy is None:
        return "the Wayback Machine did not answer: look there for a copy, or find the page elsewhere"
    if not copy:
        return "the Wayback Machine has no copy: find the page elsewhere, or name it without an address"
    return f"add to this source: archived: {copy}" if place.field == "url" else f"link to its copy: {copy}"
