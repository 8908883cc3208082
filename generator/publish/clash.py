"""Files that cannot stand beside one another: `x` and `x/index.html`, or `A.png` and `a.png` on many file systems."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath
from unicodedata import normalize


def folded(name: str) -> str:
    """A name as file systems know it that tell neither case nor composed characters apart."""
    return normalize("NFC", name).casefold()


def parents(name: str) -> Iterator[str]:
    """The folders that a file stands in, but the one it is counted from."""
    return (parent.as_posix() for parent in PurePosixPath(name).parents if parent.name)


def clashing(going: Collection[str], coming: Iterable[str]) -> dict[str, str]:
    """Those of `going` that must be gone before all of `coming` can stand, by their folded names."""
    if not going:
        return {}
    files = {folded(name) for name in coming}
    taken = files.union(*(parents(name) for name in files))
    names = {folded(name): name for name in going}
    return {key: name for key, name in names.items() if key in taken or not files.isdisjoint(parents(key))}


def obstacle(out: Path, coming: Iterable[str], going: Iterable[str]) -> Path | None:
    """What stands where a file of `coming`, or a folder for it, must be, once all of `going` is gone; None if nothing.

    Files that stand in the very place of a file are not looked at.
    """
    names = [folded(name) for name in going]
    free = {*names}.union(*(parents(name) for name in names))
    files = {*coming}
    folders = set[str]().union(*(parents(name) for name in files))
    in_place_of_folders = (out / name for name in sorted(folders) if not (out / name).is_dir())
    in_folders = (each for name in sorted(files) if (out / name).is_dir() for each in _all(out / name))
    found = (*in_place_of_folders, *in_folders)
    return next((path for path in found if _is_there(path) and not _is_free(path, out, free)), None)


def _all(folder: Path) -> Iterator[Path]:
    yield folder
    yield from folder.rglob("*")


def _is_there(path: Path) -> bool:
    return path.is_symlink() or path.exists()


def _is_free(path: Path, out: Path, free: set[str]) -> bool:
    return folded(path.relative_to(out).as_posix()) in free
