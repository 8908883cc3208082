"""From the file of a seed to the text of its entry. Nothing here writes, or depends on another seed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.convert.doubts import doubts_of, foreign
from generator.convert.draft import draft, text_of
from generator.convert.faults import Fault, SeedError
from generator.convert.reading.read import Reader
from generator.convert.seed import open_seed
from generator.model import Gazetteer


@dataclass(frozen=True, slots=True)
class Job:
    """A seed to draft: its name, its file, and the day that the entry is stamped with."""

    name: str
    path: Path
    published: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """The text of a draft and the slug it asks for. Without a date it is held back; `doubts` are for a person."""

    slug: str
    text: str
    is_held_back: bool
    doubts: tuple[Fault, ...]


Result = Drafted | Fault | None
"""A fault where the seed cannot be converted, None where there was nothing to draft."""


class Drafter:
    """Drafts seeds for a site of some languages; the first is that of texts that tell none."""

    def __init__(self, languages: Sequence[str], gazetteer: Gazetteer) -> None:
        self._languages = tuple(languages)
        self._reader = Reader(gazetteer)

    def draft(self, job: Job | None) -> Result:
        """Draft a seed."""
        try:
            return self._draft(job) if job else None
        except SeedError as error:
            return error.fault
        except Exception as error:
            error.add_note(f"while reading the seed {job and job.path}")
            raise

    def _draft(self, job: Job) -> Drafted:
        found = draft(open_seed(job.name, job.path), self._reader)
        doubts = (*found.seed.doubts, *doubts_of(found))
        if found.lang not in self._languages:
            doubts += (foreign(found.lang),)
            found = replace(found, lang=None)
        text = text_of(found, self._languages[0], job.published)
        return Drafted(found.slug, text, found.seed.moment is None, doubts)
