"""The settings of a blog tell its address and the form of the others; what they do not tell is empty."""

from pathlib import Path

import pytest

from generator.intake.blog.settings import Settings, defaults_of, settings_of


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "_config.yml",
            "url: https://a.example\nbaseurl: /b/\npermalink: pretty",
            ("jekyll", "https://a.example/b", ("pretty",)),
        ),
        ("_config.yml", "url: [", ("jekyll", "", ())),
        ("_config.yml", "url: nowhere", ("jekyll", "", ())),
        ("hugo.toml", "baseURL = 'https://a.example/'", ("hugo", "https://a.example", ())),
        (
            "config.yaml",
            "baseurl: https://a.example\npermalinks: {posts: '/:year/:slug'}",
            ("hugo", "https://a.example", ("/:year/:slug",)),
        ),
        ("config/_default/hugo.json", '{"baseURL": "https://a.example"}', ("hugo", "https://a.example", ())),
        (".eleventy.js", "module.exports = {}", ("eleventy", "", ())),
        ("config.toml", "other = 1", ("", "", ())),
    ],
)
def test_settings_are_those_of_the_folder_or_of_one_above(
    name: str, text: str, expected: tuple[object, ...], tmp_path: Path
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text(text)
    posts = tmp_path / "content" / "posts"
    posts.mkdir(parents=True)
    found = settings_of(posts)
    assert (found.kind, found.base, found.permalinks) == expected


def test_a_folder_without_settings_is_of_no_kind(tmp_path: Path) -> None:
    assert settings_of(tmp_path / "posts") == Settings(tmp_path)


def test_data_files_are_those_of_the_post_and_of_the_folders_around_it(tmp_path: Path) -> None:
    posts = tmp_path / "src" / "posts"
    posts.mkdir(parents=True)
    names = [
        "src/posts/a.json",
        "src/posts/posts.11tydata.json",
        "src/posts/posts.json",
        "src/src.json",
        "src/posts/b.json",
    ]
    for name in names:
        (tmp_path / name).write_text("{}")
    assert [path.relative_to(tmp_path).as_posix() for path in defaults_of(posts / "a.md", tmp_path)] == names[:4]
