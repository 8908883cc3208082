"""The rules of the house: imports go down, rooms do not meet, each library has one front door."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))

ROOMS = ("convert", "intake", "load", "chronology", "render", "review", "linkcheck", "search", "publish")
FLOORS = {
    0: {"model", "arranged", "findable", "moment", "errors"},
    1: set(
        """cancellation config crowd dates effort escape excerpts explanations files frontmatter languages links markup
        program_digest progress report sources summary text timings urls""".split()
    ),
    2: set(ROOMS),
    3: {
        "authoring",
        "begin",
        "build",
        "console",
        "converting",
        "formats",
        "importing",
        "rebuilding",
        "repeat",
        "requirement",
        "serve",
    },
    4: {"cli"},
    5: {"__main__"},
}
FRONT_DOORS = {
    "babel": "languages.py",
    "cbor2": "search/stable.py",
    "click": "cli/",
    "fontTools": "render/faces.py",
    "jinja2": "render/templates.py",
    "markdown": "render/markdown.py",
    "markdownify": "intake/prose.py",
    "nh3": "render/sanitise.py",
    "pickle": "load/kept.py",
    "rcssmin": "render/assets.py",
    "pagefind_bin": "search/index.py",
    "resvg_py": "render/raster.py",
    "rich": "console.py",
    "rjsmin": "render/scripts.py",
    "urllib3": "linkcheck/client.py",
    "watchfiles": "serve/watching.py",
    "yaml": "frontmatter.py",
}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def room_of(path: Path) -> str:
    """The first part of a module's name: its room, or the module itself."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def floor_of(part: str) -> int:
    return next(floor for floor, parts in FLOORS.items() if part in parts)


def imports(path: Path) -> Iterator[str]:
    """Every module that a module imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} uses a relative import"
            module = str(node.module)
            yield from (f"{module}.{alias.name}" for alias in node.names) if module == "generator" else (module,)


def own_imports(path: Path) -> Iterator[str]:
    """The rooms and modules of this package that a module imports."""
    for module in imports(path):
        parts = module.split(".")
        if parts[0] == "generator" and len(parts) > 1 and parts[1] != "__version__":
            yield parts[1]


@pytest.mark.parametrize("path", [path for path in MODULES if name_of(path) != "__init__.py"], ids=name_of)
def test_imports_go_down_only(path: Path) -> None:
    """A module imports lower floors, or its own room; modules of the two lowest floors may share theirs."""
    here = room_of(path)
    for other in own_imports(path):
        shares_floor = floor_of(here) == floor_of(other) <= 1
        assert other == here or shares_floor or floor_of(other) < floor_of(here), f"{name_of(path)} imports {other}"


def test_rooms_never_import_one_another() -> None:
    """Rooms meet in build.py alone."""
    for path in MODULES:
        if room_of(path) in ROOMS:
            assert {other for other in own_imports(path) if other in ROOMS} <= {room_of(path)}, name_of(path)


@pytest.mark.parametrize("library", FRONT_DOORS)
def test_a_library_has_one_front_door(library: str) -> None:
    """One module, or one folder, imports it, so that nothing else would change with it."""
    users = {name_of(path) for path in MODULES if any(module.split(".")[0] == library for module in imports(path))}
    door = FRONT_DOORS[library]
    assert {f"{room_of(PACKAGE / user)}/" if door.endswith("/") else user for user in users} == {door}


def test_no_module_is_long() -> None:
    """Past 350 lines a module is asked what its second half is called."""
    assert not [name_of(path) for path in MODULES if len(path.read_text("utf-8").splitlines()) > 350]


def test_python_holds_no_html() -> None:
    """A tag belongs to the layouts."""
    tags = ("</", "<p>", "<a ", "<div", "<span", "<br", "<li>")
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not any(tag in node.value for tag in tags), f"{name_of(path)}: {node.lineno}"
