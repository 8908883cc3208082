"""Only the command line reads the clock, the environment or the working directory, only two places write to disk, and
only one asks the network.

Read from the syntax of each module: functions by their full name, under whatever name they were imported, and methods
by their own, since a syntax tree does not tell what a variable holds. The samples below test the test.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "generator"
MODULES = {path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py"))}


@dataclass(frozen=True)
class Reach:
    """What reaches outside. The name of a module or class stands for all in it, but for what is harmless."""

    functions: frozenset[str]
    methods: frozenset[str]
    harmless: frozenset[str] = frozenset()


OS_READING = {f"os.{name}" for name in "environ environb getenv getenvb getcwd getcwdb times".split()}
OS_HARMLESS = {f"os.{name}" for name in "PathLike fspath DirEntry scandir walk stat_result cpu_count".split()}
CLOCK = {"time", "datetime.date.today", "datetime.datetime.today"}
READING = Reach(
    frozenset(OS_READING | CLOCK | {"os.path", "pathlib.Path.home", "locale", "platform", "getpass", "socket"}),
    frozenset("now utcnow today fromtimestamp astimezone cwd absolute resolve expanduser".split()),
    frozenset({"time.sleep"}),
)
WRITING = Reach(
    frozenset(
        """os shutil tempfile subprocess builtins.open io.open io.FileIO codecs.open gzip bz2 lzma zipfile tarfile
        sqlite3 shelve dbm logging.FileHandler logging.handlers""".split()
    ),
    frozenset(
        """open write_bytes write_text touch mkdir rmdir unlink rename replace symlink_to hardlink_to chmod lchmod
        copy copy_into move move_into""".split()
    ),
    frozenset(OS_READING | OS_HARMLESS | {"os.path", "shutil.which"}),
)
NETWORK = Reach(
    frozenset(
        """socket ssl socketserver http.client http.server urllib.request ftplib imaplib poplib smtplib xmlrpc
        asyncio.open_connection asyncio.start_server urllib3 requests httpx aiohttp""".split()
    ),
    frozenset(),
)
HIDING = Reach(
    frozenset("builtins.exec builtins.eval builtins.__import__ importlib.import_module".split()), frozenset()
)

# With how many arguments a method is meant, where a harmless one has the same name; None: passed on, not called.
ARGUMENTS: dict[str, set[int | None]] = {
    "replace": {1, None},
    "copy": {1, None},
    "today": {0},
    "fromtimestamp": {1, None},  # without a zone: that of the machine
    "astimezone": {0, None},  # as above
}

# It follows the links of an absolute path, to see whether a picture lies in the content.
FOLLOWS_LINKS = "load/content.py"

# It asks the addresses that the content links to, and looks up where these are.
ASKS_THE_NETWORK = "linkcheck/client.py"

# It answers browsers of this machine.
SERVES = "serve/server.py"

# Once nobody reads what it says, it says the rest to the null device.
LOSES_ITS_READER = "console.py"

# It loads the module of a command by its name in a table.
LOADS_COMMANDS = "cli/main.py"

# It asks git where this program came from, and reads an address of a file as a path.
ASKS_GIT = "requirement.py"

# It starts Pagefind as a service, which answers and writes nothing.
STARTS_A_PROGRAM = "search/index.py"


def imported(tree: ast.AST) -> dict[str, str]:
    """The full names of what a module imports, by the names it gives them, with the built-in functions."""
    names = {name.rpartition(".")[2]: name for name in WRITING.functions | HIDING.functions if "builtins" in name}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.asname or alias.name.partition(".")[0]: _imported_as(alias) for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return names


def _imported_as(alias: ast.alias) -> str:
    return alias.name if alias.asname else alias.name.partition(".")[0]


def full_name(node: ast.AST, names: dict[str, str]) -> str | None:
    """The name of a function of another module; None for what is not imported."""
    if isinstance(node, ast.Name):
        return names.get(node.id)
    if isinstance(node, ast.Attribute) and (owner := full_name(node.value, names)):
        return f"{owner}.{node.attr}"
    return None


def is_in(name: str, places: frozenset[str]) -> bool:
    return any(f"{name}.".startswith(f"{place}.") for place in places)


def uses(source: str, reach: Reach) -> Iterator[str]:
    """Line and name of everything in a module that reaches outside."""
    tree = ast.parse(source)
    names = imported(tree)
    calls = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    owners = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name | ast.Attribute) and id(node) not in owners:
            name = full_name(node, names) or ""
            is_ours = is_in(name, frozenset({"generator"}))
            is_function = is_in(name, reach.functions) and not is_in(name, reach.harmless)
            if is_function or (not is_ours and is_method(node, calls.get(id(node)), reach)):
                yield f"{node.lineno}: {ast.unparse(node)}"


def is_method(node: ast.AST, call: ast.Call | None, reach: Reach) -> bool:
    """Whether a method of such a name is meant. A module may resolve its own path, which is absolute."""
    if not isinstance(node, ast.Attribute) or node.attr not in reach.methods:
        return False
    count = len(call.args) + len(call.keywords) if call else None
    is_meant = node.attr not in ARGUMENTS or count in ARGUMENTS[node.attr]
    return is_meant and ast.unparse(node) != "Path(__file__).resolve"


def relative_paths(source: str) -> Iterator[str]:
    """Paths that mean something else in another working directory."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and full_name(node.func, imported(tree)) == "pathlib.Path":
            first = node.args[0] if node.args else ast.Constant(".")
            if isinstance(first, ast.Constant) and not str(first.value).startswith("/"):
                yield f"{node.lineno}: {ast.unparse(node)}"


@pytest.mark.parametrize(
    "module",
    sorted(name for name in MODULES if name not in {FOLLOWS_LINKS, ASKS_THE_NETWORK} and not name.startswith("cli/")),
)
def test_only_the_command_line_reads_the_clock_the_environment_or_the_working_directory(module: str) -> None:
    assert not [*uses(MODULES[module], READING), *relative_paths(MODULES[module])]


def test_a_picture_is_looked_for_wherever_its_links_lead() -> None:
    """The one exception resolves paths, and does nothing else."""
    assert {use.rpartition(".")[2] for use in uses(MODULES[FOLLOWS_LINKS], READING)} == {"resolve"}


def test_names_of_hosts_are_looked_up_and_nothing_else_is_read() -> None:
    """The one exception that asks the network leaves connections to its library."""
    used = {use.partition(": ")[2] for use in uses(MODULES[ASKS_THE_NETWORK], READING)}
    assert used == {"socket", "socket.getaddrinfo", "socket.SOCK_STREAM", "socket.EAI_NONAME"}


@pytest.mark.parametrize("module", sorted(MODULES.keys() - {ASKS_THE_NETWORK, SERVES, ASKS_GIT}))
def test_only_one_module_asks_the_network(module: str) -> None:
    assert not list(uses(MODULES[module], NETWORK))


def test_the_module_that_asks_the_network_is_loaded_by_a_check_of_links_alone() -> None:
    """Other rooms and the commands import what such a check tells, and within a function the door that leads there."""
    for name, source in MODULES.items():
        if not name.startswith("linkcheck/"):
            loaded = [node.module or "" for node in ast.parse(source).body if isinstance(node, ast.ImportFrom)]
            ours = {module for module in loaded if module.startswith("generator.linkcheck")}
            assert ours <= {"generator.linkcheck.report"}, name


# It lays a new project into a folder of its own, where nothing of anybody's stands.
BEGINS = "begin.py"

WRITERS = {
    "files.py",
    BEGINS,
    LOSES_ITS_READER,
    STARTS_A_PROGRAM,
    ASKS_GIT,
    *(name for name in MODULES if name.startswith("publish/")),
}


@pytest.mark.parametrize("module", sorted(MODULES.keys() - WRITERS))
def test_only_one_shelf_and_one_room_write_to_disk(module: str) -> None:
    """files.py writes a file, publish alone removes. To read, `read_bytes` is enough."""
    assert not list(uses(MODULES[module], WRITING))


def test_a_terminal_without_a_reader_writes_to_the_null_device_alone() -> None:
    """The one exception sends what is left to say there, and does nothing else."""
    opened = [use.partition(": ")[2] for use in uses(MODULES[LOSES_ITS_READER], WRITING)]
    assert sorted(opened) == ["os.O_WRONLY", "os.devnull", "os.dup2", "os.open"]


def test_a_new_project_is_laid_and_nothing_removed_or_written_over() -> None:
    """The one exception makes its files aside and puts them in their places; what is left aside goes by itself."""
    used = {use.rpartition(": ")[2].rpartition(".")[2] for use in uses(MODULES[BEGINS], WRITING)}
    assert used == {"mkdir", "replace", "write_bytes", "TemporaryDirectory"}


def test_the_indexing_of_the_search_starts_a_program_and_no_more() -> None:
    """The one exception speaks with it through pipes."""
    used = {use.partition(": ")[2] for use in uses(MODULES[STARTS_A_PROGRAM], WRITING)}
    assert used == {"Popen", "PIPE"}


def test_git_is_asked_and_nothing_written_nor_fetched() -> None:
    """The one exception starts git, and takes the address of a file apart."""
    source = MODULES[ASKS_GIT]
    used = {use.partition(": ")[2] for reach in (WRITING, NETWORK) for use in uses(source, reach)}
    assert used == {"subprocess.run", "url2pathname"}


def test_only_these_write_by_way_of_the_shelf() -> None:
    """Authoring writes a new entry, never over another, and what editors read: each by a command of its own. A check of
    links keeps what it learnt in a folder of its own, a build what it read and a note beside the site.

    What a file is to be, and what to say where it cannot be written, are for all to know."""
    ways = ("write_whole", "write_aside")
    writers = {name for name, source in MODULES.items() if any(way in source for way in ways) and name != "files.py"}
    rooms = {"publish/publish.py", "convert/batch.py", "intake/intake.py", "linkcheck/memory.py", "load/kept.py"}
    assert writers == rooms | {"authoring.py", "repeat.py"}


@pytest.mark.parametrize("module", sorted(MODULES.keys() - {LOADS_COMMANDS}))
def test_no_module_hides_what_it_does(module: str) -> None:
    """Code in a string, or a module imported by a name that is made up, would pass all of these tests."""
    assert not list(uses(MODULES[module], HIDING))


def test_modules_are_loaded_by_name_for_commands_alone() -> None:
    """The one exception knows the names beforehand."""
    assert [use.partition(": ")[2] for use in uses(MODULES[LOADS_COMMANDS], HIDING)] == ["import_module"]
    assert 'import_module(f"generator.cli.{_COMMANDS[name]}")' in MODULES[LOADS_COMMANDS]


READS = """
    import time; time.time()
    import time as clock; clock.monotonic()
    from time import perf_counter; perf_counter()
    from time import localtime as local; stamp(clock=local)
    from datetime import date; date.today()
    from datetime import date; field(default_factory=date.today)
    import datetime; datetime.datetime.now(datetime.UTC)
    import datetime as dt; dt.datetime.utcnow()
    from datetime import datetime; datetime.fromtimestamp(0)
    stamp.astimezone()
    from datetime import datetime; read = datetime.now
    import os; os.environ["HOME"]
    from os import environ as settings; settings.get("TZ")
    import os; os.getenv("TZ")
    from os import getcwd; getcwd()
    import os.path; os.path.abspath("content")
    from os.path import expanduser; expanduser("~")
    from pathlib import Path; Path.cwd()
    from pathlib import Path as P; P.home()
    from pathlib import Path; Path("content").read_bytes()
    from pathlib import Path; Path().iterdir()
    root.absolute()
    root.resolve()
    (root / name).expanduser()
"""
WRITES = """
    open("x", "w")
    open(path).read()
    put(data, opener=open)
    import io; io.open(path, "wb")
    path.open("w")
    path.open(mode="a")
    path.write_text("x")
    path.parent.mkdir(parents=True)
    path.replace(target)
    path.replace(target=other)
    swap(path.replace)
    path.with_name("a").rename("b")
    path.unlink(missing_ok=True)
    path.rmdir()
    path.touch()
    path.copy(target)
    path.move_into(folder)
    import shutil; shutil.rmtree(folder)
    from shutil import copy2 as keep; keep(a, b)
    import os; os.replace(a, b)
    import os as system; system.makedirs(a)
    from os import remove; remove(a)
    import os; os.open(a, 0)
    import tempfile; tempfile.mkdtemp()
    from tempfile import NamedTemporaryFile; NamedTemporaryFile()
    import subprocess; subprocess.run(["rm", a])
    import zipfile; zipfile.ZipFile(a, "w")
    from gzip import open; open(a, "w")
"""
ASKS = """
    import socket; socket.create_connection(("a", 80))
    from urllib.request import urlopen; urlopen(address)
    import urllib.request; urllib.request.urlretrieve(address)
    from http.client import HTTPSConnection as Way; Way("a")
    import asyncio; asyncio.open_connection("a", 80)
    import urllib3; urllib3.request("GET", address)
"""
HIDES = """
    exec("import os")
    eval(code)
    __import__("os").remove(a)
    import importlib; importlib.import_module("o" + "s")
    from importlib import import_module; import_module(name)
"""
HARMLESS = """
    from pathlib import Path; Path(__file__).resolve().parent
    from pathlib import Path; Path(name).read_bytes()
    from generator import urls; urls.absolute(base, here)
    from generator.files import write_whole; write_whole(path, data, scratch)
    from urllib.parse import urlsplit; urlsplit(address)
    from http import HTTPStatus; HTTPStatus.OK
    import asyncio; asyncio.run(work())
    from dataclasses import replace; replace(point, uncertain=True)
    import dataclasses; dataclasses.replace(text, **changes)
    import os; os.fspath(path)
    import os; os.scandir(folder)
    from datetime import date; date.fromisoformat(text)
    from datetime import UTC, datetime; datetime.fromtimestamp(0, UTC)
    time = match["time"]; time.upper()
    text.replace("a", "b")
    stamped(options.today)
    fields.copy()
    path.stat().st_size
"""


def samples(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize("source", samples(READS))
def test_a_reader_is_caught(source: str) -> None:
    assert [*uses(source, READING), *relative_paths(source)]


@pytest.mark.parametrize("source", samples(WRITES))
def test_a_writer_is_caught(source: str) -> None:
    assert list(uses(source, WRITING))


@pytest.mark.parametrize("source", samples(ASKS))
def test_who_asks_is_caught(source: str) -> None:
    assert list(uses(source, NETWORK))


@pytest.mark.parametrize("source", samples(HIDES))
def test_a_hider_is_caught(source: str) -> None:
    assert list(uses(source, HIDING))


@pytest.mark.parametrize("source", samples(HARMLESS))
def test_what_only_looks_like_it_is_let_be(source: str) -> None:
    assert not [use for reach in (READING, WRITING, NETWORK, HIDING) for use in uses(source, reach)]
    assert not list(relative_paths(source))
