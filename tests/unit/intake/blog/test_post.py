"""What front matter and file name of a post mean; what they do not tell is told."""

from pathlib import Path
from typing import Any

import pytest

from generator.errors import Code, Problem
from generator.intake.blog.fields import Fields
from generator.intake.blog.head import split
from generator.intake.blog.post import Post, PostReader, name_of
from generator.intake.row import RowError
from generator.report import Report


def is_french(code: str) -> bool:
    return code == "fr"


def read(text: str, path: str = "posts/2020-01-02-a-b.md", *, divided: bool = False) -> tuple[Post, list[Problem]]:
    problems: list[Problem] = []
    head = split(text)
    name = name_of(Path(path), "", is_french)
    reader = PostReader(Path(path), name, head, Fields(head.table), Report(path, problems))
    return reader.read(divided=divided, language=str), problems


def post(fields: str, **given: Any) -> Post:  # noqa: ANN401 - the arguments of `read`
    return read(f"---\ntitle: T\n{fields}\n---\nB", **given)[0]


@pytest.mark.parametrize(
    ("path", "stem", "date", "lang", "words"),
    [
        ("a/2020-01-02-my-post.md", "my-post", "2020-01-02", "", "My Post"),
        ("a/2020-1-2-b.markdown", "b", "2020-1-2", "", "B"),
        ("a/b.fr.md", "b", "", "fr", "B"),
        ("a/b.min.md", "b.min", "", "", "B.min"),
        ("a/2020-01-02-\x1b\udcff.md", "\ufffd\ufffd", "2020-01-02", "", "\ufffd\ufffd"),
        ("a/2020-01-02-c/index.md", "c", "2020-01-02", "", "C"),
        ("a/c/index.fr.md", "c", "", "fr", "C"),
    ],
)
def test_a_file_name_tells_name_date_and_language(path: str, stem: str, date: str, lang: str, words: str) -> None:
    found = name_of(Path(path), "", is_french)
    assert (found.stem, found.date, found.lang, found.words) == (stem, date, lang, words)


def test_translations_have_one_key_beside_one_another_or_in_folders_of_languages() -> None:
    keys = [
        name_of(Path(path), folder, is_french).key
        for path, folder in (("a/b.md", ""), ("a/b.fr.md", ""), ("fr/a/b.md", "fr"))
    ]
    assert keys == [("a", "b")] * 3


@pytest.mark.parametrize(
    ("text", "title", "body", "line", "told"),
    [
        ("---\ntitle: A\n---\n# B\nc", "A", "# B\nc", 4, 0),
        ("---\n---\n\n# B #\nc", "B", "c", 5, 0),
        ("B\n===\n\nc", "B", "\nc", 3, 0),
        ("c", "A B", "c", 1, 1),
        ("---\ntitle: A <em>b</em> &amp; c\n---\n", "A b & c", "", 4, 0),
        ("---\ntitle: List<T> a < b\n---\n", "List<T> a < b", "", 4, 0),
    ],
)
def test_the_title_is_a_field_or_the_first_heading_or_the_name(
    text: str, title: str, body: str, line: int, told: int
) -> None:
    found, problems = read(text)
    assert (found.title, found.body, found.body_line, len(problems)) == (title, body, line, told)


@pytest.mark.parametrize(
    ("fields", "edtf"),
    [
        ("date: 2021-05", "2021-05"),
        ("", "2020-01-02"),
        ("published: true", "2020-01-02"),
        ("published: 2021-05-06", "2021-05-06"),
        ("pubDate: 2021-05-06 10:00", "2021-05-06T10:00:00"),
    ],
)
def test_the_date_is_a_field_or_stands_in_the_name(fields: str, edtf: str) -> None:
    dated = post(fields).dated
    assert dated
    assert dated.edtf == edtf


@pytest.mark.parametrize(
    ("fields", "path", "code"),
    [
        ("date: soon", "2020-01-02-a.md", Code.INVALID_DATE),
        ("", "a.md", Code.MISSING_FIELD),
        ("", "2020-13-02-a.md", Code.INVALID_DATE),
        ("summary: [a]", "2020-01-02-a.md", Code.WRONG_TYPE),
    ],
)
def test_a_post_without_a_date_or_with_a_list_for_a_text_is_refused(fields: str, path: str, code: Code) -> None:
    with pytest.raises(RowError) as error:
        post(fields, path=path)
    assert error.value.code == code


@pytest.mark.parametrize("fields", ["draft: true", "published: false", "permalink: false"])
def test_what_was_held_back_there_is_a_draft_and_needs_no_date(fields: str) -> None:
    found = post(fields, path="a.md")
    assert (found.is_draft, found.dated) == (True, None)


def test_a_folder_of_drafts_holds_drafts() -> None:
    assert post("", path="_drafts/a.md").is_draft
    assert not post("draft: false").is_draft


def test_fields_have_their_place_and_the_others_are_counted() -> None:
    found = post(
        "description: D\nexcerpt: E\ntags: [x, posts]\ncategories: y\nauthor: A\nredirect_from: /o/\nslug: s\n"
        "lang: fr\nlastmod: 2020-02-03\ncanonical_url: https://a.example/\nlayout: post"
    )
    assert (found.summary, found.groups, found.categories, found.authors) == ("D", ("x", "y"), ("y",), ("A",))
    assert (found.old, found.slug, found.lang, found.updated) == (("/o/",), "s", "fr", "2020-02-03")
    assert (found.source, found.unused) == ("https://a.example/", ("tag “posts”", "excerpt", "layout"))


@pytest.mark.parametrize("day", ["2019-01-01", "soon", "2021-05"])
def test_a_last_change_that_is_no_day_after_the_date_is_counted(day: str) -> None:
    found = post(f"updated: {day}")
    assert (found.updated, len(found.unused)) == ("", 1)


def test_what_a_date_cannot_say_is_told() -> None:
    _, problems = read("---\ntitle: A\ndate: 2020-01-02 10:00 EST\n---\n")
    assert [(problem.code, problem.position.line) for problem in problems] == [(Code.INVALID_DATE, 3)]
