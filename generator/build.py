"""The order of the stages. Nothing else happens here.

seeds ──convert──▶ entries ──load──▶ content ──arrange──▶ chronology ──plan──▶ pages ──publish──▶ site
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from generator.chronology.arrange import arrange
from generator.config import BuildOptions, Project
from generator.convert.batch import Fate, Outcome, convert, unconverted
from generator.errors import ContentError, Problem, SettingsError
from generator.files import Output
from generator.languages import open_languages
from generator.load.content import Content, default_language, load
from generator.publish.publish import Deed, publish
from generator.render.assets import addresses_of, collect_assets, collect_pictures
from generator.render.draw import Drawer
from generator.render.machine import in_feed
from generator.render.plan import check, editions, plan


@dataclass(slots=True)
class Summary:
    """What a build did, counted and named."""

    converted: list[Outcome] = field(default_factory=list)
    entries: int = 0
    drafts: tuple[str, ...] = ()
    without_published: int = 0
    warnings: list[Problem] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    unchanged: int = 0
    removed: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)


Progress = Callable[[str, int], Callable[[], None]]
"""Told the name of a stage and its length, gives what to call after each item."""


def build(project: Project, options: BuildOptions, progress: Progress) -> Summary:
    """Bring the site up to date. Raises `ContentError`, `SettingsError` or `OutputError`; the old site then stands."""
    check_output(project, options.out)
    content, converted = convert_and_load(project, options.today)
    if options.strict and content.warnings:
        raise ContentError(content.warnings)
    outputs = list(site_outputs(project, content, options.base_url))
    summary = Summary(converted, len(content.entries), content.drafts, warnings=list(content.warnings))
    summary.without_published = sum(not in_feed(entry, entry.lang) for entry in content.entries)
    advance = progress("Writing pages", len(outputs))
    for path, deed in publish(outputs, options.out, cache=options.cache):
        _count(summary, path, deed)
        advance()
    return summary


def convert_and_load(project: Project, today: str) -> tuple[Content, list[Outcome]]:
    """Sound content, with an entry for every seed. Nothing is converted while the content there is has faults."""
    seeds = unconverted(project)
    content = load(project)
    if not seeds:
        return content, []
    outcomes = list(convert(project, seeds, content.site.languages[0], today))
    faults = [problem for outcome in outcomes for problem in outcome.problems]
    if any(outcome.fate is Fate.FAILED for outcome in outcomes):
        raise ContentError(faults)
    content = load(project)
    return replace(content, warnings=(*content.warnings, *faults)), outcomes


def convert_seeds(project: Project, seeds: Iterable[Path], today: str) -> Iterator[Outcome]:
    """Convert the seeds given, whether or not they have an entry."""
    return convert(project, seeds, default_language(project), today)


def check_content(project: Project) -> Content:
    """Everything a build would complain of, without writing. Raises `ContentError`."""
    content = load(project)
    list(site_outputs(project, content, None))
    return content


def check_output(project: Project, out: Path) -> None:
    """Make sure that the site does not land among its own sources. Raises `SettingsError`."""
    sources = (project.content, project.seeds, *project.layouts)
    if out == project.root or out in project.root.parents:
        raise SettingsError(f"{out} holds the project itself: name a folder of its own with --out")
    for source in sources:
        if out.is_relative_to(source):
            raise SettingsError(f"{out} lies in {source}: name a folder of its own with --out")


def site_outputs(project: Project, content: Content, base_url: str | None) -> Iterator[Output]:
    """Every file of the site, what is linked to before what links to it."""
    site = replace(content.site, base_url=base_url) if base_url else content.site
    languages = open_languages(site.languages, project.layouts)
    assets = collect_assets(project.layouts)
    pictures = collect_pictures((media.src for media in content.pictures), project.content)
    chronology = arrange(content.entries)
    pages = plan(editions(site, content.gazetteer, chronology, content.prose, languages))
    files = {asset.address: asset for asset in (*assets, *pictures)}
    check(pages, frozenset(files))
    yield from (asset.output() for asset in files.values())
    drawer = Drawer(project.layouts, languages, addresses_of(assets), site.base_url)
    yield from (drawer.output(page) for page in pages)


def _count(summary: Summary, path: str, deed: Deed) -> None:
    if deed is Deed.UNCHANGED:
        summary.unchanged += 1
    else:
        {Deed.WRITTEN: summary.written, Deed.REMOVED: summary.removed, Deed.KEPT: summary.kept}[deed].append(path)
