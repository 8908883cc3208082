"""The words of the interface: every one is in the catalogs, and every catalog is whole."""

import gettext
import io
import re
from pathlib import Path

import pytest
from babel import Locale
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[2]
I18N = ROOT / "layouts" / "i18n"
TEMPLATE = I18N / "messages.pot"
METHODS = [("generator", "**.py", "python"), ("layouts/templates", "**.*", "jinja2")]
OPTIONS = {"layouts/templates": {"silent": "false", "trimmed": "true", "newstyle_gettext": "true"}}
KEYWORDS = {
    "_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "marked": None,
    "marked_in": ((1, "c"), 2),
    "word": None,
    "word_in": ((1, "c"), 2),
}
VOLATILE = tuple(
    f'"{name}: '
    for name in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Generated-By",
    )
)
PLACEHOLDER = re.compile(r"%\((\w+)\)s")

Key = tuple[str | None, tuple[str, ...]]


def extracted() -> Catalog:
    """All messages of the templates and the program, as a catalog without dates or names."""
    catalog = Catalog(project="dateline-timeline", copyright_holder=None, header_comment="# Words of the interface.")
    for folder, pattern, method in METHODS:
        options = {pattern: OPTIONS.get(folder, {})}
        found = extract_from_dir(
            ROOT / folder, [(pattern, method)], options, keywords=KEYWORDS, directory_filter=lambda _: True
        )
        for _name, _line, message, _comments, context in found:
            catalog.add(message, context=context)
    return catalog


def forms(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    """A message, or its translation, in each of its plural forms."""
    return (text or "",) if isinstance(text, str | None) else tuple(text)


def key(message: Message) -> Key:
    return message.context, forms(message.id)


def messages(catalog: Catalog) -> dict[Key, Message]:
    return {key(message): message for message in catalog if message.id}


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=None if path == TEMPLATE else path.stem)


def write(path: Path, catalog: Catalog) -> None:
    """Write a catalog without the dates and names that would change with every refresh."""
    catalog.fuzzy = False
    text = io.BytesIO()
    write_po(text, catalog, sort_output=True, no_location=True, omit_header=path == TEMPLATE, width=0)
    lines = text.getvalue().decode().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(VOLATILE)), "utf-8")


def test_the_template_holds_every_word_of_the_interface(refresh: bool) -> None:
    """A word that is new in a template or the program is in messages.pot, and one that is gone is not."""
    fresh = extracted()
    if refresh:
        write(TEMPLATE, fresh)
        for path in I18N.glob("*.po"):
            catalog = read(path)
            catalog.update(fresh, no_fuzzy_matching=True)
            catalog.obsolete.clear()
            write(path, catalog)
    assert messages(read(TEMPLATE)).keys() == messages(fresh).keys(), "run pytest --refresh tests/house"


@pytest.mark.parametrize("path", sorted(I18N.glob("*.po")), ids=lambda path: path.stem)
def test_a_catalog_translates_every_message(path: Path) -> None:
    """No message is missing, empty or marked as a guess."""
    catalog = messages(read(path))
    assert catalog.keys() == messages(read(TEMPLATE)).keys(), "run pytest --refresh tests/house"
    incomplete = [message.id for message in catalog.values() if message.fuzzy or not all(forms(message.string))]
    assert not incomplete


@pytest.mark.parametrize("path", sorted(I18N.glob("*.po")), ids=lambda path: path.stem)
def test_a_translation_fills_in_only_what_the_message_offers(path: Path) -> None:
    """Each placeholder of a translation stands in its original; a plural may write its number out."""
    for message in messages(read(path)).values():
        offered = set(PLACEHOLDER.findall(" ".join(forms(message.id))))
        for string in forms(message.string):
            assert set(PLACEHOLDER.findall(string)) <= offered, message.id


@pytest.mark.parametrize("path", sorted(I18N.glob("*.po")), ids=lambda path: path.stem)
def test_a_catalog_counts_as_its_language_does(path: Path) -> None:
    """Numbers have the same plural form where CLDR says so, and a form of several numbers does not write one out."""
    catalog, category = read(path), Locale.parse(path.stem).plural_form
    rule = gettext.c2py(catalog.plural_expr)
    pairs = {(category(number), rule(number)) for number in range(1000)}
    assert len(pairs) == len({kind for kind, _ in pairs}) == len({form for _, form in pairs}) == catalog.num_plurals
    shared = {form for _, form in pairs if sum(rule(number) == form for number in range(1000)) > 1}
    for message in catalog:
        written = [form for form, text in enumerate(forms(message.string)) if not PLACEHOLDER.search(text)]
        assert not message.pluralizable or not shared & set(written), message.id


def test_no_template_holds_words_of_its_own() -> None:
    """What a reader sees comes from the content or the catalogs, never from a template."""
    templates = ROOT / "layouts" / "templates"
    for path in sorted([*templates.rglob("*.html"), *templates.rglob("*.svg")]):
        source = re.sub(
            r"{#.*?#}|{% set policy %}.*?{% endset %}|{%\s*trans\b.*?endtrans\s*%}|{%.*?%}|{{.*?}}",
            " ",
            path.read_text(),
            flags=re.DOTALL,
        )
        visible = re.sub(r"<[^>]*>|\s[a-z-]+=\"[^\"]*\"|\sdata-[a-z]+", " ", source)  # also attributes alone
        attributes = re.findall(r"\b(?:alt|title|aria-label|placeholder)=\"([^\"]*)\"", source)
        assert not re.findall(r"[^\W\d_]{2,}", visible), path
        assert not re.findall(r"[^\W\d_]", "".join(attributes)), path
