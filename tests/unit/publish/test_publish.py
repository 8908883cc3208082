"""What `publish` does to a folder: it whole files, only where bytes differ, and nothing of anybody else's."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.errors import OutputError
from generator.files import Deed, Output
from generator.publish.publish import publish

SITE = {
    "assets/site.css": "p {}",
    "entries/geneva/index.html": "Geneva",
    "entries/vienna/index.html": "Vienna",
    "index.html": "Home",
}


def outputs(site: Mapping[str, str], drawn: list[str] | None = None) -> list[Output]:
    """A site as files to be. A file's text is its fingerprint too; the names of those drawn are put down in `drawn`."""

    def output(name: str, text: str) -> Output:
        def draw() -> bytes:
            (drawn if drawn is not None else []).append(name)
            return text.encode()

        return Output(name, text, draw)

    return [output(name, text) for name, text in site.items()]


def bring(site: Mapping[str, str], out: Path, *, cache: bool = True) -> dict[str, Deed]:
    return publish(outputs(site), out, cache=cache)


def files(out: Path) -> dict[str, str]:
    """All files of the folder but the tool's own."""
    paths = (path for path in sorted(out.rglob("*")) if path.is_file() and ".timeline" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_text() for path in paths}


def stamps(out: Path) -> dict[Path, tuple[int, int]]:
    """What changes when a file is written, the manifest too: its time, and the file itself."""
    stats = {path: path.stat() for path in out.rglob("*") if path.is_file() and path.name != "lock"}
    return {path: (stat.st_mtime_ns, stat.st_ino) for path, stat in stats.items()}


def test_all_files_are_written_in_the_order_given(tmp_path: Path) -> None:
    """What is linked to stands before what links to it."""
    assert list(publish(outputs(SITE), tmp_path).items()) == [(name, Deed.WRITTEN) for name in SITE]
    assert files(tmp_path) == SITE


def test_nothing_but_files_and_one_folder_of_its_own_is_left(tmp_path: Path) -> None:
    """No temporary file stays behind."""
    bring(SITE, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"assets", "entries", "index.html", ".timeline"}
    assert {path.name for path in (tmp_path / ".timeline").iterdir()} == {"lock", "manifest.json"}


def test_a_second_run_draws_nothing_and_touches_nothing(tmp_path: Path) -> None:
    """Not even the manifest."""
    bring(SITE, tmp_path)
    before, drawn = stamps(tmp_path), list[str]()
    assert publish(outputs(SITE, drawn), tmp_path) == dict.fromkeys(SITE, Deed.UNCHANGED)
    assert (drawn, stamps(tmp_path)) == ([], before)


def test_only_what_has_another_fingerprint_is_drawn_and_written(tmp_path: Path) -> None:
    """The others keep their time, so that a copy to a server is short."""
    bring(SITE, tmp_path)
    before, drawn = stamps(tmp_path), list[str]()
    edited = SITE | {"index.html": "Home again"}
    deeds = publish(outputs(edited, drawn), tmp_path)
    assert deeds == dict.fromkeys(SITE, Deed.UNCHANGED) | {"index.html": Deed.WRITTEN}
    assert drawn == ["index.html"]
    assert files(tmp_path) == edited
    touched = {path.name for path, stamp in stamps(tmp_path).items() if stamp != before[path]}
    assert touched == {"index.html", "manifest.json"}


def test_a_page_that_comes_out_the_same_is_not_written(tmp_path: Path) -> None:
    """A new fingerprint with the old bytes leaves the file as it stands, and is remembered."""
    bring(SITE, tmp_path)
    before, drawn = stamps(tmp_path)[tmp_path / "index.html"], list[str]()
    renewed = [Output(one.path, "new", one.draw) for one in outputs(SITE, drawn)]
    assert set(publish(renewed, tmp_path).values()) == {Deed.UNCHANGED}
    assert stamps(tmp_path)[tmp_path / "index.html"] == before
    drawn.clear()
    publish(renewed, tmp_path)
    assert not drawn


@pytest.mark.parametrize("spoilt", ["Hxme", "Home, edited", ""])
def test_a_page_that_was_edited_is_brought_back(spoilt: str, tmp_path: Path) -> None:
    """As long as it is made, a page says what it was drawn from."""
    bring(SITE, tmp_path)
    (tmp_path / "index.html").write_text(spoilt)
    os.utime(tmp_path / "index.html", (1, 1))
    assert bring(SITE, tmp_path)["index.html"] is Deed.WRITTEN
    assert files(tmp_path) == SITE


def test_a_page_that_was_deleted_is_brought_back(tmp_path: Path) -> None:
    """With the folder it stood in."""
    bring(SITE, tmp_path)
    (tmp_path / "entries/vienna/index.html").unlink()
    (tmp_path / "entries/vienna").rmdir()
    assert bring(SITE, tmp_path)["entries/vienna/index.html"] is Deed.WRITTEN
    assert files(tmp_path) == SITE


def test_without_cache_all_is_drawn_and_only_what_differs_written(tmp_path: Path) -> None:
    """Whatever the manifest says."""
    bring(SITE, tmp_path)
    before, drawn = stamps(tmp_path), list[str]()
    assert set(publish(outputs(SITE, drawn), tmp_path, cache=False).values()) == {Deed.UNCHANGED}
    assert drawn == list(SITE)
    assert {path for path, stamp in stamps(tmp_path).items() if stamp != before[path]} <= {
        tmp_path / ".timeline/manifest.json"
    }


def test_a_run_without_cache_is_remembered_like_any_other(tmp_path: Path) -> None:
    """The run after it draws nothing, and keeps an edited page that is no longer made."""
    bring(SITE, tmp_path)
    bring(SITE, tmp_path, cache=False)
    (tmp_path / "index.html").write_text("by hand")
    del (site := {**SITE})["index.html"]
    drawn = list[str]()
    deeds = publish(outputs(site, drawn), tmp_path)
    assert (drawn, deeds["index.html"]) == ([], Deed.KEPT)


def test_what_is_no_longer_made_is_removed_last_with_the_folders_it_leaves_empty(tmp_path: Path) -> None:
    """A page that linked to it has been written anew by then."""
    bring(SITE, tmp_path)
    deeds = list(publish(outputs({"index.html": "Alone"}), tmp_path).items())
    assert deeds[0] == ("index.html", Deed.WRITTEN)
    assert {*deeds[1:]} == {(name, Deed.REMOVED) for name in SITE if name != "index.html"}
    assert {path.name for path in tmp_path.iterdir()} == {"index.html", ".timeline"}


def test_a_file_of_somebody_else_is_never_touched(tmp_path: Path) -> None:
    """It stays, with its folder, also where a page beside it goes."""
    own = {"CNAME": "t.example", "entries/vienna/notes.txt": "mine", ".nojekyll": "", "empty/.keep": ""}
    for name, text in own.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    bring(SITE, tmp_path)
    bring({}, tmp_path)
    assert files(tmp_path) == own


@pytest.mark.parametrize("name", SITE)
def test_a_file_of_somebody_else_at_a_page_s_address_stops_all(name: str, tmp_path: Path) -> None:
    """It is named, and nothing has been written."""
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("mine")
    before = stamps(tmp_path)
    with pytest.raises(OutputError) as fault:
        bring(SITE, tmp_path)
    assert str(tmp_path / name) in str(fault.value)
    assert stamps(tmp_path) == before


def test_a_new_page_does_not_overwrite_a_file_of_somebody_else(tmp_path: Path) -> None:
    """Not in a folder that was built into before either; what stood stands."""
    bring(SITE, tmp_path)
    (tmp_path / "about.html").write_text("mine")
    before = stamps(tmp_path)
    with pytest.raises(OutputError, match=r"about\.html"):
        bring({"index.html": "New", "about.html": "About"}, tmp_path)
    assert stamps(tmp_path) == before


def test_a_file_of_somebody_else_that_says_the_same_stands_and_stays_theirs(tmp_path: Path) -> None:
    """It is in nobody's way, and it is not removed once it is no longer made."""
    bring({"index.html": "Home"}, tmp_path)
    (tmp_path / "robots.txt").write_text("Allow")
    deeds = bring({"index.html": "Home", "robots.txt": "Allow"}, tmp_path)
    assert deeds == {"index.html": Deed.UNCHANGED, "robots.txt": Deed.UNCHANGED}
    assert bring({"index.html": "Home"}, tmp_path) == {"index.html": Deed.UNCHANGED}
    assert files(tmp_path) == {"index.html": "Home", "robots.txt": "Allow"}


def test_a_link_is_no_page_of_ours(tmp_path: Path) -> None:
    """What it leads to is somebody's, whatever it says; a page that somebody made a link of is brought back."""
    (tmp_path / "theirs").write_text("Home")
    out = tmp_path / "out"
    out.mkdir()
    (out / "index.html").symlink_to(tmp_path / "theirs")
    with pytest.raises(OutputError, match=r"index\.html was not written by this tool: move or delete it"):
        bring({"index.html": "Home"}, out)
    (out / "index.html").unlink()
    bring({"index.html": "Home"}, out)
    (out / "index.html").unlink()
    (out / "index.html").symlink_to(tmp_path / "theirs")
    assert bring({"index.html": "Home"}, out) == {"index.html": Deed.WRITTEN}
    assert (tmp_path / "theirs").read_text() == "Home"


def test_an_edited_page_that_is_no_longer_made_is_kept_and_told_once(tmp_path: Path) -> None:
    """From then on it is its editor's."""
    bring(SITE, tmp_path)
    (tmp_path / "index.html").write_text("by hand")
    del (site := {**SITE})["index.html"]
    assert bring(site, tmp_path)["index.html"] is Deed.KEPT
    assert "index.html" not in bring(site, tmp_path)
    assert files(tmp_path) == site | {"index.html": "by hand"}


@pytest.mark.parametrize("path", ["../index.html", "/index.html", "a/../../b", "a\\b", "a//b", ".timeline/lock", "./a"])
def test_a_path_that_leads_out_of_the_site_is_refused(path: str, tmp_path: Path) -> None:
    """So is one among the tool's own files."""
    with pytest.raises(OutputError, match="no path below"):
        bring({path: "x"}, tmp_path / "out")
    assert not [each for each in tmp_path.rglob("*") if each.is_file() and each.name != "lock"]


def test_every_file_is_told_of_once_as_it_is_drawn_or_passed_by(tmp_path: Path) -> None:
    """For who watches."""
    told = list[int]()
    bring({"index.html": "Home"}, tmp_path)
    lengths = list[int]()

    def start(length: int) -> Callable[[], None]:
        lengths.append(length)
        return lambda: told.append(1)

    publish(outputs(SITE), tmp_path, start=start)
    assert lengths == [len(SITE)] == [len(told)]
