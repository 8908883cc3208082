"""What somebody sees who watches: progress and colours on a terminal alone, and the shell's completion."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import timeline
from generator.console import Terminal

if sys.platform == "win32":
    pytest.skip("terminals are those of POSIX", allow_module_level=True)

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
SOUND = "---\ntitle: Le pont\ndate: 2022-01-12\nsources: [{title: Un}]\n---\n\nTexte.\n"
COLOUR = re.compile(r"\x1b\[[\d;]*3[0-7]m")
LINE = [sys.executable, "-m", "generator"]


def watched(root: Path, *arguments: str, **environment: str) -> str:
    """All that a terminal shows of a command."""
    ours, theirs = os.openpty()
    variables = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", **environment}
    with subprocess.Popen([*LINE, *arguments], cwd=root, env=variables, stdout=theirs, stderr=theirs) as process:
        os.close(theirs)
        shown = b""
        try:
            while piece := os.read(ours, 65536):
                shown += piece
        except OSError:  # Linux says so where the other end is closed
            os.close(ours)
        process.wait()
    return shown.decode()


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_terminal_shows_what_is_done_and_a_file_does_not(command: str, write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": SOUND})
    shown = watched(root, command)
    assert "Reading the content" in shown
    assert "Drawing pages" in shown
    done = subprocess.run([*LINE, command], cwd=root, capture_output=True, text=True, check=False)
    assert "Reading" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("command", "stages"),
    [
        ("convert", ["Reading the content", "Converting articles 1"]),
        (
            "build",
            [
                "Reading the content",
                "Converting articles 1",
                "Reading the content",
                "Planning the pages",
                "Drawing pages",
            ],
        ),
        ("check", ["Reading the content", "Planning the pages", "Drawing pages"]),
    ],
)
def test_every_stage_that_may_take_long_is_named(
    command: str, stages: list[str], write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Articles are counted, since each takes its time."""
    named: list[str] = []

    def stage(_bar: object, name: str, length: int) -> Callable[[], None]:
        named.append(f"{name} {length}" if name.startswith("Converting") else name)
        return lambda: None

    monkeypatch.setattr("generator.console.ProgressBar._stage", stage)
    root = write_site({"content/entries/a.md": SOUND, "seeds/a.txt": "date 2022-01 Le pont\n\nLe pont est ouvert."})
    options = ["--no-search"] if command == "build" else []
    CliRunner().invoke(timeline, [command, "--root", str(root), *options], obj=Terminal())
    assert named == stages


def test_what_a_build_has_written_stands_on_a_line_of_its_own(write_site: WriteSite) -> None:
    """It is said while the bar is shown."""
    seed = (Path(__file__).resolve().parents[2] / "seeds" / "000_f291dbee19655e7d.txt").read_bytes()
    shown = watched(write_site({"seeds/a.txt": seed}), "build")
    assert re.search(r"\x1b\[2Kseeds/a\.txt: written → \S+\.md\r\n", shown)


@pytest.mark.parametrize(("environment", "has_colours"), [({}, True), ({"NO_COLOR": "1"}, False)], ids=["on", "off"])
def test_colours_obey_no_color(environment: dict[str, str], has_colours: bool, write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": SOUND.replace("2022-01-12", "soon")})
    shown = watched(root, "check", **environment)
    assert "soon" in shown
    assert bool(COLOUR.search(shown)) is has_colours


COMPLETIONS = [
    ("timeline ch", 1, {"check"}),
    ("timeline check --fo", 2, {"--format"}),
    ("timeline check --format g", 3, {"github", "gitlab"}),
    ("timeline check --explain unknown-k", 3, {"unknown-key"}),
]
PROGRAM = "import sys; sys.argv[0] = 'timeline'; from generator.cli.main import main; main()"


@pytest.mark.parametrize(("line", "place", "expected"), COMPLETIONS)
def test_the_shell_completes_commands_options_and_values(line: str, place: int, expected: set[str]) -> None:
    asked = {"COMP_WORDS": line, "COMP_CWORD": str(place), "_TIMELINE_COMPLETE": "bash_complete"}
    command = [sys.executable, "-c", PROGRAM]
    done = subprocess.run(command, env={**os.environ, **asked}, capture_output=True, text=True, check=False)
    assert {answer.partition(",")[2] for answer in done.stdout.split()} == expected


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_is_given_a_script(shell: str) -> None:
    """It is one that the shell itself can read, where there is such a shell."""
    asked = {**os.environ, "_TIMELINE_COMPLETE": f"{shell}_source"}
    done = subprocess.run([sys.executable, "-c", PROGRAM], env=asked, capture_output=True, text=True, check=False)
    assert "_TIMELINE_COMPLETE" in done.stdout
    if program := shutil.which(shell):
        read = subprocess.run([program, "-n"], input=done.stdout, capture_output=True, text=True, check=False)
        assert (read.returncode, read.stderr) == (0, "")
