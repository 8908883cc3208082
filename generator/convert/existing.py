"""Finds the entries that seeds have been converted to before."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.convert.draft import is_untouched
from generator.frontmatter import FrontMatterError, Scalar, Table, split

_SEED_FILE = re.compile(r"^\s*seed:.*?file:\s*(['\"]?)(.+?)\1[ \t]*[,}\n\r]", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Existing:
    """An entry that names its seed. `published` is its own field, where it has one."""

    path: Path
    text: str
    published: str | None

    @property
    def is_untouched(self) -> bool:
        """Whether no person has edited it."""
        return is_untouched(self.text)


@dataclass(frozen=True, slots=True)
class Existings:
    """All entries there are: those with a seed by its file name, and every slug in use, in lower case."""

    by_seed: Mapping[str, Existing]
    slugs: frozenset[str]


def find_existing(entries: Path) -> Existings:
    """Look through the folder of entries. A file that cannot be parsed still counts by the seed its text names.

    Of an original and its translation, which may repeat the seed, the original counts.
    """
    by_seed: dict[str, Existing] = {}
    slugs: set[str] = set()
    for path in sorted(entries.rglob("*.md"), key=lambda path: (len(path.suffixes), path)):
        if not path.is_file() or any(part.startswith(".") for part in path.relative_to(entries).parts):
            continue
        slugs.add(path.stem.casefold())
        text = path.read_bytes().decode("utf-8", errors="replace")
        if "seed:" in text:
            seed, published = _seed_and_published(text)
            if seed:
                by_seed.setdefault(seed, Existing(path, text, published))
    return Existings(by_seed, frozenset(slugs))


def _seed_and_published(text: str) -> tuple[str | None, str | None]:
    try:
        head = split(text).head
    except FrontMatterError:
        match = _SEED_FILE.search(text)
        return (match[2] if match else None), None
    seed = head.values.get("seed")
    file = seed.values.get("file") if isinstance(seed, Table) else None
    return _text(file), _text(head.values.get("published"))


def _text(node: object) -> str | None:
    return node.text if isinstance(node, Scalar) else None
