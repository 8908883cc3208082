"""A whole check: each address once, what is remembered, the archive, no internet, and Ctrl-C."""

import asyncio
import signal
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.config import Project
from generator.errors import Code
from generator.linkcheck.linkcheck import World, check_links
from generator.linkcheck.outcome import Fate, NoAnswer, Reply
from generator.linkcheck.report import LinkReport, Stop
from generator.model import Site

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

NOW = 1_700_000_000.0
LANDMARK, ARCHIVE = "https://landmark.example/", "https://archive.example/available"
FINE, GONE, COPY = "https://fine.example/", "https://gone.example/a", "https://web.archive.org/web/2022/a"
SITE = Site({"en": "T"}, {"en": "D"}, "https://timeline.example/", ("en",))
ENTRY = f"""\
---
title: One
date: 2022-01
sources:
  - {{title: Fine, url: {FINE}}}
  - {{title: Gone, url: {GONE}, date: 2021-05}}
---
[Again]({FINE}#part)
"""


class Web:
    """Answers by address. `advanced` counts what the progress bar is told."""

    def __init__(self, answers: Mapping[str, Reply | NoAnswer]) -> None:
        self.answers = answers
        self.asked: list[str] = []
        self.stages: list[tuple[str, int]] = []
        self.advanced = 0

    def request(self, method: str, address: str, _most: int = 0) -> Reply:
        self.asked.append(f"{method} {address}")
        answer = self.answers.get(address.partition("?")[0], Reply(200))
        if isinstance(answer, NoAnswer):
            raise answer
        return answer

    def start(self, name: str, length: int) -> Callable[[], None]:
        self.stages.append((name, length))

        def advance() -> None:
            self.advanced += 1

        return advance

    def check(self, root: Path, now: float = NOW) -> LinkReport:
        world = World(self.request, lambda _: asyncio.sleep(0), (LANDMARK,), ARCHIVE)
        return check_links(Project(root), SITE, now, self.start, world)


def archive_has(url: str) -> Reply:
    return Reply(200, body=b'{"archived_snapshots": {"closest": {"status": "200", "url": "%s"}}}' % url.encode())


def test_each_address_is_asked_once_and_the_archive_only_for_what_is_gone(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": ENTRY, "content/entries/b.md": ENTRY})
    web = Web({GONE: Reply(404), ARCHIVE: archive_has(COPY)})
    report = web.check(root)
    assert web.asked[0] == f"HEAD {LANDMARK}"
    assert sorted(web.asked[1:]) == [
        f"GET {ARCHIVE}?url=https%3A%2F%2Fgone.example%2Fa&timestamp=202105",
        f"GET {GONE}",
        f"HEAD {FINE}",
        f"HEAD {GONE}",
    ]
    assert [(each.code, each.path, each.position.line) for each in report.problems] == [
        (Code.GONE_LINK, "content/entries/a.md", 6),
        (Code.GONE_LINK, "content/entries/b.md", 6),
    ]
    assert {each.hint for each in report.problems} == {f"add to this source: archived: {COPY}"}
    assert (report.known, report.unknown, report.kept, report.stop) == (2, 0, 0, None)
    assert (web.stages, web.advanced) == ([("Asking links", 2)], 2)


def test_what_was_asked_lately_is_not_asked_again(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": ENTRY})
    first = Web({GONE: Reply(404), ARCHIVE: archive_has(COPY)}).check(root)
    again = Web({LANDMARK: NoAnswer(Fate.GONE, "no internet")})
    assert (again.check(root, NOW + 3600), again.asked) == (first, [])


def test_an_archive_that_was_silent_is_asked_again_though_its_page_is_not(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": ENTRY})
    report = Web({GONE: Reply(404), ARCHIVE: Reply(503)}).check(root)
    assert "did not answer" in report.problems[0].hint
    again = Web({ARCHIVE: archive_has(COPY)})
    assert again.check(root).problems[0].hint.endswith(COPY)
    assert len(again.asked) == 2


def test_a_source_with_a_copy_of_its_own_is_counted_and_the_archive_not_asked(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": ENTRY.replace("date: 2021-05", f"archived: {COPY}")})
    web = Web({GONE: Reply(410)})
    report = web.check(root)
    assert (report.problems, report.known, report.kept) == ((), 3, 1)
    assert not [asked for asked in web.asked if ARCHIVE in asked]


def test_what_cannot_be_remembered_is_told_all_the_same(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": ENTRY, ".timeline": "a file in its way"})
    report = Web({GONE: Reply(404), ARCHIVE: archive_has(COPY)}).check(root)
    assert [each.code for each in report.problems] == [Code.GONE_LINK]
    assert "could not be written" in report.unsaved


def test_without_internet_nothing_is_asked_nor_said_of_any_link(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": ENTRY})
    web = Web({LANDMARK: NoAnswer(Fate.GONE, "there is no host")})
    assert web.check(root) == LinkReport((), 0, 2, 0, Stop.OFFLINE)
    assert (web.asked, [*root.glob(".timeline")]) == ([f"HEAD {LANDMARK}"], [])


def test_content_without_outside_links_asks_nobody(write_site: WriteSite) -> None:
    web = Web({})
    assert web.check(write_site({"content/entries/a.md": "---\ntitle: T\n---\n"})) == LinkReport()
    assert web.asked == []


def test_ctrl_c_ends_it_with_what_is_known(write_site: WriteSite) -> None:
    """The two last lie on one host: it comes while the second waits for its turn."""
    last = "".join(f"[a](https://last.example/{page})\n" for page in range(2))
    root = write_site({"content/entries/a.md": ENTRY + last})
    web = Web({GONE: NoAnswer(Fate.GONE, "there is no host"), ARCHIVE: archive_has("")})

    async def sleep(seconds: float) -> None:
        for _ in range(5000 if seconds else 1):
            await asyncio.sleep(0.001 if web.advanced < 3 else 0)
        if seconds:
            signal.raise_signal(signal.SIGINT)
            await asyncio.sleep(20)

    report = check_links(Project(root), SITE, NOW, web.start, World(web.request, sleep, (LANDMARK,), ARCHIVE))
    assert ([each.code for each in report.problems], report.known) == ([Code.GONE_LINK], 3)
    assert (report.unknown, report.stop) == (1, Stop.INTERRUPTED)
    assert (root / ".timeline" / "links.json").exists()
