"""What is written for authors, beside what they write: the schemas that their editors read."""

import json
from collections.abc import Iterator
from pathlib import Path

from generator.config import Project
from generator.files import write_whole
from generator.load.json_schema import schemas

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
            write_whole(path, data, path.with_name(f".{name}.part"))
    return changed


def without_schema(project: Project) -> Iterator[tuple[Path, str]]:
    """The YAML files whose first line does not lead an editor to their schema, and the line that does."""
    for path in sorted(project.content.glob("*.yaml")):
        schema = f"{_FOLDER}/{path.stem}.json"
        line = f"# yaml-language-server: $schema={schema}"
        if (project.content / schema).is_file() and line.encode() not in path.read_bytes():
            yield path, line
