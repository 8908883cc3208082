"""The front door to rjsmin: scripts without comments and white space."""

from rjsmin import jsmin  # type: ignore[import-untyped] # it has no types


def small(script: str) -> str:
    """A script that does the same in fewer bytes."""
    return str(jsmin(script)) + "\n"
