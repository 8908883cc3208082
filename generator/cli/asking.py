"""Asks whoever sits at the terminal. Tab completes what the answer may be, where Python has readline."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice

import click


def ask(question: str, check: Callable[[str], str], default: str | None = None, words: Iterable[str] = ()) -> str:
    """An answer that passes the check; a wrong one is told, and asked for again. It may be made of some of the words.

    Lines are edited on standard output alone. Where that is no terminal, the question is not part of the result.
    """
    with _completing(tuple(words)):
        answer: str = click.prompt(
            question, default, value_proc=check, show_default=bool(default), err=not sys.stdout.isatty()
        )
    return answer


@contextmanager
def _completing(words: tuple[str, ...]) -> Iterator[None]:
    """Let Tab complete these words, and no names of files. Without readline, as on Windows, it does nothing."""
    try:
        import readline  # noqa: PLC0415 - it speaks to the terminal as soon as it is loaded
    except ImportError:
        yield
        return
    is_editline = "libedit" in (readline.__doc__ or "")
    readline.parse_and_bind("bind ^I rl_complete" if is_editline else "tab: complete")
    readline.set_completer_delims(" ,")
    readline.set_completer(lambda begun, place: _offered(words, begun, place))
    try:
        yield
    finally:
        readline.set_completer(None)


def _offered(words: tuple[str, ...], begun: str, place: int) -> str | None:
    """One after the other the words that begin so, then None."""
    return next(islice((word for word in words if word.startswith(begun)), place, None), None)
