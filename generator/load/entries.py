"""Reads the Markdown files of entries and pages, and brings the languages of each together."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from generator.config import Project
from generator.errors import Code, Position, Problem, in_reading_order
from generator.frontmatter import Document
from generator.languages import spelling
from generator.load.body import check_body, readable
from generator.load.fields import is_blank
from generator.load.file import File
from generator.load.folder import markdown_files
from generator.load.memory import Memory
from generator.load.reading import read_document
from generator.load.records import Record, report_missing
from generator.load.slugs import check_slug
from generator.load.targets import Targets
from generator.model import Entry, EntryType, Prose, Reference, Text
from generator.report import Report

_OF_ONE_TEXT = frozenset(field.name for field in dataclasses.fields(Text)) | {"draft"}
"""Names of the fields that each language has its own of; all others are those of the entry."""

References = Mapping[str, tuple[Reference, ...]]
"""Where the bodies of files lead to, by their paths."""

_LENGTHS_OF_CODES = {len(code) for code in ("fr", "gsw", "pt-BR")}
"""Of an ending that is none of the site's languages: a longer one is part of the name, though CLDR may know it."""

_INHERITED = ("summary", "disputed", "sources", "corrections", "media")


class FolderReader:
    """Reads all Markdown files of one folder that share a set of fields, of which `record` knows how each is read.

    Where the languages of the site cannot be read, `languages` is empty, and nothing is said of those of the files.
    What `memory` knows is not read again.
    """

    def __init__(
        self,
        project: Project,
        languages: Sequence[str],
        record: Record[Any],
        problems: list[Problem],
        memory: Memory,
    ) -> None:
        self._project = project
        self._languages = languages
        self._record = record
        self._problems = problems
        self._memory = memory

    def read(self, folder: Path) -> Iterator[File]:
        """The files that can be read, in the order of their paths. Of what is wrong with one no more is kept than is
        told."""
        for found, name in markdown_files(folder, self._project.name(folder), self._problems):
            before = len(self._problems)
            file = self._memory.recall(name, found, self._problems, partial(self.file, found.path, name))
            self._problems[before:] = in_reading_order(self._problems[before:])
            if file:
                yield file

    def file(self, found: str, name: str) -> File | None:
        """The file found at a path, as it is now, under its name in the project; None where it cannot be read."""
        path, report = Path(found), Report(name, self._problems)
        document = read_document(path, report)
        slug, lang_of_name = self._parts_of_name(path.stem, report)
        check_slug(slug, Position(), report, "file name")
        if document is None:
            return None
        values = self._record.values(document.head, report)
        _check_days(values, document, report)
        return File(
            slug=slug,
            lang=self._language(lang_of_name, values, document, report),
            is_translation=lang_of_name is not None,
            path=name,
            values=values,
            positions={self._our_name(key): position for key, position in document.head.keys.items()},
            start=document.head.position,
            given=frozenset(self._our_name(key) for key, node in document.head.values.items() if not is_blank(node)),
            body=readable(document.body),
            body_line=document.body_line,
            digest=document.digest,
            head_digest=document.head_digest,
            links=check_body(document.body, document.body_line, report),
        )

    def _our_name(self, key: str) -> str:
        return self._record.renamed.get(key, key)

    def _parts_of_name(self, stem: str, report: Report) -> tuple[str, str | None]:
        """The slug, and the language at the end of the file name if there is one."""
        slug, dot, ending = stem.rpartition(".")
        if not dot:
            return stem, None
        if ending in self._languages:
            return slug, ending
        right = spelling(ending) if len(ending) in _LENGTHS_OF_CODES else None
        if right is None:
            return stem, None
        if right in self._languages:
            message = f"“{ending}” at the end of the file name is written {right}"
            report.error(Code.UNKNOWN_LANGUAGE, Position(), message, f"end the name in .{right}.md")
        elif self._languages:
            endings = " or ".join(f".{code}.md" for code in self._languages)
            hint = f"add it to languages in site.yaml, or end the name in {endings}"
            message = f"“{ending}” at the end of the file name is no language of this site"
            report.error(Code.UNKNOWN_LANGUAGE, Position(), message, hint)
        return slug, right

    def _language(self, of_name: str | None, values: Mapping[str, Any], document: Document, report: Report) -> str:
        written = values.get("lang")
        if of_name and written and of_name != written:
            position = document.head.keys["lang"]
            hint = f"write lang: {of_name}, or rename the file"
            message = f"the file name says {of_name}, the front matter {written}"
            report.error(Code.TRANSLATION_DIFFERS, position, message, hint)
        return of_name or written or next(iter(self._languages), "")


def _check_days(values: Mapping[str, Any], document: Document, report: Report) -> None:
    """Report a text that changed before it appeared."""
    published, updated = values.get("published"), values.get("updated")
    if published and updated and updated.latest < published.latest:
        message = f"“updated” ({updated}) is before “published” ({published})"
        report.error(Code.INVALID_DATE, document.head.keys["updated"], message, "correct one of the two")


def gather(files: Iterable[File], problems: list[Problem]) -> dict[str, list[File]]:
    """Files by slug, the original of each first; two files for one address are reported."""
    groups: dict[str, list[File]] = {}
    names: dict[str, File] = {}
    for file in sorted(files, key=lambda file: file.is_translation):
        first = names.setdefault(file.slug.casefold(), file)
        group = groups.setdefault(first.slug, [])
        taken = next((other for other in group if other.lang == file.lang), None)
        if first.slug != file.slug or taken:
            rival = taken or first
            message = f"{rival.path} has the same address"
            report = Report(file.path, problems)
            report.error(Code.DUPLICATE_SLUG, Position(), message, "rename one of the two files")
        else:
            group.append(file)
    return groups


def references_of(files: Iterable[File], targets: Targets, problems: list[Problem]) -> References:
    """Where the body of each of these files leads to; what leads nowhere is reported."""
    return {file.path: tuple(targets.references(file.path, file.links, Report(file.path, problems))) for file in files}


def entry_of(files: Sequence[File], references: References, problems: list[Problem]) -> Entry | None:
    """The entry told by an original and its translations; None where something is missing, which is reported."""
    original = files[0]
    values = original.values
    _require(original, "an entry", ("title",) if original.is_draft else ("title", "date"), problems)
    for translation in files[1:]:
        _check_agreement(original, translation, problems)
    if original.is_draft or values.get("title") is None or values.get("date") is None:
        return None
    shared = {name: value for name, value in values.items() if name not in _OF_ONE_TEXT and value is not None}
    return Entry(
        slug=original.slug,
        lang=original.lang,
        moment=shared.pop("date"),
        type=shared.pop("type", EntryType.OTHER),
        steps=shared.pop("sequence", ()),
        texts=_texts(files, references, problems),
        **shared,
    )


def prose_of(files: Sequence[File], references: References, problems: list[Problem]) -> Prose | None:
    """The page told by an original and its translations."""
    original = files[0]
    _require(original, "a page", ("title",), problems)
    if original.is_draft or original.values.get("title") is None:
        return None
    return Prose(original.slug, original.lang, _texts(files, references, problems))


def _require(file: File, what: str, names: Iterable[str], problems: list[Problem]) -> None:
    for name in names:
        if name not in file.given:
            report_missing(what, name, file.positions.get(name), file.start, Report(file.path, problems))


def _check_agreement(original: File, translation: File, problems: list[Problem]) -> None:
    """A translation may repeat what is true in every language, but not differ in it."""
    if not translation.is_translation:
        return
    for name, value in translation.values.items():
        is_faulty = original.values.get(name) is None and name in original.positions
        if name in _OF_ONE_TEXT or value is None or is_faulty or value == original.values.get(name):
            continue
        message = f"“{name}” is not what the original says ({original.path}, line {original.position(name).line})"
        hint = f"remove the line: a translation takes “{name}” from its original"
        report = Report(translation.path, problems)
        report.error(Code.TRANSLATION_DIFFERS, translation.position(name), message, hint)


def _texts(files: Sequence[File], references: References, problems: list[Problem]) -> dict[str, Text]:
    """The texts by language, the original first. A translation inherits what it does not say itself, and with it that
    nobody has reviewed it."""
    original = _text(files[0], references)
    texts = {original.lang: original}
    for file in files[1:]:
        _require(file, "a translation", ("title",), problems)
        if file.values.get("title") is not None and not file.is_draft:
            inherited = {name: getattr(original, name) for name in _INHERITED if file.values.get(name) is None}
            text = _text(file, references)
            taken = (name for name in original.inferred if name in inherited or name not in _OF_ONE_TEXT)
            inferred = tuple(dict.fromkeys((*text.inferred, *taken)))
            texts[file.lang] = dataclasses.replace(text, inherited=tuple(inherited), inferred=inferred, **inherited)
    return texts


def _text(file: File, references: References) -> Text:
    given = {name: file.values[name] for name in file.values if name in _OF_ONE_TEXT - {"lang", "draft"}}
    sound = {"summary": None} | {name: value for name, value in given.items() if value is not None}
    return Text(
        lang=file.lang,
        path=file.path,
        body=file.body,
        body_line=file.body_line,
        digest=file.digest,
        head_digest=file.head_digest,
        references=references[file.path],
        lines={name: position.line for name, position in file.positions.items()},
        **sound,
    )
