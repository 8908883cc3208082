"""The `timeline` command: words in, words and an exit code out.

Exit codes: 0 fine, 1 problems in the content, 2 wrong use or settings, 3 could not write, 130 interrupted.
"""

import os
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import click

from generator import __version__, build
from generator.config import BuildOptions, Project, find_root, open_project
from generator.console import Terminal
from generator.convert.batch import Fate, Outcome
from generator.convert.collection import seed_files
from generator.errors import (
    ContentError,
    OutputError,
    Problem,
    SettingsError,
    Severity,
    TimelineError,
    in_reading_order,
    reason,
)
from generator.excerpts import Excerpts
from generator.explanations import explanation
from generator.formats import Form, Verdict, as_annotations, as_json
from generator.urls import as_base, is_on_the_web

_INTERRUPTED = 130

root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    help="The project. By default the nearest folder upwards that holds content/site.yaml.",
)
strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


def main() -> None:
    """Run the command line, and end with the exit code of what happened."""
    terminal = Terminal()
    try:
        timeline.main(standalone_mode=False, obj=terminal)
    except ContentError as error:
        terminal.problems(error.problems)
        terminal.fail("; ".join([_count_of(error.problems), *getattr(error, "__notes__", ())]))
        sys.exit(error.exit_code)
    except TimelineError as error:
        terminal.fail(str(error))
        sys.exit(error.exit_code)
    except OSError as error:
        terminal.fail(f"{error.filename}: {reason(error)}" if error.filename else reason(error))
        sys.exit(OutputError.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        terminal.fail("interrupted")
        sys.exit(_INTERRUPTED)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="timeline")
def timeline() -> None:
    """Turn raw articles into a sourced chronology, and the chronology into a static site."""


@timeline.command("build")
@root_option
@click.option(
    "--out", type=click.Path(path_type=Path), help="Where the site is written. By default site/ in the project."
)
@click.option("--base-url", metavar="URL", help="The site’s address on the web, instead of the one in site.yaml.")
@strict_option
@click.option("--no-cache", is_flag=True, help="Draw every page anew.")
@click.option("--no-search", is_flag=True, help="Leave out the search: its index, its page and the links to it.")
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
) -> None:
    """Convert new seeds, check the content and write the site.

    Example: timeline build --base-url https://example.org/chronology/
    """
    project = _project(terminal, root)
    target = (out or project.root / "site").resolve()
    url = _checked_url(base_url)
    options = BuildOptions(target, _today(), url, strict=strict, cache=not no_cache, search=not no_search)
    try:
        with terminal.progress() as progress:
            summary = build.build(project, options, progress, partial(_report_outcome, terminal))
    except ContentError as error:
        error.add_note("nothing was written to the site")
        raise
    terminal.problems(summary.warnings)
    _report_build(terminal, project, options, summary)


@timeline.command("convert")
@click.argument("seeds", nargs=-1, type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="[SEED]...")
@root_option
@click.option("--explain", is_flag=True, help="Show what is found in the seeds and by which rule; write nothing.")
@click.pass_obj
def convert_command(terminal: Terminal, seeds: tuple[Path, ...], root: Path | None, *, explain: bool) -> None:
    """Convert seeds to draft entries: those named, or all of seeds/.

    An entry that a person has edited is left alone, and the difference is shown.

    Example: timeline convert --explain seeds/article.txt
    """
    project = _project(terminal, root)
    if explain:
        for line in build.explain_seeds(project, _seeds(project, seeds), _today()):
            terminal.say(line)
        return
    problems: list[Problem] = []
    counts = dict.fromkeys(Fate, 0)
    for outcome in build.convert_seeds(project, _seeds(project, seeds), _today()):
        counts[outcome.fate] += 1
        problems += outcome.problems
        _report_outcome(terminal, outcome)
    terminal.say(", ".join(f"{count} {fate}" for fate, count in counts.items() if count) or "No seeds.")
    if any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    terminal.problems(problems)


@timeline.command("check")
@root_option
@strict_option
@click.option(
    "--format",
    "form",
    type=click.Choice([form.value for form in Form]),
    default=Form.TEXT.value,
    show_default=True,
    help="How problems are shown: for people, as one JSON object, or as annotations of GitHub Actions.",
)
@click.option("--explain", metavar="CODE", help="Tell what a code means and what to do about it; check nothing.")
@click.pass_obj
def check_command(terminal: Terminal, root: Path | None, form: str, explain: str | None, *, strict: bool) -> None:
    """Say all that a build would complain of and what an editor should look at, and write nothing.

    Example: timeline check --explain invalid-date
    """
    if explain is not None:
        terminal.say(explanation(explain))
        return
    project = _project(terminal, root)
    verdict = _verdict(project, strict=strict)
    if form == Form.TEXT:
        _report_check(terminal, verdict)
        return
    if form == Form.JSON:
        terminal.say(as_json(verdict, Excerpts(project.root)))
    elif verdict.problems:
        terminal.say(as_annotations(verdict.problems, _way_to(project.root)))
    if not verdict.is_sound:
        sys.exit(ContentError.exit_code)


def _verdict(project: Project, *, strict: bool) -> Verdict:
    """What a check finds. Under `strict`, content with warnings is not sound."""
    try:
        content = build.check_content(project)
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
    _report_left_out(terminal, verdict.drafts, verdict.without_published)
    waiting = f", {verdict.unreviewed} of them not yet reviewed" if verdict.unreviewed else ""
    terminal.say(f"{_number(verdict.entries, 'entry', 'entries')}{waiting}, no errors.")


def _project(terminal: Terminal, root: Path | None) -> Project:
    """The project that a command is for, whose files the terminal quotes from."""
    project = open_project(root.resolve() if root else find_root(Path.cwd()))
    terminal.quote_from(project.root)
    return project


def _seeds(project: Project, named: tuple[Path, ...]) -> Sequence[Path]:
    """The seeds to convert, by default all; each must lie in the project, since entries know seeds by their paths."""
    seeds = {path.resolve(): path for path in seed_files(project)}
    for path in named:
        if path.resolve() not in seeds:
            raise SettingsError(f"{path} is no seed of this project: copy it to {project.seeds} first, as a .txt file")
    return [seeds[path.resolve()] for path in named] or list(seeds.values())


def _today() -> str:
    """The day that new drafts are stamped with; SOURCE_DATE_EPOCH stands in for the clock where it is set."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).date().isoformat()
    if not re.fullmatch(r"\d{1,11}", epoch, re.ASCII):
        raise SettingsError(f"SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds since 1970")
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()


def _checked_url(url: str | None) -> str | None:
    if url is None:
        return None
    if not is_on_the_web(url, is_base=True):
        raise click.BadParameter(f"{url!r} is no address such as https://example.org/", param_hint="--base-url")
    return as_base(url)


def _report_outcome(terminal: Terminal, outcome: Outcome) -> None:
    if outcome.fate is Fate.EDITED:
        terminal.say(f"{outcome.seed}: {outcome.entry} was edited by a person and is left alone. The difference:")
        terminal.say(outcome.difference)
    elif outcome.entry:
        held_back = ", held back until it has a date" if outcome.is_held_back else ""
        terminal.say(f"{outcome.seed}: {outcome.fate} → {outcome.entry}{held_back}")


def _report_build(terminal: Terminal, project: Project, options: BuildOptions, summary: build.Summary) -> None:
    _report_left_out(terminal, summary.drafts, summary.without_published)
    for path in summary.kept:
        terminal.warn(f"{path} is no longer made, but was edited since it was written: it is left alone.")
    entries = _number(summary.entries, "entry", "entries")
    files = f"{len(summary.written)} files written, {summary.unchanged} unchanged, {len(summary.removed)} removed"
    terminal.say(f"{entries}: {files} in {project.name(options.out)}")
    terminal.say(f"Search: {_state_of_search(summary)}")


def _state_of_search(summary: build.Summary) -> str:
    if not summary.texts_indexed:
        return "left out"
    texts, written = _number(summary.texts_indexed, "text", "texts"), summary.index_written
    return (
        f"{texts}, {_number(written, 'file', 'files')} of the index written" if written else f"{texts}, index unchanged"
    )


def _report_left_out(terminal: Terminal, drafts: tuple[str, ...], without_published: int) -> None:
    for path in drafts:
        terminal.warn(f"{path} is a draft and is left out.")
    if without_published:
        entries = _number(without_published, "entry without “published” is", "entries without “published” are")
        terminal.warn(f"{entries} not in the feed.")


def _count_of(problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    counts = ((errors, "error", "errors"), (len(problems) - errors, "warning", "warnings"))
    return " and ".join(_number(*count) for count in counts if count[0])


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"
