"""The front matter of a post: YAML, TOML or JSON, or none at all."""

import json
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from generator import frontmatter
from generator.errors import Code, Position
from generator.frontmatter import FrontMatterError, Items, Node, Scalar, Table
from generator.text import FORBIDDEN

_FENCE = re.compile(r"\s*^(?P<fence>---|\+\+\+)(?P<language>[a-zA-Z]*)[ \t]*\n", re.MULTILINE)
_CLOSING = {"---": r"^(?:---|\.\.\.)[ \t]*$", "+++": r"^\+\+\+[ \t]*$"}
_BRACKET = re.compile(r'\s*\{(?=\s*(?:"|\}))')
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
_NOTHING = Table({}, {}, Position())


@dataclass(frozen=True, slots=True)
class Head:
    """The fields of a post, and its text, which begins on `body_line`."""

    table: Table
    body: str
    body_line: int


def split(text: str) -> Head:
    """Read a post; one without front matter has no fields. Raises `FrontMatterError`."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if opening := _FENCE.match(text):
        return _fenced(text, opening)
    return _json_head(text) if _BRACKET.match(text) else Head(_NOTHING, text, 1)


def _fenced(text: str, opening: re.Match[str]) -> Head:
    closing = re.compile(_CLOSING[opening["fence"]], re.MULTILINE).search(text, opening.end())
    first_line = text.count("\n", 0, opening.end()) + 1
    if closing is None:
        position, fence = Position(first_line - 1), opening["fence"]
        raise FrontMatterError(Code.FRONT_MATTER, position, "the front matter has no end", f"close it with {fence}")
    source = text[opening.end() : closing.start()]
    body = text[closing.end() + 1 :]
    language = opening["language"].lower() or {"---": "yaml", "+++": "toml"}[opening["fence"]]
    return Head(_table(source, language, first_line), body, text.count("\n", 0, closing.end()) + 2)


def _json_head(text: str) -> Head:
    start = len(text) - len(text.lstrip())
    with _in_bounds(1):
        try:
            data, end = json.JSONDecoder().raw_decode(text, start)
        except json.JSONDecodeError as error:
            raise _no_json(error, 1) from error
        return Head(_node(data, text[:end], 1), text[end:].lstrip("\n"), text.count("\n", 0, end) + 2)


def _table(source: str, language: str, first_line: int) -> Table:
    if language == "yaml":
        return frontmatter.parse(source, first_line)
    if language == "toml":
        return toml_table(source, first_line)
    if language == "json":
        return json_table(source, first_line)
    message = f"front matter in {language} is a program, and none is run"
    raise FrontMatterError(Code.FRONT_MATTER, Position(first_line - 1), message, "write its fields in YAML")


def toml_table(source: str, first_line: int = 1) -> Table:
    """The fields of a TOML text. Raises `FrontMatterError`."""
    with _in_bounds(first_line):
        try:
            return _node(tomllib.loads(source), source, first_line)
        except tomllib.TOMLDecodeError as error:
            place = _PLACE.search(str(error))
            position = Position(first_line + int(place[1]) - 1, int(place[2])) if place else Position(first_line)
            message = f"this is no TOML: {str(error).partition(' (at')[0]}"
            raise FrontMatterError(Code.FRONT_MATTER, position, message, "mend this line") from error


def json_table(source: str, first_line: int = 1) -> Table:
    """The fields of a JSON text. Raises `FrontMatterError`."""
    with _in_bounds(first_line):
        try:
            data = json.loads(source)
        except json.JSONDecodeError as error:
            raise _no_json(error, first_line) from error
        if not isinstance(data, dict):
            raise FrontMatterError(Code.FRONT_MATTER, Position(first_line), "this is no group of fields", "write {…}")
        return _node(data, source, first_line)


@contextmanager
def _in_bounds(first_line: int) -> Iterator[None]:
    """Refuse what Python gives up on. Where that stands, it does not say."""
    try:
        yield
    except FrontMatterError:
        raise
    except (RecursionError, ValueError) as error:
        message = "a value is nested too deeply, or a number has thousands of digits"
        raise FrontMatterError(Code.FRONT_MATTER, Position(first_line), message, "shorten it") from error


def _no_json(error: json.JSONDecodeError, first_line: int) -> FrontMatterError:
    position = Position(first_line + error.lineno - 1, error.colno)
    return FrontMatterError(Code.FRONT_MATTER, position, f"this is no JSON: {error.msg}", "mend this line")


def _node(data: dict[str, Any], source: str, first_line: int) -> Table:
    """The fields as nodes. Of TOML and JSON only the line of each outer field is known."""
    keys = {}
    for name in data:
        found = re.search(rf"^[ \t{{,\[]*[\"']?{re.escape(name)}\b", source, re.MULTILINE)
        keys[name] = Position(first_line + (source.count("\n", 0, found.end()) if found else 0))
    return Table({name: _value(value, keys[name]) for name, value in data.items()}, keys, Position(first_line))


def _value(value: object, position: Position) -> Node:
    if isinstance(value, dict):
        values = {str(name): _value(inner, position) for name, inner in value.items()}
        return Table(values, dict.fromkeys(values, position), position)
    if isinstance(value, list):
        return Items(tuple(_value(item, position) for item in value), position)
    return Scalar(_text(value), position)


def _text(value: object) -> str | None:
    """A single value as YAML would hold it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return FORBIDDEN.sub("", str(value))
