"""What stands within a page: made small, a project's own first, and nothing that would end it early."""

from pathlib import Path

import pytest

from generator.config import shipped_layouts
from generator.errors import SettingsError
from generator.render.inline import Inline

SHIPPED = shipped_layouts()


def layouts(root: Path, **files: bytes) -> Inline:
    """The shipped layouts with files of a project's own before them."""
    for name, data in files.items():
        path = root / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return Inline((root, SHIPPED))


def test_styles_and_scripts_lose_what_only_their_authors_need(tmp_path: Path) -> None:
    inline = layouts(tmp_path, inline__a_css=b"/* why */\np {\n  margin: 0;\n}\n", inline__b_js=b"// why\nlet a = 1;\n")
    assert (inline["a.css"], inline["b.js"]) == ("p{margin:0}", "let a=1;\n")


def test_a_projects_own_file_stands_before_the_shipped_one(tmp_path: Path) -> None:
    """Also a part of the style sheet, whose colours a frame has too."""
    inline = layouts(tmp_path, inline__frame_css=b"p{}", assets__css__tokens_css=b"a{}")
    assert (inline["frame.css"], inline["tokens.css"]) == ("p{}", "a{}")
    assert inline["list.js"] == Inline((SHIPPED,))["list.js"]
    assert inline.digest != Inline((SHIPPED,)).digest


def test_only_styles_and_scripts_stand_within_a_page(tmp_path: Path) -> None:
    inline = layouts(tmp_path, inline__note_txt=b"note")
    assert inline["frame.js"]
    with pytest.raises(KeyError):
        inline["note.txt"]


@pytest.mark.parametrize("end", ["</script>", "</Style >", "<!--"])
def test_what_would_end_its_element_early_is_refused(tmp_path: Path, end: str) -> None:
    inline = layouts(tmp_path, inline__frame_js=f"let end = '{end}';".encode())
    with pytest.raises(SettingsError, match=r"frame\.js in the layouts holds"):
        inline["frame.js"]


def test_a_file_of_another_encoding_is_named(tmp_path: Path) -> None:
    inline = layouts(tmp_path, inline__frame_css=b"\xe9")
    with pytest.raises(SettingsError, match=r"inline/frame\.css is not UTF-8"):
        inline["frame.css"]
