"""What becomes of a foreign timeline: each event an entry, each era a period."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from generator import frontmatter
from generator.config import Project
from generator.errors import Code
from generator.intake.additions import with_periods
from generator.intake.draft import Draft, dated_of, draft, report_date, too_deep
from generator.intake.filing import Filing
from generator.intake.naming import free, known_id
from generator.intake.outcome import Intake, Outcome, Setting
from generator.intake.prose import TooDeepError, to_plain
from generator.intake.row import Row, RowError
from generator.intake.slide import Foreign, Parts, Slide
from generator.languages import Language
from generator.report import Report
from generator.text import slugify


class Timeline:
    """Makes entries of one timeline."""

    def __init__(self, project: Project, setting: Setting, report: Report) -> None:
        self._project = project
        self._setting = setting
        self._report = report
        self._filing = Filing(project, setting)
        self._periods: dict[str, Mapping[str, object]] = {}

    def take(self, foreign: Foreign) -> Intake:
        """All rows that can be taken. Raises `ContentError` where themes and periods cannot be added."""
        drafts = [(row, found) for row, slide in self._rows(foreign.events) if (found := self._draft(slide, row))]
        outcomes = tuple(self._outcome(found, row) for row, found in drafts)
        for row, era in self._rows(foreign.eras):
            self._take_era(era, row)
        periods = self._project.content / "periods.yaml"
        additions = (
            self._filing.additions(),
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
        path = self._filing.path(self._filing.slug(found.slug))
        groups = [found.group] if found.group else []
        return self._filing.outcome(path, groups, lambda ids, day: found.text(self._setting.lang, ids, day), row)

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
            told = {"summary": self._filing.words(summary)} if summary else {}
            self._periods[id_] = {"id": id_, "title": self._filing.words(title), **dates, **told}

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
