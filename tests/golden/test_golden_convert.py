"""Whole articles and the drafts they become, `convert/<case>/seed.txt` and `expected.md`.

Run `pytest --refresh tests/golden` to write the drafts anew, and read the difference. The one real article of this
checkout is not kept twice: its case holds a draft alone.
"""

import hashlib
from pathlib import Path

import pytest

from generator.config import Project
from generator.convert.draft import draft, text_of
from generator.convert.reading.read import Reader
from generator.convert.seal import is_untouched
from generator.convert.seed import read_seed
from generator.load.content import gazetteer_of

CASES = sorted(path for path in Path(__file__).with_name("convert").iterdir() if path.is_dir())
REAL_ARTICLE = Path(__file__).resolve().parents[2] / "seeds" / "000_f291dbee19655e7d.txt"
READER = Reader(gazetteer_of(Project(Path(__file__).with_name("gazetteer"))))
REAL_DIGEST = "43e4762aa7c129584dd97d5b408dd7d192bfc86f2be586d46a943ec288b10702"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_an_article_becomes_the_expected_draft(case: Path, refresh: bool) -> None:
    seed = REAL_ARTICLE if case.name == "real-article" else case / "seed.txt"
    text = text_of(draft(read_seed(seed.name, seed.read_bytes()), READER), "fr", "2024-03-01")
    expected = case / "expected.md"
    if refresh:
        expected.write_bytes(text.encode())
    assert text == expected.read_bytes().decode()
    assert is_untouched(text)


def test_the_real_article_is_as_it_came() -> None:
    assert hashlib.sha256(REAL_ARTICLE.read_bytes()).hexdigest() == REAL_DIGEST
