"""What programs subscribe to, or ask for, is valid by its standard, on whole sites: the one of this repository and one
that has every kind of entry. The schemas are in `schemas/`."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
from jsonschema import Draft202012Validator
from lxml import etree  # type: ignore[import-untyped]

SCHEMAS = Path(__file__).resolve().parent / "schemas"
ATOM = "{http://www.w3.org/2005/Atom}"
IS_ATOM = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
IS_SITEMAP = etree.XMLSchema(etree.parse(SCHEMAS / "sitemap.xsd"))
NUMBERS = {"cache_age", "thumbnail_width", "thumbnail_height", "width", "height"}


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SCHEMAS / name).read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


JSON_FEED, OEMBED = validator("json-feed.json"), validator("oembed.json")


@pytest.fixture(params=["site", "rich_site"])
def built(request: pytest.FixtureRequest) -> Path:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Path)
    return found


def editions(built: Path, name: str) -> Iterator[Path]:
    """The files of a name, one in each language."""
    found = [*built.glob(name), *built.glob(f"??/{name}")]
    assert len(found) > 1
    return iter(found)


def faults(schema: Draft202012Validator, data: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in schema.iter_errors(data)]


def faults_of(schema: Any, tree: Any) -> list[str]:  # noqa: ANN401 - lxml has no types
    schema.validate(tree)
    return [str(error) for error in schema.error_log]


def test_a_feed_is_atom(built: Path) -> None:
    """Its author, who is that of all entries, and its own address are there, and no id comes twice (RFC 4287, 4.1)."""
    for path in editions(built, "feed.xml"):
        tree = etree.parse(path)
        assert not faults_of(IS_ATOM, tree), path
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in tree.findall(f"{ATOM}link")]
        assert (len(tree.findall(f"{ATOM}author")), len(links)) == (1, len({*links}))
        assert ("self", "application/atom+xml", None) in links
        assert not repeated(node.text for node in tree.iter(f"{ATOM}id") if node.getparent().tag == f"{ATOM}entry")


def test_a_feed_is_json_feed(built: Path) -> None:
    for path in editions(built, "feed.json"):
        feed = json.loads(path.read_bytes())
        assert not faults(JSON_FEED, feed), path
        assert feed["items"]
        assert not repeated(item["id"] for item in feed["items"])


def test_a_calendar_is_icalendar(built: Path) -> None:
    """No line is longer than 75 bytes, none has a fault, and no event comes twice (RFC 5545, 3.1 and 3.8.4.7)."""
    for path in editions(built, "timeline.ics"):
        data = path.read_bytes()
        calendar = icalendar.Calendar.from_ical(data)
        parts = [calendar, *calendar.walk("VEVENT")]
        assert max(map(len, data.split(b"\r\n"))) <= 75
        assert not [error for part in parts for error in part.errors]
        assert {"VERSION", "PRODID"} <= {*calendar.keys()}
        assert all({"UID", "DTSTAMP", "DTSTART"} <= {*event.keys()} for event in parts[1:])
        assert len(parts) > 1
        assert not repeated(str(event["UID"]) for event in parts[1:])


def test_the_sitemap_is_one(built: Path) -> None:
    """No address comes twice in it; it is small enough for search engines."""
    path = built / "sitemap.xml"
    assert not faults_of(IS_SITEMAP, etree.parse(path))
    assert path.stat().st_size < 50 * 1024 * 1024


def test_whatever_answers_oembed_says_what_the_specification_asks(built: Path) -> None:
    """In JSON, and in XML the same."""
    answers = [*built.glob("oembed/**/*.json"), *built.glob("??/oembed/**/*.json")]
    assert len(answers) > 20
    for path in answers:
        answer = json.loads(path.read_bytes())
        assert not faults(OEMBED, answer), path
        fields = {field.tag: field.text for field in etree.parse(path.with_suffix(".xml")).getroot()}
        assert {name: int(text) if name in NUMBERS else text for name, text in fields.items()} == answer


def repeated(values: Iterator[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


ENTRY = "<id>a</id><title>b</title><updated>2022-01-01T00:00:00Z</updated>"
FEED = '<feed xmlns="http://www.w3.org/2005/Atom">{}</feed>'


@pytest.mark.parametrize(
    ("inner", "is_valid"),
    [
        (ENTRY, True),
        (f"{ENTRY}<entry>{ENTRY}<x xmlns='y' z='1'>a</x></entry>", True),
        (f"<entry>{ENTRY}</entry>", False),
        (ENTRY.replace("T00:00:00Z", ""), False),
        (ENTRY.replace("Z", ""), False),
        (f"{ENTRY}<published>2022-01-01T00:00:00Z</published>", False),
        (f"{ENTRY}<id>c</id>", False),
        (f"{ENTRY}<link rel='self'/>", False),
        (f"{ENTRY}<link href='a' type='html'/>", False),
        (f"{ENTRY}<category label='a'/>", False),
        (f"{ENTRY}<author><uri>a</uri></author>", False),
        (f"{ENTRY}<subtitle type='html'><b xmlns=''>a</b></subtitle>", False),
        (f"{ENTRY}<entry>{ENTRY}<content type='text'><b/></content></entry>", False),
        (f"{ENTRY}<entry>{ENTRY}</entry><icon>a</icon>", False),
        (f"{ENTRY}<news>a</news>", False),
    ],
)
def test_the_schema_of_atom_tells_what_is_none(inner: str, is_valid: bool) -> None:
    assert IS_ATOM.validate(etree.fromstring(FEED.format(inner))) == is_valid


LOC = "<loc>https://a.example/</loc>"


@pytest.mark.parametrize(
    ("urls", "is_valid"),
    [
        (f"<url>{LOC}</url>", True),
        (f"<url>{LOC}<lastmod>2022-01-01</lastmod><x xmlns='y'/></url>", True),
        ("", False),
        ("<url><loc>/a/</loc></url>", False),
        (f"<url>{LOC}<lastmod>2022</lastmod></url>", False),
        (f"<url>{LOC}</url><url>{LOC}</url>", False),
        (f"<url>{LOC}<news/></url>", False),
    ],
)
def test_the_schema_of_sitemaps_tells_what_is_none(urls: str, is_valid: bool) -> None:
    tree = etree.fromstring(f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>')
    assert IS_SITEMAP.validate(tree) == is_valid
