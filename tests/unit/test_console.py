"""A terminal shows what it is told, and obeys nothing of it."""

import pytest

from generator.console import Terminal
from generator.errors import Code, Position, Problem

RED = "\x1b[31m\x9b31m\x07"


def test_what_a_file_is_called_or_holds_cannot_steer_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    terminal = Terminal()
    for tell in (terminal.say, terminal.warn, terminal.fail):
        tell(f"a{RED}\nb")
    terminal.problems([Problem(Code.ENCODING, f"{RED}.md", Position(), RED, RED)])
    out, err = capsys.readouterr()
    assert not set(RED) - set("[31m") & set(out + err)
    assert out == "a\ufffd[31m\ufffd31m\ufffd\nb\n"
