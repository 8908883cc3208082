"""A whole site, byte for byte as it was last approved. `pytest --refresh tests/golden` writes it anew.

Pictures are kept as the drawings they are made of, which can be read; their pixels are the work of a library.
"""

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from generator.build import build
from generator.config import BuildOptions, Project
from generator.load.memory import Memory
from generator.publish.manifest import FOLDER
from generator.urls import SEARCH_FOLDER

HERE = Path(__file__).resolve().parent / "site"
DRAWN = re.compile(r"(pictures/.+)\.png")
WITHIN = re.compile(rb"(?<=\n)<(style|script)>.*?</\1>", re.DOTALL)
HASH_SOURCE = re.compile(rb"(?<='sha256-)[\w+/=]+")
HASHED_NAME = re.compile(rb"(assets/[\w-]+)\.[0-9a-f]{10}(?=\.\w+)")


def plain(data: bytes) -> bytes:
    """Without the hashes of assets, and what stands within a page: so a new style sheet or script does not change every
    page."""
    return HASHED_NAME.sub(rb"\1", HASH_SOURCE.sub(b"", WITHIN.sub(rb"<\1></\1>", data)))


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a site but the tool's own, and the index of its search, which no reviewer can read."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {
        DRAWN.sub(r"\1.svg", plain(path.as_posix().encode()).decode()): plain((folder / path).read_bytes())
        for path in paths
        if path.parts[0] != FOLDER and not path.as_posix().startswith(SEARCH_FOLDER)
    }


def as_drawn(svg: str, faces: Iterable[Path]) -> bytes:
    """A picture before it is one of pixels."""
    assert [*faces]
    return svg.encode()


def test_the_golden_site_is_as_it_was_approved(refresh: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page is missing, none is new, and none says anything else."""
    monkeypatch.setattr("generator.render.draw.png", as_drawn)
    options = BuildOptions(tmp_path, "2023-06-01")
    build(Project(HERE / "project"), options, lambda _stage, _length: lambda: None, memory=Memory())
    built = files(tmp_path)
    if refresh:
        shutil.rmtree(HERE / "expected", ignore_errors=True)
        for name, data in built.items():
            path = HERE / "expected" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    expected = files(HERE / "expected")
    assert built.keys() == expected.keys()
    assert not [name for name in built if built[name] != expected[name]], "pytest --refresh tests/golden, and read it"
