"""The room's one door: all of `content/`, or all that is wrong with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.config import Project
from generator.crowd import check_folder
from generator.errors import Code, ContentError, Position, Problem, Severity, in_reading_order
from generator.load import schema
from generator.load.entries import FolderReader, entry_of, gather, prose_of, references_of
from generator.load.file import File
from generator.load.gazetteer import GazetteerReader, read_site
from generator.load.memory import Memory
from generator.load.records import Record
from generator.load.slugs import check_slug
from generator.load.targets import Target, Targets
from generator.model import Entry, Gazetteer, Prose, Site
from generator.report import Report, suggestion
from generator.urls import RESERVED

_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".webp")
"""SVG is none of them: it may hold a program, which runs where the picture is opened by itself."""
_YAML_FILES = frozenset(f"{name}.yaml" for name in ("site", "actors", "places", "themes", "periods", "sequences"))


@dataclass(frozen=True, slots=True)
class Content:
    """A sound project's content. `drafts` names the files held back, `warnings` what an author should know, `targets`
    what bodies may link to."""

    site: Site
    gazetteer: Gazetteer
    entries: tuple[Entry, ...]
    prose: tuple[Prose, ...]
    drafts: tuple[str, ...]
    warnings: tuple[Problem, ...]
    targets: Targets = field(compare=False, repr=False)

    @property
    def without_published(self) -> int:
        """How many entries do not say when they appeared, and so are not in the feed."""
        return sum(entry.text(entry.lang).published is None for entry in self.entries)

    @property
    def unreviewed(self) -> int:
        """How many entries still have something that a program found and nobody has reviewed."""
        return sum(any(text.inferred for text in entry.texts.values()) for entry in self.entries)


def languages_of(project: Project) -> tuple[str, ...]:
    """The languages of the site, also where its settings are faulty; the first is that of texts that tell none.

    Raises `ContentError` where there are no settings: then this is no project of ours.
    """
    problems: list[Problem] = []
    languages = read_site(project, problems)[1]
    if any(problem.code is Code.MISSING_FILE for problem in problems):
        raise ContentError(problems)
    return languages or ("en",)


def gazetteer_of(project: Project) -> Gazetteer:
    """All that can be read of the gazetteer, also where parts of it are faulty."""
    return GazetteerReader(project, languages_of(project)[0], []).read()[0]


def load(project: Project, memory: Memory | None = None) -> Content:
    """Read and check everything; what `memory` knows of is not read again.

    Raises `ContentError` with all problems where there is an error among them, and where it is more than is read.
    """
    check_folder(project.content, project.name(project.content))
    problems: list[Problem] = []
    site, languages = read_site(project, problems)
    default = languages[0] if languages else "en"
    gazetteer, known = GazetteerReader(project, default, problems).read()
    memory = memory or Memory()
    memory.begin(repr((languages, known)))

    def read(folder: Path, record: Record[Any]) -> dict[str, list[File]]:
        return gather(FolderReader(project, languages, record, problems, memory).read(folder), problems)

    entry_files = read(project.entries, schema.entry_record(known, languages))
    prose_files = read(project.pages, schema.page_record(languages))
    memory.end()
    targets = _targets(entry_files, prose_files, languages)
    bodies = (file for groups in (entry_files, prose_files) for group in groups.values() for file in group)
    references = references_of(bodies, targets, problems)
    entries = [entry_of(files, references, problems) for files in entry_files.values()]
    prose = [prose_of(files, references, problems) for files in prose_files.values()]
    _check_media(project, entry_files, problems)
    _check_aliases(entry_files, problems)
    _check_undated(entry_files, problems)
    _check_prose_names(prose_files, languages, problems)
    _check_folder(project, problems)
    if site is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise ContentError(problems)
    drafts = [file.path for group in (*entry_files.values(), *prose_files.values()) for file in group if file.is_draft]
    return Content(
        site,
        gazetteer,
        tuple(entry for entry in entries if entry),
        tuple(page for page in prose if page),
        tuple(sorted(drafts)),
        in_reading_order(problems),
        targets,
    )


def _targets(entries: Mapping[str, list[File]], prose: Mapping[str, list[File]], languages: Sequence[str]) -> Targets:
    """What a body may lead to. A file whose group is held back is no target yet."""
    targets = (
        Target(file.path, file.slug, is_prose, group[0].is_draft)
        for groups, is_prose in ((entries, False), (prose, True))
        for group in groups.values()
        for file in reversed(group)
    )
    return Targets(targets, languages)


def _check_media(project: Project, groups: dict[str, list[File]], problems: list[Problem]) -> None:
    """Report what is no picture, is not there, lies outside of content/, or cannot be told from another by its name."""
    names: dict[str, str] = {}
    for file in (file for group in groups.values() for file in group):
        report, position = Report(file.path, problems), file.position("media")
        for picture in file.values.get("media") or ():
            if not _is_there(project, picture.src):
                message = f"there is no picture content/{picture.src}"
                report.error(Code.MISSING_FILE, position, message, "copy it there; src is its path below content/")
            elif not picture.src.lower().endswith(_PICTURES):
                message = f"“{picture.src}” is no picture that every browser shows"
                report.error(Code.INVALID_VALUE, position, message, f"its name ends in {', '.join(_PICTURES)}")
            elif names.setdefault(picture.src.casefold(), picture.src) != picture.src:
                message = f"“{picture.src}” and “{names[picture.src.casefold()]}” are one file on many systems"
                report.error(Code.PATH_CLASH, position, message, "rename one of them")


def _is_there(project: Project, src: str) -> bool:
    """Whether a path below content/ names a file there, without detours."""
    if src.startswith("/") or "\\" in src or {".", "..", ""} & set(src.split("/")):
        return False
    try:
        path = (project.content / src).resolve()
        return path.is_relative_to(project.content.resolve()) and path.is_file()
    except (OSError, ValueError):
        return False


def _check_aliases(groups: dict[str, list[File]], problems: list[Problem]) -> None:
    """Report old addresses that another entry has, or had. Case does not tell addresses apart."""
    owners = {slug.casefold(): files[0].path for slug, files in groups.items()}
    for files in groups.values():
        original = files[0]
        report = Report(original.path, problems)
        for alias in original.values.get("aliases") or ():
            position = original.position("aliases")
            check_slug(alias, position, report, "alias")
            owner = owners.get(alias.casefold())
            if owner == original.path:
                report.error(Code.ALIAS_TAKEN, position, f"“{alias}” is this entry’s address already", "remove it")
            elif owner:
                message = f"the address “{alias}” belongs to {owner}"
                report.error(Code.ALIAS_TAKEN, position, message, "remove it from one of the two")
            owners.setdefault(alias.casefold(), original.path)


def _check_undated(groups: dict[str, list[File]], problems: list[Problem]) -> None:
    """Warn of drafts that wait for a date, because the article they come from gives none."""
    for original in (files[0] for files in groups.values()):
        if original.is_draft and original.values.get("seed") and "date" not in original.given:
            hint = "write date: into it and remove draft: true"
            message = "the article it comes from gives no date, so it is held back"
            Report(original.path, problems).warning(Code.UNDATED_SEED, original.position("draft"), message, hint)


def _check_prose_names(groups: dict[str, list[File]], languages: tuple[str, ...], problems: list[Problem]) -> None:
    """Report pages whose address the site needs itself."""
    taken = RESERVED | {code.casefold() for code in languages}
    for slug, files in groups.items():
        if slug.casefold() in taken or slug.isdigit() or "." in slug:
            message = f"a page cannot have the address /{slug}/: the site needs it"
            Report(files[0].path, problems).error(Code.PATH_CLASH, Position(), message, "rename the file")


def _check_folder(project: Project, problems: list[Problem]) -> None:
    """Warn of YAML files at the top of content/ that nothing reads, such as a misspelt name."""
    for path in sorted(project.content.glob("*.y*ml")):
        if path.name not in _YAML_FILES:
            report = Report(project.name(path), problems)
            report.warning(Code.UNUSED_FILE, Position(), "nothing reads this file", suggestion(path.name, _YAML_FILES))
