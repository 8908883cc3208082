"""Where a new project gets the program from, so that it is the same as the one that began it."""

import json
import subprocess
from pathlib import Path

import pytest

from generator.requirement import requirement, requirement_of

COMMIT = "0123456789abcdef0123456789abcdef01234567"
PUBLIC = "https://example.org/somebody/timeline.git"


@pytest.mark.parametrize(
    "address",
    [
        PUBLIC,
        "https://somebody:secret@example.org/somebody/timeline.git",
        "ssh://git@example.org:2222/somebody/timeline.git",
        "git@example.org:somebody/timeline.git",
    ],
)
def test_an_installation_from_a_repository_is_told_by_address_and_commit_and_no_secret(address: str) -> None:
    noted = {"url": address, "vcs_info": {"vcs": "git", "requested_revision": "main", "commit_id": COMMIT}}
    assert requirement_of(json.dumps(noted), "1.0") == f"dateline-timeline @ git+{PUBLIC}@{COMMIT}"


def test_an_installation_from_an_index_is_told_by_its_version() -> None:
    assert requirement_of(None, "1.0") == "dateline-timeline==1.0"


@pytest.mark.parametrize(
    "noted",
    [
        {"url": "file:///somewhere/dateline.whl", "archive_info": {}},
        {"url": "file:///somewhere/timeline", "vcs_info": {"vcs": "git", "commit_id": COMMIT}},
        {"url": "file:///nowhere/at/all", "dir_info": {"editable": True}},
    ],
    ids=["a wheel", "a repository on this machine", "a folder that is gone"],
)
def test_what_nobody_else_can_reach_is_not_told(noted: dict[str, object]) -> None:
    assert requirement_of(json.dumps(noted), "1.0") is None


def test_a_clone_is_told_by_its_remote_and_the_last_commit_that_is_there_too(tmp_path: Path) -> None:
    def git(*words: str) -> str:
        command = ["git", "-C", str(tmp_path), "-c", "user.name=A", "-c", "user.email=a@b.example", *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    noted = json.dumps({"url": tmp_path.as_uri(), "dir_info": {}})
    git("init", "-q", "-b", "main")
    git("commit", "-q", "--allow-empty", "-m", "One")
    pushed = git("rev-parse", "HEAD")
    assert requirement_of(noted, "1.0") is None
    git("remote", "add", "origin", PUBLIC)
    git("update-ref", "refs/remotes/origin/main", pushed)
    git("config", "branch.main.remote", "origin")
    git("config", "branch.main.merge", "refs/heads/main")
    git("commit", "-q", "--allow-empty", "-m", "Two")
    assert requirement_of(noted, "1.0") == f"dateline-timeline @ git+{PUBLIC}@{pushed}"


def test_without_git_and_without_an_installation_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert requirement_of('{"url": "file:///", "dir_info": {}}', "1.0") is None
    monkeypatch.setattr("generator.requirement._NAME", "there-is-no-such-package")
    assert requirement() is None
