"""Remembers what a build wrote: the only files a later build may overwrite or remove."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FOLDER = ".timeline"
"""The folder below the output that is the tool's own."""

_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Record:
    """One file as it was written: the fingerprint it was drawn from, and the digest, size and time of the file."""

    fingerprint: str
    digest: str
    size: int
    modified: int


def read_manifest(out: Path) -> dict[str, Record]:
    """The records of the last build by file name. A manifest that is missing or damaged remembers nothing."""
    try:
        data = json.loads((out / FOLDER / "manifest.json").read_bytes())
        if data["format"] != _FORMAT:
            return {}
        return {name: Record(*record) for name, record in data["files"].items() if _is_inside(name)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _is_inside(name: str) -> bool:
    """Whether a name stays below the output folder, so that nothing elsewhere is ever touched."""
    return not name.startswith("/") and "\\" not in name and ".." not in name.split("/")


def manifest_bytes(records: Mapping[str, Record]) -> bytes:
    """The manifest as a file."""
    files = {name: [r.fingerprint, r.digest, r.size, r.modified] for name, r in sorted(records.items())}
    return json.dumps({"format": _FORMAT, "files": files}, indent=0, ensure_ascii=False).encode()
