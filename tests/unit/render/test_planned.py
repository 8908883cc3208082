"""The files of a site as they are planned: shown by a preview and written by a build alike."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import editions_of
from generator.config import Project
from generator.files import Draw
from generator.load.content import load
from generator.model import Entry
from generator.render.planned import Planned

GOLDEN = Project(Path(__file__).parents[2] / "golden" / "site" / "project")
TEMPLATE = "layouts/templates/pages/404.html"


def planned(project: Project) -> Planned:
    return Planned(project, editions_of(project, load(project)))


def with_other_texts(entry: Entry) -> Entry:
    texts = {
        lang: replace(text, title=f"{text.title}!", body="*New.*", summary="New.", sources=text.sources[:1])
        for lang, text in entry.texts.items()
    }
    return replace(entry, texts=texts)


def drawn(drawings: Mapping[str, Draw], entry: Entry, *, is_own: bool) -> dict[str, bytes]:
    """The files that an entry has of its own, or all others."""
    own = tuple(f"entries/{slug}{end}" for slug in (entry.slug, *entry.aliases) for end in "/.")
    return {path: draw() for path, draw in drawings.items() if any(each in path for each in own) == is_own}


@pytest.mark.parametrize("entry", load(GOLDEN).entries, ids=lambda entry: entry.slug)
def test_the_pages_of_a_revised_entry_are_those_that_a_new_plan_draws(entry: Entry) -> None:
    """In each language, and though what they show was drawn before."""
    content, plan = load(GOLDEN), planned(GOLDEN)
    revised = with_other_texts(entry)
    entries = tuple(revised if one.slug == entry.slug else one for one in content.entries)
    anew = Planned(GOLDEN, editions_of(GOLDEN, replace(content, entries=entries)))
    before = drawn(plan.drawings(), entry, is_own=True)
    after = drawn(plan.drawings(revised), entry, is_own=True)
    assert after == drawn(anew.drawings(), entry, is_own=True) != before


def test_the_pages_of_others_are_as_they_were_planned() -> None:
    plan, entry = planned(GOLDEN), load(GOLDEN).entries[0]
    after = drawn(plan.drawings(with_other_texts(entry)), entry, is_own=False)
    assert after == drawn(plan.drawings(), entry, is_own=False)


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
