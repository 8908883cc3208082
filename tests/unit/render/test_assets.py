"""Style sheets and images: named by their content, a project's own before the shipped one."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.config import shipped_layouts
from generator.errors import SettingsError
from generator.render.assets import STYLE_SHEET, addresses_of, collect_assets, collect_pictures

PARTS = ("tokens", "base", "chronology", "overview", "filters", "topics", "entry", "sequence", "map", "search", "print")


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
    assert style.read().decode().split("\n") == [*(f"{part}{{}}" for part in PARTS), ""]


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
    assets = {asset.name: asset.read().decode() for asset in collect_assets([own, shipped])}
    assert assets.pop(STYLE_SHEET).split("\n")[:3] == ["tokens{}", "own{}", "chronology{}"]
    assert assets == {"img/a.svg": "shipped", "img/b.svg": "own", "img/c.svg": "own"}


def test_a_project_s_own_parts_are_joined_after_the_shipped_ones_and_before_print(tmp_path: Path) -> None:
    """By name, so that a few rules of one's own need no copy of a shipped part."""
    own = layouts(tmp_path / "own", {"css/own.css": "own {}", "css/more.css": "more {}"})
    style = collect_assets([own, whole(tmp_path / "shipped")])[0].read().decode()
    names = "tokens base chronology overview filters topics entry sequence map search more own print"
    assert style.split() == [f"{name}{{}}" for name in names.split()]


def test_every_other_file_is_published_whatever_folder_it_lies_in(tmp_path: Path) -> None:
    """Under the name that templates call it; nothing is passed by in silence."""
    names = ["css/parts/a.css", "css/notes.txt", "fonts/a.woff2", "img/flags/fr.svg", "top.txt"]
    folder = layouts(whole(tmp_path), dict.fromkeys(names, "x"))
    addresses = addresses_of(collect_assets([folder]))
    assert addresses.keys() == {STYLE_SHEET, *names}
    assert addresses["img/flags/fr.svg"] == "/assets/fr.2d711642b7.svg"


@pytest.mark.parametrize("name", ["img/.DS_Store", "css/.base.css.swp", "css/.own.css", ".git/a.css", "img/.c/a.svg"])
def test_hidden_files_are_no_assets(name: str, tmp_path: Path) -> None:
    """Desktops and editors leave them behind."""
    (style,) = collect_assets([layouts(whole(tmp_path / "a"), {name: "x"})])
    assert style.digest == collect_assets([whole(tmp_path / "b")])[0].digest


def test_a_picture_that_many_entries_show_is_one_file(tmp_path: Path) -> None:
    """At its path below content/."""
    (tmp_path / "images").mkdir()
    for name in ("a", "b"):
        (tmp_path / f"images/{name}.png").write_text(name)
    pictures = collect_pictures(["images/b.png", "images/a.png", "images/b.png"], tmp_path)
    assert [(each.address, each.read()) for each in pictures] == [
        ("/media/images/a.png", b"a"),
        ("/media/images/b.png", b"b"),
    ]


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


def test_a_script_is_published_without_what_a_browser_has_no_need_of(tmp_path: Path) -> None:
    own = layouts(whole(tmp_path), {"js/own.js": "// Why.\nlet a = 1;\n"})
    assert [asset.read() for asset in collect_assets([own]) if asset.name == "js/own.js"] == [b"let a=1;\n"]


def test_a_style_sheet_or_script_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    """By its path, in whatever folder it lies."""
    for name in ("css/base.css", "js/own.js", "js/of/others/own.js"):
        folder = whole(tmp_path / name)
        path = folder / "assets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"// \xe9")
        with pytest.raises(SettingsError) as fault:
            collect_assets([folder])
        assert str(fault.value) == f"{path} is not UTF-8"
