"""Front matter is YAML, TOML, JSON or none; what is torn is refused with its line."""

import pytest

from generator.errors import Code
from generator.frontmatter import FrontMatterError, Items, Scalar, Table
from generator.intake.blog.head import split


def title_of(text: str) -> tuple[str | None, int, str, int]:
    """The title with its line, and the text with its line."""
    head = split(text)
    title = head.table.values.get("title")
    assert title is None or isinstance(title, Scalar)
    line = head.table.keys["title"].line if title else 0
    return title.text if title else None, line, head.body, head.body_line


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("---\na: 1\ntitle: A\n---\nB", ("A", 3, "B", 5)),
        ("\n---  \ntitle: A\n...\nB", ("A", 3, "B", 5)),
        ("---\r\ntitle: A\r\n---\r\nB", ("A", 2, "B", 4)),
        ("---\n---\nB", (None, 0, "B", 3)),
        ("+++\n\ntitle = 'A'\n+++\nB", ("A", 3, "B", 5)),
        ("---toml\ntitle = 'A'\n---\nB", ("A", 2, "B", 4)),
        ('{\n"title": "A"}\n\nB', ("A", 2, "B", 3)),
        ('---json\n{"title": "A"}\n---\nB', ("A", 2, "B", 4)),
        ("B", (None, 0, "B", 1)),
        ("{% raw %}B", (None, 0, "{% raw %}B", 1)),
    ],
)
def test_the_fields_and_the_text_are_found_with_their_lines(text: str, found: tuple[object, ...]) -> None:
    assert title_of(text) == found


def test_values_of_toml_and_json_are_those_that_yaml_would_hold() -> None:
    values = split(
        "+++\na = 2022-01-12T10:00:00Z\nb = true\nc = [1, 'x']\nd = 2022-01-12\n[e]\nf = 1.5\n+++\n"
    ).table.values
    a, b, c, d, e = (values[name] for name in "abcde")
    assert [node.text for node in (a, b, d) if isinstance(node, Scalar)] == [
        "2022-01-12T10:00:00+00:00",
        "true",
        "2022-01-12",
    ]
    assert isinstance(c, Items)
    assert [item.text for item in c.items if isinstance(item, Scalar)] == ["1", "x"]
    assert isinstance(e, Table)
    assert split('{"title": null}').table.values["title"] == Scalar(None, split('{"title": null}').table.keys["title"])


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\ntitle: A\n", Code.FRONT_MATTER, 1),
        ("+++\ntitle = 'A'\n", Code.FRONT_MATTER, 1),
        ("---\na: 1\nb:\tc: d\n---\n", Code.YAML, 3),
        ("---\na: 1\na: 2\n---\n", Code.DUPLICATE_KEY, 3),
        ("---\na: !!binary aGk=\n---\n", Code.YAML, 2),
        ("+++\na = 1\nb = \n+++\n", Code.FRONT_MATTER, 3),
        ('{"a": 1,\n"b" 2}', Code.FRONT_MATTER, 2),
        ("---json\n[]\n---\n", Code.FRONT_MATTER, 2),
        ("---json\n{\n---\n", Code.FRONT_MATTER, 3),
        ("---js\n{}\n---\n", Code.FRONT_MATTER, 1),
        ('{"a": ' + "[" * 50_000, Code.FRONT_MATTER, 1),
        ('---json\n{"a": ' + "9" * 5000 + "}\n---\n", Code.FRONT_MATTER, 2),
        ("+++\na = " + "[" * 5000 + "\n+++\n", Code.FRONT_MATTER, 2),
        ("+++\na = " + "9" * 5000 + "\n+++\n", Code.FRONT_MATTER, 2),
        ("+++\na = 0x" + "f" * 5000 + "\n+++\n", Code.FRONT_MATTER, 2),
    ],
)
def test_front_matter_that_cannot_be_read_is_refused_with_its_line(text: str, code: Code, line: int) -> None:
    with pytest.raises(FrontMatterError) as error:
        split(text)
    assert (error.value.code, error.value.position.line) == (code, line)
