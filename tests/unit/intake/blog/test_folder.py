"""Of the files of a blog those are posts that lie in a folder of posts, or all where there is none."""

from pathlib import Path

from generator.intake.blog.folder import look_through


def found(root: Path, *names: str) -> tuple[list[str], list[str], list[str]]:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"")
    folder = look_through(root)
    posts, programs = (
        [path.relative_to(root).as_posix() for path in paths] for paths in (folder.posts, folder.programs)
    )
    return posts, programs, list(folder.others)


def test_posts_lie_in_folders_of_posts_where_there_are_some(tmp_path: Path) -> None:
    posts, _, others = found(tmp_path, "_posts/a.md", "b/_drafts/c.markdown", "about.md", "content/post/d/index.md")
    assert posts == ["_posts/a.md", "b/_drafts/c.markdown", "content/post/d/index.md"]
    assert others == ["pages outside of folders of posts"]


def test_every_text_is_a_post_where_there_is_no_such_folder(tmp_path: Path) -> None:
    assert found(tmp_path, "a.md", "b/c.html")[0] == ["a.md", "b/c.html"]


def test_hidden_folders_and_those_of_programs_hold_none(tmp_path: Path) -> None:
    names = (".git/a.md", "node_modules/b.md", "_includes/c.html", "_site/d.html", "themes/e.md", ".f.md")
    assert found(tmp_path, *names) == ([], [], [])


def test_other_markup_is_named_and_other_files_are_counted(tmp_path: Path) -> None:
    names = (
        "posts/a.textile",
        "posts/b.11ty.js",
        "posts/c.png",
        "posts/_index.md",
        "posts/posts.json",
        "posts/LICENSE",
    )
    posts, programs, others = found(tmp_path, *names)
    assert (posts, programs) == ([], ["posts/a.textile", "posts/b.11ty.js"])
    assert sorted(others) == ["_index pages", "files ending in .png", "files ending in nothing"]
