"""`split_dateline`: the place, date and agency before a first sentence."""

import pytest

from generator.convert.dateline import split_dateline

DATELINES = [
    "BRUXELLES, 12 janvier (Reuters) -",
    "BRUSSELS, Jan 12 (Reuters) -",
    "BRUSSELS (AP) —",
    "KYIV, Ukraine (AP) —",
    "Bruxelles (AFP) -",
    "NEW YORK (AFP) –",
    "КИЕВ, 12 января (ТАСС) —",
    "(Reuters) -",
    "AFP -",
    "BRUXELLES, 12 janvier 2022 –",
    "MONTRÉAL —",
    "(Bruxelles)",
    "(Bruxelles) -",
]
TEXT = [
    "Le pont ouvre.",
    "NATO said so.",
    "OTAN : le pont ouvre.",
    "(Presque) tous les ponts ouvrent.",
    "(Almost) Everything Opens",
    "NATO — What Next",
    "Le maire (LR) - Valmont - a parlé.",
    "En 2022 - Le pont ouvre.",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_is_parted_from_its_sentence(dateline: str) -> None:
    assert split_dateline(f"{dateline} Le pont\nouvre.") == (dateline, "Le pont ouvre.")


@pytest.mark.parametrize("text", TEXT)
def test_any_other_beginning_is_text(text: str) -> None:
    assert split_dateline(text) == ("", text)


def test_a_long_name_of_many_hyphens_is_looked_at_once() -> None:
    """Were each of them a place to part it at, nobody would see the end of this test."""
    line = "A-" * 50_000
    assert split_dateline(line) == ("", line)
