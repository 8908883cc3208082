"""What hosts are told, and what each page says of itself: every script and style within it by its hash. And what may be
kept for long."""

import re
from pathlib import Path

import pytest

from generator.build import editions_of
from generator.config import Project
from generator.load.content import load
from generator.render.inline import hash_source
from generator.render.planned import Planned

GOLDEN = Project(Path(__file__).resolve().parents[2] / "golden" / "site" / "project")
POLICY = re.compile(
    r"<!doctype html>\n<html[^>]*>\n<head>\n"
    r'<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="([^"]*)">\n'
)
PLAIN = {"default-src", "base-uri", "form-action", "'self'", "'none'"}
WITHIN = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    """The text files of a site with every kind of entry, by their paths."""
    outputs = Planned(GOLDEN, editions_of(GOLDEN, load(GOLDEN))).outputs()
    return {output.path: output.draw().decode() for output in outputs if not output.path.endswith(".png")}


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


def test_every_page_begins_with_its_policy(drawn: dict[str, str]) -> None:
    """After the encoding, before anything that it could hold back; and none has a second one."""
    pages = [html for path, html in drawn.items() if path.endswith(".html")]
    assert len(pages) > 100
    assert not [html for html in pages if not POLICY.match(html) or html.count("Content-Security-Policy") > 1]


def test_the_policy_of_a_page_allows_its_own_scripts_and_styles_and_those_of_the_site(drawn: dict[str, str]) -> None:
    """No other host, and nothing within the page but what is there."""
    for path, html in drawn.items():
        found = POLICY.match(html) if path.endswith(".html") else None
        if found:
            hashes = sorted(f"'{hash_source(text)}'" for _, text in WITHIN.findall(html))
            assert sorted(re.findall(r"'sha256-[^']+'", found[1])) == hashes, path
            words = {*re.sub(r"'sha256-[^']+'|;", "", found[1]).split()}
            assert words - {"script-src", "style-src", "'wasm-unsafe-eval'"} == PLAIN, path
            assert ("wasm" in found[1]) == ("/search/" in f"/{path}"), path


def test_what_works_in_headers_alone_is_in_no_page(drawn: dict[str, str]) -> None:
    """Browsers complain of it there (CSP, level 3)."""
    assert not [html for html in drawn.values() if re.search(r'content="[^"]*(frame-ancestors|sandbox|report-)', html)]


def test_only_files_whose_names_change_with_them_are_kept_for_long(drawn: dict[str, str]) -> None:
    assert drawn["_headers"].count("Cache-Control") == 1
    assert "\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n" in drawn["_headers"]
    hashed = {path for path in drawn if re.search(r"\.[0-9a-f]{10}\.\w+$", path)}
    assert hashed == {path for path in drawn if path.startswith("assets/")}


def test_a_frame_may_stand_on_any_site(drawn: dict[str, str]) -> None:
    assert not re.search("frame-ancestors|x-frame-options", drawn["_headers"], re.IGNORECASE)
