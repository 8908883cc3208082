"""Whatever a folder of posts holds, the import ends with an answer, and what it wrote is sound."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.config import Project
from generator.errors import ContentError
from generator.importing import take_foreign
from generator.intake.intake import write
from generator.intake.outcome import Fate
from generator.load.content import load

SITE = "title: {fr: T, en: T}\ndescription: {fr: D, en: D}\nbase_url: https://a.example/\nlanguages: [fr, en]\n"
PIECES = [
    *(
        "{% raw %}",
        "{% endraw %}",
        "{% highlight ruby %}",
        "{% endhighlight %}",
        "{{ page.x }}",
        "{{ site.baseurl }}/x",
    ),
    *("[a]({% post_url 2020-01-02-b %})", '{{< figure src="a.png" caption="C" >}}', "{{< note >}}", "{{< /note >}}"),
    *('{{< ref "b.md" >}}', "{{</* x */>}}", "{{% youtube abc %}}", "{: .x}", "{#id}", "<!--more-->", "{% comment %}"),
    *(
        "[a](/about/)",
        "[a](b.md)",
        "[a](../posts/b.md#c)",
        "[a][r]",
        "[r]: /x",
        "[r]: b.md 'T'",
        "![a](b.png)",
        "![a][r]",
    ),
    *("[![a](b.png)](/c)", "<img src='a.png'>", "<a href='/x' class=y>", "</a>", "<div class=x>", "</div>", "<center>"),
    *("<script>", "</script>", "<iframe src='https://a.example/'></iframe>", "<T>", "<!--", "-->", "<![", "[a]()"),
    *(
        "\n",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "- ",
        "  - ",
        "1. ",
        "2) ",
        "> ",
        "```js {1}\n",
        "~~~\n",
        "`",
        "# ",
        "---\n",
        "|",
        "\\",
    ),
    *(
        "é",
        "Ж",
        "\x0c",
        "\u2028",
        "a b",
        "a (b",
        "](",
        ")",
        "[",
        "]",
        "<",
        ">",
        "{{",
        "%}",
        "http://a.example/a(b)c",
        "'",
        '"',
    ),
]
BODIES = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join)
VALUES = st.sampled_from(
    [
        *(
            "A",
            "",
            "[a, b]",
            "a b",
            "'x: y'",
            "2020-01-02",
            "2020-01-02 10:00:00 +0100",
            "true",
            "false",
            "git Created",
        ),
        *(
            "/a/b/",
            "/:title/",
            "[/a, /b.html]",
            "fr",
            "de",
            "{a: 1}",
            "*x",
            "<b>a</b>",
            "con",
            "☃",
            "C++",
            "y" * 300,
            "posts",
        ),
    ]
)
KEYS = st.sampled_from(
    "title date tags categories permalink aliases lang draft published slug description author".split()
)
YAML = st.lists(st.tuples(KEYS, VALUES), max_size=6).map(
    lambda some: "".join(f"{key}: {value}\n" for key, value in some)
)
HEADS = (
    st.just("---\ntitle: A\ndate: 2020-01-02\n---\n")
    | YAML.map("---\n{}---\n".format)
    | BODIES.map("---\n{}\n---\n".format)
    | BODIES.map("+++\n{}\n+++\n".format)
    | st.sampled_from(
        ["", "+++\ntitle = 'A'\ndate = 2020-01-02T10:00:00Z\n+++\n", '{"title": "A", "date": "2020"}\n', "---\n"]
    )
)
NAMES = st.sampled_from(
    [
        *("2020-01-02-b.md", "b.md", "b.fr.md", "b/index.md", "c/b.md", "2020-01-00-b.markdown", "2020-01-02-d.html"),
        *("☃.md", "con.md", "_index.md", "e.njk", "posts.json", "f.png", "2020-01-02-B.md"),
    ]
)
POSTS = st.tuples(HEADS, BODIES).map("".join).map(lambda text: text.encode(errors="replace"))
FOLDERS = st.sampled_from(["_posts", "content/posts", "posts"])
SETTINGS = st.sampled_from(
    [{}, {"_config.yml": "url: https://b.example\n"}, {"hugo.toml": "baseURL = 'https://b.example/c/'\n"}]
)


@settings(max_examples=max(150, settings().max_examples))
@given(st.dictionaries(NAMES, POSTS | st.binary(max_size=9), max_size=5), FOLDERS, SETTINGS)
def test_any_folder_of_posts_is_answered(posts: dict[str, bytes], folder: str, blog: dict[str, str]) -> None:
    """Import twice: the second time nothing is new."""
    with tempfile.TemporaryDirectory() as name:
        project = Project(Path(name).resolve() / "project")
        for path, data in {"content/site.yaml": SITE.encode()}.items():
            put(project.root / path, data)
        source = project.root.parent / "blog"
        for path, text in blog.items():
            put(source / path, text.encode())
        for path, data in posts.items():
            put(source / folder / path, data)
        source.mkdir(exist_ok=True)
        assert imported(project, source) <= {Fate.WRITTEN}
        load(project)
        assert imported(project, source) <= {Fate.UNCHANGED}


def put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def imported(project: Project, folder: Path) -> set[Fate]:
    try:
        return {outcome.fate for outcome in write(take_foreign(project, folder, None, "2024-03-01"))}
    except ContentError:
        return set()
