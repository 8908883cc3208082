"""The calendar, read back by a calendar program."""

from datetime import date

import icalendar
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.chronology.arrange import arrange
from generator.dates import parse
from generator.languages import open_languages
from generator.model import Entry, EntryType, Gazetteer, Site, Text
from generator.render.calendar_file import calendar_page, fold
from generator.render.edition import Edition
from generator.render.machine_views import CalendarFile


def calendar(*dates: str, title: str = "Titre") -> str:
    """The calendar of entries with these dates."""
    entries = [
        Entry(
            date,
            "fr",
            parse(date),
            EntryType.MEETING,
            {"fr": Text("fr", "a.md", title, "Un, deux ; trois", "", 1, "", "")},
        )
        for date in dates
    ]
    gazetteer = Gazetteer({}, {}, {}, {}, {})
    site = Site({"fr": "Site, le"}, {"fr": "…"}, "https://timeline.example/a/", ("fr",))
    languages = open_languages(["fr"], [])
    edition = Edition(site, gazetteer, arrange(entries, gazetteer), (), languages["fr"], languages)
    view = calendar_page(edition).view
    assert isinstance(view, CalendarFile)
    return "\n".join([*view.lines, ""])


def events(text: str) -> list[icalendar.Event]:
    return [event for event in icalendar.Calendar.from_ical(text).walk("VEVENT") if isinstance(event, icalendar.Event)]


def test_days_end_before_the_day_after_them() -> None:
    """The end of an event is not part of it (RFC 5545, section 3.6.1)."""
    found = [
        (event.decoded("DTSTART"), event.decoded("DTEND"))
        for event in events(calendar("2022-12-31", "2022-01-10/2022-01-13"))
    ]
    assert found == [(date(2022, 1, 10), date(2022, 1, 14)), (date(2022, 12, 31), date(2023, 1, 1))]


@pytest.mark.parametrize(
    "vague", ["9999-12-31", "2022", "2022-01", "2022-01-12~", "2022-01-12?", "2022-02-24/..", "2022-01/2022-02-03"]
)
def test_what_has_no_exact_days_is_left_out(vague: str) -> None:
    assert [str(event["UID"]) for event in events(calendar("2022-05-01", vague))] == ["2022-05-01@timeline.example"]


def test_an_event_says_what_it_is_and_where_to_read_it() -> None:
    (event,) = events(calendar("2022-01-12", title="Un « titre », long ; \\ et\nde deux lignes"))
    assert str(event["SUMMARY"]) == "Un « titre », long ; \\ et\nde deux lignes"
    assert str(event["DESCRIPTION"]) == "Un, deux ; trois"
    assert event["SUMMARY"].params["LANGUAGE"] == "fr"
    assert str(event["URL"]) == "https://timeline.example/a/entries/2022-01-12/"


@settings(max_examples=40)
@given(st.text(st.sampled_from("\\;,:\n\"'é🎉\u2028 nN") | st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_any_title_is_read_back_and_ends_no_line(title: str) -> None:
    """It can begin no property of its own."""
    text = calendar("2022-01-12", title=title)
    (event,) = events(text)
    assert str(event["SUMMARY"]) == title
    assert all(len(line.encode()) <= 75 + len("\r") for line in text.split("\n"))


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_lines_have_75_octets_at_most_and_lose_nothing(line: str) -> None:
    """A piece after the first begins with a space that is not part of the line."""
    first, *others = fold(line)
    assert all(len(piece.encode()) <= 75 for piece in (first, *others))
    assert all(piece.startswith(" ") for piece in others)
    assert first + "".join(piece[1:] for piece in others) == line


def test_every_line_ends_as_the_format_asks() -> None:
    assert all(line.endswith("\r") for line in calendar("2022-01-12").split("\n")[:-1])
