"""The front door to cbor2: the files of an index in an order of their own.

Pagefind writes the values of a filter, its filters and its languages in an order that chance decides, and names files
by what is in them. Here they are sorted and named anew, so that the same entries give the same bytes.

pagefind-entry.json ──names──▶ pagefind.….pf_meta, one a language ──names──▶ filter/….pf_filter, one a filter
"""

import hashlib
import json
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

import cbor2

_SIGNATURE = b"pagefind_dcd"
"""Begins what a file holds. Compressed or not, Pagefind reads it; not every machine compresses to the same bytes."""

_GZIP = 31
_FILTERS = 3
"""Where the names of the filters and of their files stand in a list of all files."""

_LENGTH = 10
_ENTRY = "pagefind-entry.json"


def stable(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same files, the sorted ones under new names, and what names the others last."""
    filters = {PurePosixPath(name).stem: _values_sorted(files[name]) for name in files if name.endswith(".pf_filter")}
    names = {old: _named_after(old, data) for old, data in filters.items()}
    metas = {name: _filters_sorted(files[name], names) for name in files if name.endswith(".pf_meta")}
    entry = json.loads(files[_ENTRY])
    kept = {name: data for name, data in files.items() if not name.endswith((".pf_filter", ".pf_meta", ".json"))}
    kept |= {f"filter/{names[old]}.pf_filter": data for old, data in filters.items()}
    for language in entry["languages"].values():
        meta = metas[f"pagefind.{language['hash']}.pf_meta"]
        language["hash"] = _named_after(language["hash"], meta)
        kept[f"pagefind.{language['hash']}.pf_meta"] = meta
    return {**dict(sorted(kept.items())), _ENTRY: json.dumps(entry, sort_keys=True).encode()}


def _values_sorted(file: bytes) -> bytes:
    """A filter: its name, and each of its values with the pages that have it."""
    name, values = _read(file)
    return _written([name, sorted(values)])


def _filters_sorted(file: bytes, names: Mapping[str, str]) -> bytes:
    """The list of the files of one language, with the new names of its filters."""
    meta = _read(file)
    meta[_FILTERS] = sorted([filter_, names[old]] for filter_, old in meta[_FILTERS])
    return _written(meta)


def _named_after(old: str, data: bytes) -> str:
    """A name as Pagefind gives it: the language, and a digest."""
    return f"{old.partition('_')[0]}_{hashlib.sha256(data).hexdigest()[:_LENGTH]}"


def _read(file: bytes) -> Any:  # noqa: ANN401 - what is in it is Pagefind's affair
    return cbor2.loads(zlib.decompress(file, _GZIP).removeprefix(_SIGNATURE))


def _written(content: object) -> bytes:
    return _SIGNATURE + cbor2.dumps(content)
