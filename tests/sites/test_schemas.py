"""`timeline schema`, and what an editor makes of it: the language server of YAML itself is asked."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Timer
from typing import Any

import pytest

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

ROOT = Path(__file__).resolve().parents[2]
SERVER = ROOT / ".ci/node_modules/yaml-language-server/bin/yaml-language-server"
MARKER = "# yaml-language-server: $schema=.schema/actors.json\n"
ACTORS = """\
nato: {kind: organisation, name: OTAN}
anna:
  kind: person
  name: Anna
  roles:
    - {office: ministre, of: nato}
    - {office: ministre, of: natto}
"""


def schema(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "schema"]
    environment = {**os.environ, "COLUMNS": "200"}
    return subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)


def test_the_command_says_what_it_wrote_and_which_files_name_no_schema(write_site: WriteSite) -> None:
    root = write_site({"content/actors.yaml": MARKER + ACTORS.replace("natto", "nato")})
    done = schema(root)
    assert (done.returncode, done.stdout) == (0, "8 schemas, 8 of them written\n")
    line = "# yaml-language-server: $schema=.schema/site.json"
    assert done.stderr == f"content/site.yaml names no schema: begin it with the line {line}\n"
    assert schema(root).stdout == "8 schemas, 0 of them written\n"


def test_schemas_are_written_for_faulty_content_too_but_not_without_settings(write_site: WriteSite) -> None:
    root = write_site({"content/actors.yaml": ACTORS, "content/places.yaml": "a: [", "content/entries/a.md": ""})
    assert schema(root).returncode == 0
    (root / "content/site.yaml").unlink()
    assert schema(root).returncode == 1


def test_schemas_that_cannot_be_written_end_with_3(write_site: WriteSite) -> None:
    assert schema(write_site({"content/.schema": ""})).returncode == 3


class Editor:
    """Speaks with a language server (Language Server Protocol, base protocol) about one file."""

    def __init__(self, server: "subprocess.Popen[bytes]", file: Path) -> None:
        assert server.stdin
        assert server.stdout
        self._to, self._from = server.stdin, server.stdout
        self._file = {"uri": file.as_uri()}
        self._asked = 0
        self.ask("initialize", processId=None, rootUri=None, capabilities={})
        self._send(method="initialized", params={})
        settings = {"yaml": {"schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True}}
        self._send(method="workspace/didChangeConfiguration", params={"settings": settings})
        text = {"languageId": "yaml", "version": 1, "text": file.read_text("utf-8")}
        self._send(method="textDocument/didOpen", params={"textDocument": self._file | text})

    def at(self, method: str, line: int, character: int) -> Any:  # noqa: ANN401 - JSON
        """What the server says of a place in the file."""
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", textDocument=self._file, position=place)

    def ask(self, method: str, **params: object) -> Any:  # noqa: ANN401 - JSON
        self._asked += 1
        self._send(id=self._asked, method=method, params=params)
        return next(found["result"] for found in self._received() if found.get("id") == self._asked)

    def faults(self) -> list[tuple[int, str]]:
        """The lines that are underlined, and why, once any is."""
        found = (said["params"] for said in self._received() if said.get("method") == "textDocument/publishDiagnostics")
        faults = next(filter(None, (params["diagnostics"] for params in found)))
        return [(fault["range"]["start"]["line"], fault["message"]) for fault in faults]

    def _received(self) -> Iterator[dict[str, Any]]:
        """What the server says, but for what it asks: that has no answer here."""
        while message := self._receive():
            if "method" in message and "id" in message:
                items = message["params"].get("items", []) if "params" in message else []
                self._send(id=message["id"], result=[{} for _ in items])
            else:
                yield message

    def _send(self, **message: object) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._to.flush()

    def _receive(self) -> dict[str, Any]:
        length = 0
        while line := self._from.readline().strip():
            if line.startswith(b"Content-Length:"):
                length = int(line.split(b":")[1])
        received: dict[str, Any] = json.loads(self._from.read(length) or "{}")
        return received


@pytest.fixture
def editor(write_site: WriteSite) -> Iterator[Editor]:
    """A language server with `ACTORS` open, from line 1 on. Skips with a reason where it is missing, fails in CI."""
    node = shutil.which("node")
    if not node or not SERVER.is_file():
        if os.environ.get("CI"):
            pytest.fail("CI has no language server of YAML: .ci/run installs npm and .ci/package-lock.json")
        pytest.skip("the language server of YAML needs node, and: npm ci --prefix .ci --ignore-scripts")
    root = write_site({"content/actors.yaml": MARKER + ACTORS})
    assert schema(root).returncode == 0
    command = [node, str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        patience = Timer(60, server.kill)
        patience.start()
        yield Editor(server, root / "content/actors.yaml")
        patience.cancel()
        server.kill()


def test_an_editor_completes_ids_tells_whom_they_name_and_what_fields_hold_and_underlines_the_rest(
    editor: Editor,
) -> None:
    line, id_ = 6, ACTORS.splitlines()[5].index("nato")
    offered = editor.at("completion", line, id_)["items"]
    assert [(item["label"], item["documentation"]) for item in offered] == [("nato", "OTAN"), ("anna", "Anna")]
    assert editor.at("hover", line, id_)["contents"]["value"].startswith("OTAN\n")
    assert "the offices that a person held" in editor.at("hover", 5, 3)["contents"]["value"]
    assert editor.faults() == [(7, 'Value must be "nato" | "anna".')]
