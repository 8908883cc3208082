"""Style sheets and images: named by their content, a project's own before the shipped one."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.config import shipped_layouts
from generator.errors import SettingsError
from generator.render.assets import STYLE_SHEET, addresses_of, collect_assets

PARTS = ("tokens", "base", "chronology", "entry", "print")


def layouts(folder: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        path = folder / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def whole(folder: Path, **changed: str) -> Path:
    """Layouts with every part of the style sheet."""
    return layouts(folder, {f"css/{part}.css": f"{changed.get(part, part)} {{}}\n" for part in PARTS})


def test_the_style_sheet_is_its_parts_in_their_order(tmp_path: Path) -> None:
    """One file, and print last, so that it has the last word."""
    (style,) = collect_assets([whole(tmp_path)])
    assert style.name == STYLE_SHEET
    assert style.data.decode().split("\n") == [*(f"{part} {{}}" for part in PARTS), ""]


def test_a_name_changes_with_the_content_and_only_with_it(tmp_path: Path) -> None:
    """So that a browser may keep a file for ever."""
    one, same, other = (
        addresses_of(collect_assets([folder]))[STYLE_SHEET]
        for folder in (whole(tmp_path / "1"), whole(tmp_path / "2"), whole(tmp_path / "3", entry="other"))
    )
    assert one == same != other


def test_a_project_s_own_file_stands_before_the_shipped_one(tmp_path: Path) -> None:
    """Part by part and image by image; what it does not have is the shipped one."""
    shipped = layouts(whole(tmp_path / "shipped"), {"img/a.svg": "shipped", "img/b.svg": "shipped"})
    own = layouts(tmp_path / "own", {"css/base.css": "own {}", "img/b.svg": "own", "img/c.svg": "own"})
    assets = {asset.name: asset.data.decode() for asset in collect_assets([own, shipped])}
    assert assets.pop(STYLE_SHEET).split("\n")[:3] == ["tokens {}", "own {}", "chronology {}"]
    assert assets == {"img/a.svg": "shipped", "img/b.svg": "own", "img/c.svg": "own"}


def test_a_part_that_is_missing_is_named(tmp_path: Path) -> None:
    """Layouts without it are no layouts."""
    folder = whole(tmp_path)
    (folder / "assets/css/entry.css").unlink()
    with pytest.raises(SettingsError, match=r"layouts/assets/css/entry\.css is missing"):
        collect_assets([folder])


def test_every_part_that_is_shipped_is_in_the_style_sheet() -> None:
    """No style sheet lies in the layouts unused."""
    shipped = {path.stem for path in (shipped_layouts() / "assets/css").iterdir()}
    assert shipped == set(PARTS)
