"""Whatever lies in seeds/, each file becomes a draft that loads, or is named."""

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from generator.config import Project
from generator.convert.batch import Converter, Setting
from generator.convert.collection import Collection, seed_files
from generator.convert.outcome import Fate
from generator.errors import Severity
from generator.load.content import load
from generator.model import Gazetteer

NOBODY = Gazetteer({}, {}, {}, {}, {})
SITE = "title: Un\ndescription: Deux\nbase_url: https://timeline.example/\nlanguages: [fr]\n"
LINES = "date |date: |12 janvier 2022|12/01/2022|2022-01|Par Jean Dupont|À lire aussi : |(AFP)|Le pont ouvre."
MARKS = "###|« Oui »|Pourquoi ?|- |1. |# |> |<b>|&lt;|[a]: b|`|---|: |{{|%}|~|*|_|\\|'|\"|!|@|BRUXELLES (AP) — "
WORDS = "Con|null|yes|0x1|e\u0301|İ|ß|ǅ|ﬁ|²|Ⅷ|👍🏽|ا|०|    |\n|\n\n|\t|\u200b|\u00a0|\u2028|\ufeff"
PIECES = st.sampled_from(f"{LINES}|{MARKS}|{WORDS}".split("|"))
ARTICLES = st.lists(PIECES | st.text(max_size=5), max_size=12).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-16-le", "windows-1252", "windows-1251"])
SEEDS = st.binary(max_size=60) | st.builds(lambda text, encoding: text.encode(encoding, "replace"), ARTICLES, ENCODINGS)


@settings(max_examples=max(150, settings().max_examples), suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SEEDS, min_size=1, max_size=4))
@example([b""])
@example([b"."])
@example([b"date 2022-01 AUX"])
@example(["\u200b".encode()])
@example([b"<html>"])
def test_any_bytes_are_a_draft_that_loads_or_a_named_problem(seeds: list[bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        project = Project(Path(folder).resolve())
        for path, data in [(project.content / "site.yaml", SITE.encode())] + [
            (project.seeds / f"{number}.txt", data) for number, data in enumerate(seeds)
        ]:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        outcomes = list(
            Converter(project, Collection(project), Setting(["fr"], NOBODY, "2024-03-01")).convert(seed_files(project))
        )
        assert len(outcomes) == len(seeds)
        for outcome in outcomes:
            assert outcome.fate is Fate.WRITTEN or outcome.problems, "nothing passes in silence"
        warnings = load(project).warnings
        assert all(problem.severity is Severity.WARNING for problem in warnings)
        assert {problem.code for problem in warnings} <= {"undated-seed"}
