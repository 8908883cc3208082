"""Follows the links of bodies to the files of other entries and pages."""

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote, urlsplit

from generator.errors import Code
from generator.links import Link
from generator.model import Reference
from generator.report import Report, suggestion


@dataclass(frozen=True, slots=True)
class Target:
    """A file that a link may lead to."""

    path: str
    slug: str
    is_prose: bool
    is_draft: bool


class Targets:
    """All files that a link may lead to. A link may name the original or any translation: it leads to the page that
    the reader of its own page has."""

    def __init__(self, targets: Iterable[Target], languages: Sequence[str]) -> None:
        self._languages = languages
        self._targets = {self._stem(target.path): target for target in targets}

    def references(self, path: str, links: Iterable[Link], report: Report) -> Iterator[Reference]:
        """Where the links of a file lead to; those that lead nowhere are reported. A link to a part of its own text
        needs no other page."""
        for link in links:
            part = urlsplit(link.target).fragment
            if link.target.startswith("#") and part:
                continue
            target = self._target(path, link.target)
            if target is None:
                self._report(path, link, report)
            elif target.is_draft:
                message = f"“{link.target}” is a draft: the link is left out of the page until it is shown"
                report.warning(Code.DEAD_LINK, link.position, message, "publish the two together")
            else:
                yield Reference(link.target, target.slug, target.is_prose, part)

    def _target(self, path: str, written: str) -> Target | None:
        parts = urlsplit(written)
        name = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
        is_file = name.endswith(".md") and not parts.query and not parts.netloc and not parts.path.startswith("/")
        return self._targets.get(self._stem(name)) if is_file else None

    def _report(self, path: str, link: Link, report: Report) -> None:
        if urlsplit(link.target).path.endswith(".md"):
            message = f"there is no entry or page “{link.target}”"
            report.error(Code.DEAD_LINK, link.position, message, partial(self._nearest, path, link.target))
        else:
            hint = "name the file of an entry or page, as seen from this one (other.md), or write the whole address"
            report.error(Code.DEAD_LINK, link.position, f"the link “{link.target}” leads nowhere", hint)

    def _nearest(self, path: str, written: str) -> str:
        folder = posixpath.dirname(path)
        names = (posixpath.relpath(target.path, folder) for target in self._targets.values())
        return suggestion(written.partition("#")[0], names)

    def _stem(self, path: str) -> str:
        """A path without its ending and its language."""
        stem = path.removesuffix(".md")
        rest, _, ending = stem.rpartition(".")
        return rest if rest and ending in self._languages else stem
