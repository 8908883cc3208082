"""An entry whose author has saved its texts again, read without the rest of the project."""

from collections.abc import Collection
from dataclasses import fields, replace

from generator.config import Project
from generator.errors import Problem, Severity
from generator.load.content import Content
from generator.load.entries import FolderReader, entry_of, references_of
from generator.load.memory import Memory
from generator.load.schema import KnownIds, entry_record
from generator.model import Entry


def revised(project: Project, content: Content, names: Collection[str]) -> Entry | None:
    """The one entry that these files tell, as it is now, where nothing but its texts differs from `content`: what it is
    called, what it says and where that is from, so that it stands where it stood. None where that cannot be told."""
    before = next((entry for entry in content.entries if names and set(names) <= _paths(entry)), None)
    after = _read_again(before, project, content) if before else None
    if before is None or after is None or _paths(after) != _paths(before):
        return None
    return after if replace(after, texts=before.texts) == before else None


def _paths(entry: Entry) -> set[str]:
    """The names of the files that tell an entry."""
    return {text.path for text in entry.texts.values()}


def _read_again(entry: Entry, project: Project, content: Content) -> Entry | None:
    """An entry as its files tell it now; None where anything is wrong with them."""
    problems: list[Problem] = []
    languages = content.site.languages
    ids = KnownIds(**{field.name: getattr(content.gazetteer, field.name).keys() for field in fields(KnownIds)})
    reader = FolderReader(project, languages, entry_record(ids, languages), problems, Memory())
    found = (reader.file(str(project.root / text.path), text.path) for text in entry.texts.values())
    files = [file for file in found if file]
    after = entry_of(files, references_of(files, content.targets, problems), problems) if files else None
    return None if any(problem.severity is Severity.ERROR for problem in problems) else after
