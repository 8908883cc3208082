"""The front door to resvg: a drawing in SVG becomes a picture of pixels, the same on every machine."""

from collections.abc import Iterable
from pathlib import Path

from resvg_py import svg_to_bytes


def png(svg: str, faces: Iterable[Path]) -> bytes:
    """A drawing as PNG, its text in these faces and none of the machine's. Raises `ValueError` where it is no SVG."""
    return svg_to_bytes(svg_string=svg, font_files=[str(path) for path in faces], skip_system_fonts=True)
