"""The front door to Rich: problems, summaries and progress on a terminal, plain lines anywhere else."""

import os
import re
import sys
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from itertools import count
from pathlib import Path
from types import TracebackType

from rich.cells import cell_len
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Task, TextColumn
from rich.progress import Progress as Bar
from rich.text import Text

from generator.errors import Problem, Severity, in_reading_order
from generator.excerpts import Excerpt, Excerpts
from generator.progress import Progress

_STEPS = 200
"""How often a bar grows at most; more cannot be seen."""
_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}


_CONTROLS = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f]")
"""What a terminal obeys instead of showing it, but for tabs and the ends of lines."""


class _Console(Console):
    """A console that may lose its reader, as in `timeline build | head -1`: the work goes on, the rest is not said."""

    def on_broken_pipe(self) -> None:
        """Send what is left to say, also what Python still holds at its end, to nobody."""
        self.quiet = True
        os.dup2(os.open(os.devnull, os.O_WRONLY), self.file.fileno())


class Terminal:
    """Says things to the user: results on standard output, everything else on standard error.

    A letter that the terminal's encoding does not have is shown by its number.
    """

    def __init__(self) -> None:
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        self._out = _Console(highlight=False, soft_wrap=True)
        self._err = _Console(stderr=True, highlight=False, soft_wrap=True)
        self._excerpts: Excerpts | None = None
        self._bar = ProgressBar(self._err)

    def say(self, message: str) -> None:
        """A line of the result. Where a bar is shown on the same terminal, it stands above the bar."""
        shares_screen = self._bar.is_shown and self._out.is_terminal
        (self._err if shares_screen else self._out).print(Text(_shown(message)))

    def warn(self, message: str) -> None:
        """A line beside the result."""
        self._err.print(Text(_shown(message)))

    def fail(self, message: str) -> None:
        """Why a command ends without a result."""
        self._err.print(Text.assemble(("error: ", _STYLES[Severity.ERROR]), _shown(message)))

    def quote_from(self, root: Path) -> None:
        """From now on problems are shown with their lines in the files below a folder."""
        self._excerpts = Excerpts(root)

    def problems(self, problems: Iterable[Problem]) -> None:
        """Of each problem a line with path, line, column, severity, what is wrong, what to do, its code; then the line
        of the file, and a caret below the place. They are told in the order of files and lines."""
        for problem in in_reading_order(problems):
            position = problem.position
            self._err.print(
                Text.assemble(
                    (f"{_shown(problem.path)}:{position.line}:{position.column}: ", "bold"),
                    (f"{problem.severity}: ", _STYLES[problem.severity]),
                    _shown(f"{problem.message}; {problem.hint} "),
                    (f"[{problem.code}]", "dim"),
                )
            )
            if self._excerpts and (excerpt := self._excerpts.of(problem)):
                self._err.print(_quoted(excerpt, position.line))

    def progress(self) -> "ProgressBar":
        """A bar that shows on a terminal and leaves nothing behind."""
        return self._bar


def _shown(text: str) -> str:
    """Text that may quote the name of a file, or what stands in one, from anybody."""
    return _CONTROLS.sub("\ufffd", text)


def _quoted(excerpt: Excerpt, line: int) -> Text:
    """A line of a file with its number, and a caret below the place; letters may be two columns wide."""
    number = f"{line:>6}"
    before = " " * cell_len(excerpt.text[: excerpt.place])
    margin = f"{' ' * len(number)} | "
    return Text.assemble((f"{number} | ", "dim"), excerpt.text, "\n", (margin, "dim"), before, ("^", "bold"))


class _Count(MofNCompleteColumn):
    """How many of how many, where that is known."""

    def render(self, task: Task) -> Text:
        """Nothing where a stage cannot tell how long it is."""
        return Text() if task.total is None else super().render(task)


class ProgressBar:
    """Shows how far a stage has come, where somebody is watching; a new stage takes the place of the one before it.

    The length of a stage that cannot tell it is 0. The bar is drawn when it has grown, not by a thread: beside a thread
    no work is done on several cores (`publish/cores.py`).
    """

    def __init__(self, console: Console) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), _Count())
        self._bar = Bar(*columns, console=console, transient=True, auto_refresh=False, disable=not console.is_terminal)

    @property
    def is_shown(self) -> bool:
        """Whether it is on the screen now."""
        return self._bar.live.is_started

    def __enter__(self) -> Progress:
        self._bar.start()
        return self._stage

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def _stage(self, name: str, length: int) -> Callable[[], None]:
        for earlier in self._bar.task_ids:
            self._bar.update(earlier, visible=False)
        task = self._bar.add_task(name, total=length or None)
        self._bar.refresh()
        done = count(1)

        def advance() -> None:
            number = next(done)
            self._bar.update(task, completed=number, refresh=number % (1 + length // _STEPS) == 0)

        return advance
