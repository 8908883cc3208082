"""The same content gives the same bytes, wherever and whenever it is built."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1] / "golden" / "site" / "project"


def build(root: Path, out: Path, **environment: str) -> dict[str, str]:
    """Build in a process of its own; digests of all files by name."""
    command = [sys.executable, "-m", "generator", "build", "--root", str(root), "--out", str(out)]
    subprocess.run(command, env={**os.environ, **environment}, check=True, capture_output=True)
    files = sorted(path for path in out.rglob("*") if path.is_file() and ".timeline" not in path.parts)
    return {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def copy_backwards(source: Path, target: Path) -> None:
    """Copy a project's files in reverse order, so that the file system lists and dates them otherwise."""
    for path in sorted((path for path in source.rglob("*") if path.is_file()), reverse=True):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
        os.utime(copy, (1_000_000_000, 1_000_000_000))


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    """Another time zone, locale, hash seed, folder, order of files and umask change nothing."""
    first = build(PROJECT, tmp_path / "one", TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1", PYTHONUTF8="1")
    copy_backwards(PROJECT, tmp_path / "elsewhere" / "ünïcode")
    second = build(
        tmp_path / "elsewhere" / "ünïcode", tmp_path / "two", TZ="Asia/Tokyo", LC_ALL="C.UTF-8", PYTHONHASHSEED="2"
    )
    assert first == second
    assert len(first) > 30


def test_a_locale_without_unicode_does_no_harm(tmp_path: Path) -> None:
    """Names and texts are UTF-8 whatever the system prefers."""
    plain = build(PROJECT, tmp_path / "plain", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert plain == build(PROJECT, tmp_path / "utf8", PYTHONUTF8="1")
