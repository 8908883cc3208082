"""The `timeline` command: words in, words and an exit code out.

Exit codes: 0 fine, 1 problems in the content, 2 wrong use or settings, 3 could not write, 130 interrupted.
"""

import sys

import click

from generator import __version__
from generator.cli.beginning import init_command
from generator.cli.building import build_command
from generator.cli.checking import check_command
from generator.cli.converting import convert_command
from generator.cli.describing import schema_command
from generator.cli.importing import import_command
from generator.cli.saying import count_of
from generator.cli.serving import serve_command
from generator.cli.writing import new_command
from generator.console import Terminal
from generator.errors import ContentError, OutputError, TimelineError, told

_INTERRUPTED = 130


def main() -> None:
    """Run the command line, and end with the exit code of what happened."""
    terminal = Terminal()
    try:
        timeline.main(standalone_mode=False, obj=terminal)
    except ContentError as error:
        terminal.problems(error.problems)
        terminal.fail("; ".join([count_of(error.problems), *getattr(error, "__notes__", ())]))
        sys.exit(error.exit_code)
    except TimelineError as error:
        terminal.fail(str(error))
        sys.exit(error.exit_code)
    except OSError as error:
        terminal.fail(told(error))
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


for command in (
    build_command,
    serve_command,
    convert_command,
    import_command,
    check_command,
    init_command,
    new_command,
    schema_command,
):
    timeline.add_command(command)
