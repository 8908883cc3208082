"""What a foreign timeline consists of, whatever format it came in. Nothing here is understood yet, only found."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from generator.errors import Position


@dataclass(frozen=True, slots=True)
class Parts:
    """A date as its parts were written; one that is empty was not given. `rest` is what is finer than a second."""

    year: str = ""
    month: str = ""
    day: str = ""
    hour: str = ""
    minute: str = ""
    second: str = ""
    rest: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, field.name) for field in fields(self))


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, film, sound or embed: its address or markup, and what is said of it, which may hold HTML."""

    url: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Slide:
    """One event, the title or an era. `name` is what its author knows it by, such as “event 3” or “row 3”.
    `unused` names what was filled in and has no place in an entry."""

    name: str
    position: Position
    start: Parts = Parts()
    end: Parts = Parts()
    headline: str = ""
    text: str = ""
    media: Picture = Picture()
    group: str = ""
    display_date: str = ""
    id: str = ""
    autolink: bool = True
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Foreign:
    """A whole timeline. `unused` is what was said of all of it and has no place here."""

    events: tuple[Slide, ...] = ()
    titles: tuple[Slide, ...] = ()
    eras: tuple[Slide, ...] = ()
    unused: tuple[str, ...] = ()

    @property
    def all_unused(self) -> Iterator[str]:
        """The names of all that is not kept, each as often as it was filled in."""
        yield from self.unused
        for slide in (*self.events, *self.titles, *self.eras):
            yield from slide.unused
        for slide in (*self.titles, *self.eras):
            if slide.media.url:
                yield "media of the title or an era"
