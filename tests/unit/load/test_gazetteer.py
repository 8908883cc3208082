"""The settings, and the files of named things that entries refer to."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.config import Project
from generator.dates import parse as moment
from generator.errors import CHECKS, LINK_CHECKS, Code, Problem, Switch
from generator.load.content import languages_of
from generator.load.gazetteer import GazetteerReader, read_site
from generator.load.schema import KnownIds
from generator.model import Actor, ActorKind, Gazetteer, Location, Period, Role, Sequence, Site, Theme

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

SETTINGS = {"title": "Un", "description": "Deux", "base_url": "https://example.org", "languages": "[fr, en]"}

ACTORS = """\
nato:
  {kind: organisation, name: {fr: Otan, en: NATO}, variants: [l’Alliance], wikidata: Q7184}
anna:
  kind: person
  name: Anna
  roles:
    - {office: présidente, of: nato, from: 2014-10, to: 2024-10}
    - {office: ministre}
"""
PLACES = """\
hq: {name: siège, within: brussels, country: BE, lat: 50.879, lon: 4.422}
brussels: {name: Bruxelles, variants: [Brussel]}
"""
PERIODS = """\
- {id: one, title: Un, from: 2021-03, to: 2022-02-23, summary: Deux}
- {id: two, title: Deux, from: 2022}
- {id: day, title: Un jour, from: 2022-01-12, to: 2022-01-12}
"""

# By rule: the name of a file, what it holds, and what is reported.
REFUSED: dict[str, tuple[str, str, list[str]]] = {
    "an actor has a kind and a name": ("actors", "a: {}", ["1:4 missing-field", "1:4 missing-field"]),
    "an actor is of a known kind": ("actors", "a: {kind: man, name: A}", ["1:11 invalid-value"]),
    "an office is of a known actor": (
        "actors",
        "a:\n  kind: person\n  name: A\n  roles: [{office: B, of: c}]",
        ["4:27 unknown-id"],
    ),
    "a role has an office": ("actors", "a: {kind: person, name: A, roles: [{of: a}]}", ["1:36 missing-field"]),
    "an id is fit for an address": ("actors", "'a b': {kind: person, name: A}", ["1:1 invalid-slug"]),
    "an id is there once": ("themes", "a: {name: A}\na: {name: B}", ["2:1 duplicate-key"]),
    "case does not tell ids apart": ("themes", "a: {name: A}\nA: {name: B}", ["2:1 path-clash"]),
    "case does not tell periods apart": (
        "periods",
        "- {id: a, title: A, from: 2021}\n- {id: A, title: B, from: 2022}",
        ["2:3 path-clash"],
    ),
    "a thing has fields": ("themes", "a: A", ["1:4 wrong-type"]),
    "a theme has a name": ("themes", "a: {title: A}", ["1:4 missing-field", "1:5 unknown-key"]),
    "a sequence has a title": ("sequences", "a: {}", ["1:4 missing-field"]),
    "things have ids": ("places", "- {name: A}", ["1:1 yaml"]),
    "a place lies on the globe": (
        "places",
        "a: {name: A, lat: 91, lon: -181}",
        ["1:19 invalid-value", "1:28 invalid-value"],
    ),
    "a place lies within a known one": ("places", "a: {name: A, within: b}", ["1:22 unknown-id"]),
    "periods are a list": ("periods", "a: {title: A, from: 2022}", ["1:1 wrong-type"]),
    "a period has an id, a title and a beginning": ("periods", "- {}", ["1:3 missing-field"] * 3),
    "a period has a sound beginning": ("periods", "- {id: a, title: A, from: 2022-13}", ["1:27 invalid-date"]),
    "a period has an id of its own": (
        "periods",
        "- {id: a, title: A, from: 2022}\n- {id: a, title: B, from: 2022}",
        ["2:3 duplicate-key"],
    ),
    "the id of a period is fit for an address": ("periods", "- {id: a b, title: A, from: 2022}", ["1:3 invalid-slug"]),
    "a period does not end before it begins": (
        "periods",
        "- {id: a, title: A, from: 2022-02, to: 2022-01}",
        ["1:3 invalid-date"],
    ),
    "a ring of places is reported once and where it stands": (
        "places",
        "c: {name: C}\na: {name: A, within: b}\nb: {name: B, within: a}",
        ["2:22 invalid-value"],
    ),
    "an actor has a name in some language": ("actors", "a: {kind: person, name: {}}", ["1:25 missing-field"]),
}


def site(write_site: WriteSite, **fields: str) -> tuple[Site | None, list[str]]:
    """The settings with these fields, and what is reported of them."""
    problems: list[Problem] = []
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return read_site(Project(write_site({"content/site.yaml": text})), problems)[0], short(problems)


def gazetteer(write_site: WriteSite, files: Mapping[str, str]) -> tuple[Gazetteer, KnownIds, list[str]]:
    """What these files hold, the ids known from them, and what is reported of them."""
    problems: list[Problem] = []
    root = write_site({f"content/{name}.yaml": text for name, text in files.items()})
    found, known = GazetteerReader(Project(root), "fr", problems).read()
    return found, known, short(problems)


def short(problems: list[Problem]) -> list[str]:
    """Each problem’s place and code, in the order of the places."""
    found = sorted((problem.position, problem.code) for problem in problems)
    return [f"{position.line}:{position.column} {code}" for position, code in found]


def test_all_settings_are_read(write_site: WriteSite) -> None:
    words = "{fr: Un, en: One}"
    found = site(write_site, **{**SETTINGS, "title": words, "publisher": "Nous", "licence": "CC BY 4.0"})
    expected = Site(
        {"fr": "Un", "en": "One"}, {"fr": "Deux"}, "https://example.org/", ("fr", "en"), "Nous", "CC BY 4.0"
    )
    assert found == (expected, [])


@pytest.mark.parametrize(
    ("written", "set_otherwise"),
    [
        (None, {}),
        ("", {}),
        ("{}", {}),
        ("{no-source: off}", {Code.NO_SOURCE: Switch.OFF}),
        ("{no-source: 'off', slug-date: error}", {Code.NO_SOURCE: Switch.OFF, Code.SLUG_DATE: Switch.ERROR}),
        ("{gone-link: warning}", {Code.GONE_LINK: Switch.WARNING}),
        ("{no-source: warning, no-period: }", {Code.NO_SOURCE: Switch.WARNING}),
    ],
)
def test_a_rule_for_editors_is_set_as_it_comes_where_nothing_else_is_written(
    written: str | None, set_otherwise: Mapping[Code, Switch], write_site: WriteSite
) -> None:
    found, problems = site(write_site, **(SETTINGS if written is None else {**SETTINGS, "checks": written}))
    assert found
    assert (found.checks, problems) == ({**CHECKS, **LINK_CHECKS, **set_otherwise}, [])


@pytest.mark.parametrize(
    ("written", "reported"),
    [
        ("{no-sources: off}", ["5:10 unknown-key"]),
        ("{dead-link: off}", ["5:10 unknown-key"]),
        ("{no-source: no}", ["5:21 invalid-value"]),
        ("{no-source: [off]}", ["5:21 wrong-type"]),
        ("off", ["5:9 wrong-type"]),
        ("[no-source]", ["5:9 wrong-type"]),
    ],
)
def test_only_rules_for_editors_are_set_and_only_to_off_warning_or_error(
    written: str, reported: list[str], write_site: WriteSite
) -> None:
    assert site(write_site, **{**SETTINGS, "checks": written})[1] == reported


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/", "https://example.org/"),
        ("https://example.org/a/b", "https://example.org/a/b/"),
        ("https://example.org/a//", "https://example.org/a/"),
    ],
)
def test_the_address_of_the_site_ends_with_one_slash(written: str, read: str, write_site: WriteSite) -> None:
    found, _ = site(write_site, **{**SETTINGS, "base_url": written})
    assert found
    assert found.base_url == read


def test_words_without_a_language_are_in_the_first_one(write_site: WriteSite) -> None:
    found, _ = site(write_site, **{**SETTINGS, "languages": "[en, fr]"})
    assert found
    assert found.title == {"en": "Un"}


@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize("written", [None, "", "' '"])
def test_every_setting_that_the_site_needs_is_there(written: str | None, name: str, write_site: WriteSite) -> None:
    others = {other: value for other, value in SETTINGS.items() if other != name}
    found, problems = site(write_site, **(others if written is None else {name: written, **others}))
    assert found is None
    assert "1:1 missing-field" in problems


def test_a_project_without_settings_is_reported(tmp_path: Path) -> None:
    problems: list[Problem] = []
    assert read_site(Project(tmp_path), problems) == (None, ())
    assert short(problems) == ["1:1 missing-file"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("".join(f"{name}: {value}\n" for name, value in SETTINGS.items()), "fr"),
        ("", "en"),
        ("languages: [", "en"),
        ("languages: [fr, en]", "fr"),
    ],
)
def test_there_is_a_default_language_also_where_the_settings_are_faulty(
    text: str, language: str, write_site: WriteSite
) -> None:
    assert languages_of(Project(write_site({"content/site.yaml": text})))[0] == language


@pytest.mark.parametrize(
    ("name", "written"), [("title", "{}"), ("languages", "[]"), ("languages", "[~]"), ("languages", "[fr, fr]")]
)
def test_settings_that_no_site_can_have_are_reported(name: str, written: str, write_site: WriteSite) -> None:
    assert site(write_site, **{**SETTINGS, name: written})[1]


def test_all_that_the_files_tell_is_read_in_their_order(write_site: WriteSite) -> None:
    themes, sequences = "b: {name: B}\na: {name: A}", "s: {title: S, summary: T}"
    files = {"actors": ACTORS, "places": PLACES, "themes": themes, "periods": PERIODS, "sequences": sequences}
    found, _, problems = gazetteer(write_site, files)
    assert not problems
    president = Role({"fr": "présidente"}, "nato", moment("2014-10"), moment("2024-10"))
    assert list(found.actors.values()) == [
        Actor("nato", ActorKind.ORGANISATION, {"fr": "Otan", "en": "NATO"}, ("l’Alliance",), (), "Q7184"),
        Actor("anna", ActorKind.PERSON, {"fr": "Anna"}, (), (president, Role({"fr": "ministre"}))),
    ]
    assert list(found.places.values()) == [
        Location("hq", {"fr": "siège"}, (), "brussels", "BE", 50.879, 4.422),
        Location("brussels", {"fr": "Bruxelles"}, ("Brussel",)),
    ]
    assert list(found.themes.values()) == [Theme("b", {"fr": "B"}), Theme("a", {"fr": "A"})]
    assert found.sequences == {"s": Sequence("s", {"fr": "S"}, {"fr": "T"})}
    assert list(found.periods.values()) == [
        Period("one", {"fr": "Un"}, moment("2021-03"), moment("2022-02-23"), {"fr": "Deux"}),
        Period("two", {"fr": "Deux"}, moment("2022")),
        Period("day", {"fr": "Un jour"}, moment("2022-01-12"), moment("2022-01-12")),
    ]


def test_a_project_may_have_no_gazetteer(write_site: WriteSite) -> None:
    found, known, problems = gazetteer(write_site, {})
    assert (found, problems) == (Gazetteer({}, {}, {}, {}, {}), [])
    assert known == KnownIds({}.keys(), {}.keys(), {}.keys(), {}.keys())


@pytest.mark.parametrize(
    ("name", "text", "reported"),
    [pytest.param(*row, id=rule) for rule, row in REFUSED.items()],
)
def test_a_fault_is_reported_where_it_stands(name: str, text: str, reported: list[str], write_site: WriteSite) -> None:
    assert gazetteer(write_site, {name: text})[2] == reported


@pytest.mark.parametrize(
    ("text", "is_ring"),
    [
        ("a: {name: A, within: a}", True),
        ("a: {name: A, within: b}\nb: {name: B, within: a}", True),
        ("a: {name: A, within: b}\nb: {name: B, within: c}\nc: {name: C, within: b}", True),
        ("a: {name: A, within: c}\nb: {name: B, within: c}\nc: {name: C}", False),
    ],
)
def test_no_place_lies_within_itself(text: str, is_ring: bool, write_site: WriteSite) -> None:
    codes = {problem.split()[1] for problem in gazetteer(write_site, {"places": text})[2]}
    assert codes == ({"invalid-value"} if is_ring else set())


def test_a_faulty_thing_keeps_its_id_known(write_site: WriteSite) -> None:
    """Else its fault would be reported again in every entry."""
    _, known, _ = gazetteer(write_site, {"actors": "a: {kind: man, name: A}\nb:\n"})
    assert list(known.actors or ()) == ["a", "b"]


def test_a_thing_without_fields_is_reported(write_site: WriteSite) -> None:
    assert gazetteer(write_site, {"themes": "a: {name: A}\nb:\n"})[2] == ["2:1 missing-field"]


@pytest.mark.parametrize("text", ["a: [", "- a"])
def test_nothing_is_unknown_where_the_file_cannot_be_read(text: str, write_site: WriteSite) -> None:
    """Else one fault would be reported again in every entry."""
    _, known, _ = gazetteer(write_site, {"actors": text, "themes": "a: {name: A}"})
    assert known.actors is None
    assert list(known.themes or ()) == ["a"]
