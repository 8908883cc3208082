"""Finds the Markdown files below a folder, and reports what else lies there."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from generator.errors import Code, Position, Problem
from generator.report import Report

Found = tuple[os.DirEntry[str], str]
"""A file as the system lists it, and its name in the project."""


def markdown_files(folder: Path, name: str, problems: list[Problem]) -> Iterator[Found]:
    """The Markdown files in the order of their paths; `name` is that of the folder in the project."""
    if folder.exists() and not folder.is_dir():
        Report(name, problems).error(Code.UNREADABLE, Position(), "a folder is expected here", "rename this file")
        return
    for file, path in _visible(str(folder), name):
        # A Path can tell of a link that leads nowhere too, which a DirEntry raises at; most are plain files.
        if not file.is_file(follow_symlinks=False) and Path(file.path).is_dir():
            hint = "move the files here, or link content/ as a whole"
            Report(path, problems).error(Code.UNREADABLE, Position(), "links to folders are not followed here", hint)
        elif not file.name.endswith(".md"):
            hint = f"call it {Path(file.name).stem}.md, or move it to a folder of its own beside {folder.name}/"
            Report(path, problems).warning(Code.UNUSED_FILE, Position(), "only files ending in .md are read here", hint)
        else:
            yield file, path


def _visible(folder: str, name: str) -> Iterator[Found]:
    """All that is not hidden, but folders: what lies in them. A folder may be missing, or go meanwhile."""
    with suppress(FileNotFoundError), os.scandir(folder) as found:
        for entry in sorted(found, key=lambda entry: entry.name):
            path = f"{name}/{entry.name}"
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _visible(entry.path, path)
            else:
                yield entry, path
