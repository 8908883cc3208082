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

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = "Scripts" if os.name == "nt" else "bin"


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


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files that git knows, in an empty folder."""
    folder = tmp_path_factory.mktemp("clone")
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", cwd=ROOT)
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_the_package_and_the_layouts_and_nothing_else(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    layouts = {path.relative_to(ROOT).as_posix() for path in (ROOT / "layouts").rglob("*") if path.is_file()}
    assert layouts <= {name.removeprefix("generator/") for name in names}
    assert all(name.startswith("generator/") or ".dist-info/" in name for name in names)


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
def test_the_first_line_of_the_readme_builds_the_site_in_a_clone(checkout: Path) -> None:
    line = re.findall(r"^```sh\n(.+)\n```$", (checkout / "README.md").read_text("utf-8"), re.MULTILINE)[0]
    run("sh", "-c", line, cwd=checkout)
    home = (checkout / "site" / "index.html").read_text("utf-8")
    assert '<html lang="fr"' in home
    assert "janvier 2022" in home
    assert "Quatre heures de discussion et une impasse" in home


def test_the_second_line_of_the_readme_is_what_continuous_integration_runs() -> None:
    line = re.findall(r"^```sh\n(.+)\n```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)[1]
    assert line.endswith("pytest --cov")
    assert "grep -m1 -- 'pytest --cov' README.md" in (ROOT / ".ci" / "run").read_text("utf-8")
    assert "bash .ci/run" in (ROOT / ".github" / "workflows" / "tests.yml").read_text("utf-8")


def test_every_dependency_has_a_lower_bound_and_is_locked_with_hashes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    assert all(re.fullmatch(r"[\w-]+>=[\d.]+", requirement) for requirement in wanted)
    lock = (ROOT / ".ci" / "requirements.txt").read_text("utf-8")
    locked = {name.lower() for name in re.findall(r"^([\w.-]+)==.+\\\n    --hash=", lock, re.MULTILINE)}
    assert not {requirement.split(">=")[0].lower() for requirement in wanted} - locked
