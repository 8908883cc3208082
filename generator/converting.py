"""What `timeline convert` asks for: entries made of the articles that an author names, and how they come to be."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.config import Project
from generator.convert.batch import Converter, Setting, explain_seed
from generator.convert.collection import Collection
from generator.convert.outcome import Outcome
from generator.load.content import gazetteer_of, languages_of
from generator.progress import Progress


def convert_seeds(project: Project, seeds: Sequence[Path], today: str, progress: Progress) -> Iterator[Outcome]:
    """Convert the seeds given, whether or not they have an entry."""
    progress("Reading the content", 0)
    return Converter(project, Collection(project), _setting(project, today)).convert(seeds, progress)


def explain_seeds(project: Project, seeds: Sequence[Path], today: str) -> Iterator[str]:
    """What the converter finds in the seeds given, and why, line by line. Nothing is written."""
    setting = _setting(project, today)
    for seed in seeds:
        yield from explain_seed(project, seed, setting)


def _setting(project: Project, today: str) -> Setting:
    """With the languages and names of the project, also where parts of its content are faulty."""
    return Setting(languages_of(project), gazetteer_of(project), today)
