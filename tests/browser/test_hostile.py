"""Whatever an author, an importer or an address writes, nothing of it runs in a page, asks another host, or is lost.

The vectors are in `vectors.txt`. They are tried without the policy of the pages, so that it is the page itself that is
safe, and with it.
"""

import csv
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from generator.build import build
from generator.config import BuildOptions, Project, open_project
from generator.errors import ContentError, Problem
from generator.excerpts import Excerpts
from generator.importing import take_foreign
from generator.intake.intake import write
from generator.intake.outcome import Fate
from generator.serve.board import Board, State, faults_of
from generator.serve.server import open_server
from generator.serve.shown import ShownSite

HERE = Path(__file__).parent
SITE = "https://timeline.example/"
SIGNS = str.maketrans({"⏎": "\n", "⇥": "\t", "␀": "\x01"})
LINES = (HERE / "vectors.txt").read_text("utf-8").splitlines()
VECTORS = [line.translate(SIGNS) for line in LINES if line and not re.match(r"# \w[^<]*$", line)]
JUDGE = (HERE / "judge.js").read_text("utf-8")
WITHOUT_POLICY, WITH_POLICY = {"java_script_enabled": True, "bypass_csp": True}, {"java_script_enabled": True}
FIELDS_SHOWN = 9
"""Fields of an entry that its page shows as text."""


def plain(vector: str) -> str:
    """A vector as a field of one line can hold it."""
    return " ".join(vector.replace("\x01", "").split())


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def project_of(vectors: list[str], root: Path, bodies: Mapping[int, str]) -> Path:
    """A project with each vector in every field that takes a text, and in the body of an entry."""
    names = [plain(vector) for vector in vectors]
    sides = {
        "actors": {
            f"a{i}": {"kind": "person", "name": name, "roles": [{"office": name}]} for i, name in enumerate(names)
        },
        "places": {f"p{i}": {"name": name, "lat": "1.5", "lon": str(i % 90)} for i, name in enumerate(names)},
        "themes": {f"t{i}": {"name": name} for i, name in enumerate(names)},
        "sequences": {f"s{i}": {"title": name, "summary": name} for i, name in enumerate(names[::40])},
        "periods": [
            {"id": f"x{i}", "title": name, "from": f"{1000 + i}", "to": f"{1000 + i}", "summary": name}
            for i, name in enumerate(names[::40])
        ],
        "site": {
            "title": names[-1],
            "description": names[0],
            "base_url": SITE,
            "languages": ["fr"],
            "publisher": names[1],
            "licence": names[2],
        },
    }
    content = root / "content"
    picture = content / "images" / "<img src=x onerror=alert(1)>.png"
    picture.parent.mkdir(parents=True)
    picture.write_bytes(b"")
    for name, side in sides.items():
        (content / f"{name}.yaml").write_text(json.dumps(side, ensure_ascii=False), "utf-8")
    for i, vector in enumerate(vectors):
        folder = content / "entries" / ("<img src=x onerror=alert(1)>" if i % 2 else "'onclick='alert(1)")
        folder.mkdir(parents=True, exist_ok=True)
        head = json.dumps(entry_head(i, names[i]), ensure_ascii=False)
        (folder / f"e{i}.md").write_text(f"---\n{head}\n---\n\n{bodies.get(i, vector)}\n", "utf-8")
    (content / "pages").mkdir()
    page = json.dumps({"title": names[3], "summary": names[4]})
    (content / "pages" / "method.md").write_text(f"---\n{page}\n---\n\n{names[5]}\n", "utf-8")
    return root


def entry_head(number: int, words: str) -> dict[str, object]:
    """The front matter of an entry, with these words in all its fields. Some name an actor, a place or a theme: they
    have pages of their own."""
    side, letter = (("actors", "a"), ("places", "p"), ("themes", "t"), *3 * [("", "")])[number % 6]
    url = f"https://a.example/?{bare(words)}"
    return {
        "title": words,
        "date": f"{1000 + number // 40}",
        "summary": words,
        **({side: [f"{letter}{number}"]} if side else {}),
        **({"sequence": {"id": f"s{number // 40}", "step": 1}} if number % 40 == 0 else {}),
        "disputed": words,
        "sources": [{"title": words, "publisher": words, "url": url, "date": "2022"}],
        "corrections": [{"date": "2022-02-01", "text": words}],
        "media": [{"src": "images/<img src=x onerror=alert(1)>.png", "alt": words, "caption": words, "credit": words}],
        "aliases": [f"old{number}"] if number % 40 == 0 else [],
        "published": "2022-02-01",
        "seed": {"file": words, "sha256": words},
        "quotes": [{"text": words, "speaker": words}],
        "events": [{"said": words, "what": words}],
        "inferred": ["title", "quotes", "events"],
    }


@dataclass(frozen=True)
class Hostile:
    """A site made of vectors, and what was refused before it could be."""

    project: Project
    folder: Path
    problems: tuple[Problem, ...]

    def paths(self, pattern: str) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.glob(pattern))


def hostile_site(vectors: list[str], folder: Path) -> Hostile:
    """Built from all that is taken; a body that is refused gives way to a harmless one."""
    faulty = open_project(project_of(vectors, folder / "faulty", {}))
    options, quiet = BuildOptions(folder / "site", "2022-03-01"), lambda _name, _length: lambda: None
    with pytest.raises(ContentError) as caught:
        build(faulty, options, quiet)
    problems = tuple(caught.value.problems)
    refused = {int(Path(problem.path).stem[1:]) for problem in problems if problem.severity.value == "error"}
    build(open_project(project_of(vectors, folder / "sound", dict.fromkeys(refused, "Refused."))), options, quiet)
    return Hostile(faulty, folder / "site", problems)


@pytest.fixture(scope="module")
def hostile(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Hostile:  # noqa: ARG001 - skips where there is none
    return hostile_site(VECTORS, tmp_path_factory.mktemp("hostile"))


class _Host(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the library's
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Host, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@contextmanager
def judging(page: Page, site: str) -> Iterator[Page]:
    """A page that notes what runs, and which other hosts are asked: in the end there must be neither."""
    asked, dialogs = list[str](), list[str]()

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.add_init_script(JUDGE)
    page.on("dialog", note)
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site}404.html")
    yield page
    assert page.evaluate("top.ran") is None
    assert dialogs == []
    assert [url for url in asked if not url.startswith(site)] == []


@pytest.fixture(scope="module")
def site(hostile: Hostile) -> Iterator[str]:
    """The address of the hostile site."""
    with served(hostile.folder) as address:
        yield address


@pytest.fixture
def judge(page: Page, site: str) -> Iterator[Page]:
    with judging(page, site) as judge:
        yield judge


def open_all(page: Page, site: str, paths: list[str], at_once: int = 40) -> dict[str, str]:
    """The words of these pages, each opened in a frame, once it holds nothing that it must not."""
    words = dict[str, str]()
    for start in range(0, len(paths), at_once):
        for told in page.evaluate("([paths, site]) => opened(paths, site)", [paths[start : start + at_once], site]):
            assert (told["path"], told["found"]) == (told["path"], [])
            words[told["path"]] = told["words"]
    return words


@pytest.mark.parametrize("page", [WITHOUT_POLICY], indirect=True)
def test_nothing_runs_on_an_entry_and_every_text_is_read(judge: Page, site: str) -> None:
    """In its frame, which is quick to open, and on the page of every third, which shows all its fields."""
    numbers = range(len(VECTORS))
    words = open_all(judge, site, [f"embed/entries/e{number}/index.html" for number in numbers])
    words |= open_all(judge, site, [f"entries/e{number}/index.html" for number in numbers[::3]])
    for path, text in words.items():
        title = bare(plain(VECTORS[int(re.findall(r"e(\d+)/", path)[0])]))
        assert text.count(title) >= (3 if path.startswith("embed") else FIELDS_SHOWN), path


def kinds_of_pages(hostile: Hostile) -> list[str]:
    """Every page that shows many texts, and some of each kind that shows few: pages, frames, and old addresses."""
    few = ("entries/*", "actors/*", "places/*", "themes/*", "embed/*/*")
    some = [path for folder in few for path in hostile.paths(f"{folder}/index.html")[::24]]
    many = ("index.html", "*/index.html", "sequences/*/index.html", "periods/*/index.html", "types/*/index.html")
    return [*some, *(path for pattern in many for path in hostile.paths(pattern)), "404.html"]


@pytest.mark.parametrize("page", [WITHOUT_POLICY, WITH_POLICY], indirect=True, ids=["without policy", "with policy"])
def test_nothing_runs_on_any_kind_of_page(judge: Page, site: str, hostile: Hostile) -> None:
    words = open_all(judge, site, kinds_of_pages(hostile))
    titles = [bare(plain(vector)) for vector in VECTORS]
    assert not [title for title in titles if title not in words["timeline/index.html"]]
    assert not [title for title in titles[::6] if title[1:] not in words["actors/index.html"]]  # a capital stands there
    assert titles[-1] in words["index.html"]


@pytest.mark.parametrize("page", [WITHOUT_POLICY], indirect=True)
def test_nothing_runs_that_is_given_to_others_as_html(judge: Page, site: str, hostile: Hostile) -> None:
    """Feeds, the data for TimelineJS, and what oEmbed says."""
    feed, slides = (
        json.loads((hostile.folder / name).read_text("utf-8")) for name in ("feed.json", "data/timeline.json")
    )
    atom = ET.parse(hostile.folder / "feed.xml")  # noqa: S314 - our own file
    texts = [slide["text"] for slide in (slides["title"], *slides["events"], *slides["eras"])]
    html = [item["content_html"] for item in feed["items"]]
    html += [str(content.text) for content in atom.iter("{http://www.w3.org/2005/Atom}content")]
    html += [text[part] for text in texts for part in ("headline", "text") if part in text]
    html += [slide["media"][part] for slide in slides["events"] for part in ("caption", "credit")]
    assert len(html) > 4 * len(VECTORS)
    shown = judge.evaluate(SHOWN, [html, site])
    assert shown["found"] == []
    assert all(bare(plain(vector)) in shown["words"] for vector in VECTORS)
    answers = [ET.parse(hostile.folder / path).getroot() for path in hostile.paths("oembed/entries/*.xml")]  # noqa: S314
    assert {str(answer.findtext("title")) for answer in answers} >= {plain(vector) for vector in VECTORS}
    oembed = [json.loads((hostile.folder / path).read_text("utf-8")) for path in hostile.paths("oembed/entries/*.json")]
    assert judge.evaluate(SHOWN, [[answer["html"] for answer in oembed], SITE])["found"] == []


SHOWN = """([texts, site]) => {
    const page = document.implementation.createHTMLDocument();
    const parts = texts.map(text => Object.assign(page.createElement("main"), { innerHTML: text }));
    page.body.append(...parts);
    return { found: judged(page, site), words: page.body.textContent.replace(/\\s/g, "") };
}"""


@pytest.mark.parametrize("page", [WITH_POLICY], indirect=True)
def test_nothing_runs_in_what_the_search_finds(judge: Page, site: str) -> None:
    judge.goto(f"{site}search/index.html?q=onerror")
    expect(judge.locator(".search-results > li")).to_have_count(10)
    assert judge.evaluate("site => judged(document, site)", site) == []
    assert "onerror=" in judge.locator(".search-results").inner_text()


ADDRESSED = ["timeline", "search", "embed", "embed/timeline", "embed/entries/e0", "embed/sequences/s0"]
"""Pages that read their own address."""


@pytest.mark.parametrize("page", [WITHOUT_POLICY], indirect=True)
def test_nothing_in_an_address_runs(judge: Page, site: str) -> None:
    """As the value of each name that a script asks for, and as what follows the hash."""
    names = "q order type year actor actors of theme heading from to limit childId initialWidth".split()
    for vector in ("javascript:alert(1)", '"><img src=x onerror=alert(1)>', "<svg onload=alert(1)>#'-alert(1)-'"):
        query = urlencode(dict.fromkeys(names, vector))
        for path in ADDRESSED:
            judge.goto(f"{site}{path}/index.html?{query}#{vector}")
            judge.wait_for_load_state()
            assert judge.evaluate("site => judged(document, site)", site) == []


@pytest.mark.parametrize("page", [WITHOUT_POLICY], indirect=True)
def test_the_builder_makes_nothing_of_an_address_that_is_none_of_the_site(judge: Page, site: str) -> None:
    """And of one that is, a code that is safe whatever the options say."""
    judge.goto(f"{site}embed/index.html")
    field = judge.locator("#page")
    for address in (
        "javascript:alert(1)",
        "https://evil.example/",
        'https://timeline.example/"><img src=x onerror=alert(1)>',
    ):
        field.fill(address)
        field.blur()
        expect(judge.locator("[data-said=unknown]")).to_be_visible()
        expect(judge.locator("[data-preview] iframe")).to_have_count(0)
    field.fill(f"{SITE}1000/")
    for name in ("from", "to"):
        judge.locator(f"#{name}").fill('"><img src=x onerror=alert(1)>')
    expect(judge.locator("[data-preview] iframe")).to_be_visible()
    expect(judge.locator("[data-code]").nth(1)).to_contain_text("onerror")
    codes = judge.locator("[data-code]").all_text_contents()
    assert (
        judge.evaluate(
            "texts => texts.map(text => new DOMParser().parseFromString(text, 'text/html').images.length)", codes
        )
        == [0] * 4
    )


@pytest.mark.parametrize("page", [WITHOUT_POLICY], indirect=True)
def test_nothing_runs_in_the_preview_that_tells_what_was_refused(page: Page, hostile: Hostile) -> None:
    state = State("1", "/", VECTORS[0], faults_of(hostile.problems, Excerpts(hostile.project.root)))
    server = open_server(ShownSite(hostile.folder), Board(state), 0)
    page.add_init_script(JUDGE)
    with server.running():
        page.goto(f"{server.address}404.html")
        panel = page.get_by_role("alert")
        expect(panel.locator("li")).to_have_count(len(hostile.problems))
        assert panel.locator("ol :not(li, p, pre, code, span, mark)").count() == 0
        words = bare(str(panel.text_content()))
        assert all(bare(problem.message) in words for problem in hostile.problems)
        assert page.evaluate("top.ran") is None


@pytest.mark.parametrize("page", [WITHOUT_POLICY], indirect=True)
def test_the_judge_sees_what_would_run(page: Page, hostile: Hostile, site: str) -> None:
    """Or the tests above would find nothing either."""
    page.add_init_script(JUDGE)
    page.goto(f"{site}404.html")
    for number, vector in enumerate(
        ("<script>alert(1)</script>", "<svg onload=alert(1)>", "<b onclick=alert(1)>x</b>")
    ):
        (hostile.folder / "raw.html").write_text(f"<!doctype html><main>{vector}", "utf-8")
        assert page.evaluate("([paths, site]) => opened(paths, site)", [["raw.html"], site])[0]["found"]
        assert len(page.evaluate("top.ran")) == number + 1
    raw = [vector for vector in VECTORS if vector.startswith("<")]
    found = page.evaluate(FOUND_IN_EACH, [raw, site])
    assert sum(map(bool, found)) > 0.8 * len(raw)  # the rest did something in browsers that are gone


FOUND_IN_EACH = """([texts, site]) => texts.map(text => {
    const page = new DOMParser().parseFromString(`<main>${text}`, "text/html");
    return judged(page, site);
})"""


def taken_site(vectors: list[str], folder: Path) -> Hostile:
    """A site of what was written elsewhere: for each vector a slide, a row of a sheet, a post and an article."""
    root = folder / "taken"
    project = Project(root)
    (project.content).mkdir(parents=True)
    project.seeds.mkdir()
    posts = root / "blog" / "_posts"
    posts.mkdir(parents=True)
    settings = {"title": "T", "description": "D", "base_url": SITE, "languages": ["fr"]}
    (project.content / "site.yaml").write_text(json.dumps(settings), "utf-8")
    slides, rows = list[object](), [["Year", "Headline", "Text", "Media", "Media Caption", "Media Credit", "Group"]]
    for number, vector in enumerate(vectors):
        words, year = f"n{number} {vector}", str(1000 + number // 40)
        picture = {"url": vector, "caption": words, "credit": words, "alt": words}
        texts = {"headline": words, "text": words}
        slides.append(
            {"start_date": {"year": year}, "text": texts, "media": picture, "group": words, "unique_id": words}
        )
        rows.append([year, words, words, vector, words, words, words])
        post = json.dumps({"title": words, "tags": [words], "description": words})
        (posts / f"2020-01-02-n{number}.md").write_text(f"---\n{post}\n---\n\n{vector}\n", "utf-8")
        (project.seeds / f"n{number}.txt").write_text(
            f"date 2022-01 {words}\n\nLe pont. « {words} »\n\n{vector}", "utf-8"
        )
    (root / "a.json").write_text(json.dumps({"title": {"text": texts}, "events": slides, "eras": slides[:5]}), "utf-8")
    with (root / "a.csv").open("w", encoding="utf-8", newline="") as sheet:
        csv.writer(sheet).writerows(rows)
    problems = list[Problem]()
    for name in ("a.json", "a.csv", "blog"):
        taken = take_foreign(project, root / name, None, "2024-03-01")
        problems += taken.problems
        assert {outcome.fate for outcome in write(taken)} == {Fate.WRITTEN}
    options = BuildOptions(folder / "site", "2022-03-01", search=False)
    build(project, options, lambda _name, _length: lambda: None)
    return Hostile(project, folder / "site", tuple(problems))


@pytest.mark.parametrize("page", [WITHOUT_POLICY], indirect=True)
def test_nothing_runs_of_what_was_written_elsewhere(page: Page, tmp_path: Path) -> None:
    taken = taken_site(VECTORS[::12], tmp_path)
    with served(taken.folder) as site, judging(page, site) as judge:
        paths = taken.paths("entries/*/index.html")
        assert len(paths) > 3 * len(VECTORS[::12])
        open_all(judge, site, [*paths, *taken.paths("themes/*/index.html")[::6], "index.html", "timeline/index.html"])
