"""What is answered to a request: a file of the site as a host on the web would send it, or a file of the preview."""

from dataclasses import dataclass
from http import HTTPStatus
from pathlib import PurePosixPath
from string import Template
from urllib.parse import quote, unquote

from generator.config import shipped_layouts
from generator.serve.board import State
from generator.serve.shown import ShownSite

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


def answer(target: str, site: ShownSite, state: State) -> Answer:
    """The answer to the target of a request; nothing but the files of the site and those of the preview is read."""
    path, _, query = target.partition("?")
    if path.startswith(OWN):
        return _of_preview(path.removeprefix(OWN))
    names, base = _names(path), _names(state.base)[:-1]
    if not site.is_there:
        return _page(HTTPStatus.SERVICE_UNAVAILABLE, _preview("waiting.html"), state)
    if base and names in ([""], base):
        return _redirect([*base, ""], query)
    if names[: len(base)] != base:
        return _not_found(site, state)
    return _of_site(site, names[len(base) :], query, state)


def _of_site(site: ShownSite, names: list[str], query: str, state: State) -> Answer:
    *folders, last = names
    try:
        if last and site.is_folder(names):
            return _redirect([*_names(state.base)[:-1], *names, ""], query)
        return _file(HTTPStatus.OK, site, [*folders, last or "index.html"], state)
    except OSError:
        return _not_found(site, state)


def _not_found(site: ShownSite, state: State) -> Answer:
    try:
        return _file(HTTPStatus.NOT_FOUND, site, ["404.html"], state)
    except OSError:
        return refusal(HTTPStatus.NOT_FOUND, "there is no page at this address")


def _file(status: HTTPStatus, site: ShownSite, names: list[str], state: State) -> Answer:
    data, kind = site.read(names), _TYPES.get(PurePosixPath(names[-1]).suffix.lower(), _ANY)
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
