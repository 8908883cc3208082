"""Reads text files of an author, and reports those that cannot be read."""

from pathlib import Path

from generator.errors import Code, Position
from generator.frontmatter import Document, FrontMatterError, Items, Scalar, Table, parse, parse_node, split
from generator.report import Report


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
    if not path.exists() and not path.is_symlink():
        return Table({}, {}, Position())
    text = read_text(path, report)
    if text is None:
        return None
    try:
        return parse(text.replace("\r\n", "\n").replace("\r", "\n"))
    except FrontMatterError as error:
        report.error(error.code, error.position, error.message, error.hint)
        return None


def read_document(path: Path, report: Report) -> Document | None:
    """A Markdown file with front matter; None where it cannot be read."""
    text = read_text(path, report)
    if text is None:
        return None
    try:
        return split(text)
    except FrontMatterError as error:
        report.error(error.code, error.position, error.message, error.hint)
        return None


def read_yaml_list(path: Path, report: Report) -> Items:
    """The items of a YAML file that is a list; none where there is no such file or it cannot be read."""
    nothing = Items((), Position())
    text = read_text(path, report) if path.exists() or path.is_symlink() else ""
    if text is None:
        return nothing
    try:
        node = parse_node(text.replace("\r\n", "\n").replace("\r", "\n"))
    except FrontMatterError as error:
        report.error(error.code, error.position, error.message, error.hint)
        return nothing
    if isinstance(node, Items):
        return node
    if not (isinstance(node, Scalar) and node.text is None):
        report.error(Code.WRONG_TYPE, node.position, "the file is a list", "begin each item with - and a space")
    return nothing
