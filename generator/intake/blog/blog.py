"""What becomes of a folder of posts: each post an entry, or named with the reason."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from generator.config import Project
from generator.crowd import check_folder
from generator.errors import Code, ContentError, Position, Problem, in_reading_order
from generator.intake.blog.entries import Entries
from generator.intake.blog.folder import look_through
from generator.intake.blog.post import Post
from generator.intake.blog.reading import Reading
from generator.intake.blog.settings import settings_of
from generator.intake.draft import too_deep
from generator.intake.outcome import Intake, Setting
from generator.intake.row import Row
from generator.report import Report


class Blog:
    """Makes entries of the posts in one folder."""

    def __init__(self, project: Project, setting: Setting, folder: Path) -> None:
        self._project = project
        self._setting = setting
        self._folder = folder
        self._settings = settings_of(folder)
        self._problems: list[Problem] = []

    def take(self) -> Intake:
        """All posts that can be taken. Raises `ContentError` where there is none, where there is more than is read, or
        where themes cannot be added."""
        check_folder(self._folder, self._project.name(self._folder))
        folder = look_through(self._folder)
        if not folder.posts and not folder.unread:
            message, hint = "there is no post in this folder", "name the folder that holds Markdown files"
            problem = Problem(Code.MISSING_FILE, self._project.name(self._folder), Position(), message, hint)
            raise ContentError([problem])
        reading = Reading(self._project, self._settings, self._setting.site.languages, self._problems)
        posts = [post for path in folder.posts if (post := reading.post(path))]
        self._refuse(folder.unread)
        self._pass_by(folder.strays)
        entries = self._entries(posts)
        unused = Counter([*folder.others, *entries.unused])
        additions = [addition for addition in (entries.additions(),) if addition.ids]
        return Intake(tuple(entries.outcomes), tuple(additions), "", unused, in_reading_order(self._problems))

    def _entries(self, posts: Sequence[Post]) -> Entries:
        """The entries of posts. A link to one that turns out to be none leads nowhere, so the others are made anew."""
        told = len(self._problems)
        entries = Entries(self._project, self._setting, self._settings, posts)
        if not entries.refused:
            return entries
        del self._problems[told:]
        for post in entries.refused:
            Row(post.report, Position(post.body_line), "").error(too_deep())
        return self._entries([post for post in posts if post not in entries.refused])

    def _pass_by(self, paths: Sequence[Path]) -> None:
        """Name the pages that may be posts by their date, and are none by where they lie."""
        for path in paths:
            report = Report(self._project.name(path), self._problems)
            message = "this page has a date, but lies in no folder of posts, and is not taken"
            hint = f"where it is a post, import its folder too: timeline import {path.parent.name}"
            report.warning(Code.UNUSED_FILE, Position(), message, hint)

    def _refuse(self, paths: Sequence[Path]) -> None:
        """Name what may be posts, and is not read."""
        for path in paths:
            report = Report(self._project.name(path), self._problems)
            message = f"a file ending in {path.suffix} is a program, or another markup, and is not read"
            hint = "where it is a post, save it as Markdown or HTML"
            if path.is_symlink():
                message, hint = "this is a link to another file, and is not followed", "put the file itself here"
            report.error(Code.UNREADABLE, Position(), message, hint)
