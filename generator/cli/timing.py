"""What `timeline build --timings` says."""

from collections.abc import Iterator

from generator.cli.saying import number
from generator.console import Terminal
from generator.timings import Timings

_MOST = 10


def report_timings(terminal: Terminal, timings: Timings, seconds: float) -> None:
    """The stages of a build that took so many seconds in all, the slowest templates and the slowest files."""
    if not timings.stages:
        terminal.say(f"Nothing had changed, which took {seconds:.3f} s to tell")
        return
    for line in (*_stages(timings, seconds), *_templates(timings), *_files(timings)):
        terminal.say(line)


def _stages(timings: Timings, seconds: float) -> Iterator[str]:
    yield ""
    yield f"{'Stages':<40}{'seconds':>10}"
    for stage, each in timings.stages.items():
        yield f"  {stage:<38}{each:>10.3f}"
    yield f"  {'all, with starting and noting':<38}{seconds:>10.3f}"


def _templates(timings: Timings) -> Iterator[str]:
    """Processes that draw side by side each count their seconds, so that the sum may be more than the stage took."""
    for index, (template, each) in enumerate(timings.by_template()[:_MOST]):
        if index == 0:
            yield ""
            yield f"{'Slowest templates (all processes)':<40}{'seconds':>10}{'ms a file':>12}{'files':>8}"
        yield f"  {template:<38}{sum(each):>10.3f}{1000 * sum(each) / len(each):>12.2f}{len(each):>8}"


def _files(timings: Timings) -> Iterator[str]:
    slowest = timings.slowest(_MOST)
    yield ""
    yield f"Slowest of {number(len(timings.drawings), 'file', 'files')} drawn" if slowest else "No file had to be drawn"
    for drawing in slowest:
        yield f"{drawing.seconds:>10.3f}  {drawing.path}"
