"""What a reader loads stays small: this repository's own pages, in bytes as they lie on the disk."""

import re
import shutil
from pathlib import Path

import pytest

from generator.build import build
from generator.config import BuildOptions, open_project

ROOT = Path(__file__).resolve().parents[2]
SLUG = "2022-01-quatre-heures-de-discussion-et-une-impasse"
KILOBYTE = 1000


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository."""
    folder = tmp_path_factory.mktemp("sizes")
    for name in ("content", "seeds"):
        shutil.copytree(ROOT / name, folder / "project" / name)
    build(open_project(folder / "project"), BuildOptions(folder / "site", "2022-01-12"), lambda *_: lambda: None)
    return folder / "site"


@pytest.mark.parametrize(
    "page", ["index.html", f"entries/{SLUG}/index.html", "data/index.html"], ids=["home", "entry", "data"]
)
@pytest.mark.parametrize("edition", ["", "en/", "uk/", "ru/"])
def test_the_home_page_an_entry_and_the_page_of_the_data_are_at_most_60_kilobytes(
    site: Path, edition: str, page: str
) -> None:
    """In every language; Cyrillic letters take two bytes each."""
    assert (site / edition / page).stat().st_size <= 60 * KILOBYTE


@pytest.mark.parametrize("edition", ["", "en/", "uk/", "ru/"])
def test_a_frame_is_at_most_15_kilobytes_without_the_texts_of_entries(site: Path, edition: str) -> None:
    """A list and a sequence without their items, an entry without its text; with all their styles and scripts."""
    texts = re.compile(rb'(?<=data-precision=).*?</li>|(?<=<div class="text">).*?</div>\n</details>', re.DOTALL)
    frames = [path.read_bytes() for path in (site / edition / "embed").rglob("*/index.html")]
    assert len(frames) > 100
    assert max(len(texts.sub(b"", frame)) for frame in frames) <= 15 * KILOBYTE


def test_the_style_sheet_is_at_most_25_kilobytes(site: Path) -> None:
    assert 0 < sum(path.stat().st_size for path in site.rglob("*.css")) <= 25 * KILOBYTE


def test_all_scripts_but_those_of_the_search_are_at_most_15_kilobytes(site: Path) -> None:
    """The search page alone loads the others: its own, and those of Pagefind."""
    scripts = [path for path in (site / "assets").glob("*.js") if not path.name.startswith("search.")]
    scripts.append(site / "embed.js")
    assert {path.parent for path in site.rglob("*.js")} <= {site, site / "assets", site / "search/pagefind"}
    assert 0 < sum(path.stat().st_size for path in scripts) <= 15 * KILOBYTE


def test_the_script_of_the_builder_is_at_most_5_kilobytes(site: Path) -> None:
    (script,) = (site / "assets").glob("builder.*.js")
    assert 0 < script.stat().st_size <= 5 * KILOBYTE


def test_the_script_for_pages_of_others_is_at_most_2_kilobytes(site: Path) -> None:
    assert 0 < (site / "embed.js").stat().st_size <= 2 * KILOBYTE
