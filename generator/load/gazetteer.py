"""Reads `site.yaml` and the YAML files that entries refer to by id."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from generator.config import Project
from generator.errors import Code, Position, Problem
from generator.frontmatter import Table
from generator.languages import has_words
from generator.load import schema
from generator.load.fields import is_blank
from generator.load.reading import read_yaml, read_yaml_list
from generator.load.records import Languages, Record
from generator.load.slugs import check_slug
from generator.model import Actor, Gazetteer, Location, Period, Sequence, Site, Theme
from generator.report import Report

T = TypeVar("T")
_NAMED = ("actors", "places", "themes", "sequences")


def read_site(project: Project, problems: list[Problem]) -> tuple[Site | None, tuple[str, ...]]:
    """The settings, None where they are missing or wrong; and the languages, none where these are."""
    path = project.content / "site.yaml"
    report = Report(project.name(path), problems)
    if not path.exists():
        hint = "create it with title, description, base_url and languages"
        report.error(Code.MISSING_FILE, Position(), "the site has no settings", hint)
        return None, ()
    table = read_yaml(path, report)
    if table is None:
        return None, ()
    codes = _sound_languages(table)
    _check_words(table, codes, project, report)
    return schema.site_record(codes[0] if codes else "en").read(table, report), codes


def _sound_languages(table: Table) -> tuple[str, ...]:
    """The languages, none where any of them is faulty: what is said of other files would then be wrong.

    They are read apart, since the settings are read by the first of them.
    """
    faults: list[Problem] = []
    node = table.values.get("languages")
    codes = Languages().read(node, Report("", faults)) if node else None
    return codes if codes and not faults else ()


def _check_words(table: Table, codes: tuple[str, ...], project: Project, report: Report) -> None:
    """Warn of languages that the interface does not speak."""
    for code in codes:
        if not has_words(code, project.layouts):
            message = f"the interface has no words in “{code}”: pages in it show those words in English"
            hint = f"add layouts/i18n/{code}.po (layouts/README.md)"
            report.warning(Code.MISSING_CATALOG, table.values["languages"].position, message, hint)


def _check_id(id_: str, spelled: dict[str, str], position: Position, report: Report) -> None:
    """Report an id that cannot stand in an address, or is there in other letters; `spelled` has those before it."""
    check_slug(id_, position, report, "id")
    first = spelled.setdefault(id_.casefold(), id_)
    if first != id_:
        message = f"“{id_}” and “{first}” are one address on many systems"
        report.error(Code.PATH_CLASH, position, message, "give each its own id")


class GazetteerReader:
    """Reads the four files of named things and the list of periods."""

    def __init__(self, project: Project, default: str, problems: list[Problem]) -> None:
        self._project = project
        self._default = default
        self._problems = problems
        self._tables = {name: self._table(name) for name in _NAMED}

    def read(self) -> tuple[Gazetteer, schema.KnownIds]:
        """The gazetteer, and the ids that can be checked against it."""
        known = schema.KnownIds(**{name: self._ids(name) for name in _NAMED})
        gazetteer = Gazetteer(
            actors=self._named("actors", schema.actor_record(self._default, known.actors), Actor),
            places=self._named("places", schema.place_record(self._default, known.places), Location),
            themes=self._named("themes", schema.theme_record(self._default), Theme),
            periods=self._periods(),
            sequences=self._named("sequences", schema.sequence_record(self._default), Sequence),
        )
        self._check_nesting(gazetteer.places)
        self._check_points()
        return gazetteer, known

    def _table(self, name: str) -> Table | None:
        return read_yaml(self._project.content / f"{name}.yaml", self._report(name))

    def _ids(self, name: str) -> Collection[str] | None:
        """The ids in a file, None where it could not be read."""
        table = self._tables[name]
        return None if table is None else table.values.keys()

    def _report(self, name: str) -> Report:
        return Report(self._project.name(self._project.content / f"{name}.yaml"), self._problems)

    def _named(self, name: str, record: Record[Any], build: Callable[..., T]) -> dict[str, T]:
        """A file of things by id, each read by its record and built with its id."""
        report, table = self._report(name), self._tables[name]
        found: dict[str, T] = {}
        spelled: dict[str, str] = {}
        if table is None:
            return found
        for id_, node in table.values.items():
            _check_id(id_, spelled, table.keys[id_], report)
            if is_blank(node):
                report.error(Code.MISSING_FIELD, table.keys[id_], f"“{id_}” has no fields", "write them, or remove it")
            values = record.read(node, report)
            if values is not None:
                found[id_] = build(id=id_, **values)
        return found

    def _periods(self) -> dict[str, Period]:
        report = self._report("periods")
        items = read_yaml_list(self._project.content / "periods.yaml", report)
        record = schema.period_record(self._default)
        periods: dict[str, Period] = {}
        spelled: dict[str, str] = {}
        for node in items.items:
            period = record.read(node, report)
            if period is None:
                continue
            _check_id(period.id, spelled, node.position, report)
            if period.id in periods:
                report.error(Code.DUPLICATE_KEY, node.position, f"“{period.id}” is here twice", "give each its own id")
            if period.end and period.end.latest and period.start.earliest and period.end.latest < period.start.earliest:
                report.error(Code.INVALID_DATE, node.position, "the period ends before it begins", "swap from and to")
            periods[period.id] = period
        return periods

    def _check_nesting(self, places: Mapping[str, Location]) -> None:
        """Report places that lie within themselves."""
        report = self._report("places")
        for place in places.values():
            ring = [place.id]
            while (outer := places[ring[-1]].within) in places and outer not in ring:
                ring.append(str(outer))
            if outer == place.id == min(ring):
                message = f"places lie within one another: {' → '.join([*ring, place.id])}"
                position = self._position("places", place.id, "within")
                report.error(Code.INVALID_VALUE, position, message, "remove one of these lines within:")

    def _check_points(self) -> None:
        """Report places with one half of a point: they would be on no map."""
        report, table = self._report("places"), self._tables["places"]
        for id_, node in table.values.items() if table else ():
            given = [field for field in ("lat", "lon") if isinstance(node, Table) and field in node.values]
            if len(given) == 1:
                message = f"“{id_}” has {given[0]} alone"
                report.error(Code.INVALID_VALUE, self._position("places", id_, given[0]), message, "give lat and lon")

    def _position(self, name: str, id_: str, field: str) -> Position:
        """Where a thing has a field, or the beginning of its file."""
        table = self._tables[name]
        node = table.values[id_] if table else None
        return node.values[field].position if isinstance(node, Table) else Position()
