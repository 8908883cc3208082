"""Questions at a terminal, where lines can be edited and where they cannot."""

import sys
from types import SimpleNamespace
from typing import Any

import pytest

from generator.cli import asking


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What will be answered."""
    answers: list[str] = []
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: answers.pop(0))
    return answers


def test_without_readline_the_question_is_asked_all_the_same(typed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    monkeypatch.setitem(sys.modules, "readline", None)
    typed.append("an")
    assert asking.ask("Who", str.upper, words=["anna"]) == "AN"


@pytest.mark.parametrize(
    ("library", "binding"),
    [("GNU readline", "tab: complete"), ("libedit readline", "bind ^I rl_complete"), (None, "tab: complete")],
)
def test_tab_completes_only_while_the_question_is_asked(
    typed: list[str], monkeypatch: pytest.MonkeyPatch, library: str | None, binding: str
) -> None:
    called: dict[str, Any] = {}
    completers: list[Any] = []
    readline = SimpleNamespace(
        __doc__=library,
        parse_and_bind=lambda words: called.update(binding=words),
        set_completer_delims=lambda words: called.update(delims=words),
        set_completer=completers.append,
    )
    monkeypatch.setitem(sys.modules, "readline", readline)
    typed.append("anna")
    assert asking.ask("Who", str, words=["anna", "anton", "bob"]) == "anna"
    complete, afterwards = completers
    assert ([complete("an", place) for place in range(3)], afterwards) == (["anna", "anton", None], None)
    assert called == {"binding": binding, "delims": " ,"}
