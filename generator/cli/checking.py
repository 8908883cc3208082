"""`timeline check`."""

import sys
from pathlib import Path

import click

from generator import build
from generator.cli.options import project_at, root_option, strict_option
from generator.cli.saying import number, report_left_out
from generator.config import Project
from generator.console import Terminal
from generator.errors import ContentError, in_reading_order
from generator.excerpts import Excerpts
from generator.explanations import explanation, explanations
from generator.formats import Form, Verdict, as_annotations, as_code_quality, as_json


def _codes(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
    """The codes that begin so, for the shell to complete."""
    return [code for code in explanations() if code.startswith(begun)]


@click.command("check")
@root_option
@strict_option
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Form]),
    default=Form.TEXT.value,
    show_default=True,
    help="How problems are shown: for people, as one JSON object, or as GitHub Actions or GitLab CI reads them.",
)
@click.option(
    "--explain",
    metavar="CODE",
    shell_complete=_codes,
    help="Tell what a code means and what to do about it; check nothing.",
)
@click.pass_obj
def check_command(terminal: Terminal, root: Path | None, form: str, explain: str | None, *, strict: bool) -> None:
    """Say all that a build would complain of and what an editor should look at, and write nothing.

    Example: timeline check --explain invalid-date
    """
    if explain is not None:
        terminal.say(explanation(explain))
        return
    project = project_at(terminal, root)
    with terminal.progress() as progress:
        progress("Reading the content", 0)
        verdict = _verdict(project, progress, strict=strict)
    if form == Form.TEXT:
        _report_check(terminal, verdict)
        return
    if form == Form.JSON:
        terminal.say(as_json(verdict, Excerpts(project.root)))
    elif form == Form.GITLAB:
        terminal.say(as_code_quality(verdict.problems, _way_to(project.root)))
    elif verdict.problems:
        terminal.say(as_annotations(verdict.problems, _way_to(project.root)))
    if not verdict.is_sound:
        sys.exit(ContentError.exit_code)


def _verdict(project: Project, progress: build.Progress, *, strict: bool) -> Verdict:
    """What a check finds. Under `strict`, content with warnings is not sound."""
    try:
        content = build.check_content(project, progress)
    except ContentError as error:
        return Verdict(error.problems)
    return Verdict(
        in_reading_order(content.warnings),
        is_sound=not (strict and content.warnings),
        entries=len(content.entries),
        unreviewed=content.unreviewed,
        without_published=content.without_published,
        drafts=content.drafts,
    )


def _way_to(folder: Path) -> str:
    """From the working directory to a folder in it, with a slash at the end; nothing where it lies elsewhere."""
    here = Path.cwd()
    return f"{folder.relative_to(here).as_posix()}/" if here in folder.parents else ""


def _report_check(terminal: Terminal, verdict: Verdict) -> None:
    if not verdict.is_sound:
        raise ContentError(verdict.problems)
    terminal.problems(verdict.problems)
    report_left_out(terminal, verdict.drafts, verdict.without_published)
    waiting = f", {verdict.unreviewed} of them not yet reviewed" if verdict.unreviewed else ""
    terminal.say(f"{number(verdict.entries, 'entry', 'entries')}{waiting}, no errors.")
