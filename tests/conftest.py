"""What all tests share: one switch that refreshes golden files, small ways to make content, whole sites, and an
editor’s eyes."""

import os
import re
import shutil
import signal
import sys
from asyncio import _get_running_loop as running_loop
from asyncio import _set_running_loop as set_running_loop
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, settings
from jsonschema import Draft7Validator

from generator.build import build
from generator.config import BuildOptions, Project, open_project
from generator.load.json_schema import schemas

ROOT = Path(__file__).resolve().parents[1]

# A property holds however slow the machine is.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Where CI=true, Hypothesis tries the same examples each time. Who looks for faults wants others.
settings.register_profile("fresh", settings.get_profile("unhurried"), derandomize=False, print_blob=True)
settings.register_profile("long", settings.get_profile("fresh"), max_examples=4000)
settings.load_profile("unhurried")

SITE_YAML = """\
title: {fr: Une chronologie, en: A chronology}
description: {fr: Dans l’ordre., en: In order.}
base_url: https://timeline.example/
languages: [fr, en]
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--refresh` writes golden files and catalogs anew; read the difference before you commit it."""
    parser.addoption("--refresh", action="store_true", help="write golden files and catalogs anew")


@pytest.fixture
def refresh(request: pytest.FixtureRequest) -> bool:
    """Whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--refresh"))


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this repository, built from the real article."""
    return _built(ROOT, tmp_path_factory.mktemp("real"))


@pytest.fixture(scope="session")
def rich_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with every kind of entry."""
    return _built(ROOT / "tests" / "golden" / "site" / "project", tmp_path_factory.mktemp("rich"))


def _built(root: Path, folder: Path) -> Path:
    project = folder / "project"
    for name in ("content", "seeds"):
        if (root / name).is_dir():
            shutil.copytree(root / name, project / name)
    build(open_project(project), BuildOptions(folder / "site", "2022-01-12"), lambda _name, _length: lambda: None)
    return folder / "site"


WriteSite = Callable[[Mapping[str, str | bytes]], Path]
"""Writes files below a new project and gives its root."""


@pytest.fixture
def write_site(tmp_path: Path) -> WriteSite:
    """A project in two languages, to which the test adds its own files."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        root = tmp_path / "project"
        for name, content in {"content/site.yaml": SITE_YAML, **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return write


class CoreYaml(yaml.SafeLoader):
    """YAML 1.2 as language servers read it (core schema): a day is a text, and so is `no`."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - as PyYAML has it


for tag, pattern, first in (
    ("null", r"~|null|", ["~", "n", ""]),
    ("bool", r"[Tt]rue|[Ff]alse", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?[0-9]*\.[0-9]+", list("-+.0123456789")),
):
    CoreYaml.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^({pattern})$"), first)
CoreYaml.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))

EditorFaults = Callable[[Path], list[str]]
"""What an editor underlines in the content of a project: files, fields and what is wrong."""


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads take turns after each few instructions."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.fixture(scope="session")
def editor_faults() -> EditorFaults:
    """An editor that knows the schemas of the project."""

    def found(root: Path) -> Iterator[str]:
        validators = {name: Draft7Validator(schema) for name, schema in schemas(Project(root)).items()}
        for path in sorted((root / "content").rglob("*")):
            if path.suffix in {".md", ".yaml"} and path.name != "README.md":
                name = {"entries": "entry.json", "pages": "page.json"}.get(path.relative_to(root).parts[1])
                validator = validators.get(name or f"{path.stem}.json")
                for error in validator.iter_errors(fields(path)) if validator else ():
                    yield f"{path.name} {'.'.join(map(str, error.absolute_path))}: {error.message}"

    def fields(path: Path) -> object:
        text = path.read_text("utf-8")
        front = re.split(r"^---\n", text, flags=re.MULTILINE)[1] if path.suffix == ".md" else text
        return yaml.load(front, CoreYaml) or {}  # noqa: S506 - a safe loader

    return lambda root: list(found(root))


@pytest.fixture
def no_other_loop() -> Iterator[None]:
    """Playwright has a loop of asyncio in this thread as long as its browser is open, beside which no other can run. It
    rests during a test that has no browser."""
    resting = running_loop()
    set_running_loop(None)
    yield
    set_running_loop(resting)


CHANGES_OF_THE_DISK = {"BufferedWriter.write", "mkdir", "open", "replace", "rmdir", "unlink"}


@pytest.fixture
def killed() -> Callable[[Callable[[], object], int], bool]:
    """Does something in a process that is killed right before its change of the disk of this number, and says whether
    it came to that."""

    def act_and_die(act: Callable[[], object], moment: int) -> bool:
        process = os.fork()
        if process == 0:
            left = iter(range(moment))

            def count(_frame: FrameType, event: str, function: object) -> None:
                is_change = event == "c_call" and getattr(function, "__qualname__", "") in CHANGES_OF_THE_DISK
                if is_change and next(left, None) is None:
                    os.kill(os.getpid(), signal.SIGKILL)

            sys.setprofile(count)
            try:
                act()
            finally:
                os._exit(0)
        return os.WIFSIGNALED(os.waitpid(process, 0)[1])

    return act_and_die
