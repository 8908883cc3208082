"""The JSON of TimelineJS 3: `events`, `title` and `eras`.

https://timeline.knightlab.com/docs/json-format.html
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.errors import Code, Position
from generator.intake.row import Row, RowError
from generator.intake.slide import Foreign, Parts, Picture, Slide
from generator.report import Report
from generator.text import FORBIDDEN

_KINDS = {"events": "event", "title": "title", "eras": "era"}
_PARTS = ("year", "month", "day", "hour", "minute", "second", "millisecond")
_SLIDE = frozenset("start_date end_date text media group display_date unique_id autolink".split())
_DATE = frozenset((*_PARTS, "display_date"))
_TEXT = frozenset({"headline", "text"})
_MEDIA = frozenset({"url", "caption", "credit", "alt"})

Fields = Mapping[str, Any]


def read(data: Fields, text: str, report: Report) -> Foreign:
    """All slides that are slides; what is none is reported. `text` is what the data was read from."""
    found = {key: tuple(_slides(key, data.get(key), text, report)) for key in _KINDS}
    unused = tuple(name for name, value in data.items() if name not in _KINDS and value)
    return Foreign(found["events"], found["title"], found["eras"], unused)


def text_of(value: object) -> str:
    """A value as text: numbers may be written as such, and nothing at all is the empty text. Raises `RowError`."""
    if value is None or value is False:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str | int | float) and value is not True:
        return FORBIDDEN.sub("", str(value)).strip()
    raise RowError(
        Code.WRONG_TYPE, f"a text is expected where “{value}” stands", "write a text between quotation marks"
    )


def fields_of(value: object, what: str) -> Fields:
    """A group of fields, none where there is nothing. Raises `RowError`."""
    if value is None or value == "":
        return {}
    if isinstance(value, dict):
        return value
    raise RowError(Code.WRONG_TYPE, f"{what} is no group of fields", "write it between curly brackets")


def numbered(kind: str, items: object, lines: list[int], report: Report) -> Iterator[tuple[Row, object]]:
    """The items of a list, each with the row that it is reported as. A single one stands for itself."""
    if not isinstance(items, list):
        yield from [(Row(report, Position(), kind), items)] if items else ()
        return
    for number, item in enumerate(items, 1):
        line = lines[number - 1] if len(lines) == len(items) else 1
        yield Row(report, Position(line), f"{kind} {number}"), item


def lines_of(key: str, text: str) -> list[int]:
    """The lines that the items of a list begin on, where its key stands first. `text` is JSON."""
    found = re.search(rf'"{key}"\s*:\s*\[', text)
    lines, line, done = [], 1, 0
    offset = _next_item(text, found.end()) if found else len(text)
    while offset < len(text) and text[offset] != "]":
        line, done = line + text.count("\n", done, offset), offset
        lines.append(line)
        offset = _next_item(text, json.JSONDecoder().raw_decode(text, offset)[1])
    return lines


def _next_item(text: str, offset: int) -> int:
    """Past white space and a comma."""
    found = re.compile(r"[\s,]*").match(text, offset)
    return found.end() if found else offset


def _slides(key: str, items: object, text: str, report: Report) -> Iterator[Slide]:
    for row, item in numbered(_KINDS[key], items, lines_of(key, text), report):
        try:
            yield _slide(row, fields_of(item, "it"))
        except RowError as fault:
            row.error(fault)


def _slide(row: Row, data: Fields) -> Slide:
    dates = [fields_of(data.get(name), name) for name in ("start_date", "end_date")]
    text = fields_of(data.get("text"), "text")
    media = fields_of(data.get("media"), "media")
    shown = [data.get("display_date"), *(date.get("display_date") for date in dates)]
    known = ((data, _SLIDE), *((date, _DATE) for date in dates), (text, _TEXT), (media, _MEDIA))
    return Slide(
        name=row.name,
        position=row.position,
        start=_parts(dates[0]),
        end=_parts(dates[1]),
        headline=text_of(text.get("headline")),
        text=text_of(text.get("text")),
        media=Picture(*(text_of(media.get(name)) for name in ("url", "caption", "credit", "alt"))),
        group=text_of(data.get("group")),
        display_date=" – ".join(filter(None, map(text_of, shown[:1] if shown[0] else shown[1:]))),
        id=text_of(data.get("unique_id")),
        autolink=data.get("autolink") is not False,
        unused=tuple(name for fields, names in known for name, value in fields.items() if value and name not in names),
    )


def _parts(date: Fields) -> Parts:
    return Parts(*(text_of(date.get(name)) for name in _PARTS))
