"""Scripts without what a browser has no need of."""

import pytest

from generator.render.scripts import small


@pytest.mark.parametrize(
    ("script", "less"),
    [
        ("// Why.\nlet a = 1;\n", "let a=1;\n"),
        ("/* Why. */\nif (a) {\n  b();\n}\n", "if(a){b();}\n"),
        ('const a = "two  // words";\n', 'const a="two  // words";\n'),
        ("const a = `two  // ${ words }`;\n", "const a=`two  // ${ words }`;\n"),
        ("const a = /\\/[/] +/;\n", "const a=/\\/[/] +/;\n"),
        ("return a\n++b", "return a\n++b\n"),
    ],
    ids=["comment", "long comment", "string", "template", "pattern", "line that ends a statement"],
)
def test_comments_and_white_space_go_and_nothing_else(script: str, less: str) -> None:
    assert small(script) == less
