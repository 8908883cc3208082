"""Themes and periods are added below what is there, which stays as it is."""

from pathlib import Path

import pytest

from generator.errors import ContentError
from generator.intake.additions import with_periods, with_themes

THEME = {"name": {"en": "Works"}}
PERIOD = {"id": "b", "title": "B", "from": "2018"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"works:\n  name:\n    en: Works\n"),
        (b"# mine\na: {name: A} # too\n", b"# mine\na: {name: A} # too\nworks:\n  name:\n    en: Works\n"),
        (b"a: {name: A}", b"a: {name: A}\nworks:\n  name:\n    en: Works\n"),
        (b"\xef\xbb\xbfa: {name: A}\r\n", b"\xef\xbb\xbfa: {name: A}\r\nworks:\r\n  name:\r\n    en: Works\r\n"),
        (b"# none yet\n", b"# none yet\nworks:\n  name:\n    en: Works\n"),
    ],
)
def test_a_theme_stands_below_those_that_are_there(before: bytes, after: bytes, tmp_path: Path) -> None:
    path = tmp_path / "themes.yaml"
    if before:
        path.write_bytes(before)
    found = with_themes(path, "content/themes.yaml", {"works": THEME})
    assert (found.data, found.ids) == (after, ("works",))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"- id: b\n  title: B\n  from: '2018'\n"),
        (b"- id: a\n  title: A\n", b"- id: a\n  title: A\n- id: b\n  title: B\n  from: '2018'\n"),
        (b"# c\n  - {id: a}\n# d\n", b"# c\n  - {id: a}\n# d\n  - id: b\n    title: B\n    from: '2018'\n"),
    ],
)
def test_a_period_stands_below_those_that_are_there(before: bytes, after: bytes, tmp_path: Path) -> None:
    path = tmp_path / "periods.yaml"
    path.write_bytes(before)
    assert with_periods(path, "content/periods.yaml", [PERIOD]).data == after


@pytest.mark.parametrize(
    "before", [b"{a: {name: A}}\n", b"a: {name: A}\n...\n", b"a:\n  name: |\n    A\n b", b"works: {}\n"]
)
def test_a_file_that_would_not_hold_both_is_refused(before: bytes, tmp_path: Path) -> None:
    path = tmp_path / "themes.yaml"
    path.write_bytes(before)
    with pytest.raises(ContentError) as error:
        with_themes(path, "content/themes.yaml", {"works": THEME})
    assert "works cannot be added at the end of this file" in error.value.problems[0].message


def test_a_list_between_brackets_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "periods.yaml"
    path.write_bytes(b"[{id: a}]\n")
    with pytest.raises(ContentError):
        with_periods(path, "content/periods.yaml", [PERIOD])


def test_nothing_to_add_is_no_fault_of_any_file(tmp_path: Path) -> None:
    path = tmp_path / "themes.yaml"
    path.write_bytes(b"{a: {name: A}}\n")
    assert with_themes(path, "content/themes.yaml", {}).ids == ()
