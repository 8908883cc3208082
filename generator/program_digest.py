"""Tells this program from any other that may write different bytes."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = ("babel", "fonttools", "jinja2", "markdown", "nh3", "resvg-py", "rjsmin")


@cache
def program_digest() -> str:
    """A digest of this package and of the libraries that shape what it writes."""
    package = Path(__file__).resolve().parent
    digest = hashlib.sha256("\0".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    for path in sorted(package.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
