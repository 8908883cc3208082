"""A thing is known by its id or any of its names; a new slug is nobody else’s."""

import pytest

from generator.intake.naming import free, known_id

THEMES = [("works", {"fr": "Travaux", "en": "Building works"}), ("vote", {"fr": "Le vote"})]


@pytest.mark.parametrize(
    ("name", "id_"),
    [("works", "works"), ("Works!", "works"), ("TRAVAUX", "works"), ("building works", "works"), ("votes", None)],
)
def test_a_thing_is_known_by_its_id_and_its_names_in_every_language(name: str, id_: str | None) -> None:
    assert known_id(name, THEMES) == id_


@pytest.mark.parametrize(
    ("slug", "found"), [("a", "a"), ("b", "b-2"), ("B", "B-2"), ("c", "c-3"), ("con", "con-2"), ("", "")]
)
def test_a_slug_that_is_taken_or_that_no_file_can_have_is_numbered(slug: str, found: str) -> None:
    assert free(slug, {"b", "c", "c-2"}) == found
