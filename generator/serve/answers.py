"""What is answered to a request: a file of the site as a host on the web would send it, or a file of the preview."""

from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from string import Template
from urllib.parse import quote, unquote

from generator.config import shipped_layouts
from generator.serve.board import State

OWN = "/~/"
"""Addresses below it are those of the preview; no address of a site begins so."""

_PAGE = "text/html; charset=utf-8"
_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".gif": "image/gif",
    ".html": _PAGE,
    ".ico": "image/x-icon",
    ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""The same on every machine: the registries of some systems take scripts for plain text."""
_ANY = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Answer:
    """A response: `location` is where a redirect leads, as a path on this server."""

    status: HTTPStatus
    type: str
    body: bytes
    location: str | None = None


def refusal(status: HTTPStatus, words: str) -> Answer:
    """An answer that is one line of text."""
    return Answer(status, _TYPES[".txt"], f"{words}\n".encode())


def answer(target: str, site: Path, state: State) -> Answer:
    """The answer to the target of a request; nothing but the files below `site` and those of the preview is read."""
    path, _, query = target.partition("?")
    if path.startswith(OWN):
        return _of_preview(path.removeprefix(OWN))
    names, base = _names(path), _names(state.base)[:-1]
    if not (site / "index.html").is_file():
        return _page(HTTPStatus.SERVICE_UNAVAILABLE, _preview("waiting.html"), state)
    if base and names in ([""], base):
        return _redirect([*base, ""], query)
    if names[: len(base)] != base:
        return _not_found(site, state)
    return _of_site(site, names[len(base) :], query, state)


def _of_site(site: Path, names: list[str], query: str, state: State) -> Answer:
    *folders, last = names
    try:
        path = _below(site, [*folders, last or "index.html"])
        if path is None:
            return _not_found(site, state)
        if path.is_dir():
            return _redirect([*_names(state.base)[:-1], *names, ""], query)
        return _file(HTTPStatus.OK, path, state)
    except OSError:
        return _not_found(site, state)


def _not_found(site: Path, state: State) -> Answer:
    try:
        return _file(HTTPStatus.NOT_FOUND, site / "404.html", state)
    except OSError:
        return refusal(HTTPStatus.NOT_FOUND, "there is no page at this address")


def _below(site: Path, names: list[str]) -> Path | None:
    """The path of these names; None where one is hidden, leads elsewhere, or is none."""
    path = site
    for name in names:
        step = path / name
        if name.startswith(".") or "\0" in name or step.parent != path or step.is_symlink():
            return None
        path = step
    return path


def _file(status: HTTPStatus, path: Path, state: State) -> Answer:
    data, kind = path.read_bytes(), _TYPES.get(path.suffix.lower(), _ANY)
    return _page(status, data, state) if kind == _PAGE else Answer(status, kind, data)


def _page(status: HTTPStatus, data: bytes, state: State) -> Answer:
    """A page with the script that keeps it up to date. What stands after its end is read as a part of it."""
    script = Template(_preview("script.html").decode()).substitute(version=state.version)
    return Answer(status, _PAGE, data + script.encode())


def _of_preview(name: str) -> Answer:
    if name not in {"reload.js", "panel.html", "panel.css", "waiting.css"}:
        return refusal(HTTPStatus.NOT_FOUND, "the preview has no such file")
    return Answer(HTTPStatus.OK, _TYPES[PurePosixPath(name).suffix], _preview(name))


def _preview(name: str) -> bytes:
    return (shipped_layouts() / "preview" / name).read_bytes()


def _redirect(names: list[str], query: str) -> Answer:
    location = "/" + "/".join(quote(name) for name in names) + (f"?{query}" if query else "")
    return Answer(HTTPStatus.FOUND, _TYPES[".txt"], b"", location)


def _names(path: str) -> list[str]:
    """The names in a path, without the slash it begins with; what is no UTF-8 names nothing that there is."""
    return [unquote(name) for name in path.removeprefix("/").split("/")]
