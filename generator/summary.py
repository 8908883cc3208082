"""What a build tells of itself."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import Problem
from generator.files import Deed
from generator.urls import SEARCH_FOLDER


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build read, and what became of each file of the site. `texts_indexed` is 0 where search is left out."""

    base_url: str
    entries: int
    drafts: tuple[str, ...]
    without_published: int
    warnings: tuple[Problem, ...]
    deeds: Mapping[str, Deed]
    texts_indexed: int

    @property
    def written(self) -> list[str]:
        """Files that are new, or say something else than before."""
        return self._files(Deed.WRITTEN)

    @property
    def unchanged(self) -> int:
        """How many files stand as they stood."""
        return len(self._files(Deed.UNCHANGED))

    @property
    def removed(self) -> list[str]:
        """Files that are no longer made."""
        return self._files(Deed.REMOVED)

    @property
    def kept(self) -> list[str]:
        """Files that are no longer made, but were edited and so are somebody’s."""
        return self._files(Deed.KEPT)

    @property
    def index_written(self) -> int:
        """How many files of the search index are new, or say something else than before."""
        return sum(path.startswith(SEARCH_FOLDER) for path in self.written)

    def _files(self, deed: Deed) -> list[str]:
        return [path for path, done in self.deeds.items() if done is deed]
