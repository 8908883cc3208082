"""How long what is done for each entry takes: `pytest tests/benchmarks --benchmark-enable`.

Any other run does each once, so that none of them rots, and times nothing.
"""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from corpus import write

from generator import dates, frontmatter
from generator.build import editions_of
from generator.chronology.arrange import arrange
from generator.config import Project
from generator.files import Output
from generator.load.content import Content, load
from generator.render.markdown import to_html
from generator.render.planned import Planned
from generator.render.sanitise import sanitise
from generator.render.typography import typeset

Benchmark = Callable[..., Any]

COUNT = 50
KINDS = {
    "an entry": "entries/entry-000025/index.html",
    "a year": "2000/index.html",
    "the whole": "timeline/index.html",
    "home": "index.html",
    "data": "data/entries.json",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("corpus")
    write(COUNT, folder)
    return Project(folder / "timeline")


@pytest.fixture(scope="module")
def content(project: Project) -> Content:
    return load(project)


@pytest.fixture(scope="module")
def outputs(project: Project, content: Content) -> dict[str, Output]:
    return {output.path: output for output in Planned(project, editions_of(project, content)).outputs()}


@pytest.fixture(scope="module")
def file(project: Project) -> str:
    return min(project.entries.iterdir()).read_text("utf-8")


@pytest.fixture(scope="module")
def html(file: str) -> str:
    return to_html(frontmatter.split(file).body)


def test_a_date(benchmark: Benchmark) -> None:
    assert benchmark(dates.parse, "2022-01-10/2022-01-13")


def test_front_matter(benchmark: Benchmark, file: str) -> None:
    assert benchmark(frontmatter.split, file)


def test_a_body_as_html(benchmark: Any, file: str) -> None:  # noqa: ANN401 # the plug-in has no types
    """One that was not met before: what was converted once is remembered."""
    body, number = frontmatter.split(file).body, count()
    assert benchmark.pedantic(to_html, setup=lambda: ((f"{body}\n\n{next(number)}",), {}), rounds=200)


def test_a_body_made_safe(benchmark: Benchmark, html: str) -> None:
    assert benchmark(sanitise, html, {})


def test_a_french_body_typeset(benchmark: Benchmark, html: str) -> None:
    assert benchmark(typeset, f'<html lang="fr"><body>{html}</body></html>')


def test_fifty_entries_loaded(benchmark: Benchmark, project: Project) -> None:
    assert benchmark(load, project)


def test_fifty_entries_arranged(benchmark: Benchmark, content: Content) -> None:
    assert benchmark(arrange, content.entries, content.gazetteer)


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_a_page_drawn(benchmark: Benchmark, outputs: dict[str, Output], path: str) -> None:
    assert benchmark(outputs[path].draw)
