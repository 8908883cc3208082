"""Finds the Markdown files below a folder, and reports what else lies there."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.config import Project
from generator.errors import Code, Position, Problem
from generator.report import Report


def markdown_files(project: Project, folder: Path, problems: list[Problem]) -> Iterator[tuple[os.DirEntry[str], str]]:
    """The Markdown files in the order of their paths, each with its name in the project; hidden ones are passed by."""
    for found in _files(str(folder)):
        path = Path(found.path)
        name = project.name(path)
        if found.is_dir():
            hint = "move the files here, or link content/ as a whole"
            Report(name, problems).error(Code.UNREADABLE, Position(), "links to folders are not followed here", hint)
        elif path.suffix != ".md":
            hint = f"call it {path.stem}.md, or move it to a folder of its own beside {folder.name}/"
            Report(name, problems).warning(Code.UNUSED_FILE, Position(), "only files ending in .md are read here", hint)
        else:
            yield found, name


def _files(folder: str) -> Iterator[os.DirEntry[str]]:
    """All that is not hidden, but folders: what lies in them. A folder may be missing, or go meanwhile."""
    with suppress(FileNotFoundError), os.scandir(folder) as found:
        for entry in sorted(found, key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path)
            else:
                yield entry
