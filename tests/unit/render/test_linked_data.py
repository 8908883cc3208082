"""What pages say to machines, read back as JSON."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.render.linked_data import as_json

SITE = Path(__file__).parents[2] / "golden" / "site" / "expected"
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def data(name: str) -> dict[str, Any]:
    """The data of a page of the golden site."""
    (found,) = SCRIPT.findall((SITE / name / "index.html").read_text("utf-8"))
    assert not set("<>&") & set(found)
    read = json.loads(found)
    assert read["@context"] == "https://schema.org"
    return dict(read)


@given(st.text(st.sampled_from("<!->/&\"'\\\u2028\u2029") | st.characters(exclude_categories=["Cs"]), min_size=1))
@example("</script><script>")
@example("<!--<script>")
def test_no_text_ends_the_script_that_it_stands_in(text: str) -> None:
    """Nor a line of it; it is read back as it was."""
    found = as_json({"name": text})
    assert not set("<>&\u2028\u2029\n\r") & set(found)
    assert json.loads(found)["name"] == text


def test_the_home_page_is_the_site() -> None:
    found = data("")
    assert (found["@type"], found["inLanguage"], found["license"]) == ("WebSite", "fr", "CC BY 4.0")


def test_an_entry_is_an_event_with_its_days_and_the_sequence_it_is_part_of() -> None:
    found = data("entries/2021-03-15-talks")
    assert (found["@type"], found["startDate"], found["endDate"]) == ("Event", "2021-03-15", "2021-03-17")
    assert [each["url"] for each in found["superEvent"]] == ["https://timeline.example/pont/sequences/talks/"]
    assert [each["@type"] for each in found["about"]] == ["Person", "Country", "Country"]
    assert found["name"].endswith("<em>réserves</em>")


def test_an_article_is_an_article_and_its_date_no_finer_than_written() -> None:
    """An inferred day is not said to machines, which could not tell it from a known one."""
    found = data("entries/2021-11-presse")
    assert (found["@type"], found["temporalCoverage"], found["datePublished"]) == ("Article", "2021-11", "2023-01-06")
    assert "startDate" not in found


@pytest.mark.parametrize(
    ("name", "start"), [("2021-spring", None), ("2021-06-works", "2021-06-01"), ("ancient-bridge", None)]
)
def test_a_vague_date_is_not_made_exact(name: str, start: str | None) -> None:
    assert data(f"entries/{name}").get("startDate") == start
    assert "endDate" not in data(f"entries/{name}")


def test_a_sequence_has_its_steps_as_parts() -> None:
    found = data("sequences/talks")
    assert [each["startDate"] for each in found["subEvent"]] == ["2021-03-15", "2021-11-09"]


def test_lists_list_their_entries_in_order() -> None:
    for name in ("timeline", "2021", "actors/anne-morel"):
        found = data(name)
        items = found["itemListElement"]
        assert [item["position"] for item in items] == list(range(1, found["numberOfItems"] + 1))
        assert all(
            (SITE / item["url"].removeprefix("https://timeline.example/pont/") / "index.html").is_file()
            for item in items
        )
