"""`timeline serve`."""

import traceback
import webbrowser
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from generator import authoring, build
from generator.cancellation import Cancellation
from generator.cli.options import no_search_option, out_option, project_at, root_option, today
from generator.cli.saying import count_of, number, report_kept, report_left_out, report_outcome
from generator.config import BuildOptions, Project
from generator.console import Terminal
from generator.errors import BusyError, ContentError, OutputError, TimelineError, told
from generator.files import Show
from generator.load.kept import kept_memory
from generator.load.memory import Memory
from generator.publish.folder import check_output
from generator.rebuilding import Rebuilding
from generator.summary import Summary

if TYPE_CHECKING:
    from generator.serve.preview import Round

_MOST_NAMED = 3


@click.command("serve", short_help="Show the site while you write, and build it after each change.")
@root_option
@out_option
@click.option(
    "--port", type=click.IntRange(0, 65535), help="Where it is served. By default port 8000, or the next that is free."
)
@click.option("--open", "opens", is_flag=True, help="Show it in a browser.")
@no_search_option
@click.pass_obj
def serve_command(
    terminal: Terminal, root: Path | None, out: Path | None, port: int | None, *, opens: bool, no_search: bool
) -> None:
    """Show the site on this machine while it is written: build it, and again after each change. Ctrl-C ends it.

    Open pages load anew by themselves. Problems in the content are shown on them until they are mended.

    Example: timeline serve --open
    """
    from generator.serve.preview import Preview  # noqa: PLC0415 - it loads a library that no other command needs

    project = project_at(terminal, root)
    site = (out or project.root / "site").resolve()
    check_output(project, site)
    rebuilding = Rebuilding(project)

    def bring(memory: Memory, changed: tuple[str, ...], show: Show, cancellation: Cancellation) -> Summary:
        terminal.quote_from(project.root)  # anew: the files have changed
        options = BuildOptions(site, today(), search=not no_search)
        tell = partial(report_outcome, terminal)
        with terminal.progress() as progress:
            once = partial(build.build, project, options, progress, tell, memory, cancellation=cancellation)
            return rebuilding.after(changed, show, lambda planned: once(when_planned=planned))

    with kept_memory(project) as memory:
        preview = Preview(project, site, port, partial(bring, memory), perf_counter)
        with suppress(KeyboardInterrupt), closing(preview.rounds()) as rounds:
            last = None
            for number, each in enumerate(rounds):
                last = _report(terminal, each, last)
                _renew_schemas(terminal, project, each.changed)
                if number == 0:
                    _show(terminal, preview.address, in_browser=opens)
    terminal.say("Stopped.")


def _show(terminal: Terminal, address: str, *, in_browser: bool) -> None:
    """Say where the site is to be seen, after the first build, which tells the path that it has."""
    terminal.say(f"Serving {address} until you press Ctrl-C")
    if in_browser and not webbrowser.open_new_tab(address):
        terminal.warn("No browser could be opened.")


def _report(terminal: Terminal, one: "Round[Summary]", last: Summary | None) -> Summary | None:
    """What a change has led to. Gives the last good build, whose remarks are made again only when others are due."""
    if isinstance(one.result, Exception):
        _report_failure(terminal, one.result)
        return last
    summary = one.result
    if last is None or _remarks(summary) != _remarks(last):
        terminal.problems(summary.warnings)
        report_left_out(terminal, summary.drafts, summary.without_published)
        report_kept(terminal, summary.kept)
    changed = ", ".join(one.changed[:_MOST_NAMED]) or "The whole site"
    more = f" and {len(one.changed) - _MOST_NAMED} more" if len(one.changed) > _MOST_NAMED else ""
    written = number(len(summary.written), "file", "files")
    terminal.say(f"{changed}{more}: {written} written, {len(summary.removed)} removed, {one.seconds:.2f} s")
    return summary


def _remarks(summary: Summary) -> tuple[object, ...]:
    return summary.warnings, summary.drafts, summary.without_published, summary.kept


def _renew_schemas(terminal: Terminal, project: Project, changed: tuple[str, ...]) -> None:
    """Let editors know the ids that there are after a change that may have made others."""
    if changed and not any(name.endswith(".yaml") for name in changed):
        return
    try:
        renewed = authoring.renew_schemas(project)
    except ContentError:
        return  # there are no settings, as the build has said
    except OutputError as error:
        terminal.fail(str(error))
        return
    if renewed:
        terminal.say(f"{number(len(renewed), 'schema', 'schemas')} for editors written")


def _report_failure(terminal: Terminal, error: Exception) -> None:
    """Why the site stays as it was."""
    if isinstance(error, ContentError):
        terminal.problems(error.problems)
        terminal.fail(f"{count_of(error.problems)}; the site stays as it was")
    elif isinstance(error, BusyError):
        terminal.warn("Another build is writing the site. This one follows by itself.")
    elif isinstance(error, TimelineError):
        terminal.fail(str(error))
    elif isinstance(error, OSError):
        terminal.fail(told(error))
    else:
        terminal.warn("".join(traceback.format_exception(error)))
