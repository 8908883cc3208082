"""What several commands are given, and what they make of it."""

import os
import re
from datetime import UTC, datetime
from pathlib import Path

import click

from generator.config import Project, find_root, open_project
from generator.console import Terminal
from generator.errors import SettingsError

root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    help="The project. By default the nearest folder upwards that holds content/site.yaml.",
)
strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
out_option = click.option(
    "--out", type=click.Path(path_type=Path), help="Where the site is written. By default site/ in the project."
)
no_search_option = click.option(
    "--no-search", is_flag=True, help="Leave out the search: its index, its page and the links to it."
)


def project_at(terminal: Terminal, root: Path | None) -> Project:
    """The project that a command is for, whose files the terminal quotes from."""
    project = open_project(root.resolve() if root else find_root(Path.cwd()))
    terminal.quote_from(project.root)
    return project


def today() -> str:
    """The day that new drafts are stamped with; SOURCE_DATE_EPOCH stands in for the clock where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).date().isoformat()
    if not re.fullmatch(r"\d{1,11}", epoch, re.ASCII):
        raise SettingsError(f"SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds since 1970")
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
