"""What `timeline check` shows, to people and to programs."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

SOUND = "---\ntitle: Le pont ouvre\ndate: 2022-01\npublished: 2022-02-01\nsources: [{title: Un}]\n---\nÀ minuit.\n"
FAULTY = "---\ntitle: Le pont 橋 ouvre\ndate: 2022-13\n---\n"


def check(root: Path, *arguments: str, here: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "check", *arguments]
    variables = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2]), "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=here or root, env=variables, capture_output=True, text=True, check=False)


def test_a_problem_is_shown_with_its_line_and_a_caret_below_the_place(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": FAULTY + "[Là](gone.md)\n", "content/entries/b.md": SOUND})
    lines = check(root).stderr.splitlines()
    assert lines[1:3] == ["     3 | date: 2022-13", "       |       ^"]
    assert lines[4:6] == ["     5 | [Là](gone.md)", "       |      ^"]


def test_the_caret_stands_below_letters_that_are_two_columns_wide(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": "---\ntitle: 橋\ndate: 2022\n---\n橋橋 [a](gone.md)\n"})
    _, line, caret = check(root).stderr.splitlines()[:3]
    assert (line, caret) == ("     5 | 橋橋 [a](gone.md)", "       | " + " " * 9 + "^")


def test_the_json_stands_alone_on_standard_output(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": FAULTY})
    done = check(root, "--format", "json")
    assert (done.returncode, done.stderr) == (1, "")
    assert [(each["line"], each["code"]) for each in json.loads(done.stdout)["problems"]] == [(3, "invalid-date")]


def test_sound_content_ends_with_0_in_every_format(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": SOUND})
    assert json.loads(check(root, "--format", "json").stdout)["sound"] is True
    assert check(root, "--format", "gitlab").stdout == "[]\n"
    assert (check(root, "--format", "github").stdout, check(root, "--format", "text").returncode) == ("", 0)


def test_warnings_end_a_strict_check_with_1_in_every_format(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": SOUND.replace("sources: [{title: Un}]\n", "")})
    for form in ("text", "json", "github", "gitlab"):
        assert check(root, "--strict", "--format", form).returncode == 1
    done = check(root, "--format", "github")
    assert done.stdout.startswith("::warning file=content/entries/a.md,line=")
    assert done.returncode == 0


def test_annotations_name_files_as_seen_from_the_working_directory(write_site: WriteSite) -> None:
    """That is where a workflow has the repository."""
    root = write_site({"content/entries/a.md": FAULTY})
    done = check(root, "--format", "github", "--root", root.name, here=root.parent)
    assert done.stdout.startswith(f"::error file={root.name}/content/entries/a.md,line=3,col=7,")
    done = check(root, "--format", "gitlab", "--root", root.name, here=root.parent)
    assert json.loads(done.stdout)[0]["location"]["path"] == f"{root.name}/content/entries/a.md"


@pytest.mark.parametrize(("code", "exit_code", "said"), [("yaml", 0, "quotation marks"), ("yml", 2, "did you mean")])
def test_a_code_is_explained_without_a_project(code: str, exit_code: int, said: str, tmp_path: Path) -> None:
    done = check(tmp_path, "--explain", code)
    assert done.returncode == exit_code
    assert said in done.stdout + done.stderr
