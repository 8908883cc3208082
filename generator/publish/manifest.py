"""Remembers what a build wrote: the only files a later build may overwrite or remove."""

import json
import os
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from generator.files import digest_of, writing

FOLDER = ".timeline"
"""The folder below the output that is the tool's own."""

MANIFEST = "manifest.json"
FORMAT = 2


class Record(NamedTuple):
    """One file as it was written: the fingerprint it was drawn from, and the digest, size and time of the file."""

    fingerprint: str
    digest: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files that the last whole build left, and the digests of those that a build was about to put in place.

    `intended` is empty but while a build writes, and after one was killed.
    """

    records: Mapping[str, Record]
    intended: Mapping[str, tuple[str, ...]]

    @property
    def names(self) -> AbstractSet[str]:
        """All files that may be this tool's."""
        return self.records.keys() | self.intended.keys()

    def knows(self, name: str, digest: str | None) -> bool:
        """Whether a file with these bytes is this tool's."""
        record = self.records.get(name)
        return (record is not None and record.digest == digest) or digest in self.intended.get(name, ())

    def intending(self, digests: Mapping[str, str]) -> "Manifest":
        """With files that are about to be put in place; what an earlier build intended stays known."""
        added = {name: (*self.intended.get(name, ()), digest) for name, digest in digests.items()}
        return Manifest(self.records, {**self.intended, **added})


def record_of(path: Path, fingerprint: str, digest: str) -> Record:
    """A file as it now stands."""
    stat = path.stat()
    return Record(fingerprint, digest, stat.st_size, stat.st_mtime_ns)


def is_as_left(out: Path, name: str, size: int, modified: int) -> bool:
    """Whether nobody has touched a file since it was written."""
    try:
        stat = os.stat(f"{out}/{name}")  # noqa: PTH116 - a Path for each of many thousand files takes longer than this
    except OSError:
        return False
    return (stat.st_size, stat.st_mtime_ns) == (size, modified)


def digest_found(path: Path) -> str | None:
    """The digest of a file; None where there is no file, and what no file has where there is a link or a device."""
    if path.is_symlink() or (path.exists() and not path.is_file() and not path.is_dir()):
        return "no file"
    return digest_of(path) if path.is_file() else None


def read_manifest(out: Path) -> Manifest | None:
    """What the last build knew. None where there is no manifest, or one that is damaged or of another format."""
    path = out / FOLDER / MANIFEST
    try:
        with writing(path):
            data = json.loads(path.read_bytes()) if path.exists() else {}
        if data["format"] != FORMAT:
            return None
        records = {name: Record(*record) for name, record in data["files"].items() if is_inside(name)}
        intended = {name: tuple(digests) for name, digests in data["intended"].items() if is_inside(name)}
        return Manifest(records, intended)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def is_inside(name: str) -> bool:
    """Whether a name stays below the output folder, so that nothing elsewhere is ever touched."""
    parts = name.split("/")
    return "\\" not in name and parts[0] != FOLDER and not {"", ".", ".."}.intersection(parts)


def manifest_bytes(manifest: Manifest) -> bytes:
    """The manifest as a file."""
    files, intended = dict(sorted(manifest.records.items())), dict(sorted(manifest.intended.items()))
    return json.dumps({"format": FORMAT, "files": files, "intended": intended}, ensure_ascii=False).encode()
