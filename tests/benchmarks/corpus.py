"""The same made-up entries for several generators: `python tests/benchmarks/corpus.py COUNT FOLDER`.

Nothing but the count decides what is in them. An entry has about 500 words in seven paragraphs, a quotation and a list,
two to four actors of sixty, one place of thirty and one theme of twelve, and a day between 1990 and 2023.
"""

import random
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

PEERS = Path(__file__).with_name("peers")
SYLLABLES = "ba cor de fi gen lo ma nis o pra ri sol ta u ver xi".split()
ACTORS, PLACES, THEMES = (
    [f"{name}-{n:02}" for n in range(count)] for name, count in (("actor", 60), ("place", 30), ("theme", 12))
)
SETTINGS = """\
title: {en: A chronology}
description: {en: Made to be measured.}
base_url: https://timeline.example/
languages: [en]
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One event, in Markdown."""

    slug: str
    title: str
    date: str
    summary: str
    actors: list[str]
    place: str
    theme: str
    body: str


def entries(count: int) -> Iterator[Entry]:
    """Entries in the order of time."""
    chance = random.Random(count)  # noqa: S311 # the same every time
    for number in range(count):
        day = date(1990, 1, 1) + timedelta(days=number * 12_400 // count)
        title, summary = _words(chance, 6).capitalize(), _sentence(chance)
        actors = sorted(chance.sample(ACTORS, chance.randint(2, 4)))
        place, theme = chance.choice(PLACES), chance.choice(THEMES)
        yield Entry(f"entry-{number:06}", title, day.isoformat(), summary, actors, place, theme, _body(chance))


def write(count: int, folder: Path) -> None:
    """A project for each generator, in a folder of its name; what was there goes."""
    for name, (entry_folder, written) in _FORMS.items():
        root = folder / name
        shutil.rmtree(root, ignore_errors=True)
        if (PEERS / name).is_dir():
            shutil.copytree(PEERS / name, root)
        (root / entry_folder).mkdir(parents=True, exist_ok=True)
        for entry in entries(count):
            (root / entry_folder / f"{entry.slug}.md").write_text(written(entry), "utf-8")
    _write_gazetteer(folder / "timeline" / "content")


def _words(chance: random.Random, count: int) -> str:
    return " ".join("".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) for _ in range(count))


def _sentence(chance: random.Random) -> str:
    return f"{_words(chance, chance.randint(9, 17)).capitalize()}."


def _paragraph(chance: random.Random) -> str:
    """Five sentences; some have a mark of Markdown."""
    marked = (
        f"**{_words(chance, 2)}**",
        f"[{_words(chance, 2)}](https://example.org/{_words(chance, 1)})",
        _words(chance, 2),
    )
    return " ".join([*(_sentence(chance) for _ in range(5)), f"{chance.choice(marked)}."])


def _body(chance: random.Random) -> str:
    parts = [_paragraph(chance) for _ in range(7)]
    points = "\n".join(f"- {_sentence(chance)}" for _ in range(3))
    return "\n\n".join([*parts[:3], f"> {_sentence(chance)}", *parts[3:5], points, *parts[5:]]) + "\n"


def _timeline(entry: Entry) -> str:
    named = f"actors: [{', '.join(entry.actors)}]\nplaces: [{entry.place}]\nthemes: [{entry.theme}]\ntype: meeting\n"
    return f"---\ntitle: {entry.title}\ndate: {entry.date}\nsummary: {entry.summary}\n{named}---\n\n{entry.body}"


def _front_matter(entry: Entry) -> str:
    """As Hugo and Eleventy read it."""
    named = f"actors: [{', '.join(entry.actors)}]\nplaces: [{entry.place}]\nthemes: [{entry.theme}]\n"
    return f"---\ntitle: {entry.title}\ndate: {entry.date}\nsummary: {entry.summary}\n{named}---\n\n{entry.body}"


def _pelican(entry: Entry) -> str:
    head = f"Title: {entry.title}\nDate: {entry.date}\nSlug: {entry.slug}\nSummary: {entry.summary}\n"
    return f"{head}Category: {entry.theme}\nTags: {', '.join([*entry.actors, entry.place])}\n\n{entry.body}"


_FORMS: Mapping[str, tuple[str, Callable[[Entry], str]]] = {
    "timeline": ("content/entries", _timeline),
    "hugo": ("content/entries", _front_matter),
    "eleventy": ("content", _front_matter),
    "pelican": ("content", _pelican),
}


def _write_gazetteer(content: Path) -> None:
    places = (
        f"{id_}: {{name: {{en: {id_}}}, country: FR, lat: {40 + n / 3:.2f}, lon: {n}}}\n"
        for n, id_ in enumerate(PLACES)
    )
    (content / "site.yaml").write_text(SETTINGS)
    (content / "actors.yaml").write_text("".join(f"{id_}: {{kind: person, name: {{en: {id_}}}}}\n" for id_ in ACTORS))
    (content / "places.yaml").write_text("".join(places))
    (content / "themes.yaml").write_text("".join(f"{id_}: {{name: {{en: {id_}}}}}\n" for id_ in THEMES))


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
