"""Files that cannot stand beside one another, between one site and the next."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.errors import OutputError
from generator.files import Output
from generator.publish.clash import clashing
from generator.publish.publish import publish

# What goes, what comes, and what of it must have gone before the rest can come.
CLASHES: dict[str, tuple[set[str], set[str], set[str]]] = {
    "nothing": ({"a", "b/c"}, {"d", "b/e"}, set()),
    "a file becomes a folder": ({"x", "y"}, {"x/index.html"}, {"x"}),
    "a folder becomes a file": ({"x/index.html", "x/y/z", "xy"}, {"x"}, {"x/index.html", "x/y/z"}),
    "another case": ({"media/Pont.png"}, {"media/pont.png"}, {"media/Pont.png"}),
    "another case of a folder": ({"entries/OTAN/index.html"}, {"entries/Otan/index.html"}, {"entries/OTAN/index.html"}),
    "letters composed otherwise": ({"e\u0301.png"}, {"\u00e9.png"}, {"e\u0301.png"}),
    "a file becomes a folder of another case": ({"X"}, {"x/index.html"}, {"X"}),
}

CHANGES = {
    "a file becomes a folder": ({"x": "old", "z": "z"}, {"x/index.html": "new", "z": "z"}),
    "a folder becomes a file": ({"x/index.html": "old", "x/y/z": "old"}, {"x": "new"}),
    "another case": ({"media/Pont.png": "old"}, {"media/pont.png": "new"}),
    "another case of the same": ({"media/Pont.png": "same"}, {"media/pont.png": "same"}),
    "another case of a folder": ({"OTAN/index.html": "old"}, {"otan/index.html": "old"}),
}


def outputs(site: Mapping[str, str]) -> list[Output]:
    return [Output(name, text, text.encode) for name, text in site.items()]


def files(out: Path) -> dict[str, str]:
    paths = (path for path in out.rglob("*") if path.is_file() and ".timeline" not in path.parts)
    return {path.relative_to(out).as_posix(): path.read_text() for path in paths}


@pytest.mark.parametrize(("going", "coming", "found"), CLASHES.values(), ids=CLASHES)
def test_what_must_be_gone_first_is_found(going: set[str], coming: set[str], found: set[str]) -> None:
    assert {*clashing(going, coming).values()} == found


@pytest.mark.parametrize(("before", "after"), CHANGES.values(), ids=CHANGES)
def test_a_site_may_change_into_one_that_could_not_stand_beside_it(
    before: Mapping[str, str], after: Mapping[str, str], tmp_path: Path
) -> None:
    """In both directions."""
    for site in (before, after, before):
        publish(outputs(site), tmp_path)
        assert files(tmp_path) == site


def test_what_has_another_case_is_removed_before_the_new_file_comes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or else it would be the new file that goes, where case does not tell names apart."""
    publish(outputs({"Pont.png": "old", "a.png": "a"}), tmp_path)
    placed = list[dict[str, str]]()
    replace = Path.replace

    def note_and_replace(path: Path, target: Path) -> Path:
        if target.name == "pont.png":
            placed.append(files(tmp_path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", note_and_replace)
    publish(outputs({"pont.png": "old"}), tmp_path)
    assert placed == [{"a.png": "a"}]


@pytest.mark.parametrize(
    ("theirs", "site"),
    [
        ("x", {"x/index.html": "new"}),
        ("x/notes.txt", {"x": "new"}),
        ("x/y/z/notes.txt", {"x/y": "new"}),
        ("x/y", {"x/y/z/index.html": "new"}),
    ],
)
def test_what_is_somebody_s_stops_all_before_anything_is_written(
    theirs: str, site: Mapping[str, str], tmp_path: Path
) -> None:
    """A file where a folder must be, or the reverse; also beside files of ours that go."""
    before = {"index.html": "old", **({} if theirs == "x" else {"x/ours.html": "old"})}
    publish(outputs(before), tmp_path)
    (tmp_path / theirs).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / theirs).write_text("mine")
    with pytest.raises(OutputError, match="stands where a page must go, and was not written by this tool"):
        publish(outputs({"index.html": "new", **site}), tmp_path)
    assert files(tmp_path) == before | {theirs: "mine"}


def test_a_page_that_was_edited_does_not_make_way(tmp_path: Path) -> None:
    """Neither as a file nor in a folder."""
    publish(outputs({"x": "old", "y/index.html": "old"}), tmp_path)
    (tmp_path / "x").write_text("edited")
    with pytest.raises(OutputError, match="stands where a page must go"):
        publish(outputs({"x/index.html": "new"}), tmp_path)
    (tmp_path / "y/index.html").write_text("edited")
    with pytest.raises(OutputError, match="stands where a page must go"):
        publish(outputs({"y": "new"}), tmp_path)
    assert files(tmp_path) == {"x": "edited", "y/index.html": "edited"}


def test_a_folder_that_is_empty_is_somebody_s_too(tmp_path: Path) -> None:
    (tmp_path / "index.html").mkdir()
    with pytest.raises(OutputError, match="stands where a page must go"):
        publish(outputs({"index.html": "new"}), tmp_path)
