"""`timeline serve` as an author meets it: a process, a port, files that are saved, and Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from socket import create_server
from time import sleep
from typing import cast
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner

from generator.cancellation import Cancellation
from generator.cli.main import timeline
from generator.console import Terminal
from generator.load.kept import KEPT
from generator.publish.lock import locked
from generator.serve.watching import Changed, Watch
from generator.sources import TICK

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for other processes")

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
State = dict[str, object]

ENTRY = "---\ntitle: {title}\ndate: 2022-01\npublished: 2022-02-01\n---\n\nÀ minuit.\n"
NAME = "content/entries/pont.md"
FAULTY = ENTRY.format(title="Le pont").replace("2022-01", "bientôt")
FAILING = "from generator import build\nfrom generator.cli.main import main\n{}\nmain()"
BREAKS = """def fail(*given, whole=build.build, **named):
    import pathlib
    if pathlib.Path("content/entries/broken.md").exists():
        return 1 / 0
    return whole(*given, **named)
build.build = fail"""

SLOW = """def plan(*given, whole=build.Planned):
    from pathlib import Path
    while Path("site/index.html").exists() and not Path("go").exists():
        pass
    return whole(*given)
import generator.rebuilding
build.Planned, generator.rebuilding._MANY = plan, 1"""

THINKS = """def index(*given, whole=build.index):
    from pathlib import Path
    while Path("slow").exists():
        given[-1].check()
    return whole(*given)
build.index = index"""


class Served:
    """A running `timeline serve`. Whatever it is asked for, it gives within seconds or fails the test."""

    def __init__(self, process: subprocess.Popen[str], root: Path) -> None:
        self.process, self.root = process, root
        self.said = list[str]()
        self.address = urlsplit(self.line("Serving ").split()[1])

    def line(self, start: str) -> str:
        """The next line of standard output that begins so; the process ends where there is none."""
        assert self.process.stdout
        for line in self.process.stdout:
            self.said.append(line)
            if line.startswith(start):
                return line
        raise AssertionError(self.said)

    def ask(self, target: str, method: str = "GET", **headers: str) -> HTTPResponse:
        connection = HTTPConnection(str(self.address.hostname), self.address.port or 0, timeout=30)
        connection.request(method, target, headers=headers)
        return connection.getresponse()

    def read(self, target: str) -> str:
        with closing(self.ask(target)) as response:
            return response.read().decode()

    def save(self, name: str, text: str) -> None:
        """As editors save: beside the file, then in its place."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / f".{path.name}.tmp").write_text(text, "utf-8")
        (path.parent / f".{path.name}.tmp").replace(path)

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C. The exit code, and all that standard error holds."""
        self.process.send_signal(signal.SIGINT)
        out, said = self.process.communicate(timeout=30)
        self.said += out.splitlines(keepends=True)
        return self.process.returncode, said


class Events:
    """What an open page is told."""

    def __init__(self, response: HTTPResponse) -> None:
        self._response = response

    def next(self, is_meant: Callable[[State], object] = lambda _: True) -> State:
        """The next state of such a kind."""
        while line := self._response.readline():
            if line.startswith(b"data: ") and is_meant(state := json.loads(line.removeprefix(b"data: "))):
                return dict(state)
        raise AssertionError("the stream has ended")


@pytest.fixture
def serve(write_site: WriteSite) -> Iterator[Callable[..., Served]]:
    """Starts the command in a project with these files."""
    with ExitStack() as processes:

        def start(
            files: Mapping[str, str | bytes], *options: str, program: str = "", search: bool = False, **environment: str
        ) -> Served:
            root = write_site(files)
            options = options if search else ("--no-search", *options)
            command = ["-c", FAILING.format(program)] if program else ["-m", "generator"]
            process = subprocess.Popen(
                [sys.executable, *command, "serve", "--port", "0", *options],
                cwd=root,
                env={**os.environ, "COLUMNS": "200", **environment},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            processes.enter_context(process)
            processes.callback(process.kill)
            return Served(process, root)

        yield start


def is_faulty(state: State) -> bool:
    return bool(state["headline"] or state["faults"])


@contextmanager
def opened(served: Served) -> Iterator[Events]:
    with closing(served.ask("/~/events")) as response:
        yield Events(response)


def test_what_is_saved_is_shown_and_open_pages_are_told(serve: Callable[..., Served]) -> None:
    served = serve({NAME: ENTRY.format(title="Le pont ouvre")})
    with opened(served) as events:
        before = events.next()
        assert "Le pont ouvre" in served.read("/entries/pont/")
        served.save(NAME, ENTRY.format(title="Le pont ferme"))
        after = events.next()
        assert (after["version"] != before["version"], after["headline"]) == (True, "")
        page = served.read("/entries/pont/")
        assert ("Le pont ferme" in page, f'data-version="{after["version"]}"' in page) == (True, True)
        lines = [served.line(NAME)]
        served.save("content/entries/gue.md", ENTRY.format(title="Le gué"))
        events.next()
        assert "Le gué" in served.read("/timeline/")
        lines.append(served.line("content/entries/gue.md"))
        (served.root / NAME).unlink()
        events.next()
        with closing(served.ask("/entries/pont/")) as gone:
            assert gone.status == 404
        lines.append(served.line(NAME))
    assert all("written" in line and line.endswith(" s\n") for line in lines)
    assert served.interrupt() == (0, "")
    assert (served.said[2:5], served.said[-1]) == (lines, "Stopped.\n")
    assert not [path for path in (served.root / "site").rglob("*.html") if "/~/" in path.read_text("utf-8")]


def test_of_many_entries_one_with_another_text_is_shown_before_the_site_is_planned(
    serve: Callable[..., Served],
) -> None:
    """Its page alone, and all when that is done."""
    served = serve({NAME: ENTRY.format(title="Le pont ouvre")}, program=SLOW)
    with opened(served) as events:
        events.next()
        served.save(NAME, ENTRY.format(title="Le pont ferme"))
        events.next()
        assert ["Le pont ferme" in served.read(page) for page in ("/entries/pont/", "/timeline/")] == [True, False]
        (served.root / "go").touch()
        events.next()
        assert "Le pont ferme" in served.read("/timeline/")


def test_what_is_saved_while_the_search_is_indexed_is_shown_at_once(serve: Callable[..., Served]) -> None:
    """And written with what was saved before, as soon as nothing else is."""
    served = serve({NAME: ENTRY.format(title="Le pont ouvre")}, program=THINKS, search=True)
    with opened(served) as events:
        events.next()
        (served.root / "slow").touch()
        for title in ("Le pont ferme", "Le pont tombe"):
            served.save(NAME, ENTRY.format(title=title))
            events.next()
            assert title in served.read("/entries/pont/")
        (served.root / "slow").unlink()
        assert "written" in served.line(NAME)
    page = served.root / "site" / "entries" / "pont" / "index.html"
    assert "Le pont tombe" in page.read_text("utf-8")
    assert served.interrupt() == (0, "")


def test_what_it_reads_is_known_to_the_next_run(serve: Callable[..., Served], write_site: WriteSite) -> None:
    """Where it had been at rest before."""
    root = write_site({NAME: ENTRY.format(title="Le pont")})
    sleep(TICK / 1e9)
    serve({}).interrupt()
    assert (root / ".timeline" / KEPT).is_file()


def test_a_fault_is_shown_the_last_good_site_stays_and_it_goes_when_it_is_mended(serve: Callable[..., Served]) -> None:
    served = serve({NAME: ENTRY.format(title="Le pont ouvre")})
    with opened(served) as events:
        good = events.next()
        served.save(NAME, FAULTY)
        wrong = events.next()
        assert wrong["version"] == good["version"]
        [fault] = cast("list[State]", wrong["faults"])
        assert (fault["place"], fault["code"]) == (f"{NAME}:3:7", "invalid-date")
        assert (fault["before"], fault["here"], fault["after"]) == ("date: ", "b", "ientôt")
        assert "Le pont ouvre" in served.read("/entries/pont/")
        served.save(NAME, ENTRY.format(title="Le pont ouvre"))
        assert not is_faulty(events.next())
    code, said = served.interrupt()
    assert code == 0
    assert f"{NAME}:3:7: error: " in said
    assert said.endswith("error: 1 error; the site stays as it was\n")


def test_a_project_that_is_faulty_from_the_start_shows_its_faults_alone(serve: Callable[..., Served]) -> None:
    served = serve({NAME: FAULTY})
    with closing(served.ask("/timeline/")) as response:
        assert (response.status, b"There is no site yet" in response.read()) == (503, True)
    with opened(served) as events:
        wrong = events.next()
        assert wrong["faults"]
        served.save(NAME, ENTRY.format(title="Le pont ouvre"))
        mended = events.next()
    assert (mended["faults"], mended["version"] != wrong["version"]) == ([], True)
    assert "Le pont ouvre" in served.read("/timeline/")


def test_a_fault_of_a_template_and_one_of_ours_are_told_and_the_server_goes_on(serve: Callable[..., Served]) -> None:
    served = serve({NAME: ENTRY.format(title="Le pont")}, program=BREAKS)
    with opened(served) as events:
        assert not is_faulty(events.next())
        served.save("layouts/templates/pages/year.html", "{{ veiw }}")
        told = events.next(is_faulty)
        assert "layouts/templates/pages/year.html, line 1: 'veiw' is undefined" in str(told["headline"])
        (served.root / "layouts/templates/pages/year.html").unlink()
        assert not is_faulty(events.next())
        served.save("content/entries/broken.md", ENTRY.format(title="Ponts"))
        assert "a fault of this tool" in str(events.next(is_faulty)["headline"])
        (served.root / "content/entries/broken.md").unlink()
        assert not is_faulty(events.next())
    code, said = served.interrupt()
    assert (code, said.count("Traceback"), "ZeroDivisionError" in said) == (0, 1, True)


def test_a_new_seed_is_converted(serve: Callable[..., Served]) -> None:
    served = serve({NAME: ENTRY.format(title="Le pont"), "seeds/a.txt": "date 2022-01 Le pont\n\nLe pont est ouvert."})
    assert "seeds/a.txt: written → content/entries/" in "".join(served.said)
    served.save("seeds/b.txt", "date 2022-02 La route\n\nLes alliés ont dit que la route est finie et ouverte.")
    assert "→ content/entries/" in served.line("seeds/b.txt: written")


def test_only_this_machine_by_its_own_names_is_answered_and_only_with_the_site(serve: Callable[..., Served]) -> None:
    served = serve({NAME: ENTRY.format(title="Le pont")})
    for target in ("/../content/site.yaml", "/%2e%2e/content/site.yaml", "/.timeline/manifest.json"):
        with closing(served.ask(target)) as response:
            assert response.status == 404
    with closing(served.ask("/", Host="evil.example")) as response:
        assert response.status == 421
    with closing(served.ask("/timeline")) as response:
        assert (response.status, response.headers["Location"]) == (302, "/timeline/")
    with closing(served.ask("/", "HEAD")) as response:
        assert (response.status, response.read()) == (200, b"")
    with closing(served.ask("/nothing/")) as response:
        assert (response.status, "Page introuvable" in response.read().decode()) == (404, True)


def test_ctrl_c_frees_port_and_folder(serve: Callable[..., Served]) -> None:
    """Also while a page is open; the same port can be had at once."""
    served = serve({NAME: ENTRY.format(title="Le pont")})
    with opened(served) as events:
        events.next()
        assert served.interrupt() == (0, "")
    again = serve({}, "--port", str(served.address.port))
    assert again.address == served.address
    assert again.interrupt() == (0, "")


def test_ctrl_c_during_a_build_ends_at_once_and_leaves_the_folder_free(write_site: WriteSite) -> None:
    root = write_site({f"content/entries/pont-{number}.md": ENTRY.format(title="Le pont") for number in range(300)})
    command = [sys.executable, "-m", "generator", "serve", "--port", "0", "--no-search"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not (root / "site" / ".timeline" / "new" / str(process.pid) / "1").exists() and process.poll() is None:
            pass
        process.send_signal(signal.SIGINT)
        try:
            assert process.communicate(timeout=30) == ("Stopped.\n", "")
        finally:
            process.kill()
    assert process.returncode == 0
    assert [path.name for path in (root / "site").rglob("*") if path.is_file()] == ["lock"]


@pytest.fixture
def session(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[Path, list[str]]]:
    """Serves a project with these files in this process, makes the changes given, then presses Ctrl-C: the project,
    and the lines that were said."""

    def run(files: Mapping[str, str], *changes: tuple[str, str | None]) -> tuple[Path, list[str]]:
        def made() -> Iterator[Changed]:
            yield Changed((), Cancellation())
            for name, text in changes:
                path = root / name
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, "utf-8") if text else path.unlink()
                yield Changed((name,), Cancellation())
            raise KeyboardInterrupt

        coming = made()
        monkeypatch.setattr(Watch, "take", lambda _: next(coming))
        root = write_site(files)
        options = ["serve", "--root", str(root), "--port", "0", "--no-search"]
        done = CliRunner().invoke(timeline, options, obj=Terminal())
        assert done.exit_code == 0
        return root, done.output.splitlines()

    return run


ACTORS = "content/actors.yaml"
ANNA = "anna: {kind: person, name: Anna}\n"


def test_editors_learn_of_new_ids_where_they_have_schemas(session: Callable[..., tuple[Path, list[str]]]) -> None:
    bob = ANNA + "bob: {kind: person, name: Bob}\n"
    changes = (ACTORS, bob), (ACTORS, bob.replace("Bob", "Robert"))
    root, said = session({ACTORS: ANNA, "content/.schema/actors.json": ""}, *changes)
    schema = (root / "content" / ".schema" / "actors.json").read_text("utf-8")
    assert ('"bob"' in schema, '"Robert"' in schema) == (True, True)
    assert [line for line in said if "schema" in line] == [
        "8 schemas for editors written",
        "2 schemas for editors written",
        "2 schemas for editors written",
    ]


def test_schemas_that_cannot_be_written_are_told_and_the_server_goes_on(
    session: Callable[..., tuple[Path, list[str]]],
) -> None:
    _, said = session({"content/.schema/site.json/a": ""}, (NAME, ENTRY.format(title="Un pont")))
    assert "site.json could not be written" in said[1]
    assert said[-2].startswith(NAME)


def test_without_settings_there_are_no_schemas_and_the_server_goes_on(
    session: Callable[..., tuple[Path, list[str]]],
) -> None:
    _, said = session({"content/.schema/site.json": ""}, ("content/site.yaml", None), ("content/themes.yaml", "{}"))
    assert [line for line in said if "schema" in line] == ["8 schemas for editors written"]
    assert said[-2] == "error: 1 error; the site stays as it was"


def test_while_another_build_writes_the_server_waits_for_its_end(
    session: Callable[..., tuple[Path, list[str]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "project" / "site" / ".timeline"
    own.mkdir(parents=True)
    with ExitStack() as other:
        other.enter_context(locked(own / "lock", own))
        monkeypatch.setattr("generator.serve.preview.sleep", lambda _: other.close())
        root, said = session({NAME: ENTRY.format(title="Un pont")})
    assert said[0] == "Another build is writing the site. This one follows by itself."
    assert [line.split(":")[0] for line in said[2:]] == ["The whole site", "Stopped."]
    assert (root / "site" / "entries" / "pont" / "index.html").is_file()


def test_a_port_in_use_that_was_asked_for_ends_the_command_before_it_builds(write_site: WriteSite) -> None:
    root = write_site({NAME: ENTRY.format(title="Le pont")})
    with create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        command = [sys.executable, "-m", "generator", "serve", "--port", port]
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"error: port {port} cannot be used (")
    assert done.stderr.endswith("): name another with --port\n")
    assert not (root / "site").exists()


@pytest.mark.parametrize("out", ["content/site", "."])
def test_a_folder_that_may_not_hold_the_site_ends_the_command(write_site: WriteSite, out: str) -> None:
    root = write_site({NAME: ENTRY.format(title="Le pont")})
    command = [sys.executable, "-m", "generator", "serve", "--out", out]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, "with --out" in done.stderr) == (3, "", True)


@pytest.mark.parametrize(("browser", "said"), [("true", ""), ("false", "No browser could be opened.\n")])
def test_a_browser_is_opened_at_the_address_or_it_is_said_that_there_is_none(
    serve: Callable[..., Served], tmp_path: Path, browser: str, said: str
) -> None:
    program = tmp_path / "browser"
    program.write_text(f'#!/bin/sh\necho "$1" > {tmp_path}/opened\n{browser}\n')
    program.chmod(0o755)
    served = serve({NAME: ENTRY.format(title="Le pont")}, "--open", BROWSER=str(program), PATH="")
    served.save(NAME, ENTRY.format(title="Un pont"))
    served.line(NAME)
    assert (tmp_path / "opened").read_text() == f"{served.address.geturl()}\n"
    assert served.interrupt() == (0, said)
