"""Tags and shortcodes become Markdown where it is certain what they stand for; any other stays and is named."""

import pytest

from generator.errors import Code, Problem
from generator.intake.blog.manuscript import Manuscript
from generator.intake.blog.templates import without_templates
from generator.report import Report

BASE = "https://a.example/b"


def written(text: str, kind: str = "", base: str = BASE) -> tuple[str, list[Problem]]:
    problems: list[Problem] = []
    return without_templates(Manuscript.of(text, 1, Report("a.md", problems)), kind, base).text, problems


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a {% comment %}b{% endcomment %}c", "a c"),
        ("{% raw %}{{ a }}{% endraw %}", "{{ a }}"),
        ("a\n{% raw %}\n{{ a }}\n{%- endraw -%}\nb", "a\n{{ a }}\nb"),
        ("{% highlight ruby linenos %}\na\n{% endhighlight %}", "```ruby\na\n```"),
        ("{% highlight html %}{% raw %}{{ a }}{% endraw %}{% endhighlight %}", "```html\n{{ a }}\n```"),
        ("x {% highlight %}```{% endhighlight %}", "x \n\n~~~~\n```\n~~~~"),
        ("- a\n  {% highlight c %}\n  b\n  {% endhighlight %}", "- a\n  ```c\n  b\n  ```"),
        ("[a]({% post_url 2020-01-02-b %})", "[a](ref:2020-01-02-b)"),
        ("[a]({{ site.baseurl }}{% post_url c/2020-01-02-b %})", "[a](ref:2020-01-02-b)"),
        ("see {% post_url 2020-01-02-b_ %}", "see [2020-01-02-b\\_](ref:2020-01-02-b_)"),
        ('<a href="{% post_url 2020-01-02-b %}">a</a>', '<a href="ref:2020-01-02-b">a</a>'),
        ("[a]({% link _posts/b.md %})", "[a](_posts/b.md)"),
        ("[a]({{ site.url }}{{ site.baseurl }}/x)", "[a](/x)"),
        ("at {{ site.url }} ({{ site.url }})", f"at {BASE} ({BASE})"),
        ('[a]({{ "/x" | relative_url }})', "[a](/x)"),
        ("[a]({{ '/x' | prepend: site.baseurl | prepend: site.url }})", "[a](/x)"),
        ("{% gist a/1 %}", "<https://gist.github.com/a/1>"),
        ("{% youtube https://v.example/1 %}", "<https://v.example/1>"),
    ],
)
def test_tags_of_liquid_that_are_certain(text: str, expected: str) -> None:
    assert written(text, "jekyll") == (expected, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{</* a */>}} {{%/* b */%}}", "{{< a >}} {{% b %}}"),
        ('{{< highlight go "linenos=true" >}}\na\n{{< /highlight >}}', "```go\na\n```"),
        ('[a]({{< ref "b.md#c" >}}) [d]({{% relref path="/e" %}})', "[a](ref:b.md#c) [d](ref:/e)"),
        ('{{< figure src="a b.png" alt="A" >}}', "![A](a%20b.png)"),
        ('{{< figure src="a.png" caption="C" attr="D" >}}', "![C – D](a.png)"),
        ('{{< figure src="a.png" alt="A" caption="C" link="/x" >}}', "[![A](a.png)](/x)\n\nC"),
        ("{{% img src=`a.png` %}}", "![](a.png)"),
        (
            "{{< youtube id=abc >}} {{< gist a 1 >}}",
            "<https://www.youtube.com/watch?v=abc> <https://gist.github.com/a/1>",
        ),
        ('{{< tweet user="a" id="1" >}}', "<https://twitter.com/i/web/status/1>"),
        ("{{ a }} {% b %}", "{{ a }} {% b %}"),
    ],
)
def test_shortcodes_of_hugo_that_are_certain(text: str, expected: str) -> None:
    assert written(text, "hugo") == (expected, [])


def test_of_a_shortcode_around_a_text_the_text_stays() -> None:
    text, problems = written('{{% note "T" %}}\na {{< b >}}c{{< /b >}}\n{{% /note %}}{{< /c >}}', "hugo")
    assert text == "\na c\n{{< /c >}}"
    assert [problem.message for problem in problems] == [
        '“{{% note "T" %}}” is left out, and the text within stays',
        "“{{< b >}}” is left out, and the text within stays",
        "“{{< /c >}}” cannot be run and stays as it is written",
    ]


@pytest.mark.parametrize("text", ["{{ page.x }}", "{% include a.html %}", "{% raw %}", "{{< toc >}}", "{% if a %}"])
def test_what_is_not_certain_stays_and_is_named_with_its_line(text: str) -> None:
    found, problems = written(f"a\n b {text} c")
    assert found == f"a\n b {text} c"
    assert [(problem.code, problem.position.line, problem.position.column) for problem in problems] == [
        (Code.BODY_TEMPLATE, 2, 4)
    ]


def test_an_address_of_the_blog_that_is_not_known_stays() -> None:
    assert len(written("at {{ site.url }}", base="")[1]) == 1


def test_tags_in_code_are_not_named() -> None:
    assert written("`{{ a }}`\n\n    {% b %}\n") == ("`{{ a }}`\n\n    {% b %}\n", [])


def test_a_tag_that_never_ends_takes_nothing_with_it() -> None:
    text, problems = written("{{ a }\n{% gist 1 %}")
    assert (text, problems) == ("{{ a }\n<https://gist.github.com/1>", [])
