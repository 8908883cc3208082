"""The pictures shown with links to the site: what is on them, how they are drawn, and which page shows which."""

import re
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import build, check_content, editions_of
from generator.chronology.arrange import arrange
from generator.config import BuildOptions, Project, shipped_layouts
from generator.errors import Code, ContentError, SettingsError, Severity
from generator.files import Deed
from generator.languages import open_languages
from generator.load.content import load
from generator.render.drawings import Poster, Stroke
from generator.render.plan import editions
from generator.render.planned import Planned
from generator.render.posters import poster_pages
from generator.render.raster import png

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

PERIODS = """\
- {id: talks, title: {fr: Les pourparlers, en: The talks}, from: 2021, to: 2021-06}
- {id: never, title: Jamais, from: 1800, to: 1801}
- {id: after, title: {fr: Après}, from: 2022-07-02}
"""
ENTRY = "---\ntitle: Titre\ndate: {date}\n{more}\n---\n"
PROJECT = {
    "content/periods.yaml": PERIODS,
    "content/sequences.yaml": "talks: {title: {fr: La navette}}\nnone: {title: Rien}\n",
    "content/entries/a.md": ENTRY.format(date="2021-01-01", more="sequence: {id: talks, step: 1}"),
    "content/entries/b.md": ENTRY.format(date="2021-01-02", more=""),
    "content/entries/c.md": ENTRY.format(date="2022", more="sequence: {id: talks, step: 2}"),
    "content/pages/method.md": "---\ntitle: Méthode\n---\n\nTexte.\n",
}
OF_THEIR_OWN = ("sequences/talks", "periods/talks", "periods/after")
POSTERS = ["pictures/site.png", "pictures/sequences/talks.png", "pictures/periods/after.png"]


def posters(root: Path) -> dict[str, Poster]:
    """The posters that are planned, by their addresses."""
    project = Project(root)
    content = load(project)
    languages = open_languages(content.site.languages, project.layouts)
    chronology = arrange(content.entries, content.gazetteer)
    pages = [
        page
        for edition in editions(content.site, content.gazetteer, chronology, (), languages)
        for page in poster_pages(edition)
    ]
    return {page.address: page.view for page in pages if isinstance(page.view, Poster)}


def drawn(root: Path) -> dict[str, bytes]:
    project = Project(root)
    return {output.path: output.draw() for output in Planned(project, editions_of(project, load(project))).outputs()}


def meta(html: bytes) -> dict[str, str]:
    """What a page says of itself where a link to it is shown."""
    return dict(re.findall(r'<meta (?:property|name)="((?:og|twitter):[\w:]+)" content="([^"]*)">', html.decode()))


def size(data: bytes) -> tuple[int, int]:
    """Width and height of a PNG (PNG, third edition, section 11.2.1)."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def test_the_site_and_each_sequence_and_period_with_entries_have_a_poster(write_site: WriteSite) -> None:
    """In every language; what has no page has none."""
    found = posters(write_site(PROJECT))
    of_one = ["site", "sequences/talks", "periods/talks", "periods/after"]
    assert [*found] == [f"{prefix}/pictures/{name}.png" for prefix in ("", "/en") for name in of_one]


def test_a_poster_shows_all_entries_and_among_them_its_own(write_site: WriteSite) -> None:
    """To scale; a date known to the year alone is as wide as the year."""
    found = posters(write_site(PROJECT))
    days, year = Stroke(0.0, 0.1), Stroke(50.0, 50.0)
    every = (days, Stroke(0.1, 0.1), year)
    site, sequence, period = (found[f"/pictures/{name}.png"] for name in ("site", "sequences/talks", "periods/talks"))
    assert site.entries == sequence.entries == period.entries == every
    assert site.own == every
    assert sequence.own == (days, year)
    assert period.own == every[:2]


def test_entries_at_one_place_share_a_stroke(write_site: WriteSite) -> None:
    """So that ten thousand cost no more than a thousand."""
    entries = {f"content/entries/{n}.md": ENTRY.format(date="2021-01-01", more="") for n in range(50)}
    poster = posters(write_site({**PROJECT, **entries}))["/pictures/site.png"]
    assert len(poster.entries) == 3


def test_a_poster_tells_its_dates_in_words(write_site: WriteSite) -> None:
    """The years of the site, no finer than its sources; the span of a period; from the first step of a sequence to the
    last; one date once."""
    root = write_site(PROJECT)
    found = posters(root)
    assert found["/pictures/site.png"].dates == ("2021", "2022")
    assert found["/pictures/periods/after.png"].dates == ("depuis le 2 juillet 2022",)
    assert found["/en/pictures/sequences/talks.png"].dates == ("1 January 2021 – 2022",)
    vague = {f"content/entries/{n}.md": ENTRY.format(date=date, more="") for n, date in enumerate(("19XX", "2023-05~"))}
    assert posters(write_site(vague))["/en/pictures/site.png"].dates == ("between 1900 and 1999", "around 2023")
    one_step = {"content/entries/c.md": ENTRY.format(date="2022", more="")}
    assert posters(write_site(one_step))["/pictures/sequences/talks.png"].dates == ("1er janvier 2021",)


def test_a_poster_says_where_its_time_lies(write_site: WriteSite) -> None:
    """In hundredths of the drawing; a period that is not over goes on to its edge."""
    found = posters(write_site(PROJECT))
    posters_of = {name: found[f"/pictures/{name}.png"] for name in ("site", *OF_THEIR_OWN)}
    spans = {name: (poster.left, poster.right) for name, poster in posters_of.items()}
    assert spans == {
        "site": (0, 100),
        "sequences/talks": (0.0, 100.0),
        "periods/talks": (0.0, 24.79),
        "periods/after": (74.93, 100.0),
    }


def test_a_site_without_entries_has_a_poster_too(write_site: WriteSite) -> None:
    """With its title."""
    files = drawn(write_site({}))
    assert size(files["pictures/site.png"]) == size(files["en/pictures/site.png"]) == (1200, 630)
    assert len([name for name in files if name.endswith(".png")]) == 2


def test_every_page_shows_a_picture_that_is_there(write_site: WriteSite) -> None:
    """A sequence and a period their own, all others that of the site, by a whole address and with its size."""
    files = drawn(write_site(PROJECT))
    own = {
        f"{prefix}{name}" for prefix in ("", "en/") for name in ("sequences/talks", "periods/talks", "periods/after")
    }
    pages = {name: meta(data) for name, data in files.items() if name.endswith(".html") and "embed/" not in name}
    for name, said in pages.items():
        prefix, page = re.match(r"(en/)?(.*?)(?:/?index)?(?:\.html)?$", name).groups("")  # type: ignore[union-attr]
        subject = page if prefix + page in own else "site"
        assert said["og:image"] == f"https://timeline.example/{prefix}pictures/{subject}.png", name
        picture = files[said["og:image"].removeprefix("https://timeline.example/")]
        assert size(picture) == (int(said["og:image:width"]), int(said["og:image:height"])) == (1200, 630)
        assert said["twitter:card"] == "summary_large_image"
    assert len(pages) > 20


def test_a_picture_is_told_in_words(write_site: WriteSite) -> None:
    """By the title that is written on it."""
    files = drawn(write_site(PROJECT))
    assert meta(files["en/periods/talks/index.html"])["og:image:alt"] == "The talks (the entries drawn to scale)"
    assert meta(files["method/index.html"])["og:image:alt"].startswith("Une chronologie (")


def test_what_an_author_writes_is_text_in_a_picture(write_site: WriteSite) -> None:
    """Not markup, however long."""
    title = '\'<b>&amp; "x" ' + "très " * 60 + "long'"
    periods = f"- {{id: talks, title: {title}, from: 2021}}\n"
    assert size(drawn(write_site({**PROJECT, "content/periods.yaml": periods}))["pictures/periods/talks.png"])


def test_another_process_draws_the_same_bytes() -> None:
    """Whatever fonts the machine has."""
    program = (
        "import sys, pathlib; from generator.render.raster import png;"
        "sys.stdout.buffer.write(png(sys.argv[1], [pathlib.Path(sys.argv[2])]))"
    )
    face = shipped_layouts() / "fonts" / "text.ttf"
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30">{}</svg>'
    text = svg.format('<text y="20" font-family="Dateline Serif Regular">Київ é</text>')
    command = [sys.executable, "-c", program, text, str(face)]
    first, second = (subprocess.run(command, capture_output=True, check=True).stdout for _ in range(2))
    assert first == second == png(text, [face])
    serif = svg.format('<text y="20" font-family="serif">Київ</text>')
    assert png(serif, []) == png(svg.format(""), [])


def test_an_unchanged_site_draws_no_picture_again(
    write_site: WriteSite, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its fingerprint says that it would come out the same."""
    project, options = Project(write_site(PROJECT)), BuildOptions(tmp_path / "site", "2023-06-01")
    build(project, options, lambda _stage, _length: lambda: None)
    monkeypatch.delattr("generator.render.draw.png")
    again = build(project, options, lambda _stage, _length: lambda: None)
    assert set(again.deeds.values()) == {Deed.UNCHANGED}


def prints(root: Path) -> dict[str, str]:
    outputs = Planned(Project(root), editions_of(Project(root), load(Project(root)))).outputs()
    return {output.path: output.fingerprint for output in outputs}


def test_a_picture_changes_with_what_it_shows_and_with_its_faces(write_site: WriteSite) -> None:
    """Not with the text of an entry; a face changes pictures alone."""
    root = write_site(PROJECT)
    before = prints(root)
    text = prints(write_site({"content/entries/a.md": PROJECT["content/entries/a.md"] + "\nTexte.\n"}))
    assert not [name for name in POSTERS if text[name] != before[name]]
    moved = prints(write_site({"content/entries/b.md": ENTRY.format(date="2021-03", more="")}))
    assert not [name for name in POSTERS if moved[name] == before[name]]
    write_site(PROJECT)
    (root / "layouts" / "fonts").mkdir(parents=True)
    shutil.copy(shipped_layouts() / "fonts" / "text.ttf", root / "layouts" / "fonts" / "display.ttf")
    after = prints(root)
    assert {name for name in before if before[name] != after[name]} == {name for name in before if ".png" in name}


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("<svg", "layouts/templates/pictures/poster.svg draws no SVG: "),
        ("{{ face('other.ttf').family }}", "layouts/templates/pictures/poster.svg, line 1: there is no face other.ttf"),
    ],
)
def test_a_fault_in_the_template_of_the_pictures_is_named(template: str, said: str, write_site: WriteSite) -> None:
    """As in any other."""
    with pytest.raises(SettingsError) as fault:
        drawn(write_site({**PROJECT, "layouts/templates/pictures/poster.svg": template}))
    assert str(fault.value).startswith(said)


def test_a_title_with_letters_that_no_font_has_is_named_by_check_and_by_a_build(write_site: WriteSite) -> None:
    """With the letters, once for all languages."""
    periods = "- {id: pax, title: {fr: La paix, en: 和平}, from: 2021}\n"
    root = write_site({**PROJECT, "content/periods.yaml": periods})
    expected = (
        Code.UNDRAWN_LETTERS,
        "content/periods.yaml",
        "the picture of “和平” shows boxes in place of: 和 平",
        Severity.WARNING,
    )
    options = BuildOptions(root / "site", "2022-01-12", search=False)
    built = build(Project(root), options, lambda _name, _length: lambda: None)
    for warnings in (built.warnings, check_content(Project(root), lambda _name, _length: lambda: None).warnings):
        found = [one for one in warnings if one.code is Code.UNDRAWN_LETTERS]
        assert [(one.code, one.path, one.message, one.severity) for one in found] == [expected]
    with pytest.raises(ContentError, match="1 problem"):
        build(Project(root), replace(options, strict=True), lambda _name, _length: lambda: None)
