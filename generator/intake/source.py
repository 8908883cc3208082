"""From the bytes of a foreign file to its slides: which encoding and which of the formats it is."""

import json
from pathlib import Path

from generator.errors import Code, ContentError, Position
from generator.intake import json1, json3, sheet
from generator.intake.slide import Foreign
from generator.report import Report, suggestion
from generator.text import FORBIDDEN

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read(path: Path, report: Report) -> Foreign:
    """The timeline in a file. Raises `ContentError` where it holds none, and `OSError`."""
    text = decode(path.read_bytes(), report)
    if not text.strip():
        raise _refusal(report, Code.UNREADABLE, "the file is empty", "save the timeline again")
    if path.suffix.lower() != ".json" and text.lstrip()[0] not in "{[":
        return sheet.read(text, report)
    return _by_shape(_json(text, report), text, report)


def decode(data: bytes, report: Report) -> str:
    """The text, without a mark and without characters that no page can hold, which are reported.

    Spreadsheets write UTF-8, or UTF-16 with a mark; old ones Windows-1252. Raises `ContentError`.
    """
    encodings = ("utf-16",) if data.startswith(_UTF16) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if data.lstrip()[:1] in {b"{", b"["} and encoding == "cp1252":
            break
        return _without_controls(text, report)
    raise _refusal(report, Code.ENCODING, "the file is not UTF-8", "save it as UTF-8")


def _without_controls(text: str, report: Report) -> str:
    for match in FORBIDDEN.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        message = f"the character U+{ord(match[0]):04X} cannot stand on a page and is left out"
        report.warning(Code.CONTROL_CHARACTER, Position(line), message, "look whether a letter is missing")
    return FORBIDDEN.sub("", text)


def _json(text: str, report: Report) -> object:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        position = Position(error.lineno, error.colno)
        report.error(Code.UNREADABLE, position, f"this is no JSON: {error.msg}", "save the file again, or mend it here")
    except (RecursionError, ValueError):
        report.error(Code.UNREADABLE, Position(), "this JSON is nested too deeply, or holds endless numbers", "mend it")
    raise ContentError(report.problems)


def _by_shape(data: object, text: str, report: Report) -> Foreign:
    if not isinstance(data, dict):
        raise _refusal(
            report, Code.WRONG_TYPE, "this is no timeline", "TimelineJS has one group of fields, with “events”"
        )
    if "timeline" in data:
        return json1.read(data, text, report)
    if "events" in data:
        return json3.read(data, text, report)
    near = "; ".join(f"“{name}”: {suggestion(name, ('events', 'timeline'))}" for name in data)
    message = "this JSON has neither “events” nor “timeline”"
    raise _refusal(report, Code.MISSING_FIELD, message, near or "write its events")


def _refusal(report: Report, code: Code, message: str, hint: str) -> ContentError:
    """Why nothing of the file can be taken."""
    report.error(code, Position(), message, hint)
    return ContentError(report.problems)
