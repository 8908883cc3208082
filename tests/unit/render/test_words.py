"""Dates in words: what a reader of French or English sees for each EDTF form, never finer than its source.

A rule is the heading of its table, and stands in the names of its tests.
"""

from collections.abc import Mapping

import pytest

from generator.config import shipped_layouts
from generator.dates import parse
from generator.languages import Language, open_languages
from generator.model import EntryType, SourceKind
from generator.moment import Precision
from generator.render.words import (
    entry_type,
    field_names,
    limit_of_sources,
    moment_in_words,
    month_or_season,
    source_kind,
    year_in_words,
)

# By rule: EDTF string, French, English.
IN_WORDS = {
    "a date is no finer than it was written": """
        2022-01-12             | 12 janvier 2022                        | 12 January 2022
        2022-12-31T23:59:59Z   | 31 décembre 2022                       | 31 December 2022
        2022-01                | janvier 2022                           | January 2022
        2022-04-XX             | avril 2022                             | April 2022
        2022                   | 2022                                   | 2022
        2022-XX-XX             | 2022                                   | 2022
        202X                   | années 2020                            | the 2020s
        20XX                   | entre 2000 et 2099                     | between 2000 and 2099
    """,
    "the first day of a month is an ordinal in French": """
        2022-01-01             | 1er janvier 2022                       | 1 January 2022
        2022-08-11             | 11 août 2022                           | 11 August 2022
        2022-05-21             | 21 mai 2022                            | 21 May 2022
    """,
    "a season has its name and the year it begins in": """
        2021-21                | printemps 2021                         | spring 2021
        2021-22                | été 2021                               | summer 2021
        2021-23                | automne 2021                           | autumn 2021
        2021-24                | hiver 2021                             | winter 2021
    """,
    "years before 1 are counted from 1 and others stand as they are": """
        0001                   | 1                                      | 1
        0987                   | 987                                    | 987
        Y12000                 | 12000                                  | 12000
        0000                   | 1 av. J.-C.                            | 1 BC
        -0043                  | 44 av. J.-C.                           | 44 BC
        -0043-03-15            | 15 mars 44 av. J.-C.                   | 15 March 44 BC
        -0001-21               | printemps 2 av. J.-C.                  | spring 2 BC
        -0043/0014             | 44 av. J.-C. – 14                      | 44 BC – 14
        000X                   | entre 1 av. J.-C. et 9                 | between 1 BC and 9
        001X                   | années 10                              | the 10s
    """,
    "an approximate date is around what was written": """
        1990~                  | vers 1990                              | around 1990
        2022-01~               | vers janvier 2022                      | around January 2022
        2022-01-01~            | vers le 1er janvier 2022               | around 1 January 2022
        181X~                  | vers les années 1810                   | around the 1810s
        2021-21~               | printemps 2021 environ                 | spring 2021, approximately
        19XX~                  | entre 1900 et 1999 environ             | between 1900 and 1999, approximately
    """,
    "an uncertain date is called uncertain": """
        1990?                  | 1990 (date incertaine)                 | 1990 (uncertain)
        2022-01-12?            | 12 janvier 2022 (date incertaine)      | 12 January 2022 (uncertain)
        2021-21?               | printemps 2021 (date incertaine)       | spring 2021 (uncertain)
        19XX?                  | entre 1900 et 1999 (date incertaine)   | between 1900 and 1999 (uncertain)
    """,
    "a date that is both is called both": """
        1990%                  | vers 1990 (date incertaine)            | around 1990 (uncertain)
        20XX%  | entre 2000 et 2099 environ (date incertaine) | between 2000 and 2099, approximately (uncertain)
        2022-01-12%            | vers le 12 janvier 2022 (date incertaine) | around 12 January 2022 (uncertain)
    """,
    "a range of days says a month or year once where it is the same": """
        2022-01-10/2022-01-13  | du 10 au 13 janvier 2022               | 10–13 January 2022
        2022-01-01/2022-01-13  | du 1er au 13 janvier 2022              | 1–13 January 2022
        2022-01-10/2022-02-01  | du 10 janvier au 1er février 2022      | 10 January – 1 February 2022
        2021-12-31/2022-01-01  | du 31 décembre 2021 au 1er janvier 2022 | 31 December 2021 – 1 January 2022
        2021-01-10/2022-01-10  | du 10 janvier 2021 au 10 janvier 2022  | 10 January 2021 – 10 January 2022
    """,
    "a range of months says a year once where it is the same": """
        2022-01/2022-03        | janvier à mars 2022                    | January–March 2022
        2021-12/2022-01        | décembre 2021 – janvier 2022           | December 2021 – January 2022
    """,
    "any other range says both of its ends in full": """
        2019/2021              | 2019 – 2021                            | 2019 – 2021
        2021-21/2021-23        | printemps 2021 – automne 2021          | spring 2021 – autumn 2021
        2022-01/2022-03-12     | janvier 2022 – 12 mars 2022            | January 2022 – 12 March 2022
        2021/2022-01-01        | 2021 – 1er janvier 2022                | 2021 – 1 January 2022
    """,
    "a mark on one end of a range stays with that end": """
        2022-01-10~/2022-01-13 | vers le 10 janvier 2022 – 13 janvier 2022 | around 10 January 2022 – 13 January 2022
        2022-01/2022-03?       | janvier 2022 – mars 2022 (date incertaine) | January 2022 – March 2022 (uncertain)
        2019~/2021             | vers 2019 – 2021                       | around 2019 – 2021
    """,
    "a range without an end goes on": """
        2022-02-24/..          | depuis le 24 février 2022              | since 24 February 2022
        2022-01/..             | depuis janvier 2022                    | since January 2022
        2022/..                | depuis 2022                            | since 2022
        ../2022-02-01          | jusqu’au 1er février 2022              | until 1 February 2022
        ../2022-01             | jusqu’en janvier 2022                  | until January 2022
        ../2022?               | … – 2022 (date incertaine)             | … – 2022 (uncertain)
    """,
    "an end that is not known is said to be unknown": """
        2022-02-24/            | à partir du 24 février 2022, fin inconnue | from 24 February 2022, end unknown
        2022/                  | dès 2022, fin inconnue                 | from 2022, end unknown
        /2022-02-24            | jusqu’au 24 février 2022, début inconnu | until 24 February 2022, beginning unknown
        /2022-01               | jusqu’en janvier 2022, début inconnu   | until January 2022, beginning unknown
    """,
    "a season or a marked date beside an open or unknown end takes no preposition": """
        2021-21/..             | printemps 2021 – …                     | spring 2021 – …
        ../2021-21             | … – printemps 2021                     | … – spring 2021
        2022-02-24~/..         | vers le 24 février 2022 – …            | around 24 February 2022 – …
        ../2022?               | … – 2022 (date incertaine)             | … – 2022 (uncertain)
        2022~/                 | vers 2022 – ?                          | around 2022 – ?
        /1990%                 | ? – vers 1990 (date incertaine)        | ? – around 1990 (uncertain)
    """,
    "a range from a date to itself is that date": """
        2022-01-10/2022-01-10  | 10 janvier 2022                        | 10 January 2022
        2022-01~/2022-01~      | vers janvier 2022                      | around January 2022
        2021/2021              | 2021                                   | 2021
    """,
}

LIMITS = {
    "2022-01-12": None,
    "2022-01-10/2022-01-13": None,
    "2022-02-24/..": None,
    "2022-01": "Les sources donnent le mois, pas le jour.",
    "2022-01/2022-03-12": "Les sources donnent le mois, pas le jour.",
    "2021-21": "Les sources donnent la saison, pas le jour.",
    "2022~": "Les sources donnent l’année, pas le jour.",
    "2021/2022-01-12": "Les sources donnent l’année, pas le jour.",
    "202X": "Les sources donnent la décennie, pas l’année.",
    "20XX": "Les sources donnent le siècle, pas l’année.",
}


@pytest.fixture(scope="module")
def languages() -> Mapping[str, Language]:
    return open_languages(["fr", "en"], [shipped_layouts()])


@pytest.mark.parametrize(
    ("text", "french", "english"),
    [
        pytest.param(*map(str.strip, line.split("|")), id=f"{rule}: {line.split()[0]}")
        for rule, table in IN_WORDS.items()
        for line in table.strip().splitlines()
    ],
)
def test_a_date_is_said_as_its_form_asks(
    text: str, french: str, english: str, languages: Mapping[str, Language]
) -> None:
    """Each form of date is said as its rule asks, in both languages."""
    moment = parse(text)
    words = [moment_in_words(moment, languages[code]) for code in ("fr", "en")]
    assert words == [french, english]


@pytest.mark.parametrize(("text", "limit"), LIMITS.items())
def test_what_the_sources_leave_open_is_said_of_the_coarsest_date(
    text: str, limit: str | None, languages: Mapping[str, Language]
) -> None:
    """A reader is told that the month is all there is; a day leaves nothing open."""
    assert limit_of_sources(parse(text), languages["fr"]) == limit


@pytest.mark.parametrize(
    ("first", "precision", "french", "english"),
    [
        (2020, Precision.YEAR, "2020", "2020"),
        (2020, Precision.DECADE, "années 2020", "the 2020s"),
        (2000, Precision.CENTURY, "entre 2000 et 2099", "between 2000 and 2099"),
        (0, Precision.DECADE, "entre 1 av. J.-C. et 9", "between 1 BC and 9"),
    ],
)
def test_a_heading_names_the_whole_span(
    first: int, precision: Precision, french: str, english: str, languages: Mapping[str, Language]
) -> None:
    """A decade is never called by a year of it."""
    assert [year_in_words(first, precision, languages[code]) for code in ("fr", "en")] == [french, english]


def test_months_and_seasons_have_names_of_their_own(languages: Mapping[str, Language]) -> None:
    """A season is not called by a month of it."""
    for language in languages.values():
        assert len({month_or_season(number, language) for number in (*range(1, 13), *range(21, 25))}) == 16
    assert [month_or_season(number, languages["fr"]) for number in (3, 21, 24)] == ["mars", "Printemps", "Hiver"]


def test_every_kind_has_a_name_of_its_own_in_every_language(languages: Mapping[str, Language]) -> None:
    """No two kinds of entry, and no two kinds of source, are called the same."""
    for language in languages.values():
        assert len({entry_type(kind, language) for kind in EntryType}) == len(EntryType)
        assert len({source_kind(kind, language) for kind in SourceKind}) == len(SourceKind)


def test_fields_are_listed_as_the_language_lists_things(languages: Mapping[str, Language]) -> None:
    """“A, B et C”, in the order given."""
    fields = ("title", "quotes", "date")
    assert field_names(fields, languages["fr"]) == "titre, citations et date"
    assert field_names(fields, languages["en"]) == "title, quotations and date"
