"""What a system refuses in earnest: a disk that is full or may only be read, folders without permission."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.publish.manifest import FOLDER

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

BUILD = f"{sys.executable} -m generator build --no-search --out"
IN_A_SPACE_OF_ITS_OWN = ("unshare", "--user", "--map-root-user", "--mount", "sh", "-ec")
ENTRY = "---\ntitle: {title}\ndate: 2022-01\n---\n\nTexte.\n"
OLD = {"content/site.yaml": "{title: T, description: D, base_url: https://t.example/, languages: [fr]}\n"}
NEW = {f"content/entries/{n}.md": ENTRY.format(title=f"Titre {n}") for n in range(10)}
KB = 1024
IS_ROOT = os.name != "nt" and os.geteuid() == 0
WITHOUT_POWERS = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if IS_ROOT else ()
"""Root is refused nothing but without them."""


def can(*command: str) -> bool:
    """Whether this machine lets it be done."""
    return bool(shutil.which(command[0])) and subprocess.run(command, check=False, capture_output=True).returncode == 0


MOUNTS = pytest.mark.skipif(
    not can(*IN_A_SPACE_OF_ITS_OWN, "mount -t tmpfs none /mnt; mount -o remount,size=100k /mnt"),
    reason="no disk can be mounted here",
)


def site(out: Path) -> dict[str, bytes]:
    files = (path for path in out.rglob("*") if path.is_file() and FOLDER not in path.relative_to(out).parts)
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def run(root: Path, script: str, *start: str) -> subprocess.CompletedProcess[str]:
    variables = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    return subprocess.run([*start, script], cwd=root, env=variables, capture_output=True, text=True, check=False)


def on_a_disk(root: Path, disk: str) -> tuple[subprocess.CompletedProcess[str], dict[str, bytes]]:
    """A build on a disk of its own on which the old site stands; what it says, and the site it leaves."""
    left = root / "left"
    shutil.rmtree(left, ignore_errors=True)
    script = (
        f"mkdir -p disk; mount -t tmpfs none disk; cp -a old/. disk; {disk}\n"
        f"code=0; {BUILD} disk || code=$?; cp -a disk left; exit $code"
    )
    return run(root, script, *IN_A_SPACE_OF_ITS_OWN), site(left)


@pytest.fixture
def changed(write_site: WriteSite) -> Path:
    """A project that was built as `old`, and has more entries since."""
    root = write_site(OLD)
    assert run(root, f"{BUILD} old", "sh", "-ec").returncode == 0
    return write_site(NEW)


@MOUNTS
def test_a_full_disk_is_told_and_leaves_the_old_site_until_there_is_room(changed: Path) -> None:
    """However far the build comes before it is full."""
    old, told = site(changed / "old"), 0
    used = sum(-(-path.stat().st_size // (4 * KB)) * 4 for path in (changed / "old").rglob("*"))
    for more in (30, 200, 400, 600, 800, 4000):
        done, left = on_a_disk(changed, f"mount -o remount,size={used + more}k disk")
        if done.returncode == 0:
            break
        told += 1
        assert done.returncode == 3, done.stderr
        assert "could not be written: No space left on device" in done.stderr
        assert left == old
    assert told > 1
    assert left.keys() > old.keys()


@MOUNTS
def test_a_disk_that_may_only_be_read_is_told_and_the_old_site_stands(changed: Path) -> None:
    done, left = on_a_disk(changed, "mount -o remount,ro disk")
    assert (done.returncode, left) == (3, site(changed / "old"))
    assert "could not be written: Read-only file system" in done.stderr


@pytest.mark.skipif(bool(WITHOUT_POWERS) and not can(*WITHOUT_POWERS, "true"), reason="nothing is refused to root")
@pytest.mark.parametrize("folder", [".", FOLDER])
def test_a_folder_without_permission_is_told_and_the_old_site_stands(changed: Path, folder: str) -> None:
    old = site(changed / "old")
    for path in (changed / "old", *(changed / "old").rglob("*")):
        if path.is_dir() and (folder == "." or path.is_relative_to(changed / "old" / folder)):
            path.chmod(0o555)
    done = run(changed, f"{BUILD} old", *WITHOUT_POWERS, "sh", "-ec")
    assert (done.returncode, site(changed / "old")) == (3, old)
    assert "could not be written: Permission denied" in done.stderr
