"""`timeline build`."""

from functools import partial
from pathlib import Path
from time import perf_counter

import click

from generator.cli.options import no_search_option, out_option, project_at, root_option, strict_option, today
from generator.cli.saying import number, report_kept, report_left_out, report_outcome
from generator.cli.timing import report_timings
from generator.config import BuildOptions, Project
from generator.console import Terminal
from generator.errors import ContentError
from generator.repeat import unless_repeated
from generator.summary import Summary
from generator.timings import Timings
from generator.urls import as_base, is_on_the_web


@click.command("build")
@root_option
@out_option
@click.option("--base-url", metavar="URL", help="The site’s address on the web, instead of the one in site.yaml.")
@strict_option
@click.option("--no-cache", is_flag=True, help="Read every file and draw every page anew.")
@no_search_option
@click.option("--timings", "with_timings", is_flag=True, help="Say how long each stage, template and page took.")
@click.pass_obj
def build_command(
    terminal: Terminal,
    root: Path | None,
    out: Path | None,
    base_url: str | None,
    *,
    strict: bool,
    no_cache: bool,
    no_search: bool,
    with_timings: bool,
) -> None:
    """Convert new seeds, check the content and write the site.

    Example: timeline build --base-url https://example.org/chronology/
    """
    project = project_at(terminal, root)
    target = (out or project.root / "site").resolve()
    url = _checked_url(base_url)
    options = BuildOptions(target, today(), url, strict=strict, cache=not no_cache, search=not no_search)

    begun, timings = perf_counter(), Timings(perf_counter) if with_timings else None

    def bring() -> Summary:
        from generator.build import build  # noqa: PLC0415 - to load it takes as long as to tell that nothing changed

        return build(project, options, progress, partial(report_outcome, terminal), timings=timings)

    try:
        with terminal.progress() as progress:
            summary = unless_repeated(project, options, bring)
    except ContentError as error:
        error.add_note("nothing was written to the site")
        raise
    seconds = perf_counter() - begun
    terminal.problems(summary.warnings)
    _report_build(terminal, project, options, summary)
    if timings:
        report_timings(terminal, timings, seconds)


def _checked_url(url: str | None) -> str | None:
    if url is None:
        return None
    if not is_on_the_web(url, is_base=True):
        raise click.BadParameter(f"{url!r} is no address such as https://example.org/", param_hint="--base-url")
    return as_base(url)


def _report_build(terminal: Terminal, project: Project, options: BuildOptions, summary: Summary) -> None:
    report_left_out(terminal, summary.drafts, summary.without_published)
    report_kept(terminal, summary.kept)
    entries = number(summary.entries, "entry", "entries")
    files = f"{len(summary.written)} files written, {summary.unchanged} unchanged, {len(summary.removed)} removed"
    terminal.say(f"{entries}: {files} in {project.name(options.out)}")
    terminal.say(f"Search: {_state_of_search(summary)}")


def _state_of_search(summary: Summary) -> str:
    if not summary.texts_indexed:
        return "left out"
    texts, written = number(summary.texts_indexed, "text", "texts"), summary.index_written
    return (
        f"{texts}, {number(written, 'file', 'files')} of the index written" if written else f"{texts}, index unchanged"
    )
