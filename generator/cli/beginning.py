"""`timeline init`."""

from pathlib import Path

import click

from generator.begin import begin
from generator.console import Terminal


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), metavar="DIR")
@click.pass_obj
def init_command(terminal: Terminal, folder: Path) -> None:
    """Begin a project of your own in DIR, a folder that is new or empty.

    It holds three entries as an example, builds as it is, and has a workflow that publishes it.

    Example: timeline init my-timeline
    """
    begin(folder)
    name = f'"{folder}"' if " " in str(folder) else folder
    terminal.say(f"A new project is in {name}.")
    terminal.say(f"Build it: timeline build --root {name}, then open {folder / 'site' / 'index.html'}.")
    terminal.say(f"Make it yours: {folder / 'README.md'} tells how to write, check and publish.")
