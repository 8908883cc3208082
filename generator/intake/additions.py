"""New themes and periods below those that are there. What their authors wrote stays as it is, comments too."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import frontmatter
from generator.errors import Code, ContentError, Position, Problem
from generator.frontmatter import FrontMatterError, Items, Scalar, Table

_DASH = re.compile(rb"^( *)- ", re.MULTILINE)
_Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Addition:
    """A file of `content/` with what is added to it. `ids` are those that are new."""

    path: Path
    data: bytes
    ids: tuple[str, ...]


def with_themes(path: Path, name: str, themes: Mapping[str, _Fields]) -> Addition:
    """The file of themes with more of them. Raises `ContentError` where they cannot stand at its end."""
    before = _read(path)
    return _checked(path, name, before, _below(before, frontmatter.dump(dict(themes))), tuple(themes))


def with_periods(path: Path, name: str, periods: Sequence[_Fields]) -> Addition:
    """The list of periods with more of them. Raises `ContentError` where they cannot stand at its end."""
    before = _read(path)
    dash = _DASH.search(before)
    indent = " " * len(dash[1]) if dash else ""
    items = (frontmatter.dump(period).replace("\n", f"\n{indent}  ").rstrip(" ") for period in periods)
    text = "".join(f"{indent}- {item}" for item in items)
    return _checked(path, name, before, _below(before, text), tuple(str(period["id"]) for period in periods))


def _read(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


def _below(before: bytes, text: str) -> bytes:
    """A text added after what is there, with the line ends of the file."""
    line_end = b"\r\n" if b"\r\n" in before else b"\n"
    gap = b"" if not before or before.endswith(b"\n") else line_end
    return before + gap + text.encode().replace(b"\n", line_end)


def _checked(path: Path, name: str, before: bytes, after: bytes, ids: tuple[str, ...]) -> Addition:
    """The addition, if the file then holds what it held and what is new, and no more."""
    if ids and (found := _ids(after)) != (*(_ids(before) or ()), *ids):
        more = "is no YAML then" if found is None else "would be read as something else"
        message = f"{', '.join(ids)} cannot be added at the end of this file, which {more}"
        hint = "write each on lines of its own, not between brackets; or add them yourself, and import again"
        raise ContentError([Problem(Code.YAML, name, Position(), message, hint)])
    return Addition(path, after, ids)


def _ids(data: bytes) -> tuple[str, ...] | None:
    """The ids in a file of either kind, in their order; None where it cannot be read."""
    try:
        node = frontmatter.parse_node(data.decode("utf-8-sig").replace("\r\n", "\n"))
    except (FrontMatterError, UnicodeDecodeError):
        return None
    if isinstance(node, Table):
        return tuple(node.values)
    items = node.items if isinstance(node, Items) else ()
    ids = (item.values.get("id") for item in items if isinstance(item, Table))
    return tuple(id_.text or "" for id_ in ids if isinstance(id_, Scalar))
