"""No regular expression of the package takes time out of proportion to its text.

All that the modules hold are gathered, in tables and grammars too, and those that are written where they are used. Each
is given texts that repeat what could keep it busy, in two lengths: four times the text may take some ten times as long,
and never sixteen.
"""

import ast
import importlib
import pkgutil
import re
import types
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from time import process_time

import pytest

import generator
from generator.convert.reading.read import LONGEST

ANCHORED = frozenset({"match", "fullmatch"})
"""What tries a pattern at one place of a text, while any other method tries it at each."""

AT_ONE_PLACE = (
    "day._FORMS",  # each is to match the whole of a text
    "_certain",  # tried where a line begins
    "SPEECH.after",  # tried where a quotation ends
    "SPEECH.filler",  # tried where the words before end
    "VERBS.cues",  # tried where `any_cue` has found that one of them may begin
)
SHORT = {
    "generator.convert.dateline._certain": 120,  # the beginning of a line
    "generator.convert.grammars": LONGEST,  # what is read of an article at a time
    "generator.convert.header._EDTF_ALONE": 80,  # the beginning of a header
    "generator.convert.sentences._LAST_WORD": 12,  # what stands before a full stop
    "generator.convert.reading.offices._ROLE_BEFORE": 80,  # the letters before a name
    "generator.intake.blog.day._FORMS": 500,  # a field of a post
}
"""How long the texts are that some are given at most: however they grow, that must not take long."""

FEW = (
    "generator.intake.blog.tags._RUNS",
    "generator.markup._COMMENT",
    "generator.markup, line",
    "generator.render.typography._MARKUP",
)
"""What has to look far ahead for an end: `effort` refuses a body where too much waits for one."""

LENGTH, FACTOR = 2000, 4
MOST_GROWTH = 10
MOST_SECONDS = 1.0
NOTHING_TO_SEE = 0.004
"""Seconds below which nobody minds, nor could tell one growth from another."""

UNITS = """[ ( ] ) < > & " ' ` - ! ? . , : ; / \\ { } | # * _ = + ~ @ % « » A a 1 é … Aa a. A. A- a- 1- a, a= {% {{ <a
<a> <!-- <script> ]( [a]( ![ http://a.b/ ``` ~~~""".split()
BLANKS = [*" \t\n", "\u00a0", " \n", "a\n", "- a\n", *(f"{sign} " for sign in ["a", "A", "1", "{{", "{%", *">\"'-,"])]


@dataclass(frozen=True)
class Use:
    """A pattern where it stands, and whether a text is looked through for it."""

    pattern: re.Pattern[str]
    where: str
    is_searched: bool


def modules() -> Iterator[types.ModuleType]:
    for found in pkgutil.walk_packages(generator.__path__, "generator."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def held(value: object, where: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns in a value, with their places, and those that a function without arguments makes once."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield where, value
    elif isinstance(value, dict):
        yield from held([*value.keys(), *value.values()], where)
    elif isinstance(value, list | tuple | set | frozenset):
        for item in value:
            yield from held(item, where)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from held(getattr(value, field.name, None), f"{where}.{field.name}")
    elif callable(value) and makes_a_pattern(getattr(value, "__wrapped__", None)):
        yield where, value()


def makes_a_pattern(made: object) -> bool:
    """Whether a function that remembers its result gives a pattern and asks for nothing."""
    if not isinstance(made, types.FunctionType):
        return False
    return made.__annotations__.get("return") == re.Pattern[str] and not made.__code__.co_argcount


def of_module(module: types.ModuleType) -> Iterator[Use]:
    """The patterns among its values, and those in its calls of `re`."""
    source = ast.parse(Path(str(module.__file__)).read_text("utf-8"))
    methods: dict[str, set[str]] = {}
    for node in ast.walk(source):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            methods.setdefault(node.value.id, set()).add(node.attr)
    for name, value in vars(module).items():
        if not name.startswith("__") and not isinstance(value, types.ModuleType):
            ways = methods.get(name, {"search"})
            for where, pattern in held(value, f"{module.__name__}.{name}"):
                yield Use(pattern, where, not ways <= ANCHORED and not any(one in where for one in AT_ONE_PLACE))
    for call in ast.walk(source):
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {f"re.{way}" for way in dir(re)} and call.args:
            written, way = call.args[0], ast.unparse(call.func).removeprefix("re.")
            if (
                way not in {"compile", "escape"}
                and isinstance(written, ast.Constant)
                and isinstance(written.value, str)
            ):
                yield Use(re.compile(written.value), f"{module.__name__}, line {call.lineno}", way not in ANCHORED)


def uses() -> list[Use]:
    """Each pattern once, however many modules know it."""
    found: dict[tuple[str, int], Use] = {}
    for module in modules():
        for use in of_module(module):
            known = found.setdefault((use.pattern.pattern, use.pattern.flags), use)
            if use.is_searched and not known.is_searched and "grammars" not in use.where:
                found[use.pattern.pattern, use.pattern.flags] = use
    return list(found.values())


def texts(pattern: re.Pattern[str]) -> Iterator[Callable[[int], str]]:
    """Texts of any length that could keep a pattern busy, and do not end as it wants."""
    own = sorted(set(re.findall(r"[^\W\d_]{3,}", pattern.pattern)))[:3]
    for unit in [*UNITS, *BLANKS, *(f"{word} " for word in own)]:
        for before in {"", unit.strip() or "a"}:
            yield lambda length, before=before, unit=unit: before + unit * (length // len(unit)) + "\0"  # type: ignore[misc]


def seconds(look: Callable[[str], object], text: str, tries: int = 1) -> float:
    """The shortest of some tries: a busy machine only ever adds."""
    took = []
    for _ in range(tries):
        begun = process_time()
        look(text)
        took.append(process_time() - begun)
    return min(took)


def looks(use: Use) -> Iterator[Callable[[str], object]]:
    yield use.pattern.fullmatch
    if use.is_searched:
        yield lambda text: sum(1 for _ in use.pattern.finditer(text))


def grows(look: Callable[[str], object], text: Callable[[int], str]) -> bool:
    """Whether a text four times as long takes more than in proportion. What takes for ever is told by a short one."""
    if any(seconds(look, text(LENGTH // part)) > MOST_SECONDS / part for part in (FACTOR**2, FACTOR)):
        return True
    if seconds(look, text(LENGTH)) < NOTHING_TO_SEE / FACTOR**2:
        return False
    short = seconds(look, text(LENGTH), 3)
    return short > MOST_SECONDS or all(
        seconds(look, text(LENGTH * FACTOR)) > max(NOTHING_TO_SEE, MOST_GROWTH * seconds(look, text(LENGTH), 3))
        for _ in range(3)
    )


def takes_long(look: Callable[[str], object], text: Callable[[int], str], most: int) -> bool:
    """Whether the longest text that there is takes long, tried in steps so that no step takes for ever."""
    lengths = (most // FACTOR**2, most // FACTOR, most)
    is_quick = seconds(look, text(lengths[0])) < NOTHING_TO_SEE / FACTOR**2
    return not is_quick and any(seconds(look, text(length)) > MOST_SECONDS for length in lengths)


def fault(use: Use) -> str | None:
    """A text that a pattern takes too long for."""
    most = next((most for place, most in SHORT.items() if use.where.startswith(place)), None)
    slow = (lambda look, text: takes_long(look, text, most)) if most else grows
    return next((repr(text(12)) for text in texts(use.pattern) for look in looks(use) if slow(look, text)), None)


USES = uses()


def test_the_patterns_of_all_rooms_are_gathered() -> None:
    """In constants, in tables and grammars, made at the first use, and written in a call."""
    places = {use.where for use in USES}
    for place in ("generator.dates._DATE", "generator.convert.dateline._certain"):
        assert place in places
    for part in ("SPEECH.after.pattern", "grammars.french.VERBS.cues.pattern", ", line "):
        assert any(part in place for place in places), part


@pytest.mark.parametrize("room", sorted({use.where.split(".")[1].split(",")[0] for use in USES}))
def test_no_pattern_takes_time_out_of_proportion_to_its_text(room: str) -> None:
    of_room = [use for use in USES if use.where.split(".")[1].split(",")[0] == room]
    checked = [use for use in of_room if not use.where.startswith(FEW)]
    assert {use.where: found for use in checked if (found := fault(use))} == {}


ONCE_SLOW: dict[str, Callable[[int], str]] = {
    "generator.convert.existing._SEED_FILE": lambda length: "seed:\n" * (length // 12) + "file:" * (length // 10),
    "generator.links._DEFINITION": lambda length: "[a]: b" + " " * length + "c d\n[a]:" + " " * length,
    "generator.markup._FENCE": lambda length: "```" + " " * length + "a b\n",
}
"""Texts of more than one part, which other tools have found."""


@pytest.mark.parametrize("place", ONCE_SLOW)
def test_what_was_slow_once_is_so_no_more(place: str) -> None:
    (use,) = (use for use in USES if use.where == place)
    assert not any(grows(look, ONCE_SLOW[place]) for look in looks(use))


@pytest.mark.parametrize("pattern", [r" +$", r"\w+ly", r"(?s)<a.*</a>"])
def test_a_pattern_that_is_out_of_proportion_is_seen(pattern: str) -> None:
    assert fault(Use(re.compile(pattern), "generator.urls", is_searched=True))
