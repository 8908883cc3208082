"""The line of a `requirements.txt` by which pip gets this program again, from where it came."""

import json
import re
import subprocess
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

_NAME = "dateline-timeline"
_SHORT_FORM = re.compile(r"(?:[\w.-]+@)?([\w.-]+):(?!//)/?(.+)")
"""How git writes an address that is reached by SSH: `git@example.org:somebody/timeline.git`."""


def requirement() -> str | None:
    """The line of a `requirements.txt`, None where nobody else could get this program by one."""
    try:
        found = distribution(_NAME)
    except PackageNotFoundError:
        return None
    return requirement_of(found.read_text("direct_url.json"), found.version)


def requirement_of(direct_url: str | None, version: str) -> str | None:
    """As `requirement`, from what pip noted of an installation (PEP 610); it notes nothing of one from an index."""
    if direct_url is None:
        return f"{_NAME}=={version}"
    noted = json.loads(direct_url)
    if "dir_info" in noted:
        folder = Path(url2pathname(urlsplit(noted["url"]).path))
        address, commit = _git(folder, "remote", "get-url", "origin"), _git(folder, "merge-base", "HEAD", "@{upstream}")
    else:
        address, commit = noted["url"], noted.get("vcs_info", {}).get("commit_id", "")
    public = _public(address)
    return f"{_NAME} @ git+{public}@{commit}" if public and commit else None


def _public(address: str) -> str | None:
    """The address of a repository as anybody may reach it, without names and passwords."""
    short = _SHORT_FORM.fullmatch(address)
    if short:
        return f"https://{short[1]}/{short[2]}"
    parts = urlsplit(address)
    if parts.scheme not in {"http", "https", "ssh"} or not parts.hostname:
        return None
    port = f":{parts.port}" if parts.port and parts.scheme != "ssh" else ""
    return f"https://{parts.hostname}{port}{parts.path}"


def _git(folder: Path, *words: str) -> str:
    """What git says of a clone, nothing where it cannot."""
    command = ["git", "-C", str(folder), *words]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - words of our own
    except OSError:
        return ""  # there is no git
    return done.stdout.strip() if done.returncode == 0 else ""
