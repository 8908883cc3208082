"""The room's one door: reads what was written elsewhere, says what becomes of it, and writes the entries."""

from collections.abc import Iterator
from pathlib import Path

from generator.config import Project
from generator.files import write_whole
from generator.intake import source
from generator.intake.blog.blog import Blog
from generator.intake.outcome import Fate, Intake, Outcome, Setting
from generator.intake.timeline import Timeline
from generator.report import Report


def take(project: Project, path: Path, setting: Setting) -> Intake:
    """Read a foreign timeline, or a folder of posts, without writing. What cannot be taken is among the problems.

    Raises `ContentError` where it is neither, or themes and periods cannot be added, and `OSError`.
    """
    if path.is_dir():
        return Blog(project, setting, path).take()
    report = Report(project.name(path), [])
    return Timeline(project, setting, report).take(source.read(path, report))


def write(intake: Intake) -> Iterator[Outcome]:
    """Write what is new, each file whole: first what entries refer to. Raises `OutputError`."""
    for addition in intake.additions:
        write_whole(addition.path, addition.data)
    for outcome in intake.outcomes:
        if outcome.fate is Fate.WRITTEN:
            write_whole(outcome.path, outcome.text.encode())
        yield outcome
