"""Of the files of a blog those are posts that lie in a folder of posts, or all where there is none."""

from pathlib import Path

from generator.intake.blog.folder import look_through


def found(root: Path, *names: str) -> tuple[list[str], list[str], list[str]]:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"")
    folder = look_through(root)
    posts, unread = ([path.relative_to(root).as_posix() for path in paths] for paths in (folder.posts, folder.unread))
    return posts, unread, list(folder.others)


def test_posts_lie_in_folders_of_posts_where_there_are_some(tmp_path: Path) -> None:
    posts, _, others = found(tmp_path, "posts/a.md", "b/news/c.markdown", "about.md", "content/post/d/index.md")
    assert posts == ["b/news/c.markdown", "content/post/d/index.md", "posts/a.md"]
    assert others == ["pages outside of folders of posts"]


def test_folders_of_jekyll_stand_before_others(tmp_path: Path) -> None:
    assert found(tmp_path, "_posts/a.md", "blog/index.html")[0] == ["_posts/a.md"]


def test_all_is_a_post_in_a_folder_of_posts(tmp_path: Path) -> None:
    assert found(tmp_path / "posts", "2020-01-02-a.md", "news/b.md")[0] == ["2020-01-02-a.md", "news/b.md"]


def test_pages_with_a_date_are_told_apart(tmp_path: Path) -> None:
    for name, text in {
        "posts/a.md": "",
        "til/b.md": "---\ndate: 2020\n",
        "c.md": "date",
        "d/_index.md": "date: 1",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    folder = look_through(tmp_path)
    assert ([path.name for path in folder.posts], [path.name for path in folder.strays]) == (["a.md"], ["b.md"])
    assert sorted(folder.others) == ["_index pages", "pages outside of folders of posts"]


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
    posts, unread, others = found(tmp_path, *names)
    assert (posts, unread) == ([], ["posts/a.textile", "posts/b.11ty.js"])
    assert sorted(others) == ["_index pages", "files ending in .png", "files ending in nothing"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("---\ndate: 2020-01-02\n---\n")
    (tmp_path / "blog/_posts").mkdir(parents=True)
    for name, target in {"_posts/2020-01-02-a.md": "secret", "b.md": "secret", "_posts/c.md": "nothing"}.items():
        (tmp_path / "blog" / name).symlink_to(tmp_path / target)
    folder = look_through(tmp_path / "blog")
    assert (folder.posts, [path.name for path in folder.unread]) == ((), ["2020-01-02-a.md", "c.md"])
    assert folder.others == ("pages outside of folders of posts",)
