"""After any edits the site is, byte for byte, the one built from nothing."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.build import build
from generator.chronology.arrange import arrange
from generator.config import BuildOptions, Project
from generator.errors import ContentError, OutputError
from generator.languages import open_languages
from generator.load.content import load
from generator.load.kept import KEPT
from generator.load.memory import Memory
from generator.progress import unwatched
from generator.publish.manifest import FOLDER
from generator.render.data_views import EntriesTable
from generator.render.plan import editions, plan
from generator.summary import Summary

SITE = "title: {title}\ndescription: {{fr: D, en: D}}\nbase_url: https://{host}.example/\nlanguages: [{languages}]\n"
ACTORS = """\
anna: {{kind: {kind}, name: {{fr: {name}, en: Anna}}, roles: [{{office: {{fr: maire}}, of: nato, from: 2021, {to}}}]}}
boris: {{kind: person, name: {{en: Boris}}}}
nato: {{kind: organisation, name: {{fr: OTAN, en: NATO}}}}
"""
PLACES = """\
geneva: {{name: {{fr: Genève, en: {name}}}, lat: 46, lon: {lon}}}
hall: {{name: {{fr: salle, en: hall}}, within: {within}}}
brussels: {{name: {{fr: Bruxelles, en: Brussels}}, lat: 50, lon: 4}}
"""
PERIODS = """\
- {{id: talks, title: {{fr: Pourparlers, en: {title}}}, from: {start}, to: 2022-02}}
- {{id: after, title: {{fr: Après}}, from: 2022-01-12, summary: {{fr: Suite.}}}}
"""
SEQUENCES = "round: {{title: {{fr: Tour, en: {title}}}}}\nother: {{title: {{fr: Autre}}, summary: {{fr: {summary}}}}}\n"
THEMES = "arms: {{name: {{fr: Armes, en: {name}}}}}\npeace: {{name: {{fr: Paix}}}}\n"
PAGE = "---\ntitle: {title}\n---\n\n{body}\n"
CATALOG = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Search"\nmsgstr "{word}"\n'

EVENTS = (
    "{said: lundi, what: Lundi à Genève., place: geneva, day: -2, date: 2022-01}",
    "{said: mercredi, what: Ce jour., place: brussels, day: 0, date: 2022-01}",
    "{said: jeudi, what: Demain., place: hall, day: 1, date: 2022-01, status: planned}",
    "{said: en juin, what: Jadis., place: geneva, date: 2019-06-01}",
    "{said: le 12, what: On se voit., place: brussels, date: 2022-01-12}",
)
BODIES = ("Un.", "Deux fois deux.", "Voir [a](a.md#x).", "Voir [b](b.md).", "Voir [la page](../pages/method.md).", "")
DATES = ("2022-01", "2022", "2022-01-10", "2022-01-12", "2022-01-13", "2019-06-01", "2021-12/2022-02", "1999")
SLUGS = ("a", "b", "c", "d", "e")
LANGUAGES = ("fr, en", "en, fr", "fr, en, uk", "fr")


def some(*values: str) -> st.SearchStrategy[str]:
    """A list of these values in YAML, each once at most."""
    return st.lists(st.sampled_from(values), unique=True).map(lambda chosen: f"[{', '.join(chosen)}]")


ONE_TEXT = {
    "summary": st.sampled_from(["Un résumé.", "Un autre.", "Un."]),
    "disputed": st.just("On le nie."),
    "sources": st.sampled_from(["[{title: S}]", "[{title: S, url: 'https://s.example/', date: 2022-01}]"]),
    "corrections": st.just("[{date: 2022-03-01, text: Faux.}]"),
    "media": st.sampled_from(["[{src: a.png, alt: Un pont}]", "[{src: b.png, alt: Un pont, caption: Là}]"]),
    "published": st.sampled_from(["2023-01-01", "2023-01-02"]),
    "updated": st.just("2023-02-01"),
    "inferred": some("title", "actors"),
    "draft": st.just("true"),
}
ENTRY = {
    "type": st.sampled_from(["article", "meeting"]),
    "actors": some("anna", "boris", "nato"),
    "places": some("geneva", "hall", "brussels"),
    "themes": some("arms", "peace"),
    "sequence": some(*(f"{{id: {id_}, step: {step}}}" for id_, step in (("round", 1), ("round", 2), ("other", 1)))),
    "order": st.sampled_from(["1", "-1"]),
    "aliases": some("old", "older"),
    "events": some(*EVENTS),
    "quotes": st.sampled_from(["[{text: Oui, speaker: anna}]", "[{text: Non, speaker: Carla}]"]),
}
TEXT: Mapping[str, st.SearchStrategy[str]] = {
    "title": st.sampled_from(["Titre", "Autre", "Un « mot »"]),
    "date": st.sampled_from(DATES),
    "lang": st.just("fr"),
    "body": st.sampled_from(BODIES),
    **ENTRY,
    **ONE_TEXT,
}


Files = dict[str, str]
"""The files of a project by their paths."""


@dataclass(frozen=True)
class Write:
    """A file as it is after the edit; None where it is gone."""

    path: str
    written: str | None

    def of(self, files: Files) -> Files:
        others = {path: written for path, written in files.items() if path != self.path}
        return others if self.written is None else {**others, self.path: self.written}


@dataclass(frozen=True)
class Change:
    """One field, or the body, of a text that is there. A value of None takes the field away."""

    path: str
    name: str
    value: str | None

    def of(self, files: Files) -> Files:
        if self.path not in files:
            return files
        _, head, body = files[self.path].split("---\n", 2)
        if self.name == "body":
            return {**files, self.path: f"---\n{head}---\n\n{self.value or ''}\n"}
        kept = "".join(line for line in head.splitlines(keepends=True) if not line.startswith(f"{self.name}:"))
        added = "" if self.value is None else f"{self.name}: {self.value}\n"
        return {**files, self.path: f"---\n{kept}{added}---\n{body}"}


@dataclass(frozen=True)
class Rename:
    """An entry goes by another name, in all its languages; without a name it goes for good."""

    slug: str
    name: str | None

    def of(self, files: Files) -> Files:
        names = {path_of(self.slug, lang): self.name and path_of(self.name, lang) for lang in ("", "en")}
        if any(name in files for name in names.values()):
            return files
        return {new: written for path, written in files.items() if (new := names.get(path, path))}


@dataclass(frozen=True)
class Spoil:
    """What the last build remembered is only in part there, or of another version where the part is 0, or gone."""

    part: int | None

    def of(self, files: Files) -> Files:
        return files


@dataclass(frozen=True)
class Slip:
    """A line of a file goes, or one of its letters or digits becomes the next one. Of nothing nothing becomes."""

    path: str
    line: int
    place: int | None

    def of(self, files: Files) -> Files:
        lines = files[self.path].splitlines(keepends=True) or [""]
        number = self.line % len(lines)
        places = [place for place, letter in enumerate(lines[number]) if letter.isascii() and letter.isalnum()]
        if self.place is None or not places:
            lines[number] = ""
        else:
            place = places[self.place % len(places)]
            letter = lines[number][place]
            lines[number] = lines[number][:place] + NEXT.get(letter, chr(ord(letter) + 1)) + lines[number][place + 1 :]
        return {**files, self.path: "".join(lines)}


NEXT = {"9": "0", "z": "a", "Z": "A"}
Edit = Write | Change | Rename | Spoil | Slip


def path_of(slug: str, lang: str = "") -> str:
    return f"content/entries/{slug}{lang and '.'}{lang}.md"


def text(slug: str, lang: str) -> st.SearchStrategy[Edit]:
    """The original of an entry, or its translation into `lang`."""
    needed = ("title",) if lang else ("title", "date", "lang")
    fields = st.fixed_dictionaries(
        {name: TEXT[name] for name in needed}, optional={} if lang else {name: TEXT[name] for name in ENTRY}
    )
    heads = fields.map(lambda values: "".join(f"{name}: {value}\n" for name, value in values.items()))
    return st.builds(lambda head, body: Write(path_of(slug, lang), f"---\n{head}---\n\n{body}\n"), heads, TEXT["body"])


def change(slug: str, lang: str) -> st.SearchStrategy[Edit]:
    """Something of that is another."""
    names = [*ONE_TEXT, "title", "body"] if lang else [*TEXT]
    return st.sampled_from(names).flatmap(
        lambda name: st.builds(Change, st.just(path_of(slug, lang)), st.just(name), st.none() | TEXT[name])
    )


def filled(path: str, template: str, **choices: tuple[str, ...]) -> st.SearchStrategy[Write]:
    """A file of which there are a few versions."""
    values = st.fixed_dictionaries({field: st.sampled_from(given) for field, given in choices.items()})
    return values.map(lambda chosen: Write(path, template.format(**chosen)))


def either(path: str, *versions: str) -> st.SearchStrategy[Write]:
    """A file in one of its versions, or none."""
    return st.sampled_from([None, *versions]).map(lambda written: Write(path, written))


CONTENT: tuple[st.SearchStrategy[Write], ...] = (
    filled("content/site.yaml", SITE, title=("T", "U", "{fr: V}"), host=("a", "b"), languages=LANGUAGES),
    filled("content/actors.yaml", ACTORS, kind=("person", "country"), name=("Anna", "Anne"), to=("to: 2022-01-11", "")),
    filled("content/places.yaml", PLACES, name=("Geneva", "Town"), lon=("6", "7"), within=("brussels", "geneva")),
    filled("content/periods.yaml", PERIODS, title=("Talks", "Rounds"), start=("2022-01", "2021-06", "2022-01-13")),
    filled("content/sequences.yaml", SEQUENCES, title=("Round", "Tour"), summary=("Un.", "Deux.")),
    filled("content/themes.yaml", THEMES, name=("Arms", "Weapons")),
    either("content/pages/method.md", *(PAGE.format(title=t, body=b) for t in ("M", "N") for b in BODIES[:3])),
    either("content/pages/method.en.md", PAGE.format(title="E", body="Text."), PAGE.format(title="F", body="Text.")),
    either("content/b.png", "one", "two"),
)
LAYOUTS = (
    either("layouts/templates/_partials/colophon.html", "<footer>{{ view.shell.site_title }}</footer>\n"),
    either("layouts/assets/css/tokens.css", ":root { --ink: black }\n", ":root { --ink: blue }\n"),
    either("layouts/inline/options.js", "// none\n"),
    either("layouts/i18n/fr.po", CATALOG.format(word="Cherche"), CATALOG.format(word="Trouve")),
)
SOME_SLUG, SOME_LANG = st.sampled_from(SLUGS), st.sampled_from(["", "", "en"])
SOME_TEXT = st.tuples(SOME_SLUG, SOME_LANG)
IN_CONTENT = st.one_of(
    *[SOME_TEXT.flatmap(lambda which: change(*which))] * 4,
    SOME_TEXT.flatmap(lambda which: text(*which)),
    SOME_TEXT.map(lambda which: Write(path_of(*which), None)),
    st.builds(Rename, SOME_SLUG, st.none() | SOME_SLUG),
    st.one_of(*CONTENT),
)
ANYWHERE = st.one_of(IN_CONTENT, IN_CONTENT, st.one_of(*LAYOUTS), st.sampled_from([None, 0, 100]).map(Spoil))

MEETING = "type: meeting\npublished: 2023-01-01\nactors: [anna, nato]\n"
ARTICLE = (
    f"---\ntitle: Article\ndate: 2022-01\nlang: fr\ntype: article\nactors: [anna, boris]\nplaces: [brussels]\n"
    f"events: [{', '.join(EVENTS[:4])}]\nsequence: {{id: round, step: 2}}\nsummary: Trois villes.\n---\n\nTexte.\n"
)
START = {
    "content/site.yaml": SITE.format(title="T", host="a", languages="fr, en"),
    "content/actors.yaml": ACTORS.format(kind="person", name="Anna", to="to: 2022-01-11"),
    "content/places.yaml": PLACES.format(name="Geneva", lon="6", within="brussels"),
    "content/periods.yaml": PERIODS.format(title="Talks", start="2022-01"),
    "content/sequences.yaml": SEQUENCES.format(title="Round", summary="Un."),
    "content/themes.yaml": THEMES.format(name="Arms"),
    "content/pages/method.md": PAGE.format(title="M", body="Voir [a](../entries/a.md)."),
    "content/a.png": "one",
    "content/b.png": "one",
    path_of("a"): f"---\ntitle: Genève\ndate: 2022-01-10\nlang: fr\nplaces: [geneva]\n{MEETING}"
    "sequence: {id: round, step: 1}\naliases: [old]\n---\n\n## X {#x}\n",
    path_of("a", "en"): "---\ntitle: Geneva\n---\n\nSee [b](b.md).\n",
    path_of("b"): f"---\ntitle: Bruxelles\ndate: 2022-01-12\nlang: fr\nplaces: [brussels]\n{MEETING}"
    "media: [{src: b.png, alt: Un pont}]\n---\n\nUn.\n",
    path_of("c"): ARTICLE,
    path_of("d"): ARTICLE.replace("step: 2", "step: 3"),
    path_of("e"): "---\ntitle: Avant\ndate: 2019-06-01\nlang: fr\nplaces: [geneva]\n---\n\nVoir [a](a.md#x).\n",
}


RICH = Path(__file__).resolve().parents[1] / "golden" / "site" / "project"
EVERY_KIND = {
    path.relative_to(RICH).as_posix(): path.read_text("latin-1" if path.suffix == ".png" else "utf-8")
    for path in sorted(RICH.rglob("*.*"))
}
SLIPS = st.builds(
    Slip,
    st.sampled_from([path for path in EVERY_KIND if not path.endswith(".png")]),
    st.integers(0, 99),
    st.none() | st.integers(0, 999),
)

AGES_AGO = -(10**19)
"""Nanoseconds."""

MANY, FEW = (settings().max_examples // each for each in (5, 34))
"""More are tried with `pytest --hypothesis-profile long`."""


class Edited:
    """A project on which edits are tried, and its site."""

    def __init__(self, folder: Path, start: Files) -> None:
        self.project, self.out, self.fresh = Project(folder / "project"), folder / "out", folder / "fresh"
        self.files: Files = {}
        self.bring(start)

    def bring(self, files: Files) -> None:
        """Let the project have these files and no others."""
        for name in self.files.keys() - files.keys():
            (self.project.root / name).unlink()
        for name in (name for name, written in files.items() if self.files.get(name) != written):
            path = self.project.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(files[name], "utf-8")
        self.files = files

    def is_sound(self) -> bool:
        try:
            load(self.project)
        except ContentError:
            return False
        return True

    def edits(self, edits: list[Edit]) -> Iterator[Edit]:
        """Each edit once it is done. One that leaves content that is not sound is taken back."""
        for edit in edits:
            before = self.files
            self.bring(edit.of(before))
            if self.is_sound():
                yield edit
            else:
                self.bring(before)


def spoil(paths: Iterable[Path], part: int | None) -> None:
    """What builds note is gone, or there is only a part of it; where nothing is cut off it is of another version."""
    for path in paths:
        noted = path.read_bytes()
        if part is None:
            path.unlink()
        else:
            path.write_bytes(noted[:part] if part else noted.replace(b'"format": ', b'"format": 9')[:-1])


def built(project: Project, out: Path, memory: Memory | None = None) -> Summary:
    """Build, as some time after the last build: what that has kept of young files would not be believed."""
    options = BuildOptions(out, "2023-01-01", search=False)
    with patch("generator.load.kept.TICK", AGES_AGO):
        return build(project, options, unwatched, memory=memory)


def site(out: Path) -> dict[str, bytes]:
    paths = (path.relative_to(out) for path in out.rglob("*") if path.is_file())
    return {path.as_posix(): (out / path).read_bytes() for path in paths if path.parts[0] != FOLDER}


def said(project: Project) -> Iterator[tuple[tuple[object, ...], str]]:
    """What each page says, by all that tells whether it must be drawn again. The view of `entries.csv` holds texts too,
    which its columns leave out."""
    content = load(project)
    languages = open_languages(content.site.languages, project.layouts)
    chronology = arrange(content.entries, content.gazetteer)
    pages = plan(editions(content.site, content.gazetteer, chronology, content.prose, languages))
    for page in (page for page in pages if page.kind is not EntriesTable):
        known = page.address, page.lang, page.kind, page.origin(), content.site.base_url, languages[page.lang].digest
        yield known, repr(page.view)


def edits_of(start: Files, edit: st.SearchStrategy[Edit]) -> st.SearchStrategy[tuple[Files, list[Edit]]]:
    """A project and some edits of it."""
    return st.tuples(st.just(start), st.lists(edit, min_size=8, max_size=16))


@settings(max_examples=MANY)
@given(edits_of(START, IN_CONTENT) | edits_of(EVERY_KIND, SLIPS))
@example((EVERY_KIND, 3 * [Slip("content/periods.yaml", 0, None)]))
def test_a_page_that_is_made_from_the_same_says_the_same(given: tuple[Files, list[Edit]]) -> None:
    """Whichever edits lie between the two: what was known of a page before is known again."""
    start, edits = given
    with TemporaryDirectory() as folder:
        edited = Edited(Path(folder), start)
        known = dict(said(edited.project))
        for edit in edited.edits(edits):
            for what, words in said(edited.project):
                assert known.setdefault(what, words) == words, (edit, what[:3])


@settings(max_examples=FEW)
@given(st.lists(ANYWHERE, min_size=4, max_size=8))
def test_after_any_edits_the_site_is_the_one_built_from_nothing(edits: list[Edit]) -> None:
    """No page is stale, missing or left over, whatever became of what was remembered of the build before."""
    with TemporaryDirectory() as folder:
        edited = Edited(Path(folder), START)
        built(edited.project, edited.out)
        for edit in edited.edits(edits):
            if isinstance(edit, Spoil):
                spoil([*edited.out.glob(f"{FOLDER}/*.json"), *edited.project.notes.glob(KEPT)], edit.part)
            else:
                build_again(edited.project, edited.out)
                built(edited.project, edited.fresh, Memory())
                assert site(edited.out) == site(edited.fresh), edit
                shutil.rmtree(edited.fresh)
        build_again(edited.project, edited.out)
        again = built(edited.project, edited.out)
        assert (again.written, again.removed, again.kept) == ([], [], [])


def build_again(project: Project, out: Path) -> None:
    """Build into a folder, which is emptied first where a build no longer knows which files are its own."""
    try:
        built(project, out)
    except OutputError:
        shutil.rmtree(out)
        built(project, out)
