"""Reads a seed: its bytes to text, its header to a date, the rest to paragraphs."""

import hashlib
import re
from dataclasses import dataclass

from generator.dates import DateError, parse_lenient
from generator.errors import Code
from generator.moment import Moment
from generator.text import FORBIDDEN

_HEADER = re.compile(
    r"\s*(?:date(?:\s*:\s*|\s+)(?P<inline>-?\d\S*)|(?P<alone>-?\d{3,}[-/\dX~?%]*)[ \t]*(?=\n|$))", re.IGNORECASE
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SENTENCE_END = re.compile(r"[.!?…](?:['’”“\")\]]|\s?»)*$")


class SeedError(ValueError):
    """A seed that cannot be converted: what is wrong on which line, and what to do."""

    def __init__(self, code: Code, message: str, hint: str, line: int = 1) -> None:
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Seed:
    """A raw article. `moment` is the date of its header, None where it has none."""

    file: str
    sha256: str
    moment: Moment | None
    paragraphs: tuple[str, ...]


def read_seed(file: str, data: bytes) -> Seed:
    """Read a seed from its bytes, without characters that no page can hold. Raises `SeedError`."""
    text = FORBIDDEN.sub("", _LINE_END.sub("\n", _decode(data)))
    if not text.strip():
        raise SeedError(Code.HOLLOW_SEED, "the seed is empty", "put the article into it, or remove the file")
    moment, rest = _split_header(text)
    paragraphs = _paragraphs(rest)
    if not paragraphs:
        raise SeedError(Code.HOLLOW_SEED, "the seed has a date and no text", "put the article into it")
    return Seed(file, hashlib.sha256(data).hexdigest(), moment, paragraphs)


def _decode(data: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16, else Windows-1252."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], encoding)
    if b"\x00" in data:
        return _decode_as(data, _utf16_without_mark(data))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse_mixture(data, data.count(b"\n", 0, error.start) + 1)
    return _decode_as(data, "windows-1252")


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"the text is neither UTF-8 nor {encoding}"
        raise SeedError(Code.ENCODING, message, "save the file as UTF-8", line) from error
    if "\x00" in text:
        raise SeedError(Code.ENCODING, "this is no text: it holds NUL bytes", "put a text file here")
    return text


def _utf16_without_mark(data: bytes) -> str:
    """Western text in UTF-16 has its zero bytes on one side of each pair."""
    if data[1::2].count(0) > len(data) // 4 and not data[0::2].count(0):
        return "utf-16-le"
    if data[0::2].count(0) > len(data) // 4 and not data[1::2].count(0):
        return "utf-16-be"
    raise SeedError(Code.ENCODING, "this is no text: it holds NUL bytes", "put a text file here")


def _refuse_mixture(data: bytes, line: int) -> None:
    """Text of which some lines are UTF-8 and others are not would come out garbled either way."""
    for other in data.split(b"\n"):
        try:
            garbled = not other.isascii() and bool(other.decode("utf-8"))
        except UnicodeDecodeError:
            continue
        if garbled:
            message = "some lines are UTF-8 and this one is not"
            raise SeedError(Code.ENCODING, message, "save the whole file as UTF-8", line)


def _split_header(text: str) -> tuple[Moment | None, str]:
    """The date the first line begins with, and the text after it."""
    match = _HEADER.match(text)
    if match is None:
        return None, text
    written = (match["inline"] or match["alone"]).rstrip(",:;")
    if not written.endswith("/.."):
        written = written.rstrip(".")
    try:
        return parse_lenient(written), text[match.end() :]
    except DateError as error:
        message = f"the header’s date “{written}” cannot be read: {error.part}"
        raise SeedError(Code.INVALID_DATE, message, error.reason) from error


def _paragraphs(text: str) -> tuple[str, ...]:
    """Split at empty lines. In a text without any, lines that end like sentences are paragraphs of their own."""
    lines = [line.strip() for line in text.strip().split("\n")]
    blocks = re.split(r"\n\n+", "\n".join(lines))
    ended = sum(bool(_SENTENCE_END.search(line)) for line in lines)
    if len(blocks) == 1 and ended * 2 > len(lines):
        blocks = lines
    return tuple(block for block in blocks if block)
