"""What `timeline check` tells editors: each rule, and how `site.yaml` sets it.

What it prints for a project that every rule finds fault with stands in `editors.txt`. `pytest --refresh` writes
it anew.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.errors import CHECKS

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

GOLDEN = Path(__file__).parent / "editors.txt"
SITE = "title: T\ndescription: D\nbase_url: https://a.example/\nlanguages: [fr, en]\n"
ACTORS = """\
anne-morel:
  kind: person
  name: Anne Morel
  roles: [{office: maire de Rivemont, of: rivemont, from: 2014-03, to: 2020-06}]
rivemont: {kind: organisation, name: Rivemont}
"""
PERIODS = "- {id: works, title: Les travaux, from: 2020-01, to: 2022-06}\n"
VOTE = "sequence: {{id: vote, step: {}}}"
SOURCE = "sources: [{title: Le procès-verbal}]"


def article(*fields: str) -> str:
    """An entry with these lines of front matter after its title and its day."""
    return "\n".join(["---", "title: Un titre", *fields, "---", "", "Le texte.", ""])


FILES: dict[str, str | bytes] = {
    "content/site.yaml": SITE,
    "content/actors.yaml": ACTORS,
    "content/periods.yaml": PERIODS,
    "content/entries/2022-01-13-pont.md": article("date: 2022-01-12", SOURCE),
    "content/entries/article.md": article(
        "date: 2022-01-12",
        "sources: [{publisher: Agence, kind: agency}]",
        "events: [{said: mercredi, what: Un vote, day: 0, date: 2022-01}]",
    ),
    "content/entries/bac.md": article("date: 2022-01-12", "actors: [anne-morel, rivemont]", SOURCE),
    "content/entries/digue.md": article("date: 2023-05", SOURCE),
    "content/entries/mairie.md": article("date: 2022-01-12"),
    "content/entries/vote.md": article("date: 2022-01-12", "disputed: Le résultat est contesté.", SOURCE),
    "content/places.yaml": "amont: {name: Amont}\naval: {name: Aval}\n",
    "content/sequences.yaml": "vote: {title: Le vote}\n",
    "content/entries/rive.md": article(
        "date: 2022-01",
        SOURCE,
        "type: article",
        "events:",
        "  - {said: mercredi, what: Un vote, place: amont, day: 0}",
        "  - {said: lundi, what: Une fête, place: aval, day: -2}",
    ),
    "content/entries/vote-1.md": article(
        "date: 2022-01-12", SOURCE, "places: [amont]", "sequence: {id: vote, step: 1}"
    ),
    "content/entries/vote-2.md": article("date: 2022-01-03", SOURCE, "places: [aval]", "sequence: {id: vote, step: 2}"),
    "content/entries/quai.md": article("date: 2022-01-12", SOURCE, "published: 2022-01-13", "updated: 2022-02-01"),
    "content/entries/quai.en.md": "---\ntitle: A title\npublished: 2022-01-13\n---\n\nThe text.\n",
}


def timeline(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """What a command says of a project."""
    environment = {name: value for name, value in os.environ.items() if name != "FORCE_COLOR"} | {"PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "generator", *arguments, "--root", str(root)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", env=environment, check=False)


def remarks(said: str) -> str:
    """The lines that a rule for editors has."""
    return "".join(line for line in said.splitlines(keepends=True) if any(f"[{code}]" in line for code in CHECKS))


def with_checks(checks: str) -> dict[str, str | bytes]:
    """The project with these settings of its rules."""
    return {**FILES, "content/site.yaml": f"{SITE}checks: {checks}\n"}


def test_an_editor_reads_what_to_look_at_where_and_what_to_do(write_site: WriteSite, refresh: bool) -> None:
    done = timeline(write_site(FILES), "check")
    if refresh:
        GOLDEN.write_text(remarks(done.stderr), encoding="utf-8", newline="\n")
    assert (done.returncode, remarks(done.stderr)) == (0, GOLDEN.read_text(encoding="utf-8"))


def test_every_rule_finds_one_fault_in_the_project_and_no_other() -> None:
    codes = re.findall(r"\[([a-z-]+)\]$", GOLDEN.read_text("utf-8"), re.MULTILINE)
    assert sorted(codes) == sorted(CHECKS)


def test_a_strict_check_fails_for_what_editors_should_look_at_and_a_strict_build_does_not(
    write_site: WriteSite,
) -> None:
    root = write_site(FILES)
    strict, build = timeline(root, "check", "--strict"), timeline(root, "build", "--strict")
    assert (strict.returncode, remarks(strict.stderr)) == (1, GOLDEN.read_text("utf-8"))
    assert (build.returncode, remarks(build.stderr)) == (0, "")


def test_rules_that_are_off_say_nothing(write_site: WriteSite) -> None:
    root = write_site(with_checks(f"{{{', '.join(f'{code}: off' for code in CHECKS)}}}"))
    done = timeline(root, "check", "--strict")
    assert (done.returncode, remarks(done.stderr)) == (0, "")


def test_a_rule_that_is_an_error_fails_the_check_and_no_build(write_site: WriteSite) -> None:
    root = write_site(with_checks("{no-source: error, slug-date: warning, no-period: off}"))
    done, build = timeline(root, "check"), timeline(root, "build")
    expected = GOLDEN.read_text("utf-8").replace(
        "warning: the entry names no source", "error: the entry names no source"
    )
    kept = (line for line in expected.splitlines(keepends=True) if "[no-period]" not in line)
    assert (done.returncode, remarks(done.stderr)) == (1, "".join(kept))
    assert done.stderr.endswith("error: 1 error and 7 warnings\n")
    assert (build.returncode, remarks(build.stderr)) == (0, "")
