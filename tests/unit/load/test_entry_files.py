"""The files below `content/` as a whole: which are read, what their names may be, what they share and refer to."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.chronology.arrange import arrange
from generator.config import Project
from generator.errors import ContentError, Problem
from generator.load.content import Content, load

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

ENTRY = "---\ntitle: Un\ndate: 2022\n---\nUn.\n"
TRANSLATION = PAGE = "---\ntitle: Un\n---\nUn.\n"
ADDRESSES_OF_THE_SITE = sorted(
    """2022 en fr actors assets data embed entries media oembed periods pictures places search sequences themes
    timeline""".split()
)
PICTURES: dict[str, str | bytes] = {"images/a.png": b"a", "images/b/c d.png": b"b"}


def aliases(written: str) -> str:
    """An entry with old addresses, on line 4."""
    return f"---\ntitle: Un\ndate: 2022\naliases: {written}\n---\n"


def picture(src: str) -> str:
    """An entry with a picture, on line 4."""
    return f"---\ntitle: Un\ndate: 2022\nmedia: [{{src: {src}, alt: Un}}]\n---\n"


def site(languages: str) -> str:
    """Settings with these languages, on line 4."""
    return f"title: Un\ndescription: Un\nbase_url: https://timeline.example/\nlanguages: {languages}\n"


# By rule: files below content/, none of them with a fault.
SOUND: dict[str, dict[str, str | bytes]] = {
    "entries lie in any depth of folders": {"entries/a.md": ENTRY, "entries/2022/01/b.md": ENTRY},
    "hidden files and folders are passed by": {"entries/.a.jpg": "x", "entries/.git/b.md": "x", "pages/.c": "x"},
    "an entry and a page may have one name": {"entries/a.md": ENTRY, "pages/a.md": PAGE},
    "pages have any name that the site leaves them": {"pages/about.md": PAGE, "pages/about.en.md": PAGE},
    "an old address is free": {"entries/a.md": aliases("[b, été]"), "entries/c.md": aliases("[d]")},
    "pictures lie anywhere below content": {
        **PICTURES,
        "entries/a.md": picture("images/a.png"),
        "entries/b.md": picture("images/b/c d.png"),
    },
}

# By rule: files below content/, and what is reported.
REFUSED: dict[str, tuple[dict[str, str | bytes], list[str]]] = {
    "a file is no folder": (
        {"entries": "x", "pages": "x"},
        ["entries:1:1 error unreadable", "pages:1:1 error unreadable"],
    ),
    "two folders do not make two addresses": (
        {"entries/x/a.md": ENTRY, "entries/y/a.md": ENTRY},
        ["entries/y/a.md:1:1 error duplicate-slug"],
    ),
    "capital letters do not make another address": (
        {"entries/A.md": ENTRY, "entries/b/a.md": ENTRY, "entries/c/a.en.md": TRANSLATION},
        ["entries/b/a.md:1:1 error duplicate-slug", "entries/c/a.en.md:1:1 error duplicate-slug"],
    ),
    "one language is told once": (
        {"entries/a.md": ENTRY, "entries/a.fr.md": ENTRY},
        ["entries/a.fr.md:1:1 error duplicate-slug"],
    ),
    "a file name is fit for an address": (
        {"entries/a b.md": ENTRY, "entries/c d.en.md": ENTRY, "pages/e f.md": PAGE},
        [f"{name}:1:1 error invalid-slug" for name in ("entries/a b.md", "entries/c d.en.md", "pages/e f.md")],
    ),
    "a file that is not read is named": (
        {"entries/a.txt": "x", "entries/b.MD": "x", "pages/c.html": "x", "place.yaml": "", "site.yml": ""},
        [
            f"{name}:1:1 warning unused-file"
            for name in ("entries/a.txt", "entries/b.MD", "pages/c.html", "place.yaml", "site.yml")
        ],
    ),
    "a page leaves the site its own addresses": (
        {f"pages/{name}.md": PAGE for name in ADDRESSES_OF_THE_SITE},
        [f"pages/{name}.md:1:1 error path-clash" for name in ADDRESSES_OF_THE_SITE],
    ),
    "a page has no date": (
        {"pages/a.md": ENTRY},
        ["pages/a.md:3:1 error unknown-key"],
    ),
    "an old address is not that of an entry": (
        {"entries/a.md": aliases("[b]"), "entries/b.md": ENTRY},
        ["entries/a.md:4:1 error alias-taken"],
    ),
    "an old address is not that of its own entry": (
        {"entries/a.md": aliases("[a]")},
        ["entries/a.md:4:1 error alias-taken"],
    ),
    "an old address is of one entry": (
        {"entries/a.md": aliases("[c]"), "entries/b.md": aliases("[d, c]")},
        ["entries/b.md:4:1 error alias-taken"],
    ),
    "an old address is fit for an address": (
        {"entries/a.md": aliases("[x/y]")},
        ["entries/a.md:4:1 error invalid-slug"],
    ),
    "a picture is there": (
        {**PICTURES, "entries/a.md": picture("images/none.png")},
        ["entries/a.md:4:1 error missing-file"],
    ),
    "a picture is a file": ({**PICTURES, "entries/a.md": picture("images")}, ["entries/a.md:4:1 error missing-file"]),
    "a picture is a kind that browsers show": (
        {
            "images/a.PDF": b"a",
            "images/b.JPG": b"b",
            "entries/a.md": picture("images/a.PDF"),
            "entries/b.md": picture("images/b.JPG"),
        },
        ["entries/a.md:4:1 error invalid-value"],
    ),
    "pictures are told apart by more than case": (
        {
            "images/a.png": b"a",
            "images/A.png": b"b",
            "entries/a.md": picture("images/a.png"),
            "entries/b.md": picture("images/A.png"),
        },
        ["entries/b.md:4:1 error path-clash"],
    ),
    "a text does not change before it appears": (
        {"entries/a.md": aliases("[]\npublished: 2022-01-02\nupdated: 2022-01-01")},
        ["entries/a.md:6:1 error invalid-date"],
    ),
    "a picture is not on the web": (
        {"entries/a.md": picture("'https://example.org/a.png'")},
        ["entries/a.md:4:1 error missing-file"],
    ),
    "a picture lies within content": (
        {"../secret.png": b"a", "entries/a.md": picture("../secret.png"), "entries/b.md": picture("/etc/hosts")},
        ["entries/a.md:4:1 error missing-file", "entries/b.md:4:1 error missing-file"],
    ),
    "also the picture of a draft and of a translation is there": (
        {
            "entries/a.md": ENTRY,
            "entries/a.en.md": "---\ntitle: One\nmedia: [{src: a.png, alt: One}]\n---\n",
            "entries/b.md": "---\ntitle: Un\ndraft: true\nmedia: [{src: a.png, alt: One}]\n---\n",
        },
        ["entries/a.en.md:3:1 error missing-file", "entries/b.md:4:1 error missing-file"],
    ),
    "a picture is named without a way around": (
        {**PICTURES, "entries/a.md": picture("../content/images/a.png")},
        ["entries/a.md:4:1 error missing-file"],
    ),
    "a picture has a name that a file can have": (
        {"entries/a.md": picture("x" * 5000), "entries/b.md": picture("x" * 300)},
        ["entries/a.md:4:1 error missing-file", "entries/b.md:4:1 error missing-file"],
    ),
    "old addresses that differ in case alone are one": (
        {"entries/a.md": aliases("[C]"), "entries/b.md": aliases("[c]")},
        ["entries/b.md:4:1 error alias-taken"],
    ),
    "a page leaves the site the names of its files": (
        {"pages/feed.xml.md": PAGE},
        ["pages/feed.xml.md:1:1 error path-clash"],
    ),
    "a page leaves the site its own addresses also in capital letters": (
        {"pages/Timeline.md": PAGE},
        ["pages/Timeline.md:1:1 error path-clash"],
    ),
    "a fault of the settings is not held against translations": (
        {
            "site.yaml": "languages: [fr, pl, en]",
            "entries/a.md": ENTRY,
            "entries/a.pl.md": PAGE,
            "entries/a.en.md": PAGE,
        },
        ["site.yaml:1:1 error missing-field"] * 3 + ["site.yaml:1:12 warning missing-catalog"],
    ),
    "nor is one of the languages themselves": (
        {"site.yaml": site("[FR, en]"), "entries/a.md": ENTRY, "entries/a.fr.md": PAGE, "entries/a.en.md": PAGE},
        ["site.yaml:4:13 error unknown-language"],
    ),
    "nor is a file of settings that cannot be read": (
        {"site.yaml": "languages: [fr", "entries/a.md": ENTRY, "entries/a.en.md": PAGE},
        ["site.yaml:1:12 error yaml"],
    ),
    "a language at the end of a name is written in its own way": (
        {"entries/a.md": ENTRY, "entries/a.EN.md": PAGE},
        ["entries/a.EN.md:1:1 error unknown-language"],
    ),
    "a language that the interface does not speak is named once": (
        {"site.yaml": site("[fr-CA, en-GB, pl]"), "entries/a.pl.md": ENTRY},
        ["site.yaml:4:12 warning missing-catalog"],
    ),
}


def loaded(write_site: WriteSite, files: Mapping[str, str | bytes]) -> Content:
    """A site with these files below content/."""
    return load(Project(write_site({f"content/{name}": data for name, data in files.items()})))


def found(write_site: WriteSite, files: Mapping[str, str | bytes]) -> list[str]:
    """What is reported of these files, in short."""
    problems: tuple[Problem, ...]
    try:
        problems = loaded(write_site, files).warnings
    except ContentError as error:
        problems = error.problems
    places = [(p.path.removeprefix("content/"), p.position, f"{p.severity} {p.code}") for p in problems]
    return [f"{path}:{position.line}:{position.column} {fault}" for path, position, fault in places]


@pytest.mark.parametrize("files", SOUND.values(), ids=SOUND)
def test_sound_files_are_read_without_a_word(files: dict[str, str | bytes], write_site: WriteSite) -> None:
    content = loaded(write_site, files)
    assert not content.warnings
    told = [entry.texts for entry in content.entries] + [page.texts for page in content.prose]
    shown = {name for name in files if name.endswith(".md") and "/." not in name}
    assert {text.path for texts in told for text in texts.values()} == {f"content/{name}" for name in shown}


@pytest.mark.parametrize(
    ("files", "reported"),
    [pytest.param(*row, id=rule) for rule, row in REFUSED.items()],
)
def test_a_fault_is_reported_where_it_stands(
    files: dict[str, str | bytes], reported: list[str], write_site: WriteSite
) -> None:
    assert found(write_site, files) == reported


@pytest.mark.skipif(os.name == "nt", reason="Windows makes links for administrators alone")
def test_content_may_be_a_link_and_a_folder_of_entries_may_not(write_site: WriteSite) -> None:
    root = write_site({"content/entries/a.md": picture("images/a.png"), "content/images/a.png": b"a"})
    (root / "content").rename(root / "elsewhere")
    (root / "content").symlink_to(root / "elsewhere")
    assert [entry.slug for entry in load(Project(root)).entries] == ["a"]
    (root / "more").mkdir()
    (root / "elsewhere" / "entries" / "b").symlink_to(root / "more")
    with pytest.raises(ContentError) as error:
        load(Project(root))
    assert [(p.path, p.code) for p in error.value.problems] == [("content/entries/b", "unreadable")]


@pytest.mark.skipif(os.name == "nt", reason="as above")
def test_a_link_to_another_file_is_named_and_not_read(write_site: WriteSite, tmp_path: Path) -> None:
    """Nothing of that file is said either. One that leads nowhere is no missing file."""
    (tmp_path / "secret").write_text("---\ntitle: Secret\ndate: 2022\n---\n", "utf-8")
    root = write_site({"content/entries/a.md": ENTRY})
    loop, beyond = "../project/content/entries/c.md", "secret/beyond"
    targets = {"entries/b.md": "secret", "entries/c.md": loop, "entries/d.md": beyond, "actors.yaml": "secret"}
    for name, target in {**targets, "periods.yaml": "nowhere"}.items():
        (root / "content" / name).symlink_to(tmp_path / target)
    with pytest.raises(ContentError) as error:
        load(Project(root))
    assert {(p.path, p.code, p.message) for p in error.value.problems} == {
        (f"content/{name}", "unreadable", "this is a link to another file, and is not followed")
        for name in (*targets, "periods.yaml")
    }


def test_an_entry_has_the_name_of_its_file_and_not_of_its_folder(write_site: WriteSite) -> None:
    (entry,) = loaded(write_site, {"entries/2022/01/a.md": ENTRY}).entries
    assert entry.slug == "a"


def test_a_draft_of_a_page_is_left_out_and_named(write_site: WriteSite) -> None:
    content = loaded(write_site, {"pages/a.md": PAGE, "pages/b.md": "---\ntitle: Un\ndraft: true\n---\n"})
    assert [page.slug for page in content.prose] == ["a"]
    assert content.drafts == ("content/pages/b.md",)


@pytest.mark.parametrize("name", ["a.svg", "a.SVG", "a.html", "a"])
def test_a_file_that_may_hold_a_program_is_no_picture(write_site: WriteSite, name: str) -> None:
    """It would run where somebody opens the picture by itself."""
    files = {"entries/a.md": picture(f"images/{name}"), f"images/{name}": "<svg xmlns='http://www.w3.org/2000/svg'/>"}
    assert found(write_site, files) == ["entries/a.md:4:1 error invalid-value"]


def test_all_pictures_are_known_also_those_of_translations(write_site: WriteSite) -> None:
    translation = "---\ntitle: One\nmedia: [{src: images/b/c d.png, alt: One}]\n---\n"
    files = {**PICTURES, "entries/a.md": picture("images/a.png"), "entries/a.en.md": translation}
    content = loaded(write_site, files)
    pictures = arrange(content.entries, content.gazetteer).pictures
    assert [picture.src for picture in pictures] == ["images/a.png", "images/b/c d.png"]


def test_all_faults_of_all_files_are_reported_in_reading_order(write_site: WriteSite) -> None:
    files = {"entries/b.md": PAGE, "entries/a.md": aliases("[-b]\nordre: 1\ntype: no"), "actors.yaml": "a: 1"}
    assert found(write_site, files) == [
        "actors.yaml:1:4 error wrong-type",
        "entries/a.md:4:1 error invalid-slug",
        "entries/a.md:5:1 error unknown-key",
        "entries/a.md:6:7 error invalid-value",
        "entries/b.md:2:1 error missing-field",
    ]
