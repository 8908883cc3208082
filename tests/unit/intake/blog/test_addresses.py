"""A link of a post leads to the entry of the post that it names, or to the web, or nowhere."""

from pathlib import Path
from typing import Any

import pytest

from generator.intake.blog.addresses import Addresses, last_part
from generator.intake.blog.fields import Fields
from generator.intake.blog.head import split
from generator.intake.blog.post import Post, PostReader, name_of
from generator.intake.blog.settings import Settings
from generator.report import Report

ROOT, ENTRIES = Path("/blog"), Path("/project/content/entries")


def post(path: str, fields: str = "") -> Post:
    head = split(f"---\ntitle: T\n{fields}\n---\n")
    name = name_of(ROOT / path, "", "fr".__eq__)
    return PostReader(ROOT / path, name, head, Fields(head.table), Report(path, [])).read(divided=True, language=str)


def addresses(*posts: Post, **given: Any) -> Addresses:  # noqa: ANN401 - fields of the settings
    return Addresses.of(Settings(ROOT, **given), [(each, ENTRIES / f"{each.stem}.md") for each in posts])


HERE, THERE = "_posts/2020-01-02-a.md", "_posts/2020-02-03-b.md"


@pytest.mark.parametrize(
    "target",
    [
        *("/2020/02/03/b.html", "/2020/02/03/b/", "/2020/02/03/b", "https://a.example/c/2020/02/03/b.html"),
        *("/c/2020/02/03/b.html?x", "2020-02-03-b.md", "_posts/2020-02-03-b.md"),
    ],
)
def test_a_link_to_a_post_of_jekyll_leads_to_its_entry(target: str) -> None:
    known = addresses(post(HERE), post(THERE), kind="jekyll", base="https://a.example/c")
    assert known.lead(target, ROOT / HERE) == "b.md"
    assert known.lead(f"{target}#x", ROOT / HERE) == "b.md#x"


@pytest.mark.parametrize(
    ("permalink", "target"),
    [
        ("pretty", "/x/2020/02/03/b/"),
        ("none", "/x/b.html"),
        ("/blog/:year/:i_month/:i_day/:title/", "/blog/2020/2/3/b/"),
    ],
)
def test_the_form_of_addresses_is_that_of_the_blog(permalink: str, target: str) -> None:
    known = addresses(post(HERE), post(THERE, "categories: x"), kind="jekyll", permalinks=(permalink,))
    assert known.lead(target, ROOT / HERE) == "b.md"


@pytest.mark.parametrize(
    "target", ["/posts/b/", "/posts/s", "../b/", "b.md", "../posts/b.md", "/posts/b.md", "/old/b/"]
)
def test_a_link_to_a_post_of_hugo_leads_to_its_entry(target: str) -> None:
    known = addresses(
        post("content/posts/2020-01-02-a.md"), post("content/posts/b/index.md", "date: 2020\nslug: s\nurl: /old/b/")
    )
    assert known.lead(target, ROOT / "content/posts/2020-01-02-a.md") == "b.md"


@pytest.mark.parametrize(
    ("name", "lead"),
    [
        *(("2020-02-03-b", "b.md"), ("2020-02-03-b.md#x", "b.md#x"), ("/_posts/2020-02-03-b", "b.md")),
        *(("#x", "#x"), ("#", None), ("", None), ("c%20d", None), ("/about", None)),
    ],
)
def test_a_tag_names_a_post_with_or_without_its_ending(name: str, lead: str | None) -> None:
    known = addresses(post(HERE), post(THERE), base="https://a.example")
    assert known.lead(f"ref:{name}", ROOT / HERE) == lead


@pytest.mark.parametrize(
    ("target", "lead"),
    [
        ("#x", "#x"),
        ("//b.example/x", "https://b.example/x"),
        ("https://b.example/x", "https://b.example/x"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("/c/about/", "https://a.example/c/about/"),
        ("/about/", "https://a.example/c/about/"),
        ("x.png", None),
        ("", None),
        ("#", None),
        ("//[x", None),
        ("http://", None),
        ("/{{ x }}", None),
    ],
)
def test_any_other_link_leads_to_the_web_or_nowhere(target: str, lead: str | None) -> None:
    assert addresses(post(HERE), base="https://a.example/c").lead(target, ROOT / HERE) == lead


def test_without_its_address_nothing_else_of_the_blog_is_known() -> None:
    assert addresses(post(HERE)).lead("/about/", ROOT / HERE) is None


def test_what_two_posts_are_called_is_the_name_of_none() -> None:
    posts = [post(path, "date: 2020") for path in ("x/a.md", "y/b.md", "z/b.md")]
    known = Addresses.of(Settings(ROOT), [(each, ENTRIES / f"{number}.md") for number, each in enumerate(posts)])
    assert known.lead("b.md", ROOT / "x/a.md") is None


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("/old/A-b/", "a-b"),
        ("x.html", "x"),
        ("/x/index.html", "x"),
        ("/:title/", ""),
        ("{{ x }}", ""),
        ("/", ""),
        ("//[", "["),
    ],
)
def test_the_last_part_of_an_old_address(address: str, part: str) -> None:
    assert last_part(address) == part
