"""`timeline new` as an author meets it: on the command line, at a terminal, and when a shell completes."""

import os
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from select import select
from threading import Timer

import pytest
from click.shell_completion import ShellComplete

from generator.cli.main import timeline
from generator.config import Project
from generator.errors import ContentError
from generator.load.content import load
from generator.model import EntryType

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
COMMAND = [sys.executable, "-m", "generator", "new"]
AT_A_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
DAY = {"SOURCE_DATE_EPOCH": "1700000000"}
PATH = "content/entries/2022-01-12-le-pont-ouvre.md"
GIVEN = ("Le pont ouvre", "--date", "2022-01-12")


@pytest.fixture
def root(write_site: WriteSite) -> Path:
    actors = "anna-b: {kind: person, name: {fr: Anna B, en: Ann B}}\nanton: {kind: person, name: Anton}\n"
    return write_site({"content/actors.yaml": actors, "content/entries/2020.md": "---\ntitle: Un\ndate: 2020\n---\n"})


def new(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run where nobody can be asked."""
    command = [*COMMAND, *arguments]
    return subprocess.run(
        command, cwd=root, env=os.environ | DAY, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )


STOPPING = {b"\x03", b"\x04"}


def asked(root: Path, *answers: str, command: list[str] = COMMAND) -> tuple[int, str]:
    """Run at a terminal, each answer given once it is asked for: the exit code, and what is shown.

    A key that stops a program is pressed again where it was not heard: Python may miss it as it begins to wait.
    """
    process = subprocess.Popen(
        [sys.executable, "-c", AT_A_TERMINAL, *command],
        cwd=root,
        env=os.environ | DAY | {"NO_COLOR": "1"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    shown = b""
    waiting, key = list(answers), b""
    patience = Timer(60, process.kill)
    patience.start()
    with process:
        while True:
            if key and not select([process.stdout], [], [], 2)[0]:
                process.stdin.write(key)
                process.stdin.flush()
                continue
            data = os.read(process.stdout.fileno(), 4096)
            if not data:
                break
            shown += data
            if waiting and shown.endswith(b": "):
                answer = waiting.pop(0).encode()
                key = answer if answer in STOPPING else b""
                process.stdin.write(answer)
                process.stdin.flush()
    patience.cancel()
    return process.returncode, shown.decode()


def entries(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in (root / "content" / "entries").rglob("*")}


def test_a_new_entry_is_sound_at_once(root: Path) -> None:
    done = new(root, *GIVEN, "--type", "summit", "--lang", "en", "--actor", "anton", "--actor", "anna-b")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{PATH}\n", "")
    entry = next(entry for entry in load(Project(root)).entries if entry.slug in PATH)
    assert (entry.type, entry.lang, entry.actors) == (EntryType.SUMMIT, "en", ("anton", "anna-b"))
    text = entry.text("en")
    assert (text.title, str(entry.moment), str(text.published)) == ("Le pont ouvre", "2022-01-12", "2023-11-14")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "needs a title and a date"),
        (("Un titre",), "needs a title and a date"),
        (("--date", "2022"), "needs a title and a date"),
        ((" ", "--date", "2022"), "the title is empty"),
        (("Un titre", "--date", "12/01/2022"), "write the year first: 2022-01-12"),
        (("Un titre", "--date", "2022", "--lang", "de"), "“de” is no language of this site"),
        (("Un titre", "--date", "2022", "--actor", "ana-b"), "did you mean “anna-b”?"),
        (("Un titre", "--date", "2022", "--type", "meting"), "'meting' is not one of"),
        (("Un titre", "--date", "2022", "--root", "content/entries"), "holds no folder content/"),
    ],
)
def test_wrong_use_is_told_and_writes_nothing(root: Path, arguments: tuple[str, ...], said: str) -> None:
    before = entries(root)
    done = new(root, *arguments)
    assert (done.returncode, done.stdout, entries(root)) == (2, "", before)
    assert said in done.stderr


def test_without_settings_there_is_no_new_entry(root: Path) -> None:
    (root / "content" / "site.yaml").unlink()
    assert new(root, *GIVEN).returncode == ContentError.exit_code


@pytest.mark.parametrize(
    "taken",
    [
        {"2022-01-12-le-pont-ouvre.md": "what somebody wrote"},
        {"2022/2022-01-12-Le-pont-ouvre.fr.md": ""},
        {"pont.md": "---\ntitle: Un\ndate: 2022\naliases: [2022-01-12-le-pont-ouvre]\n---\n"},
    ],
    ids=["a file", "a file in a folder, in capitals, of a language", "an alias"],
)
def test_an_address_that_is_taken_is_left_alone(root: Path, taken: dict[str, str]) -> None:
    for name, text in taken.items():
        (root / "content/entries" / name).parent.mkdir(exist_ok=True)
        (root / "content/entries" / name).write_text(text, "utf-8")
    before = entries(root)
    done = new(root, *GIVEN)
    assert (done.returncode, entries(root)) == (2, before)
    assert "an entry has the address 2022-01-12-le-pont-ouvre already, or had it" in done.stderr
    assert all((root / "content/entries" / name).read_text("utf-8") == text for name, text in taken.items())


def test_what_cannot_be_written_ends_with_3(write_site: WriteSite) -> None:
    root = write_site({"content/entries": "a file where the folder should be"})
    done = new(root, *GIVEN)
    assert done.returncode == 3
    assert "could not be written" in done.stderr


def test_the_path_is_one_that_the_next_command_can_take(root: Path) -> None:
    assert new(root / "content" / "entries", *GIVEN).stdout == "2022-01-12-le-pont-ouvre.md\n"
    assert (
        new(root.parent, "Un", "--date", "2022", "--root", "project").stdout == "project/content/entries/2022-un.md\n"
    )
    (root / "layouts").mkdir()
    done = new(root / "layouts", "Deux", "--date", "2022", "--root", "..")
    assert done.stdout == f"{root.resolve()}/content/entries/2022-deux.md\n"


def test_a_terminal_is_asked_for_what_is_missing_and_again_where_an_answer_is_wrong(root: Path) -> None:
    answers = ["Le pont ouvre", "12/01/2022", "2022-01-12", "meting", "meeting", "en", "anna", "anton, anna-b"]
    code, shown = asked(root, *(f"{answer}\n" for answer in answers))
    assert code == 0, shown
    for said in (
        "Error: “12/01/2022” is no date",
        "did you mean “meeting”?",
        "Error: “anna” is not the id of an actor",
    ):
        assert said in shown
    assert shown.splitlines()[-1] == PATH
    entry = next(entry for entry in load(Project(root)).entries if entry.slug in PATH)
    assert (entry.type, entry.lang, entry.actors) == (EntryType.MEETING, "en", ("anton", "anna-b"))


@pytest.mark.skipif(not find_spec("readline"), reason="this Python has no readline")
def test_tab_completes_types_languages_and_ids_and_no_names_of_files(root: Path) -> None:
    (root / "un.txt").touch()
    code, shown = asked(root, "u\t\n", "2022-01-12\n", "mee\t\n", "e\t\n", "ant\t, ann\t\n")
    assert code == 0, shown
    (entry,) = (entry for entry in load(Project(root)).entries if entry.slug == "2022-01-12-u")
    assert (entry.type, entry.lang, entry.actors) == (EntryType.MEETING, "en", ("anton", "anna-b"))


def test_a_question_is_no_part_of_the_result(root: Path) -> None:
    """Where it goes into a file or to another command."""
    command = ["sh", "-c", f"{' '.join(map(shlex.quote, COMMAND))} > said"]
    asked(root, "Le pont ouvre\n", "2022-01-12\n", "\n", "\n", "\n", command=command)
    assert (root / "said").read_text("utf-8") == f"{PATH}\n"


def test_a_terminal_that_only_agrees_gets_what_is_usual(root: Path) -> None:
    code, shown = asked(root, "Le pont ouvre\n", "2022-01-12\n", "\n", "\n", "\n")
    assert code == 0, shown
    entry = next(entry for entry in load(Project(root)).entries if entry.slug in PATH)
    assert (entry.type, entry.lang, entry.actors) == (EntryType.OTHER, "fr", ())


def test_who_is_asked_learns_that_an_address_is_taken_before_the_other_questions(root: Path) -> None:
    new(root, *GIVEN)
    code, shown = asked(root, "Le pont ouvre\n", "2022-01-12\n")
    assert (code, "already, or had it" in shown, "Type" in shown) == (2, True, False)


@pytest.mark.parametrize("key", ["\x03", "\x04"], ids=["Ctrl-C", "Ctrl-D"])
def test_an_author_who_stops_leaves_nothing_behind(root: Path, key: str) -> None:
    before = entries(root)
    code, shown = asked(root, "Le pont ouvre\n", key)
    assert (code, entries(root)) == (128 + signal.SIGINT, before)
    assert "interrupted" in shown
    assert "Traceback" not in shown


@pytest.mark.parametrize(
    ("arguments", "incomplete", "offered"),
    [
        (["new", "--actor"], "an", [("anna-b", "Anna B"), ("anton", "Anton")]),
        (["new", "--actor", "anton", "--actor"], "ann", [("anna-b", "Anna B")]),
        (["new", "--actor"], "x", []),
        (["new", "--lang"], "", [("fr", ""), ("en", "")]),
        (["new", "--type"], "m", [("meeting", None), ("military", None)]),
    ],
)
def test_a_shell_completes_ids_types_and_languages(
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    incomplete: str,
    offered: list[tuple[str, str | None]],
) -> None:
    monkeypatch.chdir(root)
    items = ShellComplete(timeline, {}, "timeline", "_TIMELINE_COMPLETE").get_completions(arguments, incomplete)
    assert [(item.value, item.help) for item in items] == offered


def test_outside_of_a_project_a_shell_completes_no_ids(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    shell = ShellComplete(timeline, {}, "timeline", "_TIMELINE_COMPLETE")
    assert shell.get_completions(["new", "--actor"], "") == []
    assert shell.get_completions(["new", "--root", str(tmp_path / "x"), "--actor"], "") == []
