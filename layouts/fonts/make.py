"""Cuts the faces of this folder out of Source Serif 4: `python make.py FOLDER`, the unpacked npm package.

A face keeps the letters of Latin and Cyrillic, and gets a name of its own: the licence reserves that of the original.
"""

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Dateline Serif"
FACES = {"display.ttf": ("600SemiBold", "SemiBold"), "text.ttf": ("400Regular", "Regular")}
LETTERS = (
    range(0x20, 0x7F),  # Basic Latin
    range(0xA0, 0x250),  # Latin-1, Latin Extended-A and -B
    range(0x2B9, 0x2BD),  # apostrophes that are letters
    range(0x300, 0x345),  # accents
    range(0x400, 0x530),  # Cyrillic and its supplement
    range(0x1E00, 0x1F00),  # Latin Extended Additional
    range(0x2000, 0x2070),  # spaces, dashes, quotation marks
    (0x20AC, 0x20BD, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212),
)
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "liga"]


def cut(source: Path, style: str) -> TTFont:
    """The face with our letters alone, and under our name."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options(layout_features=FEATURES, hinting=False, name_IDs=[0, 1, 2, 4, 5, 6, 13, 14], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for letters in LETTERS for code in letters])
    subsetter.subset(font)
    for number, name in {1: f"{FAMILY} {style}", 4: f"{FAMILY} {style}", 6: f"DatelineSerif-{style}"}.items():
        font["name"].setName(name, number, 3, 1, 0x409)
    return font


if __name__ == "__main__":
    for file, (weight, style) in FACES.items():
        cut(Path(sys.argv[1]) / weight / f"SourceSerif4_{weight}.ttf", style).save(Path(__file__).parent / file)
