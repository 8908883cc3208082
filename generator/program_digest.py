"""Tells this program from any other that may write different bytes."""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

LIBRARIES = tuple("babel cbor2 fonttools jinja2 markdown nh3 pagefind-bin pyyaml rcssmin resvg-py rjsmin".split())
"""Those that a build uses."""


@cache
def program_digest() -> str:
    """A digest of this package and of the libraries that shape what it writes."""
    package = Path(__file__).resolve().parent
    digest = hashlib.sha256("\0".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    for path in sorted(package.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
