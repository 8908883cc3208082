"""A build that is called off, whenever it is: nothing of the site is touched, and the next one does it all."""

import shutil
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path

import pytest

from generator.build import build
from generator.cancellation import Cancellation, CancelledError
from generator.config import BuildOptions, Project
from generator.publish.manifest import FOLDER

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

NAME = "content/entries/pont.md"
ENTRY = "---\ntitle: {}\ndate: 2022-01\n---\n\nÀ minuit.\n"


class CallOff:
    """The progress of a build that is called off before an item is told of, by its number over all stages."""

    def __init__(self, number: int) -> None:
        self.cancellation = Cancellation()
        self._number, self._told = number, count(1)

    def __call__(self, _name: str, _length: int) -> Callable[[], None]:
        return self._advance

    def _advance(self) -> None:
        if next(self._told) == self._number:
            self.cancellation.cancel()


def files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def project(write_site: WriteSite) -> Project:
    """One that was built, and has another title and another entry since."""
    project = Project(write_site({NAME: ENTRY.format("Avant")}))
    bring(project, CallOff(0))
    write_site({NAME: ENTRY.format("Après"), "content/entries/gue.md": ENTRY.format("Gué")})
    return project


def bring(project: Project, call_off: CallOff, out: str = "site") -> None:
    build(project, BuildOptions(project.root / out, "2022-01-12"), call_off, cancellation=call_off.cancellation)


def test_a_build_that_is_called_off_leaves_the_site_as_it_was_and_the_next_one_does_it_all(project: Project) -> None:
    site = project.root / "site"
    before, called_off = files(site), 0
    for number in count(1):
        try:
            bring(project, CallOff(number))
        except CancelledError:
            assert files(site) == before
            called_off += 1
        else:
            break
    bring(project, CallOff(0), "anew")
    shutil.rmtree(project.root / "anew" / FOLDER)
    shutil.rmtree(site / FOLDER)
    assert files(site) == files(project.root / "anew")
    assert called_off > 100
