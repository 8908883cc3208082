"""A new project, as `timeline init` lays it: sound, whole, on a subject of its own, and never over what is there."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.begin import starter
from generator.cli.main import timeline as command_line
from generator.console import Terminal

OF_THIS_REPOSITORY = re.compile(r"russia|nato\b|otan|ukrain|moscow|kremlin|brussels|geneva|diploma", re.IGNORECASE)
STARTER = starter()


def timeline(here: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", *arguments]
    variables = {**os.environ, "COLUMNS": "200"}
    return subprocess.run(command, cwd=here, env=variables, capture_output=True, text=True, check=False)


def files(folder: Path) -> Mapping[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project that is built, without a warning."""
    here = tmp_path_factory.mktemp("here")
    assert timeline(here, "init", "mine").returncode == 0
    built = timeline(here, "build", "--strict", "--root", "mine")
    assert (built.returncode, built.stderr) == (0, "")
    return here / "mine"


def test_a_new_project_passes_the_strictest_check(project: Path) -> None:
    done = timeline(project, "check", "--strict")
    assert (done.returncode, done.stdout, done.stderr) == (0, "3 entries, no errors.\n", "")


def test_its_three_entries_show_the_field(project: Path) -> None:
    """A day and a month, sources, a dispute, and a sequence on a map."""
    entries = sorted((project / "content" / "entries").glob("*.md"))
    dates = [re.findall(r"^date: (\S+)$", path.read_text("utf-8"), re.MULTILINE)[0] for path in entries]
    assert sorted(len(date) for date in dates) == [len("2021-06"), len("2021-06-01"), len("2021-06-01")]
    assert all("\nsources:\n" in path.read_text("utf-8") for path in entries)
    assert sum("\ndisputed: " in path.read_text("utf-8") for path in entries) == 1
    (sequence,) = (project / "site" / "sequences").glob("*/index.html")
    assert '<svg class="map' in sequence.read_text("utf-8")


def test_nothing_of_it_is_about_the_subject_of_this_repository(project: Path) -> None:
    """Nor is anything on its pages."""
    pages = {path.name: path.read_bytes() for path in (project / "site").rglob("*.html")}
    assert not [name for name, data in {**STARTER, **pages}.items() if OF_THIS_REPOSITORY.search(data.decode())]


def test_its_readme_names_files_that_are_there(project: Path) -> None:
    named = re.findall(
        r"`((?:content|site|\.git)[\w./-]*|requirements\.txt)`", (project / "README.md").read_text("utf-8")
    )
    assert {"content/site.yaml", ".github/workflows/publish.yml", ".gitlab-ci.yml", "site/_headers"} <= {*named}
    to_be_written = {"content/entries/2024-05-01-first-stone.md"}
    assert {name for name in named if not (project / name).exists()} == to_be_written


def test_what_can_be_made_again_is_kept_out_of_git(project: Path) -> None:
    assert "/site/\n" in (project / ".gitignore").read_text("utf-8")


def test_it_says_in_three_lines_what_to_do_next(tmp_path: Path) -> None:
    lines = timeline(tmp_path, "init", "my line").stdout.splitlines()
    assert len(lines) == 3
    assert 'timeline build --root "my line"' in lines[1]
    assert "README.md" in lines[2]


@pytest.mark.parametrize(
    ("found", "called"), [(None, "/here/.venv/bin/timeline"), ("/bin/timeline", "timeline")], ids=["no", "yes"]
)
def test_the_command_is_told_by_its_path_unless_a_shell_finds_it(
    found: str | None, called: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _: found)
    monkeypatch.setattr("sys.argv", ["/here/.venv/bin/timeline"])
    assert f"\nBuild it: {called} build --root " in begun(tmp_path)


@pytest.mark.parametrize(("line", "is_told"), [(None, True), ("dateline-timeline==1.0", False)])
def test_it_is_told_where_the_origin_of_the_program_is_not_known(
    line: str | None, is_told: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.cli.init_command.requirement", lambda: line)
    assert ("Where this program comes from is not known here" in begun(tmp_path)) is is_told


def begun(here: Path) -> str:
    """What is said of a new project."""
    done = CliRunner().invoke(command_line, ["init", str(here / "mine")], obj=Terminal())
    assert done.exit_code == 0
    return done.output


def test_a_folder_with_hidden_files_of_others_will_do(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("[core]")
    assert timeline(tmp_path, "init", ".").returncode == 0
    laid = files(tmp_path)
    assert laid.keys() == {*STARTER, ".git/config"}
    assert {name for name, data in STARTER.items() if laid[name] != data} <= {"requirements.txt"}


@pytest.mark.parametrize("name", ["notes.txt", ".gitignore"])
def test_a_folder_with_anything_else_is_left_as_it_was(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("mine")
    done = timeline(tmp_path, "init", ".")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"holds {name}: name a folder that is new or empty" in done.stderr
    assert files(tmp_path) == {name: b"mine"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    assert timeline(tmp_path, "init", "notes.txt").returncode == 2


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path: Path) -> None:
    done = timeline(tmp_path, "init", "/dev/null/mine")
    assert done.returncode == 3
    assert "/dev/null/mine could not be written" in done.stderr


SCHEMAS = {
    ".github/workflows/publish.yml": "vendor.github-workflows",
    ".github/ISSUE_TEMPLATE/entry.yml": "vendor.github-issue-forms",
    ".github/ISSUE_TEMPLATE/correction.yml": "vendor.github-issue-forms",
    ".gitlab-ci.yml": "vendor.gitlab-ci",
}


def test_every_file_for_a_host_is_checked_against_its_schema() -> None:
    for_hosts = {name for name in STARTER if name.endswith(".yml")}
    assert for_hosts == SCHEMAS.keys()


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_is_for_a_host_is_as_the_host_wants_it(name: str, project: Path) -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", SCHEMAS[name], str(project / name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
