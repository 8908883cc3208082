"""`timeline schema`."""

from pathlib import Path

import click

from generator import authoring
from generator.cli.options import project_at, root_option
from generator.cli.saying import number
from generator.console import Terminal


@click.command("schema", short_help="Write the schemas by which editors check and complete.")
@root_option
@click.pass_obj
def schema_command(terminal: Terminal, root: Path | None) -> None:
    """Write the schemas that editors read, to content/.schema/, with the ids that the project has now.

    With them an editor knows every field of the YAML files in content/, completes ids, and tells what they stand for.

    Example: timeline schema
    """
    project = project_at(terminal, root)
    changed = authoring.write_schemas(project)
    for path, line in authoring.without_schema(project):
        terminal.warn(f"{project.name(path)} names no schema: begin it with the line {line}")
    terminal.say(f"{number(len(changed), 'schema', 'schemas')}, {sum(changed.values())} of them written")
