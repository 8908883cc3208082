"""The documentation says what the code does: every command, option, field, tag, room and link."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from generator.cli.main import timeline
from generator.config import Project
from generator.errors import CHECKS, LINK_CHECKS, Code
from generator.load import schema
from generator.load.content import load
from generator.load.fields import Choice
from generator.load.records import Described, Record, kind_of
from generator.markup import ALLOWED_ATTRIBUTES, ALLOWED_TAGS

ROOT = Path(__file__).resolve().parents[2]
AUTHORS = (ROOT / "content" / "README.md").read_text("utf-8")
FRONT = (ROOT / "README.md").read_text("utf-8")
CONVERTER = ROOT / "generator" / "convert" / "README.md"
STARTER = ROOT / "generator" / "starter" / "README.md"
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("[!.]*/README.md")), CONVERTER, STARTER]
MADE = {"entries.csv", "site.yaml", "base.html", "seed.txt", "unused", "title", "main"}
"""What steps for changes name, and what is no file or name of the code: that of a project, the site or a template."""
NOTHING = schema.KnownIds(None, None, None, None)


def commands() -> dict[str, click.Command]:
    context = click.Context(timeline)
    found = {name: timeline.get_command(context, name) for name in timeline.list_commands(context)}
    return {name: command for name, command in found.items() if command}


@pytest.mark.parametrize("name", commands())
def test_the_readme_names_every_command_and_option(name: str) -> None:
    assert f"`timeline {name}" in FRONT
    for parameter in commands()[name].params:
        for option in parameter.opts if isinstance(parameter, click.Option) else ():
            assert f"`{option}" in FRONT, option


PROGRAMS = {
    "timeline": "generator",
    "pytest": "pytest",
    "pip": "pip",
    "pip-audit": "pip_audit",
    "pre-commit": "pre_commit",
    "pybabel": "babel.messages.frontend",
}
NOT_OURS = {"uv", "aws", "git", "npm"}  # installed by whoever changes the dependencies, or publishes


OUR_SCRIPT = r"python3? (tests/\w+\.py)"


def command_lines(text: str) -> Iterator[str]:
    """Commands in blocks for a shell and in the text. An option alone belongs to the commands named on its line."""
    for block in re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from re.split(r"\n|&&", block.strip())
    for line in re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL).splitlines():
        spans = [part for span in re.findall(r"`([^`]+)`", line) for part in re.split(r" && ", span)]
        named = [span for span in spans if Path(span.split()[0]).name in {*PROGRAMS, *NOT_OURS, "python"}]
        owners = named or [f"timeline {name}" for name in commands()]
        yield from [*named, *(f"{owner} {span}" for span in spans if re.match("--[a-z]", span) for owner in owners)]


def parsed(command: str) -> tuple[tuple[str, ...], set[str]]:
    """How the help of a command is asked for, as arguments of Python, and its options."""
    program, *words = shlex.split(command.replace("\\", "/"))
    if Path(program).name in {"python", "python3"}:
        words = words[1:]  # after -m
        module = words.pop(0)
    else:
        module = PROGRAMS[Path(program).name]
    verb = [word for word in words[:1] if re.fullmatch(r"[a-z]+", word)]
    return ("-m", module, *verb), {word.split("=")[0] for word in words if word.startswith("-")}


def documented() -> dict[tuple[str, ...], set[str]]:
    """Every command in the documents, with all options that it is shown with."""
    found: dict[tuple[str, ...], set[str]] = {}
    for path in DOCUMENTS:
        for line in command_lines(path.read_text("utf-8")):
            if line.split()[0] not in NOT_OURS and not re.search(OUR_SCRIPT, line):
                command, options = parsed(line)
                found.setdefault(command, set()).update(options)
    return found


@pytest.mark.parametrize("command", sorted(documented()), ids=" ".join)
def test_every_command_and_option_in_the_documents_exists(command: tuple[str, ...]) -> None:
    """Each program is asked for its help, and answers with all of them."""
    done = subprocess.run(
        [sys.executable, *command, "--help"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert not documented()[command] - set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", done.stdout))


@pytest.mark.parametrize("name", commands())
def test_what_every_command_does_fits_into_its_line_of_the_list(name: str) -> None:
    """On a terminal of 80 columns."""
    assert not commands()[name].get_short_help_str(78 - len(f"  {name:{max(map(len, commands()))}}  ")).endswith("...")


@pytest.mark.parametrize("name", commands())
def test_the_help_of_every_command_has_an_example(name: str) -> None:
    assert f"Example: timeline {name}" in (commands()[name].help or "")


RECORDS: dict[str, Record[Any]] = {
    "an entry": schema.entry_record(NOTHING, ()),
    "site.yaml": schema.site_record("en"),
    "actors.yaml": schema.actor_record("en", None),
    "places.yaml": schema.place_record("en", None),
    "themes.yaml": schema.theme_record("en"),
    "sequences.yaml": schema.sequence_record("en"),
    "periods.yaml": schema.period_record("en"),
    "a page": schema.page_record(()),
}


def rows(record: Record[Any], prefix: str = "") -> Iterator[str]:
    """What each field holds, the fields inside it below it; rules for editors have a table of their own."""
    for name, field in record.fields.items():
        assert isinstance(field, Described), f"{name} says nothing"
        kind = kind_of(field)
        words = " ".join(f"`{option.value}`" for option in kind.options) if isinstance(kind, Choice) else ""
        needed = "; required" if name in record.required else ""
        yield f"| `{prefix}{name}` | {field.says}{words and f': {words}'}{needed} |"
        if isinstance(kind, Record) and kind.what != "checks":
            yield from rows(kind, f"{prefix}{name}.")


@pytest.mark.parametrize("what", RECORDS)
def test_the_authors_readme_says_what_every_field_holds(what: str, refresh: bool) -> None:
    table = "\n".join(["", "| field | what it holds |", "|---|---|", *rows(RECORDS[what]), ""])
    text = (ROOT / "content" / "README.md").read_text("utf-8")
    before, found, after = re.split(f"<!-- /?fields of {what} -->", text)
    if refresh:
        marks = f"<!-- fields of {what} -->", f"<!-- /fields of {what} -->"
        (ROOT / "content" / "README.md").write_text(table.join(marks).join((before, after)), "utf-8")
    else:
        assert found == table, "run pytest --refresh tests/house/test_docs.py"


def test_the_authors_readme_names_every_tag_that_is_allowed() -> None:
    listed = AUTHORS.split("<!-- tags -->")[1].split("<!-- /tags -->")[0]
    assert set(re.findall(r"`(\w+)`", listed)) == ALLOWED_TAGS


def test_the_authors_readme_names_every_attribute_that_is_allowed() -> None:
    listed = AUTHORS.split("<!-- attributes -->")[1].split("<!-- /attributes -->")[0]
    rows = re.findall(r"^- (any tag|`\w+`): (.*)$", listed, re.MULTILINE)
    names = {tag.strip("`").replace("any tag", "*"): {*re.findall(r"`(\w+)`", names)} for tag, names in rows}
    assert names == ALLOWED_ATTRIBUTES


def test_the_authors_readme_tells_what_every_code_means() -> None:
    listed = AUTHORS.split("<!-- codes -->")[1].split("<!-- /codes -->")[0]
    assert re.findall(r"^\| `([a-z-]+)` \| \w", listed, re.MULTILINE) == sorted(Code)


def test_the_authors_readme_tells_what_every_rule_for_editors_finds() -> None:
    listed = AUTHORS.split("<!-- rules -->")[1].split("<!-- /rules -->")[0]
    assert re.findall(r"^\| `([a-z-]+)` \| \w", listed, re.MULTILINE) == sorted(CHECKS)


def test_scripts_that_the_documents_name_are_there() -> None:
    named = {name for path in DOCUMENTS for name in re.findall(OUR_SCRIPT, path.read_text("utf-8"))}
    assert named
    assert not {name for name in named if not (ROOT / name).is_file()}


def test_the_readme_shows_the_site_in_both_schemes_in_small_files_and_says_what_is_seen() -> None:
    pictures = re.findall(r'\b(?:src|srcset)="(.github[^"]+)"', FRONT)
    sizes = {Path(name).stem: (ROOT / name).stat().st_size for name in pictures}
    assert sizes.keys() == {"home-light", "home-dark"}
    assert max(sizes.values()) <= 150_000
    assert re.search(r'<img src="[^"]+" width="\d+" alt="[^"]{50,}">', FRONT)


def test_the_authors_readme_tells_how_every_fault_of_outside_links_is_set() -> None:
    listed = AUTHORS.split("<!-- links -->")[1].split("<!-- /links -->")[0]
    found = re.findall(r"^\| `([a-z-]+)` \| \w.* \| (\w+) \|$", listed, re.MULTILINE)
    assert found == sorted(LINK_CHECKS.items())


def test_a_newcomer_s_files_are_sound(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    for name, yaml in zip(("site", "actors"), re.findall(r"```yaml\n(.*?)```", AUTHORS, re.DOTALL), strict=False):
        (content / f"{name}.yaml").write_text(yaml, "utf-8")
    found = load(Project(tmp_path))
    assert (found.warnings, len(found.gazetteer.actors)) == ((), 2)


def test_the_programmers_readme_names_every_module_of_the_lower_and_upper_floors_and_every_room() -> None:
    text = (ROOT / "generator" / "README.md").read_text("utf-8")
    modules = {path.name for path in (ROOT / "generator").glob("*.py")} - {"__init__.py"}
    rooms = {f"{path.parent.name}/" for path in (ROOT / "generator").glob("*/__init__.py")}
    assert not {name for name in modules | rooms if name not in text}


def test_the_converters_readme_names_every_module_of_its_room() -> None:
    text = CONVERTER.read_text("utf-8")
    modules = {path.name for path in CONVERTER.parent.rglob("*.py")}
    assert not {name for name in modules if f"`{name}`" not in text}


def steps() -> Iterator[tuple[str, str]]:
    """Each step of the lists for common changes, and where it stands."""
    for path in (ROOT / "generator" / "README.md", ROOT / "layouts" / "README.md", CONVERTER):
        for step in re.findall(r"^\d+\. (.*)$", path.read_text("utf-8"), re.MULTILINE):
            yield path.relative_to(ROOT).as_posix(), step


@pytest.mark.parametrize(("document", "step"), [*steps()])
def test_a_step_for_a_change_names_files_that_are_there_and_names_that_stand_in_them(document: str, step: str) -> None:
    """A file is named from the document or from any folder above it, a name together with a file it stands in."""
    spans = [span for span in re.findall(r"`([^`]+)`", step) if " " not in span and "…" not in span]
    folders = [ROOT / document, *(ROOT / document).parents][1 : 2 + document.count("/")]
    found = {span: [path for folder in folders if (path := folder / span).exists()] for span in spans}
    named = {span for span in spans if re.search(r"[/.]", span) and span not in MADE}
    assert not {span for span in named if not found[span]}
    text = "".join(path.read_text("utf-8") for paths in found.values() for path in paths if path.is_file())
    assert not [name for name in {*spans} - named - MADE if not re.search(rf"\b{name}\b", text)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_between_documents_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_the_house_holds_what_it_should_and_nothing_else() -> None:
    """The top level is what the README's table says, and what conventions ask for."""
    ignored = {
        ".git",
        "PKG-INFO",
        ".venv",
        ".mypy_cache",
        ".pytest_cache",
        ".ruff_cache",
        ".hypothesis",
        ".benchmarks",
        "dist",
        ".timeline",
    }
    folders = {"content", "layouts", "generator", "seeds", "site", "tests"}
    files = {"pyproject.toml", "README.md", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md"}
    dots = {".gitattributes", ".gitignore", ".ci", ".github", ".vscode", ".pre-commit-config.yaml"}
    found = {path.name for path in ROOT.iterdir() if not path.name.startswith(".coverage")}
    assert found - ignored == folders | files | dots
