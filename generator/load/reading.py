"""Reads text files of an author, and reports those that cannot be read."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.errors import Code, Position
from generator.frontmatter import Document, FrontMatterError, Items, Scalar, Table, parse, parse_node, split
from generator.report import Report

T = TypeVar("T")


def read_text(path: Path, report: Report) -> str | None:
    """The text of a UTF-8 file; None where it cannot be read, which is reported. A link is not followed: it could lead
    to any file of the machine, which would be published."""
    if path.is_symlink():
        message = "this is a link to another file, and is not followed"
        report.error(Code.UNREADABLE, Position(), message, "put the file itself here")
        return None
    if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe would be waited at for ever
        report.error(Code.UNREADABLE, Position(), "this is no file that can be read", "put a text file here")
        return None
    try:
        data = path.read_bytes()
        return data.decode("utf-8-sig")
    except IsADirectoryError:
        report.error(Code.UNREADABLE, Position(), "a file is expected here, and this is a folder", "rename the folder")
    except OSError as error:
        report.error(Code.UNREADABLE, Position(), f"the file cannot be read: {error.strerror}", "check its permissions")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before[before.rfind(b"\n") + 1 :].decode("utf-8-sig")
        position = Position(before.count(b"\n") + 1, len(line) + 1)
        report.error(Code.ENCODING, position, "this is not UTF-8", "save the file as UTF-8")
    return None


def read_yaml(path: Path, report: Report) -> Table | None:
    """The fields of a YAML file; none where there is no such file, None where it cannot be read."""
    return _parsed(path, report, parse) if _is_there(path) else Table({}, {}, Position())


def read_yaml_list(path: Path, report: Report) -> Items:
    """The items of a YAML file that is a list; none where there is no such file or it cannot be read."""
    node = _parsed(path, report, parse_node) if _is_there(path) else None
    if isinstance(node, Items):
        return node
    if node and not (isinstance(node, Scalar) and node.text is None):
        report.error(Code.WRONG_TYPE, node.position, "the file is a list", "begin each item with - and a space")
    return Items((), Position())


def read_document(path: Path, report: Report) -> Document | None:
    """A Markdown file with front matter; None where it cannot be read."""
    return _parsed(path, report, split)


def _is_there(path: Path) -> bool:
    """Whether a name is taken, also by a link that leads nowhere."""
    return path.exists() or path.is_symlink()


def _parsed(path: Path, report: Report, parser: Callable[[str], T]) -> T | None:
    """What a parser makes of a file whose lines all end in line feeds; None where it cannot be read."""
    text = read_text(path, report)
    if text is None:
        return None
    try:
        return parser(text.replace("\r\n", "\n").replace("\r", "\n"))
    except FrontMatterError as error:
        report.error(error.code, error.position, error.message, error.hint)
        return None
