"""The package works away from its checkout, and the README's first line does what it says."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"
WORKFLOWS = {
    path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
    for folder in (ROOT, ROOT / "generator" / "starter")
    for path in sorted((folder / ".github" / "workflows").iterdir())
}
FOR_PROGRAMMERS = {"generator/README.md", "generator/convert/README.md"}


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command away from this environment, and give what it printed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV", "COV"))}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def registry() -> None:
    """Skip where no package can be had, but not in CI."""
    probe = [sys.executable, "-m", "pip", "install", "-q", "--dry-run", "--no-deps", "--ignore-installed", "click"]
    if subprocess.run(probe, capture_output=True, check=False).returncode and not os.environ.get("CI"):
        pytest.skip("no package registry can be reached")


def build(target: str, sources: Path, folder: Path) -> Path:
    """The one file that the build backend makes of the sources."""
    run(sys.executable, "-m", "hatchling", "build", "-t", target, "-d", folder, cwd=sources)
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    folder = tmp_path_factory.mktemp("unpacked")
    run(sys.executable, "-m", "tarfile", "-e", build("sdist", ROOT, tmp_path_factory.mktemp("sdist")), cwd=folder)
    (sources,) = folder.iterdir()
    return sources


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


def files_below(folder: Path, *parts: str) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.joinpath(*parts).rglob("*") if path.is_file()}


def test_the_wheel_holds_the_package_and_the_layouts_and_nothing_else(wheel: Path) -> None:
    """The package has the files of a new project in it, hidden ones too; the layouts are whole."""
    names = {name for name in ZipFile(wheel).namelist() if ".dist-info/" not in name}
    layouts = {f"generator/{name}" for name in files_below(ROOT, "layouts")}
    package = {name for name in files_below(ROOT, "generator") if not name.endswith(".pyc")}
    assert names == layouts | package - FOR_PROGRAMMERS


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="these sources are not in git")
def test_the_source_distribution_holds_every_file_of_the_repository_and_nothing_else(unpacked: Path) -> None:
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", cwd=ROOT).split("\0")
    assert files_below(unpacked) == {name for name in listed if (ROOT / name).is_file()} | {"PKG-INFO"}


def test_the_unpacked_source_distribution_gives_the_same_wheel(unpacked: Path, wheel: Path, tmp_path: Path) -> None:
    again = build("wheel", unpacked, tmp_path)
    assert (again.name, again.read_bytes()) == (wheel.name, wheel.read_bytes())


@pytest.mark.usefixtures("registry")
def test_the_wheel_builds_a_site_in_a_fresh_environment_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / SCRIPTS / "python"
    run(python, "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel, cwd=tmp_path)
    project = tmp_path / "project"
    shutil.copytree(ROOT / "seeds", project / "seeds")
    (project / "content").mkdir()
    shutil.copy(ROOT / "content" / "site.yaml", project / "content")
    said = run(tmp_path / "env" / SCRIPTS / "timeline", "build", cwd=project)
    assert "1 entry" in said
    assert "janvier 2022" in next((project / "site" / "entries").glob("*/index.html")).read_text("utf-8")
    assert run(python, "-m", "generator", "--version", cwd=project).startswith("timeline, version ")


@pytest.mark.usefixtures("registry")
@pytest.mark.skipif(os.name == "nt", reason="the line is for a POSIX shell")
def test_the_first_line_of_the_readme_builds_the_site_from_the_sources_alone(unpacked: Path, tmp_path: Path) -> None:
    sources = shutil.copytree(unpacked, tmp_path / "sources")
    line = re.findall(r"^```sh\n(.+)\n```$", (sources / "README.md").read_text("utf-8"), re.MULTILINE)[0]
    run("sh", "-c", line, cwd=sources)
    chronology = (sources / "site" / "timeline" / "index.html").read_text("utf-8")
    assert '<html lang="fr"' in chronology
    assert "janvier 2022" in chronology
    assert "Quatre heures de discussion et une impasse" in chronology


def test_continuous_integration_does_what_the_second_line_of_the_readme_does() -> None:
    """It makes the same environment, installs the same, though from the lock, and runs the same test command."""
    line = re.findall(r"^```sh\n(.+)\n```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)[1]
    script = (ROOT / ".ci" / "run").read_text("utf-8").splitlines()
    locked = " --disable-pip-version-check --no-index --no-build-isolation"
    done = [command.replace('"${PYTHON:-python3}"', "python3").replace(locked, "") for command in script]
    assert [command for command in done if command in line.split(" && ")] == line.split(" && ")
    assert done[-1] == line.split(" && ")[-1]
    assert "run: bash .ci/run\n" in WORKFLOWS[".github/workflows/tests.yml"]


def test_the_site_is_compared_between_all_versions_of_python_that_are_tested() -> None:
    """From the oldest that the package takes."""
    workflow = yaml.safe_load(WORKFLOWS[".github/workflows/tests.yml"])["jobs"]
    tested = workflow["tests"]["strategy"]["matrix"]["python"]
    set_up, compare = workflow["same-bytes"]["steps"][1:]
    assert set_up["with"]["python-version"].split() == tested
    assert compare == {"run": "bash .ci/same"}
    assert f"\nfor version in {' '.join(tested)}; do\n" in (ROOT / ".ci" / "same").read_text("utf-8")
    assert f'\nrequires-python = ">={tested[0]}"\n' in (ROOT / "pyproject.toml").read_text("utf-8")


def locked_versions() -> dict[str, str]:
    """The versions in the lock that have a hash; several of one package where Pythons differ."""
    lock = (ROOT / ".ci" / "requirements.txt").read_text("utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)(?: ;.+)? \\\n    --hash=sha256:", lock, re.MULTILINE))


def test_every_dependency_has_a_lower_bound_and_is_locked_with_hashes() -> None:
    """What builds the package is locked like what runs and tests it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    extras = settings["project"]["optional-dependencies"]
    wanted = [*settings["project"]["dependencies"], *extras["dev"], *settings["build-system"]["requires"]]
    assert all(re.fullmatch(r"[\w-]+>=[\d.]+(,<[\d.]+)?", requirement) for requirement in wanted)
    assert not {requirement.split(">=")[0].lower() for requirement in wanted} - locked_versions().keys()


def test_the_site_is_published_as_a_new_project_publishes_its_own() -> None:
    """But for where the program comes from, and the words on top."""
    here, starter = (
        WORKFLOWS[name].partition("jobs:\n")[2]
        for name in (".github/workflows/site.yml", "generator/starter/.github/workflows/publish.yml")
    )
    assert re.sub(r".*run: pip install .*\n", "", here) == re.sub(r".*run: pip install .*\n", "", starter)


def test_the_hooks_use_the_tools_of_the_lock() -> None:
    hooks = (ROOT / ".pre-commit-config.yaml").read_text("utf-8")
    pinned = re.findall(r"additional_dependencies: \[\"([\w-]+)==([\w.]+)\"\]", hooks)
    assert len(pinned) == hooks.count("- id:")
    assert set(pinned) <= set(locked_versions().items())
