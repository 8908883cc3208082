"""Finds the entries that seeds have been converted to before, and every address that is in use."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.convert.seal import is_untouched
from generator.frontmatter import FrontMatterError, Items, Scalar, Table, parse

_CLOSING_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_FIELDS = re.compile(r"^(?:seed|published|aliases):.*\n(?:(?:[ \t#-].*)?\n)*", re.MULTILINE)
_SEED_FILE = re.compile(r"^[ \t]*seed:[^\n]*?(?:\n[^\n]*?){0,9}?file:(?P<value>[^\n]*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Existing:
    """An entry that names its seed. `line` is where it does; `sha256` and `published` are None where it says none."""

    path: Path
    seed: str
    sha256: str | None
    published: str | None
    line: int

    def read(self) -> str:
        """The text of its file, with no line ends but line feeds."""
        return _read(self.path)

    @property
    def is_untouched(self) -> bool:
        """Whether no person has edited it."""
        return is_untouched(self.read())


@dataclass(frozen=True, slots=True)
class Existings:
    """All entries there are: those with a seed, by its file and by its digest, and every address in use, casefolded."""

    by_seed: Mapping[str, Existing]
    by_digest: Mapping[str, Existing]
    slugs: frozenset[str]


def find_existing(entries: Path) -> Existings:
    """Look through the folder of entries. A file that cannot be parsed still counts by the seed its text names.

    Of an original and its translation, which may repeat the seed, the original counts.
    """
    by_seed: dict[str, Existing] = {}
    by_digest: dict[str, Existing] = {}
    slugs: set[str] = set()
    for path in sorted(entries.rglob("*.md"), key=lambda path: (len(path.suffixes), path)):
        if not path.is_file() or any(part.startswith(".") for part in path.relative_to(entries).parts):
            continue
        text = _read(path)
        fields = _fields_of(text)
        slugs |= {name.casefold() for name in (path.stem, path.stem.partition(".")[0], *_aliases(fields))}
        found = _existing(path, text, fields)
        if found:
            by_seed.setdefault(found.seed, found)
            by_digest.setdefault(found.sha256 or "", found)
    return Existings(by_seed, by_digest, frozenset(slugs))


def _read(path: Path) -> str:
    """An entry’s text; one that cannot be read is reported when the content is loaded, and is empty here."""
    if path.is_symlink():
        return ""
    try:
        text = path.read_bytes().decode("utf-8", errors="replace")
    except OSError:
        return ""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _fields_of(text: str) -> Table | None:
    """The few fields that matter here, without the cost of reading all; None where they cannot be read."""
    closing = _CLOSING_FENCE.search(text, 4)
    pieces = _FIELDS.findall(text, 0, closing.start() if closing else len(text))
    try:
        return parse("".join(pieces))
    except FrontMatterError:
        return None


def _existing(path: Path, text: str, fields: Table | None) -> Existing | None:
    values = fields.values if fields else {}
    seed = values.get("seed")
    named = seed.values if isinstance(seed, Table) else {}
    file = _rough_seed(text) if fields is None else _text(named.get("file"))
    if not file:
        return None
    line = text.count("\n", 0, max(0, text.find("\nseed:"))) + 2
    return Existing(path, file, _text(named.get("sha256")), _text(values.get("published")), line)


def _rough_seed(text: str) -> str:
    """The seed that a text names, where its fields cannot be read."""
    found = _SEED_FILE.search(text)
    written = found["value"].strip() if found else ""
    if written.startswith(("'", '"')):
        return written[1:].partition(written[0])[0]
    return re.split("[,}]", written, maxsplit=1)[0].rstrip()


def _aliases(fields: Table | None) -> Iterator[str]:
    aliases = fields.values.get("aliases") if fields else None
    for item in aliases.items if isinstance(aliases, Items) else ():
        yield _text(item) or ""


def _text(node: object) -> str | None:
    return node.text if isinstance(node, Scalar) else None
