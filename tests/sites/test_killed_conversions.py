"""A conversion that is killed at any moment costs no author a word, and the next one ends it."""

import itertools
import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.config import Project
from generator.convert.collection import seed_files
from generator.converting import convert_seeds
from generator.progress import unwatched

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has neither fork nor SIGKILL")

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
Killed = Callable[[Callable[[], object], int], bool]

SITE = "{title: T, description: D, base_url: https://t.example/, languages: [fr]}\n"
SEED = "date 2022-01-{} Le pont {} est ouvert.\n\nIls se sont vus mardi à Lille.\n"
MINE = "\nCe que j’ai ajouté.\n"


def convert(project: Project) -> None:
    for _ in convert_seeds(project, list(seed_files(project)), "2024-03-01", unwatched):
        pass


def entries(project: Project) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in project.entries.iterdir() if not path.name.startswith(".")}


@pytest.fixture
def project(write_site: WriteSite) -> Project:
    """Of three seeds converted before, one whose entry an author has edited; two have changed since, one is new."""
    before: dict[str, str | bytes] = {f"seeds/{n}.txt": SEED.format(n, n) for n in range(10, 13)}
    project = Project(write_site({"content/site.yaml": SITE, **before}))
    convert(project)
    edited = min(project.entries.iterdir())
    edited.write_bytes(edited.read_bytes() + MINE.encode())
    write_site({f"seeds/{n}.txt": SEED.format(n, n) + "Il pleuvait.\n" for n in (10, 11, 13)})
    return project


def test_after_a_kill_each_entry_is_whole_and_the_next_conversion_is_a_clean_one(
    project: Project, killed: Killed, tmp_path: Path
) -> None:
    """At every moment: right before a change of the disk, from the first to the last."""
    before, aside = entries(project), tmp_path / "aside"
    shutil.copytree(project.entries, aside)
    convert(project)
    after = entries(project)
    mine = [name for name, data in before.items() if data.endswith(MINE.encode())]
    assert len(mine) == 1
    assert {name for name in before if before[name] != after[name]} == before.keys() - mine - {max(before)}
    for moment in itertools.count():
        shutil.rmtree(project.entries)
        shutil.copytree(aside, project.entries)
        if not killed(lambda: convert(project), moment):
            break
        left = entries(project)
        assert before.keys() <= left.keys(), moment
        assert not [name for name, data in left.items() if data not in {before.get(name), after.get(name)}], moment
        convert(project)
        assert entries(project) == after, moment
    assert moment > len(after)
