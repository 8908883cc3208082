"""Lists so long that what is in them is made only while somebody looks at it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

Of = TypeVar("Of")
T = TypeVar("T")


class OneByOne(Sequence[T], Generic[Of, T]):
    """What `make` makes of each of some things, made anew whenever it is asked for: none of it is kept."""

    def __init__(self, make: Callable[[Of], T], things: Sequence[Of]) -> None:
        self._make, self._things = make, things

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """One of them, or a shorter list of the same kind."""
        if isinstance(index, slice):
            return OneByOne(self._make, self._things[index])
        return self._make(self._things[index])

    def __len__(self) -> int:
        return len(self._things)

    def __repr__(self) -> str:
        return repr([*self])
