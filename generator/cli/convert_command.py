"""`timeline convert`."""

from collections.abc import Sequence
from pathlib import Path

import click

from generator.cli.options import project_at, root_option, today
from generator.cli.saying import report_outcome
from generator.config import Project
from generator.console import Terminal
from generator.convert.collection import seed_files
from generator.convert.outcome import Fate
from generator.converting import convert_seeds, explain_seeds
from generator.errors import ContentError, Problem, SettingsError, Severity


@click.command("convert")
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="[SEED]...")
@root_option
@click.option("--explain", is_flag=True, help="Show what is found in the seeds and by which rule; write nothing.")
@click.pass_obj
def convert_command(terminal: Terminal, seeds: tuple[Path, ...], root: Path | None, *, explain: bool) -> None:
    """Convert seeds to draft entries: those named, or all of seeds/.

    An entry that a person has edited is left alone, and the difference is shown.

    Example: timeline convert --explain seeds/article.txt
    """
    project = project_at(terminal, root)
    if explain:
        for line in explain_seeds(project, _seeds(project, seeds), today()):
            terminal.say(line)
        return
    problems: list[Problem] = []
    counts = dict.fromkeys(Fate, 0)
    with terminal.progress() as progress:
        for outcome in convert_seeds(project, _seeds(project, seeds), today(), progress):
            counts[outcome.fate] += 1
            problems += outcome.problems
            report_outcome(terminal, outcome)
    terminal.say(", ".join(f"{count} {fate}" for fate, count in counts.items() if count) or "No seeds.")
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    terminal.problems(problems)


def _seeds(project: Project, named: tuple[Path, ...]) -> Sequence[Path]:
    """The seeds to convert, by default all; each must lie in the project, since entries know seeds by their paths."""
    seeds = {path.resolve(): path for path in seed_files(project)}
    for path in named:
        if path.resolve() not in seeds:
            raise SettingsError(f"{path} is no seed of this project: copy it to {project.seeds} first, as a .txt file")
    return [seeds[path.resolve()] for path in named] or list(seeds.values())
