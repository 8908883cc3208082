"""What hosts are told: every script and style within a page by its hash, and what may be kept for long."""

import re
from pathlib import Path

import pytest

from generator.build import site_outputs
from generator.config import Project
from generator.load.content import load
from generator.render.inline import hash_source

GOLDEN = Project(Path(__file__).resolve().parents[2] / "golden" / "site" / "project")
WITHIN = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    """The text files of a site with every kind of entry, by their paths."""
    outputs = (output for output in site_outputs(GOLDEN, load(GOLDEN), None) if not output.path.endswith(".png"))
    return {output.path: output.draw().decode() for output in outputs}


def test_a_hash_is_as_the_specification_has_it() -> None:
    """The example of CSP, level 3."""
    assert hash_source("doSomething();") == "sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc="


def test_every_script_and_style_within_a_page_is_in_the_policy(drawn: dict[str, str]) -> None:
    within = {text for path, html in drawn.items() if path.endswith(".html") for _, text in WITHIN.findall(html)}
    assert len(within) >= 4
    assert not [text[:60] for text in within if f" '{hash_source(text)}'" not in drawn["_headers"]]


def test_the_policy_allows_no_other_script_or_style_within_a_page(drawn: dict[str, str]) -> None:
    within = {text for path, html in drawn.items() if path.endswith(".html") for _, text in WITHIN.findall(html)}
    assert "unsafe-inline" not in drawn["_headers"]
    assert {*re.findall(r"sha256-[^']+", drawn["_headers"])} == {hash_source(text) for text in within}


def test_only_files_whose_names_change_with_them_are_kept_for_long(drawn: dict[str, str]) -> None:
    assert drawn["_headers"].count("Cache-Control") == 1
    assert "\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n" in drawn["_headers"]
    hashed = {path for path in drawn if re.search(r"\.[0-9a-f]{10}\.\w+$", path)}
    assert hashed == {path for path in drawn if path.startswith("assets/")}


def test_a_frame_may_stand_on_any_site(drawn: dict[str, str]) -> None:
    assert not re.search("frame-ancestors|x-frame-options", drawn["_headers"], re.IGNORECASE)
