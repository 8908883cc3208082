"""One request over HTTP: what of an answer is taken, what a failure is called, and where no request goes."""

import asyncio
import socket
import ssl
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from urllib3 import Timeout

from generator.linkcheck import client
from generator.linkcheck.asking import Asker
from generator.linkcheck.client import Client, is_public
from generator.linkcheck.outcome import Fate, NoAnswer, Outcome, Reply

Answer = tuple[int, dict[str, str], bytes] | None
"""A status, headers and a body; None: the connection is closed."""

CERTIFICATE = Path(__file__).with_name("one.example.pem")
ADDRESSES = {"several.example": ["127.0.0.2", "127.0.0.1"], "inside.example": ["10.0.0.1", "::1"]}


class Web(ThreadingHTTPServer):
    """A server on this machine that answers for every host, by method and place where there is a script for it."""

    daemon_threads = True
    disable_nagle_algorithm = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script: dict[str, Answer] = {}
        self.asked: list[str] = []
        self.agents: set[str] = set()
        self.client = Client("tests (+https://timeline.example/)", look_up, lambda _: True)

    def at(self, place: str, scheme: str = "http") -> str:
        """The address of a host and path."""
        host, _, path = place.partition("/")
        return f"{scheme}://{host}:{self.server_port}/{path}"


class _Handler(BaseHTTPRequestHandler):
    if TYPE_CHECKING:
        server: Web

    def do_GET(self) -> None:
        asked = f"{self.command} {self.headers['Host'].partition(':')[0]}{self.path}"
        self.server.asked.append(asked)
        self.server.agents.add(self.headers["User-Agent"])
        answer = self.server.script.get(asked, (200, {}, b"a page"))
        if answer is None:
            return
        status, headers, body = answer
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body if self.command == "GET" else b"")

    do_HEAD = do_GET  # noqa: N815 - as the library calls it

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as above
        pass


def look_up(host: str, _port: int) -> list[str]:
    if host.endswith(".invalid"):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    if host.endswith(".unknown"):
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
    return ADDRESSES.get(host, ["127.0.0.1"])


@pytest.fixture
def web() -> Iterator[Web]:
    with Web() as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.shutdown()


def failure(client: Client, address: str) -> tuple[Fate, str, bool]:
    with pytest.raises(NoAnswer) as caught:
        client.request("GET", address)
    found = caught.value.outcome
    return found.fate, found.said, found.is_passing


def test_an_answer_is_taken_without_its_body_and_a_part_of_a_page_is_not_named(web: Web) -> None:
    assert web.client.request("GET", web.at("one.example/a?b=é#part")) == Reply(200)
    assert web.asked == ["GET one.example/a?b=%C3%A9"]
    assert web.agents == {"tests (+https://timeline.example/)"}


def test_a_name_and_a_password_in_an_address_are_not_sent(web: Web) -> None:
    web.client.request("HEAD", web.at("one.example/").replace("//", "//me:secret@"))
    assert web.asked == ["HEAD one.example/"]


def test_a_host_in_other_letters_is_asked_by_its_name_in_ascii(web: Web) -> None:
    web.client.request("HEAD", web.at("bücher.example/"))
    assert web.asked == ["HEAD xn--bcher-kva.example/"]


def test_of_a_body_no_more_is_read_than_is_asked_for(web: Web) -> None:
    assert web.client.request("GET", web.at("one.example/"), 3).body == b"a p"


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (301, {"Location": "/b c/é"}, Reply(301, "/b%20c/%E9")),
        (200, {"Location": "/other"}, Reply(200)),
        (429, {"Retry-After": "120"}, Reply(429, wait=120)),
        (503, {"Retry-After": "soon"}, Reply(503)),
        (503, {"Retry-After": "Fri, 31 Dec 999999999999 23:59:59 GMT"}, Reply(503)),
        (403, {"cf-mitigated": "challenge"}, Reply(403, is_challenge=True)),
    ],
)
def test_headers_that_matter_are_taken(status: int, headers: dict[str, str], expected: Reply, web: Web) -> None:
    web.script["GET one.example/"] = status, headers, b""
    assert web.client.request("GET", web.at("one.example/")) == expected


def test_a_connection_that_is_closed_is_a_failure_that_passes(web: Web) -> None:
    web.script["GET one.example/"] = None
    assert failure(web.client, web.at("one.example/")) == (Fate.UNREACHABLE, "the connection is broken off", True)


def test_a_fault_of_tls_does_not_pass(web: Web) -> None:
    found = failure(web.client, web.at("one.example/", "https"))
    assert found == (Fate.UNREACHABLE, "the secure connection fails", False)


def test_a_certificate_is_held_against_the_name_that_is_asked_and_the_trust_of_the_system(
    web: Web, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That of the file is of one.example, signed by itself, and good until 2126."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(CERTIFICATE)
    web.socket = server.wrap_socket(web.socket, server_side=True)
    distrusting, trust = web.client, ssl.create_default_context
    monkeypatch.setattr(ssl, "create_default_context", lambda: trust(cafile=CERTIFICATE))
    trusting = Client("tests", look_up, lambda _: True)
    assert trusting.request("HEAD", web.at("one.example/", "https")) == Reply(200)
    assert "doesn't match 'one.example'" in failure(trusting, web.at("two.example/", "https"))[1]
    found = failure(distrusting, web.at("one.example/", "https"))
    assert found == (Fate.UNREACHABLE, "the secure connection fails: self-signed certificate", False)


@pytest.mark.parametrize("host", ["one.invalid", "one..example", f"{'a' * 64}.example"])
def test_a_host_that_there_is_not_or_cannot_be_is_gone(host: str, web: Web) -> None:
    assert failure(web.client, f"http://{host}/")[::2] == (Fate.GONE, False)


def test_a_name_that_cannot_be_looked_up_today_may_be_there_tomorrow(web: Web) -> None:
    assert failure(web.client, "http://one.unknown/")[::2] == (Fate.UNREACHABLE, True)


def test_a_server_that_says_nothing_is_not_waited_for(web: Web, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_LIMITS", Timeout(connect=1, read=0.01))
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://one.example:{silent.getsockname()[1]}/"
        assert failure(web.client, address) == (Fate.UNREACHABLE, "no answer comes in time", True)
    assert failure(web.client, address) == (Fate.UNREACHABLE, "no connection is made", True)


def test_the_next_machine_of_a_host_is_asked_where_one_does_not_listen(web: Web) -> None:
    assert web.client.request("GET", web.at("several.example/")) == Reply(200)


@pytest.mark.parametrize(
    "number",
    """127.0.0.1 10.1.2.3 192.168.0.1 169.254.169.254 100.64.0.1 0.0.0.0 224.0.0.1 255.255.255.255
    ::1 :: fe80::1%eth0 fd00::1 ff02::1 ::ffff:127.0.0.1 2002:7f00:1::
    ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::a01:203 64:ff9b:1::1 fec0::1""".split(),
)
def test_an_address_within_a_network_is_not_public(number: str) -> None:
    assert not is_public(number)


def test_addresses_of_the_internet_are_public() -> None:
    assert is_public("93.184.215.14")
    assert is_public("64:ff9b::5db8:d70e")
    assert is_public("2606:2800:21f:cb07:6820:80da:af6b:8b2c")


@pytest.mark.parametrize("host", ["inside.example", "127.0.0.1", "127.1", "2130706433", "[::1]", "localhost"])
def test_a_private_address_is_never_asked_however_it_is_written(host: str, web: Web) -> None:
    """The last four are spellings that the system understands."""
    looked_up = Client("tests", look_up) if host == "inside.example" else Client("tests")
    assert failure(looked_up, f"http://{host}:{web.server_port}/")[0] is Fate.PRIVATE
    assert web.asked == []


def test_addresses_are_asked_and_followed_over_http(web: Web) -> None:
    moved = web.at("two.example/new")
    web.script |= {
        "HEAD one.example/old": (308, {"Location": moved}, b""),
        "HEAD one.example/gone": (405, {}, b""),
        "GET one.example/gone": (410, {}, b""),
    }

    async def ask() -> list[Outcome]:
        asker = Asker(web.client.request, lambda _: asyncio.sleep(0))
        return list(await asyncio.gather(*map(asker.outcome, [web.at("one.example/old"), web.at("one.example/gone")])))

    assert asyncio.run(ask()) == [Outcome(Fate.MOVED, moved_to=moved), Outcome(Fate.GONE, "410 Gone")]
    assert sorted(web.asked)[-2:] == ["HEAD one.example/old", "HEAD two.example/new"]
