"""The order of the stages. Nothing else happens here.

seeds ──convert──▶ entries ──load──▶ content ──arrange──▶ chronology ──plan──▶ pages ──publish──▶ site
                                                              └──findables──▶ index ──┘
"""

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from functools import partial
from itertools import chain

from generator.cancellation import Cancellation
from generator.chronology.arrange import arrange
from generator.config import BuildOptions, Project
from generator.convert.collection import Collection
from generator.convert.outcome import Outcome
from generator.errors import ContentError, Problem, Severity
from generator.files import Group
from generator.findable import Findable
from generator.languages import open_languages
from generator.load.content import Content, load
from generator.load.kept import kept_memory
from generator.load.memory import Memory
from generator.progress import Progress
from generator.publish.folder import check_output
from generator.publish.publish import publish
from generator.render.anchors import dead_parts
from generator.render.edition import Edition
from generator.render.plain import to_text
from generator.render.plan import editions
from generator.render.planned import Planned
from generator.render.posters import undrawn
from generator.render.search import findables, fingerprint
from generator.review.review import review
from generator.search.index import ENGINE, index
from generator.sources import at_rest
from generator.summary import Summary
from generator.timings import Stage, Timings
from generator.urls import SEARCH_FOLDER

_READING = "Reading the content"

Told = Callable[[Outcome], None]
"""Told what became of a seed as soon as it is known, so that every file written is named whatever comes after."""

WhenPlanned = Callable[[Content, Planned], None]
"""Told which files are planned, of which content, before any is written."""


def _say_nothing(outcome: Outcome) -> None:
    """For those who look at the result alone."""


def build(  # noqa: PLR0913 # a build is asked for by the commands in several ways
    project: Project,
    options: BuildOptions,
    progress: Progress,
    tell: Told = _say_nothing,
    memory: Memory | None = None,
    *,
    when_planned: WhenPlanned | None = None,
    cancellation: Cancellation | None = None,
    timings: Timings | None = None,
) -> Summary:
    """Bring the site up to date. What `memory` knows of the content is not read again. Without one, what earlier
    builds kept in `.timeline/` is used, and kept anew. `when_planned` is told of all files but those of the search
    index. What has been planned may be called off before anything is written. `timings` learn what took how long.

    Raises `ContentError` and `SettingsError`, and `OutputError` where the folder may not hold the site or where the
    content is not at rest: the old site then stands, as it does after `CancelledError`. Raises `OutputError` also as
    `publish` does.
    """
    timings, cancellation = timings or Timings(), cancellation or Cancellation()
    timings.begin(Stage.LOADING)
    check_output(project, options.out)
    content = _content(project, options, progress, tell, memory)
    progress("Planning the pages", 0)
    timings.begin(Stage.ARRANGING)
    in_languages = editions_of(project, content, options.base_url, has_search=options.search)
    timings.begin(Stage.PLANNING)
    content = _with(content, _shown_badly(project, in_languages))
    if options.strict and content.warnings:
        raise ContentError(content.warnings)
    planned = Planned(project, in_languages)
    if when_planned:
        when_planned(content, planned)
    outputs = list(cancellation.while_wanted(planned.outputs()))
    found = tuple(cancellation.while_wanted(chain.from_iterable(map(findables, in_languages))))
    heeded = cancellation.heeded(progress)
    groups = [_search_index(found, heeded, cancellation, timings)] if found else []
    start = partial(heeded, "Drawing pages")
    deeds = publish(outputs, options.out, groups=groups, cache=options.cache, start=start, timings=timings)
    timings.begin(None)
    return Summary(
        in_languages[0].site.base_url,
        len(content.entries),
        content.drafts,
        content.without_published,
        content.warnings,
        deeds,
        len(found),
    )


def _content(project: Project, options: BuildOptions, progress: Progress, tell: Told, memory: Memory | None) -> Content:
    """The content, read with the help of `memory`, or of what earlier builds kept. That is let go before the pages are
    planned, since it is as large as the content."""
    with nullcontext(memory) if memory else kept_memory(project, anew=not options.cache) as known:
        return _convert_and_load(project, options.today, progress, tell, known)


def _convert_and_load(project: Project, today: str, progress: Progress, tell: Told, memory: Memory) -> Content:
    """Sound content, with an entry for every seed. Nothing is converted while the content there is has faults.

    What is saved meanwhile is read again, so that it is the content of one moment.
    """
    progress(_READING, 0)
    read = partial(load, project, memory)
    content = at_rest(project.content, read)
    collection = Collection(project)
    faults = collection.warnings()
    if waiting := collection.waiting():
        from generator.convert.batch import Converter, Setting  # noqa: PLC0415 - it takes long to load, for few builds

        setting = Setting(content.site.languages, content.gazetteer, today)
        for outcome in Converter(project, collection, setting).convert(waiting, progress):
            tell(outcome)
            faults += outcome.problems
        _with(content, faults)
        progress(_READING, 0)
        content = at_rest(project.content, read)
    return _with(content, faults)


def check_content(project: Project, progress: Progress) -> Content:
    """Everything a build would complain of, and what an editor should look at, without writing.

    Raises `ContentError` or `SettingsError`.
    """
    progress(_READING, 0)
    content = load(project)
    progress("Planning the pages", 0)
    in_languages = editions_of(project, content)
    outputs = list(Planned(project, in_languages).outputs())
    advance = progress("Drawing pages", len(outputs))
    for output in outputs:
        output.draw()
        advance()
    collection = Collection(project)
    remarks = review(in_languages[0].chronology, content.gazetteer, content.site.checks)
    faults = [*_shown_badly(project, in_languages), *collection.warnings(), *collection.preview(), *remarks]
    return _with(content, faults)


def _shown_badly(project: Project, in_languages: tuple[Edition, ...]) -> list[Problem]:
    """What is sound in the files, and not on the pages that they make."""
    return [*undrawn(in_languages, project.layouts), *dead_parts(in_languages)]


def _with(content: Content, faults: list[Problem]) -> Content:
    """The content with more faults. Raises `ContentError` where there is an error among them."""
    warnings = (*content.warnings, *faults)
    if any(fault.severity is Severity.ERROR for fault in faults):
        raise ContentError(warnings)
    return replace(content, warnings=warnings)


def editions_of(
    project: Project, content: Content, base_url: str | None = None, *, has_search: bool = True
) -> tuple[Edition, ...]:
    """The site in each of its languages. Where there is no entry there is nothing to search."""
    site = replace(content.site, base_url=base_url) if base_url else content.site
    languages = open_languages(site.languages, project.layouts)
    chronology = arrange(content.entries, content.gazetteer)
    in_languages = editions(site, content.gazetteer, chronology, content.prose, languages)
    is_searched = has_search and bool(content.entries)
    return tuple(replace(edition, has_search=is_searched) for edition in in_languages)


def _search_index(
    found: tuple[Findable, ...], progress: Progress, cancellation: Cancellation, timings: Timings
) -> Group:
    """The files of the search index, made again only where what is found has changed."""

    def draw() -> dict[str, bytes]:
        timings.begin(Stage.INDEXING)
        files = index(found, to_text, progress("Indexing the search", len(found)), cancellation)
        return {SEARCH_FOLDER + name: data for name, data in files.items()}

    return Group(fingerprint(found, ENGINE), draw)
