"""What `timeline check --links` shows and ends with, in every format. The outside world is one of tables."""

import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Event

import pytest

from generator.cli.main import main
from generator.linkcheck import asking, linkcheck
from generator.linkcheck.outcome import Fate, NoAnswer, Reply

pytestmark = pytest.mark.usefixtures("no_other_loop")
WriteSite = Callable[[Mapping[str, str | bytes]], Path]
Check = Callable[..., tuple[int, str, str]]

GONE, MOVED, NEW, ASLEEP = (f"https://{name}.example/" for name in ("gone", "moved", "new", "asleep"))
COPY = "https://web.archive.org/web/2022/https://gone.example/"
ENTRY = """\
---
title: Le pont
date: 2022-01-12
published: 2022-02-01
sources: [{{title: Un, url: "{}"}}]
---
Texte.
"""
NOTHING_THERE = NoAnswer(Fate.GONE, "there is no host gone.example")
ARCHIVED = json.dumps({"archived_snapshots": {"closest": {"status": "200", "url": COPY}}}).encode()
ANSWERS: dict[str, Reply | NoAnswer] = {
    GONE: NOTHING_THERE,
    MOVED: Reply(301, NEW),
    "https://archive.org/wayback/available": Reply(200, body=ARCHIVED),
}


class Client:
    """Answers by address; what is in no table is fine. While it waits for the last one, somebody presses Ctrl-C."""

    agents: set[str] = set()  # noqa: RUF012 - one for all
    is_online = True

    def __init__(self, agent: str) -> None:
        self.agents.add(agent)

    def request(self, _method: str, address: str, _most: int = 0) -> Reply:
        if address == ASLEEP:
            Event().wait(0.1)  # all others are known by then
            os.kill(os.getpid(), signal.SIGINT)
            Event().wait(20)
        answer = ANSWERS.get(address.partition("?")[0], Reply(200)) if self.is_online else NOTHING_THERE
        if isinstance(answer, Reply):
            return answer
        raise answer


@pytest.fixture
def check(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Check:
    """Checks a project whose entries name these addresses: exit code, standard output and standard error."""
    monkeypatch.setattr(linkcheck, "Client", Client)
    monkeypatch.setattr(asking, "_PAUSE", 0)

    def check(*arguments: str, named: tuple[str, ...] = ()) -> tuple[int, str, str]:
        root = write_site({f"content/entries/{number}.md": ENTRY.format(url) for number, url in enumerate(named)})
        monkeypatch.setattr("sys.argv", ["timeline", "check", "--root", str(root), *arguments])
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        return code, *capsys.readouterr()

    return check


def test_what_is_gone_is_shown_with_its_line_and_a_copy_to_paste(check: Check) -> None:
    code, said, told = check("--links", named=(GONE, MOVED))
    assert (code, said) == (1, "2 outside addresses.\n")
    gone = f"“{GONE}” leads nowhere: there is no host gone.example; add to this source: archived: {COPY}"
    moved = f"“{MOVED}” has moved for good; see whether it is the same page, then write {NEW}"
    assert told.splitlines() == [
        f"content/entries/0.md:5:29: error: {gone} [gone-link]",
        f'     5 | sources: [{{title: Un, url: "{GONE}"}}]',
        "       |                             ^",
        f"content/entries/1.md:5:29: warning: {moved} [moved-link]",
        f'     5 | sources: [{{title: Un, url: "{MOVED}"}}]',
        "       |                             ^",
        "error: 1 error and 1 warning",
    ]


def test_programs_are_told_what_is_wrong_and_how_many_are_known(check: Check) -> None:
    code, said, _ = check("--links", "--format", "json", named=(GONE, MOVED))
    found = json.loads(said)
    assert (code, found["sound"], found["links"]) == (1, False, {"known": 2, "unknown": 0, "kept": 0, "stop": None})
    assert [(each["code"], each["line"], each["column"]) for each in found["problems"]] == [
        ("gone-link", 5, 29),
        ("moved-link", 5, 29),
    ]


def test_under_strict_what_has_moved_is_an_error(check: Check) -> None:
    code, _, told = check("--links", "--strict", "--format", "github", named=(MOVED,))
    assert (code, told) == (1, "")


def test_without_the_option_nobody_is_asked(check: Check) -> None:
    Client.agents.clear()
    assert check(named=(GONE,))[:2] == (0, "1 entry, no errors.\n")
    assert not Client.agents


def test_the_name_that_servers_see_is_that_of_the_tool_and_of_the_site(check: Check) -> None:
    Client.agents.clear()
    assert check("--links", named=(MOVED,))[0] == 0
    agent = Client.agents.pop()
    assert agent.startswith("dateline-timeline/")
    assert "+https://timeline.example/" in agent


def test_without_internet_there_is_one_message(check: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Client, "is_online", False)
    code, said, told = check("--links", named=(GONE, MOVED))
    assert (code, said) == (2, "2 outside addresses, 2 of them not asked.\n2 entries, no errors.\n")
    assert told == "error: no link was asked: there is no way to the internet, or only by a proxy; try again later\n"


def test_what_cannot_be_remembered_is_said(check: Check, write_site: WriteSite) -> None:
    write_site({".timeline": "a file in its way"})
    code, _, told = check("--links", "--format", "json", named=(MOVED,))
    assert code == 0
    assert told.startswith("What was asked is not remembered: ")


def test_content_with_errors_is_mended_first(check: Check) -> None:
    code, _, told = check("--links", named=("nowhere",))
    assert code == 1
    assert told.splitlines()[-2:] == ["No link was asked, since the content has errors.", "error: 1 error"]


@pytest.mark.skipif(sys.platform == "win32", reason="a program cannot press Ctrl-C there")
def test_ctrl_c_ends_it_with_what_is_known(check: Check) -> None:
    code, said, told = check("--links", named=(MOVED, ASLEEP))
    assert (code, said) == (130, "2 outside addresses, 1 of them not asked.\n2 entries, no errors.\n")
    assert "[moved-link]" in told
    assert told.endswith("error: interrupted\n")
