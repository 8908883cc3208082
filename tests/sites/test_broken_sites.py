"""Projects with faults, and all that an author is told of each.

What is printed for a case stands in `broken/<case>.txt`. `pytest --refresh` writes it anew: read it then as the author
who has made the mistake.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.config import Project
from generator.errors import CHECKS, LINK_CHECKS, Code, ContentError, Problem
from generator.load.content import load

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
EditorFaults = Callable[[Path], list[str]]
Files = dict[str, str | bytes]

GOLDEN = Path(__file__).parent / "broken"

GAZETTEER: Files = {
    "content/actors.yaml": (
        "nato: {kind: organisation, name: Otan}\n"
        "russia: {kind: country, name: Russie}\n"
        "jens-stoltenberg: {kind: person, name: Jens Stoltenberg}\n"
    ),
    "content/places.yaml": "geneva: {name: Genève}\n",
    "content/themes.yaml": "enlargement: {name: Élargissement}\n",
    "content/sequences.yaml": "talks: {title: Pourparlers}\n",
}


def article(*fields: str, body: str = "Le texte.") -> str:
    """An entry with these lines of front matter."""
    return "\n".join(["---", *fields, "---", "", body, ""])


def dated(*fields: str, body: str = "Le texte.") -> str:
    """A sound entry with more lines of front matter, from line 4 on."""
    return article("title: Un titre", "date: 2022-01-12", *fields, body=body)


# Faulty entries; each is the only one of its site.
ENTRIES: dict[str, str | bytes] = {
    "empty-file": "",
    "no-front-matter": "Un titre\n\nLe texte.\n",
    "unclosed-front-matter": "---\ntitle: Un titre\ndate: 2022-01-12\n\nLe texte.\n",
    "yaml-colon": article("title: Jens Stoltenberg : « Non »", "date: 2022"),
    "yaml-quotation-mark": article('title: "Un titre', "date: 2022", "lang: fr"),
    "yaml-apostrophe": article("title: 'L'Otan s'élargit'", "date: 2022"),
    "yaml-bracket": article("title: Un titre", "actors: [nato, russia", "date: 2022"),
    "yaml-star": article("title: *Un* titre", "date: 2022"),
    "yaml-tab": article("title: Un titre", "sequence:", "\tid: talks", "date: 2022"),
    "yaml-no-space": article("title: Un titre", "date:2022", "lang: fr"),
    "yaml-key-twice": dated("type: article", "lang: fr", "type: summit"),
    "unknown-key": dated("actor: [nato]"),
    "unknown-key-far-from-any": dated("byline: Anna"),
    "two-names-of-themes": dated("themes: [enlargement]", "tags: [enlargement]"),
    "missing-title": article("date: 2022-01-12"),
    "missing-date": article("title: Un titre"),
    "empty-title": article("title:", "date: 2022-01-12"),
    "impossible-date": article("title: Un titre", "date: 2022-02-30"),
    "date-of-another-country": article("title: Un titre", "date: 12/01/2022"),
    "date-in-words": article("title: Un titre", "date: 12 janvier 2022"),
    "day-too-vague": dated("published: 2022-01"),
    "unknown-type": dated("type: meting"),
    "unknown-actor": dated("actors: [nato, jens-stoltenburg]"),
    "unknown-actor-far-from-any": dated("actors: [otan]"),
    "unknown-place-theme-sequence": dated("places: [geneve]", "themes: [x]", "sequence: {id: talk, step: 1}"),
    "actors-no-list": dated("actors: nato"),
    "bad-url": dated("sources:", "  - title: Une source", "    url: www.example.org/page"),
    "source-says-nothing": dated("sources:", "  - kind: press"),
    "unknown-language": dated("lang: de"),
    "picture-missing": dated("media:", "  - {src: images/a.jpg, alt: Une image}"),
    "picture-outside": dated("media:", "  - {src: ../a.jpg, alt: Une image}"),
    "picture-without-alt": dated("media:", "  - src: images/a.jpg"),
    "sequence-without-step": dated("sequence: talks"),
    "step-zero": dated("sequence: {id: talks, step: 0}"),
    "draft-neither-true-nor-false": dated("draft: oui"),
    "order-no-number": dated("order: first"),
    "undated-draft": article("title: Un titre", "draft: true", "seed: {file: a.txt, sha256: x}"),
    "two-faults": article("titlle: Un titre", "date: 2022-13"),
    "ten-faults": article(
        "title:",
        "date: 2022-02-30",
        "lang: de",
        "type: meting",
        "actors: [nato, rusia]",
        "sources:",
        "  - {title: Un, url: example.org}",
        "published: 2022-01",
        "draft: oui",
        "byline: Anna",
        body="[Suite](suite.md)",
    ),
    "body-beyond-markdown": dated(
        "tags: [enlargement]", body="<script>x</script> et [ici](javascript:x).\n\nTe\x0cxte ![](a.png)"
    ),
    "body-of-another-tool": dated(
        "layout: post\ndescription: D",
        body="{% include note.html %} `{{ page.x }}` {{< note >}} [a]({{ site.url }}/x) $\\frac{{a}}{b}$",
    ),
    "front-matter-in-toml": b"+++\ntitle = 'A'\n+++\n",
    "body-too-deep": dated(body="\n".join("    " * level + "- a" for level in range(60))),
    "body-too-dear": dated(body="Un.\n\n" + "[a](" * 10_000),
    "body-too-long": dated(body="Un mot.\n" * 40_000),
    "not-utf-8": dated("summary: Résumé").encode("cp1252"),
}

# Faulty projects, by their files below content/.
PROJECTS: dict[str, Files] = {
    "folders-too-deep": {f"entries/{'a/' * 101}a.md": dated()},
    "invalid-file-name": {"entries/L’Otan s’élargit.md": dated(), "entries/_a.md": dated()},
    "duplicate-slug": {
        "entries/2021/a.md": dated(),
        "entries/2022/a.md": dated(),
        "entries/2021/B.md": dated(),
        "entries/2022/b.md": dated(),
    },
    "alias-taken": {
        "entries/a.md": dated("aliases: [old, b]"),
        "entries/b.md": dated(),
        "entries/c.md": dated("aliases: [old]"),
        "entries/d.md": dated("aliases: [d]"),
        "entries/e.md": dated("aliases: [Old Name]"),
    },
    "dead-links": {
        "entries/2022/pont.md": dated(
            body="[un](../autre.md), [deux](autre.md#ici)\n\n[trois]: ../../pages/methode.md"
        ),
        "entries/autre.md": dated(body="[un](2022/pontt.md), [deux](2022/pont.md), [trois](#la), [quatre]()."),
        "entries/autre.en.md": article("title: A title", body="[one](/timeline/) [two](later.en.md) <a href='x'>y</a>"),
        "entries/later.md": dated("draft: true"),
        "pages/method.md": article("title: Un titre", body="[un](../entries/autre.en.md) [deux](//a.example/b.md)"),
    },
    "translation-differs": {
        "entries/a.md": dated("actors: [nato]"),
        "entries/a.en.md": article("title: A title", "lang: fr", "date: 2022-01", "actors: [russia]"),
    },
    "translation-without-title": {"entries/a.md": dated(), "entries/a.en.md": article("summary: In short.")},
    "translation-in-another-language": {"entries/a.md": dated(), "entries/a.de.md": article("title: Ein Wort")},
    "page-takes-an-address": {
        "pages/timeline.md": article("title: Un titre"),
        "pages/2022.md": article("title: Un titre"),
    },
    "page-with-a-date": {"pages/about.md": dated()},
    "page-without-title": {"pages/about.md": article("summary: En bref.")},
    "unused-files": {"entries/a.txt": "", "entries/b.MD": dated(), "actor.yaml": "", "notes.yml": ""},
    "site-missing": {"entries/a.md": dated()},
    "site-empty": {"site.yaml": ""},
    "site-not-yaml": {"site.yaml": "title: Un : deux\n"},
    "site-languages": {
        "site.yaml": "title: Un\ndescription: Un\nbase_url: https://a.example/\nlanguages: [FR, root, uk]\n",
        "entries/a.md": dated(),
        "entries/a.uk.md": article("title: Один"),
    },
    "site-language-without-words": {
        "site.yaml": "title: Un\ndescription: Un\nbase_url: https://a.example/\nlanguages: [fr, pl]\n",
        "entries/a.md": dated(),
        "entries/a.FR.md": dated(),
    },
    "site-faults": {
        "site.yaml": "titlle: Un titre\ndescription: [a]\nbase_url: example.org\nlanguages: fr\n",
        "entries/a.md": dated(),
    },
    "site-checks": {
        "site.yaml": (
            "title: Un\ndescription: Un\nbase_url: https://a.example/\nlanguages: [fr]\n"
            "checks: {no-sources: off, dead-link: off, no-period: false}\n"
        ),
    },
    "actors-faults": {
        "actors.yaml": (
            "nato:\n  kind: organization\n  name: {fr: Otan, english: NATO}\n"
            "Anna B: {name: Anna}\n"
            "bob:\n  kind: person\n  name: Bob\n  roles: [{office: ministre, of: natto, since: 2022}]\n"
        )
    },
    "places-faults": {
        "places.yaml": (
            "hq: {name: siège, within: brusels, lat: 50.879 N}\n"
            "brussels: {name: Bruxelles, within: belgium}\n"
            "belgium: {name: Belgique, within: brussels}\n"
            "vienna: {name: Vienne, lat: 48.2}\n"
        )
    },
    "themes-faults": {"themes.yaml": "enlargement: Élargissement\narms: {nom: Armes}\n"},
    "sequences-faults": {"sequences.yaml": "- {id: talks, title: Pourparlers}\n"},
    "periods-faults": {
        "periods.yaml": (
            "- {id: a, title: Un, from: 2022-02, to: 2022-01}\n"
            "- {id: a, title: Un, from: 2022}\n"
            "- {id: b c, title: Un, start: 2022}\n"
            "- Un\n"
        )
    },
    "periods-no-list": {"periods.yaml": "a: {title: Un, from: 2022}\n"},
    "yaml-file-faults": {
        "actors.yaml": "nato: {kind: organisation\n",
        "themes.yaml": "Thèmes\n",
        "entries/a.md": dated("actors: [x]"),
    },
    "yaml-file-not-utf-8": {"places.yaml": "geneva: {name: Genève}\n".encode("cp1252")},
}

CASES: dict[str, Files] = {case: {"entries/a.md": text} for case, text in ENTRIES.items()} | PROJECTS

ELSEWHERE = {
    Code.UNDRAWN_LETTERS: "pictures are no matter of `load`: see test_posters.py",
    Code.HOLLOW_SEED: "seeds are read by the room `convert`",
    Code.AMBIGUOUS_DATE: "as above",
    Code.AMBIGUOUS_NAME: "as above",
    Code.CHANGED_SEED: "as above",
    Code.CONTRADICTORY_DATE: "as above",
    Code.DUPLICATE_SEED: "as above",
    Code.RENAMED_SEED: "as above",
    Code.UNCONVERTED_SEED: "as above",
    Code.UNKNOWN_NAME: "as above",
    Code.UNREAD_LANGUAGE: "as above",
    Code.UNREADABLE: "its message has words of the operating system: see test_reading.py",
    **dict.fromkeys(CHECKS, "rules for editors are no faults: see test_editors.py"),
    **dict.fromkeys(LINK_CHECKS, "nobody is asked where nothing says so: see test_links.py"),
}
"""Codes that no case here provokes, and why."""

NO_YAML = {
    *"empty-file no-front-matter front-matter-in-toml unclosed-front-matter not-utf-8".split(),
    *"site-missing site-not-yaml".split(),
    *(case for case in CASES if case.startswith("yaml-") and case != "yaml-key-twice"),
}
"""Cases in which there is nothing that a schema could be held against."""

BEYOND_SCHEMAS = {
    **dict.fromkeys(
        "body-beyond-markdown body-too-deep body-too-dear body-too-long dead-links".split(),
        "a schema does not see the text",
    ),
    **dict.fromkeys(
        "folders-too-deep invalid-file-name duplicate-slug unused-files page-takes-an-address".split(), "nor file names"
    ),
    **dict.fromkeys("alias-taken translation-differs translation-in-another-language".split(), "nor other files"),
    **dict.fromkeys("picture-missing picture-outside".split(), "nor pictures"),
    "impossible-date": "nor how long a month is",
    "missing-date": "a translation needs none",
    "undated-draft": "a draft needs none",
    "two-names-of-themes": "both names are known",
    "site-language-without-words": "any language may be named",
    "yaml-key-twice": "YAML itself forbids it",
}
"""Cases that no schema can tell from sound ones, and why."""


def project(write_site: WriteSite, case: str) -> Path:
    """The project of a case."""
    root = write_site(GAZETTEER | {f"content/{name}": data for name, data in CASES[case].items()})
    if case == "site-missing":
        (root / "content" / "site.yaml").unlink()
    return root


def problems_of(root: Path) -> tuple[Problem, ...]:
    """All that is wrong with a project."""
    try:
        return load(Project(root)).warnings
    except ContentError as error:
        return error.problems


def printed(problem: Problem) -> str:
    """A problem as the command prints it."""
    place = f"{problem.path}:{problem.position.line}:{problem.position.column}"
    return f"{place}: {problem.severity}: {problem.message}; {problem.hint} [{problem.code}]\n"


def bytes_below(folder: Path) -> dict[Path, bytes]:
    """All files below a folder."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def run(root: Path) -> "subprocess.CompletedProcess[str]":
    """Build a site on the command line."""
    command = [sys.executable, "-m", "generator", "build", "--root", str(root)]
    environment = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"} | {"PYTHONUTF8": "1"}
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


@pytest.mark.parametrize("case", CASES)
def test_an_author_reads_what_is_wrong_where_and_what_to_do(case: str, write_site: WriteSite, refresh: bool) -> None:
    text = "".join(map(printed, problems_of(project(write_site, case))))
    golden = GOLDEN / f"{case}.txt"
    if refresh:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")


def test_every_kind_of_fault_is_provoked_by_some_case() -> None:
    texts = "".join(path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.txt"))
    provoked = {Code(code) for code in re.findall(r"\[([a-z0-9-]+)\]$", texts, re.MULTILINE)}
    assert provoked == set(Code) - ELSEWHERE.keys()


def test_ten_faults_of_one_entry_are_all_reported_at_once_each_on_its_line(write_site: WriteSite) -> None:
    problems = problems_of(project(write_site, "ten-faults"))
    assert [problem.position.line for problem in problems] == [2, 3, 4, 5, 6, 8, 9, 10, 11, 14]


def test_every_golden_text_has_a_case_and_names_a_fault() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in GOLDEN.glob("*.txt")}
    assert texts.keys() == CASES.keys()
    assert all(texts.values())


def test_the_command_prints_every_problem_ends_with_1_and_leaves_the_site_as_it_was(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": dated()})
    assert run(root).returncode == 0
    before = bytes_below(root / "site")
    assert before
    result = run(project(write_site, "two-faults"))
    *lines, count = result.stderr.splitlines(keepends=True)
    assert (result.returncode, result.stdout) == (1, "")
    assert "".join(line for line in lines if line.startswith("content/")) == (GOLDEN / "two-faults.txt").read_text(
        encoding="utf-8"
    )
    assert count == "error: 3 errors; nothing was written to the site\n"
    assert bytes_below(root / "site") == before


@pytest.mark.parametrize("case", sorted(CASES.keys() - NO_YAML))
def test_an_editor_underlines_what_a_schema_can_know(
    case: str, write_site: WriteSite, editor_faults: EditorFaults
) -> None:
    assert bool(editor_faults(project(write_site, case))) == (case not in BEYOND_SCHEMAS)


def test_an_editor_underlines_every_faulty_field(write_site: WriteSite, editor_faults: EditorFaults) -> None:
    """But for a day that the month does not have."""
    places = {fault.split(":")[0] for fault in editor_faults(project(write_site, "ten-faults"))}
    whole = {f"a.md {field}" for field in "title lang type actors.1 sources.0.url published draft".split()}
    assert places == whole | {"a.md "}
