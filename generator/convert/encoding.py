"""Reads the bytes of a seed as text, in any encoding that occurs in practice, or says why they are none.

A mark at the beginning decides. Without one, sound UTF-8 is UTF-8; zero bytes mean UTF-16; and what is left is a code
page of one byte a letter: Windows-1251 where most letters lie beyond ASCII, as in Cyrillic, else Windows-1252.
"""

import re
from dataclasses import dataclass

from generator.convert.faults import Fault, SeedError
from generator.errors import Code
from generator.text import FORBIDDEN

_MARKS = (
    (b"\xef\xbb\xbf", "UTF-8-SIG"),
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_OTHER_FORMATS = (
    (b"%pdf-", "a PDF"),
    (b"pk\x03\x04", "a Word or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "a rich text file (RTF)"),
    (b"<!doctype html", "a web page"),
    (b"<html", "a web page"),
)
"""How files begin that hold an article and are not its plain text, in lower case."""

_LINE_END = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SAVE_AS_UTF8 = "save the file as UTF-8"
_MOST_CONTROLS = 0.05
_LEAST_LETTERS = 0.9
_NEVER_IN_WORDS = re.compile(r"[^\W\d_][£¤¥¦¬±¹²³¼½¾¿]+[^\W\d_]")
_KINDS_OF_LETTERS = re.compile("[\t\n\r -~\u00a0-\u052f\u2000-\u206f\u20ac\u2116]")
"""What a text in Latin, Greek or Cyrillic letters consists of."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file. `doubt` says why it may have been read in the wrong encoding."""

    text: str
    doubt: Fault | None = None


def decode(data: bytes) -> Decoded:
    """The text, with no line ends but line feeds and without characters that no page can hold. Raises `SeedError`."""
    for beginning, name in _OTHER_FORMATS:
        if data[:32].lstrip().lower().startswith(beginning):
            raise SeedError(Fault(Code.ENCODING, f"this is {name}, not plain text", "save its text as a .txt file"))
    encoding = _encoding_of(data)
    text = _LINE_END.sub("\n", _decode_as(data, encoding))
    sound = FORBIDDEN.sub("", text)
    if len(text) - len(sound) > len(text) * _MOST_CONTROLS:
        raise _no_text("control characters")
    return Decoded(sound, None if "UTF" in encoding else _doubt(sound, encoding))


def _encoding_of(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    if b"\x00" in data:
        return _utf16_without_mark(data)
    try:
        data.decode("UTF-8")
    except UnicodeDecodeError as error:
        _refuse_mixture(data, data.count(b"\n", 0, error.start) + 1)
        return "Windows-1251" if _is_cyrillic(data) else "Windows-1252"
    return "UTF-8"


def _doubt(text: str, encoding: str) -> Fault | None:
    """Signs inside of words show that a code page was the wrong one."""
    found = _NEVER_IN_WORDS.search(text)
    if found is None:
        return None
    message = f"this is not UTF-8, and read as {encoding} it has “{found[0]}” inside a word"
    line = text.count("\n", 0, found.start()) + 1
    return Fault(Code.ENCODING, message, "read the entry with care, or save the seed as UTF-8", line)


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].decode(encoding, errors="replace").count("\n") + 1
        wrong = f"this is no sound {encoding}" if "UTF" in encoding else f"this is neither UTF-8 nor {encoding}"
        raise SeedError(Fault(Code.ENCODING, wrong, _SAVE_AS_UTF8, line)) from error
    if "\x00" in text:
        raise _no_text("NUL bytes")
    return text


def _utf16_without_mark(data: bytes) -> str:
    """The order of bytes that makes letters of our scripts of them, where only one does."""
    for encoding in ("UTF-16-LE", "UTF-16-BE"):
        text = data.decode(encoding, errors="replace")
        if len(_KINDS_OF_LETTERS.findall(text)) > len(text) * _LEAST_LETTERS:
            return encoding
    raise _no_text("NUL bytes")


def _is_cyrillic(data: bytes) -> bool:
    """Cyrillic writes nearly every letter beyond ASCII, Latin few of them (0xC0 to 0xFF are letters in both)."""
    beyond = len(re.findall(rb"[\xc0-\xff]", data))
    return beyond > len(re.findall(rb"[A-Za-z]", data))


def _refuse_mixture(data: bytes, line: int) -> None:
    """Text of which some lines are UTF-8 and others are not would come out garbled either way."""
    for other in data.split(b"\n"):
        try:
            garbled = not other.isascii() and bool(other.decode("utf-8"))
        except UnicodeDecodeError:
            continue
        if garbled:
            message = "some lines are UTF-8 and this one is not"
            raise SeedError(Fault(Code.ENCODING, message, "save the whole file as UTF-8", line))


def _no_text(what: str) -> SeedError:
    return SeedError(Fault(Code.ENCODING, f"this is no text: it holds {what}", "put a text file here"))
