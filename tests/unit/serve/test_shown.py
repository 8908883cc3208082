"""Which bytes are shown while a build brings the site up to date."""

from pathlib import Path

import pytest

from generator.files import Draw
from generator.serve.shown import IN_PLACE, ShownSite


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with a file beside it, of which no build knows."""
    for name in ("index.html", "old/index.html", "search/index.js"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(f"file {name}")
    (tmp_path / "site" / "link").symlink_to(tmp_path)
    return tmp_path / "site"


def plan(*names: str) -> dict[str, Draw]:
    return {name: f"plan {name}".encode for name in names}


def read(site: ShownSite, path: str) -> str:
    try:
        return site.read(path.split("/")).decode()
    except OSError:
        return "nothing"


def test_what_is_planned_is_shown_before_its_file_is_in_place(folder: Path) -> None:
    """And what no plan knows as it stands."""
    site = ShownSite(folder)
    site.expect(plan("index.html", "new/index.html"))
    paths = ("index.html", "new/index.html", "old/index.html", "search/index.js")
    assert [read(site, path).split()[0] for path in paths] == ["plan", "plan", "file", "file"]
    assert (site.is_folder(["new"]), site.is_folder(["old"]), site.is_folder(["newer"])) == (True, True, False)


def test_what_was_planned_before_and_no_longer_is_gone_at_once(folder: Path) -> None:
    site = ShownSite(folder)
    site.expect(plan("index.html", "old/index.html"))
    site.plan = IN_PLACE
    assert read(site, "old/index.html") == "file old/index.html"
    site.expect(plan("index.html"))
    assert read(site, "old/index.html") == "nothing"


def test_what_two_plans_leave_out_is_gone_as_long_as_no_build_has_removed_it(folder: Path) -> None:
    site = ShownSite(folder)
    for names in (("index.html", "old/index.html"), ("index.html",), ("index.html", "new/index.html")):
        site.expect(plan(*names))
    assert read(site, "old/index.html") == "nothing"
    site.expect(plan("old/index.html"))
    assert read(site, "old/index.html") == "plan old/index.html"


def test_once_the_files_are_in_place_they_are_shown(folder: Path) -> None:
    """Or, where the build has failed, those of the last good one."""
    site = ShownSite(folder)
    site.expect(plan("index.html", "new/index.html"))
    site.plan = IN_PLACE
    assert [read(site, path) for path in ("index.html", "new/index.html")] == ["file index.html", "nothing"]
    assert not site.is_folder(["new"])


def test_a_file_that_cannot_be_drawn_is_shown_as_it_stands(folder: Path) -> None:
    site = ShownSite(folder)
    site.expect({"index.html": lambda: bytes(1 // 0), "new/index.html": lambda: bytes(1 // 0)})
    assert [read(site, path) for path in ("index.html", "new/index.html")] == ["file index.html", "nothing"]


def test_a_site_is_there_as_soon_as_it_is_planned(tmp_path: Path) -> None:
    site = ShownSite(tmp_path)
    assert not site.is_there
    site.expect(plan("index.html"))
    assert site.is_there


def test_whether_others_were_expected_before_is_told(folder: Path) -> None:
    site = ShownSite(folder)
    assert [site.expect(plan("index.html")) for _ in range(3)] == [False, True, True]


@pytest.mark.parametrize("path", [".timeline/x", "../secret", "link/secret", "link", "a\0b", "", "/"])
def test_nothing_hidden_and_nothing_elsewhere_is_shown_though_it_were_planned(folder: Path, path: str) -> None:
    (folder.parent / "secret").write_text("secret")
    site = ShownSite(folder)
    site.expect(plan(path))
    assert read(site, path) == "nothing"
