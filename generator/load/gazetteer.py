"""Reads `site.yaml` and the YAML files that entries refer to by id."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from generator.config import Project
from generator.errors import Code, Position, Problem
from generator.frontmatter import Table
from generator.load import schema
from generator.load.fields import is_blank
from generator.load.reading import read_yaml, read_yaml_list
from generator.load.records import Languages, Record
from generator.load.report import Report
from generator.load.slugs import check_slug
from generator.model import Actor, Gazetteer, Location, Period, Sequence, Site, Theme

T = TypeVar("T")
RecordOf = Callable[[str, Collection[str]], Record[Any]]


def read_site(project: Project, problems: list[Problem]) -> tuple[Site | None, tuple[str, ...]]:
    """The settings, None where they are missing or wrong; and the languages, as far as these can be read."""
    path = project.content / "site.yaml"
    report = Report(project.name(path), problems)
    if not path.exists():
        hint = "create it with title, description, base_url and languages"
        report.error(Code.MISSING_FILE, Position(), "the site has no settings", hint)
        return None, ()
    table = read_yaml(path, report)
    if table is None:
        return None, ()
    languages = table.values.get("languages")
    codes = Languages().read(languages, Report("", [])) if languages else None
    return schema.site_record(codes[0] if codes else "en").read(table, report), codes or ()


class GazetteerReader:
    """Reads the four files of named things and the list of periods."""

    def __init__(self, project: Project, default: str, problems: list[Problem]) -> None:
        self._project = project
        self._default = default
        self._problems = problems
        self._ids: dict[str, Collection[str] | None] = {}
        self._tables: dict[str, Table] = {}

    def read(self) -> tuple[Gazetteer, schema.KnownIds]:
        """The gazetteer, and the ids that can be checked against it."""
        gazetteer = Gazetteer(
            actors=self._named("actors", schema.actor_record, Actor),
            places=self._named("places", schema.place_record, Location),
            themes=self._named("themes", schema.theme_record, Theme),
            periods=self._periods(),
            sequences=self._named("sequences", schema.sequence_record, Sequence),
        )
        self._check_nesting(gazetteer.places)
        return gazetteer, schema.KnownIds(*(self._ids[name] for name in ("actors", "places", "themes", "sequences")))

    def _report(self, name: str) -> Report:
        return Report(self._project.name(self._project.content / f"{name}.yaml"), self._problems)

    def _named(self, name: str, record_of: RecordOf, build: Callable[..., T]) -> dict[str, T]:
        """A file of things by id, each read by its record and built with its id. A faulty thing keeps its id known."""
        report = self._report(name)
        table = read_yaml(self._project.content / f"{name}.yaml", report)
        self._ids[name] = None if table is None else table.values.keys()
        if table is None:
            return {}
        self._tables[name] = table
        record = record_of(self._default, table.values.keys())
        found: dict[str, T] = {}
        for id_, node in table.values.items():
            check_slug(id_, table.keys[id_], report, "id")
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
        for node in items.items:
            period = record.read(node, report)
            if period is None:
                continue
            check_slug(period.id, node.position, report, "id")
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
                report.error(Code.INVALID_VALUE, self._within(place.id), message, "remove one of these lines within:")

    def _within(self, id_: str) -> Position:
        """Where a place says what it lies in."""
        node = self._tables["places"].values[id_]
        return node.values["within"].position if isinstance(node, Table) else node.position
