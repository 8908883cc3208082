"""What the settings of a blog say of all its posts, and what Eleventy’s data files say of some."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.frontmatter import FrontMatterError, Scalar, Table, parse
from generator.intake.blog.head import json_table, toml_table
from generator.urls import is_on_the_web

_HUGO = ("hugo", "config", "config/_default/hugo", "config/_default/config")
_SETTINGS = {
    "jekyll": ("_config.yml", "_config.yaml"),
    "eleventy": tuple(f"{name}.{end}" for name in (".eleventy", "eleventy.config") for end in ("js", "mjs", "cjs")),
    "hugo": tuple(f"{name}.{end}" for name in _HUGO for end in ("toml", "yaml", "yml", "json")),
}
_FARTHEST = 4
"""How many folders above the one that was named the settings of a blog are looked for."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a blog says of itself: its folder, the program it was made for, its address on the web with the path that
    all of its addresses begin with, and the forms of its addresses. What is not known is empty."""

    root: Path
    kind: str = ""
    base: str = ""
    permalinks: tuple[str, ...] = ()


def settings_of(folder: Path) -> Settings:
    """The settings of the blog that a folder belongs to."""
    for root in (folder, *folder.parents[:_FARTHEST]):
        for kind, names in _SETTINGS.items():
            for name in names:
                if (root / name).is_file() and (settings := _settings(root, kind, root / name)):
                    return settings
    return Settings(folder.parent)


def _settings(root: Path, kind: str, path: Path) -> Settings | None:
    """What a file says; None where it is another program’s."""
    table = read_table(path)
    if kind == "hugo":
        base = _text(table, "baseURL", "baseurl")
        return Settings(root, kind, _base(base), _texts(table, "permalinks")) if base else None
    base = posixpath.join(_text(table, "url"), _text(table, "baseurl").strip("/"))
    return Settings(root, kind, _base(base), _texts(table, "permalink"))


def _base(url: str) -> str:
    """An address on the web that others begin with; empty where it is none."""
    return url.rstrip("/") if is_on_the_web(url, is_base=True) else ""


def read_table(path: Path) -> Table:
    """The fields of a file of settings; none where it is a program, or cannot be read."""
    readers = {".toml": toml_table, ".json": json_table, ".yml": parse, ".yaml": parse}
    reader = readers.get(path.suffix)
    try:
        text = path.read_text("utf-8-sig") if reader else ""
        return reader(text) if reader else parse("")
    except (FrontMatterError, OSError, UnicodeDecodeError):
        return parse("")


def _text(table: Table, *names: str) -> str:
    found = (table.values.get(name) for name in names)
    return next((node.text for node in found if isinstance(node, Scalar) and node.text), "")


def _texts(table: Table, name: str) -> tuple[str, ...]:
    """A text, or all texts of a group."""
    node = table.values.get(name)
    if isinstance(node, Table):
        return tuple(text for inner in node.values for text in _texts(node, inner))
    return (node.text,) if isinstance(node, Scalar) and node.text else ()


def defaults_of(path: Path, root: Path) -> Iterator[Path]:
    """Eleventy’s data files for a post, the nearest first: its own, then those of the folders around it."""
    for stem in (path.with_suffix(""), *(folder / folder.name for folder in path.parents)):
        if root in (stem.parent, *stem.parent.parents):
            yield from (file for end in (".11tydata.json", ".json") if (file := Path(f"{stem}{end}")).is_file())
