"""The article of the seed among the entries of this project: its day, what it reports, and what readers see of it."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import editions_of
from generator.config import Project
from generator.load.content import load
from generator.render.planned import Planned

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "2022-01-quatre-heures-de-discussion-et-une-impasse"
GENEVA, BRUSSELS, VIENNA = "2022-01-10-geneva-ssd", "2022-01-12-nato-russia-council", "2022-01-13-osce-vienna"


def project_with(tmp_path: Path, *slugs: str) -> Path:
    """The article and these entries of the project."""
    root = tmp_path / "project"
    shutil.copytree(ROOT / "content", root / "content", ignore=shutil.ignore_patterns("entries"))
    entries = root / "content" / "entries"
    entries.mkdir()
    for slug in (ARTICLE, *slugs):
        for path in (ROOT / "content" / "entries").glob(f"{slug}*.md"):
            shutil.copy(path, entries)
    shutil.copytree(ROOT / "seeds", root / "seeds")
    return root


def site_with(tmp_path: Path, *slugs: str) -> Path:
    """The site of the article and these entries."""
    root = project_with(tmp_path, *slugs)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return root / "site"


def words(page: Path) -> str:
    """What a page says, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.read_text("utf-8")))


def test_the_article_is_placed_on_12_january_and_says_from_what(tmp_path: Path) -> None:
    """With Geneva, Brussels and Vienna its day is known, is marked as inferred, and links to all three."""
    site = site_with(tmp_path, GENEVA, BRUSSELS, VIENNA)
    page = site / "entries" / ARTICLE / "index.html"
    block = re.search(r'<div class="entry-when">.*?</div>', page.read_text("utf-8"), re.DOTALL)
    assert block is not None
    assert re.findall(r'href="\.\./([^/]*)/', block[0]) == [BRUSSELS, GENEVA, VIENNA]
    assert "12 janvier 2022 Date déduite. L’article lui-même donne : janvier 2022." in words(page)
    assert len(re.findall("12 janvier 2022", words(site / "timeline" / "index.html"))) == 2
    assert "Inferred date. The article itself says: January 2022." in words(site / "en" / page.relative_to(site))


def test_an_inferred_day_is_marked_wherever_it_is_told(tmp_path: Path) -> None:
    """On pages, in frames, feeds and exports: nothing else happened on that day. Records have a field for it."""
    site = site_with(tmp_path, GENEVA, VIENNA)
    told = {
        f"{path.relative_to(site)}: {said[0]}"
        for path in site.rglob("*")
        if path.suffix in {".html", ".xml", ".json", ".csv", ".ics", ".svg"} and path.name != "entries.json"
        for said in re.finditer(r"12 (?:janvier|January) 2022.{0,30}", words(path))
    }
    assert len(told) > 50
    assert not {each for each in told if not re.search("déduite|inferred", each, re.IGNORECASE)}
    types = (site / "types" / "index.html").read_text("utf-8")
    dated = (
        r'<span class="topic-first"><span>12 janvier 2022</span> <span class="inferred-date">date déduite</span></span>'
    )
    assert re.search(dated, types), "the mark stands in the column of its date"


@pytest.mark.parametrize("slug", [GENEVA, BRUSSELS, VIENNA])
def test_one_of_the_three_is_enough_where_it_leaves_one_day(tmp_path: Path, slug: str) -> None:
    assert "12 janvier 2022 Date déduite." in words(site_with(tmp_path, slug) / "entries" / ARTICLE / "index.html")


def test_without_them_the_article_stays_in_its_month(tmp_path: Path) -> None:
    """No day is shown, and nothing is said to be inferred."""
    page = words(site_with(tmp_path) / "entries" / ARTICLE / "index.html")
    assert "janvier 2022 Les sources donnent le mois, pas le jour." in page
    assert "12 janvier" not in page
    assert "éduite" not in page


def test_the_article_leads_to_the_entries_and_each_of_them_to_the_article(tmp_path: Path) -> None:
    """Its events link to what tells them, the announced one too, and each entry lists the article."""
    site = site_with(tmp_path, GENEVA, BRUSSELS, VIENNA)
    page = (site / "entries" / ARTICLE / "index.html").read_text("utf-8")
    assert re.findall(r'class="reported-entry">.*?href="\.\./([^/]*)/', page) == [BRUSSELS, GENEVA, VIENNA]
    assert "13 janvier 2022 date déduite Vienne annoncé" in words(site / "entries" / ARTICLE / "index.html")
    for slug in (GENEVA, BRUSSELS, VIENNA):
        reports = (site / "entries" / slug / "index.html").read_text("utf-8").partition('class="reports"')[2]
        assert f'href="../{ARTICLE}/index.html"' in reports


@pytest.mark.parametrize("slugs", [(GENEVA, BRUSSELS), (BRUSSELS,), (GENEVA, BRUSSELS, VIENNA)])
def test_a_sequence_lasts_as_long_as_all_its_steps_those_of_an_article_too(
    tmp_path: Path, slugs: tuple[str, ...]
) -> None:
    """What it counts as steps is also what it dates, and what the page of a step counts."""
    sequences = site_with(tmp_path, *slugs) / "sequences"
    for page in (sequences / "index.html", sequences / "geneva-brussels-vienna-2022-01" / "index.html"):
        assert "3 étapes · du 10 au 13 janvier 2022" in words(page)
    assert "Étape 2 sur 3" in words(sequences.parent / "entries" / BRUSSELS / "index.html")


def test_the_picture_of_a_sequence_dates_it_as_its_page_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though only the article tells of its first and last step."""
    monkeypatch.setattr("generator.render.draw.png", lambda svg, _faces: svg.encode())
    project = Project(project_with(tmp_path, BRUSSELS))
    outputs = {output.path: output for output in Planned(project, editions_of(project, load(project))).outputs()}
    drawing = outputs["pictures/sequences/geneva-brussels-vienna-2022-01.png"].draw().decode()
    assert ">du 10 au 13 janvier 2022 (date déduite)<" in drawing
