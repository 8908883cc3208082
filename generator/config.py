"""Where a project's folders are, and what one run was asked to do."""

from dataclasses import dataclass
from pathlib import Path

from generator.errors import SettingsError

_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Project:
    """The folders of one timeline, all below `root`."""

    root: Path

    @property
    def content(self) -> Path:
        """What authors write."""
        return self.root / "content"

    @property
    def entries(self) -> Path:
        """The entries, in any depth of folders."""
        return self.content / "entries"

    @property
    def pages(self) -> Path:
        """The pages without a date."""
        return self.content / "pages"

    @property
    def seeds(self) -> Path:
        """Raw articles as they came."""
        return self.root / "seeds"

    @property
    def notes(self) -> Path:
        """What this tool keeps to be quicker the next time. It can be removed, and is no part of the project."""
        return self.root / ".timeline"

    @property
    def layouts(self) -> tuple[Path, ...]:
        """Where templates, assets and catalogs are looked for: the project's own folder, then the one shipped here."""
        own, shipped = self.root / "layouts", shipped_layouts()
        return (own, shipped) if own.is_dir() and not own.samefile(shipped) else (shipped,)

    def name(self, path: Path) -> str:
        """A path as it is shown to people: relative to the root, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What one build was asked to do. `today` is an ISO date; only new drafts are stamped with it."""

    out: Path
    today: str
    base_url: str | None = None
    strict: bool = False
    cache: bool = True
    search: bool = True


def shipped_layouts() -> Path:
    """The layouts that travel with the package: inside the wheel, or beside the package in a checkout."""
    inside = _PACKAGE / "layouts"
    return inside if inside.is_dir() else _PACKAGE.parent / "layouts"


def open_project(root: Path) -> Project:
    """The project at `root`, an absolute path without links. Raises `SettingsError` where there is none."""
    if not root.is_dir():
        raise SettingsError(f"there is no folder {root}")
    if not (root / "content").is_dir():
        cure = "go to a timeline project, name one with --root, or begin one with timeline init"
        raise SettingsError(f"{root} holds no folder content/: {cure}")
    return Project(root)


def find_root(start: Path) -> Path:
    """The nearest folder, from `start` upwards, that holds `content/site.yaml`; `start` itself where none does."""
    return next((folder for folder in (start, *start.parents) if (folder / "content" / "site.yaml").is_file()), start)
