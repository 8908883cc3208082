"""The front door to Babel: what CLDR knows of a language, and the words of the interface in it."""

import hashlib
import io
import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.messages import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import NullTranslations, Translations

from generator.errors import SettingsError
from generator.moment import Day

SOURCE_LANGUAGE = "en"
"""The language the interface is written in; it needs no catalog."""

_PATTERN_TOKEN = re.compile(r"'(?P<literal>[^']*)'|(?P<field>y+|L+|M+|d+|G+)|[^']")
_YEAR_WITH_ITS_WORD = re.compile(r"(G[^yMLd]*)?y('[^']*'|[^MLd'])*")
_LONGEST_NUMBER, _ABBREVIATED = 2, 3


_OF_THE_WORLD = {"en": "en-001"}
"""CLDR takes a language without a region for that of its largest one; an English date is that of most readers here."""
_LANGUAGE = re.compile(r"(?!und)[a-z]{2,3}(-[A-Za-z0-9]+)*", re.IGNORECASE)
_SCRIPT, _REGION = 4, 2


def spelling(code: str) -> str | None:
    """How a language code is written (BCP 47, section 2.1.1): `fr`, `pt-BR`; None where CLDR knows no such language."""
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return None
    language, *subtags = code.lower().split("-")
    cases = {_SCRIPT: str.title, _REGION: str.upper}
    tags = (cases.get(len(subtag), str.lower)(subtag) for subtag in subtags)
    return "-".join((language, *tags)) if _LANGUAGE.fullmatch(code) else None


def is_known(code: str) -> bool:
    """Whether CLDR has data for a language code such as `fr` or `pt-BR`, and it is written like that."""
    return spelling(code) == code


def catalog_path(code: str, layouts: Sequence[Path]) -> Path | None:
    """The catalog of a language, in the first layouts folder that has one; else that of the wider language: `fr`
    speaks for `fr-CA`."""
    found = (folder / "i18n" / f"{code}.po" for folder in layouts)
    wider = code.rpartition("-")[0]
    return next((path for path in found if path.is_file()), None) or (catalog_path(wider, layouts) if wider else None)


def has_words(code: str, layouts: Sequence[Path]) -> bool:
    """Whether the interface speaks a language; in any other it speaks English."""
    return code.partition("-")[0] == SOURCE_LANGUAGE or catalog_path(code, layouts) is not None


class Language:
    """Names, dates and numbers of one language, and the interface's words in it."""

    def __init__(self, code: str, catalog: bytes = b"") -> None:
        self.code = code
        self.digest = hashlib.sha256(catalog).hexdigest()
        self._locale = Locale.parse(_OF_THE_WORLD.get(code, code), sep="-")
        self.translations = _read_catalog(catalog, self._locale)

    @cached_property
    def name(self) -> str:
        """Its name in itself."""
        return Locale.parse(self.code, sep="-").display_name or self.code

    @cached_property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self._locale.text_direction

    def word(self, message: str, **values: str) -> str:
        """A message of the interface with its values filled in."""
        return str(self.translations.ugettext(message)) % values

    def word_in(self, context: str, message: str, **values: str) -> str:
        """A message that is told apart from others of the same words by its context."""
        return str(self.translations.upgettext(context, message)) % values

    def name_of(self, code: str) -> str:
        """What another language is called in this one."""
        return self._locale.languages.get(code) or code

    def territory(self, code: str) -> str:
        """What a country is called, by its ISO 3166 code."""
        return str(self._locale.territories.get(code, code))

    def day(self, day: Day) -> str:
        """A day with its month and year: “12 janvier 2022”."""
        return self._fill(self._pattern_of_day(day.year), day)

    def day_and_month(self, day: Day) -> str:
        """A day without its year: “12 janvier”."""
        return self._fill(self._locale.datetime_skeletons["MMMMd"].pattern, day)

    def day_number(self, day: Day) -> str:
        """The number of a day as the language writes it in a date: “1er”, “12”."""
        return self.word_in("first day of a month", "1") if day.day == 1 else str(day.day)

    def month_and_year(self, year: int, month: int) -> str:
        """A month with its year: “janvier 2022”."""
        pattern = self._locale.datetime_skeletons["yMMMM"].pattern if year > 0 else self._pattern_with_era("GyMMM")
        return self._fill(pattern, Day(year, month, 1))

    def month(self, month: int) -> str:
        """A month standing alone."""
        return str(self._locale.months["stand-alone"]["wide"][month])

    def month_names(self, width: Literal["wide", "abbreviated"]) -> tuple[str, ...]:
        """The months from January on, as they stand in a date."""
        return tuple(str(self._locale.months["format"][width][month]) for month in range(1, 13))

    def weekday_names(self, width: Literal["wide", "abbreviated"]) -> tuple[str, ...]:
        """The days of the week from Monday on, as they stand in a date."""
        return tuple(str(self._locale.days["format"][width][day]) for day in range(7))

    def weekday_in(self, words: str) -> int | None:
        """The one day of the week that words name, 0 for Monday; None where they name none, or several."""
        found = {self._weekdays[word] for word in re.findall(r"[^\W\d_]+", words.casefold()) if word in self._weekdays}
        return found.pop() if len(found) == 1 else None

    @cached_property
    def _weekdays(self) -> dict[str, int]:
        forms = (self._locale.days[form]["wide"] for form in ("format", "stand-alone"))
        return {str(names[day]).casefold(): day for names in forms for day in range(7)}

    def month_of_date(self, month: int) -> str:
        """A month as it stands beside a day, in the genitive where the language has one."""
        return str(self._locale.months["format"]["wide"][month])

    def year(self, year: int) -> str:
        """A year; those before 1 are counted from 1 before our era."""
        return str(year) if year > 0 else self._fill(self._pattern_with_era("Gy"), Day(year, 1, 1))

    def year_of_date(self, year: int) -> str:
        """A year as it stands in a date, with its word where the language has one: “2022”, “2022 р.”."""
        written = _YEAR_WITH_ITS_WORD.search(self._pattern_of_day(year)) if year > 0 else None
        return self._fill(written[0].strip(), Day(year, 1, 1)) if written else self.year(year)

    def list(self, items: Sequence[str]) -> str:
        """Several things: “A, B et C”."""
        return format_list(items, locale=self._locale)

    def _pattern_of_day(self, year: int) -> str:
        return str(self._locale.date_formats["long"].pattern) if year > 0 else self._pattern_with_era("GyMMMd")

    def _pattern_with_era(self, skeleton: str) -> str:
        """How CLDR writes a date with its era, the month in full: in most languages it gives the short form alone, and
        the long one has the same order (UTS 35, part 4, section “Matching Skeletons”)."""
        skeletons = self._locale.datetime_skeletons
        pattern = skeletons.get(skeleton.replace("MMM", "MMMM"), skeletons[skeleton]).pattern
        return re.sub(r"M{3,}|L{3,}", lambda month: month[0][0] * (_ABBREVIATED + 1), str(pattern))

    def _fill(self, pattern: str, day: Day) -> str:
        """Fill a CLDR date pattern. `datetime` is passed by, since it knows no year before 1 or after 9999."""

        def piece(match: re.Match[str]) -> str:
            literal, letter = match["literal"], match["field"][:1] if match["field"] else ""
            length = len(match["field"] or "")
            if letter == "y":
                return str(day.year if day.year > 0 else 1 - day.year)
            if letter in {"M", "L"}:
                return self._month_of_pattern(letter, length, day.month)
            if letter == "d":
                return self.day_number(day) if length == 1 else f"{day.day:02}"
            if letter == "G":
                return str(self._locale.eras["abbreviated"][1 if day.year > 0 else 0])
            return literal if literal is not None else match[0]

        return _PATTERN_TOKEN.sub(piece, pattern)

    def _month_of_pattern(self, letter: str, length: int, month: int) -> str:
        """A month as a pattern asks for it: in digits, abbreviated or whole (CLDR, date field symbols M and L)."""
        if length <= _LONGEST_NUMBER:
            return str(month).zfill(length)
        width = "wide" if length > _ABBREVIATED else "abbreviated"
        return str(self._locale.months["format" if letter == "M" else "stand-alone"][width][month])


def open_languages(codes: Iterable[str], layouts: Sequence[Path]) -> dict[str, Language]:
    """Languages by code, each with its catalog where the layouts have one. Raises `SettingsError`."""
    return {code: _open_language(code, catalog_path(code, layouts)) for code in codes}


def _open_language(code: str, catalog: Path | None) -> Language:
    try:
        return Language(code, catalog.read_bytes() if catalog else b"")
    except PoFileError as error:
        what = str(error).removesuffix(f" on {error.lineno}")
        raise SettingsError(f"{catalog}, line {error.lineno + 1}: {what}") from error
    except (LookupError, ValueError) as error:
        raise SettingsError(f"{catalog}: {error}") from error


@lru_cache(maxsize=20)
def _read_catalog(data: bytes, locale: Locale) -> NullTranslations:
    """What a catalog translates. A program that builds again and again reads each as it stands once."""
    if not data:
        return NullTranslations()
    catalog = read_po(io.BytesIO(data), locale=locale, abort_invalid=True)
    for message in catalog:
        _check_placeholders(message)
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    return Translations(compiled)


def _check_placeholders(message: Message) -> None:
    """Raise `ValueError` where a translation cannot be filled with the values of its message."""
    values = dict.fromkeys(re.findall(r"%\((\w+)\)", " ".join(_forms(message.id))), "1")
    for text in _forms(message.string) if message.id else ():
        try:
            _ = text % values
        except (KeyError, TypeError, ValueError) as error:
            offered = " and ".join(f"%({name})s" for name in values) or "none"
            what = f"“{text}” cannot be filled: its message offers {offered}, and a per cent sign is written %%"
            raise ValueError(f"line {message.lineno}: {what}") from error


def _forms(text: str | Sequence[str] | None) -> Sequence[str]:
    """A message, or its translation, in each of its plural forms."""
    return (text or "",) if isinstance(text, str | None) else text
