"""What a site claims it can show: no date is finer than its source, and what is doubtful is told with its doubts."""

import json
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from generator.build import editions_of
from generator.config import Project
from generator.load.content import load
from generator.render.planned import Planned

READ = {".html", ".xml", ".json", ".ics", ".csv"}
EXACT = ("2001-02-03", "2002-04", "2003")
VAGUE = ("2004-21", "196X", "18XX", "1970/1980", "2008-02-24/..", "../1950", "2010-06-07~", "2011-07?", "1985%")
DOUBTFUL = VAGUE[-3:]
PERIODS = """\
- {id: late, title: Après, from: 2003-06-15}
- {id: middle, title: Entre, from: 2001-02, to: 2003-05}
- {id: around, title: Vers, from: 1985~, to: 2001-02}
"""
DOUBTS = """\
---
title: Le pont
date: 2001-02-03
summary: Un pont ouvre.
disputed: Les uns le nient.
corrections: [{date: 2023-01-02, text: Il ne fermait pas.}]
published: 2023-01-01
sequence: {id: bridges, step: 1}
inferred: [title, summary]
---
Le texte du pont.
"""


def told(root: Path) -> Mapping[str, str]:
    """What every file of the site says but its styles and pictures."""
    project = Project(root)
    outputs = Planned(project, editions_of(project, load(project))).outputs()
    return {each.path: each.draw().decode() for each in outputs if Path(each.path).suffix in READ}


@pytest.fixture(scope="module")
def dates(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """A site with every form of date, none of which shares its year with another."""
    root = tmp_path_factory.mktemp("dates")
    entries = root / "content" / "entries"
    entries.mkdir(parents=True)
    (entries.parent / "periods.yaml").write_text(PERIODS, "utf-8")
    (entries.parent / "site.yaml").write_text(
        "title: Des dates\ndescription: De toutes formes.\nbase_url: https://timeline.example/\nlanguages: [fr]\n",
        "utf-8",
    )
    for number, date in enumerate((*EXACT, *VAGUE)):
        text = f"---\ntitle: Le {number}\ndate: {date}\ntype: meeting\npublished: 2023-01-01\n---\nTexte.\n"
        (entries / f"{number}.md").write_text(text, "utf-8")
    return told(root)


@pytest.fixture
def doubts(tmp_path: Path) -> Mapping[str, str]:
    """A site with one entry that is disputed, corrected and not reviewed."""
    content = tmp_path / "content"
    (content / "entries").mkdir(parents=True)
    (content / "site.yaml").write_text(
        "title: Des ponts\ndescription: Et des rives.\nbase_url: https://timeline.example/\nlanguages: [fr]\n", "utf-8"
    )
    (content / "sequences.yaml").write_text("bridges: {title: Les ponts}\n", "utf-8")
    (content / "entries" / "bridge.md").write_text(DOUBTS, "utf-8")
    return told(tmp_path)


def test_no_date_for_machines_is_finer_than_its_source(dates: Mapping[str, str]) -> None:
    """One that is doubtful has none: a program would take it for exact. The calendar has the one exact day."""
    read = {found for page in dates.values() for found in re.findall(r'datetime="([^"]*)"', page)}
    assert read == {*EXACT}
    begun = {found for page in dates.values() for found in re.findall(r'"(?:startDate|endDate)":"([^"]*)"', page)}
    assert begun == {*EXACT, "1970", "1980", "2008-02-24", "1950"}
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)", dates["timeline.ics"]) == ["20010203"]


def test_the_mark_of_a_doubtful_date_is_not_that_of_a_known_one(dates: Mapping[str, str]) -> None:
    """On its page, in lists, drawings and frames."""
    for number, date in enumerate((*EXACT, *VAGUE)):
        (entry,) = re.findall(r'<article class="entry"[^>]*>', dates[f"entries/{number}/index.html"])
        assert ("data-doubtful" in entry) is (date in DOUBTFUL)
    for name, mark in (
        ("index.html", 'a class="mark"'),
        ("timeline/index.html", "article"),
        ("embed/timeline/index.html", "li"),
    ):
        assert len(re.findall(f"<{mark}[^>]* data-doubtful", dates[name])) == len(DOUBTFUL), name


def test_the_number_of_a_day_stands_on_the_axis_where_that_day_is_known(dates: Mapping[str, str]) -> None:
    """Not beside what happened around it."""
    assert re.findall(r'class="axis-number"[^>]*>(\d+)', dates["timeline/index.html"]) == ["3", "24"]


def test_no_years_are_said_to_have_no_entries_that_a_date_reaches_into(dates: Mapping[str, str]) -> None:
    """A decade or century may be any of its years, what lasts is all of them, and what is open has no end."""
    assert re.findall(r'class="year-gap">([^<]*)', dates["timeline/index.html"]) == [
        "Aucune entrée\N{NO-BREAK SPACE}: 1951–1959",
        "Aucune entrée\N{NO-BREAK SPACE}: 1981–1984",
        "Aucune entrée\N{NO-BREAK SPACE}: 1986–2000",
        "Aucune entrée\N{NO-BREAK SPACE}: 2005–2007",
    ]


@pytest.mark.parametrize(
    ("date", "periods"),
    [
        ("2002-04", "Entre"),
        ("2003", "Entre, peut-être Après, peut-être"),
        ("2004-21", "Après"),
        ("2008-02-24/..", "Après"),
        ("2010-06-07~", "Après, peut-être"),
        ("2001-02-03", "Vers, peut-être Entre, peut-être"),
        ("18XX", ""),
    ],
)
def test_an_entry_says_which_periods_its_date_may_only_fall_into(
    date: str, periods: str, dates: Mapping[str, str]
) -> None:
    """Where not every day that it can be is one of theirs, nor where one of the dates is in doubt."""
    page = dates[f"entries/{(*EXACT, *VAGUE).index(date)}/index.html"]
    found = re.search(r"<dt>Périodes</dt>(.*?)</dl>", page, re.DOTALL)
    assert re.sub(r"\s+", " ", re.sub("<[^>]*>", "", found[1] if found else "")).strip() == periods


def test_what_is_doubtful_is_told_wherever_the_summary_is(doubts: Mapping[str, str]) -> None:
    """To readers, to those who see a link alone, and to programs; records have fields for it."""
    pages = {name: page for name, page in doubts.items() if "Un pont ouvre." in page}
    assert len(pages) > 15
    for name, page in pages.items():
        words = ("Les uns le nient.", "summary") if "data/entries" in name else ("Contesté", "Pas encore relu")
        assert not [each for each in words if each not in page], name


def test_a_link_alone_tells_what_is_doubtful(doubts: Mapping[str, str]) -> None:
    """In its description, in the data of its page, and in the quotation that stands where no frame can."""
    page = doubts["entries/bridge/index.html"]
    described = "Contesté. Pas encore relu. Un pont ouvre."
    assert re.findall(r'<meta [^>]*description" content="([^"]*)"', page) == [described] * 2
    assert f'"description":"{described}"' in page
    assert "3 février 2001 · Contesté · Pas encore relu –" in doubts["oembed/entries/bridge.json"]
    assert re.findall(r"<summary>(.*)</summary>", doubts["feed.xml"]) == [f"3 février 2001 – {described}"]


def test_what_is_disputed_and_what_was_put_right_is_told_wherever_the_text_is(doubts: Mapping[str, str]) -> None:
    """Whoever reads all of an entry elsewhere learns who denies it, and what was wrong there."""
    pages = {name: page for name, page in doubts.items() if "Le texte du pont." in page}
    assert {*pages} >= {"entries/bridge/index.html", "embed/entries/bridge/index.html", "feed.xml", "feed.json"}
    for name, page in pages.items():
        assert not [each for each in ("Les uns le nient.", "Il ne fermait pas.") if each not in page], name


def test_a_feed_tells_what_is_doubtful_before_the_text(doubts: Mapping[str, str]) -> None:
    (atom,) = re.findall("<content [^>]*>(.*)</content>", doubts["feed.xml"], re.DOTALL)
    (item,) = json.loads(doubts["feed.json"])["items"]
    for html in (unescape(atom), item["content_html"]):
        words = re.sub(r"\s+", " ", re.sub("<[^>]*>", "", html)).strip()
        assert words.startswith("3 février 2001 Contesté Les uns le nient. Pas encore relu Le texte du pont.")
