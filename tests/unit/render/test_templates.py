"""Templates are filled in each language, and compiled anew only where they changed."""

from collections.abc import Mapping
from pathlib import Path
from types import CodeType

import pytest
from jinja2 import Environment

from generator.config import shipped_layouts
from generator.errors import SettingsError
from generator.languages import Language, open_languages
from generator.render.templates import Templates


@pytest.fixture
def languages() -> Mapping[str, Language]:
    return open_languages(("fr", "en"), (shipped_layouts(),))


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the templates that were compiled so far."""
    names = list[str]()
    compile_ = Environment.compile

    def count(self: Environment, source: str, name: str, filename: str) -> CodeType:
        names.append(name)
        return compile_(self, source, name, filename)

    monkeypatch.setattr(Environment, "compile", count)
    return names


def filled(folder: Path, languages: Mapping[str, Language], lang: str = "fr") -> str:
    templates = Templates((folder,), languages, lambda language: {"tongue": lambda word: f"{word} {language.code}"})
    return "".join(templates.filled("page.txt", lang, {"word": "Un"}))


def test_a_template_is_compiled_once_for_all_languages_and_builds(
    tmp_path: Path, languages: Mapping[str, Language], compiled: list[str]
) -> None:
    (tmp_path / "page.txt").write_text("{{ word|tongue }}")
    assert filled(tmp_path, languages) == "Un fr"
    assert filled(tmp_path, languages, "en") == "Un en"
    assert compiled == ["page.txt"]


def test_a_template_that_changed_is_compiled_again(
    tmp_path: Path, languages: Mapping[str, Language], compiled: list[str]
) -> None:
    for text in ("{{ word }}.", "{{ word }}!"):
        (tmp_path / "page.txt").write_text(text)
        assert filled(tmp_path, languages) == text.replace("{{ word }}", "Un")
    assert len(compiled) == 2


def test_a_fault_is_named_with_the_file_it_stands_in(tmp_path: Path, languages: Mapping[str, Language]) -> None:
    """Also where a template of the same text, in another folder, was compiled before."""
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "page.txt").write_text("\n{{ nothing }}")
        with pytest.raises(SettingsError, match=r"^layouts/templates/page\.txt, line 2: 'nothing' is undefined$"):
            filled(folder, languages)


def test_the_digest_is_that_of_all_that_a_template_refers_to(tmp_path: Path, languages: Mapping[str, Language]) -> None:
    (tmp_path / "page.txt").write_text("{% include 'inner.txt' %}")
    (tmp_path / "inner.txt").write_text("Un")
    (tmp_path / "other.txt").write_text("Un")

    def digest() -> str:
        return Templates((tmp_path,), languages, lambda _: {}).digest("page.txt")

    before = digest()
    (tmp_path / "other.txt").write_text("Deux")
    assert digest() == before
    (tmp_path / "inner.txt").write_text("Deux")
    assert digest() != before
