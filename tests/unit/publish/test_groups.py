"""Files that are made together are made again only where one of them has to be."""

from collections.abc import Mapping
from pathlib import Path

from generator.files import Deed, Group, Output
from generator.publish.publish import publish

ONE = {"index/a": "a", "index/b": "b"}
PAGE = [Output("index.html", "1", lambda: b"Home")]


class Made:
    """A group, and how often it was drawn."""

    def __init__(self, fingerprint: str, files: Mapping[str, str]) -> None:
        self.times = 0
        self._files = files
        self.group = Group(fingerprint, self._draw)

    def _draw(self) -> dict[str, bytes]:
        self.times += 1
        return {name: text.encode() for name, text in self._files.items()}


def bring(out: Path, fingerprint: str = "1", files: Mapping[str, str] = ONE, *, cache: bool = True) -> Made:
    made = Made(fingerprint, files)
    publish(PAGE, out, groups=[made.group], cache=cache)
    return made


def texts(out: Path) -> dict[str, str]:
    files = [path for path in (out / "index").iterdir() if path.is_file()]
    return {path.relative_to(out).as_posix(): path.read_text() for path in files}


def test_a_group_is_drawn_once(tmp_path: Path) -> None:
    """All its files land, before the pages that use them."""
    made = Made("1", ONE)
    assert [*publish(PAGE, tmp_path, groups=[made.group])] == ["index/a", "index/b", "index.html"]
    assert (made.times, texts(tmp_path)) == (1, ONE)


def test_a_group_of_a_known_fingerprint_is_not_drawn_again(tmp_path: Path) -> None:
    bring(tmp_path)
    made = Made("1", ONE)
    deeds = publish(PAGE, tmp_path, groups=[made.group])
    assert made.times == 0
    assert set(deeds.values()) == {Deed.UNCHANGED}
    assert deeds.keys() == {"index.html", *ONE}


def test_a_group_of_another_fingerprint_is_drawn_and_what_it_no_longer_has_goes(tmp_path: Path) -> None:
    bring(tmp_path)
    assert bring(tmp_path, "2", {"index/a": "a", "index/c": "c"}).times == 1
    assert texts(tmp_path) == {"index/a": "a", "index/c": "c"}


def test_a_file_that_is_gone_or_was_edited_comes_back(tmp_path: Path) -> None:
    """Its whole group is drawn, once."""
    bring(tmp_path)
    (tmp_path / "index" / "a").unlink()
    assert bring(tmp_path).times == 1
    (tmp_path / "index" / "b").write_text("edited")
    assert bring(tmp_path).times == 1
    assert texts(tmp_path) == ONE


def test_a_group_is_drawn_anew_without_the_cache(tmp_path: Path) -> None:
    bring(tmp_path)
    assert bring(tmp_path, cache=False).times == 1


def test_a_group_that_is_left_out_goes(tmp_path: Path) -> None:
    bring(tmp_path)
    publish(PAGE, tmp_path)
    assert not (tmp_path / "index").exists()


def test_a_file_that_must_come_anew_is_drawn_after_all(tmp_path: Path) -> None:
    """Where a page of almost the same name goes first, the two may be one file to the system."""
    made = Made("1", ONE)
    publish([*PAGE, Output("INDEX/A", "1", lambda: b"A")], tmp_path, groups=[made.group])
    again = Made("1", ONE)
    publish(PAGE, tmp_path, groups=[again.group])
    assert texts(tmp_path) == ONE
