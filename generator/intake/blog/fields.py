"""The front matter of a post over the defaults of its folders: fields are taken by name, and the rest is counted."""

import re
from collections.abc import Iterator, Sequence

from generator.errors import Code, Position
from generator.frontmatter import Items, Node, Scalar, Table
from generator.intake.row import RowError


class Fields:
    """Fields by name in small letters, as Hugo reads them. What nobody took is `unused`."""

    def __init__(self, table: Table, defaults: Sequence[Table] = ()) -> None:
        self._tables = [{name.lower(): node for name, node in each.values.items()} for each in (table, *defaults)]
        self._keys = {name.lower(): position for name, position in table.keys.items()}
        self._taken: set[str] = set()

    def position(self, *names: str) -> Position:
        """Where the first of some fields stands, or the beginning of the post."""
        return next((self._keys[name] for name in names if name in self._keys), Position())

    def text(self, *names: str) -> str:
        """The text of the first field that has one, in one line. Raises `RowError` for a list or a group."""
        for name in names:
            node = next((each[name] for each in self._tables if name in each), None)
            if isinstance(node, Scalar):
                self._taken.add(name)
                if text := _in_one_line(node.text):
                    return text
            elif node is not None and name == names[0]:
                message = f"“{name}” is no single text"
                raise RowError(Code.WRONG_TYPE, message, f"write {name}: and a text")
        return ""

    def texts(self, *names: str, divided: bool = False) -> tuple[str, ...]:
        """The texts of some fields, and of their defaults: lists, or single ones, which are lists where `divided`."""
        found: list[str] = []
        for name in names:
            for node in (each[name] for each in self._tables if name in each):
                self._taken.add(name)
                found += _texts_of(node, divided=divided)
        return tuple(dict.fromkeys(found))

    def is_set(self, name: str, value: str) -> bool:
        """Whether a field has a value, such as `true`."""
        node = next((each[name] for each in self._tables if name in each), None)
        is_so = isinstance(node, Scalar) and (node.text or "").lower() == value
        self._taken |= {name} if isinstance(node, Scalar) and node.text in {"true", "false"} else set()
        return is_so

    @property
    def unused(self) -> Iterator[str]:
        """The names of fields that say something and were not taken."""
        for name, node in self._tables[0].items():
            if name not in self._taken and not (isinstance(node, Scalar) and not node.text):
                yield name


def _texts_of(node: Node, *, divided: bool) -> list[str]:
    if isinstance(node, Scalar):
        text = _in_one_line(node.text)
        pieces = text.split(",") if "," in text else text.split() if divided else [text]
        return [piece.strip() for piece in pieces if piece.strip()]
    nodes = node.items if isinstance(node, Items) else ()
    return [text for item in nodes if isinstance(item, Scalar) and (text := _in_one_line(item.text))]


def _in_one_line(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").strip()
