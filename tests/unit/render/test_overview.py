"""The drawing of entries to scale."""

import pytest

from generator.chronology.arrange import arrange
from generator.dates import parse
from generator.languages import open_languages
from generator.model import Entry, EntryType, Gazetteer, Site, Text
from generator.render.drawings import Overview
from generator.render.edition import Edition
from generator.render.overview import whole_overview


def drawing(*dates: str) -> Overview | None:
    """The drawing of entries with these dates."""
    gazetteer = Gazetteer({}, {}, {}, {}, {})
    entries = [
        Entry(f"{number}", "fr", parse(date), EntryType.OTHER, {"fr": Text("fr", "a.md", date, None, "", 1, "", "")})
        for number, date in enumerate(dates)
    ]
    chronology = arrange(entries, gazetteer)
    site = Site({"fr": "Site"}, {"fr": "…"}, "https://timeline.example/", ("fr",))
    languages = open_languages(["fr"], [])
    edition = Edition(site, gazetteer, chronology, (), languages["fr"], languages)
    return whole_overview(edition)


def rows(found: Overview | None) -> list[tuple[str, int]]:
    return [(mark.card.title, mark.row) for mark in found.marks] if found else []


@pytest.mark.parametrize("dates", [(), ("2022",)])
def test_nothing_is_drawn_where_there_is_nothing_to_compare(dates: tuple[str, ...]) -> None:
    assert drawing(*dates) is None


def test_marks_that_would_touch_are_stacked_and_others_stand_on_the_ground() -> None:
    found = drawing("1990-01-01", "2022-01-10", "2022-01-12", "2022-01-13", "2024-12-31")
    assert rows(found) == [
        ("1990-01-01", 0),
        ("2022-01-10", 0),
        ("2022-01-12", 1),
        ("2022-01-13", 2),
        ("2024-12-31", 0),
    ]
    assert found is not None
    assert found.rows == 3


def test_what_lasts_is_a_bar_and_keeps_its_row_while_it_lasts() -> None:
    """A dot has no width; an open end reaches the edge."""
    found = drawing("2000/2010", "2005-05-05", "2011", "2012-02-24/..", "2020-01-01")
    assert rows(found) == [("2000/2010", 0), ("2005-05-05", 1), ("2011", 0), ("2012-02-24/..", 0), ("2020-01-01", 1)]
    assert found is not None
    bars = {mark.card.title: mark for mark in found.marks}
    assert bars["2005-05-05"].width is None
    open_end = bars["2012-02-24/.."]
    assert open_end.left + (open_end.width or 0) == pytest.approx(100, abs=0.02)


def test_years_lead_to_their_pages_and_show_how_full_they_are() -> None:
    found = drawing("2020", "2020-01", "2022", "202X")
    assert found is not None
    assert [(year.label, year.count, year.share) for year in found.years] == [("2020", 2, 100), ("2022", 1, 50)]


def test_too_many_marks_for_a_page_leave_the_years() -> None:
    found = drawing(*["2020"] * 301)
    assert found is not None
    assert (found.marks, len(found.years)) == ((), 1)
