"""Whether a site stands as the last build left it, told without reading a page of it."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from generator.publish.manifest import FOLDER, FORMAT, MANIFEST, is_as_left


@dataclass(frozen=True, slots=True)
class Standing:
    """A site that is whole: the names of its files, and a digest of what is remembered of them."""

    names: tuple[str, ...]
    digest: str


def standing(out: Path) -> Standing | None:
    """The site in a folder; None where a file of it is not as it was left, or a build is under way or was killed."""
    try:
        data = (out / FOLDER / MANIFEST).read_bytes()
        manifest = json.loads(data)
        if manifest["format"] != FORMAT or manifest["intended"]:
            return None
        files = manifest["files"]
        is_whole = all(is_as_left(out, name, size, time) for name, (*_, size, time) in files.items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None
    return Standing(tuple(files), hashlib.sha256(data).hexdigest()) if is_whole else None
