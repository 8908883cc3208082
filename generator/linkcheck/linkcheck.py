"""The room's one door: asks every outside address of the content once, and says what is wrong with it."""

import asyncio
from dataclasses import dataclass, replace

from generator import __version__
from generator.config import Project
from generator.errors import OutputError, in_reading_order
from generator.linkcheck.archive import WAYBACK, Archive
from generator.linkcheck.asking import Asker, Request, Sleep
from generator.linkcheck.client import Client
from generator.linkcheck.faults import faults, is_kept
from generator.linkcheck.memory import Memory
from generator.linkcheck.outcome import Fate
from generator.linkcheck.places import Place, places
from generator.linkcheck.report import LinkReport, Stop
from generator.model import Site
from generator.progress import Progress

_LANDMARKS = ("https://archive.org/", "https://www.wikipedia.org/")
"""Asked first. Where none of them answers, nothing is."""


@dataclass(frozen=True, slots=True)
class World:
    """What lies outside: how it is asked and how time passes there, and those of its addresses that are known here."""

    request: Request
    sleep: Sleep = asyncio.sleep
    landmarks: tuple[str, ...] = _LANDMARKS
    archive: str = WAYBACK


class _OfflineError(Exception):
    pass


def check_links(project: Project, site: Site, now: float, progress: Progress, world: World | None = None) -> LinkReport:
    """Ask the addresses of sound content, but for those asked lately. Ctrl-C ends it with what is known."""
    found = tuple(places(project, site.base_url))
    memory = Memory(project.notes / "links.json", now)
    world = world or World(Client(f"dateline-timeline/{__version__} (link check; +{site.base_url})").request)
    stop = None
    try:
        asyncio.run(_Round(found, memory, world).run(progress))
    except _OfflineError:
        stop = Stop.OFFLINE
    except KeyboardInterrupt:
        stop = Stop.INTERRUPTED
    return replace(_report(found, memory, site), stop=stop, unsaved=_saved(memory))


def _saved(memory: Memory) -> str:
    """Why what is known cannot be remembered, nothing where it can: it is told all the same."""
    try:
        memory.save()
    except OutputError as error:
        return str(error)
    return ""


def _report(found: tuple[Place, ...], memory: Memory, site: Site) -> LinkReport:
    addresses = {place.address for place in found}
    known = {address: outcome for address in addresses if (outcome := memory.get(address))}
    problems = in_reading_order(faults(found, known, site.checks))
    kept = {place.address for place in found if is_kept(place, known)}
    return LinkReport(problems, len(known), len(addresses) - len(known), len(kept))


class _Round:
    """One round of asking. What becomes of an address is remembered as soon as it is known."""

    def __init__(self, found: tuple[Place, ...], memory: Memory, world: World) -> None:
        self._memory, self._world = memory, world
        self._asker = Asker(world.request, world.sleep)
        self._archive = Archive(self._asker, world.archive)
        self._addresses = tuple(dict.fromkeys(place.address for place in found))
        self._without_copy = {
            place.address: place.day for place in reversed(found) if not place.archived and place.field != "archived"
        }

    async def run(self, progress: Progress) -> None:
        """Raises `_OfflineError`."""
        waiting = [address for address in self._addresses if not self._memory.get(address) or self._lacks_copy(address)]
        if not waiting:
            return
        if not await self._asker.is_any_there(self._world.landmarks):
            raise _OfflineError
        advance = progress("Asking links", len(waiting))
        async with asyncio.TaskGroup() as group:
            for address in waiting:
                group.create_task(self._settle(address)).add_done_callback(lambda _: advance())

    async def _settle(self, address: str) -> None:
        if not self._memory.get(address):
            self._memory[address] = await self._asker.outcome(address)
        if self._lacks_copy(address):
            copy = await self._archive.copy_of(address, self._without_copy[address])
            self._memory.add_copy(address, copy)

    def _lacks_copy(self, address: str) -> bool:
        """Whether an address is gone, a copy would help, and the archive has not said whether it has one."""
        outcome = self._memory.get(address) if address in self._without_copy else None
        return outcome is not None and outcome.fate is Fate.GONE and outcome.archived is None
