"""The index of the search: the same entries give the same bytes, and what goes wrong is said."""

import gzip
import json
import os
from pathlib import Path
from threading import Timer

import pytest

from generator.cancellation import Cancellation, CancelledError
from generator.errors import OutputError
from generator.findable import Findable
from generator.search.index import index

ENTRIES = [
    Findable(
        path=f"{lang}/entries/{number}/index.html",
        lang=lang,
        lead="Une rencontre.",
        body=f"Le sommet de l’OTAN, {number}.",
        meta={"title": f"Sommet {number}", "date": "12 janvier 2022"},
        facets={"type": ("summit",), "year": (str(1990 + number),), "actor": ("nato", f"guest-{number}")},
        place=number,
    )
    for lang in ("fr", "en", "uk", "pt-BR")
    for number in range(12)
]


def text(file: bytes) -> str:
    return gzip.decompress(file).decode(errors="replace")


def test_the_same_entries_give_the_same_bytes() -> None:
    """Also where Pagefind shuffles: the values of a filter, the filters, the languages."""
    first, second = index(ENTRIES, str), index(ENTRIES, str)
    assert first == second
    assert [*first] == [*second]


def test_each_language_has_an_index_by_the_name_its_pages_ask_for() -> None:
    """Pagefind looks for the page’s language in lower case. Ukrainian, which it has no stemmer for, is found too."""
    files = index(ENTRIES, str)
    languages = json.loads(files["pagefind-entry.json"])["languages"]
    assert {code: language["page_count"] for code, language in languages.items()} == dict.fromkeys(
        ("fr", "en", "uk", "pt-br"), 12
    )
    for language in languages.values():
        meta = files[f"pagefind.{language['hash']}.pf_meta"].decode(errors="replace")
        filters = [name for name in files if name.startswith("filter/") and Path(name).stem in meta]
        assert len(filters) == 3


def test_what_names_the_others_comes_last() -> None:
    """So that a reader who comes while the site is written finds all that is named."""
    assert [*index(ENTRIES, str)][-1] == "pagefind-entry.json"


def test_pages_and_styles_of_pagefind_are_left_out() -> None:
    names = index(ENTRIES[:1], str)
    assert {"pagefind.js", "pagefind-worker.js"} <= names.keys()
    assert not [name for name in names if "ui" in name or name.endswith(".css")]


def test_apostrophes_are_straight_in_the_index() -> None:
    """Pagefind parts “l'OTAN” and finds OTAN, but not “l’OTAN”."""
    fragments = [text(data) for name, data in index(ENTRIES[:1], str).items() if name.endswith(".pf_fragment")]
    assert ["Le sommet de l'OTAN, 0." in fragment for fragment in fragments] == [True]


def test_every_entry_is_told_of_as_it_is_indexed() -> None:
    """For who watches."""
    told = list[int]()
    index(ENTRIES, str, lambda: told.append(1))
    assert len(told) == len(ENTRIES)


def test_where_pagefind_is_missing_the_cure_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("generator.search.index.get_executable", lambda: tmp_path / "pagefind")
    with pytest.raises(OutputError, match=r"the search could not be indexed: .* --no-search"):
        index(ENTRIES, str)


@pytest.mark.skipif(os.name == "nt", reason="a script of the shell")
@pytest.mark.parametrize(
    "does", ["exit 0", "head -c 1 >/dev/null; exit 1", "printf bm8="], ids=["ends", "dies", "babbles"]
)
def test_where_pagefind_ends_early_it_is_said(does: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)
    monkeypatch.setattr("generator.search.index.get_executable", lambda: program)
    with pytest.raises(OutputError, match="the search could not be indexed"):
        index(ENTRIES, str)


def test_what_pagefind_refuses_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request that it does not understand."""
    monkeypatch.setattr("generator.search.index._record", lambda _findable, _plain: {"url": 1})
    with pytest.raises(OutputError, match="Pagefind says: "):
        index(ENTRIES, str)


@pytest.mark.skipif(os.name == "nt", reason="a script of the shell")
def test_pagefind_is_ended_when_its_work_is_called_off(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Also while it thinks and says nothing."""
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\nexec sleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr("generator.search.index.get_executable", lambda: program)
    cancellation = Cancellation()
    Timer(0.1, cancellation.cancel).start()
    with pytest.raises(CancelledError):
        index(ENTRIES, str, cancellation=cancellation)
