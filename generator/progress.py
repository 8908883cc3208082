"""How far the work has come, for whoever watches."""

from collections.abc import Callable

Progress = Callable[[str, int], Callable[[], None]]
"""Told the name of a stage and its length, 0 where that is not known, gives what to call after each item."""


def unwatched(_name: str, _length: int) -> Callable[[], None]:
    """The progress of what nobody watches."""
    return lambda: None
