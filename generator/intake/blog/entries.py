"""The entries that posts become: their files, their translations, and their texts."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from generator import frontmatter
from generator.config import Project
from generator.errors import Code
from generator.intake.additions import Addition
from generator.intake.blog.addresses import Addresses, last_part
from generator.intake.blog.body import Body
from generator.intake.blog.post import Post
from generator.intake.blog.settings import Settings
from generator.intake.filing import Filing
from generator.intake.outcome import Outcome, Setting
from generator.intake.prose import TooDeepError
from generator.intake.row import Row
from generator.text import RESERVED_NAMES, slugify
from generator.urls import is_on_the_web

_LONGEST_SLUG = 180
_DAY = len("2022-01-12")


class Entries:
    """The entries of some posts. `refused` are the posts that can be none; `unused` is what had no place."""

    def __init__(self, project: Project, setting: Setting, settings: Settings, posts: Sequence[Post]) -> None:
        self._setting = setting
        self._filing = Filing(project, setting)
        self._slugs: dict[Path, str] = {}
        self._originals: dict[Path, Post] = {}
        entries = {post.path: (post, self._place(post, original)) for original, post in self._with_originals(posts)}
        leads = [(post, entries[self._originals.get(path, post).path][1]) for path, (post, _) in entries.items()]
        self._addresses = Addresses.of(settings, leads)
        self._aliases: set[str] = {slug.casefold() for slug in self._slugs.values()}
        self.refused: list[Post] = []
        self.unused: list[str] = []
        self.outcomes = [outcome for post, path in entries.values() if (outcome := self._outcome(post, path))]

    def additions(self) -> Addition:
        """The file of themes with those that are new. Raises `ContentError` where they cannot stand at its end."""
        return self._filing.additions()

    def _lang(self, post: Post) -> str:
        return post.lang or self._setting.lang

    def _with_originals(self, posts: Iterable[Post]) -> Iterator[tuple[Post, Post]]:
        """Each post with the one that it translates, which is itself where it translates none."""
        told: dict[tuple[object, ...], list[Post]] = {}
        wanted = self._setting.lang
        for post in sorted(posts, key=lambda post: (bool(post.lang), self._lang(post) != wanted, post.path)):
            group = told.setdefault(post.key, [])
            is_new = all(self._lang(other) != self._lang(post) for other in group)
            group += [post] if is_new else []
            yield (group[0] if is_new else post), post

    def _place(self, post: Post, original: Post) -> Path:
        """The file of an entry, or of a translation, which goes by the name of its original."""
        if original is not post:
            self._originals[post.path] = original
            return self._filing.path(self._slugs[original.path], self._lang(post))
        wanted = slugify(f"{post.day_of_name} {post.slug or post.stem}", _LONGEST_SLUG)
        slug = self._filing.slug(wanted or slugify(post.title, _LONGEST_SLUG) or "post")
        self._slugs[post.path] = slug
        return self._filing.path(slug)

    def _outcome(self, post: Post, path: Path) -> Outcome | None:
        """What becomes of a post; None where its text cannot be drawn."""
        body = Body(post, self._addresses)
        row = Row(post.report, post.position, "")
        try:
            markdown = body.read()
        except TooDeepError:
            self.refused.append(post)
            return None
        self.unused += [*post.unused, *body.unused]
        if post.path in self._originals:
            fields = {"title": post.title, "summary": post.summary, **_days(post)}
            return self._filing.outcome(path, (), lambda _, __: _file(fields, post, markdown), row)
        aliases = [*self._old_names(post, path, row)]
        return self._filing.outcome(
            path, post.groups, lambda ids, _: _file(self._fields(post, ids, aliases), post, markdown), row
        )

    def _fields(self, post: Post, themes: Sequence[str], aliases: list[str]) -> dict[str, object]:
        return {
            "title": post.title,
            "date": post.dated.edtf if post.dated else "",
            "lang": self._lang(post),
            "summary": post.summary,
            "themes": [*themes],
            "sources": _sources(post),
            "aliases": aliases,
            **_days(post),
        }

    def _old_names(self, post: Post, path: Path, row: Row) -> Iterator[str]:
        """The last parts of old addresses that can be addresses of an entry, and are those of no other."""
        for address in post.old:
            name = last_part(address)
            owner = self._setting.addresses.get(name)
            if not name or slugify(name, _LONGEST_SLUG) != name or name in RESERVED_NAMES:
                self.unused.append("old addresses that no entry can have")
            elif name in self._aliases or (owner and owner != path):
                if name != self._slugs[post.path]:
                    message = f"the old address “{address}” ends as another entry’s, and is left out"
                    row.warning(Code.ALIAS_TAKEN, message, "write another one under aliases")
            else:
                self._aliases.add(name)
                yield name


def _file(fields: dict[str, object], post: Post, body: str) -> str:
    """The Markdown file of an entry or a translation."""
    given = {name: value for name, value in fields.items() if value}
    draft = "draft: true\n" if post.is_draft else ""
    return f"---\n{frontmatter.dump(given)}{draft}---\n\n{body}".rstrip("\n") + "\n"


def _days(post: Post) -> dict[str, object]:
    """The day it appeared on, where its date is as exact as that, and the day of its last change."""
    day = post.dated.edtf[:_DAY] if post.dated else ""
    return {"published": day, "updated": post.updated} if len(day) == _DAY else {}


def _sources(post: Post) -> list[dict[str, str]]:
    """The post itself, where it says who wrote it, or where it stood first."""
    url = post.source if is_on_the_web(post.source) else ""
    told = {"publisher": ", ".join(post.authors), "url": url}
    given = {name: value for name, value in told.items() if value}
    return [{"title": post.title, **given}] if given else []
