"""The room's one door, and the front door to Pagefind: has entries indexed and gives the files of the index.

Pagefind is a program. It is started as a service: a request goes in, its answer comes out, nothing touches the disk.
The package `pagefind` would speak for us, but waits a tenth of a second for each answer, and for ever for more than
two megabytes.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from errno import EPIPE
from importlib.metadata import version
from io import BufferedReader, BufferedWriter
from subprocess import PIPE, Popen
from typing import Any, cast

from pagefind_bin import get_executable  # type: ignore[import-untyped] # it has no types

from generator.cancellation import Cancellation
from generator.errors import OutputError, reason
from generator.findable import Findable
from generator.search.stable import stable

ENGINE = f"pagefind {version('pagefind_bin')}"
"""What an index is made by: another version may make another one."""

_MOST_AT_ONCE = 65536
_NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_OF_DATA = (".pagefind", ".pf_meta", ".pf_filter", ".pf_index", ".pf_fragment")
"""Its own pages and styles are left out: the site has its own."""

_CURE = "install pagefind_bin anew, or leave the search out with --no-search"
_STRAIGHT = str.maketrans("’ʼ", "''")


def index(
    findables: Iterable[Findable],
    plain: Callable[[str], str],
    advance: Callable[[], None] = lambda: None,
    cancellation: Cancellation | None = None,
) -> dict[str, bytes]:
    """The files of the index by name, what names the others last. `plain` makes text of Markdown.

    The same entries give the same bytes. Raises `OutputError` where Pagefind cannot be started or gives up, and
    `CancelledError`.
    """
    cancellation = cancellation or Cancellation()
    try:
        with _program() as process, cancellation.ending(process.kill):
            service = _Service(process)
            service.ask({"type": "NewIndex", "config": {}})
            for findable in findables:
                service.ask({"type": "AddRecord", "index_id": 0, **_record(findable, plain)})
                advance()
            files = service.ask({"type": "GetFiles", "index_id": 0})["files"]
    except OSError as error:
        cancellation.check()
        raise OutputError(f"the search could not be indexed: {reason(error)}: {_CURE}") from error
    found = {file["path"]: b64decode(file["content"]) for file in files}
    return stable({name: found[name] for name in found if name in _NEEDED or name.endswith(_OF_DATA)})


def _program() -> Popen[bytes]:
    return Popen([get_executable(), "--service"], stdin=PIPE, stdout=PIPE)  # noqa: S603 - Pagefind's own


class _Service:
    """Pagefind at work: each message is JSON in Base64, with a comma at its end."""

    def __init__(self, process: Popen[bytes]) -> None:
        self._requests, self._answers = cast("BufferedWriter", process.stdin), cast("BufferedReader", process.stdout)

    def ask(self, request: Mapping[str, object]) -> Mapping[str, Any]:
        """Send a request and wait for its answer. Raises `OSError` where none comes, and `OutputError` where it tells
        of a failure."""
        self._requests.write(b64encode(json.dumps({"message_id": 1, "payload": request}).encode()) + b",")
        self._requests.flush()
        message = bytearray()
        while not message.endswith(b","):
            piece = self._answers.read1(_MOST_AT_ONCE)
            if not piece:
                raise BrokenPipeError(EPIPE, "Pagefind ended early")
            message += piece
        answer: Mapping[str, Any] = json.loads(b64decode(message[:-1]))["payload"]
        if answer["type"] == "Error":
            raise OutputError(f"the search could not be indexed: Pagefind says: {answer['message']}")
        return answer


def _record(findable: Findable, plain: Callable[[str], str]) -> dict[str, object]:
    """An entry as Pagefind takes it.

    Pagefind finds “OTAN” in “l'OTAN” only where the apostrophe is straight. The search page makes it round again.
    """
    content = "\n".join(filter(None, (findable.lead, plain(findable.body))))
    return {
        "url": findable.path,
        "language": findable.lang.lower(),  # as the page asks for it
        "content": content.translate(_STRAIGHT),
        "meta": {name: words.translate(_STRAIGHT) for name, words in findable.meta.items()},
        "filters": {name: list(values) for name, values in findable.facets.items()},
        "sort": {"place": str(findable.place)},
    }
