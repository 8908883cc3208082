"""The front door to `csv`: rows as RFC 4180 has them, which no spreadsheet takes for formulas.

Before what a spreadsheet would run stands an apostrophe here, as the OWASP ASVS (5.0, 1.2.10) asks; numbers are left as
they are. Who reads a table with a program takes that apostrophe off again.
"""

import csv
import io
from collections.abc import Iterable
from typing import Any

from generator.escape import as_cell

_BETWEEN = " | "

Cell = str | int | float | bool | None


def row(cells: Iterable[Cell]) -> str:
    """One row with the end of its line."""
    text = io.StringIO(newline="")
    csv.writer(text).writerow([_safe(cell) for cell in cells])
    return text.getvalue()


def cells(record: object, columns: Iterable[str]) -> tuple[Cell, ...]:
    """What a record says in columns that are named by paths; several things stand in one cell, with ` | ` between."""
    return tuple(_cell(record, column.split(".")) for column in columns)


def _cell(value: Any, path: list[str]) -> Cell:  # noqa: ANN401 - a field of any record
    if isinstance(value, tuple):
        return _BETWEEN.join(str(_plain(_cell(item, path))) for item in value)
    return _cell(getattr(value, path[0]), path[1:]) if path and value is not None else _plain(value)


def _plain(value: Cell) -> Cell:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


def _safe(cell: Cell) -> str:
    text = str(_plain(cell))
    return as_cell(text) if isinstance(cell, str) else text
