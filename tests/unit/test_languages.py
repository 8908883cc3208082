"""What CLDR knows of a language, with and without a catalog. Babel's own formatting is the oracle."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from babel.dates import format_date, format_skeleton
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import SettingsError
from generator.languages import Language, catalog_path, has_words, is_known, open_languages, spelling
from generator.moment import Day

LANGUAGES = "fr en de ru uk pl es it pt pt-BR nl sv fi cs hu ro el tr lt lv ka ar he fa hi ko vi".split()

# Language: a day, the same without its year, its month with a year, and the month alone.
MONTH_NAMES = {
    "ru": ("12 мая 2022\u202fг.", "12 мая", "май 2022\u202fг.", "май"),
    "uk": ("12 травня 2022\u202fр.", "12 травня", "травень 2022\u202fр.", "травень"),
    "pl": ("12 maja 2022", "12 maja", "maj 2022", "maj"),
    "de": ("12. Mai 2022", "12. Mai", "Mai 2022", "Mai"),
    "fr": ("12 mai 2022", "12 mai", "mai 2022", "mai"),
    "en": ("12 May 2022", "12 May", "May 2022", "May"),
}

YEARS = {
    ("fr", 2022): "2022",
    ("fr", 1): "1",
    ("fr", 0): "1 av. J.-C.",
    ("de", -43): "44 v. Chr.",
    ("ru", -43): "44\u202fг. до н. э.",
    ("en", 12000): "12000",
}

CATALOG = """\
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8"

msgid "All of %(year)s"
msgstr "Alles von %(year)s"

msgctxt "first day of a month"
msgid "1"
msgstr "erste"
"""

HEADER = b'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
FAULTY_CATALOGS = {
    "it is a catalog": (b"hello world\n", "line 1: Unknown"),
    "every message has its translation": (b'msgid "a"\n', "line 1: missing msgstr"),
    "it is UTF-8": (b'msgid "a"\nmsgstr "\xe9"\n', "utf-8"),
    "its encoding is one": (HEADER.replace(b"utf-8", b"foo"), "unknown encoding: foo"),
    "its plural rule is one": (b'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=foo(n);\\n"\n', "foo"),
    "a placeholder has a value": (
        HEADER + b'msgid "All of %(year)s"\nmsgstr "Alles %(jahr)s"\n',
        "line 4: “Alles %(jahr)s” cannot be filled: its message offers %(year)s",
    ),
    "a per cent sign is doubled": (HEADER + b'msgid "Themes"\nmsgstr "100 % T"\n', "line 4: “100 % T”"),
}


def day_of(moment: date) -> Day:
    return Day(moment.year, moment.month, moment.day)


@pytest.mark.parametrize(("code", "words"), MONTH_NAMES.items())
def test_a_month_has_the_case_of_its_place_without_a_catalog(code: str, words: tuple[str, ...]) -> None:
    """Beside a day it stands in the genitive, alone or with a year in the nominative."""
    language, day = Language(code), Day(2022, 5, 12)
    assert words == (
        language.day(day),
        language.day_and_month(day),
        language.month_and_year(2022, 5),
        language.month(5),
    )


def test_a_month_named_apart_from_its_day_keeps_the_genitive() -> None:
    """In a range of days the month is written once, and still belongs to the days."""
    assert [Language(code).month_of_date(3) for code in ("ru", "uk", "fr")] == ["марта", "березня", "mars"]


@settings(deadline=None)
@given(st.sampled_from(LANGUAGES), st.dates())
def test_dates_are_those_of_babel(code: str, moment: date) -> None:
    """Years 1 to 9999, which Babel can do too, read as Babel writes them, English ones as most of the world does."""
    language, day = Language(code), day_of(moment)
    locale = "en_001" if code == "en" else code.replace("-", "_")
    assert language.day(day) == format_date(moment, "long", locale=locale)
    assert language.day_and_month(day) == format_skeleton("MMMMd", moment, locale=locale)
    assert language.month_and_year(day.year, day.month) == format_skeleton("yMMMM", moment, locale=locale)


@pytest.mark.parametrize("code", "zh ja yue af hy th".split())
def test_every_pattern_of_cldr_is_filled(code: str) -> None:
    """Months in numbers, days of two digits and eras are filled in too."""
    moment = date(2022, 5, 7)
    assert Language(code).day(day_of(moment)) == format_date(moment, "long", locale=code)


def test_a_date_beyond_the_calendar_of_datetime_is_said_like_any_other() -> None:
    """The year 12000 and the years before 1 have days too."""
    assert Language("de").day(Day(12000, 2, 29)) == "29. Februar 12000"
    assert Language("de").day(Day(-43, 3, 15)) == "15. März 44 v. Chr."
    assert Language("en").month_and_year(0, 3) == "March 1 BC"


@pytest.mark.parametrize(("of", "words"), YEARS.items())
def test_a_year_before_1_is_counted_from_1_before_our_era(of: tuple[str, int], words: str) -> None:
    """There is no year 0 in words."""
    code, year = of
    assert Language(code).year(year) == words


@pytest.mark.parametrize(
    ("code", "year", "words"),
    [
        ("fr", 2022, "2022"),
        ("uk", 2022, "2022\u202fр."),
        ("ru", 1, "1\u202fг."),
        ("es", 2022, "2022"),
        ("hu", 2022, "2022."),
        ("lt", 2022, "2022 m."),
        ("ja", 2022, "2022年"),
        ("th", 2022, "ค.ศ. 2022"),
        ("uk", -43, "44 до н. е."),
        ("ru", -43, "44\u202fг. до н. э."),
    ],
)
def test_a_year_of_a_date_has_the_word_that_its_language_gives_it(code: str, year: int, words: str) -> None:
    """CLDR writes it in the pattern of a whole date, and nowhere else."""
    assert Language(code).year_of_date(year) == words


@pytest.mark.parametrize(
    ("code", "day", "month"),
    [
        ("ru", "15 марта 44\u202fг. до н. э.", "март 44\u202fг. до н. э."),
        ("uk", "15 березня 44\u202fр. до н. е.", "березень 44\u202fр. до н. е."),
        ("fr", "15 mars 44 av. J.-C.", "mars 44 av. J.-C."),
        ("pl", "15 marca 44 p.n.e.", "marzec 44 p.n.e."),
        ("hu", "i. e. 44. március 15.", "i. e. 44. március"),
        ("ja", "紀元前44年3月15日", "紀元前44年3月"),
    ],
)
def test_an_era_stands_where_its_language_puts_it(code: str, day: str, month: str) -> None:
    """After the word for a year, or before the year."""
    assert (Language(code).day(Day(-43, 3, 15)), Language(code).month_and_year(-43, 3)) == (day, month)


def test_a_language_knows_its_name_direction_and_lists() -> None:
    """All of it comes from CLDR."""
    french, arabic = Language("fr"), Language("ar")
    assert (french.name, french.direction, french.name_of("uk")) == ("français", "ltr", "ukrainien")
    assert (arabic.name, arabic.direction) == ("العربية", "rtl")
    assert french.list(["A", "B", "C"]) == "A, B et C"
    assert french.name_of("xx") == "xx"


@pytest.mark.parametrize("code", ["fr", "uk", "pt-BR", "zh-Hant", "sr-Latn"])
def test_a_language_of_cldr_is_known(code: str) -> None:
    """With or without a region or script."""
    assert is_known(code)


@pytest.mark.parametrize("code", ["", "xx", "french", "fr_FR", "fr-", "f", "../fr", "root", "und", "FR", "pt-br"])
def test_anything_else_is_not_known(code: str) -> None:
    """A code is read as BCP 47 writes it."""
    assert not is_known(code)


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("FR", "fr"),
        ("pt-br", "pt-BR"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("EN-001", "en-001"),
        ("root", None),
        ("xx", None),
    ],
)
def test_a_language_has_one_spelling(code: str, right: str | None) -> None:
    """It stands in addresses and file names, where case tells them apart."""
    assert spelling(code) == right


def test_a_language_of_a_region_speaks_as_the_wider_language_where_it_has_no_catalog(tmp_path: Path) -> None:
    """The catalog of its own stands first, wherever it is."""
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder, name in ((own, "de"), (shipped, "de-AT")):
        (folder / "i18n").mkdir(parents=True)
        (folder / "i18n" / f"{name}.po").write_text(CATALOG, "utf-8")
    assert catalog_path("de-AT", [own, shipped]) == shipped / "i18n" / "de-AT.po"
    assert catalog_path("de-CH", [own, shipped]) == own / "i18n" / "de.po"
    assert open_languages(["de-CH"], [own])["de-CH"].word("All of %(year)s", year="2022") == "Alles von 2022"
    spoken = [code for code in ("en", "en-GB", "de-CH", "uk") if has_words(code, [own])]
    assert spoken == ["en", "en-GB", "de-CH"]


def test_words_come_from_the_first_catalog_found(tmp_path: Path) -> None:
    """A project's own catalog stands before the shipped one; without any, the interface speaks English."""
    own, shipped = tmp_path / "own", tmp_path / "shipped"
    for folder, catalog in {own: CATALOG, shipped: CATALOG.replace("Alles", "Ganz")}.items():
        (folder / "i18n").mkdir(parents=True)
        (folder / "i18n" / "de.po").write_text(catalog, "utf-8")
    languages = open_languages(["de", "nl"], [own, shipped])
    assert list(languages) == ["de", "nl"]
    assert languages["de"].word("All of %(year)s", year="2022") == "Alles von 2022"
    assert languages["nl"].word("All of %(year)s", year="2022") == "All of 2022"
    assert open_languages(["de"], [shipped])["de"].word("All of %(year)s", year="2022") == "Ganz von 2022"
    assert catalog_path("de", [own, shipped]) == own / "i18n" / "de.po"
    assert catalog_path("nl", [own, shipped]) is None


@pytest.mark.parametrize(("catalog", "said"), FAULTY_CATALOGS.values(), ids=FAULTY_CATALOGS)
def test_a_faulty_catalog_is_named_with_what_is_wrong(catalog: bytes, said: str, tmp_path: Path) -> None:
    """A translator is no programmer: no traceback, and the line where it is known."""
    path = tmp_path / "i18n" / "de.po"
    path.parent.mkdir()
    path.write_bytes(catalog)
    with pytest.raises(SettingsError) as fault:
        open_languages(["de"], [tmp_path])
    assert str(fault.value).startswith(str(path))
    assert said in str(fault.value)


def test_a_message_is_told_apart_by_its_context() -> None:
    """The same words may be said otherwise elsewhere; only the first of a month has a name of its own."""
    german = Language("de", CATALOG.encode())
    assert german.word_in("first day of a month", "1") == "erste"
    assert german.word_in("first of a list", "1") == german.word("1") == "1"
    assert [german.day_number(Day(2022, 1, day)) for day in (1, 2, 11)] == ["erste", "2", "11"]


def test_a_digest_changes_with_the_catalog_alone() -> None:
    """What is drawn with other words has another fingerprint."""
    assert Language("de", CATALOG.encode()).digest == Language("de", CATALOG.encode()).digest
    assert len({Language("de", data).digest for data in (b"", CATALOG.encode(), CATALOG.encode() + b"\n")}) == 3


def test_every_day_of_a_year_has_its_own_words() -> None:
    """No two days are said alike."""
    days = [day_of(date(2024, 1, 1) + timedelta(number)) for number in range(366)]
    assert len({Language("fr").day(day) for day in days}) == len(days)
