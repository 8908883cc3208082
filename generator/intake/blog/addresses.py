"""Where each post of a blog stood, and which entry a link of one post to another leads to."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from generator.intake.blog.post import DATED, Post
from generator.intake.blog.settings import Settings
from generator.urls import is_on_the_web

REFERENCE = "ref:"
"""Begins a link that names a post as the tags of blogs do: by its file, with or without an ending, or its address."""

_USUAL = "/:categories/:year/:month/:day/:title"
"""The addresses of Jekyll, where nothing is set."""
_NAMED = {
    "date": _USUAL,
    "pretty": _USUAL,
    "none": "/:categories/:title",
    "ordinal": "/:categories/:year/:y_day/:title",
}
_PLACEHOLDER = re.compile(r":(\w+)")
_ENDING = re.compile(r"(?:/index)?\.html?$|/index$")
_OUTER_FOLDERS = ("content", "src", "site", "source", "app")
"""Folders of a blog that its addresses do not name."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """The entries of a blog’s posts, by their files, by the names of these, and by the addresses on the web that they
    had. A name or address that two posts have is that of none. `own` are the addresses of each post."""

    settings: Settings
    entries: Mapping[Path, Path]
    by_name: Mapping[str, Path | None]
    by_address: Mapping[str, Path | None]
    own: Mapping[Path, tuple[str, ...]]

    @classmethod
    def of(cls, settings: Settings, posts: Iterable[tuple[Post, Path]]) -> "Addresses":
        """The addresses of posts, each with the file of its entry, or of the one that it translates."""
        known = tuple(posts)
        names = ((name, entry) for post, entry in known for name in _names(post.path))
        own = {post.path: tuple(_stood(post, settings)) for post, _ in known}
        stood = ((address, entry) for post, entry in known for address in own[post.path])
        return cls(settings, {post.path: entry for post, entry in known}, _unique(names), _unique(stood), own)

    def lead(self, target: str, post: Path) -> str | None:
        """Where a link of a post leads here: to an entry, a part of the text or a page on the web; None if nowhere."""
        if target.startswith(REFERENCE):
            return self._referred(target.removeprefix(REFERENCE), post)
        if target.startswith("#") and target != "#":
            return target
        whole = f"https:{target}" if target.startswith("//") else target
        try:
            parts = urlsplit(whole)
        except ValueError:
            return None
        is_own = not parts.scheme or (self.settings.base and whole.startswith(f"{self.settings.base}/"))
        if is_own and (entry := self._entry(unquote(parts.path), post)):
            return self._link(entry, parts.fragment, post)
        if parts.scheme:
            return whole if parts.scheme not in {"http", "https"} or is_on_the_web(whole) else None
        return self._absolute(target)

    def _link(self, entry: Path, fragment: str, post: Path) -> str:
        """A link as it is written in the entry of a post."""
        link = posixpath.relpath(entry.as_posix(), self.entries[post].parent.as_posix())
        return f"{link}#{fragment}" if fragment else link

    def _referred(self, name: str, post: Path) -> str | None:
        path, hash_, fragment = unquote(name).partition("#")
        if not path:
            return f"#{fragment}" if hash_ and fragment else None
        last = PurePosixPath(path).name.removesuffix(".md")
        entry = self._entry(path, post) or self.by_name.get(last.casefold())
        return self._link(entry, fragment, post) if entry else None

    def _entry(self, path: str, post: Path) -> Path | None:
        """The entry that a path names as a file beside the post, as a file anywhere, or as an address."""
        folders = (post.parent, post.parent.parent) if post.stem == "index" else (post.parent,)
        near = [Path(posixpath.normpath(posixpath.join(folder.as_posix(), path))) for folder in folders if path]
        options = [
            file for each in near if each.name for file in (each, each / "index.md", each.with_name(f"{each.name}.md"))
        ]
        found = next((self.entries[option] for option in options if option in self.entries), None)
        if not found and path.endswith((".md", ".markdown")):
            found = self.by_name.get(PurePosixPath(path).stem.casefold())
        whole = [path] if path.startswith("/") else [posixpath.join("/", own, path) for own in self.own[post] if path]
        addresses = (_normal(posixpath.normpath(address), self.settings) for address in whole)
        return found or next((entry for address in addresses if (entry := self.by_address.get(address))), None)

    def _absolute(self, target: str) -> str | None:
        """The whole address of something else in the blog; of what is named as seen from the post it is not known."""
        base = self.settings.base
        if not is_on_the_web(base) or not target or "{" in target:
            return None
        path = urlsplit(base).path
        host = base.removesuffix(path) if path and f"{target}/".startswith(f"{path}/") else base
        return host + target if target.startswith("/") else None


def last_part(address: str) -> str:
    """The last part of an address, in small letters and without the ending of a file; empty where it is a form."""
    path = "" if "{" in address or re.search(r"(?:^|/):", address) else _path(address)
    return _ENDING.sub("", unquote(path)).rstrip("/").rpartition("/")[2].casefold()


def _names(path: Path) -> tuple[str, ...]:
    """What the file of a post is called; a bundle also by the name of its folder."""
    return (path.stem.casefold(), *([path.parent.name.casefold()] if path.stem == "index" else []))


def _unique(pairs: Iterable[tuple[str, Path]]) -> dict[str, Path | None]:
    found: dict[str, Path | None] = {}
    for name, path in pairs:
        found[name] = path if found.get(name, path) == path else None
    return found


def _stood(post: Post, settings: Settings) -> Iterator[str]:
    """The addresses that a post had: those it tells, and those that its blog gives it."""
    for address in post.old:
        if last_part(address):
            yield _normal(address, settings)
    usual = _USUAL if settings.kind == "jekyll" or (not settings.kind and "_posts" in post.path.parts) else ""
    forms = [_NAMED.get(form, form) for form in settings.permalinks] or [usual]
    for form in filter(None, forms):
        yield _normal(_filled(form, post), settings)
    inner = _inner(post, settings.root)
    folder = f"/{post.lang}" if post.lang else ""
    for path in (inner, inner.parent / (post.slug or post.stem)):
        yield _normal(f"/{path}", settings)
        yield _normal(f"{folder}/{path}", settings)


def _inner(post: Post, root: Path) -> PurePosixPath:
    """The path of a post as Hugo and Eleventy make an address of it, without its language."""
    parts = post.key[len(root.parts) :]
    outer = 1 if parts[0] in _OUTER_FOLDERS else 0
    return PurePosixPath(*(part for part in parts[outer:] if part != "index"))


def _filled(form: str, post: Post) -> str:
    """A form of addresses with the date and the name of a post."""
    dated = DATED.fullmatch(post.path.stem)
    day = (post.dated.edtf[:10] if post.dated else dated["date"] if dated else "").split("-")
    year, month, number = (*day, "", "", "")[:3]
    values = {"year": year, "month": month, "day": number, "i_month": month.lstrip("0"), "i_day": number.lstrip("0")}
    name = post.slug or post.stem
    values |= dict.fromkeys(("title", "slug", "filename", "contentbasename", "slugorfilename"), name)
    values |= {"categories": "/".join(post.categories), "section": post.path.parent.name, "output_ext": ""}
    return _PLACEHOLDER.sub(lambda match: values.get(match[1].lower(), match[0]), form)


def _path(address: str) -> str:
    """The path of an address, whatever stands in it."""
    return re.split(r"[?#]", re.sub(r"^\w+://[^/]*", "", address), maxsplit=1)[0]


def _normal(address: str, settings: Settings) -> str:
    """An address without its host, the path that all have, and the ending that a server adds."""
    path = unquote(_path(address))
    common = urlsplit(settings.base).path.rstrip("/")
    path = path.removeprefix(common) if common and path.startswith(f"{common}/") else path
    return re.sub(r"/+", "/", _ENDING.sub("", path)).strip("/").casefold()
