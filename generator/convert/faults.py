"""What can be wrong with a seed, before it is known where the seed lies."""

from dataclasses import dataclass

from generator.errors import Code, Position, Problem, Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong on which line of a seed, and what to do."""

    code: Code
    message: str
    hint: str
    line: int = 1

    def problem(self, path: str, severity: Severity = Severity.ERROR) -> Problem:
        """The fault of the file at `path`."""
        return Problem(self.code, path, Position(self.line), self.message, self.hint, severity)


class SeedError(ValueError):
    """A seed that cannot be converted."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        super().__init__(fault.message)
