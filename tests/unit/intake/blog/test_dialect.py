"""Lists and code of other Markdowns are written as this site reads them, and no word is changed."""

import re

import pytest

from generator.intake.blog.dialect import in_our_dialect
from generator.intake.blog.manuscript import Manuscript
from generator.report import Report


def ours(text: str) -> str:
    return in_our_dialect(Manuscript.of(text, 1, Report("a.md", []))).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n- b\n- c", "a\n\n- b\n- c"),
        ("- a\n  - b\n    - c\n- d", "- a\n    - b\n        - c\n- d"),
        ("1) a\n   * b\n\n   c", "1. a\n    * b\n\n    c"),
        ("- a\n    - b", "- a\n    - b"),
        ("- a\n\n- b", "- a\n\n- b"),
        ("- a\nlazy\n- b", "- a\nlazy\n\n- b"),
        ("in\n1984. It was", "in\n1984. It was"),
        ("in\n1. It was", "in\n\n1. It was"),
        ("a\n* * *\nb\n---", "a\n* * *\nb\n---"),
        ("-\n- a", "-\n- a"),
    ],
)
def test_items_are_indented_by_four_columns_below_an_empty_line(text: str, expected: str) -> None:
    assert ours(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("```js {1,3}\n- x\n```", "```js\n- x\n```"),
        ("~~~ ruby\nx\n~~~~", "~~~ruby\nx\n~~~"),
        ("```{.python}\nx", "```python\nx\n```"),
        ("  ```\n    x\n  ```", "```\n  x\n```"),
        ("- a\n  ```\n  x\n\n    y\n  ```\n- b", "- a\n\n        x\n\n          y\n\n- b"),
        ("a\n\n    - code\n\nb", "a\n\n    - code\n\nb"),
        ("- a\n\n      code", "- a\n\n        code"),
        ("<pre>\n  - a\n</pre>\n- b", "<pre>\n  - a\n</pre>\n- b"),
        ("`a```b`", "`a```b`"),
    ],
)
def test_code_stays_code(text: str, expected: str) -> None:
    assert ours(text) == expected


def test_lines_keep_their_numbers_and_words_stay() -> None:
    text = "a\n- b\n  ```\n  c\n  ```\nd"
    found = in_our_dialect(Manuscript.of(text, 1, Report("a.md", [])))
    assert found.lines == (1, 2, 2, 3, 4, 5, 6)
    assert re.findall(r"\w", found.text) == re.findall(r"\w", text)
