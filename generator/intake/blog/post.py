"""What the front matter and the file name of a post mean: the fields of an entry, and where the post stood."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.dates import DateError
from generator.errors import Code, Position
from generator.intake.blog.day import read_day
from generator.intake.blog.fields import Fields
from generator.intake.blog.head import Head
from generator.intake.prose import to_plain
from generator.intake.row import RowError
from generator.intake.when import Dated
from generator.markup import ALLOWED_TAGS
from generator.report import Report
from generator.text import FORBIDDEN

DATED = re.compile(r"(?P<date>\d{4}-\d\d?(?:-\d\d?)?)-(?P<rest>.+)")
_HEADING = re.compile(r"(?:\s*\n)?(?:# +(?P<hash>.+?)(?: +#+)?|(?P<line>\S.*)\n=+) *(?:\n|\Z)")
_HTML = re.compile(rf"<[/]?(?:{'|'.join((*ALLOWED_TAGS, 'img', 'font'))})(?:\s[^<>]*)?/?>|&#?\w+;", re.IGNORECASE)
_HIDDEN = (("draft", "true"), ("published", "false"), ("permalink", "false"))
"""Fields that keep a post from being published, each by a value."""
_COLLECTIONS = frozenset({"all", "nav", "post", "posts"})
"""Tags by which an Eleventy blog collects its posts; they are the subject of none."""


@dataclass(frozen=True, slots=True)
class Post:
    """A post as its author meant it. `stem` is its name without date, ending and language, `body_line` the line of the
    file that its text begins on. `old` are the addresses that it had, as they were written."""

    path: Path
    report: Report
    stem: str
    lang: str
    title: str
    dated: Dated | None
    is_draft: bool
    summary: str
    groups: tuple[str, ...]
    categories: tuple[str, ...]
    authors: tuple[str, ...]
    source: str
    updated: str
    slug: str
    old: tuple[str, ...]
    day_of_name: str
    key: tuple[str, ...]
    position: Position
    body: str
    body_line: int
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """What the path of a post says: its name without date, ending and language, the date at its head, and its language.
    `key` is what a post and its translations share."""

    stem: str
    date: str
    lang: str
    is_draft: bool
    key: tuple[str, ...]

    @property
    def words(self) -> str:
        """The name as Jekyll makes a title of it."""
        return " ".join(word.capitalize() for word in re.split(r"[-_\s]+", self.stem) if word)


def name_of(path: Path, folder: str, is_language: Callable[[str], bool]) -> Name:
    """What the path of a post says. A bundle has the name of its folder; `folder` is that of a language, or empty."""
    stem, dot, ending = path.stem.rpartition(".")
    is_told = bool(dot) and is_language(ending)
    whole = stem if is_told else path.stem
    key = (*(part for part in path.parts[:-1] if part != folder), whole)
    whole = path.parent.name if whole == "index" else whole
    dated = DATED.fullmatch(whole)
    rest, date = (dated["rest"], dated["date"]) if dated else (whole, "")
    return Name(FORBIDDEN.sub("\ufffd", rest), date, ending if is_told else folder, "_drafts" in path.parts, key)


class PostReader:
    """Reads the fields of one post. What it cannot keep is reported or counted."""

    def __init__(self, path: Path, name: Name, head: Head, fields: Fields, report: Report) -> None:
        self._path = path
        self._name = name
        self._head = head
        self._fields = fields
        self._report = report
        self._unused: list[str] = []
        self.position = fields.position("title")
        """Where the field stands that is being read."""

    def read(self, *, divided: bool, language: Callable[[str], str]) -> Post:
        """The post. `divided` is whether a single text is several tags; `language` gives that of the site which a word
        means. Raises `RowError`."""
        fields, name = self._fields, self._name
        title, body, body_line = self._title()
        is_hidden = [fields.is_set(*said) for said in _HIDDEN]
        is_draft = any([name.is_draft, *is_hidden])
        dated = self._date(is_draft=is_draft)
        old = fields.texts("permalink", "url", "aliases", "redirect_from", "redirect-from")
        return Post(
            path=self._path,
            report=self._report,
            stem=name.stem,
            lang=self._language(language),
            title=title,
            dated=dated,
            is_draft=is_draft,
            summary=_plain(fields.text("summary", "description", "excerpt", "subtitle")),
            groups=self._groups(divided=divided),
            categories=fields.texts("categories", divided=divided),
            authors=fields.texts("author", "authors", "by"),
            source=fields.text("canonical_url", "canonicalurl", "canonical"),
            updated=self._updated(dated),
            slug=fields.text("slug"),
            old=old,
            day_of_name=name.date,
            key=name.key,
            position=fields.position("title"),
            body=body,
            body_line=body_line,
            unused=(*self._unused, *fields.unused),
        )

    def _title(self) -> tuple[str, str, int]:
        """The title, and the text and its line: where a heading begins it, and no field has the title, that is it."""
        head = self._head
        if title := _plain(self._fields.text("title")):
            return title, head.body, head.body_line
        if heading := _HEADING.match(head.body):
            body_line = head.body_line + head.body.count("\n", 0, heading.end())
            return (heading["hash"] or heading["line"]).strip(), head.body[heading.end() :], body_line
        message = f"there is no title, so it is called “{self._name.words}” after its file"
        self._report.warning(Code.MISSING_FIELD, Position(), message, "write a title")
        return self._name.words, head.body, head.body_line

    def _language(self, language: Callable[[str], str]) -> str:
        names = ("lang", "language", "locale")
        self.position = self._fields.position(*names)
        return language(self._name.lang or self._fields.text(*names))

    def _date(self, *, is_draft: bool) -> Dated | None:
        """When the post was published, as exact as it says. Raises `RowError` where nobody can tell."""
        is_told = not any(self._fields.is_set("published", value) for value in ("true", "false"))
        names = ("date", "publishdate", "pubdate", "pub_date", "created", *(["published"] if is_told else []))
        self.position = self._fields.position(*names)
        text = self._fields.text(*names) or self._name.date
        try:
            found = read_day(text) if text else None
        except DateError as error:
            part = "" if error.part == text else f": {error.part}"
            message = f"“{text}” is no date that can be read{part}"
            raise RowError(Code.INVALID_DATE, message, error.reason) from error
        if found is None and not is_draft:
            hint = "write date: and the day into it, or begin the file name with it: 2022-01-12-name.md"
            raise RowError(Code.MISSING_FIELD, "there is no date", hint)
        for lost in found.lost if found else ():
            message = f"{lost} cannot stand in the date {found.edtf if found else ''} and is left out"
            self._report.warning(Code.INVALID_DATE, self.position, message, "say it in the text if it matters")
        return found

    def _updated(self, dated: Dated | None) -> str:
        """The day it last changed, where it is after that on which it appeared."""
        names = ("lastmod", "updated", "modified", "last_modified_at", "last-modified-at", "update", "updatedate")
        text = self._fields.text(*names)
        try:
            day = read_day(text).edtf.partition("T")[0] if text else ""
        except DateError:
            day = ""
        is_later = len(day) == len("2022-01-12") and dated is not None and day >= dated.edtf[: len(day)]
        if text and not is_later:
            self._unused.append("day of the last change, which is none or before the date")
        return day if is_later else ""

    def _groups(self, *, divided: bool) -> tuple[str, ...]:
        lists = self._fields.texts("tags", "tag", "categories", divided=divided)
        names = (*lists, *self._fields.texts("category", "topics"))
        self._unused += [f"tag “{name}”" for name in names if name in _COLLECTIONS]
        return tuple(dict.fromkeys(name for name in names if name not in _COLLECTIONS))


def _plain(text: str) -> str:
    """A title or summary in plain text, where HTML stands in it; any other is as it was written."""
    return to_plain(text) if _HTML.search(text) else text
