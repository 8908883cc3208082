"""One build at a time into one folder, and none held back by one that is dead."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import OutputError
from generator.files import Output
from generator.publish.lock import locked
from generator.publish.publish import publish

HOLD = """
import sys, time
from pathlib import Path
from generator.publish.lock import locked
with locked(Path(sys.argv[1]), Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_build_is_refused_while_one_draws(tmp_path: Path) -> None:
    """It is told so, nothing of the site is touched, and the first ends as if it had been alone."""

    def draw() -> bytes:
        with pytest.raises(OutputError, match=f"another build is writing into {tmp_path}: wait"):
            publish([Output("index.html", "second", lambda: b"second")], tmp_path)
        return b"first"

    publish([Output("index.html", "first", draw)], tmp_path)
    assert (tmp_path / "index.html").read_bytes() == b"first"


def test_the_lock_is_free_after_a_build_and_after_one_that_failed(tmp_path: Path) -> None:
    """The file stays, and holds nobody back."""
    with pytest.raises(ValueError, match="stopped"), locked(tmp_path / "lock", tmp_path):
        raise ValueError("stopped")
    for _ in range(2):
        with locked(tmp_path / "lock", tmp_path):
            pass
    assert (tmp_path / "lock").is_file()


def test_another_process_holds_the_lock_as_long_as_it_lives(tmp_path: Path) -> None:
    """Killed, it holds it no longer."""
    lock = tmp_path / "lock"
    with subprocess.Popen([sys.executable, "-c", HOLD, str(lock)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        with pytest.raises(OutputError, match="another build"), locked(lock, tmp_path):
            pass
        process.kill()
    with locked(lock, tmp_path):
        pass


def test_a_lock_that_cannot_be_had_is_an_output_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a file system without locks; and where a folder stands in its place."""

    def refuse(_file: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("generator.publish.lock._take", refuse)
    with (
        pytest.raises(OutputError, match="lock cannot be locked: No locks available"),
        locked(tmp_path / "lock", tmp_path),
    ):
        pass
    with pytest.raises(OutputError, match="could not be written"), locked(tmp_path, tmp_path):
        pass
