"""Text in pictures: measured, broken into lines that fit, and set in a project's own faces first."""

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config import shipped_layouts
from generator.errors import SettingsError
from generator.render.faces import Face, Faces

FONTS = shipped_layouts() / "fonts"
DISPLAY = Face(FONTS / "display.ttf")
WIDTH, SIZES = 1056, ((88, 2), (72, 3), (58, 4))

WORDS = st.text("aiwmАЖЩїґєéœßÀ’'.,:;!?«»–—-\u00a0\u202f", min_size=1, max_size=40)
TITLES = st.lists(WORDS | st.text(min_size=1, max_size=12), max_size=40).map(" ".join)


def lines(text: str, *sizes: tuple[int, int]) -> tuple[str, ...]:
    return DISPLAY.fitted(text, WIDTH, sizes or SIZES).texts


def squeezed(text: str) -> str:
    """Without spaces, which lines do not keep where they break."""
    return re.sub(r"\s", "", text)


@given(TITLES)
def test_any_title_gives_lines_that_fit(title: str) -> None:
    """In width and in number; and all of it is there, or an ellipsis says that it is not."""
    found = DISPLAY.fitted(title, WIDTH, SIZES)
    assert all(DISPLAY.width(line, found.size) <= WIDTH for line in found.texts)
    assert 1 <= len(found.texts) <= dict(SIZES)[found.size]
    assert squeezed("".join(found.texts)) == squeezed(title) or any(line.endswith("…") for line in found.texts)


@given(st.lists(st.text("aжї", min_size=1, max_size=9), min_size=1, max_size=12).map(" ".join))
def test_a_title_that_has_room_is_whole(title: str) -> None:
    """And no word is broken."""
    assert " ".join(lines(title)) == title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Genève, Bruxelles, Vienne : janvier 2022", ("Genève, Bruxelles,", "Vienne : janvier 2022")),
        ("Russie–OTAN, la séquence diplomatique", ("Russie–OTAN,", "la séquence diplomatique")),
        ("Россия — НАТО: дипломатическая хроника", ("Россия — НАТО:", "дипломатическая хроника")),
        ("Une séquence que l’on dit tout à fait « ouverte »", ("Une séquence que l’on dit", "tout à fait « ouverte »")),
    ],
)
def test_lines_break_where_a_typesetter_would(title: str, expected: tuple[str, ...]) -> None:
    """Not after a short word, not before a sign or a dash, nor within quotation marks; all lines are about as long."""
    assert lines(title) == expected


def test_a_title_takes_the_first_size_that_has_room_for_it() -> None:
    """A long one is set smaller, in more lines."""
    long = "От приостановки сотрудничества до приостановки работы российской миссии"
    assert [DISPLAY.fitted(title, WIDTH, SIZES).size for title in ("Талин", "Мадрид " * 6, long)] == [88, 72, 58]


def test_what_has_no_room_gives_way_to_an_ellipsis() -> None:
    """After a word where there is one, else within it."""
    assert lines("Un mot, puis tous les autres mots qui suivent", (88, 1)) == ("Un mot, puis tous les…",)
    assert lines("Un mot, puissant", (200, 1)) == ("Un mot…",)
    assert re.fullmatch(r"x+…", lines("x" * 400)[0])
    assert re.fullmatch(r"x+…", lines(f"un {'x' * 400} deux")[1])


def test_a_letter_that_a_face_lacks_is_given_room() -> None:
    """Another face may draw it, no wider than a square."""
    assert DISPLAY.width("中", 100) == 100


def test_letters_that_no_face_has_are_known() -> None:
    """Each once, in the order of the text; white space needs no drawing."""
    assert Faces([shipped_layouts()]).lacking("Η Κύπρος, Київ и Paris\u202f: 和平和") == "ΗΚύπρος和平"


def test_the_shipped_faces_have_every_letter_of_the_content_and_the_interface() -> None:
    """In all four languages."""
    root = shipped_layouts().parent
    texts = [*root.glob("content/*.yaml"), *root.glob("layouts/i18n/*.po")]
    letters = {letter for path in texts for letter in path.read_text("utf-8") if letter.isprintable()}
    assert texts
    for name in ("display.ttf", "text.ttf"):
        face = Face(FONTS / name)
        assert not [letter for letter in letters if face.width(letter, 1) == 1], name


def test_a_project_s_own_face_stands_before_the_shipped_one(tmp_path: Path) -> None:
    """By the name of its file; what is no face is left alone."""
    own = tmp_path / "fonts"
    own.mkdir()
    shutil.copy(FONTS / "text.ttf", own / "display.ttf")
    shutil.copy(FONTS / "text.ttf", own / "more.ttf")
    faces, shipped = Faces([tmp_path, FONTS.parent]), Faces([FONTS.parent])
    assert sorted(faces.paths) == ["display.ttf", "more.ttf", "text.ttf"]
    assert (faces["display.ttf"].weight, shipped["display.ttf"].weight) == (400, 600)
    assert faces.digest != shipped.digest == Faces([FONTS.parent]).digest


def test_of_two_faces_that_have_a_letter_the_first_by_name_draws_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the order in which the file system lists them."""
    listed = [tmp_path / "fonts" / f"{name}.ttf" for name in "cab"]
    monkeypatch.setattr(Path, "glob", lambda _folder, _pattern: iter(listed))
    assert [*Faces([tmp_path]).paths] == ["a.ttf", "b.ttf", "c.ttf"]


@pytest.mark.parametrize("data", [b"", b"no font", (FONTS / "text.ttf").read_bytes()[:5000]])
def test_a_file_that_is_no_font_is_named(data: bytes, tmp_path: Path) -> None:
    """Also one that was cut off."""
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "display.ttf").write_bytes(data)
    with pytest.raises(SettingsError, match=r"layouts/fonts/display\.ttf is no font"):
        Faces([tmp_path])["display.ttf"]
