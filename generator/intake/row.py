"""Reports what is wrong with one row of a foreign file, by the number that its author knows it by."""

from dataclasses import dataclass

from generator.errors import Code, Position
from generator.report import Report


class RowError(ValueError):
    """A row that cannot be taken: what is wrong with it, and what to do."""

    def __init__(self, code: Code, message: str, hint: str) -> None:
        self.code = code
        self.message = message
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Row:
    """One row, and the report of its file. `name` is empty where the file holds nothing else."""

    report: Report
    position: Position
    name: str

    def error(self, fault: RowError) -> None:
        """Note why the row is not taken."""
        self.report.error(fault.code, self.position, self._told(fault.message), fault.hint)

    def warning(self, code: Code, message: str, hint: str) -> None:
        """Note what of the row is not taken as it was, or waits for a person."""
        self.report.warning(code, self.position, self._told(message), hint)

    def _told(self, message: str) -> str:
        return f"{self.name}: {message}" if self.name else message
