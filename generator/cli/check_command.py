"""`timeline check`."""

import sys
from pathlib import Path
from time import time

import click

from generator import build
from generator.cli.options import project_at, root_option, strict_option
from generator.cli.saying import count_of, number, report_left_out, report_links
from generator.config import Project
from generator.console import Terminal
from generator.errors import ContentError, SettingsError, Severity, in_reading_order
from generator.excerpts import Excerpts
from generator.explanations import explanation, explanations
from generator.formats import Form, Verdict, as_annotations, as_code_quality, as_json
from generator.linkcheck.report import LinkReport, Stop
from generator.model import Site
from generator.progress import Progress


def _codes(_context: click.Context, _option: click.Parameter, begun: str) -> list[str]:
    """The codes that begin so, for the shell to complete."""
    return [code for code in explanations() if code.startswith(begun)]


@click.command("check", short_help="Say what is wrong or wants an editor’s eye; write nothing.")
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
    "--links",
    is_flag=True,
    help="Ask every outside address whether it is still there; the answers are kept in .timeline/ for some days.",
)
@click.option(
    "--explain",
    metavar="CODE",
    shell_complete=_codes,
    help="Tell what a code means and what to do about it; check nothing.",
)
@click.pass_obj
def check_command(
    terminal: Terminal, root: Path | None, form: str, explain: str | None, *, strict: bool, links: bool
) -> None:
    """Say all that a build would complain of and what an editor should look at, and write nothing.

    Nobody on the web is asked but with --links, which takes a second or more for each page of one host.

    Example: timeline check --explain invalid-date
    """
    if explain is not None:
        terminal.say(explanation(explain))
        return
    project = project_at(terminal, root)
    with terminal.progress() as progress:
        verdict = _verdict(project, progress, links=links, strict=strict)
    _report(terminal, verdict, Form(form), project)
    _end(terminal, verdict)


def _end(terminal: Terminal, verdict: Verdict) -> None:
    """End as what was found asks for, and as far as links could be asked."""
    links = verdict.links or LinkReport()
    if links.unsaved:
        terminal.warn(f"What was asked is not remembered: {links.unsaved}")
    if links.stop is Stop.INTERRUPTED:
        raise click.Abort
    if not verdict.is_sound:
        sys.exit(ContentError.exit_code)
    if links.stop is Stop.OFFLINE:
        raise SettingsError("no link was asked: there is no way to the internet, or only by a proxy; try again later")


def _verdict(project: Project, progress: Progress, *, strict: bool, links: bool) -> Verdict:
    """What a check finds. Under `strict`, content with warnings is not sound."""
    try:
        content = build.check_content(project, progress)
    except ContentError as error:
        return Verdict(error.problems, links=LinkReport(stop=Stop.UNSOUND) if links else None)
    report = _ask(project, content.site, progress) if links else None
    problems = in_reading_order([*content.warnings, *(report.problems if report else ())])
    return Verdict(
        problems,
        is_sound=not any(strict or problem.severity is Severity.ERROR for problem in problems),
        entries=len(content.entries),
        unreviewed=content.unreviewed,
        without_published=content.without_published,
        drafts=content.drafts,
        links=report,
    )


def _ask(project: Project, site: Site, progress: Progress) -> LinkReport:
    from generator.linkcheck.linkcheck import check_links  # noqa: PLC0415 - it loads libraries that nothing else needs

    return check_links(project, site, time(), progress)


def _report(terminal: Terminal, verdict: Verdict, form: Form, project: Project) -> None:
    """Say what was found, in one of the forms."""
    if form is Form.TEXT:
        _report_in_words(terminal, verdict)
    elif form is Form.JSON:
        terminal.say(as_json(verdict, Excerpts(project.root)))
    elif form is Form.GITLAB:
        terminal.say(as_code_quality(verdict.problems, _way_to(project.root)))
    elif verdict.problems:
        terminal.say(as_annotations(verdict.problems, _way_to(project.root)))


def _way_to(folder: Path) -> str:
    """From the working directory to a folder in it, with a slash at the end; nothing where it lies elsewhere."""
    here = Path.cwd()
    return f"{folder.relative_to(here).as_posix()}/" if here in folder.parents else ""


def _report_in_words(terminal: Terminal, verdict: Verdict) -> None:
    terminal.problems(verdict.problems)
    if verdict.links:
        report_links(terminal, verdict.links)
    if not verdict.is_sound:
        terminal.fail(count_of(verdict.problems))
        return
    report_left_out(terminal, verdict.drafts, verdict.without_published)
    waiting = f", {verdict.unreviewed} of them not yet reviewed" if verdict.unreviewed else ""
    terminal.say(f"{number(verdict.entries, 'entry', 'entries')}{waiting}, no errors.")
