"""The spreadsheet of TimelineJS, saved as CSV: one row a slide, in the columns of version 3 or of the older one.

https://timeline.knightlab.com/docs/using-spreadsheets.html
"""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.errors import Code, ContentError, Position
from generator.escape import of_cell
from generator.intake.row import Row, RowError
from generator.intake.slide import Foreign, Parts, Picture, Slide
from generator.intake.written import read_date, with_time
from generator.report import Report, suggestion

_COLUMNS = (
    *("Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline"),
    *("Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background"),
    *("Start Date", "End Date", "Tag"),
)
_UNUSED = ("Media Thumbnail", "Background")
_TITLES, _ERA = ("title", "start"), "era"
"""What stands under `Type`; `start` is the older word."""
_SEPARATORS = (",", ";", "\t")

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the file: its number in a spreadsheet, and the line that it begins on."""

    row: int
    number: int
    cells: list[str]


def read(text: str, report: Report) -> Foreign:
    """All rows that are slides; what is none is reported. Raises `ContentError` for what is no such sheet."""
    lines = _lines(text, report)
    names = _names(next(lines, _Line(1, 1, [])), report)
    found: dict[str, list[Slide]] = {"event": [], "title": [], "era": []}
    for line in lines:
        row = Row(report, Position(line.number), f"row {line.row}")
        try:
            cells = _cells(names, line)
            found[_kind(cells, row)].append(_slide(row, cells))
        except RowError as fault:
            row.error(fault)
    return Foreign(tuple(found["event"]), tuple(found["title"]), tuple(found["era"]))


def _lines(text: str, report: Report) -> Iterator[_Line]:
    """The rows that hold something. A field may go on over several lines of the file."""
    head = text.lstrip("\r\n").partition("\n")[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(_SEPARATORS, key=head.count), strict=True)
    number = 1
    try:
        for row, cells in enumerate(reader, 1):
            if any(cell.strip() for cell in cells):
                yield _Line(row, number, cells)
            number = reader.line_num + 1
    except csv.Error as error:
        message = f"this row cannot be read, and none below it: {error}"
        report.error(Code.UNREADABLE, Position(number), message, "look for a quotation mark that is not closed")


def _names(head: _Line, report: Report) -> list[str]:
    """The columns as they are known, whatever their case; the others as they are written, which is reported."""
    names = [_KNOWN.get(_folded(cell), cell.strip()) for cell in head.cells]
    row = Row(report, Position(head.number), "")
    if fault := _fault_of(names):
        row.error(fault)
        raise ContentError(report.problems)
    for name in names:
        if name and name not in _COLUMNS:
            row.warning(Code.UNKNOWN_KEY, f"the column “{name}” is not known and is left out", _nearest(name))
    return names


def _fault_of(names: list[str]) -> RowError | None:
    """Why a sheet of these columns is no timeline."""
    if twice := next((name for name in names if name and names.count(name) > 1), None):
        return RowError(Code.DUPLICATE_KEY, f"the column “{twice}” is there twice", "keep one of the two")
    if not {*names} & {*_COLUMNS}:
        message = "no column of TimelineJS stands in the first row"
        hint = "name them Headline, Year and so on; or import the JSON of a timeline, or the folder of a blog"
        return RowError(Code.UNKNOWN_KEY, message, hint)
    if {"Headline", "Year"} <= set(names) or {"Headline", "Start Date"} <= set(names):
        return None
    wanted = [name for name in ("Headline", "Year") if name not in names]
    near = [f"“{name}”: {_nearest(name)}" for name in names if name and name not in _COLUMNS]
    hint = "; ".join(near) or "the first row names the columns, as in the template of TimelineJS"
    return RowError(Code.UNKNOWN_KEY, f"there is no column {' and no column '.join(wanted)}", hint)


def _folded(name: str) -> str:
    return " ".join(name.lower().split())


_KNOWN = {_folded(name): name for name in _COLUMNS}


def _nearest(name: str) -> str:
    return suggestion(_folded(name), _KNOWN)


def _cells(names: list[str], line: _Line) -> Cells:
    """The row by its columns. Raises `RowError` where a cell stands in none."""
    cells = {name: of_cell(cell.strip()) for name, cell in zip(names, line.cells, strict=False) if name}
    if sum(map(bool, cells.values())) < sum(bool(cell.strip()) for cell in line.cells):
        message = "a cell stands in no column"
        raise RowError(Code.WRONG_TYPE, message, "put a text that holds the separator between quotation marks")
    return cells


def _kind(cells: Cells, row: Row) -> str:
    kind = cells.get("Type", "").lower()
    if kind in _TITLES:
        return "title"
    if kind and kind != _ERA:
        hint = "write title or era, or nothing"
        row.warning(Code.INVALID_VALUE, f"“{cells['Type']}” is no type: the row is taken as an event", hint)
    return _ERA if kind == _ERA else "event"


def _slide(row: Row, cells: Cells) -> Slide:
    media = ("Media", "Media Caption", "Media Credit", "Alt Text")
    return Slide(
        name=row.name,
        position=row.position,
        start=_date(cells, "", "Start Date"),
        end=_date(cells, "End ", "End Date"),
        headline=cells.get("Headline", ""),
        text=cells.get("Text", ""),
        media=Picture(*(cells.get(name, "") for name in media)),
        group=cells.get("Group") or cells.get("Tag", ""),
        display_date=cells.get("Display Date", ""),
        unused=tuple(name for name in _UNUSED if cells.get(name)),
    )


def _date(cells: Cells, prefix: str, whole: str) -> Parts:
    """A date from its three columns and its time, or from the one column of the older sheets."""
    if cells.get(whole):
        return read_date(cells[whole])
    year, month, day = ("".join(cells.get(prefix + name, "").replace(",", "").split()) for name in _COLUMNS[:3])
    return with_time(Parts(year, month, day), cells.get(f"{prefix}Time", ""))
