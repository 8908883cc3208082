"""Kinds of fields that hold others: lists, words in several languages, groups of named fields."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic

from generator.errors import Code, Position
from generator.frontmatter import Items, Node, Scalar, Table
from generator.languages import is_known
from generator.load.fields import Field, LanguageCode, PlainText, T, is_blank, language_hint
from generator.model import Words
from generator.report import Report, suggestion


@dataclass(frozen=True, slots=True)
class Described(Generic[T]):
    """A field, and what it holds: a part of a sentence, for authors."""

    says: str
    field: Field[T]

    def read(self, node: Node, report: Report) -> T | None:
        """The value of the field."""
        return self.field.read(node, report)


@dataclass(frozen=True, slots=True)
class ListOf(Generic[T]):
    """A list of values of one kind; wrong ones are reported and left out."""

    item: Field[T]

    def read(self, node: Node, report: Report) -> tuple[T, ...] | None:
        """The values."""
        if isinstance(node, Scalar) and node.text is None:
            return None
        if not isinstance(node, Items):
            hint = f"write [{node.text}]" if isinstance(node, Scalar) else "begin each item with - and a space"
            report.error(Code.WRONG_TYPE, node.position, "a list is expected here", hint)
            return None
        values = (self.item.read(item, report) for item in node.items)
        return tuple(value for value in values if value is not None)


@dataclass(frozen=True, slots=True)
class OneOrMore(Generic[T]):
    """A value, or a list of such values."""

    item: Field[T]

    def read(self, node: Node, report: Report) -> tuple[T, ...] | None:
        """The values."""
        if isinstance(node, Items):
            return ListOf(self.item).read(node, report)
        value = self.item.read(node, report)
        return None if value is None else (value,)


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a site: one at least, none twice."""

    def read(self, node: Node, report: Report) -> tuple[str, ...] | None:
        """The codes, the default first."""
        codes = ListOf(LanguageCode()).read(node, report)
        if codes is not None and not codes and isinstance(node, Items):
            report.error(Code.MISSING_FIELD, node.position, "a site needs a language", "write [en]")
        elif codes and len({code.casefold() for code in codes}) < len(codes):
            report.error(Code.INVALID_VALUE, node.position, "a language stands here twice", "name each one once")
        else:
            return codes
        return None


@dataclass(frozen=True, slots=True)
class InLanguages:
    """The same words in several languages; a single text counts for the default language."""

    default: str

    def read(self, node: Node, report: Report) -> Words | None:
        """Words by language code, at least one."""
        if not isinstance(node, Table):
            text = PlainText().read(node, report)
            return {self.default: text} if text else None
        words: dict[str, str] = {}
        for code, value in node.values.items():
            if not is_known(code):
                message = f"“{code}” is no language"
                report.error(Code.UNKNOWN_LANGUAGE, node.keys[code], message, language_hint(code))
            elif text := PlainText().read(value, report):
                words[code] = text
        if not words and all(map(is_blank, node.values.values())):
            hint = f"write {{{self.default}: …}}"
            report.error(Code.MISSING_FIELD, node.position, "words are needed in one language at least", hint)
        return words or None


@dataclass(frozen=True, slots=True)
class Record(Generic[T]):
    """A group of named fields. `build` makes the value from those that were given and are sound."""

    what: str
    fields: Mapping[str, Field[Any]]
    build: Callable[..., T]
    required: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    foreign: Mapping[str, str] = field(default_factory=dict)
    """Names of other tools that mean no field of ours, in small letters, and what to do about each."""

    def read(self, node: Node, report: Report) -> T | None:
        """The value; None where nothing was written, or a required field is missing or wrong."""
        if is_blank(node):
            return None
        if not isinstance(node, Table):
            example = ", ".join(f"{name}: …" for name in self.required or tuple(self.fields)[:1])
            report.error(Code.WRONG_TYPE, node.position, f"{self.what} has fields", f"write {{{example}}}")
            return None
        values = self.values(node, report)
        if any(values.get(name) is None for name in self.required):
            return None
        return self.build(**{name: value for name, value in values.items() if value is not None})

    def values(self, table: Table, report: Report) -> dict[str, Any]:
        """The fields that were given, by name; unknown and missing ones are reported."""
        values: dict[str, Any] = {}
        for key, node in table.values.items():
            name = self._field_name(key, table, values, report)
            if name is not None:
                values[name] = self.fields[name].read(node, report)
        for name in self.required:
            if is_blank(table.values.get(name)):
                report_missing(self.what, name, table.keys.get(name), table.position, report)
        if self.any_of and all(is_blank(table.values.get(name)) for name in self.any_of):
            hint = f"add {', '.join(self.any_of[:-1])} or {self.any_of[-1]}"
            report.error(Code.MISSING_FIELD, table.position, f"{self.what} says nothing here", hint)
        return values

    def _field_name(self, key: str, table: Table, values: Mapping[str, Any], report: Report) -> str | None:
        """The field that a key means; a name that another tool gives to a field of ours is taken once."""
        if key in self.fields:
            return key
        meant = self.renamed.get(key)
        if meant is None:
            hint = self.foreign.get(key.lower()) or suggestion(key, self.fields)
            report.error(Code.UNKNOWN_KEY, table.keys[key], f"{self.what} has no field “{key}”", hint)
            return None
        if meant in table.values or meant in values:
            message = f"“{key}” means “{meant}”, which is here too"
            report.error(Code.UNKNOWN_KEY, table.keys[key], message, f"put all of them in {meant}")
            return None
        report.warning(Code.RENAMED_KEY, table.keys[key], f"“{key}” is read as “{meant}”", f"write {meant}")
        return meant


def report_missing(what: str, name: str, place: Position | None, start: Position, report: Report) -> None:
    """Report a field that is without a value in its `place`, or has none among the fields that `start` somewhere."""
    hint = f"write something after {name}:" if place else f"add a line {name}: …"
    report.error(Code.MISSING_FIELD, place or start, f"{what} needs “{name}”", hint)


def kind_of(field: Field[Any]) -> Field[Any]:
    """The kind of a single value of a field, whatever is said of it and however many it takes."""
    while isinstance(field, Described | ListOf | OneOrMore):
        field = field.field if isinstance(field, Described) else field.item
    return field
