"""Whatever a foreign file holds, the import ends with an answer, and what it wrote is sound."""

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.config import Project
from generator.errors import ContentError
from generator.importing import take_foreign
from generator.intake.intake import write
from generator.intake.outcome import Fate
from generator.load.content import load

SITE = "title: {fr: T, en: T}\ndescription: {fr: D, en: D}\nbase_url: https://a.example/\nlanguages: [fr, en]\n"
HTML = [
    *("<p>", "</p>", "<ul><li>", "<b>", "</b>", "<script>x</script>", "<a href='x'>", "<a href='https://a.example/'>"),
    *("<img src='//a.example/a.jpg'>", "<![", "&amp;", "&#12;", "&#0;", "---\n", "# ", ": ", "'", '"', "\\", "[", "]("),
    *("\n", "\n\n", "\u2028", "\x0c", "\ud800", "con", "é", "Ж", "a", "***", "|", "{}", "@", "~", "%", "- "),
]
TEXTS = st.lists(st.sampled_from(HTML) | st.text(max_size=3), max_size=8).map("".join)
NUMBERS = st.integers(-20000, 20000) | st.integers(0, 40) | st.sampled_from(["", "1", "02", "2022", "x", None, 1e300])
ANYTHING = st.none() | st.booleans() | TEXTS | st.lists(TEXTS, max_size=2) | st.dictionaries(TEXTS, TEXTS, max_size=2)
PARTS = ("year", "month", "day", "hour", "minute", "second", "millisecond")
DATES = st.fixed_dictionaries({"year": NUMBERS}, optional=dict.fromkeys(PARTS[1:], NUMBERS) | {"display_date": TEXTS})
MEDIA = st.fixed_dictionaries({}, optional=dict.fromkeys(("url", "caption", "credit", "alt", "thumbnail"), TEXTS))
SLIDES = st.fixed_dictionaries(
    {
        "start_date": DATES | ANYTHING,
        "text": st.fixed_dictionaries({"headline": TEXTS, "text": TEXTS}) | ANYTHING,
    },
    optional={
        "end_date": DATES | ANYTHING,
        "media": MEDIA | ANYTHING,
        "group": TEXTS | ANYTHING,
        "display_date": TEXTS | ANYTHING,
        "unique_id": TEXTS | ANYTHING,
        "autolink": ANYTHING,
    },
)
MANY = st.lists(SLIDES | ANYTHING, max_size=4) | ANYTHING


def imported(project: Project, name: str, data: bytes) -> set[Fate]:
    (project.root / name).write_bytes(data)
    try:
        return {outcome.fate for outcome in write(take_foreign(project, project.root / name, None, "2024-03-01"))}
    except ContentError:
        return set()


def check(name: str, data: bytes) -> None:
    """Import twice: the second time nothing is new."""
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder).resolve())
        project.content.mkdir()
        (project.content / "site.yaml").write_text(SITE, "utf-8")
        first = imported(project, name, data)
        load(project)
        assert first <= {Fate.WRITTEN}
        assert imported(project, name, data) <= {Fate.UNCHANGED}


@settings(max_examples=max(150, settings().max_examples))
@given(st.fixed_dictionaries({"events": MANY}, optional={"title": SLIDES | ANYTHING, "eras": MANY, "scale": ANYTHING}))
@example({"events": [{"start_date": {"year": 1}, "text": {"headline": "</p>\u2028</p>"}}]})
def test_any_json_is_answered(data: dict[str, Any]) -> None:
    check("a.json", json.dumps(data).encode())


COLUMNS = ("Year", "Month", "Day", "Time", "End Year", "Headline", "Text", "Media", "Type", "Group", "Display Date")


@settings(max_examples=max(150, settings().max_examples))
@given(st.lists(st.lists(NUMBERS.map(str) | TEXTS, max_size=len(COLUMNS)), max_size=5))
def test_any_sheet_is_answered(rows: list[list[str]]) -> None:
    cells = [COLUMNS, *rows]
    lines = [",".join(cell.replace(",", " ") for cell in row) for row in cells]
    check("a.csv", "\n".join(lines).encode(errors="replace"))


@settings(max_examples=max(100, settings().max_examples))
@given(st.binary(max_size=200))
def test_any_bytes_are_answered(data: bytes) -> None:
    check("a.csv", data)
    check("a.json", data)
