"""Raw articles in, a static chronology out. `build.py` tells the whole story."""

__version__ = "0.1.0"
