"""What this is made with: its licences are listed, and workflows take it in as SECURITY.md says."""

import json
import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT / ".ci" / "DEPENDENCIES.md"
LOCK = (ROOT / ".ci" / "requirements.txt").read_text("utf-8")
NPM = json.loads((ROOT / ".ci" / "package-lock.json").read_text("utf-8"))["packages"]
SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
STARTER = ROOT / "generator" / "starter"
WORKFLOWS = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for folder in (ROOT, STARTER)
    for path in sorted((folder / ".github" / "workflows").iterdir())
}
MIT = "Permission is hereby granted, free of charge, to any person obtaining a copy"
PUBLISHES = {"id-token": "write", "pages": "write"}
HARMLESS = {"contents": "read", "pages": "read"}


def locked() -> dict[str, tuple[set[str], set[str]]]:
    """The versions of each Python package, and what needs it."""
    found: dict[str, tuple[set[str], set[str]]] = {}
    for block in re.split(r"\n(?=[\w.-]+==)", f"\n{LOCK}")[1:]:
        name, version = re.match(r"([\w.-]+)==(\S+)", block).groups()  # type: ignore[union-attr] # each begins so
        versions, needed_by = found.setdefault(name, (set(), set()))
        versions.add(version)
        needed_by.update(re.findall(r"^    # (?:via |  )([\w.-]+)", block, re.MULTILINE))
    return found


def run_time() -> set[str]:
    """The packages that the program needs, and those that they need."""
    found = {re.split(r"[>=<]", requirement)[0].lower() for requirement in SETTINGS["dependencies"]}
    packages, before = locked(), set[str]()
    while before != found:
        before, found = found, found | {name for name, (_, needed_by) in packages.items() if needed_by & found}
    return found


def licence_of(name: str) -> str | None:
    """As an installed package says, in a field or by its text; None where the version of the lock is not there."""
    try:
        package = distribution(name)
    except PackageNotFoundError:
        return None
    if package.version not in locked()[name][0]:
        return None
    said = package.metadata.get_all("License-Expression", []) or package.metadata.get_all("License", [])
    kinds = [kind.rpartition(" :: ")[2] for kind in package.metadata.get_all("Classifier", []) if "License ::" in kind]
    texts = [Path(str(package.locate_file(file))) for file in package.files or () if "LICEN" in file.name]
    installed = (text for text in texts if text.is_file())  # older ways to install list some that they leave out
    is_mit = any(MIT in " ".join(text.read_text("utf-8").split()) for text in installed)
    short = [line for line in said if line.strip() and "\n" not in line]
    return next((found for found in [*short, ", ".join(kinds)] if found), "MIT" if is_mit else "")


def listed(part: str) -> dict[str, str]:
    text = LIST.read_text("utf-8").split(f"<!-- {part} -->")[1].split(f"<!-- /{part} -->")[0]
    return dict(re.findall(r"^\| ([\w@/.-]+) \| (.+) \|$", text, re.MULTILINE)[1:])


def expected() -> dict[str, dict[str, str]]:
    """The rows of each table. What is not installed here keeps what was said of it where it was."""
    known = listed("run") | listed("tests")
    python = {name: licence_of(name) or known.get(name, "") for name in locked()}
    needed = run_time()
    return {
        "run": {name: licence for name, licence in python.items() if name in needed},
        "tests": {name: licence for name, licence in python.items() if name not in needed},
        "others": {name.rpartition("node_modules/")[2]: one["license"] for name, one in NPM.items() if name},
    }


@pytest.mark.parametrize("part", ["run", "tests", "others"])
def test_the_licence_of_every_dependency_is_listed(part: str, refresh: bool) -> None:
    rows = expected()[part]
    if refresh:
        lines = ["", "| package | licence |", "|---|---|", *(f"| {name} | {rows[name]} |" for name in sorted(rows)), ""]
        before, _, after = re.split(f"<!-- /?{part} -->", LIST.read_text("utf-8"))
        LIST.write_text(f"{before}<!-- {part} -->" + "\n".join(lines) + f"<!-- /{part} -->{after}", "utf-8")
    assert listed(part) == rows, "run pytest --refresh tests/house/test_dependencies.py"
    assert all(rows.values())


def test_what_the_package_holds_of_others_has_its_licence_in_it() -> None:
    """Beside it, in the settings of the package, and in the list."""
    text = LIST.read_text("utf-8")
    named = set(re.findall(r"\(`([^`]+)`\)", text.partition("## In the sites")[0]))
    assert named == {*SETTINGS["license-files"]} == {"LICENSE", "layouts/fonts/OFL.txt", "layouts/map/ISC.txt"}
    assert SETTINGS["license"].split(" AND ") == ["MIT", "OFL-1.1", "ISC"]
    assert all((ROOT / name).is_file() for name in named)
    foreign = {path.parent for suffix in ("ttf", "json") for path in ROOT.glob(f"layouts/*/*.{suffix}")}
    assert foreign == {(ROOT / name).parent for name in named} - {ROOT}


def test_every_package_of_both_locks_has_its_hash() -> None:
    blocks = re.split(r"\n(?=[\w.-]+==)", LOCK)
    assert len(blocks) > 50
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", block) for block in blocks)
    assert all(one["integrity"].startswith("sha512-") for name, one in NPM.items() if name)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_pinned_by_commit(name: str) -> None:
    """A tag can be moved; beside the commit stands the version it is."""
    used = re.findall(r"uses: (.+)", WORKFLOWS[name])
    assert used
    assert all(re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action) for action in used)


def test_all_workflows_use_the_same_versions_of_actions() -> None:
    used = {action for workflow in WORKFLOWS.values() for action in re.findall(r"uses: (.+)", workflow)}
    assert len(used) == len({action.split("@")[0] for action in used})


def steps(workflow: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, job in yaml.safe_load(workflow)["jobs"].items():
        yield from ((name, step) for step in job["steps"])


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_read_and_only_the_job_that_publishes_may_write(name: str) -> None:
    """It runs one action and nothing of the repository; and no job goes on for ever."""
    workflow = yaml.safe_load(WORKFLOWS[name])
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        allowed = job.get("permissions", {})
        assert allowed == PUBLISHES or allowed.items() <= HARMLESS.items()
        assert job["timeout-minutes"] <= 15
        if allowed == PUBLISHES:
            assert [step.get("uses", "").partition("@")[0] for step in job["steps"]] == ["actions/deploy-pages"]
            assert "pull_request" in job["if"]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_gives_no_stranger_a_hand_in_what_it_runs(name: str) -> None:
    """No secret is in reach of a pull request, and nothing that others write becomes part of a command."""
    assert "pull_request_target" not in WORKFLOWS[name]
    assert "secrets." not in WORKFLOWS[name]
    for _, step in steps(WORKFLOWS[name]):
        assert "${{" not in step.get("run", "")
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"] == {"persist-credentials": False}


@pytest.mark.parametrize("name", [name for name in WORKFLOWS if name.startswith(".github/")])
def test_a_workflow_installs_what_is_locked_and_nothing_else(name: str) -> None:
    installing = [step["run"] for _, step in steps(WORKFLOWS[name]) if "install" in step.get("run", "")]
    lines = [*installing, *re.findall(r"^.*pip install.*$", (ROOT / ".ci" / "run").read_text("utf-8"), re.MULTILINE)]
    assert all("--require-hashes -r .ci/requirements.txt" in line or "--no-index" in line for line in lines)


def test_known_faults_of_what_is_locked_are_asked_for_each_week_and_after_each_change() -> None:
    workflow = yaml.safe_load(WORKFLOWS[".github/workflows/audit.yml"])
    run = [step.get("run") for step in workflow["jobs"]["audit"]["steps"]]
    assert "pip-audit --require-hashes --disable-pip -r .ci/requirements.txt" in run
    assert "npm audit --prefix .ci --package-lock-only" in run
    asked = workflow[True]  # YAML 1.1 reads `on` so
    assert re.fullmatch(r"\d+ \d+ \* \* \d", asked["schedule"][0]["cron"])
    assert all(".ci/**" in asked[event]["paths"] for event in ("push", "pull_request"))


def test_a_new_project_pins_the_program_by_its_commit_and_its_image_by_its_version() -> None:
    """GitLab is told no tag that moves to another Python, and how long a job may take; `timeline init` writes the
    commit (test_requirement.py)."""
    default = yaml.safe_load((STARTER / ".gitlab-ci.yml").read_text("utf-8"))["default"]
    assert (default["image"], default["timeout"]) == ("python:3.13", "15 minutes")
    assert "after the last @ the commit" in (STARTER / "requirements.txt").read_text("utf-8")


def test_the_security_policy_says_how_to_report_and_what_is_trusted() -> None:
    """By a form of the host, and no address that nobody reads. What is trusted is said of every folder of a project."""
    policy = (ROOT / "SECURITY.md").read_text("utf-8")
    assert "“Report a vulnerability”" in policy
    assert not re.search(r"\w@\w|mailto:", policy)
    trusted = dict(re.findall(r"^\| (.+) \| (yes|no) \|$", policy, re.MULTILINE))
    said = {name: answer for words, answer in trusted.items() for name in re.findall(r"`([^`]+)`", words)}
    assert (said["layouts/"], said["content/site.yaml"], said["content/"], said["seeds/"]) == ("yes", "yes", "no", "no")
    assert "(SECURITY.md)" in (ROOT / "README.md").read_text("utf-8")
