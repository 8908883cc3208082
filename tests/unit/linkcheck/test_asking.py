"""How addresses are asked: what follows from each answer, how often and how fast, and never two at a time on a host."""

import asyncio
from collections import Counter
from collections.abc import Callable
from threading import Barrier, Event, Lock
from urllib.parse import urlsplit

import pytest

from generator.linkcheck.asking import Asker
from generator.linkcheck.outcome import Fate, NoAnswer, Outcome, Reply

PAGE = "https://one.example/page"
OTHER = "https://one.example/other"
NO_HOST = NoAnswer(Fate.GONE, "there is no host")
TIMEOUT = NoAnswer(Fate.UNREACHABLE, "no answer comes in time", is_passing=True)
Said = Reply | NoAnswer


class World:
    """Answers by method and address, or by address alone; goes from one answer to the next, and stays at the last. No
    time passes in it: what was slept is noted."""

    def __init__(self, answers: dict[str, Said | list[Said]]) -> None:
        self.answers = {asked: said if isinstance(said, list) else [said] for asked, said in answers.items()}
        self.asked: list[str] = []
        self.slept: list[float] = []

    def request(self, method: str, address: str, _most: int = 0) -> Reply:
        self.asked.append(f"{method} {address}")
        said = self.answers.get(f"{method} {address}") or self.answers.get(address) or [Reply(200)]
        answer = said.pop(0) if len(said) > 1 else said[0]
        if isinstance(answer, NoAnswer):
            raise answer
        return answer

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)

    def ask(self, *addresses: str) -> list[Outcome]:
        """What becomes of addresses that are asked one after the other."""

        async def ask() -> list[Outcome]:
            asker = Asker(self.request, self.sleep)
            return [await asker.outcome(address) for address in addresses]

        return asyncio.run(ask())


@pytest.mark.parametrize(
    ("answers", "fate", "said"),
    [
        ({PAGE: Reply(200)}, Fate.FINE, ""),
        ({PAGE: Reply(204)}, Fate.FINE, ""),
        ({PAGE: Reply(304)}, Fate.FINE, ""),
        ({PAGE: Reply(404)}, Fate.GONE, "404 Not Found"),
        ({PAGE: Reply(410)}, Fate.GONE, "410 Gone"),
        ({PAGE: NO_HOST}, Fate.GONE, "there is no host"),
        ({PAGE: Reply(401)}, Fate.BLOCKED, "401 Unauthorized"),
        ({PAGE: Reply(403)}, Fate.BLOCKED, "403 Forbidden"),
        ({PAGE: Reply(429)}, Fate.BLOCKED, "429 Too Many Requests"),
        ({PAGE: Reply(451)}, Fate.BLOCKED, "451 Unavailable For Legal Reasons"),
        ({PAGE: Reply(999)}, Fate.BLOCKED, "999"),
        ({PAGE: Reply(503, is_challenge=True)}, Fate.BLOCKED, "503 Service Unavailable, a page for browsers alone"),
        ({PAGE: Reply(202, is_challenge=True)}, Fate.BLOCKED, "202 Accepted, a page for browsers alone"),
        ({PAGE: Reply(500)}, Fate.UNREACHABLE, "500 Internal Server Error"),
        ({PAGE: Reply(522)}, Fate.UNREACHABLE, "522"),
        ({PAGE: TIMEOUT}, Fate.UNREACHABLE, "no answer comes in time"),
        ({PAGE: NoAnswer(Fate.PRIVATE, "private")}, Fate.PRIVATE, "private"),
    ],
)
def test_the_kinds_of_answers_are_told_apart(answers: dict[str, Said | list[Said]], fate: Fate, said: str) -> None:
    found = World(answers).ask(PAGE)[0]
    assert (found.fate, found.said) == (fate, said)


def test_what_is_fine_is_asked_once_without_its_body() -> None:
    world = World({})
    world.ask(PAGE)
    assert world.asked == [f"HEAD {PAGE}"]


@pytest.mark.parametrize("refusal", [Reply(405), Reply(501), Reply(403), Reply(404), TIMEOUT])
def test_a_server_that_refuses_head_is_asked_with_get(refusal: Said) -> None:
    world = World({f"HEAD {PAGE}": refusal})
    assert world.ask(PAGE) == [Outcome(Fate.FINE)]
    assert world.asked == [f"HEAD {PAGE}", f"GET {PAGE}"]


@pytest.mark.parametrize(
    ("answer", "count"),
    [(Reply(404), 2), (Reply(403), 2), (NO_HOST, 1), (Reply(500), 3), (TIMEOUT, 3), (Reply(429), 3)],
)
def test_what_may_pass_is_tried_once_more(answer: Said, count: int) -> None:
    world = World({PAGE: answer})
    world.ask(PAGE)
    assert len(world.asked) == count


def test_a_failure_that_passed_is_none() -> None:
    assert World({PAGE: [Reply(500), Reply(500), Reply(200)]}).ask(PAGE) == [Outcome(Fate.FINE)]


@pytest.mark.parametrize(
    ("hops", "expected"),
    [
        ([301], Outcome(Fate.MOVED, moved_to="https://one.example/1")),
        ([308, 301], Outcome(Fate.MOVED, moved_to="https://one.example/2")),
        ([302], Outcome(Fate.FINE)),
        ([307, 303], Outcome(Fate.FINE)),
        ([301, 302], Outcome(Fate.MOVED, moved_to="https://one.example/1")),
        ([302, 301], Outcome(Fate.FINE)),
        ([301] * 11, Outcome(Fate.BLOCKED, "it leads on more than 10 times")),
    ],
)
def test_an_address_has_moved_as_far_as_it_is_for_good(hops: list[int], expected: Outcome) -> None:
    chain = {f"https://one.example/{here}": Reply(status, f"/{here + 1}") for here, status in enumerate(hops)}
    assert World({**chain}).ask("https://one.example/0") == [expected]


def test_a_circle_is_followed_ten_times_and_no_more() -> None:
    world = World({PAGE: Reply(302, OTHER), OTHER: Reply(302, PAGE)})
    assert world.ask(PAGE)[0].fate is Fate.BLOCKED
    assert Counter(asked.partition(" ")[0] for asked in world.asked) == {"HEAD": 11, "GET": 11}


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("ftp://one.example/a", "it leads to ftp://one.example/a: that is no address on the web"),
        ("file:///etc/passwd", "it leads to file:///etc/passwd: that is no address on the web"),
        ("http://[bad", "it leads to http://[bad: that is no address on the web"),
        ("https://inside.example/", "it leads to https://inside.example/: private"),
    ],
)
def test_an_address_that_leads_elsewhere_than_to_the_web_is_for_a_person(location: str, expected: str) -> None:
    world = World({PAGE: Reply(301, location), "https://inside.example/": NoAnswer(Fate.PRIVATE, "private")})
    assert world.ask(PAGE) == [Outcome(Fate.BLOCKED, expected)]


@pytest.mark.parametrize(
    "address", ["http://", "https:/one.example", "http://[bad", "http://one.example:99999/", "http://a b/"]
)
def test_what_is_no_address_is_not_asked(address: str) -> None:
    world = World({})
    assert world.ask(address) == [Outcome(Fate.GONE, "that is no address on the web")]
    assert world.asked == []


def test_what_leads_to_a_page_that_is_gone_is_gone() -> None:
    found = World({PAGE: Reply(301, OTHER), OTHER: Reply(404)}).ask(PAGE)
    assert found == [Outcome(Fate.GONE, f"it leads to {OTHER}: 404 Not Found")]


def test_a_host_has_a_pause_between_two_requests_and_another_none() -> None:
    world = World({})
    world.ask(PAGE, OTHER, "https://two.example/")
    assert world.slept == [0, 1, 0]


def test_pauses_grow_with_each_failure_and_go_back_after_an_answer() -> None:
    world = World({PAGE: [TIMEOUT, TIMEOUT, Reply(200)]})
    world.ask(PAGE, OTHER)
    assert world.slept == [0, 2, 4, 1]
    world = World({PAGE: Reply(500)})
    world.ask(PAGE, OTHER)
    assert world.slept == [0, 2, 4, 8]


def test_a_server_is_left_alone_for_as_long_as_it_asks() -> None:
    world = World({PAGE: [Reply(429, wait=30), Reply(200)]})
    assert world.ask(PAGE) == [Outcome(Fate.FINE)]
    assert world.slept == [0, 30]


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_that_asks_for_more_patience_than_we_have_is_asked_no_more(status: int) -> None:
    world = World({PAGE: Reply(status, wait=3600)})
    found = world.ask(PAGE, OTHER)
    assert found[0].fate == found[1].fate == (Fate.BLOCKED if status == 429 else Fate.UNREACHABLE)
    assert (world.asked, world.slept) == ([f"HEAD {PAGE}"], [0])


def test_a_page_that_is_there_may_ask_for_patience_and_is_no_fault() -> None:
    world = World({PAGE: Reply(200, wait=3600)})
    assert world.ask(PAGE, OTHER) == [Outcome(Fate.FINE), Outcome(Fate.FINE)]
    assert world.slept == [0, 1]


@pytest.mark.parametrize(("fault", "count"), [(NO_HOST, 1), (TIMEOUT, 3), (Reply(429), 3)])
def test_a_host_that_is_down_is_asked_for_none_of_its_other_pages(fault: Said, count: int) -> None:
    world = World({PAGE: fault})
    found = world.ask(PAGE, OTHER)
    assert (found[0].fate, found[0].said) == (found[1].fate, found[1].said)
    assert len(world.asked) == count


def test_pages_with_errors_do_not_stand_for_their_host() -> None:
    pages = [f"https://one.example/{number}" for number in range(4)]
    world = World({**{page: Reply(500) for page in pages}, OTHER: Reply(200)})
    assert world.ask(*pages, OTHER)[-1].fate is Fate.FINE


def test_a_request_that_never_ends_is_given_up() -> None:
    end = Event()

    def request(_method: str, _address: str, _most: int = 0) -> Reply:
        end.wait(20)
        return Reply(200)

    async def ask() -> Outcome:
        return await Asker(request, lambda _: asyncio.sleep(0), limit=0.01).outcome(PAGE)

    assert asyncio.run(ask()) == TIMEOUT.outcome
    end.set()


def at_once(addresses: list[str], hold: Callable[[], object]) -> dict[str, int]:
    """How many requests at most were under way on each host, and in all, where each is held."""
    now, most, lock = Counter[str](), dict[str, int](), Lock()

    def request(_method: str, address: str, _most: int = 0) -> Reply:
        for name in (str(urlsplit(address).hostname), "all"):
            with lock:
                now[name] += 1
                most[name] = max(most.get(name, 0), now[name])
        hold()
        with lock:
            now.subtract([str(urlsplit(address).hostname), "all"])
        return Reply(200)

    async def ask() -> None:
        asker = Asker(request, lambda _: asyncio.sleep(0))
        await asyncio.gather(*map(asker.outcome, addresses))

    asyncio.run(ask())
    return most


def test_eight_requests_are_under_way_in_all() -> None:
    """Each waits for seven others, so that fewer would never end, and then for others that should not be let in."""
    barrier, never = Barrier(8, timeout=20), Event()

    def hold() -> None:
        barrier.wait()
        never.wait(0.01)

    assert at_once([f"https://{number}.example/" for number in range(24)], hold)["all"] == 8


def test_a_host_has_one_request_at_a_time() -> None:
    addresses = [f"https://{host}.example/{page}" for page in range(4) for host in ("one", "two", "one")]
    most = at_once(addresses, lambda: Event().wait(0.001))
    assert (most["one.example"], most["two.example"]) == (1, 1)


def test_one_address_that_answers_shows_that_there_is_an_internet() -> None:
    async def is_there(world: World) -> bool:
        return await Asker(world.request, world.sleep).is_any_there([PAGE, "https://two.example/"])

    assert asyncio.run(is_there(World({PAGE: NO_HOST, "https://two.example/": Reply(503)})))
    assert not asyncio.run(is_there(World({PAGE: NO_HOST, "https://two.example/": TIMEOUT})))
