"""The data that travels: each file is what it says it is, and each says the same as the site."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from generator.build import editions_of
from generator.config import Project
from generator.intake.json3 import read as read_json
from generator.intake.sheet import read as read_sheet
from generator.intake.when import Dated, date_of
from generator.load.content import load
from generator.render.planned import Planned
from generator.render.records import COLUMNS
from generator.render.slides import COLUMNS as SLIDE_COLUMNS
from generator.report import Report

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

ROOT = Path(__file__).resolve().parents[2]
RICH = ROOT / "tests" / "golden" / "site" / "project"
HOSTILE = """=1+1</title>]]><script>alert("1")</script> & 'a' <b>"""
PROJECT = {
    "content/entries/old.md": "---\ntitle: Ancien\ndate: -0043-03-15\n---\n\nVoir [b](b.md).\n",
    "content/entries/b.md": f"---\ntitle: {json.dumps(HOSTILE)}\ndate: 2020\nsummary: Un an.\n---\n\n<b>Texte</b>\n",
    "content/entries/c.md": "---\ntitle: C\ndate: 2021-01-12\npublished: 2022-01-01\n---\n\nTexte.\n",
    "content/entries/c.en.md": "---\ntitle: C in English\n---\n\nText.\n",
}


def data_of(root: Path) -> dict[str, str]:
    """The files of the data and their page, by their paths."""
    project = Project(root)
    outputs = Planned(project, editions_of(project, load(project))).outputs()
    return {output.path: output.draw().decode() for output in outputs if "data/" in output.path}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The data of this repository."""
    root = tmp_path_factory.mktemp("real")
    shutil.copytree(ROOT / "content", root / "content")
    return data_of(root)


@pytest.fixture(scope="module")
def rich() -> dict[str, str]:
    """The data of a site with every kind of entry."""
    return data_of(RICH)


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


@pytest.mark.parametrize(
    ("which", "edition"),
    [*(("real", edition) for edition in ("", "en/", "ru/", "uk/")), ("rich", ""), ("rich", "en/")],
)
def test_entries_are_as_their_schema_says(which: str, edition: str, request: pytest.FixtureRequest) -> None:
    """With every field that it names and no other; an id leads to something in its list."""
    data = request.getfixturevalue(which)
    entries, schema = (json.loads(data[f"{edition}data/{name}"]) for name in ("entries.json", "entries.schema.json"))
    assert [fault.message for fault in Draft202012Validator(schema).iter_errors(entries)] == []
    assert entries["schema"] == schema["$id"]
    for name in ("actors", "places", "themes", "periods"):
        known = {one["id"] for one in entries[name]}
        assert {id_ for entry in entries["entries"] for id_ in entry[name]} <= known
    assert {step["id"] for one in entries["entries"] for step in one["sequences"]} <= {
        one["id"] for one in entries["sequences"]
    }


def test_every_file_names_every_entry(real: dict[str, str]) -> None:
    """Once, and in the same order where the format has one."""
    entries = json.loads(real["data/entries.json"])["entries"]
    ids = [entry["id"] for entry in entries]
    assert len(ids) == len({*ids}) > 60
    assert [row["id"] for row in rows(real["data/entries.csv"])] == ids
    assert [event["unique_id"] for event in json.loads(real["data/timeline.json"])["events"]] == ids
    assert [item["id"] for item in json.loads(real["data/citations.json"])] == ids
    assert re.findall(r"^@misc\{(.*),$", real["data/citations.bib"], re.MULTILINE) == ids


def test_an_inferred_day_is_told_apart_from_what_the_article_says(rich: dict[str, str]) -> None:
    """And the entries that it follows from are named."""
    entries = {entry["id"]: entry for entry in json.loads(rich["en/data/entries.json"])["entries"]}
    entry = entries["2021-11-presse"]
    assert entry["date"]["edtf"] == "2021-11"
    assert entry["inferred_date"]["day"] == "2021-11-09"
    assert set(entry["inferred_date"]["entries"]) <= entries.keys()
    (event,) = (one for one in json.loads(rich["en/data/timeline.json"])["events"] if one["unique_id"] == entry["id"])
    assert event["display_date"] == "9 November 2021 (inferred date)"
    assert "The article itself says: November 2021" in event["text"]["text"]


@pytest.mark.parametrize("which", ["real", "rich"])
def test_the_table_says_what_the_entries_say(which: str, request: pytest.FixtureRequest) -> None:
    data = request.getfixturevalue(which)
    table, entries = rows(data["data/entries.csv"]), json.loads(data["data/entries.json"])["entries"]
    assert tuple(table[0]) == COLUMNS
    for row, entry in zip(table, entries, strict=True):
        assert (row["title"], row["date.edtf"]) == (entry["title"], entry["date"]["edtf"])
        assert row["date.latest"] == (entry["date"]["latest"] or "")
        assert row["date.approximate"] == json.dumps(entry["date"]["approximate"])
        assert row["actors"].split(" | ") == (entry["actors"] or [""])


@pytest.mark.parametrize("which", ["real", "rich"])
def test_the_spreadsheet_of_timelinejs_says_what_its_json_says(which: str, request: pytest.FixtureRequest) -> None:
    """In exactly its columns, the title first and the eras last."""
    data = request.getfixturevalue(which)
    sheet, timeline = rows(data["data/timeline.csv"]), json.loads(data["data/timeline.json"])
    assert tuple(sheet[0]) == SLIDE_COLUMNS
    slides = [timeline["title"], *timeline["events"], *timeline["eras"]]
    kinds = ["title", *([""] * len(timeline["events"])), *(["era"] * len(timeline["eras"]))]
    assert [row["Type"] for row in sheet] == kinds
    assert [row["Headline"] for row in sheet] == [slide["text"]["headline"] for slide in slides]
    assert [row["Text"] for row in sheet] == [slide["text"].get("text", "").strip() for slide in slides]
    assert [row["Display Date"] for row in sheet] == [slide.get("display_date", "") for slide in slides]
    assert [row["Alt Text"] for row in sheet] == [slide.get("media", {}).get("alt", "") for slide in slides]
    for prefix, name in (("", "start_date"), ("End ", "end_date")):
        for part in ("year", "month", "day"):
            cells = [row[f"{prefix}{part.title()}"] for row in sheet]
            assert cells == [str(slide.get(name, {}).get(part, "")) for slide in slides]


def test_what_an_author_writes_is_no_markup_and_no_formula(write_site: WriteSite) -> None:
    data = data_of(write_site(PROJECT))
    event = next(event for event in json.loads(data["data/timeline.json"])["events"] if event["unique_id"] == "b")
    assert event["text"]["headline"].startswith("=1+1&lt;/title&gt;")
    assert all("<script" not in text for text in (data["data/timeline.json"], data["data/timeline.csv"]))
    assert f"'{HOSTILE}" in {row["title"] for row in rows(data["data/entries.csv"])}
    assert HOSTILE in {entry["title"] for entry in json.loads(data["data/entries.json"])["entries"]}


def test_links_in_slides_lead_to_the_site_from_anywhere(write_site: WriteSite) -> None:
    events = json.loads(data_of(write_site(PROJECT))["en/data/timeline.json"])["events"]
    links = re.findall(r'href="([^"]*)"', "".join(event["text"]["text"] for event in events))
    pages = [f"https://timeline.example/en/entries/{slug}/" for slug in ("b", "old", "b", "c")]
    assert links == pages


def test_a_text_that_is_not_translated_is_in_the_language_it_is_in(write_site: WriteSite) -> None:
    data = data_of(write_site(PROJECT))
    langs = {entry["id"]: entry["lang"] for entry in json.loads(data["en/data/entries.json"])["entries"]}
    assert langs == {"old": "fr", "b": "fr", "c": "en"}
    events = {event["unique_id"]: event for event in json.loads(data["en/data/timeline.json"])["events"]}
    assert events["old"]["text"]["headline"] == '<span lang="fr" dir="auto">Ancien</span>'
    assert events["c"]["text"]["headline"] == "C in English"


@pytest.mark.parametrize("edition", ["", "en/"])
def test_the_page_leads_to_every_file_and_shows_lines_of_the_first_entry(rich: dict[str, str], edition: str) -> None:
    page = rich[f"{edition}data/index.html"]
    names = {path.rpartition("/")[2] for path in rich if path.startswith(f"{edition}data/")} - {"index.html"}
    assert set(re.findall(r'<h2><a href="([^"/]+)"', page)) == names
    assert page.count("<pre>") == len(names) + len({"timeline.ics", "feed.xml", "feed.json"})
    for name in ("entries.csv", "citations.bib"):
        first = rich[f"{edition}data/{name}"]
        assert "ancient-bridge" in first
    assert page.count("ancient-bridge") >= 4
    assert "CC BY 4.0" in page


def test_a_chronology_without_entries_has_its_data_too(write_site: WriteSite) -> None:
    """The files are there, and the page shows no example of what is not."""
    data = data_of(write_site({}))
    entries, schema = (json.loads(data[f"data/{name}"]) for name in ("entries.json", "entries.schema.json"))
    Draft202012Validator(schema).validate(entries)
    assert [json.loads(data["data/timeline.json"])[name] for name in ("events", "eras")] == [[], []]
    assert json.loads(data["data/citations.json"]) == []
    assert rows(data["data/entries.csv"]) == []


# What comes back of a date that was exported for TimelineJS: the same, or the span of what its dates cannot say.
RETURNS = """
    2022  2022      2022-01  2022-01      2022-01-12  2022-01-12      2022-01-10/2022-01-13  2022-01-10/2022-01-13
    -0043-03-15  -0043-03-15      0000  0000      -0099/0050  -0099/0050      2022/2023-05  2022/2023-05
    202X  2020/2029      2022-21  2022-03/2022-05      2022-24  2022-12/2023-02      2022~  2022~
""".split()


@pytest.mark.parametrize(("written", "returned"), [*zip(RETURNS[::2], RETURNS[1::2], strict=True)])
@pytest.mark.parametrize("form", ["json", "csv"])
def test_what_is_exported_and_imported_again_has_lost_no_part_of_its_date(
    form: str, written: str, returned: str, write_site: WriteSite
) -> None:
    """And gained none."""
    data = data_of(write_site({"content/entries/a.md": f"---\ntitle: A\ndate: {written}\n---\n\nTexte.\n"}))
    text, report = data[f"en/data/timeline.{form}"], Report(f"timeline.{form}", [])
    found = read_sheet(text, report) if form == "csv" else read_json(json.loads(text), text, report)
    (slide,) = found.events
    assert date_of(slide.start, slide.end, slide.display_date) == Dated(returned)
    assert report.problems == ()
