"""Work that another thread may call off."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TypeVar

from generator.progress import Progress

T = TypeVar("T")


class CancelledError(Exception):
    """Work was called off before its end."""


class Cancellation:
    """Whether some work has been called off. Who does it asks now and then; what it waits for is ended."""

    def __init__(self) -> None:
        self._is_cancelled = False
        self._ends = list[Callable[[], object]]()
        self._lock = Lock()

    def cancel(self) -> None:
        """Call the work off."""
        with self._lock:
            self._is_cancelled = True
            for end in self._ends:
                end()

    def check(self) -> None:
        """Raise `CancelledError` once the work has been called off."""
        if self._is_cancelled:
            raise CancelledError

    @contextmanager
    def ending(self, end: Callable[[], object]) -> Iterator[None]:
        """Call `end` when the work is called off, or at once if it was: it ends what is waited for here."""
        with self._lock:
            self._ends.append(end)
            if self._is_cancelled:
                end()
        try:
            yield
        finally:
            with self._lock:
                self._ends.remove(end)

    def while_wanted(self, items: Iterable[T]) -> Iterator[T]:
        """The same items. Raises `CancelledError` as `check` does."""
        for item in items:
            self.check()
            yield item

    def heeded(self, progress: Progress) -> Progress:
        """The same progress for work that asks after each item."""

        def stage(name: str, length: int) -> Callable[[], None]:
            advance = progress(name, length)

            def advance_if_wanted() -> None:
                self.check()
                advance()

            return advance_if_wanted

        return stage
