"""Templates, views and their list belong together."""

import re
from dataclasses import fields, is_dataclass
from pathlib import Path

from generator.render import data_views, machine_views, parts, views
from generator.render.parts import Body, BodyLink
from generator.render.views import TEMPLATES, Page, View

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE_FOLDER = ROOT / "layouts" / "templates"
STYLES = [path for folder in ("assets/css", "inline") for path in (ROOT / "layouts" / folder).glob("*.css")]


def templates() -> set[str]:
    """Templates that make a page; a folder with an underscore holds none, what is in no folder is a frame of pages."""
    names = {path.relative_to(TEMPLATE_FOLDER).as_posix() for path in TEMPLATE_FOLDER.rglob("*.*")}
    return {name for name in names if not name.startswith("_") and "/" in name}


def test_every_view_has_one_template_and_every_template_one_view() -> None:
    assert set(TEMPLATES) == set(View.__args__)
    assert sorted(TEMPLATES.values()) == sorted(templates())


def test_the_readme_lists_each_template_with_its_view() -> None:
    rows = re.findall(
        r"^\| `([^`]+)` \| `([^`]+)` \|$", (ROOT / "layouts" / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert dict(rows) == {template: view.__name__ for view, template in TEMPLATES.items()}


def test_macros_take_all_they_need_as_arguments() -> None:
    """A macro that reads the page's view could not be used on another page."""
    for path in (TEMPLATE_FOLDER / "_macros").glob("*.html"):
        assert not re.search(r"\bview\.", path.read_text("utf-8")), path.name


def test_colours_and_faces_are_set_in_one_file() -> None:
    """A style sheet names tokens; only tokens.css, and paper for print, name colours."""
    for path in STYLES:
        if path.name not in {"tokens.css", "print.css"}:
            assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", path.read_text("utf-8")), path.name


def test_every_token_is_used_and_every_token_that_is_used_is_set() -> None:
    """A custom property that nothing reads is dead; one that nothing sets is a slip of the pen."""
    styles = "".join(path.read_text("utf-8") for path in STYLES)
    assert set(re.findall(r"(--[\w-]+):", styles)) == set(re.findall(r"var\((--[\w-]+)", styles))


def test_every_field_of_a_view_is_used_by_a_template() -> None:
    """What no template shows is not worked out. A page is read by what draws it, a body by the filter `markdown`."""
    sources = "".join(path.read_text("utf-8") for path in TEMPLATE_FOLDER.rglob("*.*"))
    read = set(re.findall(r"\.(\w+)", sources))
    kinds = {
        kind
        for kind in (vars(parts) | vars(views) | vars(data_views) | vars(machine_views)).values()
        if isinstance(kind, type) and is_dataclass(kind)
    }
    kinds -= {Page, Body, BodyLink}
    unused = [f"{kind.__name__}.{field.name}" for kind in kinds for field in fields(kind) if field.name not in read]
    assert not unused


def test_scripts_are_light() -> None:
    """15 kB in all but for the search, and half of one on every page."""
    sizes = {path.name: path.stat().st_size for path in (ROOT / "layouts" / "assets" / "js").glob("*.js")}
    assert sum(size for name, size in sizes.items() if name != "search.js") <= 15_000
    assert sizes["keys.js"] <= 512


def contrast(first: str, second: str) -> float:
    """Contrast of two colours (WCAG 2.2, relative luminance)."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_text_stands_out_from_the_paper_in_both_schemes() -> None:
    """4.5 to 1 for every colour of text (WCAG 2.2, 1.4.3)."""
    tokens = (ROOT / "layouts" / "assets" / "css" / "tokens.css").read_text("utf-8")
    for scheme in tokens.split("@media"):
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", scheme))
        for text in ("ink", "ink-soft", "accent", "accent-strong"):
            assert contrast(colours[text], colours["paper"]) >= 4.5, text
        assert contrast(colours["warning"], colours["warning-paper"]) >= 4.5
        assert contrast(colours["warning"], colours["paper"]) >= 4.5
        for ground in ("land", "sea"):
            assert contrast(colours["ink-soft"], colours[ground]) >= 4.5, ground
