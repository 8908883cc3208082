"""`timeline import`."""

from collections import Counter
from pathlib import Path

import click

from generator.cli.options import project_at, root_option, today
from generator.config import Project
from generator.console import Terminal
from generator.errors import ContentError, Severity
from generator.importing import take_foreign
from generator.intake.intake import write
from generator.intake.outcome import Fate, Intake


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@root_option
@click.option("--lang", metavar="CODE", help="The language of its texts. By default the first of the site.")
@click.option("--dry-run", is_flag=True, help="Say what would become of it; write nothing.")
@click.pass_obj
def import_command(terminal: Terminal, source: Path, root: Path | None, lang: str | None, *, dry_run: bool) -> None:
    """Make entries of a timeline or a blog from elsewhere.

    A timeline is a file: JSON of TimelineJS, new or old, or its spreadsheet as CSV. A blog is its folder, or the one of
    its posts, as Hugo, Jekyll or Eleventy have them.

    An entry that is there is never written over. What cannot be taken is named, and nothing is fetched.

    Example: timeline import --lang en timeline.json
    """
    project = project_at(terminal, root)
    try:
        with terminal.progress() as progress:
            progress("Reading what is imported", 0)
            found = take_foreign(project, source.resolve(), lang, today())
    except ContentError as error:
        error.add_note("nothing was imported")
        raise
    would = "would be " if dry_run else ""
    counts: Counter[str] = Counter()
    for outcome in found.outcomes if dry_run else write(found):
        counts[f"{would}{outcome.fate}"] += 1
        if outcome.fate is Fate.WRITTEN:
            terminal.say(f"{would}{outcome.fate} → {project.name(outcome.path)}")
    _report_intake(terminal, project, found, would)
    terminal.say(", ".join(f"{count} {fate}" for fate, count in counts.items()) or "No entries.")
    if any(problem.severity is Severity.ERROR for problem in found.problems):
        raise ContentError(found.problems)
    terminal.problems(found.problems)


def _report_intake(terminal: Terminal, project: Project, found: Intake, would: str) -> None:
    for addition in found.additions:
        terminal.say(f"{would}added to {project.name(addition.path)}: {', '.join(addition.ids)}")
    if found.settings:
        terminal.say(f"The file has a title. To take it over, write into content/site.yaml:\n{found.settings.rstrip()}")
    if found.unused:
        names = ", ".join(f"{name} ({count})" for name, count in sorted(found.unused.items()))
        terminal.warn(f"Not kept, since an entry has no place for it: {names}.")
