"""The front door to urllib3, and the one module that asks anything of the network.

It goes to public addresses alone: a file of the content must not make whoever checks it ask a machine of their own
network. A name is looked up once, and the connection goes to the address found, so that a name cannot answer
differently the second time.
"""

import socket
import ssl
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from functools import partial
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import SplitResult, quote, urlsplit

from urllib3 import BaseHTTPResponse, HTTPConnectionPool, HTTPSConnectionPool, Retry, Timeout
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    InvalidHeader,
    NewConnectionError,
    ReadTimeoutError,
    SSLError,
)

from generator.linkcheck.outcome import REDIRECTS, Fate, NoAnswer, Reply

_LIMITS = Timeout(connect=10, read=20)
_TARGET = "!#$%&'()*+,-./:;=?@[]_~"
"""Signs that stand in an address as they are; all others but letters and digits are percent-encoded."""

_NO_SUCH_HOST = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
_CHALLENGES = ("cf-mitigated", "x-amzn-waf-action")
"""Headers by which Cloudflare and AWS say that a page is a challenge."""

_FAILURES = (
    (NewConnectionError, "no connection is made"),
    (ConnectTimeoutError, "no connection is made in time"),
    (ReadTimeoutError, "no answer comes in time"),
    (HTTPError, "the connection is broken off"),
)

_HOLDING = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
"""Networks of IPv6 whose addresses end in one of IPv4 that is meant (RFC 6052; RFC 4291, section 2.5.5.1)."""
_INNER = (IPv6Network("64:ff9b:1::/48"), IPv6Network("fec0::/10"))
"""Networks of IPv6 that are private, which not every Python knows (RFC 8215; RFC 3879)."""

LookUp = Callable[[str, int], Iterable[str]]
"""Gives the numeric addresses of a host. Raises `OSError`."""


def is_public(number: str) -> bool:
    """Whether a numeric address belongs to one machine of the internet at large."""
    address = ip_address(number)
    if isinstance(address, IPv6Address):
        if any(address in network for network in _INNER):
            return False
        last = IPv4Address(int(address) % 2**32) if any(address in network for network in _HOLDING) else None
        address = address.ipv4_mapped or address.sixtofour or last or address
    return address.is_global and not address.is_multicast


def _look_up(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class Client:
    """Makes single requests and follows nothing. `agent` is how it names itself."""

    def __init__(self, agent: str, look_up: LookUp = _look_up, is_allowed: Callable[[str], bool] = is_public) -> None:
        self._headers = {"User-Agent": agent, "Accept": "text/html, */*;q=0.8"}
        self._look_up, self._is_allowed = look_up, is_allowed
        self._tls = ssl.create_default_context()

    def request(self, method: str, address: str, most: int = 0) -> Reply:
        """What a server answers, with at most so many bytes of the body. Raises `NoAnswer`."""
        parts = urlsplit(address)
        fault: HTTPError | None = None
        for number in self._numbers(parts):
            try:
                return self._ask(method, parts, number, most)
            except HTTPError as error:
                fault = error
                if not isinstance(error, NewConnectionError | ConnectTimeoutError):
                    break
        raise no_answer(fault) from fault

    def _numbers(self, parts: SplitResult) -> list[str]:
        """The numeric addresses of a host that may be asked, one at least."""
        host = parts.hostname or ""
        try:
            found = list(self._look_up(_ascii(host), parts.port or 0))
        except UnicodeError as error:
            raise NoAnswer(Fate.GONE, f"“{host}” is no name of a host") from error
        except OSError as error:
            if error.errno in _NO_SUCH_HOST:
                raise NoAnswer(Fate.GONE, f"there is no host {host}") from error
            raise NoAnswer(Fate.UNREACHABLE, f"the host {host} could not be looked up", is_passing=True) from error
        if not (allowed := [number for number in found if self._is_allowed(number)]):
            raise NoAnswer(Fate.PRIVATE, f"the host {host} is this machine or in a private network")
        return allowed

    def _ask(self, method: str, parts: SplitResult, number: str, most: int) -> Reply:
        host = _ascii(parts.hostname or "")
        shown = f"[{host}]" if ":" in host else host
        is_secure = parts.scheme == "https"
        secure = partial(HTTPSConnectionPool, ssl_context=self._tls, server_hostname=host, assert_hostname=host)
        headers = {**self._headers, "Host": f"{shown}:{parts.port}" if parts.port else shown}
        target = quote(f"{parts.path or '/'}{parts.query and '?'}{parts.query}", _TARGET)
        with (secure if is_secure else HTTPConnectionPool)(number, parts.port, timeout=_LIMITS) as pool:
            ask = partial(pool.urlopen, headers=headers, retries=False, redirect=False, preload_content=False)
            with closing(ask(method, target, assert_same_host=False)) as response:
                return _reply(response, response.read(most) if most else b"")


def _ascii(host: str) -> str:
    return host.encode("idna").decode()


def _reply(response: BaseHTTPResponse, body: bytes) -> Reply:
    """An answer as far as it matters. A server may send any bytes as where it leads to."""
    location, wait = response.headers.get("Location"), None
    with suppress(InvalidHeader, OverflowError):  # of a year that no clock knows
        wait = Retry().get_retry_after(response)
    return Reply(
        response.status,
        quote(location.encode("latin-1"), _TARGET) if location and response.status in REDIRECTS else None,
        wait or 0,
        any(name in response.headers for name in _CHALLENGES),
        body,
    )


def no_answer(error: HTTPError | None) -> NoAnswer:
    """A failure in words. One of TLS does not pass; where it is the certificate’s, Python makes it a `ValueError`."""
    if isinstance(error, SSLError):
        cause = error.args[0]
        why = getattr(cause, "verify_message", str(cause)) if isinstance(cause, ValueError) else ""
        return NoAnswer(Fate.UNREACHABLE, f"the secure connection fails{why and f': {why}'}")
    said = next(words for kind, words in _FAILURES if isinstance(error, kind))
    return NoAnswer(Fate.UNREACHABLE, said, is_passing=True)
