"""The `timeline` command: words in, words and an exit code out.

Exit codes: 0 fine, 1 problems in the content, 2 wrong use or settings, 3 could not write, 130 interrupted.
"""

import atexit
import gc
import sys
from importlib import import_module

import click

from generator import __version__
from generator.cli.saying import count_of
from generator.console import Terminal
from generator.errors import ContentError, OutputError, TimelineError, told

_NAMES = ("build", "serve", "convert", "import", "check", "init", "new", "schema")
_COMMANDS = {name: f"{name}_command" for name in _NAMES}
"""The function of each command; the module of this folder that it stands in has the same name."""

_INTERRUPTED = 130
_NEW_OBJECTS = 200_000
"""What a build reads it keeps to its end; to look through all of it again and again for garbage took a fifth of its
time."""


def main() -> None:
    """Run the command line, and end with the exit code of what happened."""
    gc.set_threshold(_NEW_OBJECTS)
    atexit.register(gc.freeze)  # the system takes all back at once: to look for garbage first took a second
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


class _Commands(click.Group):
    """Loads the module of a command once it is asked for: each loads the parts of the program that it needs."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left for the command. An option that stands before its command is told where it belongs."""
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            advice = f"Options stand behind the command: timeline COMMAND {error.option_name}"
            raise click.UsageError(f"{error.format_message()} {advice}", ctx) from error

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the signature is Click's
        """The names of all commands."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command of a name; None where there is none, and then Click knows all that it may have been meant for."""
        if cmd_name in _COMMANDS:
            return _loaded(cmd_name)
        self.commands.update({name: _loaded(name) for name in _COMMANDS})
        return None


def _loaded(name: str) -> click.Command:
    module = import_module(f"generator.cli.{_COMMANDS[name]}")
    command: click.Command = getattr(module, _COMMANDS[name])
    return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="timeline")
def timeline() -> None:
    """Turn raw articles into a sourced chronology, and the chronology into a static site."""
