"""Citations of an entry: the day of the event and that of the text never stand for one another."""

import json

from generator.chronology.arrange import arrange
from generator.dates import parse
from generator.languages import open_languages
from generator.model import Entry, EntryType, Gazetteer, Site, Text
from generator.render.citing import citation
from generator.render.edition import Edition
from generator.render.parts import Citation


def cited(title: str = "Titre", lang: str = "en", date: str = "2022-01-12", **given: str) -> Citation:
    """The citation of an entry on an English page; `given` are `published`, `updated` and `publisher`."""
    days = [parse(given[name]) if name in given else None for name in ("published", "updated")]
    text = Text(lang, "a.md", title, None, "", 1, "", "", published=days[0], updated=days[1])
    entry = Entry("talks", lang, parse(date), EntryType.MEETING, {lang: text})
    gazetteer = Gazetteer({}, {}, {}, {}, {})
    site = Site({"en": "The site"}, {"en": "…"}, "https://timeline.example/", ("en",), publisher=given.get("publisher"))
    languages = open_languages(["en"], [])
    return citation(entry, Edition(site, gazetteer, arrange([entry], gazetteer), (), languages["en"], languages))


def in_words(citation: Citation) -> str:
    return "".join(part.words for part in citation.words)


def test_a_title_in_another_language_is_told_from_the_words_around_it() -> None:
    parts = cited(title="Titre", lang="fr").words
    assert [part.words for part in parts if part.lang == "fr"] == ["Titre"]
    assert {part.lang for part in parts if part.words != "Titre"} == {"en"}


def test_words_name_title_event_site_version_and_address() -> None:
    assert in_words(cited(published="2023-01-02", updated="2023-02-03", publisher="Archive")) == (
        "“Titre” (12 January 2022), The site, Archive, version of 3 February 2023,"
        " https://timeline.example/entries/talks/"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert (
        in_words(cited(date="2022-01")) == "“Titre” (January 2022), The site, https://timeline.example/entries/talks/"
    )
    assert "year" not in cited().bibtex
    assert "issued" not in json.loads(cited().csl)


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
    item = json.loads(cited('A "title" & <b>', published="2023-01-02", publisher="Archive").csl)
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
