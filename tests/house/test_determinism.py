"""The same content gives the same bytes, wherever, whenever and by whomever it is built.

Each build runs in a process of its own. What cannot be set from outside, such as the clock and how many cores there
are, is told it before it begins.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from time import sleep

import pytest

from generator.sources import TICK

ROOT = Path(__file__).resolve().parents[2]
PROJECT = ROOT / "tests" / "golden" / "site" / "project"
SEED = ROOT / "seeds" / "000_f291dbee19655e7d.txt"
NOBODY = 65534
IN_1970, IN_2099 = 86_400, 4_102_358_400
FIRST_OF_2024 = "1704067200"

OTHER_MACHINE = """
import datetime, os, sys, time
seconds, cores, backwards, *arguments = sys.argv[1:]

def at(call):
    return lambda *given: call(*given) if given else call(float(seconds))

class Day(datetime.date):
    today = classmethod(lambda cls: cls.fromtimestamp(float(seconds)))

class Moment(datetime.datetime):
    now = classmethod(lambda cls, tz=None: cls.fromtimestamp(float(seconds), tz))
    today = utcnow = now

class Listing(list):
    __enter__, __exit__, close = lambda self: self, lambda self, *_: None, lambda self: None

if float(seconds):
    time.time, time.time_ns = lambda: float(seconds), lambda: int(float(seconds) * 1e9)
    time.localtime, time.gmtime = at(time.localtime), at(time.gmtime)
    datetime.date, datetime.datetime = Day, Moment
os.sched_getaffinity = lambda _process: range(int(cores))
if backwards == "True":
    scandir, listdir = os.scandir, os.listdir
    os.scandir = lambda *path: Listing(sorted(scandir(*path), key=lambda entry: entry.name, reverse=True))
    os.listdir = lambda *path: sorted(listdir(*path), reverse=True)

from generator.__main__ import main
sys.argv = ["timeline", *arguments]
main()
"""


@dataclass(frozen=True)
class Machine:
    """Where a build runs. `clock` says in seconds what time it is, unless 0; `user` is a number."""

    clock: int = 0
    cores: int = 2
    backwards: bool = False
    umask: int = 0o022
    user: int | None = None
    environment: Mapping[str, str] = field(default_factory=dict)

    def run(self, *arguments: str | Path) -> None:
        """Do what a command line says in a process of its own."""
        command = [sys.executable, "-c", OTHER_MACHINE, str(self.clock), str(self.cores), str(self.backwards)]
        inherited = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
        subprocess.run(
            [*command, *map(str, arguments)],
            cwd=ROOT,
            env={**inherited, **self.environment},
            umask=self.umask,
            user=self.user,
            group=self.user,
            check=True,
            capture_output=True,
        )

    def build(self, root: Path, out: Path) -> dict[str, str]:
        """Digests of what is built, by file."""
        self.run("build", "--root", root, "--out", out)
        return digests(out)


def files_below(folder: Path) -> list[Path]:
    """All but the tool's own."""
    return sorted(path for path in folder.rglob("*") if path.is_file() and ".timeline" not in path.parts)


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in files_below(folder)
    }


def copy_backwards(source: Path, target: Path) -> Path:
    """Copy a project's files in reverse order, so that the file system lists and dates them otherwise."""
    for path in sorted((path for path in source.rglob("*") if path.is_file()), reverse=True):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
        os.utime(copy, (1_000_000_000, 1_000_000_000))
    return target


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One project that several machines build, each with what the one before has kept: its files are not too young."""
    copy = shutil.copytree(PROJECT, tmp_path_factory.mktemp("one") / "project")
    sleep(TICK / 1e9)
    return copy


@pytest.fixture(scope="module")
def here(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is built on this machine, now."""
    found = Machine().build(project, tmp_path_factory.mktemp("here"))
    assert len(found) > 300
    return found


EAST = {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "0"}
WEST = {"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "random", "PYTHONUTF8": "1"}


def test_another_machine_on_another_day_gives_the_same_bytes(
    here: dict[str, str], project: Path, tmp_path: Path
) -> None:
    """Another time zone, locale, hash seed, folder, order of files, number of cores and umask, and a clock that says
    1970 or 2099, change nothing. Who may read the files is what the umask says."""
    elsewhere = copy_backwards(PROJECT, tmp_path / "elsewhere" / "ünïcode")
    east = Machine(clock=IN_1970, cores=1, backwards=True, umask=0o077, environment=EAST)
    west = Machine(clock=IN_2099, cores=4, umask=0, environment=WEST)
    assert east.build(elsewhere, tmp_path / "east") == here
    assert west.build(project, tmp_path / "west") == here
    modes = [{path.stat().st_mode & 0o777 for path in files_below(tmp_path / each)} for each in ("east", "west")]
    assert modes == [{0o600}, {0o666}]


def test_a_locale_without_unicode_does_no_harm(here: dict[str, str], project: Path, tmp_path: Path) -> None:
    """Names and texts are UTF-8 whatever the system prefers."""
    plain = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONHASHSEED": "1"}
    assert Machine(environment=plain).build(project, tmp_path) == here


@pytest.fixture
def nobody() -> Machine:
    """That of a user without a name of its own, whose home is not there. Skips where there can be none, and why."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("only root may begin a process of another user")
    nothing = {"HOME": "/nowhere", "COVERAGE_PROCESS_START": "", "COVERAGE_PROCESS_CONFIG": ""}
    machine = Machine(user=NOBODY, environment=nothing)
    try:
        machine.run("--version")
    except (PermissionError, subprocess.CalledProcessError):
        pytest.skip("Python, or the package, is not for all users to read")
    return machine


@pytest.fixture
def folder_of_nobody() -> Iterator[Path]:
    """What pytest gives is for one user alone."""
    with TemporaryDirectory(dir=Path(gettempdir()), prefix="timeline-") as name:
        folder = Path(name)
        shutil.copytree(PROJECT, folder / "project")
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        yield folder


def test_another_user_gives_the_same_bytes(here: dict[str, str], nobody: Machine, folder_of_nobody: Path) -> None:
    assert nobody.build(folder_of_nobody / "project", folder_of_nobody / "site") == here


def test_the_clock_dates_a_new_draft_and_nothing_else_and_source_date_epoch_stops_it(tmp_path: Path) -> None:
    """With it, what is made of a new seed is the same on any day, entry and site."""
    built = {}
    for clock in (IN_1970, IN_2099):
        root = tmp_path / str(clock)
        for name, source in {
            "content/site.yaml": PROJECT / "content" / "site.yaml",
            f"seeds/{SEED.name}": SEED,
        }.items():
            (root / name).parent.mkdir(parents=True)
            shutil.copy(source, root / name)
        site = Machine(clock=clock, environment={"SOURCE_DATE_EPOCH": FIRST_OF_2024}).build(root, root / "site")
        built[clock] = (digests(root / "content"), site)
    (entry,) = (root / "content" / "entries").iterdir()
    assert built[IN_1970] == built[IN_2099]
    assert "\npublished: 2024-01-01\n" in entry.read_text("utf-8")
    entry.unlink()
    Machine(clock=IN_2099).run("convert", "--root", root)
    assert "\npublished: 2099-12-31\n" in entry.read_text("utf-8")
