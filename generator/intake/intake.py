"""The room's one door: reads a foreign timeline, says what becomes of each row, and writes the entries."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from pathlib import Path

from generator import frontmatter
from generator.config import Project
from generator.errors import Code, Problem
from generator.files import write_whole
from generator.intake import source
from generator.intake.additions import Addition, with_periods, with_themes
from generator.intake.draft import Draft, dated_of, draft, report_date, too_deep
from generator.intake.naming import free, known_id
from generator.intake.prose import TooDeepError, to_plain
from generator.intake.row import Row, RowError
from generator.intake.slide import Foreign, Parts, Slide
from generator.languages import Language
from generator.model import Gazetteer, Site
from generator.report import Report
from generator.text import slugify

_PUBLISHED = re.compile(r"^published: *(\S+)[ \t]*$", re.MULTILINE)


class Fate(StrEnum):
    """What becomes of a row."""

    WRITTEN = "written"
    UNCHANGED = "unchanged"
    KEPT = "left alone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A row that was taken: its entry, and whether it has to be written. The text of one that is there is its own."""

    path: Path
    fate: Fate
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """What entries are made for. `addresses` leads from every slug and alias in use, in small letters, to its file;
    `today` stamps new entries."""

    site: Site
    gazetteer: Gazetteer
    addresses: Mapping[str, Path]
    lang: str
    today: str


@dataclass(frozen=True, slots=True)
class Intake:
    """All that becomes of a file. `settings` is what its title would be in `site.yaml`, as YAML, empty where it has
    none or says the same; `unused` counts, by name, what has no place here."""

    outcomes: tuple[Outcome, ...]
    additions: tuple[Addition, ...]
    settings: str
    unused: Mapping[str, int]
    problems: tuple[Problem, ...]


def take(project: Project, path: Path, setting: Setting) -> Intake:
    """Read a foreign file, without writing. A row that cannot be taken is among the problems.

    Raises `ContentError` where the file is no timeline, or themes and periods cannot be added, and `OSError`.
    """
    report = Report(project.name(path), [])
    foreign = source.read(path, report)
    return _Taking(project, setting, report).take(foreign)


def write(intake: Intake) -> Iterator[Outcome]:
    """Write what is new, each file whole: first what entries refer to. Raises `OutputError`."""
    for addition in intake.additions:
        write_whole(addition.path, addition.data)
    for outcome in intake.outcomes:
        if outcome.fate is Fate.WRITTEN:
            write_whole(outcome.path, outcome.text.encode())
        yield outcome


class _Taking:
    """Makes entries of one file."""

    def __init__(self, project: Project, setting: Setting, report: Report) -> None:
        self._project = project
        self._setting = setting
        self._report = report
        self._default = setting.site.languages[0]
        self._themes: dict[str, Mapping[str, object]] = {}
        self._periods: dict[str, Mapping[str, object]] = {}
        self._given: set[str] = set()

    def take(self, foreign: Foreign) -> Intake:
        """All rows that can be taken."""
        drafts = [(row, found) for row, slide in self._rows(foreign.events) if (found := self._draft(slide, row))]
        outcomes = tuple(self._outcome(found, row) for row, found in drafts)
        for row, era in self._rows(foreign.eras):
            self._take_era(era, row)
        content = self._project.content
        themes, periods = content / "themes.yaml", content / "periods.yaml"
        additions = (
            with_themes(themes, self._project.name(themes), self._themes),
            with_periods(periods, self._project.name(periods), list(self._periods.values())),
        )
        looks = (name for _, found in drafts for name in found.looks)
        return Intake(
            outcomes,
            tuple(addition for addition in additions if addition.ids),
            self._settings(foreign.titles),
            Counter([*foreign.all_unused, *looks]),
            self._report.problems,
        )

    def _rows(self, slides: tuple[Slide, ...]) -> Iterator[tuple[Row, Slide]]:
        return ((Row(self._report, slide.position, slide.name), slide) for slide in slides)

    @cached_property
    def _months(self) -> frozenset[str]:
        """The names of months in the languages of the site and in English."""
        languages = [Language(code) for code in ("en", *self._setting.site.languages)]
        names = (name for each in languages for name in (*each.month_names("wide"), *each.month_names("abbreviated")))
        return frozenset(name.casefold().rstrip(".") for name in names)

    def _draft(self, slide: Slide, row: Row) -> Draft | None:
        try:
            return draft(slide, row, self._months)
        except RowError as fault:
            row.error(fault)
            return None

    def _outcome(self, found: Draft, row: Row) -> Outcome:
        """Whether the entry is new. One that is there is never written over."""
        slug = free(found.slug, self._given)
        self._given.add(slug.casefold())
        theme = self._theme(found.group, row)
        target = self._project.entries / f"{slug}.md"
        there = self._setting.addresses.get(slug.casefold()) or (target if target.exists() else None)
        if there is None:
            if theme and theme not in self._setting.gazetteer.themes:
                self._themes.setdefault(theme, {"name": self._words(found.group)})
            text = found.text(self._setting.lang, theme, self._setting.today)
            return Outcome(target, Fate.WRITTEN, text)
        before = there.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        published = _PUBLISHED.search(before)
        text = found.text(self._setting.lang, theme, published[1] if published else self._setting.today)
        if text == before:
            return Outcome(there, Fate.UNCHANGED, before)
        message = f"{self._project.name(there)} is there already, says something else and is left alone"
        row.warning(Code.PATH_CLASH, message, "compare the two; to have it made anew, remove the entry")
        return Outcome(there, Fate.KEPT, before)

    def _theme(self, group: str, row: Row) -> str | None:
        """The id of the theme of a group, which may be new."""
        if not group:
            return None
        themes = self._setting.gazetteer.themes.values()
        id_ = known_id(group, ((theme.id, theme.name) for theme in themes)) or free(slugify(group), ())
        if not id_:
            row.warning(Code.INVALID_SLUG, f"the group “{group}” can be no theme and is left out", "name it in letters")
        return id_ or None

    def _take_era(self, era: Slide, row: Row) -> None:
        """A new period, where there is none of its name."""
        try:
            title, summary = to_plain(era.headline), to_plain(era.text)
            dated = dated_of(era)
            spans = [dated_of(replace(era, start=ends, end=Parts())) for ends in (era.start, era.end) if ends]
        except RowError as fault:
            row.error(fault)
        except TooDeepError:
            row.error(too_deep())
        else:
            report_date(era, dated, row, self._months)
            dates = [span.edtf.partition("T")[0] for span in spans]
            self._add_period(title, dict(zip(("from", "to"), dates, strict=False)), summary, row)

    def _add_period(self, title: str, dates: Mapping[str, str], summary: str, row: Row) -> None:
        periods = self._setting.gazetteer.periods.values()
        if not slugify(title):
            row.error(RowError(Code.MISSING_FIELD, "there is no headline", "write one: a period has a title"))
        elif not known_id(title, ((period.id, period.title) for period in periods)):
            id_ = free(slugify(title), self._periods)
            told = {"summary": self._words(summary)} if summary else {}
            self._periods[id_] = {"id": id_, "title": self._words(title), **dates, **told}

    def _words(self, text: str) -> str | Mapping[str, str]:
        """Words as YAML files hold them: plain in the default language, else by their language."""
        return text if self._setting.lang == self._default else {self._setting.lang: text}

    def _settings(self, titles: tuple[Slide, ...]) -> str:
        """What the first title would be among the settings; the others are reported."""
        for row, _ in self._rows(titles[1:]):
            row.error(RowError(Code.DUPLICATE_KEY, "there is a title already", "make it an event, with a date"))
        site, lang = self._setting.site, self._setting.lang
        try:
            words = {"title": to_plain(titles[0].headline), "description": to_plain(titles[0].text)} if titles else {}
        except TooDeepError:
            next(self._rows(titles))[0].error(too_deep())
            return ""
        there = {"title": site.title, "description": site.description}
        new = {name: {lang: text} for name, text in words.items() if text and there[name].get(lang) != text}
        return frontmatter.dump(new) if new else ""
