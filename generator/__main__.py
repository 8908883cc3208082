"""`python -m generator` is the `timeline` command."""

from generator.cli import main

if __name__ == "__main__":
    main()
