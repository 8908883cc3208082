"""Style sheets and images of the layouts, under names that change with their content."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator import urls
from generator.errors import SettingsError
from generator.urls import Address

STYLE_SHEET = "css/site.css"
_PARTS = ("tokens", "base", "chronology", "entry", "print")
_DIGEST_LENGTH = 10


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is published; `name` is what templates call it."""

    name: str
    address: Address
    data: bytes


def collect_assets(layouts: Iterable[Path]) -> tuple[Asset, ...]:
    """The one style sheet made of its parts, and all images. A project's own file stands before the shipped one."""
    folders = [folder / "assets" for folder in layouts]
    styles = b"\n".join(_find(folders, f"css/{part}.css").read_bytes().strip() for part in _PARTS) + b"\n"
    images = {path.name: path for folder in reversed(folders) for path in sorted(folder.glob("img/*"))}
    found = [_asset(f"img/{name}", path.read_bytes()) for name, path in sorted(images.items())]
    return (_asset(STYLE_SHEET, styles), *found)


def addresses_of(assets: Iterable[Asset]) -> Mapping[str, Address]:
    """Where each asset is published, by the name templates call it."""
    return {asset.name: asset.address for asset in assets}


def _find(folders: Iterable[Path], name: str) -> Path:
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
    raise SettingsError(f"layouts/assets/{name} is missing")


def _asset(name: str, data: bytes) -> Asset:
    path = PurePosixPath(name)
    digest = hashlib.sha256(data).hexdigest()[:_DIGEST_LENGTH]
    return Asset(name, urls.asset(f"{path.stem}.{digest}{path.suffix}"), data)
