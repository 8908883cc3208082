"""Looks for copies of what is gone, in the Wayback Machine of the Internet Archive."""

import json
import re
from http import HTTPStatus
from urllib.parse import urlencode

from generator.linkcheck.asking import Asker
from generator.linkcheck.outcome import NoAnswer

WAYBACK = "https://archive.org/wayback/available"
"""Its interface; https://archive.org/help/wayback_api.php describes it."""

_LONGEST_ANSWER = 64 * 1024
_COPY = re.compile(r"https?(://web\.archive\.org/web/\d{4,14}/[!-~]+)")


class Archive:
    """Asked for one copy after another, until it is silent."""

    def __init__(self, asker: Asker, api: str) -> None:
        self._asker, self._api = asker, api
        self._is_silent = False

    async def copy_of(self, address: str, day: str) -> str | None:
        """The copy of an address that is nearest to a day; empty where there is none, None where nothing is said."""
        if self._is_silent:
            return None
        query = urlencode({"url": address} | ({"timestamp": day} if day else {}))
        try:
            reply = await self._asker.ask("GET", f"{self._api}?{query}", _LONGEST_ANSWER)
            return _copy_in(reply.body if reply.status == HTTPStatus.OK else b"")
        except (NoAnswer, ValueError, LookupError, TypeError, AttributeError):
            self._is_silent = True
            return None


def _copy_in(body: bytes) -> str:
    """What an answer names. Raises a `ValueError` or the like where it is none."""
    closest = json.loads(body)["archived_snapshots"].get("closest", {})
    match = _COPY.fullmatch(closest.get("url", ""))
    return f"https{match[1]}" if match and closest.get("status", "").startswith("2") else ""
