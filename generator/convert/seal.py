"""Tells the entry that the converter wrote from one that a person has edited since: a digest of it stands in it."""

import hashlib
import re

_LENGTH = 16
_LINE = re.compile(r"^  draft: ('?)([0-9a-f]{16})\1\n", re.MULTILINE)


def seal(text: str) -> str:
    """What stands in an entry as `draft`, of the whole text of its file but that line."""
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def is_untouched(text: str) -> bool:
    """Whether a file is as the converter wrote it, to the character; line endings do not count."""
    normal = text.removeprefix("\ufeff").replace("\r\n", "\n")
    line = _LINE.search(normal)
    return line is not None and line[2] == seal(normal[: line.start()] + normal[line.end() :])
