"""What the Wayback Machine is asked, and what of its answer is believed."""

import asyncio
import json

import pytest

from generator.linkcheck.archive import Archive
from generator.linkcheck.asking import Asker
from generator.linkcheck.outcome import Fate, NoAnswer, Reply

PAGE = "https://one.example/a?b=c&d"
COPY = "://web.archive.org/web/20220112000000/https://one.example/a?b=c&d"


def told(url: object = f"http{COPY}", status: str = "200") -> Reply:
    return Reply(200, body=json.dumps({"archived_snapshots": {"closest": {"url": url, "status": status}}}).encode())


def copies(*answers: Reply | NoAnswer, day: str = "20220112") -> tuple[list[str | None], list[str]]:
    """What is said of a page, asked for once for each answer, and the questions."""
    asked, left = [], list(answers)

    def request(_method: str, address: str, _most: int = 0) -> Reply:
        asked.append(address)
        answer = left.pop(0)
        if isinstance(answer, NoAnswer):
            raise answer
        return answer

    async def ask() -> list[str | None]:
        archive = Archive(Asker(request, lambda _: asyncio.sleep(0)), "https://archive.example/available")
        return [await archive.copy_of(PAGE, day) for _ in answers]

    return asyncio.run(ask()), asked


@pytest.mark.parametrize(("day", "timestamp"), [("20220112", "&timestamp=20220112"), ("", "")])
def test_the_copy_nearest_to_the_day_is_asked_for_and_given_by_https(day: str, timestamp: str) -> None:
    found, asked = copies(told(), day=day)
    assert found == [f"https{COPY}"]
    question = f"https://archive.example/available?url=https%3A%2F%2Fone.example%2Fa%3Fb%3Dc%26d{timestamp}"
    assert asked == [question]


@pytest.mark.parametrize(
    "answer",
    [
        Reply(200, body=b'{"archived_snapshots": {}}'),
        told(status="404"),
        told("https://elsewhere.example/web/20220112/a"),
        told("https://web.archive.org/web/20220112/a b"),
        told("https://web.archive.org/web/20220112/\x1b[31m"),
    ],
)
def test_what_is_no_copy_of_the_archive_is_none(answer: Reply) -> None:
    assert copies(answer)[0] == [""]


@pytest.mark.parametrize(
    "answer",
    [
        NoAnswer(Fate.UNREACHABLE, "no answer comes in time", is_passing=True),
        Reply(503),
        Reply(200, body=b"<html>"),
        Reply(200, body=b"[]"),
        Reply(200, body=b"{}"),
        told(3),
    ],
)
def test_an_archive_that_does_not_answer_is_asked_no_more(answer: Reply | NoAnswer) -> None:
    found, asked = copies(answer, told())
    assert (found, len(asked)) == ([None, None], 1)
