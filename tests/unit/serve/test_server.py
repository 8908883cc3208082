"""Whom the server answers, and how it finds a port."""

import json
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import create_connection

import pytest

from generator.errors import SettingsError
from generator.serve.board import Board, State
from generator.serve.server import FIRST_PORT, Server, open_server
from generator.serve.shown import ShownSite

OLD, NEW = State("run-1"), State("run-2")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "index.html").write_text("<p>home")
    server = open_server(ShownSite(tmp_path), Board(OLD), 0)
    with server.running():
        yield server


def ask(server: Server, target: str, method: str = "GET", **headers: str) -> HTTPResponse:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.request(method, target, headers=headers)
    return connection.getresponse()


def test_a_page_is_served_and_never_kept_by_the_browser(server: Server) -> None:
    with closing(ask(server, "/")) as response:
        assert (response.status, response.headers["Cache-Control"]) == (200, "no-store")
        assert response.read().startswith(b"<p>home")


def test_head_is_answered_like_get_but_without_the_body(server: Server) -> None:
    with closing(ask(server, "/")) as got, closing(ask(server, "/", "HEAD")) as head:
        assert {**head.headers, "Date": ""} == {**got.headers, "Date": ""}
    server.board.close()  # a stream ends at once
    for target in ("/", "/~/events"):
        assert raw(server, f"HEAD {target}").endswith(b"\r\n\r\n")


def raw(server: Server, request: str) -> bytes:
    """All that is sent in answer; a library would not show a body that should not be there."""
    with create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(f"{request} HTTP/1.0\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_are_refused_in_a_line(server: Server, method: str) -> None:
    with closing(ask(server, "/", method)) as response:
        assert (response.status, response.headers["Content-Type"]) == (501, "text/plain; charset=utf-8")
        assert response.read().count(b"\n") == 1


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "[::1]", "LocalHost"])
def test_this_machine_may_be_called_by_each_of_its_names(server: Server, name: str) -> None:
    with closing(ask(server, "/", Host=f"{name}:{server.port}")) as response:
        assert response.status == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "localhost", "localhost:1", "127.0.0.1.evil.example:{port}", ""]
)
@pytest.mark.parametrize("target", ["/", "/~/events", "/~/reload.js"])
def test_a_request_that_was_meant_for_another_host_is_refused(server: Server, host: str, target: str) -> None:
    """So that no page from elsewhere reads the site by letting its own name lead here."""
    with closing(ask(server, target, Host=host.format(port=server.port))) as response:
        assert response.status == 421
        assert response.read() == f"this server answers to {server.address} only\n".encode()


def test_a_request_for_two_hosts_is_refused(server: Server) -> None:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=20)
    connection.putrequest("GET", "/")
    connection.putheader("Host", "evil.example")
    connection.endheaders()  # the library has named the right one before
    with closing(connection.getresponse()) as response:
        assert response.status == 421


def test_open_pages_are_told_the_state_and_every_new_one_until_the_server_ends(tmp_path: Path) -> None:
    board = Board(OLD)
    server = open_server(ShownSite(tmp_path), board, 0)
    with server.running():
        first, second = ask(server, "/~/events"), ask(server, "/~/events")
        for response in (first, second):
            assert response.headers["Content-Type"] == "text/event-stream"
            assert told(response)["version"] == "run-1"
        board.post(NEW)
        assert [told(response)["version"] for response in (first, second)] == ["run-2", "run-2"]
    for response in (first, second):
        assert response.read() == b"\n"
        response.close()


def told(events: HTTPResponse) -> dict[str, object]:
    """The next event."""
    while not (line := events.readline()).startswith(b"data: "):
        assert line, "the stream has ended"
    data: dict[str, object] = json.loads(line.removeprefix(b"data: "))
    return data


@pytest.mark.parametrize(("fault", "is_told"), [(BrokenPipeError(), False), (ZeroDivisionError(), True)])
def test_a_page_that_is_closed_is_no_fault_of_ours(
    server: Server, capfd: pytest.CaptureFixture[str], fault: Exception, is_told: bool
) -> None:
    try:
        raise fault
    except (BrokenPipeError, ZeroDivisionError):
        server.handle_error(None, ("127.0.0.1", 1))
    assert bool(capfd.readouterr().err) == is_told


def test_a_port_in_use_is_named_with_what_to_do(server: Server, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=rf"port {server.port} cannot be used \(.+\): name another with --port"):
        open_server(ShownSite(tmp_path), Board(OLD), server.port)


def test_where_none_is_asked_for_the_next_free_port_is_taken(tmp_path: Path) -> None:
    site, board = ShownSite(tmp_path), Board(OLD)
    with open_server(site, board, None) as one, open_server(site, board, None) as two:
        assert FIRST_PORT <= one.port < two.port
