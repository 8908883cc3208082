"""Answers browsers of this machine, and no others."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socketserver import TCPServer, ThreadingMixIn
from threading import Thread
from typing import TYPE_CHECKING

from generator.errors import SettingsError, reason
from generator.serve.answers import OWN, Answer, answer, refusal
from generator.serve.board import Board
from generator.serve.shown import ShownSite

HOST = "127.0.0.1"
FIRST_PORT = 8000
_PORTS = range(FIRST_PORT, FIRST_PORT + 20)
"""Tried in turn where none is asked for."""

_EVENTS = OWN + "events"
_RETRY = b"retry: 1000\n\n"
_HEARTBEAT = 15.0
"""Seconds between two signs of life, by which it shows that a page is gone."""


class Server(ThreadingMixIn, TCPServer):
    """Serves a site on one port of this machine.

    Not an `HTTPServer`: that asks the name of the machine, which may take long and is of no use here.
    """

    daemon_threads = True  # those that wait for news do not keep the program from ending
    allow_reuse_address = sys.platform != "win32"  # there it would let two servers share a port

    def __init__(self, site: ShownSite, board: Board, port: int) -> None:
        self.site, self.board = site, board
        super().__init__((HOST, port), _Handler)

    @property
    def port(self) -> int:
        """The port, also where the system was to choose it."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """Where the site is shown: below the same path as on the web."""
        return f"http://{HOST}:{self.port}{self.board.state.base}"

    @contextmanager
    def running(self) -> Iterator[None]:
        """Answer until the end of the context."""
        Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield
        finally:
            self.board.close()
            self.shutdown()
            self.server_close()

    def handle_error(self, request: object, client_address: object) -> None:
        """A page that is closed while it is answered is no fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type] # typed for sockets and datagrams


def open_server(site: ShownSite, board: Board, port: int | None) -> Server:
    """A server on the port asked for, or on the first that is free. Raises `SettingsError` where there is none."""
    for each in _PORTS if port is None else (port,):
        try:
            return Server(site, board, each)
        except OSError as error:
            fault = f"port {each} cannot be used ({reason(error)})"
    raise SettingsError(f"{fault}: name another with --port")


class _Handler(BaseHTTPRequestHandler):
    if TYPE_CHECKING:
        server: Server
    server_version, sys_version = "timeline", ""
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(message)s\n"

    def do_GET(self) -> None:
        if not self._is_meant():
            self._refuse()
        elif self.path == _EVENTS:
            self._tell()
        else:
            self._send(answer(self.path, self.server.site, self.server.board.state))

    do_HEAD = do_GET  # noqa: N815 - as above

    def _is_meant(self) -> bool:
        """Whether the browser asked this machine for this. A page from elsewhere that lets its own name lead here, to
        read what we say, is told by that name ("DNS rebinding")."""
        hosts = {f"{name}:{self.server.port}" for name in (HOST, "localhost", "[::1]")}
        return [host.lower() for host in self.headers.get_all("Host", [])] in [[host] for host in hosts]

    def _refuse(self) -> None:
        self._send(refusal(HTTPStatus.MISDIRECTED_REQUEST, f"this server answers to {self.server.address} only"))

    def _tell(self) -> None:
        """Send each new state, until the page or the server is gone."""
        self._begin(HTTPStatus.OK, "text/event-stream")
        if self.command == "HEAD":
            return
        self.wfile.write(_RETRY)
        seen = None
        while state := self.server.board.wait(seen, _HEARTBEAT):
            self.wfile.write(b":\n\n" if state == seen else state.message())
            seen = state

    def _send(self, found: Answer) -> None:
        headers = {"Content-Length": str(len(found.body))}
        if found.location:
            headers["Location"] = found.location
        self._begin(found.status, found.type, headers)
        if self.command != "HEAD":
            self.wfile.write(found.body)

    def _begin(self, status: HTTPStatus, kind: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Cache-Control": "no-store", **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing: the terminal tells of builds."""
