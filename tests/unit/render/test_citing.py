"""Citations of an entry: the day of the event and that of the text never stand for one another."""

import json

from generator.chronology.arrange import arrange
from generator.dates import parse
from generator.languages import open_languages
from generator.model import Entry, EntryType, Gazetteer, Site, Text
from generator.render.citing import citation
from generator.render.edition import Edition
from generator.render.parts import Citation


def cited(
    title: str = "Titre",
    date: str = "2022-01-12",
    publisher: str | None = None,
    published: str | None = None,
    updated: str | None = None,
) -> Citation:
    """The citation of an entry, in English."""
    days = [parse(day) if day else None for day in (published, updated)]
    text = Text("en", "a.md", title, None, "", 1, published=days[0], updated=days[1])
    entry = Entry("talks", "en", parse(date), EntryType.MEETING, {"en": text})
    gazetteer = Gazetteer({}, {}, {}, {}, {})
    site = Site({"en": "The site"}, {"en": "…"}, "https://timeline.example/", ("en",), publisher=publisher)
    languages = open_languages(["en"], [])
    return citation(entry, Edition(site, gazetteer, arrange([entry], gazetteer), (), languages["en"], languages))


def test_words_name_title_event_site_version_and_address() -> None:
    assert cited(published="2023-01-02", updated="2023-02-03", publisher="Archive").words == (
        "“Titre” (12 January 2022), The site, Archive, version of 3 February 2023,"
        " https://timeline.example/entries/talks/"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert cited(date="2022-01").words == "“Titre” (January 2022), The site, https://timeline.example/entries/talks/"
    assert "year" not in cited().bibtex
    assert "issued" not in json.loads(cited().csl)[0]


def test_bibtex_dates_the_text_and_notes_the_event() -> None:
    assert cited(published="2023-01-02").bibtex == (
        "@misc{talks,\n  title = {{Titre}},\n  howpublished = {The site},\n  year = {2023},\n  month = {1},\n"
        "  note = {12 January 2022},\n  url = {https://timeline.example/entries/talks/},\n  langid = {en}\n}"
    )


def test_no_sign_of_a_title_is_a_command_of_tex() -> None:
    """Each of its special signs is written out."""
    assert (
        r"{{100\% of \$5 \& \{\_\} \textbackslash{}x \textasciitilde{} \#1}}"
        in cited(r"100% of $5 & {_} \x ~ #1").bibtex
    )


def test_csl_is_a_web_page_with_the_day_of_its_text() -> None:
    (item,) = json.loads(cited('A "title" & <b>', published="2023-01-02", publisher="Archive").csl)
    assert item == {
        "id": "talks",
        "type": "webpage",
        "title": 'A "title" & <b>',
        "container-title": "The site",
        "publisher": "Archive",
        "issued": {"date-parts": [[2023, 1, 2]]},
        "URL": "https://timeline.example/entries/talks/",
        "language": "en",
    }
