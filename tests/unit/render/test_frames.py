"""What a frame shows of an entry, of a list and of a sequence, and how much of it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import html5lib  # type: ignore[import-untyped]

from generator.build import editions_of
from generator.config import Project
from generator.load.content import load
from generator.render.planned import Planned

WriteSite = Callable[[Mapping[str, str | bytes]], Path]
Element = Any
ENTRY = "---\ntitle: Titre {n}\ndate: {date}\n---\n\nTexte {n}.\n"
LONG = "Un mot et encore un. " * 60


def frame(root: Path, name: str) -> Element:
    """The frame of one thing, without the marks that doubtful text gets."""
    project = Project(root)
    outputs = Planned(project, editions_of(project, load(project))).outputs()
    drawn = next(output.draw() for output in outputs if output.path == f"embed/{name}/index.html")
    return html5lib.parse(drawn.decode(), namespaceHTMLElements=False)


def words(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())


def items(page: Element) -> list[Element]:
    return [item for item in page.iter("li") if item.get("data-precision")]


def note(page: Element) -> Element:
    return next(each for each in page.iter("p") if each.get("data-more") is not None)


def test_a_list_holds_the_latest_500_entries_and_says_so(write_site: WriteSite) -> None:
    """The timeline holds the years, a year its entries: what is left out is the oldest."""
    dates = [f"{2000 + n // 252}-{n // 21 % 12 + 1:02}-{n % 21 + 1:02}" for n in range(504)]
    root = write_site({f"content/entries/{n}.md": ENTRY.format(n=n, date=date) for n, date in enumerate(dates)})
    page = frame(root, "timeline")
    assert [item.get("data-first") for item in items(page)] == dates[4:]
    assert note(page).get("hidden") is None
    assert words(note(page)) == "Les 500 dernières entrées sur 504. Toutes sur le site"
    whole = frame(root, "years/2001")
    assert len(items(whole)) == 252
    assert note(whole).get("hidden") is not None


def test_a_list_knows_the_first_and_the_last_day_of_each_date(write_site: WriteSite) -> None:
    """By them a script narrows it. An end that is open has none."""
    dates = ["-0043-03-15", "2001", "2001-21", "2001-02-10/2002-03", "2002-05/..", "../2003-01-02"]
    root = write_site({f"content/entries/{n}.md": ENTRY.format(n=n, date=f"'{date}'") for n, date in enumerate(dates)})
    found = {(item.get("data-first"), item.get("data-last")) for item in items(frame(root, "timeline"))}
    assert found == {
        ("-0043-03-15", "-0043-03-15"),
        ("2001-01-01", "2001-12-31"),
        ("2001-03-01", "2001-05-31"),
        ("2001-02-10", "2002-03-31"),
        ("2002-05-01", None),
        (None, "2003-01-02"),
    }


def test_a_long_text_is_folded_below_its_summary(write_site: WriteSite) -> None:
    """A short one, and one that has no summary, is open."""
    head = "---\ntitle: Titre\ndate: 2001\nsummary: Le résumé.\n---\n\n"
    root = write_site(
        {
            "content/entries/long.md": head + LONG,
            "content/entries/short.md": f"{head}Texte.\n",
            "content/entries/bare.md": head.replace("summary: Le résumé.\n", "") + LONG,
        }
    )
    folded = frame(root, "entries/long")
    (details,) = folded.iter("details")
    assert words(details).startswith("Lire le texte Un mot")
    assert "Le résumé." in words(folded)
    assert not [*frame(root, "entries/short").iter("details")]
    assert not [*frame(root, "entries/bare").iter("details")]


def test_every_link_leaves_the_frame_but_those_within_its_text(write_site: WriteSite) -> None:
    note = "---\ntitle: Titre\ndate: 2001\n---\n\nTexte[^1], [b](b.md).\n\n[^1]: Note.\n"
    page = frame(
        write_site({"content/entries/a.md": note, "content/entries/b.md": ENTRY.format(n=2, date=2002)}), "entries/a"
    )
    (base,) = page.iter("base")
    assert base.get("target") == "_top"
    targets = {link.get("href"): link.get("target") for link in page.iter("a")}
    assert targets.pop("#text-fn:1") == targets.pop("#text-fnref:1") == "_self"
    assert "../../../entries/b/index.html" in targets
    assert {*targets.values()} == {None}
