"""Style sheets, images and other files of the layouts and the content, under the names they are published with."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rcssmin import cssmin  # type: ignore[import-untyped] # it has no types

from generator import urls
from generator.errors import SettingsError
from generator.files import Output
from generator.render.scripts import small
from generator.urls import Address

STYLE_SHEET = "css/site.css"
_FIRST = ("tokens", "base", "chronology", "overview", "filters", "topics", "entry", "sequence", "map", "search")
_LAST = "print"
_DIGEST_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is published as it is; `name` is what templates or entries call it, `digest` that of its bytes."""

    name: str
    address: Address
    digest: str
    read: Callable[[], bytes]

    def output(self) -> Output:
        """The asset as a file to be."""
        return Output(urls.file_of(self.address), self.digest, self.read)


def collect_assets(layouts: Iterable[Path]) -> tuple[Asset, ...]:
    """The one style sheet made of all parts in `css/`, and every other file below `assets/` under a hashed name.

    A project's own file stands before the shipped one of the same name. Hidden files are left out. Style sheets and
    scripts are made small. Raises `SettingsError` where a part of the shipped style sheet is missing.
    """
    found = {name: path for folder in reversed([*layouts]) for name, path in _files(folder / "assets")}
    parts = {PurePosixPath(name).stem: path for name, path in found.items() if _is_part(name)}
    styles = "".join(f"{small_style(source_of(path))}\n" for path in _in_order(parts)).encode()
    others = [_hashed(name, _reader(found[name])) for name in sorted(found) if not _is_part(name)]
    return (_hashed(STYLE_SHEET, lambda: styles), *others)


def collect_pictures(sources: Iterable[str], content: Path) -> tuple[Asset, ...]:
    """The pictures that entries show, each once, by their paths below `content/`."""
    return tuple(_picture(source, content / source) for source in sorted({*sources}))


def _picture(source: str, path: Path) -> Asset:
    return Asset(source, urls.media(source), _digest(path.read_bytes), path.read_bytes)


def addresses_of(assets: Iterable[Asset]) -> Mapping[str, Address]:
    """Where each asset is published, by the name templates call it."""
    return {asset.name: asset.address for asset in assets}


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """All files below a folder with their names there, but what is hidden, such as what a desktop leaves behind."""
    for path in folder.rglob("*"):
        inner = path.relative_to(folder)
        if path.is_file() and not any(part.startswith(".") for part in inner.parts):
            yield inner.as_posix(), path


def _is_part(name: str) -> bool:
    """Whether a file of the assets is joined to the style sheet."""
    return PurePosixPath(name).match("css/*.css") and name.count("/") == 1


def _in_order(parts: Mapping[str, Path]) -> list[Path]:
    """The shipped parts in their order, then those that a project adds, by name; print has the last word."""
    missing = {*_FIRST, _LAST} - parts.keys()
    if missing:
        raise SettingsError(f"layouts/assets/css/{min(missing)}.css is missing")
    added = sorted(parts.keys() - {*_FIRST, _LAST})
    return [parts[name] for name in (*_FIRST, *added, _LAST)]


def small_style(style: str) -> str:
    """A style sheet without comments and white space, on one line."""
    return str(cssmin(style))


def _reader(path: Path) -> Callable[[], bytes]:
    """What reads an asset as it is published."""
    return (lambda: small(source_of(path)).encode()) if path.suffix == ".js" else path.read_bytes


def source_of(path: Path) -> str:
    """The text of a style sheet or script. Raises `SettingsError`."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise SettingsError(f"{path} is not UTF-8") from error


def _hashed(name: str, read: Callable[[], bytes]) -> Asset:
    """An asset under a name that changes with its content."""
    path, digest = PurePosixPath(name), _digest(read)
    return Asset(name, urls.asset(f"{path.stem}.{digest[:_DIGEST_LENGTH]}{path.suffix}"), digest, read)


def _digest(read: Callable[[], bytes]) -> str:
    return hashlib.sha256(read()).hexdigest()
