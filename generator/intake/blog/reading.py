"""From the files of a blog to its posts: which encoding, which language, which defaults."""

from collections.abc import Sequence
from pathlib import Path

from generator.config import Project
from generator.errors import Code, ContentError, Position, Problem, reason
from generator.frontmatter import FrontMatterError, Table
from generator.intake.blog.fields import Fields
from generator.intake.blog.head import json_table, split
from generator.intake.blog.post import Name, Post, PostReader, name_of
from generator.intake.blog.settings import Settings, defaults_of
from generator.intake.row import Row, RowError
from generator.intake.source import decode
from generator.languages import spelling
from generator.report import Report


class Reading:
    """Reads the posts of one blog. What cannot be read is among the problems."""

    def __init__(self, project: Project, settings: Settings, languages: Sequence[str], problems: list[Problem]) -> None:
        self._project = project
        self._settings = settings
        self._languages = languages
        self._problems = problems
        self._defaults: dict[Path, Table] = {}

    def post(self, path: Path) -> Post | None:
        """A post; None where it cannot be taken, which is reported."""
        report = Report(self._project.name(path), self._problems)
        try:
            head = split(self._text(path, report))
        except FrontMatterError as error:
            report.error(error.code, error.position, error.message, error.hint)
        except OSError as error:
            report.error(Code.UNREADABLE, Position(), f"the file cannot be read: {reason(error)}", "look at its rights")
        except ContentError:  # it is among the problems
            return None
        else:
            fields = Fields(head.table, [self._default(file) for file in self._files_of_defaults(path)])
            reader = PostReader(path, self._name(path), head, fields, report)
            try:
                return reader.read(divided=self._is_jekyll(path), language=self._language)
            except RowError as fault:
                Row(report, reader.position, "").error(fault)
        return None

    def _text(self, path: Path, report: Report) -> str:
        data = path.read_bytes()
        text = decode(data, report)
        try:
            data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8")
        except UnicodeDecodeError as error:
            position = Position(data.count(b"\n", 0, error.start) + 1)
            message = "this is not UTF-8, and is read as Windows-1252"
            report.warning(Code.ENCODING, position, message, "look whether its letters are right")
        return text

    def _is_jekyll(self, path: Path) -> bool:
        return self._settings.kind == "jekyll" or (not self._settings.kind and "_posts" in path.parts)

    def _name(self, path: Path) -> Name:
        """What the path of a post says. Hugo’s folders of languages stand first, or in `content`."""
        outer = path.relative_to(self._settings.root).parts[:2]
        lang = next((part for part in outer if part in self._languages), "")
        return name_of(path, lang, lambda code: code in self._languages or self._is_translation(path, code))

    def _is_translation(self, path: Path, code: str) -> bool:
        """Whether a file is the translation of another into a language, also one that the site lacks."""
        original = path.with_name(path.name.removesuffix(f".{code}{path.suffix}") + path.suffix)
        return spelling(code) is not None and original.is_file()

    def _language(self, written: str) -> str:
        """The language of the site that a post is in, empty where it says none. Raises `RowError`."""
        right = spelling(written.replace("_", "-")) or written
        found = next((code for code in (right, right.partition("-")[0]) if code in self._languages), "")
        if written and not found:
            hint = f"add it to languages in site.yaml; they are {', '.join(self._languages)}"
            raise RowError(Code.UNKNOWN_LANGUAGE, f"“{written}” is no language of this site", hint)
        return found

    def _files_of_defaults(self, path: Path) -> Sequence[Path]:
        is_eleventy = self._settings.kind in {"eleventy", ""}
        return [*defaults_of(path, self._settings.root)] if is_eleventy else []

    def _default(self, path: Path) -> Table:
        """The fields of a file of defaults, which is read once; none where it cannot be read, which is reported."""
        if path not in self._defaults:
            try:
                self._defaults[path] = json_table(path.read_text("utf-8-sig"))
            except (FrontMatterError, OSError, UnicodeDecodeError) as error:
                message = f"what this file says of posts cannot be read: {error}"
                report = Report(self._project.name(path), self._problems)
                report.error(Code.UNREADABLE, Position(), message, "mend it, and import again")
                self._defaults[path] = json_table("{}")
        return self._defaults[path]
