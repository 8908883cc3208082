"""`timeline init`."""

import shutil
import sys
from pathlib import Path

import click

from generator.begin import begin
from generator.console import Terminal
from generator.requirement import requirement


@click.command("init", short_help="Begin a project of your own in a folder that is new or empty.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.pass_obj
def init_command(terminal: Terminal, folder: Path) -> None:
    """Begin a project of your own in DIR, a folder that is new or empty.

    It holds three entries as an example, builds as it is, and has a workflow that publishes it.

    Example: timeline init my-timeline
    """
    line = requirement()
    begin(folder, line)
    name = f'"{folder}"' if " " in str(folder) else folder
    terminal.say(f"A new project is in {name}.")
    terminal.say(f"Build it: {_as_called()} build --root {name}, then open {folder / 'site' / 'index.html'}.")
    terminal.say(f"Make it yours: {folder / 'README.md'} tells how to write, check and publish.")
    if line is None:
        file = folder / "requirements.txt"
        terminal.warn(f"Where this program comes from is not known here: write it into {file} before you publish.")


def _as_called() -> str:
    """The command, by its path where a shell does not find it otherwise."""
    called = sys.argv[0]
    return called if Path(called).stem == "timeline" and not shutil.which("timeline") else "timeline"
