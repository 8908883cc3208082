"""The chronology of this project keeps the rules that it gives to editors."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import pytest

from generator.authoring import without_schema, write_schemas
from generator.chronology.arrange import arrange
from generator.config import open_project
from generator.load.content import Content, load
from generator.load.json_schema import schemas
from generator.model import EntryType

ROOT = Path(__file__).resolve().parents[2]
STARTER = ROOT / "generator" / "starter"
SOUND = (ROOT, STARTER, ROOT / "tests/golden/site/project", ROOT / "tests/golden/gazetteer")
EditorFaults = Callable[[Path], list[str]]
CORE_EVENTS = 58
ARTICLE = "2022-01-quatre-heures-de-discussion-et-une-impasse"
MEETINGS = ("2022-01-10-geneva-ssd", "2022-01-12-nato-russia-council", "2022-01-13-osce-vienna")


@pytest.fixture(scope="module")
def content() -> Content:
    return load(open_project(ROOT))


def test_an_editor_finds_nothing() -> None:
    command = [sys.executable, "-m", "generator", "check", "--strict", "--root", str(ROOT)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("root", [ROOT, STARTER], ids=lambda root: root.name)
def test_editors_know_the_fields_and_ids_that_there_are(root: Path, refresh: bool) -> None:
    project = open_project(root)
    if refresh:
        write_schemas(project)
    found = {path.name: json.loads(path.read_text("utf-8")) for path in (root / "content" / ".schema").iterdir()}
    assert found == schemas(project), "run pytest --refresh tests/house/test_content.py"
    assert not list(without_schema(project))


@pytest.mark.parametrize("root", SOUND, ids=lambda root: root.name)
def test_an_editor_underlines_nothing_in_sound_content(root: Path, editor_faults: EditorFaults) -> None:
    assert editor_faults(root) == []


def test_every_event_is_told_in_french_and_in_english_in_80_to_180_words(content: Content) -> None:
    events = [entry for entry in content.entries if entry.type is not EntryType.ARTICLE]
    assert len(events) >= CORE_EVENTS
    for entry in events:
        for lang in ("fr", "en"):
            assert 80 <= words(entry.texts[lang].body) <= 180, (entry.slug, lang)


def test_every_page_is_there_in_each_language_of_the_site_in_250_to_450_words(content: Content) -> None:
    assert content.prose
    for page in content.prose:
        for lang in content.site.languages:
            assert lang in page.texts, (page.slug, lang)
            assert 250 <= words(page.texts[lang].body) <= 450, (page.slug, lang)


def test_the_page_about_the_site_cites_it_by_its_title_and_its_address(content: Content) -> None:
    site = content.site
    [about] = [page for page in content.prose if page.slug == "about"]
    for lang, text in about.texts.items():
        address = site.base_url if lang == site.languages[0] else f"{site.base_url}{lang}/"
        assert f"> *{site.title[lang]}*, {address}, " in text.body, lang


def test_every_source_has_a_publisher_a_kind_and_an_address(content: Content) -> None:
    sources = [(entry.slug, source) for entry in content.entries for source in entry.text(entry.lang).sources]
    assert not [
        slug for slug, source in sources if not source.publisher or not (source.url or slug.endswith("impasse"))
    ]


def test_everything_that_has_a_name_has_one_in_each_language_of_the_site(content: Content) -> None:
    gazetteer = content.gazetteer
    names = [
        *((thing.id, thing.name) for group in (gazetteer.actors, gazetteer.places) for thing in group.values()),
        *((thing.id, thing.title) for group in (gazetteer.periods, gazetteer.sequences) for thing in group.values()),
        *((theme.id, theme.name) for theme in gazetteer.themes.values()),
    ]
    missing = [(id_, lang) for id_, words in names for lang in content.site.languages if lang not in words]
    assert not missing


@pytest.mark.parametrize("told", [told for count in range(4) for told in combinations(MEETINGS, count)])
def test_the_article_stands_on_its_day_as_long_as_one_of_its_three_meetings_is_told(
    content: Content, told: tuple[str, ...]
) -> None:
    """No other entry of the month stands in for them."""
    entries = [entry for entry in content.entries if entry.slug not in set(MEETINGS) - set(told)]
    resolution = arrange(entries, content.gazetteer).resolutions.get(ARTICLE)
    assert (str(resolution.moment) if resolution else None) == ("2022-01-12" if told else None)


def words(text: str) -> int:
    return len(re.findall(r"\w+(?:['’-]\w+)*", text))
