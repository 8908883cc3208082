"""What several commands say."""

from collections.abc import Iterable

from generator.console import Terminal
from generator.convert.outcome import Fate, Outcome
from generator.errors import Problem, Severity, number_of
from generator.linkcheck.report import LinkReport, Stop


def report_outcome(terminal: Terminal, outcome: Outcome) -> None:
    """What became of a seed."""
    if outcome.fate is Fate.EDITED:
        terminal.say(f"{outcome.seed}: {outcome.entry} was edited by a person and is left alone. The difference:")
        terminal.say(outcome.difference)
    elif outcome.entry:
        held_back = ", held back until it has a date" if outcome.is_held_back else ""
        terminal.say(f"{outcome.seed}: {outcome.fate} → {outcome.entry}{held_back}")


def report_left_out(terminal: Terminal, drafts: tuple[str, ...], without_published: int) -> None:
    """What of the content is not on the site, or not in the feed."""
    for path in drafts:
        terminal.warn(f"{path} is a draft and is left out.")
    if without_published:
        entries = number(without_published, "entry without “published” is", "entries without “published” are")
        terminal.warn(f"{entries} not in the feed.")


def report_links(terminal: Terminal, report: LinkReport) -> None:
    """How many outside addresses there are, and what no problem tells of them."""
    if report.stop is Stop.UNSOUND:
        terminal.warn("No link was asked, since the content has errors.")
        return
    count = number(report.known + report.unknown, "outside address", "outside addresses")
    unknown = f", {report.unknown} of them not asked" if report.unknown else ""
    kept = f", {report.kept} of them gone and kept by an archive" if report.kept else ""
    terminal.say(f"{count}{unknown}{kept}.")


def report_kept(terminal: Terminal, paths: Iterable[str]) -> None:
    """Files of the site that a build did not dare to remove."""
    for path in paths:
        terminal.warn(f"{path} is no longer made, but was edited since it was written: it is left alone.")


def count_of(problems: tuple[Problem, ...]) -> str:
    """How many errors and warnings there are, in words."""
    counts = ((number_of(problems, severity), severity.value, f"{severity}s") for severity in Severity)
    return " and ".join(number(*count) for count in counts if count[0])


def number(count: int, one: str, many: str) -> str:
    """How many there are of something."""
    return f"{count} {one if count == 1 else many}"
