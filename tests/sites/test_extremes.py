"""What lies at the ends of the earth and of time is drawn like all else: on pages, in feeds, data and maps."""

from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from generator.build import editions_of
from generator.config import Project
from generator.load.content import load
from generator.render.planned import Planned

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

PLACES = {
    "north": (90, 180),
    "south": (-90, -180),
    "nowhere": (0, 0),
    "minus-nowhere": ("-0.0", "-0.0"),
    "east": (10, 179.9),
    "west": (10, -179.9),
}
DATES = """0001 9999 0000 -0044 -9999 -0044-03-15 0001-01-01 9999-12-31 0000-02-29 Y10000000 Y-170000002 Y999999999999
../0001 9999/.. -0044/0014 Y-170000002/9999 000X 00XX 999X 0001-01-01T00:00:00+14:00 9999-12-31T23:59:59""".split()
GAZETTEER = {
    "content/places.yaml": "".join(
        f"{id_}: {{name: {{fr: {id_}}}, lat: {lat}, lon: {lon}}}\n" for id_, (lat, lon) in PLACES.items()
    ),
    "content/sequences.yaml": "around: {title: {fr: Autour}}\nacross: {title: {fr: À travers}}\n",
    "content/periods.yaml": "- {id: old, title: {fr: Jadis}, from: Y-170000002, to: 0001}\n"
    "- {id: late, title: {fr: Un jour}, from: 9999}\n",
}


def entry(number: int, date: str) -> str:
    """An entry at two places, each the next of those of the entry before."""
    first, second = (list(PLACES)[(number + more) % len(PLACES)] for more in (0, 3))
    return (
        f"---\ntitle: Titre {number}\ndate: {date}\nplaces: [{first}, {second}]\n"
        f"sequence: {{id: {'around' if number % 2 else 'across'}, step: {number + 1}}}\n"
        f"published: {'0001-01-01' if number % 2 else '9999-12-31'}\nupdated: 9999-12-31\n---\n\nTexte.\n"
    )


def test_the_ends_of_the_earth_and_of_time_are_drawn(write_site: WriteSite) -> None:
    """A route crosses the antimeridian and comes from pole to pole; a year lies before the mammals."""
    entries = {f"content/entries/e{number}.md": entry(number, date) for number, date in enumerate(DATES)}
    project = Project(write_site({**GAZETTEER, **entries}))
    drawn = {output.path: output.draw() for output in Planned(project, editions_of(project, load(project))).outputs()}
    assert all(drawn.values())
    assert {"-44/index.html", "-0044/index.html"} & drawn.keys()
    assert all(f"entries/e{number}/index.html" in drawn for number in range(len(DATES)))
    for name in ("feed.xml", "sitemap.xml"):
        ET.fromstring(drawn[name])  # noqa: S314 - our own file
    pages = (data for path, data in drawn.items() if path.endswith(".html"))
    assert not any(b' d="' in page and (b"nan" in page or b"inf," in page) for page in pages)
