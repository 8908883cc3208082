"""Measures the converter: `python tests/benchmarks/conversions.py [COUNT [FOLDER]]`, in a development environment.

Makes that many articles of 500 words from the paragraphs of the .txt files in a folder, by default from seeds/ and two
golden tests, converts them as `timeline convert` does, and prints how long it took.
"""

import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from generator.config import Project
from generator.convert.collection import seed_files
from generator.converting import convert_seeds

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "tests" / "golden" / "convert"
WORDS = 500


def articles(paths: list[Path]) -> Iterator[str]:
    """Articles without end, each of one language, no two alike."""
    chance = random.Random(1)  # noqa: S311 - the same articles every time
    while True:
        path = chance.choice(paths)
        paragraphs = path.read_text("utf-8").split("\n\n")[1:]
        text = f"date 2022-01-{chance.randint(1, 28):02}"
        while len(text.split()) < WORDS:
            text += f"\n\n{chance.choice(paragraphs)}"
        yield f"{text}\n\n{chance.random()}\n"


def main(count: int, folder: Path | None) -> None:
    """Print the figures."""
    paths = sorted((folder or ROOT / "seeds").glob("*.txt"))
    if folder is None:
        paths += [EXAMPLES / name / "seed.txt" for name in ("english-agency", "french-spaces")]
    with tempfile.TemporaryDirectory() as root:
        project = Project(Path(root).resolve())
        project.content.mkdir()
        project.seeds.mkdir()
        for name in ("site.yaml", "actors.yaml", "places.yaml"):
            (project.content / name).write_bytes((ROOT / "content" / name).read_bytes())
        for number, text in zip(range(count), articles(paths), strict=False):
            (project.seeds / f"{number:06}.txt").write_text(text, "utf-8")
        start, before = time.perf_counter(), os.times()
        silent = convert_seeds(project, seed_files(project), "2024-03-01", lambda _name, _length: lambda: None)
        outcomes = sum(1 for _ in silent)
        seconds, after = time.perf_counter() - start, os.times()
    spent = sum(after[:4]) - sum(before[:4])
    print(f"{outcomes} articles of {WORDS} words on {os.cpu_count()} cores: {seconds:.1f} s")  # noqa: T201 - the figures are what it is for
    print(f"{spent / count * 1000:.1f} ms of one core for each; 10,000 take {seconds / count * 10_000:.0f} s")  # noqa: T201 - as above
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - unknown to Windows

        peaks = [resource.getrusage(who).ru_maxrss // 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        print(f"at most {peaks[0]} MB in this process, {peaks[1]} MB in another")  # noqa: T201 - as above


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 2000, Path(sys.argv[2]) if sys.argv[2:] else None)
