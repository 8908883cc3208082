"""What is answered to a request: files of the site as on the web, and nothing else."""

from http import HTTPStatus
from pathlib import Path

import pytest

from generator.serve.answers import Answer, answer
from generator.serve.board import State
from generator.serve.shown import ShownSite

ROOT = Path(__file__).parents[3]
FILES = {
    "index.html": "<p>home",
    "404.html": "<p>no such page",
    "about/index.html": "<p>about",
    "les accords/index.html": "<p>accords",
    "feed.xml": "<feed>",
    "timeline.ics": "BEGIN:VCALENDAR",
    "search/pagefind/fr.pf_meta": "meta",
    "search/pagefind/wasm.fr.pagefind": "wasm",
    "assets/site.0123456789.css": "p {}",
    "assets/keys.0123456789.JS": "1",
    ".timeline/manifest.json": "{}",
    "about/.hidden": "secret",
}
STATE = State("run-7")
SCRIPT = b'data-version="run-7"'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a secret beside it, and links that lead out."""
    for name, text in {**{f"site/{name}": text for name, text in FILES.items()}, "secret.txt": "secret"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "site" / "link.txt").symlink_to(tmp_path / "secret.txt")
    (tmp_path / "site" / "out").symlink_to(tmp_path)
    return tmp_path / "site"


def asked(target: str, site: Path, state: State) -> Answer:
    return answer(target, ShownSite(site), state)


def said(found: Answer) -> tuple[HTTPStatus, str, bytes]:
    return found.status, found.type, found.body


@pytest.mark.parametrize("target", ["/", "/?q=1", "/index.html"])
def test_a_page_comes_with_the_script_that_keeps_it_up_to_date(site: Path, target: str) -> None:
    status, kind, body = said(asked(target, site, STATE))
    assert (status, kind) == (HTTPStatus.OK, "text/html; charset=utf-8")
    assert body.startswith(b"<p>home")
    assert SCRIPT in body


def test_the_files_of_the_site_stay_without_the_script(site: Path) -> None:
    asked("/", site, STATE)
    assert {name: (site / name).read_text() for name in FILES} == FILES


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        ("/feed.xml", "application/xml"),
        ("/timeline.ics", "text/calendar; charset=utf-8"),
        ("/search/pagefind/fr.pf_meta", "application/octet-stream"),
        ("/search/pagefind/wasm.fr.pagefind", "application/octet-stream"),
        ("/assets/site.0123456789.css", "text/css; charset=utf-8"),
        ("/assets/keys.0123456789.JS", "text/javascript; charset=utf-8"),
    ],
)
def test_a_file_comes_with_its_type_and_as_it_is(site: Path, target: str, kind: str) -> None:
    assert said(asked(target, site, STATE)) == (HTTPStatus.OK, kind, FILES[target[1:]].encode())


@pytest.mark.parametrize(
    ("target", "location"),
    [("/about", "/about/"), ("/about?q=a/b", "/about/?q=a/b"), ("/les%20accords", "/les%20accords/")],
)
def test_a_folder_without_its_slash_leads_to_it_with_the_slash(site: Path, target: str, location: str) -> None:
    found = asked(target, site, STATE)
    assert (found.status, found.location) == (HTTPStatus.FOUND, location)
    assert asked(location, site, STATE).status is HTTPStatus.OK


@pytest.mark.parametrize(
    "target",
    [
        "/nothing/",
        "/about/x",
        "/feed.xml/",
        "/%FF",
        "/a%00b",
        "/" + "x" * 5000,
        "/about//index.html",
        "http://evil.example/",
        "*",
    ],
)
def test_where_there_is_no_page_the_one_of_the_site_says_so(site: Path, target: str) -> None:
    status, _, body = said(asked(target, site, STATE))
    assert status is HTTPStatus.NOT_FOUND
    assert body.startswith(b"<p>no such page")
    assert SCRIPT in body


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/about/../../secret.txt",
        "/about/..%2f..%2fsecret.txt",
        "/..%5csecret.txt",
        "/%2Fetc/passwd",
        "//etc/passwd",
        "/%2f..%2fsecret.txt",
        "/link.txt",
        "/out/secret.txt",
        "/out",
        "/out/",
        "/.timeline/manifest.json",
        "/%2etimeline/manifest.json",
        "/about/.hidden",
        "/~/../secret.txt",
        "/~/waiting.html",
        "/~/../../../README.md",
    ],
)
def test_nothing_outside_of_the_site_and_nothing_hidden_is_served(site: Path, target: str) -> None:
    found = asked(target, site, STATE)
    assert (found.status, found.location) == (HTTPStatus.NOT_FOUND, None)
    assert b"secret" not in found.body


def test_a_site_whose_own_page_for_that_is_gone_says_it_in_a_line(site: Path) -> None:
    (site / "404.html").unlink()
    assert said(asked("/x", site, STATE)) == (
        HTTPStatus.NOT_FOUND,
        "text/plain; charset=utf-8",
        b"there is no page at this address\n",
    )


BELOW = State("run-7", base="/chronicle/de%20paris/")


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("/", "/chronicle/de%20paris/"),
        ("/chronicle/de%20paris", "/chronicle/de%20paris/"),
        ("/chronicle/de%20paris/about", "/chronicle/de%20paris/about/"),
    ],
)
def test_a_site_that_has_a_path_on_the_web_has_it_here(site: Path, target: str, location: str) -> None:
    assert asked(target, site, BELOW).location == location
    assert asked(location, site, BELOW).status is HTTPStatus.OK


@pytest.mark.parametrize("target", ["/about/", "/chronicle/", "/feed.xml"])
def test_beside_its_path_there_is_no_site(site: Path, target: str) -> None:
    assert asked(target, site, BELOW).status is HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("target", ["/", "/about/", "/feed.xml"])
def test_while_there_is_no_site_every_address_waits_for_it(tmp_path: Path, target: str) -> None:
    status, kind, body = said(asked(target, tmp_path, STATE))
    assert (status, kind) == (HTTPStatus.SERVICE_UNAVAILABLE, "text/html; charset=utf-8")
    assert b"There is no site yet" in body
    assert SCRIPT in body


def test_the_page_that_waits_has_the_policy_of_every_other(tmp_path: Path) -> None:
    """Which allows no style in the page itself."""
    policy = (ROOT / "layouts/templates/_partials/policy.html").read_text().splitlines()[1]
    body = asked("/", tmp_path, STATE).body.decode()
    assert policy.replace('{{ policy | default("") }}', "") in body
    assert "<style" not in body


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("reload.js", "text/javascript"),
        ("panel.html", "text/html"),
        ("panel.css", "text/css"),
        ("waiting.css", "text/css"),
    ],
)
def test_the_preview_has_files_of_its_own(site: Path, name: str, kind: str) -> None:
    found = asked(f"/~/{name}", site, STATE)
    assert (found.status, found.type.split(";")[0]) == (HTTPStatus.OK, kind)
    assert SCRIPT not in found.body
