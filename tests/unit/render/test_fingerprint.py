"""A fingerprint changes with all that decides what a page says, and with nothing else."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.build import editions_of
from generator.config import Project, shipped_layouts
from generator.load.content import load
from generator.render.planned import Planned

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
Changed = Callable[[Mapping[str, str | bytes]], set[str]]

DATA = ("data/entries.json", "data/entries.csv", "data/timeline.json", "data/timeline.csv")
ENTRY = "---\ntitle: {title}\ndate: 20{number:02}-01-10\n---\n\n{title}.\n"
CONTENT = {
    **{f"content/entries/{n}.md": ENTRY.format(title=f"Titre {n}", number=n) for n in range(10, 20)},
    "content/pages/method.md": "---\ntitle: Méthode\n---\n\nTexte.\n",
}


def prints(root: Path, base_url: str | None = None) -> dict[str, str]:
    """The fingerprints of the pages, by file."""
    project = Project(root)
    outputs = Planned(project, editions_of(project, load(project), base_url)).outputs()
    return {output.path: output.fingerprint for output in outputs if not output.path.startswith("assets/")}


@pytest.fixture
def changed(write_site: WriteSite) -> Changed:
    """Tells which pages have another fingerprint once files of the project change."""

    def compare(files: Mapping[str, str | bytes]) -> set[str]:
        before = prints(write_site(CONTENT))
        after = prints(write_site(files))
        assert before.keys() == after.keys()
        return {name for name in before if before[name] != after[name]}

    return compare


def with_comment(name: str) -> dict[str, str | bytes]:
    """A copy of a shipped file in the project’s own layouts, with one line more; comments in styles change nothing."""
    comments = {".css": "p { margin: 0 }", ".svg": "<!-- -->", ".po": "# "}
    source = shipped_layouts() / name
    return {f"layouts/{name}": source.read_text("utf-8") + comments.get(source.suffix, "{# #}") + "\n"}


def pages(name: str) -> set[str]:
    """A page in both languages."""
    return {name, f"en/{name}"}


def test_a_fingerprint_is_the_same_where_nothing_changed(changed: Changed) -> None:
    """Also to another run, and where files of the layouts are copied as they are."""
    names = ("templates/base.html", "templates/pages/entry.html", "i18n/fr.po", "assets/css/base.css")
    assert not changed({f"layouts/{name}": (shipped_layouts() / name).read_bytes() for name in names})


def test_an_entry_changes_the_pages_that_show_it(changed: Changed) -> None:
    """A body its own page and the data; a title its neighbours, the lists, the overview and the citations too; and what
    is embedded of them."""
    body = {"content/entries/13.md": ENTRY.format(title="Titre 13", number=13) + "Plus.\n"}
    title = {"content/entries/13.md": ENTRY.format(title="Autre", number=13)}
    data = {name for kind in DATA for name in pages(kind)}
    lists = ("timeline", "years/2013", "types/other")
    with_texts = data - pages("data/entries.csv")
    assert changed(body) == {*pages("entries/13/index.html"), *pages("embed/entries/13/index.html"), *with_texts}
    assert changed(title) == {
        *pages("index.html"),
        *pages("2013/index.html"),
        *pages("timeline/index.html"),
        *pages("types/other/index.html"),
        *pages("timeline.ics"),
        *(name for each in lists for name in pages(f"embed/{each}/index.html")),
        *(name for each in lists for form in ("json", "xml") for name in pages(f"oembed/{each}.{form}")),
        *pages("embed/entries/13/index.html"),
        *(name for form in ("json", "xml") for name in pages(f"oembed/entries/13.{form}")),
        *data,
        *pages("data/index.html"),
        *pages("data/citations.json"),
        *pages("data/citations.bib"),
        *(name for number in (12, 13, 14) for name in pages(f"entries/{number}/index.html")),
    }


def test_a_list_of_topics_changes_with_their_first_and_last_dates_and_their_counts(
    changed: Changed, write_site: WriteSite
) -> None:
    index = pages("types/index.html")
    meetings = {
        f"content/entries/m{n}.md": f"---\ntitle: M\ndate: {n}\ntype: meeting\n---\n" for n in (2013, 2014, 2015)
    }
    write_site(meetings)

    def on_the_next_day(number: int) -> dict[str, str | bytes]:
        text = ENTRY.format(title=f"Titre {number}", number=number)
        return {f"content/entries/{number}.md": text.replace("-01-10", "-01-11")}

    assert index <= changed(on_the_next_day(10))
    assert not index & changed(on_the_next_day(13))
    assert index <= changed(on_the_next_day(19))
    name, text = "content/entries/m2014.md", meetings["content/entries/m2014.md"]
    assert index <= changed({name: text.replace("meeting", "other")})


def test_a_list_of_topics_changes_where_a_date_is_no_longer_inferred(changed: Changed, write_site: WriteSite) -> None:
    """Though the day is the same."""
    article = "---\ntitle: Article\ntype: article\ndate: {date}\n{events}---\n"
    events = "events: [{said: mardi, what: Hier., place: p, day: 0, date: 2021-11, status: happened}]\n"
    write_site(
        {
            "content/places.yaml": "p: {name: Amont}\n",
            "content/entries/event.md": "---\ntitle: Fait\ndate: 2021-11-09\nplaces: [p]\n---\n",
            "content/entries/article.md": article.format(date="2021-11", events=events),
        }
    )
    assert pages("types/index.html") <= changed(
        {"content/entries/article.md": article.format(date="2021-11-09", events=events)}
    )


def test_a_page_changes_with_its_own_template(changed: Changed) -> None:
    """And not with that of another."""
    years = {name for year in range(2010, 2020) for name in pages(f"{year}/index.html")}
    assert changed(with_comment("templates/pages/year.html")) == years
    assert changed(with_comment("templates/machine/robots.txt")) == {"robots.txt"}
    assert changed(with_comment("templates/feeds/atom.xml")) == pages("feed.xml")


@pytest.mark.parametrize(
    "name", ["base.html", "_partials/head.html", "_partials/masthead.html", "_partials/colophon.html"]
)
def test_a_page_changes_with_what_its_template_extends_and_includes(name: str, changed: Changed) -> None:
    """Every page for readers, no file for programs."""
    after = changed(with_comment(f"templates/{name}"))
    assert all(page.endswith(".html") for page in after)
    assert {"404.html", "index.html", "en/entries/13/index.html", "method/index.html"} <= after


def test_a_page_changes_with_any_template_where_its_own_takes_a_name_from_the_page(
    changed: Changed, write_site: WriteSite
) -> None:
    """Which it includes is known only as it is drawn."""
    source = (shipped_layouts() / "templates/pages/prose.html").read_text("utf-8")
    write_site({"layouts/templates/pages/prose.html": source + "{% include own ~ '.html' %}"})
    assert changed({"layouts/templates/fr.html": "{# new #}"}) == pages("method/index.html")


def test_a_page_changes_when_a_template_comes_that_it_would_include(changed: Changed, write_site: WriteSite) -> None:
    """Until then it does without."""
    source = (shipped_layouts() / "templates/pages/prose.html").read_text("utf-8")
    write_site({"layouts/templates/pages/prose.html": source + "{% include 'own.html' ignore missing %}"})
    assert changed({"layouts/templates/own.html": "{# new #}"}) == pages("method/index.html")


def test_a_stray_file_among_the_templates_does_no_harm(changed: Changed, write_site: WriteSite) -> None:
    """Hidden ones change nothing, others need not be text."""
    own = "{% extends view.shell.lang ~ '.html' %}"
    files = {"pages/prose.html": own, "fr.html": "fr", "en.html": "en"}
    write_site({f"layouts/templates/{name}": text for name, text in files.items()})
    write_site({"layouts/templates/x.bin": b"\xff"})
    assert not changed({"layouts/templates/.DS_Store": b"\xff", "layouts/templates/.cache/a.html": "a"})


def test_a_page_changes_with_the_macros_it_imports(changed: Changed) -> None:
    """Those of a macro's macros too."""
    after = changed(with_comment("templates/_macros/time.html"))
    assert {*pages("entries/13/index.html"), *pages("2013/index.html"), *pages("index.html")} < after
    assert not {*pages("method/index.html"), "404.html", "robots.txt"} & after


def test_a_page_changes_with_the_words_of_its_language(changed: Changed) -> None:
    """And not with those of another."""
    after = changed(with_comment("i18n/fr.po"))
    assert "index.html" in after
    assert not [name for name in after if name.startswith("en/")]


@pytest.mark.parametrize("name", ["assets/css/entry.css", "assets/img/icon.svg"])
def test_a_page_changes_with_the_name_of_an_asset(name: str, changed: Changed) -> None:
    """Since it links to it."""
    assert {"index.html", "404.html", "en/entries/13/index.html"} < changed(with_comment(name))


def test_a_page_changes_with_the_address_of_the_site(write_site: WriteSite) -> None:
    """Canonical links, feeds and the sitemap name it."""
    root = write_site(CONTENT)
    one, other = prints(root, "https://a.example/"), prints(root, "https://b.example/")
    assert not {name for name in one if one[name] == other[name]}


def test_a_page_changes_with_this_program(write_site: WriteSite, monkeypatch: pytest.MonkeyPatch) -> None:
    """A newer generator draws everything anew."""
    root = write_site(CONTENT)
    before = prints(root)
    monkeypatch.setattr("generator.render.draw.program_digest", lambda: "a newer one")
    assert not {name for name, fingerprint in prints(root).items() if before[name] == fingerprint}


def test_no_two_pages_share_a_fingerprint(write_site: WriteSite) -> None:
    """Each page is its own."""
    fingerprints = [*prints(write_site(CONTENT)).values()]
    assert len(set(fingerprints)) == len(fingerprints)


def test_a_page_changes_with_what_stands_within_it(changed: Changed) -> None:
    """A style or script of frames; the same file again changes nothing."""
    script = (shipped_layouts() / "inline" / "frame.js").read_bytes()
    assert not changed({"layouts/inline/frame.js": script})
    assert pages("embed/timeline/index.html") <= changed({"layouts/inline/frame.js": script + b"let more;\n"})


def test_a_page_changes_with_the_land_of_the_maps(changed: Changed) -> None:
    """All do: any of them may show some of it."""
    land = (shipped_layouts() / "map" / "land.json").read_bytes()
    assert not changed({"layouts/map/land.json": land})
    assert pages("entries/13/index.html") <= changed({"layouts/map/land.json": land + b"\n"})


REPORT = """\
---
title: Une rencontre
date: {date}
type: article
actors: [ada, bo]
themes: [{themes}]
events: [{{said: mercredi, what: Une rencontre., day: 0, date: 2022-01-12}}]
---
"""
ONE_EVENT: dict[str, str | bytes] = {
    "content/actors.yaml": "ada: {kind: person, name: Ada}\nbo: {kind: person, name: Bo}\n"
    "cy: {kind: person, name: Cy}\n",
    "content/themes.yaml": "arms: {name: Armes}\n",
    "content/entries/first.md": ENTRY.format(title="Avant\nactors: [cy]", number=0),
    "content/entries/between.md": ENTRY.format(title="Entre", number=23),
    "content/entries/last.md": ENTRY.format(title="Après", number=30),
    "content/entries/meeting.md": REPORT.format(date="2022-01-12", themes="arms"),
    **{f"content/entries/report{n}.md": REPORT.format(date="2023", themes="") for n in (1, 2)},
}


@pytest.mark.parametrize(
    ("page", "name", "other"),
    [
        ("actors/ada", "between", ENTRY.format(title="Entre", number=24)),
        ("actors/cy", "last", ENTRY.format(title="Après", number=40)),
        ("themes/arms", "report1", REPORT.format(date="2023", themes="").replace("[ada, bo]", "[ada]")),
    ],
    ids=["whether the year of a report has a page", "the scale", "how many report an event"],
)
def test_a_topic_changes_with_what_it_shows_of_the_rest(
    page: str, name: str, other: str, write_site: WriteSite
) -> None:
    """Though its own entries are the same."""
    before = prints(write_site(ONE_EVENT))
    after = prints(write_site({f"content/entries/{name}.md": other}))
    assert before[f"{page}/index.html"] != after[f"{page}/index.html"]
