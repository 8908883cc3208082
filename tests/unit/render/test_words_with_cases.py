"""Dates in Ukrainian and Russian, where a month has another case beside its day, and a year has a word of its own.

A rule is the heading of its table, and stands in the names of its tests. The rules are those of `test_words.py`.
"""

from collections.abc import Mapping

import pytest

from generator.config import shipped_layouts
from generator.dates import parse
from generator.languages import Language, open_languages
from generator.moment import Precision
from generator.render.words import limit_of_sources, moment_in_words, year_in_words

# By rule: EDTF string, Ukrainian, Russian. No line breaks between a year and its word.
IN_WORDS = {
    "a date is no finer than it was written, and a month alone stands in the nominative": """
        2022-01-12             | 12 січня 2022 р.                       | 12 января 2022 г.
        2022-12-31T23:59:59Z   | 31 грудня 2022 р.                      | 31 декабря 2022 г.
        2022-01                | січень 2022 р.                         | январь 2022 г.
        2022-04-XX             | квітень 2022 р.                        | апрель 2022 г.
        2022                   | 2022 р.                                | 2022 г.
        2022-XX-XX             | 2022 р.                                | 2022 г.
        202X                   | 2020-ті роки                           | 2020-е годы
        20XX                   | між 2000 р. і 2099 р.                  | между 2000 г. и 2099 г.
    """,
    "a month beside its day stands in the genitive": """
        2022-01-01             | 1 січня 2022 р.                        | 1 января 2022 г.
        2022-08-11             | 11 серпня 2022 р.                      | 11 августа 2022 г.
        2022-05-21             | 21 травня 2022 р.                      | 21 мая 2022 г.
    """,
    "a season has its name and the year it begins in": """
        2021-21                | весна 2021 р.                          | весна 2021 г.
        2021-22                | літо 2021 р.                           | лето 2021 г.
        2021-23                | осінь 2021 р.                          | осень 2021 г.
        2021-24                | зима 2021 р.                           | зима 2021 г.
    """,
    "years before 1 are counted from 1, with the era after the word for a year": """
        0001                   | 1 р.                                   | 1 г.
        0987                   | 987 р.                                 | 987 г.
        Y12000                 | 12000 р.                               | 12000 г.
        0000                   | 1 до н. е.                             | 1 г. до н. э.
        -0043                  | 44 до н. е.                            | 44 г. до н. э.
        -0043-03-15            | 15 березня 44 р. до н. е.              | 15 марта 44 г. до н. э.
        -0001-21               | весна 2 до н. е.                       | весна 2 г. до н. э.
        -0043/0014             | 44 до н. е. – 14 р.                    | 44 г. до н. э. – 14 г.
        000X                   | між 1 до н. е. і 9 р.                  | между 1 г. до н. э. и 9 г.
        001X                   | 10-ті роки                             | 10-е годы
    """,
    "a preposition stands before a day alone, whose month CLDR gives in the genitive": """
        1990~                  | приблизно 1990 р.                      | примерно 1990 г.
        2022-01~               | приблизно січень 2022 р.               | примерно январь 2022 г.
        2022-01-01~            | близько 1 січня 2022 р.                | около 1 января 2022 г.
        181X~                  | приблизно 1810-ті роки                 | примерно 1810-е годы
        2021-21~               | приблизно весна 2021 р.                | примерно весна 2021 г.
        19XX~                  | приблизно між 1900 р. і 1999 р.        | примерно между 1900 г. и 1999 г.
    """,
    "an uncertain date is called uncertain": """
        1990?                  | 1990 р. (дата непевна)                 | 1990 г. (дата под вопросом)
        2022-01-12?            | 12 січня 2022 р. (дата непевна)        | 12 января 2022 г. (дата под вопросом)
        2021-21?               | весна 2021 р. (дата непевна)           | весна 2021 г. (дата под вопросом)
        19XX?                  | між 1900 р. і 1999 р. (дата непевна)   | между 1900 г. и 1999 г. (дата под вопросом)
    """,
    "a date that is both is called both": """
        1990%                  | приблизно 1990 р. (дата непевна)       | примерно 1990 г. (дата под вопросом)
        20XX% | приблизно між 2000 р. і 2099 р. (дата непевна) | примерно между 2000 г. и 2099 г. (дата под вопросом)
        2022-01-12%            | близько 12 січня 2022 р. (дата непевна) | около 12 января 2022 г. (дата под вопросом)
    """,
    "a range of days says a month or year once where it is the same": """
        2022-01-10/2022-01-13  | 10–13 січня 2022 р.                    | 10–13 января 2022 г.
        2022-01-01/2022-01-13  | 1–13 січня 2022 р.                     | 1–13 января 2022 г.
        2022-01-10/2022-02-01  | 10 січня – 1 лютого 2022 р.            | 10 января – 1 февраля 2022 г.
        2021-12-31/2022-01-01  | 31 грудня 2021 р. – 1 січня 2022 р.    | 31 декабря 2021 г. – 1 января 2022 г.
        2021-01-10/2022-01-10  | 10 січня 2021 р. – 10 січня 2022 р.    | 10 января 2021 г. – 10 января 2022 г.
    """,
    "a range of months says a year once where it is the same": """
        2022-01/2022-03        | січень–березень 2022 р.                | январь–март 2022 г.
        2021-12/2022-01        | грудень 2021 р. – січень 2022 р.       | декабрь 2021 г. – январь 2022 г.
    """,
    "any other range says both of its ends in full": """
        2019/2021              | 2019 р. – 2021 р.                      | 2019 г. – 2021 г.
        2021-21/2021-23        | весна 2021 р. – осінь 2021 р.          | весна 2021 г. – осень 2021 г.
        2022-01/2022-03-12     | січень 2022 р. – 12 березня 2022 р.    | январь 2022 г. – 12 марта 2022 г.
        2021/2022-01-01        | 2021 р. – 1 січня 2022 р.              | 2021 г. – 1 января 2022 г.
    """,
    "a mark on one end of a range stays with that end": """
        2022-05-10~/2022-05-13 | близько 10 травня 2022 р. – 13 травня 2022 р. | около 10 мая 2022 г. – 13 мая 2022 г.
        2021-05/2022? | травень 2021 р. – 2022 р. (дата непевна) | май 2021 г. – 2022 г. (дата под вопросом)
        2019~/2021             | приблизно 2019 р. – 2021 р.            | примерно 2019 г. – 2021 г.
    """,
    "a range without an end takes a preposition before a day, a dash beside a month or year": """
        2022-02-24/..          | з 24 лютого 2022 р.                    | с 24 февраля 2022 г.
        2022-01/..             | січень 2022 р. – дотепер               | январь 2022 г. – по настоящее время
        2022/..                | 2022 р. – дотепер                      | 2022 г. – по настоящее время
        ../2022-02-01          | до 1 лютого 2022 р.                    | до 1 февраля 2022 г.
        ../2022-01             | … – січень 2022 р.                     | … – январь 2022 г.
        ../2022?               | … – 2022 р. (дата непевна)             | … – 2022 г. (дата под вопросом)
    """,
    "an end that is not known is said to be unknown": """
        2022-02-24/            | з 24 лютого 2022 р., кінець невідомий  | с 24 февраля 2022 г., конец неизвестен
        2022/                  | 2022 р. – кінець невідомий             | 2022 г. – конец неизвестен
        /2022-02-24            | до 24 лютого 2022 р., початок невідомий | до 24 февраля 2022 г., начало неизвестно
        /2022-01               | початок невідомий – січень 2022 р.     | начало неизвестно – январь 2022 г.
    """,
    "a season or a marked date beside an open or unknown end takes no preposition": """
        2021-21/..             | весна 2021 р. – …                      | весна 2021 г. – …
        ../2021-21             | … – весна 2021 р.                      | … – весна 2021 г.
        2022-02-24~/..         | близько 24 лютого 2022 р. – …          | около 24 февраля 2022 г. – …
        ../2022?               | … – 2022 р. (дата непевна)             | … – 2022 г. (дата под вопросом)
        2022~/                 | приблизно 2022 р. – ?                  | примерно 2022 г. – ?
        /1990%                 | ? – приблизно 1990 р. (дата непевна)   | ? – примерно 1990 г. (дата под вопросом)
    """,
    "a range from a date to itself is that date": """
        2022-01-10/2022-01-10  | 10 січня 2022 р.                       | 10 января 2022 г.
        2022-01~/2022-01~      | приблизно січень 2022 р.               | примерно январь 2022 г.
        2021/2021              | 2021 р.                                | 2021 г.
    """,
}

LIMITS = {
    "2022-01-12": (None, None),
    "2022-01": ("Джерела називають місяць, але не день.", "Источники называют месяц, но не день."),
    "2021-21": ("Джерела називають пору року, але не день.", "Источники называют время года, но не день."),
    "2022~": ("Джерела називають рік, але не день.", "Источники называют год, но не день."),
    "202X": ("Джерела називають десятиліття, але не рік.", "Источники называют десятилетие, но не год."),
    "20XX": ("Джерела називають століття, але не рік.", "Источники называют век, но не год."),
}


def unbroken(words: str) -> str:
    """The words with the space before “р.” and “г.” that CLDR sets, which breaks no line."""
    return words.replace(" р.", "\u202fр.").replace(" г.", "\u202fг.")


@pytest.fixture(scope="module")
def languages() -> Mapping[str, Language]:
    return open_languages(["uk", "ru"], [shipped_layouts()])


@pytest.mark.parametrize(
    ("text", "ukrainian", "russian"),
    [
        pytest.param(*map(str.strip, line.split("|")), id=f"{rule}: {line.split()[0]}")
        for rule, table in IN_WORDS.items()
        for line in table.strip().splitlines()
    ],
)
def test_words_have_the_case_of_their_place(
    text: str, ukrainian: str, russian: str, languages: Mapping[str, Language]
) -> None:
    """Each form of date is said as its rule asks, in both languages."""
    words = [moment_in_words(parse(text), languages[code]) for code in ("uk", "ru")]
    assert words == [unbroken(ukrainian), unbroken(russian)]


@pytest.mark.parametrize(("text", "limits"), LIMITS.items())
def test_what_the_sources_leave_open_is_said(
    text: str, limits: tuple[str | None, str | None], languages: Mapping[str, Language]
) -> None:
    """A reader is told that the month is all there is; a day leaves nothing open."""
    assert tuple(limit_of_sources(parse(text), languages[code]) for code in ("uk", "ru")) == limits


@pytest.mark.parametrize(
    ("first", "precision", "ukrainian", "russian"),
    [
        (2020, Precision.YEAR, "2020", "2020"),
        (2020, Precision.DECADE, "2020-ті роки", "2020-е годы"),
        (2000, Precision.CENTURY, "між 2000 р. і 2099 р.", "между 2000 г. и 2099 г."),
        (-43, Precision.YEAR, "44 до н. е.", "44 г. до н. э."),
    ],
)
def test_a_heading_names_a_year_without_its_word(
    first: int, precision: Precision, ukrainian: str, russian: str, languages: Mapping[str, Language]
) -> None:
    """A number above its months needs none; in a span it has one."""
    words = [year_in_words(first, precision, languages[code]) for code in ("uk", "ru")]
    assert words == [unbroken(ukrainian), unbroken(russian)]
