"""Whether a folder may hold the site."""

from pathlib import Path

from generator.config import Project
from generator.errors import OutputError
from generator.files import writing
from generator.publish.manifest import read_manifest

_OF_HOSTS = frozenset({"CNAME", "_redirects", "lost+found"})
"""What those who serve a site ask for beside it, and what a disk of its own holds. Hidden files are another kind."""


def check_output(project: Project, out: Path) -> None:
    """Make sure that the site lands neither among its sources nor among the files of somebody else.

    Raises `OutputError`, also where the folder cannot be read.
    """
    if out == project.root or out in project.root.parents:
        raise OutputError(f"{out} holds the project itself: name a folder of its own with --out")
    for source in (project.content, project.seeds, project.notes, *project.layouts):
        if out.is_relative_to(source):
            raise OutputError(f"{out} belongs to what the site is made of: name a folder of its own with --out")
    stranger = _stranger(out)
    if stranger and read_manifest(out) is None:
        cure = "empty the folder, or name another with --out"
        raise OutputError(f"{out} holds {stranger} and no record of a build that this version can read: {cure}")


def _stranger(out: Path) -> str | None:
    """A file or folder that is not there for the site's sake."""
    with writing(out):
        names = sorted(path.name for path in out.iterdir()) if out.exists() else []
    return next((name for name in names if not name.startswith(".") and name not in _OF_HOSTS), None)
