"""Shows what it can of a change before all of a site is planned anew."""

from collections.abc import Callable, Collection
from typing import TypeVar

from generator.config import Project
from generator.files import Show
from generator.load.content import Content
from generator.load.revised import revised
from generator.render.planned import Planned

T = TypeVar("T")

_MANY = 2000
"""Fewer entries are planned in some tenths of a second: to have pages load twice would take longer."""


class Rebuilding:
    """One site that is built again and again, and what was planned of it last."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._last: tuple[Content, Planned] | None = None

    def after(
        self, changed: Collection[str], show: Show, bring: Callable[[Callable[[Content, Planned], None]], T]
    ) -> T:
        """What `bring` gives, which builds the site after files of these names have changed, where none is named after
        anything may have, and tells what it has planned. `show` is told how each file is drawn as soon as that is
        known: of many entries, one that now says something else is seen on its own pages before the rest is planned."""
        last, self._last = self._last, None  # what is planned before a fault is not what was saved before the next
        if last and len(last[0].entries) >= _MANY and (entry := revised(self._project, last[0], changed)):
            show(last[1].drawings(entry))

        def planned(content: Content, site: Planned) -> None:
            self._last = content, site
            show(site.drawings())

        return bring(planned)
