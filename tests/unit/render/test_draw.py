"""Drawing: the same bytes every time, a project's own templates first, and faults in them named."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.build import editions_of
from generator.config import Project
from generator.errors import SettingsError
from generator.files import Output
from generator.load.content import load
from generator.render.planned import Planned

WriteSite = Callable[[Mapping[str, str | bytes]], Path]

ENTRY = "---\ntitle: Genève\ndate: 2022-01-10\npublished: 2022-01-11\n---\n\nTexte[^1].\n\n[^1]: Note.\n"
PROSE = "---\ntitle: Méthode\n---\n\nTexte.\n"
CONTENT: dict[str, str | bytes] = {
    "content/entries/a.md": ENTRY,
    "content/entries/b.md": ENTRY,
    "content/pages/method.md": PROSE,
}
ENTRY_TEMPLATE = "layouts/templates/pages/entry.html"
PARTIAL = "layouts/templates/_partials/colophon.html"

# A template of the project's own with a mistake in it, and what is said of it.
MISTAKES = {
    "a name that is not there": ("{{ veiw.card }}", "'veiw' is undefined"),
    "a field that is not there": ("{{ view.crad }}", "no attribute 'crad'"),
    "a field of nothing": ("{{ view.card.titel.text }}", "no attribute 'titel'"),
    "a filter that is not there": ("\n{{ view.card.title | shout }}", "line 2: No filter named 'shout'"),
    "an asset that is not there": ("{{ asset('css/other.css') }}", "there is no asset css/other.css"),
    "a script that is not there": ("{{ inline('other.js') }}", "there is no style sheet or script other.js"),
}
CRASHES = {
    "a tag that is not closed": "{% if view.card %}",
    "a template that is not there": "{% include '_partials/other.html' %}",
    "a sum of a text": "{{ 1 + view.card.title }}",
    "a template within itself": "{% include 'pages/entry.html' %}",
    "a per cent sign": "{{ _('50 % of all') }}",
}

UNREADABLE = {
    "a letter of another encoding": (b"<p>\n\xe9</p>", "line 2: this is not UTF-8"),
    "a tag that has no end": (b"<p>\n{% if %}", "line 2: Expected an expression"),
}


def planned(root: Path) -> list[Output]:
    project = Project(root)
    return list(Planned(project, editions_of(project, load(project))).outputs())


def drawn(root: Path) -> dict[str, bytes]:
    return {output.path: output.draw() for output in planned(root)}


def test_two_drawings_are_the_same_bytes(write_site: WriteSite) -> None:
    """By one drawer, in any order, and by another."""
    root = write_site(CONTENT)
    outputs = planned(root)
    first = {output.path: output.draw() for output in outputs}
    assert {output.path: output.draw() for output in reversed(outputs)} == first
    assert drawn(root) == first


def test_a_project_s_own_template_stands_before_the_shipped_one(write_site: WriteSite) -> None:
    """It may extend and include the shipped ones, and these may include it."""
    own = "{% extends 'base.html' %}{% block title %}Own{% endblock %}{% block main %}<h1>Own</h1>{% endblock %}"
    site = drawn(write_site(CONTENT | {ENTRY_TEMPLATE: own, PARTIAL: "<footer>Own</footer>"}))
    assert b"<h1>Own</h1>" in site["entries/a/index.html"]
    assert b'<header class="masthead">' in site["entries/a/index.html"]
    assert all(b"<footer>Own</footer>" in site[name] for name in ("index.html", "en/2022/index.html", "404.html"))


def test_each_page_speaks_the_language_of_its_address(write_site: WriteSite) -> None:
    """Its plural forms too."""
    site = {name: data.decode() for name, data in drawn(write_site(CONTENT)).items() if name.endswith(".html")}
    assert "2 entrées, dans l’ordre des faits." in site["timeline/index.html"]
    assert "2 entries, in the order of events." in site["en/timeline/index.html"]
    assert '<html lang="fr" dir="ltr">' in site["404.html"]
    assert '<html lang="en" dir="ltr">' in site["en/method/index.html"]


def test_one_entry_is_counted_in_the_singular(write_site: WriteSite) -> None:
    """In the plural form of the language."""
    site = drawn(write_site({"content/entries/a.md": ENTRY}))
    assert "1 entrée, dans".encode() in site["timeline/index.html"]
    assert b"1 entry, in" in site["en/timeline/index.html"]


@pytest.mark.parametrize(("template", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_misspelt_name_in_a_template_is_a_fault_of_the_settings_that_names_it(
    template: str, said: str, write_site: WriteSite
) -> None:
    """It is never passed over in silence."""
    with pytest.raises(SettingsError) as fault:
        drawn(write_site(CONTENT | {ENTRY_TEMPLATE: template}))
    assert str(fault.value).startswith(ENTRY_TEMPLATE)
    assert said in str(fault.value)


@pytest.mark.parametrize("template", CRASHES.values(), ids=CRASHES)
def test_any_other_mistake_in_a_template_is_one_too(template: str, write_site: WriteSite) -> None:
    """A traceback means a bug of ours."""
    with pytest.raises(SettingsError) as fault:
        drawn(write_site(CONTENT | {ENTRY_TEMPLATE: template}))
    assert str(fault.value).startswith(ENTRY_TEMPLATE)


@pytest.mark.parametrize("name", [ENTRY_TEMPLATE, PARTIAL])
@pytest.mark.parametrize(("template", "said"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_template_that_cannot_be_read_is_named_with_its_line(
    template: bytes, said: str, name: str, write_site: WriteSite
) -> None:
    """Also where another one includes it."""
    with pytest.raises(SettingsError) as fault:
        drawn(write_site(CONTENT | {name: template}))
    assert str(fault.value).startswith(f"{name}, {said}")


def test_a_fault_of_this_program_is_not_laid_at_the_designer_s_door(
    write_site: WriteSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It keeps its traceback."""
    root = write_site(CONTENT)
    monkeypatch.setattr("generator.render.draw.Drawer._functions", lambda _self, _page: int("a bug"))
    with pytest.raises(ValueError, match="a bug"):
        drawn(root)


def test_a_mistake_in_a_template_that_others_include_is_found_there(write_site: WriteSite) -> None:
    """The file that has to be put right is named."""
    with pytest.raises(SettingsError) as fault:
        drawn(write_site(CONTENT | {PARTIAL: "{{ veiw.shell }}"}))
    assert str(fault.value).startswith(PARTIAL)


def test_a_template_that_may_be_missing_may_be(write_site: WriteSite) -> None:
    """Jinja's own ways of saying so hold."""
    own = "{% include 'no.html' ignore missing %}{% include ['no.html', '_partials/colophon.html'] %}"
    site = drawn(write_site(CONTENT | {ENTRY_TEMPLATE: own, PARTIAL: "<footer>Own</footer>"}))
    assert site["entries/a/index.html"] == b"<footer>Own</footer>"
