"""Kinds of fields. Each reads one YAML node into a value of the model, or reports what is wrong and gives None."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from enum import StrEnum
from functools import partial
from sys import intern
from typing import Generic, Protocol, TypeVar

from generator.dates import DateError, exact_day, parse_lenient
from generator.errors import Code
from generator.frontmatter import Items, Node, Scalar
from generator.languages import is_known, spelling
from generator.moment import Moment
from generator.report import Report, suggestion
from generator.urls import is_on_the_web

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


class Field(Protocol[T_co]):
    """One kind of value."""

    def read(self, node: Node, report: Report) -> T_co | None:
        """The value; None where there is none, or where it is wrong and was reported."""


def scalar_text(node: Node, report: Report, expected: str) -> str | None:
    """The text of a single value; a list or a mapping is reported."""
    if isinstance(node, Scalar):
        return node.text
    found = "a list" if isinstance(node, Items) else "a group of fields"
    report.error(Code.WRONG_TYPE, node.position, f"{expected} is expected here, not {found}", "write a single value")
    return None


def is_blank(node: Node | None) -> bool:
    """Whether nothing was written: no field, no value, or white space."""
    return node is None or (isinstance(node, Scalar) and not (node.text or "").strip())


@dataclass(frozen=True, slots=True)
class PlainText:
    """Text of one line; line breaks of the file become spaces."""

    def read(self, node: Node, report: Report) -> str | None:
        """The text without white space around it."""
        text = scalar_text(node, report, "a text")
        return re.sub(r"[ \t\n]+", " ", text).strip() or None if text is not None else None


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Text to the character, such as a quotation."""

    def read(self, node: Node, report: Report) -> str | None:
        """The text as written."""
        return scalar_text(node, report, "a text")


@dataclass(frozen=True, slots=True)
class Date:
    """An EDTF date of level 0 or 1."""

    def read(self, node: Node, report: Report) -> Moment | None:
        """The moment."""
        text = scalar_text(node, report, "a date")
        if text is None:
            return None
        try:
            return parse_lenient(text.strip())
        except DateError as error:
            part = "" if error.part == text else f": {error.part}"
            message = f"“{text}” is no date that can be read{part}"
            report.error(Code.INVALID_DATE, node.position, message, error.reason)
            return None


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A date that is exact to the day and in no doubt, such as the day an entry appeared here: feeds tell it so."""

    def read(self, node: Node, report: Report) -> Moment | None:
        """The moment."""
        moment = Date().read(node, report)
        if moment and (moment.is_range or exact_day(moment) is None):
            report.error(Code.INVALID_DATE, node.position, f"“{moment}” is not one day", "write a day: 2022-01-12")
            return None
        if moment and not MINYEAR <= moment.points[0].year <= MAXYEAR:
            message = f"“{moment}” is no day on which something can have appeared here"
            report.error(Code.INVALID_DATE, node.position, message, "write a day of our time: 2022-01-12")
            return None
        return moment


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number."""

    least: int | None = None

    def read(self, node: Node, report: Report) -> int | None:
        """The number."""
        text = scalar_text(node, report, "a whole number")
        if text is None:
            return None
        if not re.fullmatch(r"[+-]?\d{1,9}", text, re.ASCII) or (self.least is not None and int(text) < self.least):
            kind = "no whole number" if self.least is None else f"no whole number from {self.least} on"
            report.error(Code.INVALID_VALUE, node.position, f"“{text}” is {kind}", "write digits, such as 2")
            return None
        return int(text)


@dataclass(frozen=True, slots=True)
class Degrees:
    """A latitude or longitude."""

    limit: int

    def read(self, node: Node, report: Report) -> float | None:
        """The angle in degrees."""
        text = scalar_text(node, report, "a number of degrees")
        if text is None:
            return None
        if not re.fullmatch(r"[+-]?\d{1,3}(\.\d+)?", text, re.ASCII) or abs(float(text)) > self.limit:
            message = f"“{text}” is no number between -{self.limit} and {self.limit}"
            report.error(Code.INVALID_VALUE, node.position, message, "write decimal degrees: 50.879")
            return None
        return float(text)


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""

    def read(self, node: Node, report: Report) -> bool | None:
        """The truth value."""
        text = scalar_text(node, report, "true or false")
        if text is None:
            return None
        if text.lower() not in {"true", "false"}:
            report.error(
                Code.INVALID_VALUE, node.position, f"“{text}” is neither true nor false", "write true or false"
            )
            return None
        return text.lower() == "true"


E_co = TypeVar("E_co", bound=StrEnum, covariant=True)


@dataclass(frozen=True, slots=True)
class Choice(Generic[E_co]):
    """One of a few words; `what` says what they are."""

    what: str
    options: type[E_co]

    def read(self, node: Node, report: Report) -> E_co | None:
        """The option."""
        text = scalar_text(node, report, "a word")
        if text is None:
            return None
        if text not in set(self.options):
            names = [option.value for option in self.options]
            report.error(Code.INVALID_VALUE, node.position, f"“{text}” is no {self.what}", suggestion(text, names))
            return None
        return self.options(text)


@dataclass(frozen=True, slots=True)
class Url:
    """An address on the web; as a base, without a query or a fragment, since paths are added to it."""

    is_base: bool = False

    def read(self, node: Node, report: Report) -> str | None:
        """The address, with http or https."""
        text = scalar_text(node, report, "an address")
        if text is None:
            return None
        if not is_on_the_web(text, is_base=self.is_base):
            message = f"“{text}” is no address on the web"
            report.error(Code.INVALID_VALUE, node.position, message, "write it whole: https://example.org/page")
            return None
        return text


def language_hint(code: str) -> str:
    """What to write instead of a code that is no language's, or not written like one."""
    right = spelling(code)
    return f"write {right}" if right else "write a code such as fr, en or uk"


@dataclass(frozen=True, slots=True)
class LanguageCode:
    """A language: one of the site's, or any that CLDR knows where the site does not say."""

    languages: Collection[str] = ()

    def read(self, node: Node, report: Report) -> str | None:
        """The code."""
        text = scalar_text(node, report, "a language")
        if text is None:
            return None
        if not is_known(text) or (self.languages and text not in self.languages):
            hint = suggestion(text, self.languages) if self.languages else language_hint(text)
            where = " of this site (site.yaml)" if self.languages else ""
            report.error(Code.UNKNOWN_LANGUAGE, node.position, f"“{text}” is no language{where}", hint)
            return None
        return text


@dataclass(frozen=True, slots=True)
class Identifier:
    """The id of something in the gazetteer. `ids` is None where its file could not be read: then nothing is checked."""

    kind: str
    file: str
    ids: Collection[str] | None

    def read(self, node: Node, report: Report) -> str | None:
        """The id."""
        text = scalar_text(node, report, f"the id of {self.kind}")
        if text is None:
            return None
        if self.ids is not None and text not in self.ids:
            message = f"“{text}” is not the id of {self.kind} in {self.file}"
            report.error(Code.UNKNOWN_ID, node.position, message, partial(suggestion, text, self.ids))
            return None
        return intern(text)  # the same few stand in all entries
