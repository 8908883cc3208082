"""What stands in addresses takes no code, and no link leads to any: it is named, with its file and line."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import errors
from generator.config import Project
from generator.errors import ContentError, Problem, Severity
from generator.load.content import load

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
LINES = (Path(__file__).parents[1] / "browser" / "vectors.txt").read_text("utf-8").splitlines()
NAMES = sorted({line for line in LINES if "<" in line or ":" in line if not line.startswith("# ")})
"""Each with a sign that no address has."""
CODE = [
    line for line in LINES if re.search(r"(href=|\]\(|\]:|^<).*?((java|vb)?script(:|&)|data:|blob:|filesystem:)", line)
]
"""Links with a scheme by which code could run."""
KEYS = ("lang", "type", "date", "themes", "aliases", "updated", "inferred")


def test_no_id_slug_language_or_key_holds_what_could_run(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor any other field that takes one of a few words. Every single one is found; they are all shown here."""
    monkeypatch.setattr(errors, "MOST_OF_A_KIND", len(NAMES))
    ids = [f"{json.dumps(name)}: {{kind: person, name: A}}" for name in NAMES]
    periods = [f"- {{id: {json.dumps(name)}, title: A, from: 2022}}" for name in NAMES]
    entries = {
        f"content/entries/{key}{number}.md": entry(key, name) for key in KEYS for number, name in enumerate(NAMES)
    }
    named = {f"content/entries/{name}.md": entry("order", "0") for name in NAMES if "/" not in name and len(name) < 200}
    keys = {f"content/entries/key{number}.md": entry(name, "0") for number, name in enumerate(NAMES)}
    files = {
        "content/actors.yaml": "\n".join(ids),
        "content/periods.yaml": "\n".join(periods),
        **entries,
        **named,
        **keys,
    }
    problems = faults(write_site(files))
    for name in ("actors", "periods"):
        assert lines(problems, f"content/{name}.yaml") >= {*range(1, len(NAMES) + 1)}
    for path in {**entries, **keys}:
        assert 4 in lines(problems, path), files[path]
    for path in named:
        assert lines(problems, path), path


def test_every_link_that_could_run_is_told_where_it_stands(write_site: WriteSite) -> None:
    """Or the tag around it."""
    bodies = [line.replace("⏎", "\n").replace("⇥", "\t").replace("␀", "\x01") for line in CODE]
    files = {
        f"content/entries/e{number}.md": f"---\ntitle: A\ndate: 2022\n---\n{body}\n"
        for number, body in enumerate(bodies)
    }
    told = {problem.path: problem for problem in problems_of(write_site({**files, "content/entries/bad.md": ""}))}
    assert len(bodies) > 40
    assert [body for path, body in zip(files, bodies, strict=True) if path not in told] == []
    assert all(told[path].position.line >= 5 for path in files)


YAML: dict[str, str | bytes] = {
    "a bomb of aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "a merge": "a: &x {b: 1}\nc:\n  <<: *x\n",
    "a program in a tag": "title: !!python/object/apply:os.system ['true']\n",
    "a directive": "%TAG ! tag:x,2000:\n---\ntitle: !a b\n",
    "a key twice": "a: {c: 1, c: 2}\n",
    "brackets within one another": "a: " + "[" * 5000,
    "groups within one another": "a: " + "{a: " * 2000 + "}" * 2000,
    "lists within one another": "- " * 2000 + "a\n",
    "a list for a key": "[a, b]: c\n",
    "a group for a key": "? {a: b}\n: c\n",
    "a number for a key": "1: 2020-01-01\n",
    "nothing for a key": ": c\n",
    "a control character in a key": '"a\\0b": c\n',
    "a long key": '"' + "x" * 200_000 + '": y\n',
    "a long line": "- " + "x " * 100_000 + "\n",
    "a long number": "order: " + "9" * 100_000 + "\n",
    "half of a letter": 'a: "\\ud800"\n',
    "no letter": 'a: "\\U00110000"\n',
    "a NUL": "a: \0\n",
    "no UTF-8": b"a: \xff\n",
    "UTF-16": "a: b\n".encode("utf-16"),
    "a number of spaces": "a: |9999999999\n  b\n",
    "two documents": "a: b\n---\nc: d\n",
}


@pytest.mark.parametrize("case", YAML)
def test_hostile_yaml_is_told_with_its_file_and_line(case: str, write_site: WriteSite) -> None:
    """Wherever it stands; in words that fit a screen."""
    given = YAML[case]
    text = given.encode() if isinstance(given, str) else given
    heads = {f"content/{folder}/a.md": b"---\n" + text + b"\n---\n\nA.\n" for folder in ("entries", "pages")}
    tables = {f"content/{name}.yaml": text for name in ("actors", "places", "themes", "periods", "sequences")}
    for path, data in {**heads, **tables, "content/site.yaml": text}.items():
        told = [problem for problem in faults(write_site({path: data})) if problem.path == path]
        assert told, path
        assert all(problem.position.line <= data.count(b"\n") + 1 and len(problem.message) <= 400 for problem in told)
        write_site({path: b"---\ntitle: A\ndate: 2022\n---\n" if path in heads else b""})


def entry(key: str, value: str) -> str:
    """An entry with a field on its fourth line, a list where its name is one of several."""
    date = "" if key == "date" else "date: 2022"
    field = f"{json.dumps(key)}: {json.dumps([value] if key.endswith('s') else value)}"
    return f"---\ntitle: A\n{date}\n{field}\n---\n\nB.\n"


def lines(problems: list[Problem], path: str) -> set[int]:
    return {problem.position.line for problem in problems if problem.path == path}


def faults(root: Path) -> list[Problem]:
    return [problem for problem in problems_of(root) if problem.severity is Severity.ERROR]


def problems_of(root: Path) -> list[Problem]:
    with pytest.raises(ContentError) as caught:
        load(Project(root))
    return list(caught.value.problems)
