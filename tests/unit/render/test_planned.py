"""The files of a site as they are planned: shown by a preview and written by a build alike."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from generator.build import editions_of
from generator.config import Project
from generator.load.content import load
from generator.render.planned import Planned

GOLDEN = Project(Path(__file__).parents[2] / "golden" / "site" / "project")
TEMPLATE = "layouts/templates/pages/404.html"


def planned(project: Project) -> Planned:
    return Planned(project, editions_of(project, load(project)))


def test_a_preview_draws_what_a_build_writes() -> None:
    """Each file, and no other."""
    plan = planned(GOLDEN)
    shown = {path: draw() for path, draw in plan.drawings().items()}
    assert shown == {output.path: output.draw() for output in plan.outputs()}


@pytest.mark.usefixtures("restless")
def test_threads_that_draw_at_a_time_draw_what_each_would_alone() -> None:
    """A preview answers while the build draws."""
    plan = planned(GOLDEN)
    alone = {output.path: output.draw() for output in plan.outputs()}
    with ThreadPoolExecutor(2) as threads:
        shown = threads.submit(lambda: {path: draw() for path, draw in plan.drawings().items()})
        written = threads.submit(lambda: {output.path: output.draw() for output in plan.outputs()})
    assert shown.result() == written.result() == alone


def test_what_a_preview_has_read_is_read_again_by_the_build(
    write_site: Callable[[Mapping[str, str | bytes]], Path],
) -> None:
    """A template may be saved between the two: what is written is what its fingerprint tells."""
    root = write_site({TEMPLATE: "old", "content/entries/a.md": "---\ntitle: A\ndate: 2022\n---\n\nA.\n"})
    plan = planned(Project(root))
    shown = plan.drawings()["404.html"]
    assert shown() == b"old"
    (root / TEMPLATE).write_text("new")
    [written] = [output for output in plan.outputs() if output.path == "404.html"]
    [known] = [output for output in planned(Project(root)).outputs() if output.path == "404.html"]
    assert (written.draw(), written.fingerprint) == (b"new", known.fingerprint)
