"""Gives each entry its place: a slug of its own, the ids of its themes, and a file that nobody wrote before."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from generator.config import Project
from generator.errors import Code
from generator.intake.additions import Addition, with_themes
from generator.intake.naming import free, known_id
from generator.intake.outcome import Fate, Outcome, Setting
from generator.intake.row import Row
from generator.model import Words
from generator.text import slugify

_PUBLISHED = re.compile(r"^published: *(\S+)[ \t]*$", re.MULTILINE)

Writer = Callable[[Sequence[str], str], str]
"""Makes the text of an entry of the ids of its themes and the day it is new on."""


class Filing:
    """The entries and themes that are there, and those that are new."""

    def __init__(self, project: Project, setting: Setting) -> None:
        self._project = project
        self._setting = setting
        self._default = setting.site.languages[0]
        self._themes: dict[str, Words] = {}
        self._given: set[str] = set()

    def slug(self, wanted: str) -> str:
        """The slug, or a numbered one where another of this import has it."""
        slug = free(wanted, self._given)
        self._given.add(slug.casefold())
        return slug

    def path(self, slug: str, lang: str | None = None) -> Path:
        """Where an entry lies, or will; its translation into a language lies beside it."""
        original = self._setting.addresses.get(slug.casefold()) or self._project.entries / f"{slug}.md"
        return original.with_name(f"{original.stem}.{lang}.md") if lang else original

    def outcome(self, path: Path, groups: Iterable[str], write: Writer, row: Row) -> Outcome:
        """Whether the entry is new. One that is there is never written over."""
        is_new = not path.exists()
        ids = tuple(dict.fromkeys(id_ for group in groups if (id_ := self._theme(group, row, is_new=is_new))))
        if is_new:
            return Outcome(path, Fate.WRITTEN, write(ids, self._setting.today))
        before = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        published = _PUBLISHED.search(before)
        if write(ids, published[1] if published else self._setting.today) == before:
            return Outcome(path, Fate.UNCHANGED, before)
        message = f"{self._project.name(path)} is there already, says something else and is left alone"
        row.warning(Code.PATH_CLASH, message, "compare the two; to have it made anew, remove the entry")
        return Outcome(path, Fate.KEPT, before)

    def words(self, text: str) -> str | Mapping[str, str]:
        """Words as YAML files hold them: plain in the default language, else by their language."""
        return text if self._setting.lang == self._default else {self._setting.lang: text}

    def additions(self) -> Addition:
        """The file of themes with those that are new. Raises `ContentError` where they cannot stand at its end."""
        path = self._project.content / "themes.yaml"
        themes = {id_: {"name": self.words(*name.values())} for id_, name in self._themes.items()}
        return with_themes(path, self._project.name(path), themes)

    def _theme(self, group: str, row: Row, *, is_new: bool) -> str | None:
        """The id of the theme of a group. One that no theme has is new with a new entry."""
        there = {theme.id: theme.name for theme in self._setting.gazetteer.themes.values()} | self._themes
        if id_ := known_id(group, there.items()):
            return id_
        id_ = free(slugify(group), {known.casefold() for known in there})
        if not id_:
            row.warning(Code.INVALID_SLUG, f"the group “{group}” can be no theme and is left out", "name it in letters")
        elif is_new:
            self._themes[id_] = {self._setting.lang: group}
        return id_ or None
