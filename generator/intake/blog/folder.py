"""Which files of a folder are posts."""

import re
from dataclasses import dataclass
from pathlib import Path

from generator.files import read_at_most

MARKDOWN = frozenset(".md .markdown .mdown .mkd .mkdn .mkdown".split())
HTML = frozenset(".html .htm".split())
PROGRAMS = frozenset(
    ".njk .liquid .hbs .ejs .haml .pug .mustache .webc .vue .mdx .textile .adoc .asciidoc .org .rst .rmd .ipynb".split()
)
"""Endings of posts in another markup, or that a program makes of others."""

_OF_JEKYLL = frozenset({"_posts", "_drafts"})
_OF_POSTS = _OF_JEKYLL | frozenset("posts post blog news articles".split())
_ALL_NAMES = (_OF_JEKYLL, _OF_POSTS)
_DAY = re.compile(r"\d{4}-\d\d?-\d\d?-")
_DATED = re.compile(rb"^[ \t]*[\"']?date[\"']?[ \t]*[:=]", re.IGNORECASE | re.MULTILINE)
_HEAD = 4000
"""How far a page is read to see whether it has a date."""
_IGNORED = frozenset("node_modules vendor public themes layouts archetypes".split())


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of posts, those that may be posts and are not read, pages elsewhere that have a date, and the others:
    by their ending, or what they are. Each list is in the order of paths.

    Not read are posts in another markup, and links: whoever made the folder shall not reach files of who imports it.
    """

    posts: tuple[Path, ...]
    unread: tuple[Path, ...]
    strays: tuple[Path, ...]
    others: tuple[str, ...]


def look_through(folder: Path) -> Folder:
    """Where some files lie in folders of posts (`_posts`, or else `posts`), the others are pages."""
    files = [path for path in sorted(folder.rglob("*")) if not path.is_dir() and _is_seen(path.relative_to(folder))]
    texts = [path for path in files if path.suffix.lower() in MARKDOWN | HTML | PROGRAMS or _is_script(path)]
    posts = {path for path in _within(folder, texts) or texts if path.stem != "_index"}
    strays = {path for path in texts if path not in posts and path.suffix.lower() in MARKDOWN and _has_date(path)}
    taken = {path for path in posts if path.suffix.lower() in MARKDOWN | HTML and not path.is_symlink()}
    return Folder(
        tuple(path for path in files if path in taken),
        tuple(path for path in files if path in posts - taken),
        tuple(path for path in files if path in strays),
        tuple(_name_of(path) for path in files if path not in posts | strays and not _is_data(path)),
    )


def _within(folder: Path, texts: list[Path]) -> list[Path]:
    """The texts in folders of posts, none where the folder is one itself: then all are posts."""
    if folder.name in _OF_POSTS and any(path.parent == folder and _has_date(path) for path in texts):
        return []
    found = ([path for path in texts if names & set(path.relative_to(folder).parts[:-1])] for names in _ALL_NAMES)
    return next(filter(None, found), [])


def _has_date(path: Path) -> bool:
    """Whether a text is dated, in its name or in its fields."""
    is_dated = _DAY.match(path.name) or (not path.is_symlink() and _DATED.search(read_at_most(path, _HEAD)))
    return path.stem != "_index" and bool(is_dated)


def _is_seen(inner: Path) -> bool:
    """Whether a file may be a post by where it lies: hidden folders and those of programs hold none."""
    folders = inner.parts[:-1]
    hidden = any(name.startswith((".", "_")) and name not in _OF_POSTS for name in folders)
    return not hidden and not _IGNORED & set(folders) and not inner.name.startswith(".")


def _is_data(path: Path) -> bool:
    """Whether Eleventy takes from a file what all posts of its folder, or one post, have in common."""
    return path.suffix == ".json" and (path.stem == path.parent.name or path.stem.endswith(".11tydata"))


def _is_script(path: Path) -> bool:
    return path.name.endswith((".11ty.js", ".11ty.mjs", ".11ty.cjs", ".11ty.ts"))


def _name_of(path: Path) -> str:
    """What a file that is no post is counted as."""
    if path.stem == "_index":
        return "_index pages"
    is_text = path.suffix.lower() in MARKDOWN | HTML | PROGRAMS
    return "pages outside of folders of posts" if is_text else f"files ending in {path.suffix or 'nothing'}"
