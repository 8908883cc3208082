"""A build writes what an edit changes and no more, wherever and whenever it runs."""

import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import build
from generator.config import BuildOptions, Project, shipped_layouts
from generator.summary import Summary
from generator.urls import SEARCH_FOLDER

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

ENTRY = "---\ntitle: {title}\ndate: {date}\npublished: 2023-01-01\n---\n\nBody of {title}.\n"
PICTURE = "---\ntitle: Mai\ndate: 2022-05-01\nactors: [anna]\nmedia: [{src: images/a.png, alt: A bridge}]\n---\n"
PROJECT: dict[str, str | bytes] = {
    "content/actors.yaml": "anna: {kind: person, name: {fr: Anna, en: Anna}}\n",
    "content/pages/method.md": "---\ntitle: Méthode\n---\n\nTexte.\n",
    "content/images/a.png": b"one",
    "content/entries/may.md": PICTURE,
    **{
        f"content/entries/{year}.md": ENTRY.format(title=f"L’an {year}", date=f"{year}-01-12")
        for year in range(2015, 2022)
    },
}


def built(root: Path, out: Path) -> Summary:
    return build(Project(root), BuildOptions(out, "2023-01-01"), lambda _stage, _length: lambda: None)


def site(out: Path) -> dict[str, bytes]:
    paths = (path for path in out.rglob("*") if path.is_file() and ".timeline" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in paths}


def edit(root: Path, files: Mapping[str, str | bytes | None]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


@pytest.mark.parametrize(
    ("changed", "written"),
    [
        (
            {"content/entries/2018.md": ENTRY.format(title="L’an 2018", date="2018-01-12") + "More.\n"},
            {
                *("entries/2018/index.html", "embed/entries/2018/index.html", "feed.xml", "feed.json"),
                *("data/entries.json", "data/timeline.json", "data/timeline.csv"),
            },
        ),
        (
            {"content/entries/2018.md": ENTRY.format(title="Autrement", date="2018-01-12")},
            {
                *(f"entries/{year}/index.html" for year in (2017, 2018, 2019)),
                *("2018/index.html", "timeline/index.html", "index.html", "types/other/index.html"),
                *(f"embed/{name}/index.html" for name in ("entries/2018", "years/2018", "timeline", "types/other")),
                *(f"oembed/entries/2018.{form}" for form in ("json", "xml")),
                *("feed.xml", "feed.json", "timeline.ics"),
                *(f"data/{name}.{form}" for name in ("entries", "timeline") for form in ("json", "csv")),
                *("data/citations.json", "data/citations.bib"),
            },
        ),
    ],
    ids=["a body", "a title"],
)
def test_one_edit_writes_only_the_pages_that_show_it(
    changed: Mapping[str, str], written: set[str], write_site: WriteSite, tmp_path: Path
) -> None:
    """A body is on its page, in the feeds and in some data; a title also on its neighbours, in lists and all data."""
    root = write_site(PROJECT)
    built(root, tmp_path / "out")
    edit(root, changed)
    now = {name for name in built(root, tmp_path / "out").written if not name.startswith(SEARCH_FOLDER)}
    assert now == written | {f"en/{name}" for name in written}


def test_another_base_url_is_another_site(write_site: WriteSite, tmp_path: Path) -> None:
    """What was built for one address is not taken for what belongs to the other."""
    project, out = Project(write_site(PROJECT)), tmp_path / "out"
    options = BuildOptions(out, "2023-01-01")
    for base_url in ("https://a.example/", "https://b.example/", "https://a.example/"):
        build(project, replace(options, base_url=base_url), lambda _stage, _length: lambda: None)
        assert base_url.encode() in site(out)["feed.xml"]


def test_two_places_make_the_same_bytes(write_site: WriteSite, tmp_path: Path) -> None:
    """Nothing of the machine, of the time or of the folder is on a page."""
    root, elsewhere = write_site(PROJECT), tmp_path / "elsewhere" / "else"
    shutil.copytree(root, elsewhere)
    shutil.copytree(shipped_layouts(), elsewhere / "layouts")
    for path in elsewhere.rglob("*.md"):
        path.touch()
    built(root, tmp_path / "one")
    built(elsewhere, tmp_path / "two")
    assert site(tmp_path / "one") == site(tmp_path / "two")
