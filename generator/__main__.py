"""The `timeline` command, also `python -m generator`."""

import sys


def main() -> None:
    """Run the command line. Ctrl-C ends it with 130 at any time, also while it is still being loaded."""
    try:
        from generator.cli.main import main as run  # noqa: PLC0415 - loading takes long enough to be interrupted

        run()
    except KeyboardInterrupt:
        sys.stderr.write("error: interrupted\n")
        sys.exit(130)


if __name__ == "__main__":
    main()
