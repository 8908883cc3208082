"""What is written for authors: a new entry, and the schemas that their editors read."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator import frontmatter
from generator.config import Project
from generator.convert.existing import find_existing
from generator.errors import Position, Problem, SettingsError
from generator.files import write_whole
from generator.frontmatter import Scalar
from generator.load.content import gazetteer_of, languages_of
from generator.load.fields import Choice
from generator.load.json_schema import schemas
from generator.load.records import Described, Record, kind_of
from generator.load.schema import KnownIds, entry_fields
from generator.model import in_language
from generator.report import Report
from generator.text import FORBIDDEN, slugify

_FOLDER = ".schema"


def write_schemas(project: Project) -> dict[Path, bool]:
    """Write the schemas of a project, and tell of each whether it is new or other than before.

    Raises `ContentError` where there are no settings, and `OutputError`.
    """
    changed: dict[Path, bool] = {}
    for name, schema in schemas(project).items():
        path = project.content / _FOLDER / name
        data = f"{json.dumps(schema, ensure_ascii=False, indent=1)}\n".encode()
        changed[path] = not path.is_file() or path.read_bytes() != data
        if changed[path]:
            write_whole(path, data)
    return changed


def renew_schemas(project: Project) -> list[Path]:
    """Write the schemas of a project that has some already, and tell which are new or other than before.

    Raises as `write_schemas` does.
    """
    if not (project.content / _FOLDER).is_dir():
        return []
    return [path for path, is_changed in write_schemas(project).items() if is_changed]


def without_schema(project: Project) -> Iterator[tuple[Path, str]]:
    """The YAML files whose first line does not lead an editor to their schema, and the line that does."""
    for path in sorted(project.content.glob("*.yaml")):
        schema = f"{_FOLDER}/{path.stem}.json"
        line = f"# yaml-language-server: $schema={schema}"
        if (project.content / schema).is_file() and line.encode() not in path.read_bytes():
            yield path, line


class EntryForm:
    """A new entry, field by field: what each takes, and the file that they make.

    Raises `ContentError` where the project has no settings.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self.languages = languages_of(project)
        gazetteer = gazetteer_of(project)
        self.actors = {id_: in_language(actor.name, self.languages[0])[0] for id_, actor in gazetteer.actors.items()}
        self._fields = entry_fields(KnownIds(self.actors, (), (), ()), self.languages)

    def value(self, name: str, text: str) -> str:
        """A value of a field as it is written to the file. Raises `SettingsError` where the field does not take it."""
        if FORBIDDEN.search(text):
            raise SettingsError(f"the {name} holds a character that no page can hold; set the terminal to UTF-8")
        problems: list[Problem] = []
        found = kind_of(self._fields[name]).read(Scalar(text.strip(), Position()), Report("", problems))
        for problem in problems:
            raise SettingsError(f"{problem.message}; {problem.hint}")
        if found is None:
            raise SettingsError(f"the {name} is empty")
        return str(found)

    def place(self, title: str, date: str) -> Path:
        """Where an entry belongs. Raises `SettingsError` where one has its address, or had it."""
        slug = slugify(f"{date} {title}")
        path = self._project.entries / f"{slug}.md"
        if path.exists() or slug.casefold() in find_existing(self._project.entries).slugs:
            raise SettingsError(f"an entry has the address {slug} already, or had it: give the new one another title")
        return path

    def write(self, title: str, date: str, **given: object) -> Path:
        """Write an entry with the values given, all other fields as comments, and tell where it is.

        Raises `SettingsError` as `place` does, and `OutputError`.
        """
        path = self.place(title, date)
        values = {"title": title, "date": date, **given}
        lines = (_line(name, field, values) for name, field in self._fields.items())
        text = f"---\n{''.join(lines)}---\n\n"
        write_whole(path, text.encode())
        return path


def _line(name: str, field: Described[Any], values: Mapping[str, object]) -> str:
    """A field with its value. Without one it is a comment that says what it holds, and leaves it empty as a line."""
    if name in values:
        return frontmatter.dump({name: values[name]})
    kind = kind_of(field)
    says = field.says
    if isinstance(kind, Choice):
        says += f": {', '.join(option.value for option in kind.options)}"
    elif isinstance(kind, Record):
        says += f"; its fields are {', '.join(kind.fields)}"
    return f"# {name}:  # {says}\n"
