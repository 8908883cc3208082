"""Reads a seed: its bytes to text, its header to a date, the rest to paragraphs."""

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from generator.convert.boilerplate import boilerplate
from generator.convert.encoding import decode
from generator.convert.faults import Fault, SeedError
from generator.convert.header import split_header
from generator.effort import LONGEST
from generator.errors import Code
from generator.files import read_at_most
from generator.moment import Moment
from generator.text import FORBIDDEN

MOST_BYTES = 1_000_000
"""What no article reaches; a longer file is something else, or many articles."""

_SENTENCE_END = re.compile(r"[.!?…](?:['’”“\")\]]|\s?»)*$")
_UNFIT_FOR_A_NAME = re.compile(rf"{FORBIDDEN.pattern}|[\t\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Seed:
    """A raw article. `moment` is the date of its header, None where it has none; `doubts` say what was guessed."""

    file: str
    sha256: str
    moment: Moment | None
    paragraphs: tuple[str, ...]
    doubts: tuple[Fault, ...] = ()


def read_seed(file: str, data: bytes) -> Seed:
    """Read a seed from its bytes, without characters that no page can hold. Raises `SeedError`."""
    _check_file(file, len(data))
    decoded = decode(data)
    if len(decoded.text) > LONGEST:
        raise SeedError(_too_long(f"{LONGEST:,} characters"))
    if not decoded.text.strip():
        raise SeedError(Fault(Code.HOLLOW_SEED, "the seed is empty", "put the article into it, or remove the file"))
    header = split_header(decoded.text)
    paragraphs = _paragraphs(header.text)
    if not paragraphs:
        raise SeedError(Fault(Code.HOLLOW_SEED, "the seed has a date and no text", "put the article into it"))
    doubts = tuple(filter(None, (decoded.doubt, header.doubt)))
    return Seed(file, hashlib.sha256(data).hexdigest(), header.moment, paragraphs, doubts)


def open_seed(file: str, path: Path) -> Seed:
    """Read a seed from its file. Raises `SeedError`, also for a link, which could lead to any file of the machine."""
    if path.is_symlink():
        message = "this is a link to another file, and is not followed"
        raise SeedError(Fault(Code.UNREADABLE, message, "put the file itself here"))
    if not path.is_file():
        raise SeedError(Fault(Code.UNREADABLE, "the seed is no file that can be read", "put a text file here"))
    try:
        data = read_at_most(path, MOST_BYTES + 1)
    except OSError as error:
        message = f"the seed cannot be read: {error.strerror}"
        raise SeedError(Fault(Code.UNREADABLE, message, "check the file’s permissions")) from error
    return read_seed(file, data)


def _check_file(file: str, size: int) -> None:
    if _UNFIT_FOR_A_NAME.search(file):
        message = "the file’s name holds characters that an entry cannot repeat"
        raise SeedError(Fault(Code.ENCODING, message, "rename the file"))
    if size > MOST_BYTES:
        raise SeedError(_too_long(f"{MOST_BYTES:,} bytes"))


def _too_long(most: str) -> Fault:
    message = f"the seed has more than {most}, and no article is so long"
    return Fault(Code.UNREADABLE, message, "put each article into a file of its own")


def _paragraphs(text: str) -> tuple[str, ...]:
    """Split at empty lines. In a text without any, lines that end like sentences are paragraphs of their own."""
    lines = [line.strip() for line in text.strip().split("\n")]
    blocks = re.split(r"\n\n+", "\n".join(lines))
    ended = sum(bool(_SENTENCE_END.search(line)) for line in lines)
    if len(blocks) == 1 and ended * 2 > len(lines):
        return tuple(line for line in lines if line)
    return tuple(part for at, block in enumerate(blocks) for part in _apart(block, is_first=at == 0) if part)


def _apart(block: str, *, is_first: bool) -> list[str]:
    """The block, with credits, bylines and the like on lines of their own set apart from the lines about them.

    Such a line follows the end of a sentence, or a headline in the first block: inside a sentence it is part of it.
    """
    parts: list[str] = []
    is_open = False
    for line in block.split("\n"):
        may_part = not parts or is_first or _SENTENCE_END.search(parts[-1])
        stands_alone = may_part and boilerplate(line) is not None
        if is_open and not stands_alone:
            parts[-1] += f"\n{line}"
        else:
            parts.append(line)
        is_open = not stands_alone
    return parts
