"""Which files of a folder are posts."""

from dataclasses import dataclass
from pathlib import Path

MARKDOWN = frozenset(".md .markdown .mdown .mkd .mkdn .mkdown".split())
HTML = frozenset(".html .htm".split())
PROGRAMS = frozenset(
    ".njk .liquid .hbs .ejs .haml .pug .mustache .webc .vue .mdx .textile .adoc .asciidoc .org .rst .rmd .ipynb".split()
)
"""Endings of posts in another markup, or that a program makes of others."""

_OF_POSTS = frozenset("_posts _drafts posts post blog news articles".split())
_IGNORED = frozenset("node_modules vendor public themes layouts archetypes".split())


@dataclass(frozen=True, slots=True)
class Folder:
    """The files of posts, those of another markup that may be posts, and the others: by their ending, or what they
    are. Each list is in the order of paths."""

    posts: tuple[Path, ...]
    programs: tuple[Path, ...]
    others: tuple[str, ...]


def look_through(folder: Path) -> Folder:
    """Where some files lie in folders of posts (`_posts`, `posts`), the others are pages."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and _is_seen(path.relative_to(folder))]
    texts = [path for path in files if path.suffix.lower() in MARKDOWN | HTML | PROGRAMS or _is_script(path)]
    within = [path for path in texts if _OF_POSTS & set(path.relative_to(folder).parts[:-1])]
    posts = [path for path in within or texts if path.stem != "_index"]
    taken = [path for path in posts if path.suffix.lower() in MARKDOWN | HTML]
    others = [_name_of(path) for path in files if path not in set(posts) and not _is_data(path)]
    return Folder(tuple(taken), tuple(path for path in posts if path not in set(taken)), tuple(others))


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
