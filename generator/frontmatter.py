"""The front door to YAML: every value as the text it was written with, and where it stands.

YAML's own guesses are left out on purpose: `no` stays Norway, `2022-01` stays a month. What a value means is decided
by the field that reads it. Anchors, aliases, tags and duplicate keys are refused, since an author can do without them
and a reader of the file would stumble; so is nesting deeper than any field needs.
"""

import bisect
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

import yaml

from generator.errors import Code, Position
from generator.text import FORBIDDEN

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSING_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_WIDTH = 100
_LINE = re.compile(r"[!-~\u00a0-\u2027\u202a-\ud7ff]+(?: [!-~\u00a0-\u2027\u202a-\ud7ff]+)*")
"""A text that YAML holds without escapes: one line, with single spaces between words."""
_SIGN = re.compile(r"^(?:[#,\[\]{}&*!|>'\"%@`]|[-?](?: |$)|---|\.\.\.)|:(?: |$)| #")
"""What has a meaning to YAML at the beginning of a text, and inside of it."""
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,60}")
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_MAX_DEPTH = 20
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class FrontMatterError(ValueError):
    """The text cannot be read; `position`, `message` and `hint` say why."""

    def __init__(self, code: Code, position: Position, message: str, hint: str) -> None:
        self.code = code
        self.position = position
        self.message = message
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written; None where nothing or `null` was written."""

    text: str | None
    position: Position


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple["Node", ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping. `keys` tells where each key stands."""

    values: Mapping[str, "Node"]
    keys: Mapping[str, Position]
    position: Position


Node = Scalar | Items | Table


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file with front matter. `body_line` is the line its body begins on, `digest` tells one file from
    another, `head_digest` one front matter."""

    head: Table
    body: str
    body_line: int
    digest: str
    head_digest: str


def split(text: str) -> Document:
    """Read a Markdown file: YAML between two fences, then the body.

    A byte-order mark, CRLF and `...` as the closing fence are taken too. Raises `FrontMatterError`.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    opening = _FENCE.match(text)
    if opening is None:
        raise _without_front_matter(text)
    closing = _CLOSING_FENCE.search(text, opening.end())
    if closing is None:
        message, hint = "the front matter has no end", "close it with a line of its own: ---"
        raise FrontMatterError(Code.FRONT_MATTER, Position(), message, hint)
    head = text[opening.end() : closing.start()]
    body_start = closing.end() + 1
    return Document(
        head=parse(head, first_line=2),
        body=text[body_start:],
        body_line=text.count("\n", 0, body_start) + 1,
        digest=_digest(text),
        head_digest=_digest(head),
    )


def _without_front_matter(text: str) -> FrontMatterError:
    """Why a file cannot be read that begins with something else; posts of a blog may begin with TOML or JSON."""
    message = "the file does not begin with front matter"
    hint = "begin the file with a line ---, then the fields, then another line ---"
    if other := {"+++": "TOML", "{": "JSON"}.get(text.partition("\n")[0].strip()):
        message = f"the front matter is {other}, and an entry has YAML"
        hint = "move these posts out of content/, and let `timeline import` make entries of their folder"
    return FrontMatterError(Code.FRONT_MATTER, Position(), message, hint)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def parse(text: str, first_line: int = 1) -> Table:
    """Read a YAML mapping; an empty text is an empty mapping. Raises `FrontMatterError`."""
    node = parse_node(text, first_line)
    if isinstance(node, Table):
        return node
    if isinstance(node, Scalar) and node.text is None:
        return Table({}, {}, node.position)
    raise FrontMatterError(
        Code.YAML, node.position, "fields are expected here", "write each field on a line: name: value"
    )


def parse_node(text: str, first_line: int = 1) -> Node:
    """Read YAML of any shape. Raises `FrontMatterError`."""
    reader = _Reader(text, first_line)
    if control := yaml.reader.Reader.NON_PRINTABLE.search(text):
        raise FrontMatterError(
            Code.YAML, reader.position_of(control.start()), "a control character stands here", "remove the character"
        )
    try:
        return reader.document()
    except yaml.MarkedYAMLError as error:
        began_before = error.context_mark and re.search("quoted scalar|flow|simple key", error.context or "")
        mark = error.context_mark if began_before else error.problem_mark or error.context_mark
        place = mark.index if mark else 0
        message, hint = _explain(error.problem or "", is_tab=text.startswith("\t", place))
        raise FrontMatterError(Code.YAML, reader.position_of(place), message, hint) from error


def dump(fields: Mapping[str, object]) -> str:
    """Write a mapping as YAML, in its own order, dates unquoted, letters of every script as they are."""
    return "".join(_lines(fields, 0))


def _lines(fields: Mapping[str, object], indent: int) -> Iterator[str]:
    """A mapping, field by field. What needs no escapes is written here: PyYAML takes ten times as long."""
    margin = " " * indent
    for name, value in fields.items():
        text = _on_one_line(value)
        if not _is_word(name):
            yield _by_pyyaml(name, value, indent)
        elif text is not None:
            yield f"{margin}{name}: {_folded(text, indent + len(name) + 2, indent + 2)}\n"
        elif isinstance(value, dict) and value:
            yield f"{margin}{name}:\n{''.join(_lines(value, indent + 2))}"
        elif isinstance(value, list) and value and all(item and isinstance(item, dict) for item in value):
            yield f"{margin}{name}:\n"
            for item in value:
                yield f"{margin}  - {''.join(_lines(item, indent + 4)).lstrip(' ')}"
        else:
            yield _by_pyyaml(name, value, indent)


def _on_one_line(value: object) -> str | None:
    """A value as it is written on one line, however long; None for any that takes escapes or lines of its own."""
    if isinstance(value, str):
        return _quoted(value) if _LINE.fullmatch(value) else None
    if isinstance(value, list):
        return f"[{', '.join(value)}]" if all(map(_is_word, value)) else None
    return {type(None): "null", int: str(value)}.get(type(value))


def _quoted(text: str) -> str:
    """A text between quotation marks, where YAML would make something else of it."""
    return "'" + text.replace("'", "''") + "'" if _SIGN.search(text) or _has_meaning(text) else text


def _is_word(value: object) -> bool:
    """Whether it is a name, and none that YAML has a meaning for."""
    return isinstance(value, str) and _NAME.fullmatch(value) is not None and not _has_meaning(value)


def _has_meaning(text: str) -> bool:
    """Whether YAML takes it for a number, a truth value or nothing."""
    return any(pattern.match(text) for _, pattern in _Dumper.yaml_implicit_resolvers.get(text[0], ()))


def _folded(text: str, column: int, indent: int) -> str:
    """A text that begins at a column, broken at the first space beyond the width of a line, as PyYAML does it."""
    lines = []
    while (space := text.find(" ", max(0, _WIDTH + 1 - column))) >= 0:
        lines.append(text[:space])
        text, column = text[space + 1 :], indent
    return f"\n{' ' * indent}".join([*lines, text])


def _by_pyyaml(name: str, value: object, indent: int) -> str:
    """A field as PyYAML writes it so deep inside of others, each of which takes a line above it."""
    depth = indent // 2
    fields = {name: value}
    for _ in range(depth):
        fields = {"above": fields}
    text: str = yaml.dump(fields, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text.split("\n", depth)[depth]


_EXPLANATIONS = (
    ("mapping values", "a second “: ” stands here", "put a value that holds “: ” between quotation marks"),
    ("',' or", "this bracket is never closed", "close it, or put the value between quotation marks"),
    ("cannot start any token", "a value cannot begin like this", "put the value between quotation marks"),
    ("alphabetic or numeric", "a value cannot begin with * or &", "put the value between quotation marks"),
    ("end of stream", "this is never closed", "close the quotation mark or bracket"),
    ("expected ':'", "a field is expected here", "write name: value, with a space after the colon"),
    ("expected key", "the line goes on where it should end", "put the whole value between double quotation marks"),
    ("expected <block end>", "the line goes on where it should end", "check the indentation and the quotation marks"),
)
"""What libyaml says, what an author is told, and what to do."""


def _explain(problem: str, *, is_tab: bool) -> tuple[str, str]:
    if is_tab:
        return "a tab stands here", "indent with spaces"
    for words, message, hint in _EXPLANATIONS:
        if words in problem:
            return message, hint
    return f"this cannot be read: {problem}", "check the indentation, the quotation marks and the brackets"


_QUOTE_IT = "put a value that begins with * or & between quotation marks"


class _Reader:
    """Builds nodes from the events of the YAML parser, which knows the place of each."""

    def __init__(self, text: str, first_line: int) -> None:
        self._events: Iterator[Any] = yaml.parse(text, Loader=_Loader)
        self._first_line = first_line
        self._line_ends = [match.start() for match in re.finditer("\n", text)]

    def position_of(self, index: int) -> Position:
        """Where a character stands. YAML's own line numbers also count breaks that no editor shows (U+2028)."""
        line = bisect.bisect_left(self._line_ends, index)
        line_start = self._line_ends[line - 1] + 1 if line else 0
        return Position(self._first_line + line, index - line_start + 1)

    def document(self) -> Node:
        node: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent) and node is not None:
                self._refuse(event, "a second document begins here", "remove the line ---")
            if isinstance(event, yaml.NodeEvent):
                node = self._node(event, depth=0)
        return node or Scalar(None, Position(self._first_line))

    def _node(self, event: Any, depth: int) -> Node:  # noqa: ANN401 - events share no typed base with marks
        position = self.position_of(event.start_mark.index)
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            self._refuse(event, "anchors and aliases (& and *) are not allowed", _QUOTE_IT)
        if event.tag is not None:
            self._refuse(event, f"the tag {event.tag} is not allowed", "remove it, or quote the value")
        if depth > _MAX_DEPTH:
            self._refuse(event, "too many levels inside one another", "no field is nested this deep")
        if isinstance(event, yaml.ScalarEvent):
            if FORBIDDEN.search(event.value):
                self._refuse(event, "a character that no page can hold stands in this value", "remove it")
            plain_null = event.style is None or event.style == ""
            return Scalar(None if plain_null and event.value in _NULLS else event.value, position)
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._items(depth)), position)
        return self._table(position, depth)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth + 1)

    def _table(self, position: Position, depth: int) -> Table:
        values: dict[str, Node] = {}
        keys: dict[str, Position] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, Scalar):
                self._refuse(event, "a name is expected here", "write name: value")
            name = key.text or ""
            if name in keys:
                self._refuse(
                    event,
                    f"“{name}” stands here a second time (first on line {keys[name].line})",
                    "keep one of the two",
                    Code.DUPLICATE_KEY,
                )
            values[name], keys[name] = self._node(next(self._events), depth + 1), key.position
        return Table(values, keys, position)

    def _refuse(self, event: Any, message: str, hint: str, code: Code = Code.YAML) -> NoReturn:  # noqa: ANN401 - as above
        raise FrontMatterError(code, self.position_of(event.start_mark.index), message, hint)


class _Dumper(yaml.SafeDumper):
    """Writes short lists of plain values on one line, as an author would."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - PyYAML declares it as a plain attribute
        letter: [rule for rule in rules if rule[0] != "tag:yaml.org,2002:timestamp"]
        for letter, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - the signature is PyYAML's
        super().increase_indent(flow, indentless=False)


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    """Text as PyYAML would write it; with line breaks that YAML alone knows it is quoted, to be read back as it was."""
    is_plain = not re.search("[\u2028\u2029]", text)
    return dumper.represent_str(text) if is_plain else dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


def _represent_list(dumper: yaml.SafeDumper, items: Sequence[object]) -> yaml.Node:
    plain = all(isinstance(item, str | int) for item in items)
    return dumper.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=plain)


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(list, _represent_list)
